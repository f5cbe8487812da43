"""Tells per kind of fault how often it was survived; `make test-faults` shows it."""

from collections import Counter
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def qapp():
    """The one QApplication; imported here, for most of these tests have no window."""
    from indicatietool.gui.application import application

    return application(may_be_offscreen=True)


@pytest.fixture(scope="module")
def robot(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator["object"]:
    """One window with one new dossier for all tests of a file."""
    from tests.faults.venster import Wachter
    from tests.gui.robot import Robot

    robot = Robot(Wachter(), tmp_path_factory.mktemp("venster"))
    robot.window.dossiers.new.click()
    yield robot
    robot.sluit()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print a line per kind of fault: how many passed and how many failed."""
    geteld = {
        uitkomst: Counter(
            report.nodeid.partition("[")[0].removeprefix("tests/faults/")
            for report in terminalreporter.getreports(uitkomst)
            if report.nodeid.startswith("tests/faults/")
        )
        for uitkomst in ("passed", "failed")
    }
    for test in sorted(geteld["passed"] | geteld["failed"]):
        goed, fout = geteld["passed"][test], geteld["failed"][test]
        terminalreporter.write_line(f"{goed:5} passed, {fout} failed  {test}")
