"""The application that every picture is drawn with."""

import pytest

from indicatietool.gui.application import application


@pytest.fixture(scope="session")
def qapp():
    return application(may_be_offscreen=True)
