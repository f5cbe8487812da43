"""The PDF: everything readable, the same bytes each time, own fonts only, a watermark where it belongs."""

import re
from pathlib import Path

import pypdfium2
import pytest

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import KaderStatus, Normenkader
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.verslag.blocks import AlineaStijl, RijSoort, StaafSoort, texts_in
from indicatietool.verslag.pdf import render_pdf
from tests.builders import make_dossier, make_kader, score, take_all_over
from tests.verslag.conftest import MOTIVERING, OBSERVATIE
from tests.verslag.papier import (
    DOSSIER_SHA256,
    KADER_SHA256,
    fonts,
    pages,
    printed,
    report,
    squeezed,
    words,
)

SOORTEN = {str(soort) for enum in (AlineaStijl, RijSoort, StaafSoort) for soort in enum}
"""Texts that steer the renderer and are not printed."""


def test_every_word_of_the_verslag_is_in_the_pdf(kader: Normenkader, dossier: Dossier) -> None:
    verslag = report(kader, dossier)
    papier = printed(verslag)
    alternatief = {blok.alternatief for blok in verslag.blokken if hasattr(blok, "alternatief")}

    for tekst in (MOTIVERING, OBSERVATIE, KADER_SHA256, DOSSIER_SHA256, "De heer Łukasz de Vries"):
        assert tekst in words(verslag)
    for tekst in set(texts_in(verslag.blokken)) - alternatief - SOORTEN:
        assert squeezed(tekst) in papier


def test_lines_that_go_on_keep_a_space_between_words(kader: Normenkader, dossier: Dossier) -> None:
    tekst = " ".join(pages(render_pdf(report(kader, dossier))))

    assert re.search(r"rekent met vaste\s+regels\s+uit een normenkader", tekst)


def test_same_verslag_gives_the_same_bytes(kader: Normenkader, dossier: Dossier) -> None:
    assert render_pdf(report(kader, dossier)) == render_pdf(report(kader, dossier))


def test_only_embedded_fira_sans_is_used(kader: Normenkader, dossier: Dossier) -> None:
    pdf = render_pdf(report(kader, dossier))

    assert fonts(pdf) == {f"AAAAAA+FiraSans-{soort}" for soort in ("Regular", "Bold", "Italic")}
    assert pdf.count(b"/FontFile2") == 3
    assert b"Helvetica" not in pdf
    assert b"Times" not in pdf


def test_file_tells_its_title_language_and_date(kader: Normenkader, dossier: Dossier) -> None:
    pdf = render_pdf(report(kader, dossier))
    with pypdfium2.PdfDocument(pdf) as document:
        gegevens = document.get_metadata_dict()

    assert gegevens["Title"] == "Onderzoeksverslag, zaak Z-2027-001"
    assert gegevens["Author"] == "Gemeente Dordrecht"
    assert gegevens["CreationDate"].startswith("D:20261122")
    assert b"/Lang (nl)" in pdf


def test_outline_leads_to_all_fourteen_parts(kader: Normenkader, dossier: Dossier) -> None:
    with pypdfium2.PdfDocument(render_pdf(report(kader, dossier))) as document:
        titels = [item.get_title() for item in document.get_toc() if item.level == 0]

    assert [titel.partition(".")[0] for titel in titels] == [str(n) for n in range(1, 15)]


def test_each_page_has_kader_and_page_number(kader: Normenkader, dossier: Dossier) -> None:
    bladen = pages(render_pdf(report(kader, dossier)))

    for nummer, blad in enumerate(bladen, start=1):
        assert f"pagina {nummer} van {len(bladen)}" in blad
        assert "Normenkader klein 1 (vastgesteld)" in blad


@pytest.mark.parametrize("status", list(KaderStatus))
def test_watermark_is_on_every_page_unless_the_norm_is_vastgesteld(status: KaderStatus) -> None:
    kader = make_kader(status=status)
    verslag = report(kader, take_all_over(kader, make_dossier(score())))
    bladen = [squeezed(blad) for blad in pages(render_pdf(verslag))]

    if status is KaderStatus.VASTGESTELD:
        assert not any("NORM" in blad or "VOORBEELD" in blad or "CONCEPT" in blad for blad in bladen)
    else:
        assert all(squeezed(verslag.watermerk or "?") in blad for blad in bladen)


def test_concept_is_on_every_page(kader: Normenkader) -> None:
    bladen = pages(render_pdf(report(kader, make_dossier())))

    assert all(blad.count("CONCEPT") >= 2 for blad in bladen)


def test_no_heading_is_left_at_the_foot_of_a_page(voorbeeldkader: GeladenKader, kader_folder: Path) -> None:
    dossier = read_dossier(kader_folder / "casussen" / "o2-weer-op-orde.json")
    verslag = report(voorbeeldkader.kader, dossier)
    koppen = {blok.tekst for blok in verslag.blokken if hasattr(blok, "niveau")}

    for blad in pages(render_pdf(verslag)):
        regels = [regel.strip() for regel in blad.splitlines() if regel.strip()]
        midden = [r for r in regels if not r.startswith(("pagina", "OEFENING", "Normenkader"))]
        assert midden[-1] not in koppen


def test_every_shipped_case_makes_a_verslag(voorbeeldkader: GeladenKader, kader_folder: Path) -> None:
    for casus in sorted((kader_folder / "casussen").glob("*.json")):
        verslag = report(voorbeeldkader.kader, read_dossier(casus))

        assert render_pdf(verslag).startswith(b"%PDF"), casus.name
        assert "[U+" not in words(verslag), casus.name
