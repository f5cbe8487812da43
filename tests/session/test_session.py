"""What can be done to a dossier, and the sentence the consulent gets where something can't."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from indicatietool.domain.antwoorden import Frequentie, LeefgebiedSituatie
from indicatietool.domain.besluit import Afwijken, BinnenMarge, Overnemen
from indicatietool.domain.dossier import Leveringsvorm
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.indicatie import BesluitStand, IndicatieStatus
from indicatietool.domain.normenkader import Normenkader, Per
from indicatietool.errors import BesluitError, IndicatietoolError, InvoerError, OpslagError
from indicatietool.session.session import Session
from indicatietool.session.termijnen import terms_of_kader
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.kluis import Kluis
from tests.builders import (
    VANDAAG,
    as_loaded,
    make_aftrek,
    make_dossier,
    make_factor,
    make_kader,
    make_overig,
    make_taak,
)
from tests.kluizen import make_kluis

BEGELEIDING = LeefgebiedSituatie.BEGELEIDING


@pytest.fixture
def kluis(tmp_path: Path) -> Iterator[Kluis]:
    with make_kluis(tmp_path / "kluis") as kluis:
        yield kluis


def open_with(kader: Normenkader, kluis: Kluis | None = None) -> Session:
    return Session(make_dossier(), as_loaded(kader), kluis, VANDAAG)


@pytest.fixture
def session(kluis: Kluis) -> Session:
    """Nothing answered yet: a taak per week, one per keer with a factor, one with an open norm."""
    kader = make_kader(
        make_taak("post", minuten=60),
        make_taak("bellen", per=Per.KEER, minuten=20, vraagt=("motivatie",)),
        make_taak("koken", leefgebied="wonen", open_norm="Kijk zelf hoeveel dit vraagt."),
        factoren=(
            make_factor("motivatie", "goed", "matig"),
            make_factor("drukte", "rustig", "druk", bij=Plaats.LEEFGEBIED),
            make_factor("planbaar", "ja", "nee", bij=Plaats.DOSSIER),
        ),
    )
    return open_with(kader, kluis)


@pytest.fixture
def scored(session: Session) -> Session:
    """Taak post is scored at O1: 60 minutes, marge 48 to 78."""
    session.set_situatie("geld", BEGELEIDING)
    session.answer_factor("drukte", "rustig", "geld")
    session.answer_factor("planbaar", "ja")
    session.choose_taak("post", nodig=True)
    session.answer_blok("post", "O1")
    return session


# Typed fields


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        ("melding.client", "Oefencliënt"),
        ("melding.spoed", False),
        ("melding.meldingsdatum", date(2027, 1, 4)),
        ("melding.advies_minuten_per_maand", 0),
        ("melding.gemeente", "0505"),
        ("weging.profiel", "O2"),
        ("weging.product", "licht"),
        ("weging.product_motivering", "Lichte hulp past."),
        ("weging.leveringsvorm", Leveringsvorm.PGB),
    ],
)
def test_field_is_filled_in_and_emptied_again(session: Session, pad: str, waarde: object):
    sectie, _, naam = pad.partition(".")
    leeg = getattr(getattr(session.dossier, sectie), naam)

    session.set_veld(pad, waarde)
    assert getattr(getattr(session.dossier, sectie), naam) == waarde

    session.set_veld(pad, None)
    assert getattr(getattr(session.dossier, sectie), naam) == leeg


@pytest.mark.parametrize("niets", [None, ""])
@pytest.mark.parametrize("pad", ["melding.client", "melding.meldingsdatum", "weging.evaluatie_elke_maanden"])
def test_nothing_empties_any_field(session: Session, pad: str, niets: object):
    session.set_veld(pad, niets)

    assert session.dossier == make_dossier()


@pytest.mark.parametrize("pad", ["melding.adres", "client", "", "antwoorden.taken", "kader.sha256"])
def test_field_that_is_not_there_is_refused(session: Session, pad: str):
    with pytest.raises(InvoerError, match="bestaat niet"):
        session.set_veld(pad, "x")


@pytest.mark.parametrize(
    ("pad", "waarde", "woorden"),
    [
        ("melding.client", "a" * 201, "client: is te lang: hoogstens 200 tekens. Kort de tekst in."),
        ("melding.client", "a\x00", "client: bevat een stuurteken"),
        ("melding.client", 3, "client: moet een tekst zijn"),
        ("melding.advies_minuten_per_maand", 50_000, "is te hoog: hoogstens 44640"),
        ("melding.advies_minuten_per_maand", "90", "moet een geheel getal zijn"),
        ("melding.meldingsdatum", 20270131, "is geen bestaande datum"),
        ("weging.profiel", "O9", "profiel 'O9'"),
        ("weging.product", "goud", "product 'goud'"),
    ],
)
def test_value_that_can_not_stand_there_is_refused_and_changes_nothing(
    session: Session, pad: str, waarde: object, woorden: str
):
    before = session.dossier

    with pytest.raises(InvoerError, match=woorden):
        session.set_veld(pad, waarde)

    assert session.dossier is before


def test_end_before_the_start_is_refused(session: Session):
    session.set_veld("weging.ingangsdatum", date(2027, 2, 1))

    with pytest.raises(InvoerError, match=r"^Einddatum ligt vóór ingangsdatum\. Pas één van beide aan\.$"):
        session.set_veld("weging.einddatum", date(2027, 1, 31))


def test_place_to_resume_is_remembered(session: Session):
    session.stay_at("scoren.geld")

    assert session.dossier.gebleven == "scoren.geld"


# Leefgebieden and taken


def test_leefgebieden_stand_in_the_order_of_the_kader(session: Session):
    session.set_situatie("wonen", BEGELEIDING)
    session.set_situatie("geld", LeefgebiedSituatie.NETWERK)

    assert [a.leefgebied for a in session.dossier.antwoorden.leefgebieden] == ["geld", "wonen"]


def test_words_about_a_leefgebied_are_kept_when_the_situatie_changes(scored: Session):
    scored.set_leefgebied_tekst("geld", "problemen", "De post blijft liggen.")

    scored.set_situatie("geld", LeefgebiedSituatie.EIGEN_KRACHT)

    antwoord = scored.dossier.antwoorden.leefgebied("geld")
    assert antwoord is not None
    assert (antwoord.problemen, antwoord.situatie) == ("De post blijft liggen.", "eigen_kracht")


@pytest.mark.parametrize("situatie", [None, *(s for s in LeefgebiedSituatie if s is not BEGELEIDING)])
def test_leefgebied_without_begeleiding_has_no_taken_and_no_besluiten(
    scored: Session, situatie: LeefgebiedSituatie | None
):
    scored.take_over("post")

    scored.set_situatie("geld", situatie)

    assert scored.dossier.antwoorden.taken == ()
    assert scored.dossier.besluiten == ()
    assert (scored.dossier.antwoorden.leefgebied("geld") is None) is (situatie is None)


def test_taak_that_was_decided_can_be_taken_out_again(scored: Session):
    scored.depart("post", 100, "bijzonder", "Er is veel post.")

    scored.choose_taak("post", nodig=False)

    assert scored.dossier.antwoorden.taak("post") is None
    assert scored.dossier.besluiten == ()
    assert scored.indicatie.minuten_per_week == 0


def test_choosing_a_taak_twice_keeps_its_answers(scored: Session):
    scored.choose_taak("post", nodig=True)

    assert scored.dossier.antwoorden.taak("post").blok == "O1"


def test_answers_about_a_taak_are_kept(session: Session):
    session.set_situatie("geld", BEGELEIDING)
    session.choose_taak("bellen", nodig=True)

    session.answer_blok("bellen", "B2")
    session.answer_frequentie("bellen", Frequentie(keer=2, per_weken=1))
    session.answer_observatie("bellen", "Hing twee keer op.")
    session.answer_factor("motivatie", "matig", "bellen")
    session.set_aftrek("bellen", (make_aftrek(minuten=10),))

    antwoord = session.dossier.antwoorden.taak("bellen")
    assert antwoord is not None
    assert (antwoord.blok, str(antwoord.frequentie)) == ("B2", "2 keer per week")
    assert (antwoord.observatie, antwoord.keuzes) == ("Hing twee keer op.", {"motivatie": "matig"})
    assert antwoord.aftrek == (make_aftrek(minuten=10),)


@pytest.mark.parametrize(
    ("factor", "keuze", "sleutel"),
    [("motivatie", "goed", "bellen"), ("drukte", "druk", "geld"), ("planbaar", "nee", "")],
)
def test_factor_is_answered_where_it_is_asked_and_can_be_left_open_again(
    session: Session, factor: str, keuze: str, sleutel: str
):
    session.set_situatie("geld", BEGELEIDING)
    session.choose_taak("bellen", nodig=True)
    leeg = session.dossier

    session.answer_factor(factor, keuze, sleutel)
    assert session.dossier != leeg

    session.answer_factor(factor, None, sleutel)
    assert session.dossier == leeg


@pytest.mark.parametrize(
    ("act", "woorden"),
    [
        (lambda s: s.answer_blok("bellen", "O1"), "Taak bellen is niet gekozen. Kies de taak eerst"),
        (lambda s: s.answer_blok("post", "O9"), "taak 'post', blok 'O9'"),
        (lambda s: s.answer_blok("post", "o1"), "blok: heeft niet de juiste schrijfwijze"),
        (lambda s: s.answer_factor("stemming", "goed", "post"), "Factor stemming kent dit normenkader niet"),
        (lambda s: s.answer_factor("planbaar", "soms"), "keuze 'soms' bij planbaar"),
        (lambda s: s.answer_factor("motivatie", "goed", "koken"), "Taak koken is niet gekozen"),
        (lambda s: s.answer_factor("drukte", "druk", "wonen"), "Leefgebied wonen is niet gekozen"),
        (lambda s: s.set_situatie("sport", BEGELEIDING), "Leefgebied sport kent dit normenkader niet"),
        (lambda s: s.set_situatie("sport", None), "Leefgebied sport kent dit normenkader niet"),
        (lambda s: s.choose_taak("dansen", nodig=True), "taak 'dansen'"),
        (lambda s: s.set_leefgebied_tekst("geld", "roddels", "x"), "roddels: kent dit formaat niet"),
        (lambda s: s.set_leefgebied_tekst("wonen", "doel", "x"), "situatie: ontbreekt"),
        (lambda s: s.set_aftrek("post", (make_aftrek(minuten=1),) * 11), "aftrek: heeft te veel onderdelen"),
        (lambda s: s.uitkomst("bellen"), "Taak bellen is niet gekozen"),
    ],
)
def test_answer_that_does_not_fit_is_refused_in_dutch_and_changes_nothing(
    scored: Session, act: Callable[[Session], None], woorden: str
):
    before = scored.dossier

    with pytest.raises(InvoerError, match=woorden):
        act(scored)

    assert scored.dossier is before


def test_overige_begeleiding_is_set_and_taken_away(session: Session):
    session.set_overige((make_overig(15),))
    assert session.indicatie.minuten_per_week == 15

    session.set_overige(())
    assert session.indicatie.minuten_per_week == 0


# Besluiten


def test_nothing_is_ever_decided_by_the_program(scored: Session):
    assert scored.dossier.besluiten == ()
    assert scored.uitkomst("post").stand is BesluitStand.OPEN
    assert scored.indicatie.status is IndicatieStatus.VOORLOPIG


def test_voorstel_is_taken_over_as_it_stands(scored: Session):
    scored.take_over("post")

    assert scored.uitkomst("post").besluit == Overnemen(minuten_per_week=Fraction(60))
    assert scored.indicatie.status is IndicatieStatus.BEPAALD


def test_voorstel_that_changes_after_it_was_taken_over_must_be_decided_again(scored: Session):
    scored.take_over("post")

    scored.set_aftrek("post", (make_aftrek(minuten=10),))

    assert scored.uitkomst("post").stand is BesluitStand.VERLOPEN
    assert scored.uitkomst("post").minuten_per_week == 50
    assert scored.indicatie.status is IndicatieStatus.VOORLOPIG


@pytest.mark.parametrize("minuten", [48, 60, 78])
def test_any_value_within_the_marge_may_be_chosen_freely(scored: Session, minuten: int):
    scored.choose_within("post", minuten)

    assert scored.uitkomst("post").besluit == BinnenMarge(minuten_per_week=minuten)


@pytest.mark.parametrize("minuten", [0, 47, 79, 10_080])
def test_value_outside_the_marge_asks_for_a_grond_and_a_motivering(scored: Session, minuten: int):
    with pytest.raises(BesluitError) as geval:
        scored.choose_within("post", minuten)

    assert str(geval.value) == (
        f"{minuten} minuten ligt buiten de marge van 48 tot 78 minuten. "
        "Kies een grond en schrijf een motivering."
    )
    assert scored.dossier.besluiten == ()


def test_departure_has_its_grond_and_motivering(scored: Session):
    scored.depart("post", 100, "bijzonder", "Er komt drie keer zoveel post.")

    assert scored.uitkomst("post").besluit == Afwijken(
        minuten=100, grond="bijzonder", motivering="Er komt drie keer zoveel post."
    )


@pytest.mark.parametrize(
    ("minuten", "grond", "motivering", "woorden"),
    [
        (100, "bijzonder", "", r"motivering: is leeg\. Vul hier een tekst in\."),
        (100, "bijzonder", " \n ", r"motivering: is leeg\. Vul hier een tekst in\."),
        (100, "", "Veel post.", "Kies een grond uit de lijst: waarom past het voorstel hier niet"),
        (100, "gevoel", "Veel post.", "Kies een grond uit de lijst"),
        (-1, "bijzonder", "Veel post.", r"minuten: is te laag: minstens 0\."),
        (10_081, "bijzonder", "Veel post.", r"minuten: is te hoog: hoogstens 10080\."),
    ],
)
def test_departure_without_reason_is_refused(
    scored: Session, minuten: int, grond: str, motivering: str, woorden: str
):
    with pytest.raises(InvoerError, match=woorden):
        scored.depart("post", minuten, grond, motivering)

    assert scored.dossier.besluiten == ()


def test_new_besluit_replaces_the_old_one(scored: Session):
    scored.take_over("post")

    scored.choose_within("post", 70)

    assert [besluit.besluit for besluit in scored.dossier.besluiten] == [BinnenMarge(minuten_per_week=70)]


def test_besluit_can_be_taken_back(scored: Session):
    scored.take_over("post")

    scored.revoke("post")

    assert scored.dossier.besluiten == ()


def test_there_is_nothing_to_take_over_while_a_vraag_is_open(scored: Session):
    scored.choose_taak("bellen", nodig=True)

    with pytest.raises(BesluitError, match="Beantwoord eerst de open vragen"):
        scored.take_over("bellen")
    with pytest.raises(BesluitError, match=r"10 minuten ligt buiten de marge\. Kies een grond"):
        scored.choose_within("bellen", 10)


def test_open_norm_is_decided_by_the_consulent(scored: Session):
    scored.set_situatie("wonen", BEGELEIDING)
    scored.choose_taak("koken", nodig=True)

    with pytest.raises(BesluitError):
        scored.take_over("koken")
    scored.depart("koken", 45, "bijzonder", "Drie maaltijden van een kwartier.")

    assert scored.uitkomst("koken").minuten_per_week == 45


@pytest.mark.parametrize("act", ["take_over", "uitkomst"])
def test_taak_that_was_not_chosen_can_not_be_decided(session: Session, act: str):
    with pytest.raises(IndicatietoolError, match="Kies de taak eerst bij het leefgebied"):
        getattr(session, act)("post")


def test_total_is_set_otherwise_and_back_again(scored: Session):
    scored.take_over("post")

    scored.depart_from_total(200, "afbouw", "De hulp wordt in drie maanden minder.")
    assert (scored.indicatie.minuten_per_maand, scored.indicatie.berekend_per_maand) == (200, 240)

    scored.revoke_total()
    assert scored.indicatie.minuten_per_maand == 240


@pytest.mark.parametrize(
    ("minuten", "grond", "motivering"), [(200, "afbouw", " "), (200, "", "x"), (44_641, "afbouw", "x")]
)
def test_total_is_not_set_otherwise_without_a_reason(
    scored: Session, minuten: int, grond: str, motivering: str
):
    with pytest.raises(InvoerError):
        scored.depart_from_total(minuten, grond, motivering)

    assert scored.dossier.afwijking_totaal is None


# Dates


def test_no_dates_are_suggested_without_a_profiel(session: Session):
    session.set_veld("weging.ingangsdatum", date(2027, 2, 1))

    assert terms_of_kader(session) is None


def test_dates_are_suggested_once_profiel_and_start_are_chosen(session: Session):
    session.set_veld("weging.profiel", "O2")
    assert terms_of_kader(session) is None

    session.set_veld("weging.ingangsdatum", date(2027, 2, 1))

    termijnen = terms_of_kader(session)
    assert termijnen is not None
    assert (termijnen.einddatum, termijnen.eerste_evaluatie) == (date(2028, 1, 31), date(2027, 5, 1))
    assert session.dossier.weging.einddatum is None, "a suggestion is not filled in by the program"


# The outcome follows, and saving


def test_outcome_follows_every_change(scored: Session):
    eerst = scored.indicatie

    scored.answer_blok("post", None)

    assert (eerst.minuten_per_week, scored.indicatie.minuten_per_week) == (60, 0)


def test_outcome_is_computed_once_while_nothing_changes(scored: Session):
    assert scored.indicatie is scored.indicatie


def test_typing_the_same_again_changes_nothing(scored: Session):
    before = scored.dossier

    scored.answer_blok("post", "O1")
    scored.stay_at("")

    assert scored.dossier is before


def test_session_knows_whether_everything_is_on_disk(scored: Session, kluis: Kluis):
    assert not scored.is_saved

    scored.save()
    assert scored.is_saved
    assert kluis.load("2027-0001") == scored.dossier

    scored.answer_blok("post", "O2")
    assert not scored.is_saved


def test_saving_what_is_saved_adds_nothing(scored: Session, kluis: Kluis):
    scored.save()
    hoofd = kluis.log_head()

    scored.save()

    assert kluis.log_head() == hoofd


def test_dossier_that_can_not_be_saved_stays_in_the_session(scored: Session, kluis: Kluis):
    kluis.close()

    with pytest.raises(OpslagError):
        scored.save()

    assert not scored.is_saved
    assert scored.uitkomst("post").blok == "O1"


def test_copy_of_a_dossier_is_the_dossier(scored: Session, tmp_path: Path):
    scored.write_copy(tmp_path / "kopie.json")

    assert read_dossier(tmp_path / "kopie.json") == scored.dossier
