"""The pieces a page is filled with: running text, headings and boxes.

Every piece knows its height before it is drawn, where it may be split, and which tag it is read as.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

from indicatietool.verslag.fonts import printable, width_of
from indicatietool.verslag.lines import cut, cut_short
from indicatietool.verslag.page import Papier
from indicatietool.verslag.style import BIJSCHRIFT, GRONDSLAG, KOPPEN, TEKSTBREEDTE, Letter
from indicatietool.verslag.tagging import BULLETS, Tag

BULLET = "•"
HEAD_ROOM = 10.0
"""White inside a box, in points."""
GAP = 8.0
"""White between a heading and its legal ground, in points."""
MAX_HEADING = 4
"""Most lines of a heading; a longer name stands in full in a table."""
FEWEST = 2
"""Fewest lines of a text that may stand alone at the end or the start of a page."""


class Stuk(ABC):
    """A piece of the page; all sizes are in points."""

    voor = 0.0
    """White above, unless it starts a page."""
    na = 0.0
    """White below."""
    leidt = False
    """Whether it says what follows, and so never ends a page."""

    @property
    @abstractmethod
    def hoogte(self) -> float:
        """Return the height, without the white above and below."""

    @property
    def min_hoogte(self) -> float:
        """Return the least of it that may stand below a heading."""
        return self.hoogte

    def split(self, ruimte: float) -> "tuple[Stuk, Stuk] | None":
        """Return what fits in the room and the rest; None when it can't be divided there."""
        return None

    @abstractmethod
    def draw(self, papier: Papier, x: float, top: float) -> None:
        """Draw it, with its left upper corner there."""


class Wit(Stuk):
    """White."""

    def __init__(self, hoogte: float) -> None:
        self._hoogte = hoogte

    @property
    def hoogte(self) -> float:
        """Return the height."""
        return self._hoogte

    def draw(self, papier: Papier, x: float, top: float) -> None:
        """Draw nothing."""


class Paginaeinde(Wit):
    """What follows begins on a new page."""

    def __init__(self) -> None:
        super().__init__(0)


