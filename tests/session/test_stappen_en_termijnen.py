"""The steps of a consultation and how far they are; the dates that follow from a profiel."""

from datetime import date

import pytest

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.dossier import Afronding, Dossier, Hulpvraag, Weging
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.kalender import add_months, research_deadline
from indicatietool.domain.normenkader import Normenkader
from indicatietool.engine.looptijd import suggest_termijnen
from indicatietool.engine.total import indicate
from indicatietool.session.steps import StapStatus, scored, steps
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import GeladenKader
from tests.builders import (
    make_dossier,
    make_factor,
    make_kader,
    make_leefgebied,
    make_profiel,
    make_taak,
    score,
    take_all_over,
)


def statuses(kader: Normenkader, dossier: Dossier) -> dict[str, StapStatus]:
    return {stap.id: stap.status for stap in steps(kader, dossier, indicate(kader, dossier))}


# Steps


def test_steps_follow_the_stappenplan():
    kader = make_kader(factoren=(make_factor("planbaar", "ja", "nee", bij=Plaats.DOSSIER),))
    dossier = make_dossier(leefgebieden=[make_leefgebied("geld")])

    assert list(statuses(kader, dossier)) == [
        "melding",
        "hulpvraag",
        "leefgebieden",
        "factoren",
        "scoren.geld",
        "oplossingen",
        "besluit",
        "weging",
        "looptijd",
        "controleren",
        "verslag",
    ]


def test_only_leefgebieden_that_need_begeleiding_are_scored():
    dossier = make_dossier(
        leefgebieden=[make_leefgebied("geld", LeefgebiedSituatie.NETWERK), make_leefgebied("wonen")]
    )

    scoren = [stap for stap in statuses(make_kader(), dossier) if stap.startswith("scoren")]

    assert scoren == ["scoren.wonen"]


def test_step_for_factoren_is_there_only_when_the_kader_asks_any():
    assert "factoren" not in statuses(make_kader(), make_dossier())


def test_nothing_is_looked_at_in_an_empty_dossier():
    assert set(statuses(make_kader(), make_dossier()).values()) == {StapStatus.NOG_NIET}


def test_everything_is_done_in_a_finished_casus(voorbeeldkader: GeladenKader):
    (bestand,) = (voorbeeldkader.folder / "casussen").glob("o2-*.json")

    per_stap = statuses(voorbeeldkader.kader, read_dossier(bestand))

    assert set(per_stap.values()) == {StapStatus.KLAAR}


def test_verslag_is_done_when_it_was_sent_and_not_before_all_is_decided():
    kader = make_kader(make_taak("post"))
    gescoord = make_dossier(score("post"))
    besloten = take_all_over(kader, gescoord)
    verzonden = besloten.with_changes(afronding=Afronding(verslag_verzonden=date(2027, 2, 1)))

    standen = [statuses(kader, dossier)["verslag"] for dossier in (gescoord, besloten, verzonden)]

    assert standen == [StapStatus.NOG_NIET, StapStatus.BEZIG, StapStatus.KLAAR]


def test_typed_step_is_bezig_until_every_needed_field_is_there():
    half = make_dossier().with_changes(hulpvraag=Hulpvraag(eigen_woorden="Ik wil rust."))
    heel = make_dossier().with_changes(
        hulpvraag=Hulpvraag(eigen_woorden="Ik wil rust.", situatie="Alleen.", behoeften="Rust.")
    )

    assert statuses(make_kader(), half)["hulpvraag"] is StapStatus.BEZIG
    assert statuses(make_kader(), heel)["hulpvraag"] is StapStatus.KLAAR


@pytest.mark.parametrize(
    ("scores", "status"),
    [
        ((), StapStatus.NOG_NIET),
        ((score("post", None),), StapStatus.BEZIG),
        ((score("post"), score("bellen", None)), StapStatus.BEZIG),
        ((score("post"), score("bellen")), StapStatus.KLAAR),
    ],
)
def test_scoring_is_done_when_no_vraag_is_open(scores: tuple, status: StapStatus):
    kader = make_kader(make_taak("post"), make_taak("bellen"))

    dossier = make_dossier(*scores, leefgebieden=[make_leefgebied("geld")])

    assert statuses(kader, dossier)["scoren.geld"] is status


