"""What a screen reader hears of its own accord: the total that changes, and messages that appear."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from indicatietool.gui.comfort.announce import Announcer, announce, show_message
from tests.gui.scoren import open_scoring, press
from tests.gui.stories import open_scored_case

K = Qt.Key


@pytest.fixture
def gezegd(qapp, monkeypatch):
    """Every announcement from here on, as a screen reader would get it."""
    said: list[str] = []

    def listen(event) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    QAccessible.setActive(True)
    yield said
    QAccessible.setActive(False)


@pytest.fixture
def bron(qapp, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_new_total_is_said_when_a_score_changes_it(robot, gezegd):
    taak = open_scored_case(robot)
    gezegd.clear()
    robot.wacht(lambda: not robot.wizard.outcome._announcer._rest.isActive())

    robot.wizard.view.act(robot.session.answer_blok, taak, "O4")

    assert gezegd == [f"{robot.ziet_minuten()} minuten per maand"]


def test_total_that_stays_the_same_is_not_said(robot, gezegd):
    open_scored_case(robot)
    gezegd.clear()

    robot.wizard.view.act(robot.session.set_veld, "melding.zaaknummer", "Z-1")
    robot.wizard.view.changed.emit()

    assert gezegd == []


def test_of_changes_within_a_second_only_the_first_and_the_last_are_said(bron, gezegd, qtbot):
    announcer = Announcer(bron)
    for words in ("1", "2", "3"):
        announcer.say(words)
    assert gezegd == ["1"]

    qtbot.waitUntil(lambda: len(gezegd) > 1, timeout=3_000)

    assert gezegd == ["1", "3"]


def test_number_that_went_and_came_back_is_said_once(bron, gezegd, qtbot):
    announcer = Announcer(bron)
    for words in ("1", "2", "1"):
        announcer.say(words)

    qtbot.waitUntil(lambda: not announcer._rest.isActive(), timeout=3_000)

    assert gezegd == ["1"]


def test_message_is_said_when_it_appears_and_not_while_it_stays(bron, gezegd, qtbot):
    label = QLabel(bron)
    bron.show()
    for text in ("Kies een grond.", "Kies een grond.", "", "Kies een grond."):
        show_message(label, text)

    assert gezegd == ["Kies een grond.", "Kies een grond."]


def test_banner_is_said_when_it_appears(robot, gezegd):
    robot.window.dossiers.new.click()

    robot.wizard.unsaved.say("Opslaan lukt niet.")

    assert gezegd[-1] == "Opslaan lukt niet."


def test_act_that_is_refused_is_said(robot, gezegd):
    open_scoring(robot)

    robot.wizard.view.problem.emit("Dat kan niet.")

    assert gezegd[-1] == "Dat kan niet."


def test_nothing_is_said_while_no_screen_reader_listens(bron, gezegd):
    QAccessible.setActive(False)

    announce(bron, "Hallo")

    assert gezegd == []


def test_scoring_by_key_says_each_total_no_more_than_once(robot, gezegd):
    open_scoring(robot)
    gezegd.clear()

    press(robot, K.Key_2)
    robot.typt("2w")
    press(robot, K.Key_1, K.Key_1, K.Key_1, K.Key_1)
    robot.wacht(lambda: not robot.wizard.outcome._announcer._rest.isActive())

    totals = [words for words in gezegd if words.endswith("minuten per maand")]
    assert totals[-1] == f"{robot.ziet_minuten()} minuten per maand"
    assert len(totals) == len(set(totals))
