"""A trainer before a class: beamer, a case, one anchor changed, what moves.

BEELDEN=folder leaves pictures of every step at 1024 × 768: light with ordinary letters, dark at 200 %.
"""

import hashlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QPlainTextEdit

from indicatietool.gui.start.screen import MINE, PRACTICE
from indicatietool.gui.trainer.acts import IS_TRIAL, NO_DOSSIER, NO_PRACTICE
from indicatietool.gui.trainer.afstand import ZwartScherm
from indicatietool.session.wat_als import stand
from indicatietool.store.dossiers import dossier_to_json
from tests.gui.robot import Robot
from tests.gui.test_toegankelijk_venster import unnamed
from tests.gui.trainer import STAP, TAAK, open_model, panel, picture

pytestmark = pytest.mark.usefixtures("plain_dress")


def beamer(robot: Robot, on: bool) -> None:
    """Switch the beamer on or off with the menu of the trainer."""
    before = robot.window.home
    assert robot.window.acts["beamer"].isChecked() is not on
    robot.kiest_menu("beamer")
    robot.wacht(lambda: robot.window.home is not before)
    QApplication.processEvents()


def kluis_print(robot: Robot) -> dict[str, str]:
    folder = robot.folder / "oefenkluis"
    return {
        pad.name: hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in sorted(folder.rglob("*"))
        if pad.is_file()
    }


# -- the whole story -------------------------------------------------------------------------------


def test_a_trainer_opens_the_beamer_walks_a_case_changes_one_anchor_and_sees_what_moves(dressed):
    robot, window = dressed, dressed.window
    beamer(robot, on=True)
    assert window.home.currentIndex() == PRACTICE
    assert "Zoek op nummer" not in robot.ziet() or window.home.dossiers is not window.home.panel
    picture(window, f"1-start-{robot.look}")

    session = open_model(robot)
    inhoud, history = dossier_to_json(session.dossier), session.bewaring.history()
    picture(window, f"2-casus-{robot.look}")

    robot.kiest_menu("proberen")
    robot.wacht(lambda: robot.wizard.is_trial)
    before = kluis_print(robot)
    was = robot.session.indicatie.minuten_per_maand
    assert f"{was}" in panel(robot).cards[0].accessibleName()
    robot.gaat_naar("taken")
    assert robot.wizard.page.detail.taak.id == TAAK
    robot.drukt(Qt.Key.Key_4)

    nu = robot.session.indicatie.minuten_per_maand
    assert robot.session.dossier.antwoorden.taak(TAAK).blok == "O4"
    assert nu > was
    kaarten = [card.accessibleName() for card in panel(robot).cards]
    assert kaarten[0] == f"Totaal per maand: {was} wordt {nu}, +{nu - was} minuten meer"
    assert kaarten[1].startswith("Post en administratie: ")
    assert "marge" in kaarten[1]
    assert kaarten[2].startswith("Profiel: ")
    picture(window, f"3-wat-als-{robot.look}")

    robot.gaat_naar("wat-als.veranderd")
    robot.drukt(Qt.Key.Key_Space)
    picture(robot.dialog, f"4-wat-is-veranderd-{robot.look}")
    assert "Post en administratie, blok: O2 → O4" in robot.ziet()
    assert unnamed(robot.dialog) == []
    robot.drukt(Qt.Key.Key_Escape)

    robot.gaat_naar("wat-als.begin")
    robot.drukt(Qt.Key.Key_Space)
    robot.wacht(lambda: robot.session.indicatie.minuten_per_maand == was)
    assert robot.wizard.is_trial
    assert stand(window.trial).veranderd == ()
    assert kluis_print(robot) == before

    robot.wizard.trying.button.click()
    robot.wacht(lambda: not robot.wizard.is_trial)
    assert dossier_to_json(robot.session.dossier) == inhoud
    assert robot.session.bewaring.history() == history


@pytest.mark.parametrize("seed", [3, 11])
def test_the_panel_shows_the_engine_after_every_key(robot, seed):
    from random import Random

    open_model(robot)
    robot.kiest_menu("proberen")
    robot.wacht(lambda: robot.wizard.is_trial)
    random = Random(seed)
    robot.gaat_naar("taken")
    for _ in range(25):
        key = random.choice("12345678NPnp")
        robot.wizard.page.list.setFocus()
        robot.typt(key)
        shown = panel(robot).cards[0].accessibleName()
        assert shown.split(",")[0].endswith(f" {robot.session.indicatie.minuten_per_maand}")


