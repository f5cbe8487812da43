"""Pieces placed on pages, before anything is drawn: so the number of pages is known on the first.

Comes in: pieces in reading order. Goes out: for each page the pieces with their height on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from indicatietool.verslag.flowables import Paginaeinde, Stuk, Tekst
from indicatietool.verslag.style import BIJSCHRIFT, ONDER, TEKSTHOOGTE

INTRODUCTION = 4
"""Most lines of a text that is kept with the table below it."""
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Plaats:
    """Een stuk op een bladzijde; `top` is de bovenkant in punten vanaf de onderkant van het papier."""

    stuk: Stuk
    top: float


Blad = list[Plaats]


def paginate(stukken: Sequence[Stuk]) -> list[Blad]:
    """Return the pages.

    A heading or caption stands with the least that may follow it, so that it never ends a page, and a long
    table still starts where there is room. A piece that is taller than a page and can't be divided hangs
    over the end of its page. The white of two pieces overlaps, except above a heading.
    """
    bladen = _Bladen()
    for nummer, stuk in enumerate(stukken):
        if isinstance(stuk, Paginaeinde):
            bladen.turn()
            continue
        if stuk.leidt and not (nummer and stukken[nummer - 1].leidt):
            bladen.lead(min(_needed(stukken, nummer), TEKSTHOOGTE - 1))
        bladen.place(stuk)
    return bladen.klaar


class _Bladen:
    """The pages so far; the last one is being filled."""

    def __init__(self) -> None:
        self.klaar: list[Blad] = [[]]
        self._over = TEKSTHOOGTE
        self._wit = 0.0

    def turn(self) -> None:
        """Start a new page, unless this one is empty."""
        if self.klaar[-1]:
            self.klaar.append([])
        self._over, self._wit = TEKSTHOOGTE, 0.0

    def lead(self, nodig: float) -> None:
        """Start a new page if less room is left; otherwise keep all white above what comes."""
        if self._over < nodig:
            self.turn()
        self._wit = 0.0

    def place(self, stuk: Stuk) -> None:
        """Put a piece below the others, over several pages if it must."""
        rest: Stuk | None = stuk
        while rest:
            boven = max(rest.voor - self._wit, 0) if self.klaar[-1] else 0
            past, rest = self._fitting(rest, self._over - boven)
            if past:
                self._put(past, boven)
            if rest:
                self.turn()

    def _fitting(self, stuk: Stuk, ruimte: float) -> tuple[Stuk | None, Stuk | None]:
        if stuk.hoogte <= ruimte + ROUNDING:
            return stuk, None
        delen = stuk.split(ruimte)
        if delen:
            return delen
        return (None, stuk) if self.klaar[-1] else (stuk, None)

    def _put(self, stuk: Stuk, boven: float) -> None:
        self.klaar[-1].append(Plaats(stuk, ONDER + self._over - boven))
        self._over -= boven + stuk.hoogte + stuk.na
        self._wit = stuk.na


def _needed(stukken: Sequence[Stuk], nummer: int) -> float:
    """Return the height of the headings from there on and the least that may stand below them."""
    hoogte = 0.0
    while nummer < len(stukken):
        stuk = stukken[nummer]
        if not (stuk.leidt or _introduces(stukken, nummer)):
            return hoogte + stuk.min_hoogte
        hoogte += stuk.voor + stuk.hoogte + stuk.na
        nummer += 1
    return hoogte


def _introduces(stukken: Sequence[Stuk], nummer: int) -> bool:
    """Tell whether a piece is a short text that says what the table, figure or box below it is."""
    stuk, daarna = stukken[nummer], stukken[nummer + 1 : nummer + 2]
    is_short = isinstance(stuk, Tekst) and len(stuk.regels) <= INTRODUCTION
    return is_short and any(not isinstance(d, Tekst) or d.letter is BIJSCHRIFT for d in daarna)
