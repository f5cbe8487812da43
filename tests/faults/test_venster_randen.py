"""Hostile inputs beside the fields of a dossier: names of files, wachtwoorden, reasons, words, odd days.

Done and right, or refused in one sentence; never an error that nobody foresaw.
"""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from indicatietool.gui.kluis.door import Door
from indicatietool.gui.start.transfer import HandOverDialog
from indicatietool.session.verantwoording import account_for, to_json
from indicatietool.session.vormen import Vorm
from indicatietool.store.overdracht import read_overdracht
from tests.cli.vijandig import KEPT, NO_TEXT
from tests.faults.veld import Plek, named, paste_over, place
from tests.faults.venster import Gebruiker, Wachter
from tests.faults.vijandige_invoer import KEREN, NAMEN
from tests.gui.robot import Robot
from tests.gui.stories import LEEFGEBIED, TAAK, open_scored_case


@pytest.fixture(scope="module")
def gebruiker(robot: Robot, tmp_path_factory: pytest.TempPathFactory) -> Gebruiker:
    """Someone who reads away every message, and remembers it."""
    return Gebruiker(robot.window, tmp_path_factory.mktemp("naar"))


def is_one_sentence_or_two(tekst: str) -> bool:
    return bool(tekst) and tekst[-1] in ".…" and "Traceback" not in tekst and "Error" not in tekst


# Names of files


def assert_made_or_refused(pad: Path, was_told: str, folder: Path) -> None:
    if was_told:
        assert is_one_sentence_or_two(was_told), was_told
        assert [deel for deel in folder.rglob("*") if deel.is_file()] == []
    else:
        assert pad.is_file()
    assert not list(folder.rglob(".indicatietool-*")), "er blijft niets half liggen"


@pytest.mark.parametrize("naam", NAMEN, ids=named)
def test_verslag_is_made_under_the_name_that_was_typed_or_it_is_told_why_not(
    gebruiker: Gebruiker, tmp_path: Path, naam: str
):
    gebruiker.wizard.go_to("verslag")
    pad = Path(naam) if naam.startswith("/") else tmp_path / f"{naam}.txt"

    done = gebruiker.wizard.page.make_at(pad, Vorm.TEKST)

    assert_made_or_refused(pad, "" if done else gebruiker.wizard.problem.text(), tmp_path)


@pytest.mark.parametrize("naam", NAMEN, ids=named)
def test_dossier_is_handed_over_under_the_name_that_was_typed_or_it_is_told_why_not(
    gebruiker: Gebruiker, tmp_path: Path, naam: str
):
    assert gebruiker.wizard.view.save()
    nummer = gebruiker.session.dossier.nummer
    dialog = HandOverDialog(gebruiker.window, gebruiker.desk, nummer)
    dialog.open()
    paste_over(gebruiker, dialog.file, f"{naam if naam.startswith('/') else tmp_path / naam}.indicatie")
    pad = Path(dialog.file.text())
    dialog.naked.setChecked(True)
    klaar: list[int] = []
    dialog.finished.connect(klaar.append)
    dialog.submit()
    gebruiker.wacht(lambda: klaar or dialog.buttons.isEnabled())
    was_told = "" if klaar else dialog.message.text()
    if not klaar:
        dialog.reject()

    assert_made_or_refused(pad, was_told, tmp_path)
    if not was_told:
        assert read_overdracht(pad).dossier.nummer == nummer
        pad.unlink()


# Wachtwoorden

WACHTWOORDEN = (
    "molen fiets <b>lantaarn</b> & wolk",
    "Łódź 東京 😀 مرحبا wolkenlucht",
    "harde\u00a0spatie smalle\u202fspatie wolk",
    "cafe\u0301 met een los accent erop",
    "   spaties vooraan en achteraan   ",
    "'; DROP TABLE dossier; -- molen fiets",
    "x'00' OR 1=1 PRAGMA rekey molen",
    "molenfiets" * 90,
)


@pytest.mark.parametrize("wachtwoord", WACHTWOORDEN, ids=named)
def test_wachtwoord_of_any_signs_opens_the_kluis_that_was_made_with_it(qapp, tmp_path: Path, wachtwoord: str):
    robot = Robot(Wachter(), tmp_path, kluis=False)
    door: Door = robot.window.home.door
    for veld in (door.first.pair.first, door.first.pair.second):
        paste_over(robot, veld, wachtwoord)
    door.first.make.click()
    robot.wacht(lambda: door.currentWidget() is door.recovery)
    door.leave_unproven()

    robot.sluit()
    robot.window = robot.open_window()
    paste_over(robot, robot.window.home.door.unlock.field, wachtwoord)
    with robot.qtbot.waitSignal(robot.window.kluis_opened):
        robot.window.home.door.unlock.open.click()

    assert robot.window.desk.kluis.verify() == ()
    robot.sluit()


