"""The verslag for who can't see it: every text whole, in order and named for what it is."""

import re
from itertools import pairwise

import pytest

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Kop,
    MargeBalken,
    Ondertekening,
    RijSoort,
    StaafSoort,
    Waterval,
    texts_in,
)
from indicatietool.verslag.fonts import printable
from indicatietool.verslag.pdf import render_pdf
from tests.verslag.keurlijst import LANG, VREEMD, every_block, many_taken, typed
from tests.verslag.papier import report
from tests.verslag.voorlezer import Gehoord, read_aloud, unmarked

STUREND = {str(soort) for enum in (AlineaStijl, RijSoort, StaafSoort) for soort in enum}
"""Texts that steer the renderer and are not read."""


@pytest.fixture(scope="module")
def alles() -> Gehoord:
    return read_aloud(render_pdf(every_block()))


def _plain(tekst: str) -> str:
    return re.sub(r"\s+", " ", printable(tekst)).strip()


def _heard(document: Gehoord) -> list[str]:
    return [_plain(tag.tekst) for tag in document.all() if tag.tekst.strip()]


def test_every_text_is_heard_whole_without_joined_words(kader: Normenkader, dossier: Dossier) -> None:
    verslag = report(kader, dossier)
    gehoord = set(_heard(read_aloud(render_pdf(verslag))))
    figuren = [blok for blok in verslag.blokken if isinstance(blok, Waterval | MargeBalken)]
    in_figuur = {tekst for figuur in figuren for tekst in texts_in((figuur.alternatief, _rows(figuur)))}

    for tekst in set(texts_in(verslag.blokken)) - in_figuur - STUREND:
        assert _plain(tekst) in gehoord


def _rows(figuur: Waterval | MargeBalken) -> tuple[object, ...]:
    return figuur.staven if isinstance(figuur, Waterval) else figuur.balken


@pytest.mark.parametrize("tekst", [LANG, VREEMD], ids=["lang", "vreemd"])
def test_long_and_odd_texts_are_heard_whole_too(tekst: str) -> None:
    gehoord = [_nearly(regel) for regel in _heard(read_aloud(render_pdf(typed(tekst))))]

    assert sum(_nearly(_plain(regel)) in gehoord for regel in tekst.split("\n")) == len(tekst.split("\n"))


def _nearly(tekst: str) -> str:
    """Return text without spaces: a word wider than its line is heard in pieces."""
    return tekst.replace(" ", "") if "WWW" in tekst else tekst


def test_texts_are_heard_in_the_order_of_the_story(kader: Normenkader, dossier: Dossier) -> None:
    verslag = report(kader, dossier)
    gehoord = iter(_heard(read_aloud(render_pdf(verslag))))
    verhaal = [_plain(blok.tekst) for blok in verslag.blokken if isinstance(blok, Kop | Alinea)]

    assert all(tekst in gehoord for tekst in verhaal if tekst)


def test_everything_on_paper_is_tagged_or_an_artefact() -> None:
    assert unmarked(render_pdf(every_block())) == 0


def test_no_level_of_heading_is_left_out(alles: Gehoord) -> None:
    niveaus = [int(kop.soort[1]) for kop in alles.all("H1", "H2", "H3")]

    assert niveaus == [1, 1, 2, 2]
    assert all(na <= voor + 1 for voor, na in pairwise([0, *niveaus]))


def test_every_table_is_regular_and_every_heading_cell_says_of_what(alles: Gehoord) -> None:
    tabellen = list(alles.all("Table"))

    assert len(tabellen) == 3
    for tabel in tabellen:
        rijen = list(tabel.all("TR"))
        assert len({sum(cel.kenmerken.get("/ColSpan", 1) for cel in rij.kinderen) for rij in rijen}) == 1
        assert all(cel.kenmerken["/Scope"] in ("/Column", "/Row") for cel in tabel.all("TH"))


def test_header_that_returns_on_a_next_page_is_heard_once(alles: Gehoord) -> None:
    _, _, lang = alles.all("Table")

    koppen = [cel.tekst for cel in lang.all("TH") if cel.kenmerken["/Scope"] == "/Column"]

    assert koppen == ["Wat", "Hoeveel", "", "Kop"]


def test_tall_row_is_one_row_with_its_explanation_below(alles: Gehoord) -> None:
    _, _, lang = alles.all("Table")
    _, _, rij, toelichting, *_ = lang.all("TR")

    assert [_plain(cel.tekst) for cel in rij.kinderen] == ["Taak", "12 minuten", _plain("Lang " * 400)]
    assert [_plain(cel.tekst) for cel in toelichting.kinderen] == [_plain("Waarom. " * 300)]


def test_text_over_several_pages_is_one_paragraph(alles: Gehoord) -> None:
    assert [_plain(tag.tekst) for tag in alles.all("BlockQuote") for tag in tag.kinderen] == [_plain(LANG)]


def test_list_is_a_list(alles: Gehoord) -> None:
    lijst, in_vak = alles.all("L")

    gevuld, lang, leeg = ([deel.soort for deel in punt.kinderen] for punt in lijst.kinderen)
    assert gevuld == lang == ["Lbl", "LBody"]
    assert leeg == ["Lbl"]
    assert [_plain(tag.tekst) for tag in in_vak.all("LBody")] == ["Een", "Twee"]


def test_each_figure_has_its_rows_in_words(alles: Gehoord) -> None:
    logo, waterval, *rest = alles.all("Figure")
    marges, stippen = rest[:3], rest[3:]

    assert logo.alternatief == "Logo van de gemeente"
    assert waterval.alternatief == "Bruto: 90; netto: 60"
    assert len(marges) == len(stippen) == 3
    assert stippen[2].alternatief.endswith("Taak 44 😀: 44")
    assert "Taak 0 😀: 0; Taak 1 😀: 1;" in marges[0].alternatief
    assert marges[2].alternatief.endswith("Taak 59 😀: 59")
    for figuur in (logo, waterval, *rest):
        links, onder, rechts, boven = figuur.kenmerken["/BBox"]
        assert 0 < links < rechts < 596
        assert 0 < onder < boven < 842


def test_place_to_sign_is_a_form_with_a_name_for_each_place(alles: Gehoord) -> None:
    (blok,) = (blok for blok in every_block().blokken if isinstance(blok, Ondertekening) and blok.keuzes)
    plekken = [(form.kenmerken["/Role"], form.kenmerken["/Desc"]) for form in alles.all("Form")]

    assert [uitleg for rol, uitleg in plekken if rol == "/cb"] == [*blok.keuzes, blok.aanvraag, "Alleen dit"]
    assert ("/tv", "Handtekening van Cliënt") in plekken
    assert ("/tv", "Naam van Consulent") in plekken
    assert ("/tv", "Naam van Cliënt") not in plekken


def test_heading_beside_its_legal_ground_is_heard_apart(alles: Gehoord) -> None:
    koppen = [kop.tekst.strip() for kop in alles.all("H1")]

    assert koppen[0] == "Een kop die te diep begint"
    assert "Wmo 2015 art. 2.3.2" in _heard(alles)


def test_verslag_of_many_taken_is_heard_in_full() -> None:
    verslag = many_taken(11, 6)

    gehoord = _heard(read_aloud(render_pdf(verslag)))

    assert sum(tekst.endswith("verteld: Op tafel lagen ongeopende brieven.") for tekst in gehoord) == 66
