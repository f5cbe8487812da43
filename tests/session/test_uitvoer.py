"""What leaves the program from a session: written durably, noted in the log, named by number."""

from pathlib import Path

import pytest

from indicatietool.errors import InvoerError, OpslagError, VerslagError
from indicatietool.paths import normen_folder
from indicatietool.session.bron import read_bron
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.session.overdragen import take_in
from indicatietool.session.session import Session
from indicatietool.session.uitvoer import (
    VORMEN,
    Uitvoer,
    clipboard_text,
    export,
    file_name,
    write_export,
    write_statistics,
)
from indicatietool.store.normenkaders import kader_from_seal
from tests.builders import VANDAAG

KADER = normen_folder() / "voorbeeld-begeleiding" / "2026.1"
CASUS = KADER / "casussen" / "o2-weer-op-orde.json"
ALLE = [(soort, vorm) for soort in Uitvoer for vorm in VORMEN[soort]]


@pytest.fixture
def session() -> Session:
    """The practice case under a kader that has product codes."""
    bron = read_bron(CASUS, Kaders(normen_folder()))
    met_code = bron.geladen.inhoud.replace(b'iwmo_code = ""', b'iwmo_code = "02A03"')
    return Session(bron.pakket.dossier, kader_from_seal(met_code), None, VANDAAG)


@pytest.mark.parametrize(("soort", "vorm"), ALLE)
def test_everything_is_written_and_the_same_each_time(
    soort: Uitvoer, vorm: str, session: Session, tmp_path: Path
) -> None:
    pad = tmp_path / file_name(session, soort, vorm)
    write_export(session, soort, pad)

    assert pad.read_bytes() == export(session, soort, vorm)
    assert pad.suffix == vorm


@pytest.mark.parametrize(("soort", "vorm"), [(s, v) for s, v in ALLE if v != ".pdf"])
def test_no_name_is_in_a_file_or_its_name(soort: Uitvoer, vorm: str, session: Session) -> None:
    melding = session.dossier.melding
    assert melding.client

    inhoud = export(session, soort, vorm).decode("utf-8-sig")
    assert melding.client not in inhoud
    assert melding.consulent not in inhoud
    assert melding.client not in file_name(session, soort, vorm)


def test_files_are_named_after_the_number_and_a_statistic_after_nothing(session: Session) -> None:
    assert file_name(session, Uitvoer.AGENDA) == "agenda-casus-o2.ics"
    assert file_name(session, Uitvoer.TOEWIJZING, ".json") == "toewijzing-casus-o2.json"
    assert file_name(session, Uitvoer.STATISTIEK) == "statistiek.csv"


def test_clipboard_gets_the_words(session: Session) -> None:
    assert "volume 810" in clipboard_text(session, Uitvoer.TOEWIJZING)
    assert "810 minuten per maand" in clipboard_text(session, Uitvoer.PLAN)
    with pytest.raises(InvoerError, match=r"\.ics of \.csv"):
        clipboard_text(session, Uitvoer.AGENDA)


def test_what_leaves_a_kluis_is_noted_in_its_log(practice_desk: Desk, tmp_path: Path) -> None:
    session = practice_desk.open(take_in(practice_desk, CASUS).nummer)
    write_export(session, Uitvoer.AGENDA, tmp_path / "a.ics")
    clipboard_text(session, Uitvoer.PLAN)
    write_statistics([session], tmp_path / "s.csv")

    assert practice_desk.kluis is not None
    regels = [(regel.actie, regel.object) for regel in practice_desk.kluis.logboek()[-3:]]
    assert regels == [
        ("uitvoer agenda", "casus-o2"),
        ("klembord plan", "casus-o2"),
        ("uitvoer statistiek", "casus-o2"),
    ]
    assert practice_desk.kluis.verify() == ()


def test_shipped_kader_has_no_codes_and_says_so(tmp_path: Path) -> None:
    zonder = read_bron(CASUS, Kaders(normen_folder())).session(VANDAAG)

    with pytest.raises(VerslagError, match="heeft geen iWmo-productcodes"):
        write_export(zonder, Uitvoer.TOEWIJZING, tmp_path / "t.csv")
    assert list(tmp_path.iterdir()) == []


def test_place_that_can_not_be_written_is_told(session: Session, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")

    with pytest.raises(OpslagError):
        write_export(session, Uitvoer.AGENDA, tmp_path / "bestand" / "a.ics")
