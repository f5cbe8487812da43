"""The embedded letters, and characters they lack: those are named, never left out or drawn as a box.

Comes in: any text. Goes out: text that can be printed, and its width.
"""

import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from indicatietool.errors import VerslagError
from indicatietool.paths import resources_folder
from indicatietool.verslag.style import BOLD, ITALIC, REGULAR

FILES = {
    REGULAR: "FiraSans-Regular.ttf",
    BOLD: "FiraSans-Bold.ttf",
    ITALIC: "FiraSans-Italic.ttf",
}


@cache
def register() -> frozenset[int]:
    """Load the three fonts once.

    Returns:
        The code points that all three have.

    Raises:
        VerslagError: a font file is missing or damaged.
    """
    bekend: list[set[int]] = []
    for naam, bestand in FILES.items():
        try:
            font = TTFont(naam, str(resources_folder() / "fonts" / bestand))
        except (OSError, TTFError) as error:
            raise VerslagError(
                f"Het lettertype {bestand} ontbreekt of is beschadigd. Installeer het programma opnieuw."
            ) from error
        pdfmetrics.registerFont(font)
        bekend.append(set(font.face.charToGlyph))
    return frozenset(set.intersection(*bekend))


def missing_glyphs(text: str) -> tuple[str, ...]:
    """Return each character that the fonts can't print, once, in order of first appearance."""
    bekend = register()
    return tuple(dict.fromkeys(c for c in _composed(text) if ord(c) not in bekend and c != "\n"))


def printable(text: str) -> str:
    """Return text with each character that the fonts lack replaced by its number, such as [U+1F600]."""
    samen = _composed(text)
    return samen.translate({ord(c): f"[U+{ord(c):04X}]" for c in missing_glyphs(samen)})


def width_of(text: str, font: str, grootte: float) -> float:
    """Return the width of printable text in points."""
    width: float = pdfmetrics.stringWidth(text, font, grootte)
    return width


def _composed(text: str) -> str:
    """Return text with accents joined to their letters and tabs as spaces."""
    return unicodedata.normalize("NFC", text.replace("\t", "    "))
