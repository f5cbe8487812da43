"""What is missing for a definitive verslag, and the advice that never holds anything up."""

from datetime import date

import pytest

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.dossier import AdviesGevolgd, Dossier, Melding, SoortOnderzoek, Weging
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.fasen import Fase, FaseSoort
from indicatietool.domain.normenkader import Normenkader, Per
from indicatietool.domain.velden import ALLE_VELDEN
from indicatietool.engine.total import indicate
from indicatietool.session.advies import advise
from indicatietool.session.checks import Gemis, missing
from indicatietool.session.steps import VUL_AAN
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import GeladenKader
from tests.builders import (
    afwijken,
    make_dossier,
    make_factor,
    make_kader,
    make_leefgebied,
    make_profiel,
    make_taak,
    score,
    take_all_over,
)

DRIE = (make_taak("een"), make_taak("twee"), make_taak("drie"))


def gaps(kader: Normenkader, dossier: Dossier) -> tuple[Gemis, ...]:
    return missing(kader, dossier, indicate(kader, dossier))


def gap_at(kader: Normenkader, dossier: Dossier, veld: str) -> list[str]:
    return [gemis.tekst for gemis in gaps(kader, dossier) if gemis.veld == veld]


def toetsen(kader: Normenkader, dossier: Dossier) -> list[str]:
    return [toets.tekst for toets in advise(kader, dossier, indicate(kader, dossier))]


def weighed(dossier: Dossier, **changes: object) -> Dossier:
    return dossier.with_changes(weging=Weging(**changes))


# Missing


def test_empty_dossier_misses_everything_that_is_needed():
    velden = {gemis.veld for gemis in gaps(make_kader(), make_dossier())}

    nodig = {veld.pad for veld in ALLE_VELDEN if veld.nodig}
    assert velden == nodig | {"melding.gemeente", "weging.profiel", "weging.product", ""}


def test_each_gap_has_its_step_and_a_sentence():
    for gemis in gaps(make_kader(), make_dossier(score(blok=None))):
        assert gemis.stap
        assert gemis.tekst.endswith(".")


def test_gaps_come_in_the_order_of_the_steps():
    stappen = [gemis.stap for gemis in gaps(make_kader(), make_dossier())]

    volgorde = ["melding", "hulpvraag", "leefgebieden", "oplossingen", "weging", "looptijd", "controleren"]
    assert list(dict.fromkeys(stappen)) == volgorde


def test_none_of_the_casussen_misses_anything(voorbeeldkader: GeladenKader):
    for bestand in (voorbeeldkader.folder / "casussen").glob("*.json"):
        assert gaps(voorbeeldkader.kader, read_dossier(bestand)) == (), bestand.name


@pytest.mark.parametrize(("code", "mist"), [(None, True), ("9999", True), ("0505", False)])
def test_gemeente_is_one_of_the_seven(code: str | None, mist: bool):
    dossier = make_dossier().with_changes(melding=Melding(gemeente=code))

    assert bool(gap_at(make_kader(), dossier, "melding.gemeente")) is mist


def test_persoonlijk_plan_asks_how_it_was_used():
    met = make_dossier().with_changes(melding=Melding(persoonlijk_plan=True))
    zonder = make_dossier().with_changes(melding=Melding(persoonlijk_plan=False))

    assert gap_at(make_kader(), met, "melding.persoonlijk_plan_gebruikt")
    assert not gap_at(make_kader(), zonder, "melding.persoonlijk_plan_gebruikt")


def test_leefgebied_with_begeleiding_asks_for_problemen_doel_and_a_taak():
    dossier = make_dossier(leefgebieden=[make_leefgebied("geld")])

    teksten = [gemis.tekst for gemis in gaps(make_kader(), dossier) if "Geld" in gemis.tekst]

    assert teksten == [
        "Geld: problemen is nog niet ingevuld.",
        "Geld: doel is nog niet ingevuld.",
        "Geld: er is nog geen taak gekozen.",
    ]


@pytest.mark.parametrize("situatie", [s for s in LeefgebiedSituatie if s != "begeleiding"])
def test_leefgebied_without_begeleiding_is_never_forced(situatie: LeefgebiedSituatie):
    dossier = make_dossier(leefgebieden=[make_leefgebied("geld", situatie)])

    assert not [gemis for gemis in gaps(make_kader(), dossier) if gemis.stap.startswith("leefg")]


def test_open_vraag_is_a_gap_at_its_own_step():
    kader = make_kader(
        make_taak("post", per=Per.KEER), factoren=(make_factor("planbaar", "ja", "nee", bij=Plaats.DOSSIER),)
    )

    gevonden = {(g.stap, g.veld) for g in gaps(kader, make_dossier(score("post", None)))}

    assert {
        ("scoren.geld", "taak.post.blok"),
        ("scoren.geld", "taak.post.frequentie"),
        ("factoren", "factor.planbaar"),
    } <= gevonden


