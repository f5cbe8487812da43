"""The pieces a page is filled with: running text, headings and boxes.

Every piece knows its height before it is drawn, and where it may be split.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from indicatietool.verslag.fonts import printable, width_of
from indicatietool.verslag.lines import cut, cut_short
from indicatietool.verslag.style import GRONDSLAG, KOPPEN, TEKSTBREEDTE, Letter

BULLET = "•"
HEAD_ROOM = 10.0
"""White inside a box, in points."""
GAP = 8.0
"""White between a heading and its legal ground, in points."""
MAX_HEADING = 4
"""Most lines of a heading; a longer name stands in full in a table."""


class Tekst(Flowable):
    """Lines in one letter, with possibly a mark before the first or a bar beside all."""

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
        """Return the height of all lines in points."""
        return len(self.regels) * self.letter.regelhoogte

    @property
    def min_hoogte(self) -> float:
        """Return the least that may stand below a heading: two lines."""
        return min(2, len(self.regels)) * self.letter.regelhoogte

    def wrap(self, breed: float, hoog: float) -> tuple[float, float]:
        """Return the room it takes."""
        return breed, self.hoogte

    def split(self, breed: float, hoog: float) -> list[Flowable]:
        """Return what fits and the rest, at least two lines each; nothing when that can't be."""
        past = min(int(hoog // self.letter.regelhoogte), len(self.regels) - 2)
        if past < 2:
            return []
        eerst = Tekst(self.regels[:past], self.letter, self.teken, self.streep)
        rest = Tekst(self.regels[past:], self.letter, streep=self.streep)
        eerst.spaceAfter = rest.spaceBefore = 0
        return [eerst, rest]

    def draw(self) -> None:
        """Draw the lines on the page."""
        self.draw_at(self.canv, 0, self.hoogte)

    def draw_at(self, canvas: Any, x: float, top: float) -> None:
        """Draw the lines on a canvas, the first just below `top`."""
        letter = self.letter
        if self.streep:
            canvas.setFillColor(self.streep)
            canvas.rect(x, top - self.hoogte + 1, 2.2, self.hoogte - 2, stroke=0, fill=1)
        basislijn = top - baseline(letter)
        canvas.setFillColor(letter.kleur)
        if self.teken:
            canvas.setFont(letter.font, letter.grootte)
            canvas.drawString(x + letter.inspringen - 9, basislijn, self.teken)
        tekst = canvas.beginText(x + letter.inspringen, basislijn)
        tekst.setFont(letter.font, letter.grootte, letter.regelhoogte)
        for regel in self.regels:
            tekst.textLine(regel)
        canvas.drawText(tekst)


class Koptekst(Tekst):
    """A heading with its legal ground beside it, and a place in the outline of the document."""

    def __init__(self, tekst: str, niveau: int, grondslag: str = "") -> None:
        letter, self.grondslag = KOPPEN[niveau], printable(grondslag)
        naast = width_of(self.grondslag, GRONDSLAG.font, GRONDSLAG.grootte) + GAP if grondslag else 0
        super().__init__(cut_short(tekst, letter, TEKSTBREEDTE - naast, MAX_HEADING), letter)
        self.titel = "".join(self.regels)
        self.niveau = niveau

    def split(self, breed: float, hoog: float) -> list[Flowable]:
        """Return nothing: a heading stays whole."""
        return []

    def draw(self) -> None:
        """Draw the heading and make it findable."""
        super().draw()
        if self.grondslag:
            self._draw_ground()
        if self.niveau < 3:
            sleutel = self.canv.next_bookmark()
            self.canv.bookmarkHorizontal(sleutel, 0, self.hoogte + 6)
            self.canv.addOutlineEntry(self.titel, sleutel, self.niveau - 1, closed=self.niveau == 1)

    def _draw_ground(self) -> None:
        laatste = width_of(self.regels[-1], self.letter.font, self.letter.grootte)
        self.canv.setFont(GRONDSLAG.font, GRONDSLAG.grootte)
        self.canv.setFillColor(GRONDSLAG.kleur)
        hoogte = self.letter.regelhoogte - baseline(self.letter)
        self.canv.drawString(laatste + GAP, hoogte, self.grondslag)


class Vak(Flowable):
    """A tinted box around pieces of text; a long one is split between lines."""

    def __init__(self, teksten: Sequence[Tekst], vlak: str, rand: str) -> None:
        super().__init__()
        self.teksten = tuple(teksten)
        self.vlak = vlak
        self.rand = rand
        self.spaceBefore, self.spaceAfter = 6, 9

    @property
    def hoogte(self) -> float:
        """Return the height with the white inside."""
        return sum(_tall(tekst) for tekst in self.teksten) + 2 * HEAD_ROOM

    @property
    def min_hoogte(self) -> float:
        """Return the least that may stand below a heading."""
        return min(self.hoogte, 60.0)

    def wrap(self, breed: float, hoog: float) -> tuple[float, float]:
        """Return the room it takes."""
        return breed, self.hoogte

    def split(self, breed: float, hoog: float) -> list[Flowable]:
        """Return a box with what fits and a box with the rest."""
        past, rest = _divide(self.teksten, hoog - 2 * HEAD_ROOM)
        if not past or not rest:
            return []
        return [Vak(past, self.vlak, self.rand), Vak(rest, self.vlak, self.rand)]

    def draw(self) -> None:
        """Draw the box and what is in it."""
        self.canv.setFillColor(self.vlak)
        self.canv.rect(0, 0, TEKSTBREEDTE, self.hoogte, stroke=0, fill=1)
        self.canv.setFillColor(self.rand)
        self.canv.rect(0, 0, 3, self.hoogte, stroke=0, fill=1)
        top = self.hoogte - HEAD_ROOM
        for tekst in self.teksten:
            tekst.draw_at(self.canv, 14, top - tekst.spaceBefore)
            top -= _tall(tekst)


VAK_BREEDTE = TEKSTBREEDTE - 26
"""Width for text inside a box, in points."""


def baseline(letter: Letter) -> float:
    """Return how far below the top of a line its letters stand, in points."""
    return (letter.regelhoogte + letter.grootte * 0.7) / 2


def text(tekst: str, letter: Letter, streep: str = "", breedte: float = TEKSTBREEDTE) -> Tekst:
    """Return running text, cut to the width."""
    return Tekst(cut(tekst, letter, breedte - letter.inspringen), letter, streep=streep)


def bullet(tekst: str, letter: Letter, breedte: float = TEKSTBREEDTE) -> Tekst:
    """Return one item of a list."""
    return Tekst(cut(tekst, letter, breedte - letter.inspringen), letter, teken=BULLET)


def _tall(tekst: Tekst) -> float:
    return float(tekst.spaceBefore + tekst.hoogte + tekst.spaceAfter)


def _divide(teksten: tuple[Tekst, ...], hoogte: float) -> tuple[list[Tekst], list[Tekst]]:
    past: list[Tekst] = []
    for nummer, tekst in enumerate(teksten):
        if _tall(tekst) > hoogte:
            delen = [deel for deel in tekst.split(0, hoogte) if isinstance(deel, Tekst)]
            return [*past, *delen[:1]], [*(delen[1:] or [tekst]), *teksten[nummer + 1 :]]
        past.append(tekst)
        hoogte -= _tall(tekst)
    return past, []
