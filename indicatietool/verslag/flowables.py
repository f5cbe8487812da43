"""The pieces a page is filled with: running text, headings, boxes and the place to sign.

Every piece knows its height before it is drawn, and where it may be split.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reportlab.platypus import Flowable

from indicatietool.verslag.fonts import width_of
from indicatietool.verslag.lines import cut
from indicatietool.verslag.style import (
    BLAUW,
    GEWOON,
    GRIJS,
    INKT,
    KLEIN,
    LIJN,
    TEKSTBREEDTE,
    Letter,
)

BULLET = "•"


class Canvas(Protocol):
    """What the pieces use of reportlab's canvas."""

    def __getattr__(self, name: str) -> object: ...


class Tekst(Flowable):
    """Regels lopende tekst in één letter, met eventueel een teken of een streep ervoor."""

    def __init__(self, regels: Sequence[str], letter: Letter, teken: str = "", streep: str = "") -> None:
        super().__init__()
        self.regels = tuple(regels)
        self.letter = letter
        self.teken = teken
        self.streep = streep
        self.spaceBefore = letter.voor
        self.spaceAfter = letter.na

    @property
    def hoogte(self) -> float:
        """Return the height of the lines in points."""
        return len(self.regels) * self.letter.regelhoogte

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the room it needs."""
        return aW, self.hoogte

    def min_height(self) -> float:
        """Return the least that may stand under a heading: two lines."""
        return min(2, len(self.regels)) * self.letter.regelhoogte

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Return what fits and what doesn't, with at least two lines on either side."""
        past = min(int(aH // self.letter.regelhoogte), len(self.regels) - 2)
        if past < 2:
            return []
        eerst = Tekst(self.regels[:past], self.letter, self.teken, self.streep)
        rest = Tekst(self.regels[past:], self.letter, "", self.streep)
        eerst.spaceAfter = rest.spaceBefore = 0
        return [eerst, rest]

    def draw(self) -> None:
        """Draw the lines from the top."""
        self.draw_at(self.canv, 0, self.hoogte)

    def draw_at(self, canvas: object, x: float, top: float) -> None:
        """Draw the lines with their top at a height."""
        letter = self.letter
        baseline = (
            top - letter.regelhoogte + (letter.regelhoogte - letter.grootte) / 2 + letter.grootte * 0.22
        )
        if self.streep:
            canvas.setFillColor(self.streep)
            canvas.rect(x, top - self.hoogte + 1, 2.2, self.hoogte - 2, stroke=0, fill=1)
        text = canvas.beginText(x + letter.inspringen, baseline)
        text.setFont(letter.font, letter.grootte, letter.regelhoogte)
        text.setFillColor(letter.kleur)
        if self.teken:
            canvas.setFont(letter.font, letter.grootte)
            canvas.setFillColor(letter.kleur)
            canvas.drawString(x + 2, baseline, self.teken)
        for regel in self.regels:
            text.textLine(regel)
        canvas.drawText(text)