def test_in_a_wide_window_the_numbers_stand_large_and_the_list_unfolds(robot):
    robot.window.resize(1280, 800)
    open_model(robot)
    robot.kiest_menu("proberen")
    robot.wacht(lambda: robot.wizard.is_trial)
    robot.gaat_naar("taken")
    robot.drukt(Qt.Key.Key_4)
    strip = panel(robot)
    assert all(card.isVisible() for card in strip.cards)
    assert not strip.short.isVisible()
    assert unnamed(robot.window) == []

    robot.gaat_naar("wat-als.veranderd")
    robot.drukt(Qt.Key.Key_Space)
    assert strip.list.hasFocus()
    assert "blok: O2 → O4" in strip.list.toPlainText()
    picture(robot.window, "3-wat-als-breed")
    strip.changed.click()
    assert not strip.list.isVisible()


def test_what_moves_is_said_aloud_once(robot, monkeypatch):
    said = []
    monkeypatch.setattr(
        "indicatietool.gui.comfort.announce.announce", lambda _source, words, **_how: said.append(words)
    )
    open_model(robot)
    robot.kiest_menu("proberen")
    robot.wacht(lambda: robot.wizard.is_trial)
    was = robot.session.indicatie.minuten_per_maand
    said.clear()
    robot.gaat_naar("taken")
    robot.drukt(Qt.Key.Key_4)
    robot.wizard.view.changed.emit()

    nu = robot.session.indicatie.minuten_per_maand
    told = [words for words in said if words.startswith(f"Totaal per maand: {was} wordt {nu}, ")]
    assert len(told) == 1
    assert "marge" in told[0]


# -- beamer ----------------------------------------------------------------------------------------


def test_the_beamer_shows_the_cases_first_and_the_dossiers_again_when_the_room_has_gone(robot):
    assert robot.window.home.currentIndex() == MINE

    beamer(robot, on=True)
    assert robot.window.home.currentIndex() == PRACTICE
    assert robot.window.home.practice is not None
    open_model(robot)
    robot.window.show_start()
    robot.wacht(lambda: robot.window.wizard is None)
    assert robot.window.home.currentIndex() == PRACTICE
    assert robot.window.focusWidget() is robot.window.home.practice.cases

    beamer(robot, on=False)
    assert robot.window.home.currentIndex() == MINE


def test_a_room_sees_the_cases_alone_until_the_dossiers_are_asked_for(robot):
    beamer(robot, on=True)
    practice = robot.window.home.practice
    assert not practice.mine.isVisible()

    robot.gaat_naar("oefendossiers.tonen")
    robot.drukt(Qt.Key.Key_Space)

    assert practice.mine.isVisible()
    assert practice.dossiers.isAncestorOf(robot.window.focusWidget())


def test_a_program_that_starts_with_the_beamer_on_starts_with_the_cases(robot):
    beamer(robot, on=True)
    robot.sluit()

    robot.window = robot.open_window()

    assert robot.window.home.currentIndex() == PRACTICE
    assert robot.window.home.practice is not None


def test_a_remote_walks_the_pages_and_changes_no_answer(robot):
    beamer(robot, on=True)
    session = open_model(robot)
    steps = [robot.wizard.step_list.item(row).text() for row in range(robot.wizard.step_list.count())]
    robot.wizard.go_to("melding")
    robot.wizard.page.findChild(QComboBox).setFocus()
    before = dossier_to_json(session.dossier.with_changes(gebleven=""))
    seen = []
    for key in [Qt.Key.Key_PageDown] * 4 + [
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
    ]:
        robot.drukt(key)
        seen.append(robot.wizard.current_step)
    robot.drukt(Qt.Key.Key_PageUp, keer=len(steps))

    assert len(set(seen[:4])) == 4
    assert seen[3] == seen[5] == seen[7]
    assert seen[4] == seen[6] != seen[3]
    assert robot.wizard.current_step == "melding"
    assert dossier_to_json(session.dossier.with_changes(gebleven="")) == before


