"""Advice about a besluit: a departure that contradicts a score, and words that tell of no begeleiding."""

from datetime import date

import pytest

from indicatietool.domain.dossier import AdviesGevolgd, Dossier, Melding, Volumevorm, Weging
from indicatietool.domain.fasen import Fase, FaseSoort, TijdelijkeLijn
from indicatietool.domain.normenkader import Normenkader
from indicatietool.engine.total import indicate
from indicatietool.session.advies import advise
from tests.builders import (
    afwijken,
    make_dossier,
    make_factor,
    make_kader,
    make_overig,
    make_profiel,
    make_regel,
    make_taak,
    procent,
    rising,
    score,
    take_all_over,
)

ZWAARDER = make_kader(make_taak(cellen=rising(60, 60)))
"""O1 is 60 minutes, O2 120, O3 180, O4 240; behoud likewise."""


def remarks(kader: Normenkader, dossier: Dossier, veld: str = "besluit.post") -> list[str]:
    return [toets.tekst for toets in advise(kader, dossier, indicate(kader, dossier)) if toets.veld == veld]


def departed(minuten: int, *, blok: str = "O1", **keuzes: str) -> Dossier:
    return make_dossier(score(blok=blok, **keuzes), besluiten={"post": afwijken(minuten)})


def weighed(dossier: Dossier | None = None, **changes: object) -> Dossier:
    return (dossier or make_dossier()).with_changes(weging=Weging(**changes))


@pytest.mark.parametrize(
    ("minuten", "woorden"),
    [
        (70, []),
        (130, ["130 minuten past bij blok O2 (Blok O2). U koos blok O1. Klopt het gekozen blok?"]),
        (240, ["240 minuten past bij blok O4 (Blok O4). U koos blok O1. Klopt het gekozen blok?"]),
        (900, ["900 minuten is meer dan het zwaarste blok van deze taak geeft (312). Klopt het getal?"]),
        (10, ["10 minuten is minder dan het lichtste blok van deze taak geeft (48). Klopt het getal?"]),
    ],
)
def test_departure_that_fits_another_blok_says_which(minuten: int, woorden: list[str]):
    assert remarks(ZWAARDER, departed(minuten)) == woorden


def test_blok_of_the_same_richting_is_named_first():
    (tekst,) = remarks(ZWAARDER, departed(130, blok="B1"))

    assert "past bij blok B2" in tekst


@pytest.mark.parametrize(
    ("minuten", "kant"), [(40, "meer tijd vraagt"), (60, "meer tijd vraagt"), (75, None), (200, None)]
)
def test_departure_that_takes_back_what_a_score_added_is_noticed(minuten: int, kant: str | None):
    kader = make_kader(
        make_taak(vraagt=("risico",)),
        factoren=(make_factor("risico", "laag", "hoog"),),
        regels=(make_regel("risico-hoog", procent(50), factor="risico", keuzes=("hoog",)),),
    )
    teksten = remarks(kader, departed(minuten, risico="hoog"))

    gevonden = [tekst for tekst in teksten if "U scoorde iets dat" in tekst]
    assert len(gevonden) == (kant is not None)
    assert all(kant in tekst and "Klopt die score?" in tekst for tekst in gevonden)


def test_taak_without_a_norm_or_a_departure_within_the_marge_gets_no_remark():
    kader = make_kader(make_taak(open_norm="Beoordeel zelf."))

    assert remarks(kader, departed(500, blok=None)) == []
    assert remarks(ZWAARDER, take_all_over(ZWAARDER, make_dossier(score()))) == []


@pytest.mark.parametrize(("woord", "deel"), [("diagnostiek", "Zorgverzekeringswet"), ("Reistijd", "tarief")])
def test_words_of_no_begeleiding_are_noticed_in_every_motivering(woord: str, deel: str):
    overig = make_overig().model_copy(update={"motivering": f"Ook {woord}."})

    (tekst,) = remarks(make_kader(), make_dossier(overige=[overig]), "overig.1")

    assert deel in tekst


def test_departure_of_the_total_alone_asks_whether_it_belongs_to_a_taak():
    kader = make_kader()
    besloten = take_all_over(kader, make_dossier(score(), totaal=900))

    assert len(remarks(kader, besloten, "afwijking_totaal")) == 1


