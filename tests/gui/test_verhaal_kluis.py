"""The door of the kluis: the very first start, locking and coming back, a wrong wachtwoord, herstelcode."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.gui.robot import CTRL, Robot
from tests.kluizen import WACHTWOORD


@pytest.fixture
def beginner(qapp, qtbot, tmp_path):
    """A robot before the very first start."""
    return Robot(qtbot, tmp_path, kluis=False)


def make_kluis(robot: Robot, wachtwoord: str = WACHTWOORD) -> str:
    """Make a kluis through the window, up to the page with the herstelcode; returns the code."""
    for veld in ("wachtwoord", "wachtwoord.nogmaals"):
        robot.gaat_naar(veld)
        robot.typt(wachtwoord)
    robot.gaat_naar("kluis.maken")
    robot.drukt(Qt.Key.Key_Space)
    door = robot.window.home.door
    robot.wacht(lambda: door.currentWidget() is door.recovery)
    return "-".join(door.recovery._groups)


def prove_code(robot: Robot, code: str) -> None:
    """Type the two groups that are asked for."""
    robot.gaat_naar("code.bewaard")
    robot.drukt(Qt.Key.Key_Space)
    groups = code.split("-")
    for number, place in enumerate(robot.window.home.door.recovery.places, 1):
        robot.gaat_naar(f"groepje.{number}")
        robot.typt(groups[place].lower())


def test_first_start_ends_at_an_empty_list_with_a_proven_herstelcode(beginner, qtbot):
    assert "Maak eerst uw kluis" in beginner.ziet()
    code = make_kluis(beginner)
    assert all(groep in beginner.ziet() for groep in code.split("-"))

    prove_code(beginner, code)
    with qtbot.waitSignal(beginner.window.kluis_opened):
        beginner.drukt(Qt.Key.Key_Return)

    assert "Er zijn hier nog geen dossiers." in beginner.ziet()
    assert code.split("-")[0] not in beginner.ziet()
    assert beginner.window.home.unproven.text == ""


def test_herstelcode_that_was_not_kept_is_not_waved_through(beginner):
    make_kluis(beginner)
    beginner.gaat_naar("code.bewaard")
    beginner.drukt(Qt.Key.Key_Space)
    for number in (1, 2):
        beginner.gaat_naar(f"groepje.{number}")
        beginner.typt("AAAA")

    beginner.drukt(Qt.Key.Key_Return)

    assert "klopt niet" in beginner.ziet()
    assert beginner.window.desk is None


def test_program_that_was_closed_before_the_proof_reminds_of_the_herstelcode(beginner):
    make_kluis(beginner)

    beginner.start_opnieuw()

    assert "herstelcode" in beginner.window.home.unproven.text


def test_herstelcode_can_be_kept_as_a_pdf(beginner, tmp_path, monkeypatch):
    file = tmp_path / "code.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    code = make_kluis(beginner)

    beginner.gaat_naar("code.opslaan")
    beginner.drukt(Qt.Key.Key_Space)

    import pypdfium2

    text = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()
    assert all(groep in text for groep in code.split("-"))


@pytest.mark.parametrize(
    ("eerste", "tweede", "says"),
    [
        ("welkom", "welkom", "te zwak"),
        (WACHTWOORD, WACHTWOORD[:-1], "niet gelijk"),
        ("", "", "Kies eerst een wachtwoord"),
    ],
    ids=["too weak", "not the same", "nothing"],
)
def test_wachtwoord_that_will_not_do_is_told_before_anything_is_made(beginner, eerste, tweede, says):
    for veld, tekst in (("wachtwoord", eerste), ("wachtwoord.nogmaals", tweede)):
        beginner.gaat_naar(veld)
        beginner.typt(tekst)

    beginner.gaat_naar("kluis.maken")
    beginner.drukt(Qt.Key.Key_Space)

    assert says in beginner.ziet()
    assert not beginner.make_toegang().has_kluis


def test_suggested_words_are_strong_and_shown(beginner):
    beginner.gaat_naar("voorstel")
    beginner.drukt(Qt.Key.Key_Space)

    pair = beginner.window.home.door.first.pair
    assert len(pair.text.split("-")) == 5
    assert "Sterkte: sterk" in beginner.ziet()
    assert pair.first.echoMode() is QLineEdit.EchoMode.Normal


def test_practice_asks_for_no_wachtwoord_at_all(beginner):
    beginner.gaat_naar("alleen.oefenen")
    beginner.drukt(Qt.Key.Key_Space)

    assert "Oefenkluis: verzonnen gevallen, geen echte cliënten" in beginner.ziet()
    beginner.gaat_naar("oefenen")
    beginner.drukt(Qt.Key.Key_Space)
    assert beginner.session.dossier.oefening
    assert "geen echte cliënt" in beginner.wizard.practice.text
    assert not beginner.make_toegang().has_kluis


def test_locking_hides_everything_and_unlocking_returns_to_the_same_place(robot):
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.client", "Mevrouw Janssen")
    robot.gaat_naar("melding.zaaknummer")
    robot.typt("Z-17")

    QTest.keyClick(robot._focus(), Qt.Key.Key_L, CTRL)

    assert robot.window.desk is None
    assert robot.window.wizard is None
    assert "Janssen" not in robot.ziet()
    assert robot.window.windowTitle() == "Indicatietool"
    robot.opent_kluis()
    assert robot.session.dossier.melding.zaaknummer == "Z-17"
    assert robot.wizard.current_step == "melding"
    assert robot.window.focusWidget().objectName() == "melding.zaaknummer"


def test_silence_locks_and_closes_open_dialogs_too(robot):
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.client", "Mevrouw Janssen")
    robot.kiest_menu("zoeken")
    seconds = [0.0]
    idle = robot.window.lock.idle
    idle._clocks = (lambda: seconds[0],)
    idle.note()

    seconds[0] = 9 * 60.0
    idle.look()
    assert robot.window.desk is not None
    seconds[0] = 10 * 60.0
    idle.look()

    assert robot.window.desk is None
    assert QApplication.activeModalWidget() is None
    assert "Janssen" not in robot.ziet()


def test_key_in_any_window_of_the_program_is_a_sign_of_life(robot):
    seconds = [0.0]
    idle = robot.window.lock.idle
    idle._clocks = (lambda: seconds[0],)
    idle.note()
    seconds[0] = 599.0

    QTest.keyClick(robot.window.windowHandle(), Qt.Key.Key_Shift)
    seconds[0] = 601.0
    idle.look()

    assert robot.window.desk is not None


def test_wrong_wachtwoord_is_told_calmly_and_can_be_typed_again(robot):
    robot.kiest_menu("vergrendelen")

    robot.gaat_naar("wachtwoord")
    robot.typt("niet het goede")
    robot.drukt(Qt.Key.Key_Return)
    unlock = robot.window.home.door.unlock
    robot.wacht(lambda: "wachtwoord" in unlock.message.text().lower() and unlock.column.isEnabled())

    assert robot.window.desk is None
    assert unlock.field.selectedText() == "niet het goede"
    robot.opent_kluis()


def test_caps_lock_gets_a_hint(robot):
    robot.kiest_menu("vergrendelen")
    robot.gaat_naar("wachtwoord")

    robot.typt("MOLEN")

    assert "Caps Lock" in robot.ziet()


def test_window_lives_on_while_the_kluis_is_being_opened(robot):
    """The KDF runs beside the window: the first look after Enter finds it busy, not frozen."""
    robot.kiest_menu("vergrendelen")
    robot.gaat_naar("wachtwoord")
    robot.typt(WACHTWOORD)

    with robot.qtbot.waitSignal(robot.window.kluis_opened):
        robot.drukt(Qt.Key.Key_Return)
        assert "De kluis wordt geopend…" in robot.window.home.door.unlock.message.text()
        assert robot.window.desk is None


def test_herstelcode_opens_with_a_new_wachtwoord(robot, qtbot):
    robot.kiest_menu("vergrendelen")
    robot.gaat_naar("herstelcode.gebruiken")
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_naar("code")
    robot.typt(robot.herstelcode)
    for veld in ("wachtwoord", "wachtwoord.nogmaals"):
        robot.gaat_naar(veld)
        robot.typt("krant brug appel toren kachel")

    robot.gaat_naar("dialoog.ok")
    with qtbot.waitSignal(robot.window.kluis_opened):
        robot.drukt(Qt.Key.Key_Space)

    robot.kiest_menu("vergrendelen")
    robot.opent_kluis("krant brug appel toren kachel")


def test_clipboard_forgets_what_came_from_here_and_nothing_else(robot):
    clipboard = QApplication.clipboard()
    robot.drukt(Qt.Key.Key_Space)
    clipboard.setText("Mevrouw Janssen")
    robot.kiest_menu("vergrendelen")
    assert clipboard.text() == ""
    robot.opent_kluis()

    robot.window.clipboard._own = "van eerder"
    clipboard.blockSignals(True)
    clipboard.setText("van een ander programma")
    clipboard.blockSignals(False)
    robot.kiest_menu("vergrendelen")

    assert clipboard.text() == "van een ander programma"
