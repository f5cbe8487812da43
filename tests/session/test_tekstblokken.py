"""Texts of the consulent's own: kept in the kluis, used again, and never about one client."""

from pathlib import Path

import pytest

from indicatietool.domain.dossier import Melding
from indicatietool.errors import InvoerError
from indicatietool.session.desk import Desk
from indicatietool.session.session import Session
from indicatietool.session.tekstblokken import LONGEST_NAME, MOST, SETTING, blocks_of, drop_block, keep_block
from tests.builders import VANDAAG, as_loaded, make_dossier, make_kader
from tests.kluizen import WACHTWOORD, make_desk

TOLK = "Elk gesprek gaat via een tolk en duurt daardoor langer."


def session_of(desk: Desk | None, **melding: object) -> Session:
    dossier = make_dossier().with_changes(melding=Melding(**melding))
    return Session(dossier, as_loaded(make_kader()), desk.kluis if desk else None, VANDAAG)


def keep(session: Session, naam: str, tekst: str) -> None:
    keep_block(session.bewaring, session.dossier, naam, tekst)


def names(session: Session) -> list[str]:
    return [blok.naam for blok in blocks_of(session.bewaring)]


def test_block_is_kept_with_the_kluis_and_there_again_tomorrow(tmp_path: Path):
    desk = make_desk(tmp_path)
    keep(session_of(desk), " Tolk ", f"  {TOLK}\n")
    assert desk.kluis is not None
    folder = desk.kluis.folder
    desk.kluis.close()

    with type(desk.kluis).unlock(folder, WACHTWOORD, actor="consulent") as weer:
        desk.kluis = weer
        (blok,) = blocks_of(session_of(desk).bewaring)

    assert (blok.naam, blok.tekst) == ("Tolk", TOLK)
    assert TOLK.encode() not in b"".join(pad.read_bytes() for pad in folder.rglob("*") if pad.is_file())


def test_blocks_stand_by_name_and_one_with_the_same_name_is_replaced(desk: Desk):
    session = session_of(desk)
    for naam, tekst in (("tolk", "Oud."), ("Afbouw", "Stap voor stap."), ("Tolk", TOLK)):
        keep(session, naam, tekst)

    assert names(session) == ["Afbouw", "Tolk"]
    assert blocks_of(session.bewaring)[1].tekst == TOLK


def test_block_can_be_removed_and_one_that_is_gone_stays_gone(desk: Desk):
    session = session_of(desk)
    keep(session, "Tolk", TOLK)

    for _ in range(2):
        drop_block(session.bewaring, "Tolk")

    assert names(session) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "Mevrouw Pietersen heeft een tolk nodig.",
        "Bij PIETERSEN duurt het langer.",
        "Zie zaak Z-2027-004411.",
        "Bsn 111222333.",
    ],
)
def test_data_of_the_client_are_refused(desk: Desk, tekst: str):
    session = session_of(desk, client="A. Pietersen", zaaknummer="Z-2027-004411")

    with pytest.raises(InvoerError, match="gegevens van de cliënt"):
        keep(session, "Tolk", tekst)
    assert names(session) == []


@pytest.mark.parametrize(
    "tekst", ["Cliënt heeft een tolk nodig.", "Al 123456789 keer gezegd.", "Van den dag."]
)
def test_ordinary_words_are_no_data_of_the_client(desk: Desk, tekst: str):
    session = session_of(desk, client="Oefencliënt van den B")

    keep(session, "Gewoon", tekst)

    assert names(session) == ["Gewoon"]


@pytest.mark.parametrize(
    ("naam", "tekst", "woorden"),
    [
        ("", TOLK, "naam en een tekst"),
        ("Tolk", "  ", "naam en een tekst"),
        ("T" * (LONGEST_NAME + 1), TOLK, "te lang"),
        ("Tolk", "x" * 20_001, "te lang"),
        ("Tolk", "een\x07bel", "geen tekst"),
    ],
)
def test_what_can_not_be_kept_is_a_sentence(desk: Desk, naam: str, tekst: str, woorden: str):
    with pytest.raises(InvoerError, match=woorden):
        keep(session_of(desk), naam, tekst)


def test_there_is_an_end_to_how_many(desk: Desk):
    session = session_of(desk)
    session.bewaring.set_setting(SETTING, [{"naam": f"n{n}", "tekst": "t"} for n in range(MOST)])

    with pytest.raises(InvoerError, match="Haal er eerst één weg"):
        keep(session, "Nog een", TOLK)
    keep(session, "n1", TOLK)


@pytest.mark.parametrize("schade", ["x", 3, [1, {"naam": 1, "tekst": "t"}], {"naam": "t"}])
def test_damaged_setting_has_no_blocks_and_can_be_written_again(desk: Desk, schade: object):
    session = session_of(desk)
    session.bewaring.set_setting(SETTING, schade)
    assert names(session) == []

    keep(session, "Tolk", TOLK)

    assert names(session) == ["Tolk"]


def test_outside_a_kluis_there_are_no_blocks():
    session = session_of(None)

    assert names(session) == []
    with pytest.raises(InvoerError, match="niet in een kluis"):
        keep(session, "Tolk", TOLK)
