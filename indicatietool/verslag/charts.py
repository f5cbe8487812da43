"""The figures: vector, with every number written beside its bar.

Comes in: Waterval and MargeBalken, with the tag they stand in. Goes out: a `Figuur`, or several when there
are many rows. Whoever can't see one hears its alternative text, which has the same numbers.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from indicatietool.verslag.blocks import MargeBalk, MargeBalken, Staaf, StaafSoort, Waterval
from indicatietool.verslag.flowables import Stuk
from indicatietool.verslag.fonts import printable, width_of
from indicatietool.verslag.lines import cut_short
from indicatietool.verslag.page import Papier
from indicatietool.verslag.style import (
    BLAUW,
    BRUIN,
    FIGUUR,
    FIGUUR_VET,
    LEGENDA,
    LIJN,
    MARGE,
    STAAF_ERAF,
    STAAF_ERBIJ,
    STAAF_STAND,
    TEKSTBREEDTE,
    WIT,
)
from indicatietool.verslag.tagging import Tag, alternative, box

LABEL = 150.0
"""Room for the names on the left, in points."""
RIJ = 21.0
STAAF = 11.0
ONDERWIT = 10.0
LEGENDAHOOGTE = 14.0
MAX_ROWS = 26
"""More rows than this go on in a next figure, so that each fits on a page."""

KLEUREN = {
    StaafSoort.STAND: STAAF_STAND,
    StaafSoort.ERAF: STAAF_ERAF,
    StaafSoort.ERBIJ: STAAF_ERBIJ,
}
UITLEG = "Balk: marge. Streep: voorstel. Stip: besluit van de consulent."


class Figuur(Stuk):
    """Bars below each other, on one scale, each with its name and its number.

    Args:
        rijen: what to draw.
        schaal: points per minute.
        ruimte: the room for the bars in points.
        tag: what it is.
        legenda: a line of text above; empty for none.
    """

    def __init__(
        self, rijen: Sequence[Staaf | MargeBalk], schaal: float, ruimte: float, tag: Tag, legenda: str = ""
    ) -> None:
        self.rijen = tuple(rijen)
        self.schaal = schaal
        self.ruimte = ruimte
        self.tag = tag
        self.legenda = legenda

    @property
    def hoogte(self) -> float:
        """Return the height with the white below."""
        return len(self.rijen) * RIJ + (LEGENDAHOOGTE if self.legenda else 0) + ONDERWIT

    def draw(self, papier: Papier, x: float, top: float) -> None:
        """Draw the rows from top to bottom."""
        self.tag.extra += box(x, top - self.hoogte, x + TEKSTBREEDTE, top)
        with papier.tagged(self.tag):
            if self.legenda:
                papier.write(x, top - 9, (self.legenda,), LEGENDA)
                top -= LEGENDAHOOGTE
            for nummer, rij in enumerate(self.rijen):
                self._draw_row(papier, rij, x, top - (nummer + 0.5) * RIJ)

    def _draw_row(self, papier: Papier, rij: Staaf | MargeBalk, x: float, midden: float) -> None:
        is_stand = isinstance(rij, Staaf) and rij.soort is StaafSoort.STAND
        letter = FIGUUR_VET if is_stand else FIGUUR
        regels = cut_short(rij.label, letter, LABEL - 8, most=2)
        boven = midden - 3 + letter.regelhoogte * (len(regels) - 1) / 2
        papier.write(x, boven, regels, letter)
        if isinstance(rij, Staaf):
            links, rechts = sorted((rij.van, rij.tot))
            self._bar(papier, x + LABEL, midden, links, rechts, KLEUREN[rij.soort])
        else:
            self._draw_margin(papier, rij, x + LABEL, midden)
        papier.write(x + TEKSTBREEDTE, midden - 3, (printable(rij.waarde),), letter, rechts=True)

    def _draw_margin(self, papier: Papier, balk: MargeBalk, nul: float, midden: float) -> None:
        papier.stroke(nul, midden, nul + self.ruimte, midden, LIJN, 0.4)
        self._bar(papier, nul, midden, balk.min, balk.max, MARGE)
        richt = nul + float(balk.richt) * self.schaal
        papier.stroke(richt, midden - STAAF / 2, richt, midden + STAAF / 2, BLAUW, 1.8)
        if balk.gekozen is not None:
            papier.dot(nul + float(balk.gekozen) * self.schaal, midden, 3.4, BRUIN, WIT)

    def _bar(
        self, papier: Papier, nul: float, midden: float, van: Fraction, tot: Fraction, kleur: str
    ) -> None:
        breed = max(float(tot - van) * self.schaal, 0.8)
        papier.fill(nul + float(van) * self.schaal, midden - STAAF / 2, breed, STAAF, kleur)


def waterfall(figuur: Waterval, ouder: Tag) -> Iterator[Figuur]:
    """Yield bars from top to bottom: levels from zero, changes hanging between them."""
    hoogst = max((max(staaf.van, staaf.tot) for staaf in figuur.staven), default=Fraction(0))
    yield from _figures(figuur.staven, hoogst, figuur, ouder)


def margin_bars(figuur: MargeBalken, ouder: Tag) -> Iterator[Figuur]:
    """Yield bars on one scale, the first with its legend."""
    hoogst = max((max(balk.max, balk.gekozen or balk.max) for balk in figuur.balken), default=Fraction(0))
    yield from _figures(figuur.balken, hoogst, figuur, ouder, UITLEG)


def _figures(
    rijen: Sequence[Staaf | MargeBalk],
    hoogst: Fraction,
    figuur: Waterval | MargeBalken,
    ouder: Tag,
    legenda: str = "",
) -> Iterator[Figuur]:
    ruimte = _bar_room([rij.waarde for rij in rijen])
    schaal = ruimte / float(hoogst) if hoogst else 0.0
    delen = [rijen[start : start + MAX_ROWS] for start in range(0, len(rijen), MAX_ROWS)]
    for nummer, deel in enumerate(delen, start=1):
        tekst = figuur.alternatief if len(delen) == 1 else _alternative(figuur.bijschrift, nummer, deel)
        yield Figuur(deel, schaal, ruimte, ouder.add("Figure", alternative(tekst)), legenda)
        legenda = ""


def _alternative(bijschrift: str, nummer: int, deel: Sequence[Staaf | MargeBalk]) -> str:
    """Return the alternative text of a figure that goes on: each part has its own rows."""
    regels = "; ".join(f"{rij.label}: {rij.waarde}" for rij in deel)
    return f"{bijschrift}, deel {nummer}. {regels}"


def _bar_room(waarden: Sequence[str]) -> float:
    """Return the width left for bars between the labels and the widest value."""
    letter = FIGUUR_VET
    breedst = max((width_of(printable(w), letter.font, letter.grootte) for w in waarden), default=0)
    return max(TEKSTBREEDTE - LABEL - breedst - 14, 40)
