"""Text cut into lines that fit a width, in time linear in the length of the text.

Text never passes through reportlab's markup: what was typed is what is drawn.
"""

from collections.abc import Iterator

from indicatietool.verslag.fonts import printable, width_of
from indicatietool.verslag.style import Letter

BREAK_AFTER = "-/_.,;:@&="
"""Where a word that is wider than the line is broken, if that leaves a fair part of the line filled."""
DOTS = "…"


def cut(text: str, letter: Letter, width: float) -> tuple[str, ...]:
    """Return text as lines no wider than `width`.

    A line that goes on keeps its space at the end, so that a reader or a search finds whole words. So does
    a line that ends because it was typed that way.

    Args:
        text: any text; a newline starts a new line.
        letter: font and size.
        width: points, wide enough for one character.

    Returns:
        At least one line.
    """
    lines: list[str] = []
    for part in printable(text).split("\n"):
        if lines:
            lines[-1] += " "
        lines += _cut_part(part, letter, width)
    return tuple(lines)


def cut_short(text: str, letter: Letter, width: float, most: int) -> tuple[str, ...]:
    """Return at most so many lines; dots at the end say that there was more.

    For names and headers only, which stand in full elsewhere in the verslag.
    """
    lines = cut(text, letter, width)
    if len(lines) <= most:
        return lines
    dots = width_of(DOTS, letter.font, letter.grootte)
    last = cut(lines[most - 1].rstrip(), letter, max(width - dots, 1.0))[0].rstrip()
    return (*lines[: most - 1], last + DOTS)


def _cut_part(part: str, letter: Letter, width: float) -> Iterator[str]:
    space = width_of(" ", letter.font, letter.grootte)
    words: list[str] = []
    used = 0.0
    for word in part.split(" "):
        word_width = width_of(word, letter.font, letter.grootte)
        if words and used + space + word_width > width:
            yield " ".join(words) + " "
            words, used = [], 0.0
        if word_width > width:
            *whole, word = _break_word(word, letter, width)
            yield from whole
            word_width = width_of(word, letter.font, letter.grootte)
        used += word_width + (space if words else 0)
        words.append(word)
    yield " ".join(words)


def _break_word(word: str, letter: Letter, width: float) -> Iterator[str]:
    """Yield a word that is too wide in pieces, where possible after a sign that joins words."""
    start, used = 0, 0.0
    for index, character in enumerate(word):
        wide = width_of(character, letter.font, letter.grootte)
        if used + wide > width and index > start:
            einde = _break_place(word, start, index)
            yield word[start:einde]
            used = width_of(word[einde:index], letter.font, letter.grootte)
            start = einde
        used += wide
    yield word[start:]


def _break_place(word: str, start: int, einde: int) -> int:
    vroegst = start + (einde - start) // 2
    return next((i for i in range(einde, vroegst, -1) if word[i - 1] in BREAK_AFTER), einde)
