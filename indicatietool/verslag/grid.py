"""A table as a piece of the page: rows of cut text with rules, split between rows, its header repeated.

Comes in: rows whose cells know their place, look and tag. Knows no blocks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indicatietool.verslag.flowables import Stuk, baseline
from indicatietool.verslag.page import Papier
from indicatietool.verslag.style import TEKSTBREEDTE, Letter
from indicatietool.verslag.tagging import Tag


@dataclass(frozen=True, slots=True)
class Lijn:
    """Een lijn over de volle breedte; de dikte is in punten."""

    kleur: str
    dikte: float


@dataclass(slots=True)
class Vakje:
    """Wat er van één cel in een rij staat; maten in punten vanaf de linkerbovenhoek van de rij.

    `x` is where lines begin, or end when they stand to the right; `zak` is the white above them.
    """

    regels: tuple[str, ...]
    letter: Letter
    tag: Tag
    x: float
    zak: float = 0.0
    is_rechts: bool = False


@dataclass(slots=True)
class Roosterrij:
    """Een rij van een tabel op papier, of een deel van een hoge rij."""

    vakjes: tuple[Vakje, ...]
    hoogte: float
    vlak: str = ""
    boven: Lijn | None = None
    onder: Lijn | None = None
    is_los: bool = True
    """Whether it may begin a page."""


class Rooster(Stuk):
    """A table.

    Args:
        kop: the rows at the top of each page.
        rijen: all other rows.
        is_vervolg: whether it goes on from a page before; its header is then drawn, but not read again.
    """

    voor, na = 2.0, 8.0

    def __init__(
        self, kop: Sequence[Roosterrij], rijen: Sequence[Roosterrij], is_vervolg: bool = False
    ) -> None:
        self.kop = tuple(kop)
        self.rijen = tuple(rijen)
        self.is_vervolg = is_vervolg
        self._hoogte = _tall(self.kop) + _tall(self.rijen)

    @property
    def hoogte(self) -> float:
        """Return the height of all rows."""
        return self._hoogte

    @property
    def min_hoogte(self) -> float:
        """Return the height of the header and of the rows before the first that may begin a page."""
        samen = (nummer for nummer, rij in enumerate(self.rijen) if nummer and rij.is_los)
        return _tall(self.kop) + _tall(self.rijen[: next(samen, None)])

    def split(self, ruimte: float) -> "tuple[Rooster, Rooster] | None":
        """Return the rows that fit and the rest, each with the header."""
        over, past = ruimte - _tall(self.kop), 0
        for nummer, rij in enumerate(self.rijen):
            if nummer and rij.is_los:
                past = nummer
            over -= rij.hoogte
            if over < 0:
                break
        if not past:
            return None
        eerst = Rooster(self.kop, self.rijen[:past], self.is_vervolg)
        return eerst, Rooster(self.kop, self.rijen[past:], is_vervolg=True)

    def draw(self, papier: Papier, x: float, top: float) -> None:
        """Draw the tints and rules, then the text of each cell."""
        rijen = list(_placed((*self.kop, *self.rijen), top))
        al_gelezen = len(self.kop) if self.is_vervolg else 0
        with papier.artefact():
            for rij, y in rijen:
                _draw_surroundings(papier, rij, x, y)
            for rij, y in rijen[:al_gelezen]:
                for vakje in rij.vakjes:
                    _write(papier, vakje, x, y)
        for rij, y in rijen[al_gelezen:]:
            for vakje in rij.vakjes:
                if any(vakje.regels):
                    with papier.tagged(vakje.tag):
                        _write(papier, vakje, x, y)


def _placed(rijen: Iterable[Roosterrij], top: float) -> Iterator[tuple[Roosterrij, float]]:
    for rij in rijen:
        yield rij, top
        top -= rij.hoogte


def _draw_surroundings(papier: Papier, rij: Roosterrij, x: float, top: float) -> None:
    if rij.vlak:
        papier.fill(x, top - rij.hoogte, TEKSTBREEDTE, rij.hoogte, rij.vlak)
    for lijn, y in ((rij.boven, top), (rij.onder, top - rij.hoogte)):
        if lijn:
            papier.stroke(x, y, x + TEKSTBREEDTE, y, lijn.kleur, lijn.dikte)


def _write(papier: Papier, vakje: Vakje, x: float, top: float) -> None:
    basislijn = top - vakje.zak - baseline(vakje.letter)
    papier.write(x + vakje.x, basislijn, vakje.regels, vakje.letter, vakje.is_rechts)


def _tall(rijen: Sequence[Roosterrij]) -> float:
    return sum(rij.hoogte for rij in rijen)