@pytest.mark.parametrize(
    ("stap", "soort"),
    [("hulpvraag", QPlainTextEdit), ("melding", QComboBox), ("melding", QLineEdit), (STAP, QListWidget)],
    ids=["tekst", "keuze", "regel", "lijst"],
)
def test_a_remote_goes_on_from_whatever_has_the_focus(robot, stap, soort):
    beamer(robot, on=True)
    session = open_model(robot)
    robot.wizard.go_to(stap)
    QApplication.processEvents()
    veld = next(w for w in robot.wizard.page.findChildren(soort) if w.isVisible() and w.isEnabled())
    veld.setFocus()
    antwoorden = dossier_to_json(session.dossier.with_changes(gebleven=""))

    robot.drukt(Qt.Key.Key_PageDown)

    assert robot.wizard.current_step != stap
    assert robot.window.focusWidget() is robot.wizard.step_list
    assert dossier_to_json(session.dossier.with_changes(gebleven="")) == antwoorden


def test_f5_fills_the_screen_and_gives_it_back(robot):
    beamer(robot, on=True)
    open_model(robot)
    robot.wizard.step_list.setFocus()
    robot.drukt(Qt.Key.Key_F5)
    assert robot.window.isFullScreen()
    robot.drukt(Qt.Key.Key_F5)
    assert not robot.window.isFullScreen()

    robot.kiest_menu("les")
    les = robot.dialog
    robot.drukt(Qt.Key.Key_F5)
    assert les.isFullScreen()
    robot.drukt(Qt.Key.Key_Escape)
    assert not les.isFullScreen()
    assert les.isVisible()
    robot.drukt(Qt.Key.Key_Escape)
    assert not les.isVisible()


def test_without_the_beamer_the_keys_are_those_of_the_fields(robot):
    open_model(robot)
    robot.wizard.go_to("melding")
    robot.drukt(Qt.Key.Key_PageDown)

    assert robot.wizard.current_step == "melding"


def test_a_point_makes_the_screen_black_and_any_key_brings_it_back(robot):
    beamer(robot, on=True)
    open_model(robot)
    robot.wizard.step_list.setFocus()
    stap = robot.wizard.current_step

    robot.drukt(Qt.Key.Key_Period)
    zwart = robot.window.findChild(ZwartScherm)
    assert zwart.isVisible()
    assert zwart.size() == robot.window.size()
    robot.drukt(Qt.Key.Key_PageDown)

    assert not zwart.isVisible()
    assert robot.wizard.current_step == stap
    assert robot.window.focusWidget() is robot.wizard.step_list


# -- what is needed first --------------------------------------------------------------------------


@pytest.mark.parametrize("naam", ["vergelijken", "casus", "uitdelen", "uitslag"])
def test_an_act_for_a_practice_dossier_says_so_without_one(robot, naam):
    said = robot.window._saved
    robot.kiest_menu(naam)
    assert said.text() == NO_PRACTICE
    robot.window.dossiers.new.click()
    robot.kiest_menu(naam)
    assert said.text() == NO_PRACTICE
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(
    "naam",
    [
        "les",
        "tornado",
        "naast_elkaar",
        "vergelijken",
        "casus",
        "uitdelen",
        "uitslag",
        "kalibratie",
        "uitleggen",
        "verschil",
    ],
)
def test_every_line_of_the_menu_opens_something_in_which_every_part_has_a_name(robot, naam):
    open_model(robot)
    robot.kiest_menu(naam)
    robot.wacht(lambda: QApplication.activeModalWidget() is not None)

    assert unnamed(robot.dialog) == []
    robot.drukt(Qt.Key.Key_Escape)


def test_acts_on_a_copy_ask_for_the_dossier_itself(robot):
    open_model(robot)
    robot.kiest_menu("proberen")
    robot.wacht(lambda: robot.wizard.is_trial)
    robot.kiest_menu("uitslag")

    assert robot.window._saved.text() == IS_TRIAL
    assert robot.wizard.current_step == STAP


def test_the_tornado_asks_for_a_dossier(robot):
    robot.kiest_menu("tornado")

    assert robot.window._saved.text() == NO_DOSSIER
