"""A glance at the preferences before the first paint, without a JSON reader: that one costs 3 % of the start.

Comes in: the file. Goes out: colours, letters and place of the window, or nothing. The file is read in
earnest right after the first paint (session.voorkeuren).
"""

import re
from pathlib import Path
from typing import NamedTuple

from indicatietool.gui.kleuren import DARK, LIGHT, PALETTES

_MOST = 10_000


class Glance(NamedTuple):
    """Wat de eerste aanblik van het venster bepaalt; de letters in procenten, het venster in pixels."""

    kleuren: str
    letters: int
    venster: tuple[int, ...]


def glance(pad: Path | None, *, is_dark: bool = False) -> Glance:
    """Return how the window looked last time.

    Args:
        pad: the file of preferences; need not be there. None is no file.
        is_dark: the desktop wears dark colours.
    """
    tekst = _read(pad) if pad is not None else ""
    kleuren = _found(r'"kleuren": "([a-z]+)"', tekst)
    letters = int(_found(r'"letters": ([1-9][0-9]{2})\b', tekst) or 100)
    if '"beamer": true' in tekst:
        letters = max(letters, 150)
    box = re.search(r'"venster": \[([-0-9,\s]+)\]', tekst)
    numbers = tuple(int(number) for number in re.findall(r"-?[0-9]{1,5}", box[1])) if box else ()
    return Glance(
        kleuren if kleuren in PALETTES else DARK if is_dark else LIGHT,
        letters if 100 <= letters <= 200 else 100,
        numbers if len(numbers) == 4 else (),
    )


def _read(pad: Path) -> str:
    try:
        with pad.open(encoding="utf-8", errors="replace") as bestand:
            return bestand.read(_MOST)
    except OSError:
        return ""


def _found(pattern: str, tekst: str) -> str:
    found = re.search(pattern, tekst)
    return found[1] if found else ""
