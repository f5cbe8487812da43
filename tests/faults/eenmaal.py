"""Something that takes long is made once, also when several processes run the tests."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 400
"""Seconds that one process waits for what another is making."""


def made_once(factory: pytest.TempPathFactory, naam: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that one process fills, and that the others wait for.

    Args:
        factory: of pytest; its folder is shared by the processes of one run.
        naam: of the folder.
        make: fills it.
    """
    eigen = factory.getbasetemp()
    folder = (eigen.parent if eigen.name.startswith("popen-") else eigen) / naam
    klaar = folder.with_suffix(".klaar")
    try:
        folder.mkdir()
    except FileExistsError:
        for _ in range(PATIENCE * 10):
            if klaar.exists() and klaar.read_text():
                break
            time.sleep(0.1)
        assert klaar.read_text() == "goed", f"{naam} is in een ander proces niet gelukt"
        return folder
    try:
        make(folder)
    except BaseException:
        klaar.write_text("mislukt")
        raise
    klaar.write_text("goed")
    return folder
