"""Who did what, when and why; a definitief dossier that opens again only with a reason; the kluis checked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from indicatietool.domain.kluis import GebeurtenisSoort
from indicatietool.paths import normen_folder
from indicatietool.session.definitief import make_definitief
from indicatietool.session.overdragen import take_in

CASUS = normen_folder() / "voorbeeld-begeleiding" / "2026.1" / "casussen" / "b1-waakvlam.json"
NIEUW = "krant brug appel toren kachel"


@pytest.fixture
def sealed(robot):
    """A robot with a definitief practice dossier on screen."""
    robot.window.home.setCurrentIndex(1)
    desk = robot.window.toegang.practice()
    session = desk.open(take_in(desk, CASUS).nummer)
    make_definitief(session)
    robot.window.open_from(lambda: desk.open(session.dossier.nummer))
    return robot


def test_history_tells_what_and_when_last_first_with_old_and_new(robot):
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.zaaknummer", "Z-1")
    robot.gaat_naar_stap("Hulpvraag")
    robot.vult("hulpvraag.eigen_woorden", "De post blijft liggen.")

    robot.kiest_menu("geschiedenis")

    lines = robot.ziet().splitlines()
    assert lines.index("Zaaknummer") > lines.index("dossier begonnen") or "Zaaknummer" in lines
    events = robot.dialog.events.rows
    what = [events.index(row, 2).data() for row in range(events.rowCount())]
    assert what[-1] == "dossier begonnen"
    assert all(what), "alleen een andere plek is geen gebeurtenis"
    assert "Zaaknummer" in what
    robot.dialog.events.selectRow(what.index("Zaaknummer"))
    assert "Z-1" in robot.ziet()


def test_definitief_dossier_can_be_read_but_not_changed(sealed):
    assert "definitief" in sealed.wizard.sealed.text
    sealed.gaat_naar_stap("Melding")

    sealed.vult("melding.zaaknummer", "anders")

    assert "Heropen het eerst" in sealed.ziet()
    assert sealed.session.dossier.melding.zaaknummer != "anders"
    assert sealed.wizard.page.findChild(type(sealed._focus()), "melding.zaaknummer").text() != "anders"


def test_reopening_asks_for_a_reason_and_keeps_both_versions(sealed):
    sealed.gaat_naar("definitief.knop")
    sealed.drukt(Qt.Key.Key_Space)
    sealed.gaat_naar("dialoog.ok")
    sealed.drukt(Qt.Key.Key_Space)
    assert "Schrijf eerst op waarom." in sealed.ziet()
    sealed.gaat_naar("reden")
    sealed.typt("De cliënt is verhuisd.")
    sealed.gaat_naar("dialoog.ok")
    sealed.drukt(Qt.Key.Key_Space)
    assert sealed.wizard.sealed.text == ""
    assert not sealed.session.is_definitief

    sealed.gaat_naar_stap("Melding")
    sealed.vult("melding.zaaknummer", "nieuw-1")
    sealed.kiest_menu("geschiedenis")

    assert [e.waarom for e in sealed.session.bewaring.history() if e.soort is GebeurtenisSoort.HEROPEND] == [
        "De cliënt is verhuisd."
    ]
    sealed.dialog.tabs.setCurrentIndex(1)
    assert "De cliënt is verhuisd." in sealed.ziet()
    sealed.dialog.tabs.setCurrentIndex(2)
    assert "nieuw-1" in sealed.ziet()


def test_check_of_a_sound_kluis_says_so(robot):
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.zaaknummer", "Z-1")

    robot.kiest_menu("controleren")
    robot.wacht(lambda: "De kluis is in orde" in robot.ziet())


def test_log_shows_acts_and_no_names(robot):
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.client", "Mevrouw Janssen")
    robot.window.show_start()

    robot.kiest_menu("logboek")

    rows = robot.dialog.table.rows
    places = [(row, column) for row in range(rows.rowCount()) for column in range(7)]
    text = " ".join(str(rows.index(row, column).data()) for row, column in places)
    assert "geopend" in text
    assert "2026-0001" in text
    assert "Janssen" not in text


def test_another_wachtwoord_opens_from_now_on(robot):
    robot.kiest_menu("wachtwoord")
    robot.gaat_naar("wachtwoord.nu")
    robot.typt("niet het goede")
    for veld in ("wachtwoord", "wachtwoord.nogmaals"):
        robot.gaat_naar(veld)
        robot.typt(NIEUW)
    robot.drukt(Qt.Key.Key_Return)
    robot.wacht(lambda: "niet" in robot.dialog.message.text() and robot.dialog.buttons.isEnabled())
    from tests.kluizen import WACHTWOORD

    robot.vult("wachtwoord.nu", WACHTWOORD)
    robot.drukt(Qt.Key.Key_Return)
    robot.wacht(lambda: QApplication.activeModalWidget() is None)

    robot.kiest_menu("vergrendelen")
    robot.opent_kluis(NIEUW)


def test_new_herstelcode_needs_the_wachtwoord_and_the_proof(robot):
    from tests.kluizen import WACHTWOORD

    robot.kiest_menu("herstelcode")
    robot.typt(WACHTWOORD)
    robot.drukt(Qt.Key.Key_Return)
    dialog = robot.dialog
    robot.wacht(lambda: dialog.page.isVisible())
    groups = list(dialog.page._groups)
    robot.gaat_naar("code.bewaard")
    robot.drukt(Qt.Key.Key_Space)
    for number, place in enumerate(dialog.page.places, 1):
        robot.gaat_naar(f"groepje.{number}")
        robot.typt(groups[place])
    robot.gaat_naar("code.klopt")
    robot.drukt(Qt.Key.Key_Space)
    robot.wacht(lambda: QApplication.activeModalWidget() is None)

    robot.kiest_menu("vergrendelen")
    toegang = robot.make_toegang()
    desk = toegang.unlock_with_herstelcode("-".join(groups), NIEUW)
    desk.kluis.close()


def test_copy_is_put_back_from_the_closed_door(robot, monkeypatch):
    told = []
    monkeypatch.setattr("indicatietool.gui.kluis.acts.tell", lambda _parent, text: told.append(text))
    monkeypatch.setattr("indicatietool.gui.kluis.acts.ask", lambda _parent, _text: True)
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.zaaknummer", "Z-1")
    robot.window.show_start()
    robot.kiest_menu("kopie")
    robot.wacht(lambda: told)
    robot.desk.delete("2026-0001", "proef")
    robot.window.refresh_list()
    assert robot.window.dossiers.model.rowCount() == 0

    robot.kiest_menu("terugzetten")
    robot.gaat_naar("wachtwoord")
    from tests.kluizen import WACHTWOORD

    robot.typt(WACHTWOORD)
    with robot.qtbot.waitSignal(robot.window.kluis_opened):
        robot.drukt(Qt.Key.Key_Return)

    assert robot.window.dossiers.model.regel(0).kaart.nummer == "2026-0001"
    robot.wacht(lambda: QApplication.activeModalWidget() is None)


def test_damaged_kluis_leads_to_the_copies(robot, monkeypatch):
    monkeypatch.setattr("indicatietool.gui.kluis.acts.tell", lambda _parent, _text: None)
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.zaaknummer", "Z-1")
    robot.window.show_start()
    kopie = robot.desk.kluis.copy()
    assert kopie.is_dir()
    robot.sluit()
    database = next((robot.folder / "kluis").glob("dossiers*.kluis"))
    database.write_bytes(b"x" * database.stat().st_size)

    robot.open_window()
    robot.gaat_naar("wachtwoord")
    from tests.kluizen import WACHTWOORD

    robot.typt(WACHTWOORD)
    robot.drukt(Qt.Key.Key_Return)
    unlock = robot.window.home.door.unlock
    robot.wacht(lambda: "Een kopie terugzetten" in unlock.message.text())

    robot.gaat_naar("kopie.terugzetten")
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_naar("wachtwoord")
    robot.typt(WACHTWOORD)
    with robot.qtbot.waitSignal(robot.window.kluis_opened):
        robot.drukt(Qt.Key.Key_Return)
    assert robot.desk.kluis.load("2026-0001").melding.zaaknummer == "Z-1"


def test_trying_things_on_a_copy_keeps_nothing(robot):
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.zaaknummer", "Z-1")

    robot.kiest_menu("proberen")
    assert "hiervan wordt niets bewaard" in robot.ziet()
    robot.vult("melding.zaaknummer", "Z-2")
    robot.gaat_naar("probeerbanner.knop")
    robot.drukt(Qt.Key.Key_Space)

    assert robot.session.dossier.melding.zaaknummer == "Z-1"
    assert robot.wizard.trying.text == ""