# Reasons


@pytest.mark.parametrize("reden", [*KEPT[::8], *NO_TEXT[:8], "x" * 1_001, "x" * 25_000], ids=named)
def test_reason_to_reopen_is_kept_exactly_or_refused(gebruiker: Gebruiker, reden: str):
    session = gebruiker.session
    if not session.is_definitief:
        session.bewaring.seal(to_json(account_for(session)))
    gebruiker.wizard.reopen_asked.emit()
    dialog, gezegd = gebruiker.dialog, len(gebruiker.gezegd)
    gegeven = paste_over(gebruiker, dialog.reason, reden).strip()
    dialog.submit()
    was_told = dialog.message.text() if dialog.isVisible() else ""
    dialog.reject()
    zegel = session.bewaring.zegels()[-1]

    if zegel.heropend_waarom:
        assert zegel.heropend_waarom in (gegeven, in_lines(gegeven))
    else:
        assert is_one_sentence_or_two(was_told or gebruiker.gezegd[gezegd])


def in_lines(tekst: str) -> str:
    """Text as a field of several lines gives it back: each end of a line one way, each space the same."""
    return tekst.replace("\r\n", "\n").translate({0x2028: "\n", 0x2029: "\n", 0xA0: " "})


# Words to look for in the list


@pytest.mark.parametrize("tekst", [*KEPT, *NO_TEXT[:10], "x" * 25_000], ids=named)
def test_words_to_look_for_in_the_list_are_only_words(gebruiker: Gebruiker, tekst: str):
    window = gebruiker.window
    to_list(gebruiker)

    paste_over(gebruiker, window.dossiers.search, tekst)

    assert is_one_sentence_or_two(window.dossiers.hint.text()) or "dossier" in window.dossiers.hint.text()
    window.dossiers.search.clear()


# Days at the end of the calendar


@pytest.fixture(scope="module")
def scored(gebruiker: Gebruiker) -> Gebruiker:
    """The same user, with a dossier open in which one taak is scored."""
    to_list(gebruiker)
    open_scored_case(gebruiker)
    return gebruiker


def to_list(gebruiker: Gebruiker) -> None:
    if gebruiker.window.wizard is not None:
        gebruiker.window.show_start()
        gebruiker.wacht(lambda: gebruiker.window.wizard is None)


@pytest.mark.parametrize("dag", [date(9999, 12, 31), date(1900, 1, 1), date(2028, 2, 29)], ids=str)
def test_any_day_that_exists_can_stand_in_every_field_for_a_day(scored: Gebruiker, dag: date):
    """Every page is walked with it, it is saved, and the list of dossiers counts from it."""
    velden = (
        ("melding", "melding.meldingsdatum"),
        ("melding", "melding.gespreksdatum"),
        ("looptijd", "weging.ingangsdatum"),
        ("looptijd", "weging.einddatum"),
        ("looptijd", "weging.eerste_evaluatie"),
        ("controleren", "afronding.verslag_verzonden"),
    )
    for stap, pad in velden:
        place(scored, stap, pad)
    for stap, pad in velden:
        place(scored, stap, pad).typt(f"{dag.day}-{dag.month}-{dag.year:04d}")
        scored.drukt(Qt.Key.Key_Tab)

        assert Plek(scored, pad).in_dossier == dag
    for stap in [stap.id for stap in scored.wizard._steps]:
        scored.wizard.go_to(stap)
    assert scored.wizard.view.save()
    nummer = scored.session.dossier.nummer
    to_list(scored)
    scored.window.open_from(lambda: scored.desk.open(nummer))


@pytest.mark.parametrize("hoe", ["typt", "plakt"])
@pytest.mark.parametrize(("tekst", "keer"), KEREN)
def test_number_of_times_is_taken_as_it_stands_or_not_at_all(scored: Gebruiker, tekst: str, keer, hoe: str):
    scored.wizard.go_to(f"scoren.{LEEFGEBIED}")
    page = scored.wizard.page
    page.resume(TAAK)
    veld = page.detail.frequentie.keer
    scored.session.answer_frequentie(TAAK, None)
    scored.wizard.view.changed.emit()

    if hoe == "typt":
        veld.setFocus()
        scored.typt(tekst)
    else:
        paste_over(scored, veld, tekst)
    page.detail.frequentie.periode.setCurrentIndex(1)
    page.detail.frequentie.periode.activated.emit(1)

    frequentie = scored.session.dossier.antwoorden.taak(TAAK).frequentie
    assert (frequentie.keer if frequentie else None) == keer
    was_told = page.detail.frequentie.remark
    assert was_told.isVisibleTo(page) is (keer is None)
    assert is_one_sentence_or_two(was_told.text()) or keer is not None
