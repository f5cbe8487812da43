"""Tells per kind of fault how often it was survived; `make test-faults` shows it."""

from collections import Counter

import pytest


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
