"""Dots on a line: one per uitslag of a group, stacked where they coincide, with the model answer as a stripe.

Comes in: Stippen, with the tag it stands in. Goes out: a `Puntenfiguur`, or several. Whoever can't see it
hears its alternative text.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from indicatietool.verslag.blocks import Stippen, Stippenrij
from indicatietool.verslag.charts import LABEL, LEGENDAHOOGTE, ONDERWIT
from indicatietool.verslag.flowables import Stuk
from indicatietool.verslag.fonts import printable, width_of
from indicatietool.verslag.lines import cut_short
from indicatietool.verslag.page import Papier
from indicatietool.verslag.style import BLAUW, BRUIN, FIGUUR, LEGENDA, LIJN, TEKSTBREEDTE, WIT
from indicatietool.verslag.tagging import Tag, alternative, box

MAX_ROWS = 22
"""More rows than this go on in a next figure, so that each fits on a page."""
RIJ = 25.0
"""Height of a row in points."""
STRAAL = 2.0
HOOG, BREEDSTE = 4, 44.0
"""Dots above each other in a pile, and the widest pile in points; wider ones lie over each other."""
STAPEL = 2 * STRAAL * HOOG
UITLEG = "Stip: één deelnemer, van laag naar hoog, zonder naam. Streep: modelantwoord. Minuten per maand."


class Puntenfiguur(Stuk):
    """Rows of dots below each other, on one scale.

    Args:
        figuur: what to draw.
        tag: what it is.
    """

    def __init__(self, figuur: Stippen, tag: Tag) -> None:
        self._rijen = figuur.rijen
        self._tag = tag
        breedst = max(
            (width_of(printable(r.waarde), FIGUUR.font, FIGUUR.grootte) for r in self._rijen), default=0
        )
        self._ruimte = TEKSTBREEDTE - LABEL - breedst - 18
        hoogst = max((max(*r.punten, r.model or 0, 0) for r in self._rijen), default=0)
        self._schaal = self._ruimte / float(hoogst) if hoogst else 0.0

    @property
    def hoogte(self) -> float:
        """Return the height with the white below."""
        return len(self._rijen) * RIJ + LEGENDAHOOGTE + ONDERWIT

    def draw(self, papier: Papier, x: float, top: float) -> None:
        """Draw the legend and the rows from top to bottom."""
        self._tag.extra += box(x, top - self.hoogte, x + TEKSTBREEDTE, top)
        with papier.tagged(self._tag):
            papier.write(x, top - 9, (UITLEG,), LEGENDA)
            for nummer, rij in enumerate(self._rijen, start=1):
                self._draw_row(papier, rij, x, top - LEGENDAHOOGTE - nummer * RIJ + 6)

    def _draw_row(self, papier: Papier, rij: Stippenrij, x: float, lijn: float) -> None:
        regels = cut_short(rij.label, FIGUUR, LABEL - 8, most=2)
        papier.write(x, lijn + 2 + FIGUUR.regelhoogte * (len(regels) - 1) / 2, regels, FIGUUR)
        nul = x + LABEL
        papier.stroke(nul, lijn, nul + self._ruimte, lijn, LIJN, 0.4)
        if rij.model is not None:
            plek = nul + float(rij.model) * self._schaal
            papier.stroke(plek, lijn - 5, plek, lijn + STAPEL, BRUIN, 1.8)
        for punt, aantal in sorted(Counter(rij.punten).items()):
            self._pile(papier, nul + float(punt) * self._schaal, lijn, aantal)
        papier.write(x + TEKSTBREEDTE, lijn + 2, (printable(rij.waarde),), FIGUUR, rechts=True)

    def _pile(self, papier: Papier, midden: float, lijn: float, aantal: int) -> None:
        """Draw equal dots as a pile of columns around their place, so that each can be counted."""
        kolommen = -(-aantal // HOOG)
        stap = min(2 * STRAAL, BREEDSTE / kolommen)
        links = midden - stap * (kolommen - 1) / 2
        for nummer in range(aantal):
            kolom, hoog = divmod(nummer, HOOG)
            papier.dot(links + kolom * stap, lijn + STRAAL + hoog * 2 * STRAAL, STRAAL, BLAUW, WIT)


def dots_of(figuur: Stippen, ouder: Tag) -> Iterator[Puntenfiguur]:
    """Yield the figure, tagged with its words; in several when there are many rows."""
    delen = [figuur.rijen[start : start + MAX_ROWS] for start in range(0, len(figuur.rijen), MAX_ROWS)]
    for nummer, rijen in enumerate(delen, start=1):
        tekst = figuur.alternatief
        if len(delen) > 1:
            regels = "; ".join(f"{rij.label}: {rij.waarde}" for rij in rijen)
            tekst = f"{figuur.bijschrift}, deel {nummer}. {regels}"
        yield Puntenfiguur(replace(figuur, rijen=rijen), ouder.add("Figure", alternative(tekst)))
