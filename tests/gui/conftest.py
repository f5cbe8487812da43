"""One robot per story, with an empty kluis that is open."""

import pytest
from PySide6.QtWidgets import QApplication

from indicatietool.gui import theme
from indicatietool.gui.application import application
from indicatietool.gui.kleuren import LIGHT
from tests.gui.robot import Robot


@pytest.fixture(scope="session")
def qapp():
    return application(may_be_offscreen=True)


@pytest.fixture
def robot(qapp, qtbot, tmp_path):
    return Robot(qtbot, tmp_path)


@pytest.fixture
def plain_dress(qapp):
    """What one story puts on, the next does not wear."""
    yield
    theme.dress(qapp, LIGHT, 100)


@pytest.fixture(params=[("licht", 100), ("donker", 200)], ids=lambda look: f"{look[0]}-{look[1]}")
def dressed(request, robot, plain_dress):
    """The window as small as it may be, in two looks."""
    kleuren, letters = request.param
    robot.window.resize(1024, 768)
    robot.window.appearance.choose(kleuren=kleuren, letters=letters)
    robot.wacht(lambda: round(theme.scale() * 100) == letters and theme.kleuren_in_use() == kleuren)
    QApplication.processEvents()
    robot.look = f"{kleuren}-{letters}"
    return robot
