"""One robot per story, with an empty kluis that is open."""

import pytest

from indicatietool.gui.application import application
from tests.gui.robot import Robot


@pytest.fixture(scope="session")
def qapp():
    return application(may_be_offscreen=True)


@pytest.fixture
def robot(qapp, qtbot, tmp_path):
    return Robot(qtbot, tmp_path)