class Tekst(Stuk):
    """Lines in one letter, with possibly a bullet before them or a bar beside them.

    Args:
        regels: lines that fit the width; one that goes on ends in a space.
        letter: how they look.
        tag: what they are.
        streep: the colour of the bar; empty for none.
        bullet: what the bullet is; None for no bullet.
    """

    def __init__(
        self, regels: Sequence[str], letter: Letter, tag: Tag, streep: str = "", bullet: Tag | None = None
    ) -> None:
        self.regels = tuple(regels)
        self.letter = letter
        self.tag = tag
        self.streep = streep
        self.bullet = bullet
        self.voor, self.na = letter.voor, letter.na
        self.leidt = letter is BIJSCHRIFT

    @property
    def hoogte(self) -> float:
        """Return the height of all lines."""
        return len(self.regels) * self.letter.regelhoogte

    @property
    def min_hoogte(self) -> float:
        """Return the height of the lines that may stand alone; of all when they can't be divided."""
        aantal = len(self.regels)
        return (FEWEST if aantal >= 2 * FEWEST else aantal) * self.letter.regelhoogte

    def split(self, ruimte: float) -> "tuple[Tekst, Tekst] | None":
        """Return what fits and the rest."""
        past = min(int(ruimte // self.letter.regelhoogte), len(self.regels) - FEWEST)
        if past < FEWEST:
            return None
        eerst = Tekst(self.regels[:past], self.letter, self.tag, self.streep, self.bullet)
        rest = Tekst(self.regels[past:], self.letter, self.tag, self.streep)
        eerst.na = rest.voor = 0
        return eerst, rest

    def draw(self, papier: Papier, x: float, top: float) -> None:
        """Draw the lines, the first just below the top."""
        letter = self.letter
        if self.streep:
            with papier.artefact():
                papier.fill(x, top - self.hoogte + 1, 2.2, self.hoogte - 2, self.streep)
        links, basislijn = x + letter.inspringen, top - baseline(letter)
        if self.bullet:
            with papier.tagged(self.bullet):
                papier.write(links - 9, basislijn, (BULLET,), letter)
        if any(self.regels):
            with papier.tagged(self.tag):
                papier.write(links, basislijn, self.regels, letter)


class Koptekst(Tekst):
    """A heading with possibly its legal ground beside it, and a place in the outline of the document."""

    def __init__(
        self, tekst: str, niveau: int, tag: Tag, grondslag: str = "", grond: Tag | None = None
    ) -> None:
        letter, self.grondslag = KOPPEN[niveau], printable(grondslag)
        naast = width_of(self.grondslag, GRONDSLAG.font, GRONDSLAG.grootte) + GAP if grondslag else 0
        super().__init__(cut_short(tekst, letter, TEKSTBREEDTE - naast, MAX_HEADING), letter, tag)
        self.niveau = niveau
        self.grond = grond
        self.leidt = True

    def split(self, ruimte: float) -> None:
        """Return nothing: a heading stays whole."""

    def draw(self, papier: Papier, x: float, top: float) -> None:
        """Draw the heading and make it findable."""
        super().draw(papier, x, top)
        if self.grond:
            rechts = x + width_of(self.regels[-1], self.letter.font, self.letter.grootte) + GAP
            laatste = top - self.hoogte + self.letter.regelhoogte - baseline(self.letter)
            with papier.tagged(self.grond):
                papier.write(rechts, laatste, (self.grondslag,), GRONDSLAG)
        if self.niveau < len(KOPPEN):
            papier.add_to_outline("".join(self.regels), self.niveau - 1, top + 6)


class Vak(Stuk):
    """A tinted box around pieces of text; a long one is split between lines."""

    voor, na = 6.0, 9.0

    def __init__(self, teksten: Sequence[Tekst], vlak: str, rand: str) -> None:
        self.teksten = tuple(teksten)
        self.vlak = vlak
        self.rand = rand

    @property
    def hoogte(self) -> float:
        """Return the height with the white inside."""
        return sum(_tall(tekst) for tekst in self.teksten) + 2 * HEAD_ROOM

    @property
    def min_hoogte(self) -> float:
        """Return the least that may stand below a heading."""
        return min(self.hoogte, 60.0)

    def split(self, ruimte: float) -> "tuple[Vak, Vak] | None":
        """Return a box with what fits and a box with the rest."""
        past, rest = _divide(self.teksten, ruimte - 2 * HEAD_ROOM)
        if not past or not rest:
            return None
        return Vak(past, self.vlak, self.rand), Vak(rest, self.vlak, self.rand)

    def draw(self, papier: Papier, x: float, top: float) -> None:
        """Draw the box and what is in it."""
        with papier.artefact():
            papier.fill(x, top - self.hoogte, TEKSTBREEDTE, self.hoogte, self.vlak)
            papier.fill(x, top - self.hoogte, 3, self.hoogte, self.rand)
        top -= HEAD_ROOM
        for tekst in self.teksten:
            tekst.draw(papier, x + 14, top - tekst.voor)
            top -= _tall(tekst)


VAK_BREEDTE = TEKSTBREEDTE - 26
"""Width for text inside a box, in points."""


def baseline(letter: Letter) -> float:
    """Return how far below the top of a line its letters stand, in points."""
    return (letter.regelhoogte + letter.grootte * 0.7) / 2


def text(tekst: str, letter: Letter, tag: Tag, streep: str = "", breedte: float = TEKSTBREEDTE) -> Tekst:
    """Return running text, cut to the width."""
    return Tekst(cut(tekst, letter, breedte - letter.inspringen), letter, tag, streep)


def bullets(
    regels: Sequence[str], letter: Letter, ouder: Tag, breedte: float = TEKSTBREEDTE
) -> Iterator[Tekst]:
    """Yield the items of a list."""
    lijst = ouder.add("L", BULLETS)
    for regel in regels:
        item = lijst.add("LI")
        bullet, tekst = item.add("Lbl"), item.add("LBody")
        yield Tekst(cut(regel, letter, breedte - letter.inspringen), letter, tekst, bullet=bullet)


def _tall(tekst: Tekst) -> float:
    return tekst.voor + tekst.hoogte + tekst.na


def _divide(teksten: tuple[Tekst, ...], hoogte: float) -> tuple[list[Tekst], list[Tekst]]:
    past: list[Tekst] = []
    for nummer, tekst in enumerate(teksten):
        if _tall(tekst) > hoogte:
            eerst, rest = tekst.split(hoogte) or (None, tekst)
            return [*past, *([eerst] if eerst else [])], [rest, *teksten[nummer + 1 :]]
        past.append(tekst)
        hoogte -= _tall(tekst)
    return past, []
