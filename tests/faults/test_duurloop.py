"""A long day: a dossier opened, painted page by page, changed, undone and closed, again and again.

What the process holds may not grow with the number of times; `make test-faults` does 1,000 of them. The
first part is warming up: Python, Qt and SQLite keep what they made once. Two figures of memory: what the
process has in RAM (RSS), and what its code has asked for and not given back, which has no noise of pages.
Freed pages are handed back before each, or fragments of the day before would count as growth.
"""

import ctypes
import gc
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from indicatietool.store.kluis.database import Database
from tests.faults.gedood import GRONDIG
from tests.gui.robot import Robot
from tests.gui.stories import open_scored_case

KEREN, WARM = (1_000, 200) if GRONDIG else (16, 6)
STAPPEN = ("melding", "leefgebieden", "scoren.financien", "oplossingen", "besluit", "looptijd", "controleren")
PER_KEER = 1_024
"""Bytes that memory may grow for each time."""

PER_KEER_KORT = 16_384
"""The same in the short form: SQLite is still filling its cache, by half a page for each time."""

_LIBC = ctypes.CDLL(None)

pytestmark = pytest.mark.skipif(not hasattr(_LIBC, "mallinfo2"), reason="alleen met glibc te meten")


class _MallInfo(ctypes.Structure):
    _fields_ = [
        (naam, ctypes.c_size_t)
        for naam in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    ]


@dataclass(frozen=True)
class Stand:
    """Wat het proces vasthoudt."""

    keer: int
    ram: int
    gevraagd: int
    blokken: int
    bestanden: int
    widgets: int
    omhulsels: int


def measure(keer: int) -> Stand:
    gc.collect()
    for kluis in (ding for ding in gc.get_objects() if isinstance(ding, Database)):
        kluis.run("PRAGMA shrink_memory")  # pages it has read, up to a fixed size
    _LIBC.malloc_trim(0)
    _LIBC.mallinfo2.restype = _MallInfo
    info = _LIBC.mallinfo2()
    return Stand(
        keer,
        int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE"),
        info.uordblks + info.hblkhd,
        sys.getallocatedblocks(),
        len(list(Path("/proc/self/fd").iterdir())),
        len(QApplication.allWidgets()),
        len(Shiboken.getAllValidWrappers()),
    )


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete: what was let go is deleted now
    QApplication.processEvents()


def slope(standen: list[Stand], naam: str) -> float:
    """Return how much it grows each time, by the line through the measurements."""
    x = sum(stand.keer for stand in standen) / len(standen)
    y = sum(getattr(stand, naam) for stand in standen) / len(standen)
    boven = sum((stand.keer - x) * (getattr(stand, naam) - y) for stand in standen)
    return boven / sum((stand.keer - x) ** 2 for stand in standen)


def test_long_day_costs_no_memory_and_no_file_handles(robot: Robot, record_property: Callable):
    open_scored_case(robot)
    nummer = robot.session.dossier.nummer
    window = robot.window
    window.lock.idle.stop()  # nobody types here for longer than the kluis stays open
    window.show_start()
    standen: list[Stand] = []
    for keer in range(KEREN + 1):
        window.open_from(lambda: robot.desk.open(nummer))
        for stap in STAPPEN:
            robot.wizard.go_to(stap)
            window.grab()  # painted as on a screen: the style of Qt keeps what it paints
        robot.wizard.view.act(robot.session.set_veld, "melding.client", f"Oefencliënt {keer % 2}")
        robot.session.undo()
        window.show_start()
        settle()
        if keer >= WARM and keer % max(1, KEREN // 100) == 0:
            standen.append(measure(keer))

    eerst, laatst = standen[0], standen[-1]
    groei = {naam: slope(standen, naam) for naam in ("ram", "gevraagd", "blokken")}
    record_property(
        f"{KEREN} keer openen, doorlopen en sluiten:",
        f"per keer {groei['ram']:.0f} bytes RAM, {groei['gevraagd']:.0f} bytes gevraagd, "
        f"{groei['blokken']:.1f} blokken van Python; bestanden {laatst.bestanden - eerst.bestanden:+}, "
        f"widgets {laatst.widgets - eerst.widgets:+}, omhulsels {laatst.omhulsels - eerst.omhulsels:+}; "
        f"RAM {eerst.ram // 1024} → {laatst.ram // 1024} KiB",
    )
    assert laatst.bestanden <= eerst.bestanden
    assert laatst.widgets <= eerst.widgets
    assert laatst.omhulsels <= eerst.omhulsels
    assert groei["gevraagd"] <= (PER_KEER if GRONDIG else PER_KEER_KORT)
    if GRONDIG:
        assert groei["ram"] <= PER_KEER