@pytest.mark.parametrize(
    ("dossier", "tekst"),
    [
        (make_dossier(score("post")), "Post: er is nog geen besluit."),
        (make_dossier(score("koken")), "Koken: beoordeel zelf hoeveel minuten nodig zijn."),
    ],
)
def test_besluit_that_is_open_is_a_gap(dossier: Dossier, tekst: str):
    kader = make_kader(make_taak("post"), make_taak("koken", open_norm="Beoordeel dit zelf."))

    assert tekst in [gemis.tekst for gemis in gaps(kader, dossier)]


def test_besluit_that_has_lapsed_is_a_gap():
    dossier = take_all_over(make_kader(), make_dossier(score("post")))
    zwaarder = make_kader(make_taak("post", minuten=61))

    teksten = gap_at(zwaarder, dossier, "besluit.post")

    assert teksten == ["Post: het voorstel is veranderd. Besluit opnieuw."]


def test_other_profiel_than_suggested_asks_why():
    kader = make_kader()
    dossier = take_all_over(kader, make_dossier(score("post")))

    zonder = gap_at(kader, weighed(dossier, profiel="B1"), "weging.profiel_motivering")
    met = gap_at(
        kader, weighed(dossier, profiel="B1", profiel_motivering="Rust."), "weging.profiel_motivering"
    )
    zelfde = gap_at(kader, weighed(dossier, profiel="O2"), "weging.profiel_motivering")

    assert (len(zonder), met, zelfde) == (1, [], [])


@pytest.mark.parametrize(
    ("start", "mist"),
    [
        (date(2025, 12, 31), True),
        (date(2026, 1, 1), False),
        (date(2027, 6, 30), False),
        (date(2027, 7, 1), True),
    ],
)
def test_start_outside_the_validity_of_the_kader_is_a_gap(start: date, mist: bool):
    kader = make_kader(geldig_van=date(2026, 1, 1), geldig_tot=date(2027, 6, 30))

    dossier = weighed(make_dossier(), ingangsdatum=start)

    assert bool(gap_at(kader, dossier, "weging.ingangsdatum")) is mist


def test_kader_without_profielen_and_producten_does_not_ask_for_them():
    kader = make_kader(profielen=()).model_copy(update={"producten": ()})

    velden = {gemis.veld for gemis in gaps(kader, make_dossier())}

    assert not velden & {"weging.profiel", "weging.product"}


# Advice of the aanbieder, behoud and fases


@pytest.mark.parametrize(
    ("melding", "velden"),
    [
        ({}, set()),
        ({"advies_minuten_per_maand": 600}, {"melding.advies_gevolgd"}),
        ({"advies_samenvatting": "Elke week."}, {"melding.advies_gevolgd"}),
        ({"advies_minuten_per_maand": 600, "advies_gevolgd": AdviesGevolgd.GEVOLGD}, set()),
        ({"advies_minuten_per_maand": 600, "advies_gevolgd": AdviesGevolgd.DEELS}, {"melding.advies_want"}),
        ({"advies_gevolgd": AdviesGevolgd.NIET}, {"melding.advies_want"}),
        ({"advies_gevolgd": AdviesGevolgd.NIET, "advies_want": "Te veel."}, set()),
    ],
)
def test_advies_of_the_aanbieder_asks_what_is_done_with_it(melding: dict, velden: set[str]):
    dossier = make_dossier().with_changes(melding=Melding(**melding))

    gevonden = {gemis.veld: gemis.stap for gemis in gaps(make_kader(), dossier) if "advies" in gemis.veld}

    assert set(gevonden) == velden
    assert set(gevonden.values()) <= {"besluit"}


@pytest.mark.parametrize(
    ("soort", "profiel", "mist"),
    [("eerste", "B2", True), ("eerste", "O2", False), ("herindicatie", "B2", False), ("eerste", None, False)],
)
def test_first_onderzoek_that_starts_in_behoud_asks_why(soort: str, profiel: str | None, mist: bool):
    melding = Melding(soort_onderzoek=SoortOnderzoek(soort))
    dossier = weighed(make_dossier(), profiel=profiel).with_changes(melding=melding)
    met = dossier.with_changes(weging=Weging(profiel=profiel, behoud_motivering="Leren lukte niet."))

    assert bool(gap_at(make_kader(), dossier, "weging.behoud_motivering")) is mist
    assert not gap_at(make_kader(), met, "weging.behoud_motivering")


def test_days_without_a_fase_are_a_gap():
    fase = Fase(soort=FaseSoort.START, van=date(2027, 2, 1), tot=date(2027, 4, 30))
    dossier = weighed(make_dossier(), ingangsdatum=date(2027, 1, 1), einddatum=date(2027, 12, 31))

    teksten = gap_at(make_kader(), dossier.with_changes(fasen=(fase,)), "fasen")

    assert teksten == [
        "Van 01-01-2027 tot en met 31-01-2027 is er geen fase. Vul de fasen aan.",
        "Van 01-05-2027 tot en met 31-12-2027 is er geen fase. Vul de fasen aan.",
    ]


