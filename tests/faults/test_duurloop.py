"""A long day: a dossier opened, walked, changed, undone and closed, again and again, in one process.

Memory and file handles may not grow with the number of times; `make test-faults` does 1,000 of them. The
first fifth is warming up: Python and Qt keep what they made once.
"""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.faults.gedood import GRONDIG
from tests.gui.robot import Robot
from tests.gui.stories import open_scored_case

KEREN = 1_000 if GRONDIG else 30
STAPPEN = ("melding", "leefgebieden", "scoren.financien", "oplossingen", "besluit", "looptijd", "controleren")
PER_KEER = 1024
"""Bytes that memory may grow for each time."""

pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="alleen op Linux te meten")


def memory() -> int:
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete: what was let go is deleted now
    QApplication.processEvents()


def slope(metingen: list[tuple[int, int]]) -> float:
    """Return the bytes per time of the line through the measurements."""
    n = len(metingen)
    x, y = sum(m[0] for m in metingen) / n, sum(m[1] for m in metingen) / n
    return sum((a - x) * (b - y) for a, b in metingen) / sum((a - x) ** 2 for a, _ in metingen)


def test_long_day_costs_no_memory_and_no_file_handles(robot: Robot, record_property: Callable):
    open_scored_case(robot)
    nummer = robot.session.dossier.nummer
    window = robot.window
    window.show_start()
    metingen: list[tuple[int, int]] = []
    for keer in range(KEREN):
        window.open_from(lambda: robot.desk.open(nummer))
        for stap in STAPPEN:
            robot.wizard.go_to(stap)
        robot.wizard.view.act(robot.session.set_veld, "melding.client", f"Oefencliënt {keer % 2}")
        robot.session.undo()
        window.show_start()
        settle()
        if keer == KEREN // 5:
            open_bestanden, widgets = handles(), len(QApplication.allWidgets())
        if keer >= KEREN // 5 and keer % max(1, KEREN // 50) == 0:
            metingen.append((keer, memory()))

    groei = slope(metingen)
    record_property(f"{KEREN} keer openen en sluiten:", f"{groei:.0f} bytes per keer")
    assert handles() <= open_bestanden
    assert len(QApplication.allWidgets()) <= widgets
    if GRONDIG:
        assert groei <= PER_KEER
