"""Input for the ondersteuningsplan, and the line that says nothing of anyone."""

from datetime import date

import pytest

from indicatietool.domain.antwoorden import Antwoorden
from indicatietool.domain.dossier import Afscherming
from indicatietool.errors import VerslagError
from indicatietool.verslag.uitvoer.plan import KOLOMMEN, plan_as_csv, plan_as_text
from indicatietool.verslag.uitvoer.statistiek import KOLOMMEN as STATISTIEK
from indicatietool.verslag.uitvoer.statistiek import statistics_as_csv
from indicatietool.verslag.zaak import Zaak
from tests.builders import afwijken, make_dossier, make_kader, make_leefgebied, make_overig, make_taak, score
from tests.verslag.uitvoer.zaken import NAAM, cells, finished, make_zaak, with_code

DOEL = "Elke dag de post open."


def answered() -> Antwoorden:
    return Antwoorden(
        taken=(score(),),
        leefgebieden=(
            make_leefgebied("geld", problemen="Heeft schulden bij familie.", doel=DOEL),
            make_leefgebied("wonen", doel="Lege\nkamer."),
        ),
        overige=(make_overig(15, "Mee naar de kapper"),),
    )


def test_plan_has_doelen_taken_and_minutes() -> None:
    zaak = make_zaak(antwoorden=answered())
    tekst = plan_as_text(zaak)

    assert cells(plan_as_csv(zaak)) == [
        list(KOLOMMEN),
        ["Geld", DOEL, "", "Post", "norm geldt per week", "60"],
        ["Wonen", "Lege kamer.", "", "", "", ""],
        ["Overige begeleiding", "", "", "Mee naar de kapper", "", "15"],
    ]
    assert "- Post: norm geldt per week, 60 minuten per week" in tekst
    assert "Indicatie: 300 minuten per maand." in tekst


def test_plan_holds_nothing_that_an_aanbieder_may_not_have() -> None:
    niet = Afscherming(plek="leefgebied.geld.doel", niet_voor_aanbieder=True, reden="wil de cliënt niet")
    zaak = make_zaak(antwoorden=answered(), afgeschermd=(niet,))

    for vorm in (plan_as_text(zaak), plan_as_csv(zaak).decode()):
        assert DOEL not in vorm
        assert NAAM not in vorm
        assert "schulden" not in vorm
        assert "Lege kamer." in vorm


def test_plan_of_an_unfinished_indicatie_is_refused() -> None:
    with pytest.raises(VerslagError, match="voorlopig"):
        plan_as_text(make_zaak(besluiten=()))


def departed(richting: int) -> Zaak:
    kader = with_code(make_kader(make_taak("post"), make_taak("zelf", open_norm="Nog niet genormeerd.")))
    gescoord = make_dossier(
        score("post"),
        score("zelf", None),
        besluiten={"post": afwijken(60 + richting), "zelf": afwijken(20)},
    )
    dossier = finished(kader, antwoorden=gescoord.antwoorden, besluiten=gescoord.besluiten)
    return make_zaak(kader, dossier)


@pytest.mark.parametrize(("richting", "hoger", "lager"), [(5, "1", "0"), (-5, "0", "1"), (0, "0", "0")])
def test_line_counts_departures_and_their_direction(richting: int, hoger: str, lager: str) -> None:
    rij = dict(zip(*cells(statistics_as_csv([departed(richting)])), strict=True))

    assert (rij["afgeweken_hoger"], rij["afgeweken_lager"], rij["zelf_beoordeeld"]) == (hoger, lager, "1")
    assert (rij["taken"], rij["profiel"], rij["product"]) == ("2", "O2", "licht")
    assert rij["looptijd_maanden"] == "12"


def test_line_says_nothing_of_anyone() -> None:
    kop, rij = cells(statistics_as_csv([make_zaak(antwoorden=answered())]))

    assert tuple(kop) == STATISTIEK
    assert not {"dossier", "zaaknummer", "gemeente", "client", "datum"} & set(kop)
    for iets in (NAAM, "2027-0001", "Z-2027-001", "0505", "Dordrecht", DOEL, "2027-02"):
        assert iets not in ";".join(rij)


@pytest.mark.parametrize(("minuten", "afgerond"), [(0, "0"), (14, "0"), (15, "30"), (44, "30"), (811, "810")])
def test_minutes_are_rounded_so_that_a_letter_can_not_be_looked_up(minuten: int, afgerond: str) -> None:
    totaal = make_dossier(score(), totaal=minuten).afwijking_totaal
    rij = dict(zip(*cells(statistics_as_csv([make_zaak(afwijking_totaal=totaal)])), strict=True))

    assert rij["minuten_per_maand_op_30"] == afgerond
    assert rij["totaal_afgeweken"] == ("hoger" if minuten > 240 else "lager")


def test_order_of_the_dossiers_is_lost() -> None:
    een, twee = make_zaak(), departed(5)

    assert statistics_as_csv([een, twee]) == statistics_as_csv([twee, een])


def test_gemeente_is_only_there_when_asked_for() -> None:
    assert cells(statistics_as_csv([make_zaak()], with_gemeente=True))[1][-1] == "Dordrecht"


def test_half_a_month_or_more_counts_as_a_month() -> None:
    kort = make_zaak(weging={"einddatum": date(2027, 3, 16)})
    rij = dict(zip(*cells(statistics_as_csv([kort])), strict=True))

    assert rij["looptijd_maanden"] == "2"


def test_unfinished_indicatie_does_not_count() -> None:
    with pytest.raises(VerslagError, match="2027-0001 is nog voorlopig"):
        statistics_as_csv([make_zaak(besluiten=())])