def test_besluiten_are_bezig_then_klaar_and_a_lapsed_one_asks_for_attention():
    kader = make_kader(make_taak("post"), make_taak("bellen"))
    open_dossier = make_dossier(score("post"), score("bellen"))
    klaar = take_all_over(kader, open_dossier)
    half = klaar.with_changes(besluiten=klaar.besluiten[:1])
    zwaarder = make_kader(make_taak("post", minuten=90), make_taak("bellen"))

    standen = [statuses(kader, dossier)["besluit"] for dossier in (open_dossier, half, klaar)]

    assert standen == [StapStatus.NOG_NIET, StapStatus.BEZIG, StapStatus.KLAAR]
    assert statuses(zwaarder, klaar)["besluit"] is StapStatus.LET_OP


@pytest.mark.parametrize(
    ("problemen", "doel", "status"),
    [
        ("", "", StapStatus.BEZIG),
        ("De post blijft liggen.", "", StapStatus.BEZIG),
        ("", "De post is op orde.", StapStatus.BEZIG),
        ("De post blijft liggen.", "De post is op orde.", StapStatus.KLAAR),
    ],
)
def test_leefgebied_that_needs_begeleiding_asks_for_problemen_and_doel(
    problemen: str, doel: str, status: StapStatus
):
    dossier = make_dossier(leefgebieden=[make_leefgebied("geld", problemen=problemen, doel=doel)])

    assert statuses(make_kader(), dossier)["leefgebieden"] is status


def test_weging_is_not_done_without_a_profiel():
    dossier = make_dossier().with_changes(weging=Weging(profiel="O1"))

    assert statuses(make_kader(), dossier)["weging"] is StapStatus.BEZIG


def test_scored_counts_what_can_be_computed():
    kader = make_kader(make_taak("post"), make_taak("bellen"))
    dossier = make_dossier(score("post"), score("bellen", None))

    assert scored(indicate(kader, dossier)) == (1, 2)


# Dates


@pytest.mark.parametrize(
    ("dag", "maanden", "later"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2027, 3, 31), 1, date(2027, 4, 30)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2027, 11, 30), 1, date(2027, 12, 30)),
        (date(2027, 5, 15), 0, date(2027, 5, 15)),
        (date(2027, 5, 15), 120, date(2037, 5, 15)),
        (date(2027, 12, 1), 1, date(2028, 1, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(dag: date, maanden: int, later: date):
    assert add_months(dag, maanden) == later


@pytest.mark.parametrize(
    ("start", "einde"),
    [
        (date(2027, 1, 1), date(2027, 12, 31)),
        (date(2027, 3, 1), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2029, 2, 27)),
        (date(2027, 2, 15), date(2028, 2, 14)),
    ],
)
def test_looptijd_ends_the_day_before_the_anniversary(start: date, einde: date):
    termijnen = suggest_termijnen(make_profiel("O1", 0, 60, looptijd=12), start)

    assert termijnen.einddatum == einde


def test_evaluation_follows_the_profiel():
    termijnen = suggest_termijnen(make_profiel("O1", 0, 60), date(2027, 1, 31))

    assert termijnen.eerste_evaluatie == date(2027, 4, 30)
    assert (termijnen.evaluatie_elke_maanden, termijnen.aanleveren_weken_ervoor) == (6, 4)


@pytest.mark.parametrize(
    ("melding", "uiterlijk"),
    [(date(2027, 1, 4), date(2027, 2, 15)), (date(2028, 1, 31), date(2028, 3, 13))],
)
def test_onderzoek_takes_six_weeks_at_most(melding: date, uiterlijk: date):
    assert research_deadline(melding) == uiterlijk


def test_first_evaluation_of_every_shipped_profiel_is_after_three_to_six_months(voorbeeldkader: GeladenKader):
    maanden = [profiel.eerste_evaluatie_maanden for profiel in voorbeeldkader.kader.profielen]

    assert all(3 <= aantal <= 6 for aantal in maanden)
