"""The judgement of veraPDF itself: PDF/UA-1 and PDF/A-2a in one file, and that it can say no."""

import re
import warnings
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from indicatietool.store.normenkaders import GeladenKader
from indicatietool.verslag.attachment import Bijlage
from indicatietool.verslag.blocks import Kop, Waterval
from indicatietool.verslag.drager import Drager
from indicatietool.verslag.metadata import xmp
from indicatietool.verslag.pdf import render_pdf
from indicatietool.verslag.tagging import Boom, Tag
from tests.verslag.keurlijst import every_block, keurlijst
from tests.verslag.verapdf import ARCHIEF, MET_BIJLAGE, TOEGANKELIJK, judge, what_is_missing

DRAGER = Drager(b'{"formaat":1}', b"een dossier met zijn kader" * 1_000)
DOSSIER = Bijlage("dossier “Ł”.indicatie", b'{"nummer": "2027-0001"}', "application/json")


@pytest.fixture(autouse=True)
def _verapdf() -> None:
    gemis = what_is_missing()
    if gemis:
        reden = f"veraPDF KEURDE NIETS: {gemis} ontbreekt. Draai scripts/setup-test-tools."
        warnings.warn(reden, stacklevel=2)
        pytest.skip(reden)


def test_every_verslag_is_accessible_and_fit_for_the_archive(
    voorbeeldkader: GeladenKader, kader_folder: Path, record_property: Callable[[str, object], None]
) -> None:
    verslagen = keurlijst(voorbeeldkader.kader, kader_folder / "casussen")

    oordelen = judge(
        {naam: render_pdf(v, drager=DRAGER) for naam, v in verslagen.items()}, ARCHIEF, TOEGANKELIJK
    )

    assert len(oordelen) == 2 * len(verslagen) >= 2 * (9 * 3 + 6)
    assert [str(oordeel) for oordeel in oordelen if not oordeel.is_goed] == []
    assert all(oordeel.controles > 1_000 for oordeel in oordelen)
    for norm in (ARCHIEF, TOEGANKELIJK):
        aantallen = [oordeel.controles for oordeel in oordelen if oordeel.norm == norm]
        record_property("veraPDF", f"{norm}: {len(aantallen)} bestanden goed, {sum(aantallen)} controles")


def test_a_verslag_with_a_file_inside_is_still_fit_for_the_archive() -> None:
    met_bijlage = {"bijlage": render_pdf(every_block(), DOSSIER, DRAGER)}

    goed = {
        oordeel.norm: oordeel.is_goed for oordeel in judge(met_bijlage, ARCHIEF, MET_BIJLAGE, TOEGANKELIJK)
    }

    assert goed[MET_BIJLAGE]
    assert goed[TOEGANKELIJK]
    assert not goed[ARCHIEF], "a file inside makes it another kind of file"


def test_what_is_broken_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    figuur = next(blok for blok in every_block().blokken if isinstance(blok, Waterval))
    verslag = replace(every_block(), blokken=(Kop(1, "Kop"), figuur))
    kapot = {
        "inhoud zonder merk": ("ua1", "7.1-3", "page.Papier.artefact", lambda *_: nullcontext()),
        "kop die een niveau overslaat": ("ua1", "7.4.2-1", "tagging.Boom.heading", _third_level),
        "geen titel": ("ua1", "7.1-9", "finish.xmp", lambda *a: xmp(*a).replace(b"dc:title", b"dc:x")),
        "figuur zonder tekst": ("ua1", "7.3-1", "charts.alternative", lambda _: ""),
        "kleur zonder profiel": ("2a", "6.2.4.3-2", "finish._colours", lambda _: 1),
        "uitbreiding zonder schema": ("2a", "6.6.2.3.1-1", "metadata.PDFUA_SCHEMA", ""),
    }
    bestanden = {}
    for naam, (_, _, plek, vervanger) in kapot.items():
        with monkeypatch.context() as patch:
            patch.setattr(f"indicatietool.verslag.{plek}", vervanger)
            bestanden[naam] = render_pdf(verslag)

    oordelen = {(o.naam, o.norm): o for o in judge(bestanden, ARCHIEF, TOEGANKELIJK)}

    for naam, (norm, regel, *_) in kapot.items():
        oordeel = oordelen[naam, norm]
        assert not oordeel.is_goed, naam
        assert regel in re.findall(r"[\d.]+-\d+(?=: )", oordeel.fouten), oordeel


def _third_level(boom: Boom, niveau: int) -> Tag:
    return boom.document.add("H3")
