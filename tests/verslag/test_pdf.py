"""The PDF: everything readable, the same bytes each time, own fonts only, a watermark where it belongs."""

import hashlib
import os
import pickle
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import KaderStatus, Normenkader
from indicatietool.errors import VerslagError
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.verslag.attachment import Bijlage
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kop, RijSoort, StaafSoort, Verslag, texts_in
from indicatietool.verslag.charts import UITLEG
from indicatietool.verslag.pdf import render_pdf, unprintable
from tests.builders import make_dossier, make_kader, score, take_all_over
from tests.verslag.conftest import MOTIVERING, OBSERVATIE
from tests.verslag.keurlijst import every_block
from tests.verslag.papier import (
    DOSSIER_SHA256,
    KADER_SHA256,
    catalogue,
    fonts,
    pages,
    printed,
    report,
    squeezed,
    words,
)

SOORTEN = {str(soort) for enum in (AlineaStijl, RijSoort, StaafSoort) for soort in enum}
"""Texts that steer the renderer and are not printed."""
VAST = f"pagina van · • Naam Datum Handtekening {UITLEG}"
"""Words that the renderer itself puts on paper."""


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


def test_same_verslag_gives_the_same_bytes_in_another_process_time_zone_and_language() -> None:
    verslag = every_block()
    code = (
        "import hashlib, pickle, sys; from indicatietool.verslag.pdf import render_pdf; "
        "print(hashlib.sha256(render_pdf(pickle.load(sys.stdin.buffer))).hexdigest())"
    )
    omgevingen = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "nl_NL.UTF-8"},
    )
    sommen = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            input=pickle.dumps(verslag),
            capture_output=True,
            env=os.environ | omgeving,
        ).stdout.strip()
        for omgeving in omgevingen
    }

    assert sommen == {hashlib.sha256(render_pdf(verslag)).hexdigest().encode()}


def test_pdftotext_reads_pages_as_they_look_without_joined_words(
    kader: Normenkader, dossier: Dossier
) -> None:
    verslag = report(kader, dossier)

    _assert_reads_well(verslag, _pdftotext(render_pdf(verslag)))


def test_pdfium_reads_pages_as_they_look_without_joined_words(kader: Normenkader, dossier: Dossier) -> None:
    verslag = report(kader, dossier)

    _assert_reads_well(verslag, " ".join(pages(render_pdf(verslag))))


def _assert_reads_well(verslag: Verslag, gelezen: str) -> None:
    """Hold that every word is one that was written, and that texts come in the order of the story."""
    geschreven = {woord for tekst in texts_in(verslag) for woord in tekst.split()}
    rest = " ".join(gelezen.split())

    assert set(rest.split()) - geschreven <= {*VAST.split(), *map(str, range(99))}
    for blok in verslag.blokken:
        if isinstance(blok, Kop | Alinea) and blok.tekst.strip():
            _, gevonden, rest = rest.partition(" ".join(blok.tekst.split()))
            assert gevonden, blok.tekst


def _pdftotext(pdf: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext LAS NIETS: draai scripts/setup-test-tools")
    return subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], check=True, input=pdf, capture_output=True
    ).stdout.decode()


def test_file_inside_the_verslag_comes_out_as_it_went_in(kader: Normenkader, dossier: Dossier) -> None:
    bijlage = Bijlage("dossier “Łódź”.indicatie", bytes(range(256)) * 40, "application/json")
    lezer = pypdf.PdfReader(BytesIO(render_pdf(report(kader, dossier), bijlage)), strict=True)

    assert dict(lezer.attachments.items()) == {bijlage.naam: [bijlage.inhoud]}
    assert lezer.trailer["/Root"]["/AF"][0]["/AFRelationship"] == "/Source"


def test_verslag_without_a_file_inside_is_the_same_as_ever(kader: Normenkader, dossier: Dossier) -> None:
    assert "/AF" not in catalogue(render_pdf(report(kader, dossier)))


def test_only_embedded_fira_sans_is_used(kader: Normenkader, dossier: Dossier) -> None:
    gebruikt = fonts(render_pdf(report(kader, dossier)))

    assert gebruikt == {f"AAAAAA+FiraSans-{soort}": True for soort in ("Regular", "Bold", "Italic")}


def test_file_tells_its_title_language_and_date(kader: Normenkader, dossier: Dossier) -> None:
    pdf = render_pdf(report(kader, dossier))
    with pypdfium2.PdfDocument(pdf) as document:
        gegevens = document.get_metadata_dict()

    assert gegevens["Title"] == "Onderzoeksverslag, zaak Z-2027-001"
    assert gegevens["Author"] == "Gemeente Dordrecht"
    assert gegevens["CreationDate"].startswith("D:20261122")
    assert catalogue(pdf)["/Lang"] == "nl-NL"
    assert catalogue(pdf)["/ViewerPreferences"]["/DisplayDocTitle"]


def test_outline_leads_to_all_fourteen_parts(kader: Normenkader, dossier: Dossier) -> None:
    with pypdfium2.PdfDocument(render_pdf(report(kader, dossier))) as document:
        titels = [item.get_title() for item in document.get_toc() if item.level == 0]

    assert [titel.partition(".")[0] for titel in titels] == [str(n) for n in range(1, 15)]


def test_each_page_has_kader_and_page_number(kader: Normenkader, dossier: Dossier) -> None:
    bladen = pages(render_pdf(report(kader, dossier)))

    for nummer, blad in enumerate(bladen, start=1):
        assert f"pagina {nummer} van {len(bladen)}" in blad
        assert "normenkader klein 1 (vastgesteld)" in blad


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
        midden = [r for r in regels if not r.startswith(("pagina", "OEFENING", "Controlecode"))]
        assert midden[-1] not in koppen


def test_every_shipped_case_makes_a_verslag(voorbeeldkader: GeladenKader, kader_folder: Path) -> None:
    for casus in sorted((kader_folder / "casussen").glob("*.json")):
        verslag = report(voorbeeldkader.kader, read_dossier(casus))

        assert render_pdf(verslag).startswith(b"%PDF"), casus.name
        assert "[U+" not in words(verslag), casus.name


def test_characters_that_become_numbers_are_counted_for_who_makes_the_verslag(
    kader: Normenkader, dossier: Dossier
) -> None:
    verslag = report(kader, dossier)

    assert unprintable(verslag) == {}
    assert unprintable(replace(verslag, kenmerk="\U0001f600 en \U0001f600", auteur="\u6f22")) == {
        "\U0001f600": 2,
        "\u6f22": 1,
    }


def test_gemeente_has_its_own_colour_and_logo() -> None:
    eigen = every_block()
    gewoon = replace(eigen, kleur="#0b5394", logo=b"")
    eerste, zonder = (pypdf.PdfReader(BytesIO(render_pdf(v))).pages[0] for v in (eigen, gewoon))

    assert [plaatje.image.size for plaatje in eerste.images] == [(80, 30)]
    assert not zonder.images
    assert b"0.4784 0.1216 0.3608 rg" in eerste.get_contents().get_data()
    assert b"0.4784 0.1216 0.3608 rg" not in zonder.get_contents().get_data()


def test_logo_that_is_no_picture_is_told_in_words() -> None:
    with pytest.raises(VerslagError, match="logo"):
        render_pdf(replace(every_block(), logo=b"geen plaatje"))
