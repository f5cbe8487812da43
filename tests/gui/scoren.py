"""What stories about scoring share: the page to begin at, keys, and what was answered."""

from PySide6.QtCore import Qt

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.factoren import Plaats
from tests.gui.robot import Robot

K = Qt.Key
SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEEFGEBIED = "financien"


def open_scoring(robot: Robot) -> Robot:
    """Open a new dossier at the scoring page of one leefgebied; the factoren of the dossier are answered."""
    robot.window.dossiers.new.click()
    session, act = robot.session, robot.wizard.view.act
    act(session.set_situatie, LEEFGEBIED, LeefgebiedSituatie.BEGELEIDING)
    for factor in session.kader.factoren_at(Plaats.DOSSIER):
        act(session.answer_factor, factor.id, factor.keuzes[0].id)
    robot.wizard.go_to(f"scoren.{LEEFGEBIED}")
    robot.presses = 0
    return robot


def press(robot: Robot, *keys) -> None:
    """Press keys one after the other; a pair is a key with a modifier."""
    for key in keys:
        robot.drukt(*key) if isinstance(key, tuple) else robot.drukt(key)


def answers(robot: Robot, taak: str):
    return robot.session.dossier.antwoorden.taak(taak)


def focus_name(robot: Robot) -> str:
    return robot._focus().objectName()
