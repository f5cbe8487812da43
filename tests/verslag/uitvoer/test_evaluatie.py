"""The evaluation sheet: one page, whatever the dossier holds, with what must be on paper."""

from dataclasses import replace
from datetime import date

import pytest

from indicatietool.domain.antwoorden import Antwoorden
from indicatietool.domain.dossier import Afscherming
from indicatietool.errors import VerslagError
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.verslag.blocks import texts_in
from indicatietool.verslag.pdf import render_pdf
from indicatietool.verslag.uitvoer.evaluatie import VERPLICHT, evaluation_sheet
from tests.builders import make_kader, make_leefgebied, score
from tests.verslag.papier import pages
from tests.verslag.uitvoer.zaken import NAAM, finished, make_zaak

LANG = "Cliënt kookt drie keer per week zelf een gezonde maaltijd voor zichzelf en zijn zoon. " * 20
ACHT_REGELS = tuple(
    f"{nummer}. Een verplicht onderdeel dat de SDD hier zelf heeft neergezet" for nummer in range(8)
)


def test_sheet_names_the_next_evaluation_and_what_must_be_on_paper() -> None:
    zaak = make_zaak(
        antwoorden=Antwoorden(taken=(score(),), leefgebieden=(make_leefgebied(doel="Post open."),))
    )
    tekst = "\n".join(texts_in(evaluation_sheet(zaak)))

    assert "Evaluatie op 1-5-2027" in tekst
    assert "binnen op 3-4-2027" in tekst
    assert "240 minuten per maand" in tekst
    assert "Post open." in tekst
    assert all(regel in tekst for regel in VERPLICHT)
    assert NAAM not in tekst


def test_sheet_is_about_the_first_evaluation_that_is_still_to_come() -> None:
    zaak = make_zaak()
    later = replace(zaak, verantwoording=replace(zaak.verantwoording, datum=date(2027, 5, 2)))

    assert "Evaluatie op 1-11-2027" in "\n".join(texts_in(evaluation_sheet(later)))


@pytest.mark.parametrize("aantal", [0, 1, 5, 8, 9, 11])
def test_sheet_is_one_page(aantal: int, voorbeeldkader: GeladenKader) -> None:
    kader = voorbeeldkader.kader
    namen = list(kader.leefgebied_by_id)[:aantal]
    dossier = finished(
        make_kader(),
        antwoorden=Antwoorden(leefgebieden=tuple(make_leefgebied(naam, doel=LANG) for naam in namen)),
        besluiten=(),
        weging={"product": "ib-midden"},
        oefening=True,
    )
    sheet = evaluation_sheet(make_zaak(kader, dossier), ACHT_REGELS)

    (blad,) = pages(render_pdf(sheet))
    assert blad.count("ja / deels / nee") == aantal


def test_guarded_doel_is_not_on_the_sheet() -> None:
    niet = Afscherming(plek="leefgebied.geld.doel", niet_voor_aanbieder=True, reden="wil de cliënt niet")
    antwoorden = Antwoorden(taken=(score(),), leefgebieden=(make_leefgebied(doel="Geheim doel."),))
    zaak = make_zaak(antwoorden=antwoorden, afgeschermd=(niet,))

    assert "Geheim doel." not in "\n".join(texts_in(evaluation_sheet(zaak)))


def test_without_a_planned_evaluation_there_is_no_sheet() -> None:
    with pytest.raises(VerslagError, match="nog geen evaluatie gepland"):
        evaluation_sheet(make_zaak(weging={"eerste_evaluatie": None}))