# The whole


@pytest.mark.parametrize(
    ("geadviseerd", "gevolgd", "aantal"),
    [
        (240, AdviesGevolgd.GEVOLGD, 0),
        (260, AdviesGevolgd.GEVOLGD, 0),
        (600, AdviesGevolgd.GEVOLGD, 1),
        (600, AdviesGevolgd.DEELS, 0),
        (600, None, 0),
    ],
)
def test_following_an_advice_with_another_number_is_noticed(
    geadviseerd: int, gevolgd: AdviesGevolgd | None, aantal: int
):
    melding = Melding(advies_minuten_per_maand=geadviseerd, advies_gevolgd=gevolgd, advies_want="Passend.")
    dossier = make_dossier(score()).with_changes(melding=melding)

    assert len(remarks(make_kader(), dossier, "melding.advies_gevolgd")) == aantal


@pytest.mark.parametrize(
    ("einde", "woord"),
    [
        (date(2027, 7, 31), None),
        (date(2027, 12, 31), "Dat mag tot 12 maanden"),
        (date(2028, 1, 31), "Dat mag tot 12 maanden"),
        (date(2028, 4, 30), "langer dan 12 maanden"),
    ],
)
def test_heavy_indicatie_may_be_extended_to_a_year_with_a_reason(einde: date, woord: str | None):
    kader = make_kader(profielen=(make_profiel("O1", 0, 10_080, looptijd=6),))
    dossier = weighed(profiel="O1", ingangsdatum=date(2027, 2, 1), einddatum=einde)

    gevonden = remarks(kader, dossier, "weging.einddatum")

    assert gevonden == [] if woord is None else woord in gevonden[0]


@pytest.mark.parametrize(
    ("eerste", "onzeker", "woord"),
    [
        (date(2027, 5, 1), None, None),
        (date(2027, 8, 1), None, None),
        (date(2027, 8, 2), None, "later dan zes maanden"),
        (date(2027, 4, 1), None, "eerder dan drie maanden"),
        (date(2027, 4, 1), True, None),
        (date(2027, 8, 1), True, "rond 1-5-2027"),
        (date(2029, 1, 1), None, "na de einddatum"),
    ],
)
def test_first_evaluation_lies_between_three_and_six_months(
    eerste: date, onzeker: bool | None, woord: str | None
):
    dossier = weighed(
        ingangsdatum=date(2027, 2, 1), einddatum=date(2028, 1, 31), eerste_evaluatie=eerste, onzeker=onzeker
    )

    gevonden = remarks(make_kader(), dossier, "weging.eerste_evaluatie")

    assert gevonden == [] if woord is None else woord in gevonden[0]


def test_fase_and_temporary_line_outside_the_looptijd_are_advice():
    dossier = weighed(ingangsdatum=date(2027, 2, 1), einddatum=date(2027, 12, 31)).with_changes(
        fasen=(Fase(soort=FaseSoort.START, van=date(2027, 1, 1), tot=date(2027, 12, 31)),),
        tijdelijke_lijnen=(
            TijdelijkeLijn(
                omschrijving="Verhuizing",
                van=date(2027, 12, 1),
                tot=date(2028, 1, 15),
                minuten_per_maand=60,
                motivering="Nieuwe woning.",
            ),
        ),
    )

    for plek in ("fase.1", "tijdelijk.1"):
        (tekst,) = remarks(make_kader(), dossier, plek)
        assert "valt niet binnen de looptijd (1-2-2027 tot en met 31-12-2027)" in tekst


def test_total_for_the_whole_duration_warns_about_stopping_early():
    assert len(remarks(make_kader(), weighed(volumevorm=Volumevorm.TOTAAL), "weging.volumevorm")) == 1


@pytest.mark.parametrize(("minuten", "aantal"), [(480, 0), (481, 1)])
def test_more_than_eight_hours_a_week_is_noticed(minuten: int, aantal: int):
    kader = make_kader(make_taak(minuten=minuten))

    assert len(remarks(kader, make_dossier(score()), "weging.profiel")) == aantal
