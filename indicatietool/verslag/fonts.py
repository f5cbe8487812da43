"""The embedded letters, and characters they lack: those are named, never left out or drawn as a box.

Comes in: any text. Goes out: text that can be printed, and its width.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
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
PLAIN = str.maketrans(
    {
        "\t": "    ",
        "\u2011": "-",  # a hyphen where no line breaks, as Word writes it
        **dict.fromkeys("\u2028\u2029", "\n"),
        **dict.fromkeys([*map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f", "\u3000"], "\u00a0"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),  # hints where a line may break; nobody sees them
    }
)
"""Spaces, hyphens and line ends as the fonts have them: what is read stays the same."""
ODD = frozenset(map(chr, PLAIN))


@cache
def register() -> frozenset[str]:
    """Load the three fonts once.

    Returns:
        The characters that all three can print, and the newline. Control characters, marks that steer the
        direction of text and private characters are not among them: the archive standard PDF/A can't
        tell what those are.

    Raises:
        VerslagError: a font file is missing or damaged.
    """
    bekend: list[set[str]] = []
    for naam, bestand in FILES.items():
        try:
            font = TTFont(naam, str(resources_folder() / "fonts" / bestand))
        except (OSError, TTFError) as error:
            raise VerslagError(
                f"Het lettertype {bestand} ontbreekt of is beschadigd. Installeer het programma opnieuw."
            ) from error
        pdfmetrics.registerFont(font)
        tekens = {chr(code) for code, glyph in font.face.charToGlyph.items() if glyph}
        bekend.append({teken for teken in tekens if unicodedata.category(teken)[0] != "C"})
    return frozenset(set.intersection(*bekend) | {"\n"})


def missing_glyphs(text: str) -> tuple[str, ...]:
    """Return each character that the fonts can't print, once, in order of first appearance."""
    bekend = register()
    return tuple(dict.fromkeys(c for c in _composed(text) if c not in bekend))


def count_missing(texts: Iterable[str]) -> Counter[str]:
    """Return how often each character occurs that the fonts can't print."""
    samen = _composed("\n".join(texts))
    return Counter({teken: samen.count(teken) for teken in missing_glyphs(samen)})


def printable(text: str) -> str:
    """Return text with each character that the fonts lack replaced by its number, such as [U+1F600]."""
    if text.isascii() and text.isprintable():
        return text
    samen = _composed(text)
    return samen.translate({ord(c): f"[U+{ord(c):04X}]" for c in set(samen) - register()})


def width_of(text: str, font: str, grootte: float) -> float:
    """Return the width of printable text in points."""
    return sum(map(_widths(font).__getitem__, text)) * grootte / 1000


class _Widths(dict[str, float]):
    """The width of each character of a font in thousandths of its size, looked up once."""

    def __init__(self, font: str) -> None:
        super().__init__()
        register()
        self._face = pdfmetrics.getFont(font).face

    def __missing__(self, teken: str) -> float:
        breedte: float = self._face.getCharWidth(ord(teken))
        self[teken] = breedte
        return breedte


@cache
def _widths(font: str) -> _Widths:
    return _Widths(font)


def _composed(text: str) -> str:
    """Return text with accents joined to their letters and plain spaces."""
    if not ODD.isdisjoint(text):
        text = text.translate(PLAIN)
    return unicodedata.normalize("NFC", text)