def test_motivering_that_a_preset_began_must_be_completed():
    fase = Fase(
        soort=FaseSoort.AFBOUW,
        van=date(2027, 2, 1),
        tot=date(2027, 4, 30),
        minuten_per_maand=60,
        motivering=f"Afbouw. {VUL_AAN}",
    )

    assert gap_at(make_kader(), make_dossier().with_changes(fasen=(fase,)), "fase.1.motivering")


# Advice


def test_ordinary_dossier_gets_no_advice():
    kader = make_kader()
    dossier = take_all_over(kader, make_dossier(score("post")))

    assert toetsen(kader, weighed(dossier, profiel="O2", ingangsdatum=date(2027, 2, 1))) == []


@pytest.mark.parametrize(("profiel", "past"), [("O1", False), ("O2", True), ("B2", True), ("B3", False)])
def test_total_is_checked_against_the_band_of_the_chosen_profiel(profiel: str, past: bool):
    kader = make_kader(make_taak(minuten=60))

    gevonden = toetsen(kader, weighed(make_dossier(score()), profiel=profiel))

    assert any("past niet in de band" in tekst for tekst in gevonden) is not past


@pytest.mark.parametrize(
    ("einddatum", "woord"),
    [
        (date(2027, 5, 31), "korter"),
        (date(2027, 8, 31), None),
        (date(2028, 1, 31), None),
        (date(2028, 7, 31), None),
        (date(2028, 9, 30), "langer"),
    ],
)
def test_looptijd_is_compared_with_what_is_usual_for_the_profiel(einddatum: date, woord: str | None):
    kader = make_kader(profielen=(make_profiel("O1", 0, 10_080, looptijd=12),))
    dossier = weighed(make_dossier(), profiel="O1", ingangsdatum=date(2027, 2, 1), einddatum=einddatum)

    gevonden = [tekst for tekst in toetsen(kader, dossier) if "looptijd" in tekst]

    assert gevonden == [] if woord is None else f"{woord} dan gebruikelijk bij O1 (12 maanden)" in gevonden[0]


def test_dates_without_a_profiel_get_no_advice_about_the_looptijd():
    dossier = weighed(make_dossier(), ingangsdatum=date(2027, 2, 1), einddatum=date(2037, 1, 31))

    assert toetsen(make_kader(), dossier) == []


def test_same_motivering_twice_is_noticed():
    besluiten = {"een": afwijken(70, motivering="Veel."), "twee": afwijken(50, motivering=" Veel. ")}

    gevonden = toetsen(make_kader(*DRIE), make_dossier(score("een"), score("twee"), besluiten=besluiten))

    assert gevonden == ["Dezelfde motivering staat bij meer taken. Maak haar eigen voor elke taak."]


@pytest.mark.parametrize(
    ("minuten", "woord"),
    [((70, 71, 72), "hoger"), ((50, 51, 52), "lager"), ((70, 71, 52), None), ((60, 60, 60), None)],
)
def test_departures_all_in_one_direction_are_noticed(minuten: tuple[int, int, int], woord: str | None):
    namen = ("een", "twee", "drie")
    besluiten = {
        naam: afwijken(aantal, motivering=f"Reden {naam}.")
        for naam, aantal in zip(namen, minuten, strict=True)
    }
    dossier = make_dossier(*(score(naam) for naam in namen), besluiten=besluiten)

    gevonden = toetsen(make_kader(*DRIE), dossier)

    verwacht = (
        [] if woord is None else [f"Alle afwijkingen zijn {woord} dan het voorstel. Past het blok wel?"]
    )
    assert gevonden == verwacht


def test_two_departures_in_one_direction_are_nothing_special():
    besluiten = {naam: afwijken(70, motivering=f"Reden {naam}.") for naam in ("een", "twee")}

    gevonden = toetsen(make_kader(*DRIE), make_dossier(score("een"), score("twee"), besluiten=besluiten))

    assert gevonden == []


def test_reistijd_in_a_motivering_is_noticed():
    dossier = make_dossier(
        score("post"), besluiten={"post": afwijken(70, motivering="Inclusief Reistijd naar de cliënt.")}
    )

    assert "Reistijd zit in het tarief" in toetsen(make_kader(), dossier)[0]


@pytest.mark.parametrize(
    ("start", "woord"),
    [
        (date(2027, 2, 1), None),
        (date(2027, 2, 2), "midden in een maand"),
        (date(2027, 1, 1), "ligt in het verleden"),
    ],
)
def test_start_is_best_the_first_day_of_a_month_to_come(start: date, woord: str | None):
    gevonden = toetsen(make_kader(), weighed(make_dossier(), ingangsdatum=start))

    assert gevonden == [] if woord is None else woord in gevonden[0]


def test_advice_does_not_change_what_is_missing_or_the_number():
    kader = make_kader()
    dossier = weighed(take_all_over(kader, make_dossier(score())), ingangsdatum=date(2027, 2, 2))

    assert advise(kader, dossier, indicate(kader, dossier))
    assert indicate(kader, dossier).minuten_per_maand == 240
