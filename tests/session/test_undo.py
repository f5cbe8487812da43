"""Undo and redo: across fields and days, also after a restart, and the history keeps everything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicatietool.domain.antwoorden import Frequentie, LeefgebiedSituatie
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kluis import GebeurtenisSoort
from indicatietool.errors import BesluitError, InvoerError
from indicatietool.session.definitief import make_definitief, reopen
from indicatietool.session.session import Session
from indicatietool.store.kluis import Kluis
from tests.builders import VANDAAG, as_loaded, make_dossier, make_kader, make_taak
from tests.kluizen import make_kluis

KADER = as_loaded(make_kader(make_taak("post", minuten=60), make_taak("bellen", minuten=30)))
BEGELEIDING = LeefgebiedSituatie.BEGELEIDING


@pytest.fixture
def kluis(tmp_path: Path) -> Iterator[Kluis]:
    with make_kluis(tmp_path / "kluis") as kluis:
        yield kluis


@pytest.fixture
def session(kluis: Kluis) -> Session:
    return Session(make_dossier(), KADER, kluis, VANDAAG)


def again(kluis: Kluis) -> Session:
    """The same dossier after a restart."""
    return Session(kluis.load("2027-0001"), KADER, kluis, VANDAAG)


def test_nothing_to_undo_at_the_start(session: Session):
    assert (session.to_undo, session.to_redo) == ("", "")
    assert session.undo() is None
    assert session.redo() is None


def test_typing_in_one_field_is_one_step(session: Session):
    for tekst in ("A", "An", "Anna"):
        session.set_veld("melding.client", tekst)
    session.set_veld("melding.zaaknummer", "Z-1")

    assert session.to_undo == "Zaaknummer"
    session.undo()
    assert session.to_undo == "Cliënt"
    session.undo()
    assert session.dossier.melding.client == ""


def test_undo_tells_the_step_to_go_to(session: Session):
    session.set_situatie("geld", BEGELEIDING)
    session.choose_taak("post", nodig=True)
    session.answer_blok("post", "O2")

    terug = session.undo()

    assert terug is not None
    assert (terug.wat, terug.stap) == ("Post: blok", "scoren.geld")
    assert session.dossier.antwoorden.taken[0].blok is None


def test_dropping_a_leefgebied_comes_back_whole_with_its_taken_and_besluit(session: Session):
    session.set_situatie("geld", BEGELEIDING)
    session.choose_taak("post", nodig=True)
    session.answer_blok("post", "O2")
    session.take_over("post")
    voor = session.dossier
    session.set_situatie("geld", LeefgebiedSituatie.WIL_NIET)

    session.undo()

    assert session.dossier == voor


def test_something_new_ends_what_could_be_redone(session: Session):
    session.set_veld("melding.client", "Anna")
    session.undo()
    assert session.to_redo == "Cliënt"

    session.set_veld("melding.zaaknummer", "Z-1")

    assert session.to_redo == ""
    assert session.redo() is None


def test_undo_goes_on_after_a_restart(session: Session, kluis: Kluis):
    session.set_veld("melding.client", "Anna")
    session.save()
    session.set_veld("melding.zaaknummer", "Z-1")
    session.save()
    session.undo()
    session.save()

    weer = again(kluis)

    assert (weer.to_undo, weer.to_redo) == ("Cliënt", "Zaaknummer")
    weer.redo()
    assert weer.dossier.melding.zaaknummer == "Z-1"
    weer.undo()
    weer.undo()
    assert weer.dossier.melding.client == ""
    weer.save()
    assert kluis.verify() == ()


def test_going_to_another_page_is_no_step_and_is_remembered(session: Session, kluis: Kluis):
    session.set_veld("melding.client", "Anna")
    session.stay_at("hulpvraag")
    session.save()

    weer = again(kluis)
    assert weer.dossier.gebleven == "hulpvraag"
    weer.undo()
    assert (weer.dossier.melding.client, weer.dossier.gebleven) == ("", "hulpvraag")


def test_history_keeps_who_did_what_also_what_was_undone(session: Session, kluis: Kluis):
    session.set_veld("melding.client", "Anna")
    session.undo()
    session.save()

    gebeurd = [(g.soort, g.wat, g.actor, g.van) for g in session.bewaring.history()]

    assert gebeurd == [
        (GebeurtenisSoort.BEGIN, "", "consulent", None),
        (GebeurtenisSoort.WIJZIGING, "Cliënt", "consulent", None),
        (GebeurtenisSoort.ONGEDAAN, "Cliënt", "consulent", 2),
    ]


def test_saving_without_waiting_tells_when_it_is_done(session: Session, kluis: Kluis):
    klaar: list[Exception | None] = []
    session.set_veld("melding.client", "Anna")

    assert session.save_in_background(klaar.append)
    session.save()

    assert klaar == [None]
    assert kluis.load("2027-0001").melding.client == "Anna"
    assert not session.save_in_background(klaar.append)


def test_what_fails_to_be_saved_is_saved_at_the_next_try(
    session: Session, kluis: Kluis, monkeypatch: pytest.MonkeyPatch
):
    session.save()
    session.set_veld("melding.client", "Anna")
    with monkeypatch.context() as patch:

        def refuse(*_: object, **__: object) -> int:
            raise InvoerError("De schijf is vol.")

        patch.setattr(kluis, "save", refuse)
        fouten: list[Exception | None] = []
        session.save_in_background(fouten.append)
        with pytest.raises(InvoerError):
            session.save()
        assert isinstance(fouten[0], InvoerError)
        assert not session.is_saved
    session.set_veld("melding.zaaknummer", "Z-1")

    session.save()

    assert session.is_saved
    assert kluis.load("2027-0001").melding.client == "Anna"
    assert [g.wat for g in session.bewaring.history()] == ["", "Cliënt", "Zaaknummer"]


def test_what_if_leaves_the_dossier_alone(session: Session, kluis: Kluis):
    session.set_veld("melding.client", "Anna")
    session.save()

    proef = session.what_if()
    proef.set_veld("melding.client", "Bea")
    proef.save()

    assert session.dossier.melding.client == kluis.load("2027-0001").melding.client == "Anna"


# Definitief


def test_dossier_that_is_not_complete_can_not_be_sealed(session: Session):
    session.save()

    with pytest.raises(InvoerError, match="nog niet compleet"):
        make_definitief(session)


def test_sealed_dossier_can_be_looked_at_and_not_changed(session: Session, kluis: Kluis):
    session.save()
    session.bewaring.seal({"datum": "2027-01-04", "status": "bepaald"})

    for handeling in (
        lambda: session.set_veld("melding.client", "Anna"),
        lambda: session.set_situatie("geld", BEGELEIDING),
    ):
        with pytest.raises(BesluitError, match="Heropen het eerst, met een reden"):
            handeling()
    assert again(kluis).is_definitief


def test_reopening_needs_a_reason_and_keeps_what_was_sealed(session: Session, kluis: Kluis):
    session.set_veld("melding.client", "Anna")
    session.save()
    session.bewaring.seal({"datum": "2027-01-04", "status": "bepaald"})

    with pytest.raises(InvoerError, match="Schrijf op waarom"):
        reopen(session, "  ")
    reopen(session, "Er kwam een nieuw medisch advies.")
    session.set_veld("melding.client", "Anna B.")
    session.save()

    (zegel,) = session.bewaring.zegels()
    assert b'"Anna"' in zegel.inhoud
    assert zegel.heropend_waarom == "Er kwam een nieuw medisch advies."
    assert again(kluis).to_undo == "Cliënt"
    assert kluis.verify() == ()


# Any row of acts

VELDEN = st.sampled_from(["melding.client", "melding.zaaknummer", "hulpvraag.eigen_woorden"])
HANDELINGEN = st.one_of(
    st.tuples(st.just("veld"), VELDEN, st.sampled_from(["", "a", "b"])),
    st.tuples(
        st.just("situatie"), st.sampled_from(["geld", "wonen"]), st.sampled_from(list(LeefgebiedSituatie))
    ),
    st.tuples(st.just("taak"), st.sampled_from(["post", "bellen"]), st.booleans()),
    st.tuples(st.just("keer"), st.sampled_from(["post", "bellen"]), st.integers(1, 5)),
)


def act(session: Session, handeling: tuple[str, str, object]) -> None:
    soort, wie, wat = handeling
    match soort:
        case "veld":
            session.set_veld(wie, wat)
        case "situatie":
            session.set_situatie(wie, wat)
        case "taak":
            session.choose_taak(wie, nodig=bool(wat))
        case "keer" if session.dossier.antwoorden.taak(wie):
            session.answer_frequentie(wie, Frequentie(keer=wat, per_weken=1))


@settings(max_examples=100)
@given(st.lists(HANDELINGEN, max_size=12))
def test_undoing_everything_ends_where_it_began_and_redoing_where_it_was(handelingen: list):
    session = Session(make_dossier(), KADER, None, VANDAAG)
    standen: list[Dossier] = [session.dossier]
    for handeling in handelingen:
        act(session, handeling)
        if session.dossier != standen[-1]:
            standen.append(session.dossier)
    einde = session.dossier

    while session.undo():
        assert session.dossier in standen
    assert session.dossier == standen[0]
    while session.redo():
        assert session.dossier in standen
    assert session.dossier == einde
