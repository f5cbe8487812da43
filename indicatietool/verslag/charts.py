"""The figures as reportlab drawings: vector, with every number written beside its bar.

Comes in: Waterval and MargeBalken. Goes out: one Drawing, or several when there are many rows.
"""

from collections.abc import Iterator
from fractions import Fraction

from reportlab.graphics.shapes import Circle, Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor

from indicatietool.verslag.blocks import MargeBalk, MargeBalken, Staaf, StaafSoort, Waterval
from indicatietool.verslag.fonts import width_of
from indicatietool.verslag.lines import cut_short
from indicatietool.verslag.style import (
    BLAUW,
    BRUIN,
    FIGUUR,
    FIGUUR_VET,
    GRIJS,
    INKT,
    LIJN,
    MARGE,
    REGULAR,
    STAAF_ERAF,
    STAAF_ERBIJ,
    STAAF_STAND,
    TEKSTBREEDTE,
    WIT,
    Letter,
)

LABEL = 150.0
"""Room for the names on the left, in points."""
RIJ = 21.0
STAAF = 11.0
ONDERWIT = 10.0
MAX_ROWS = 26
"""More taken than this go on in a next drawing, so that each fits on a page."""

KLEUREN = {
    StaafSoort.STAND: STAAF_STAND,
    StaafSoort.ERAF: STAAF_ERAF,
    StaafSoort.ERBIJ: STAAF_ERBIJ,
}
LEGENDA = "Balk: marge. Streep: voorstel. Stip: besluit van de consulent."


def waterfall(figuur: Waterval) -> Drawing:
    """Return bars from top to bottom: levels from zero, changes hanging between them."""
    hoogst = max((max(staaf.van, staaf.tot) for staaf in figuur.staven), default=Fraction(0))
    drawing = _drawing(len(figuur.staven) * RIJ)
    schaal = _scale(hoogst, _bar_room([staaf.waarde for staaf in figuur.staven]))
    for nummer, staaf in enumerate(figuur.staven):
        _add_staaf(drawing, staaf, drawing.height - (nummer + 0.5) * RIJ, schaal)
    return drawing


def margin_bars(figuur: MargeBalken) -> Iterator[Drawing]:
    """Yield bars on one scale, at most so many in a drawing, the first with its legend."""
    hoogst = max(max(balk.max, balk.gekozen or balk.max) for balk in figuur.balken)
    ruimte = _bar_room([balk.waarde for balk in figuur.balken])
    schaal = _scale(hoogst, ruimte)
    for start in range(0, len(figuur.balken), MAX_ROWS):
        deel = figuur.balken[start : start + MAX_ROWS]
        kop = 14.0 if start == 0 else 0.0
        drawing = _drawing(len(deel) * RIJ + kop)
        if kop:
            drawing.add(_string(0, drawing.height - 9, LEGENDA, FIGUUR, GRIJS))
        for nummer, balk in enumerate(deel):
            midden = drawing.height - kop - (nummer + 0.5) * RIJ
            drawing.add(_line(LABEL, LABEL + ruimte, midden, midden, LIJN, 0.4))
            _add_balk(drawing, balk, midden, schaal)
        yield drawing


def _add_staaf(drawing: Drawing, staaf: Staaf, midden: float, schaal: float) -> None:
    letter = FIGUUR_VET if staaf.soort is StaafSoort.STAND else FIGUUR
    _add_label(drawing, staaf.label, midden, letter)
    links, rechts = sorted((float(staaf.van) * schaal, float(staaf.tot) * schaal))
    drawing.add(_rect(LABEL + links, midden, max(rechts - links, 0.8), STAAF, KLEUREN[staaf.soort]))
    drawing.add(_string(TEKSTBREEDTE, midden - 3, staaf.waarde, letter, INKT, "end"))


def _add_balk(drawing: Drawing, balk: MargeBalk, midden: float, schaal: float) -> None:
    _add_label(drawing, balk.label, midden, FIGUUR)
    links, breed = float(balk.min) * schaal, float(balk.max - balk.min) * schaal
    drawing.add(_rect(LABEL + links, midden, max(breed, 0.8), STAAF, MARGE))
    richt = LABEL + float(balk.richt) * schaal
    drawing.add(_line(richt, richt, midden - STAAF / 2, midden + STAAF / 2, BLAUW, 1.8))
    if balk.gekozen is not None:
        drawing.add(_dot(LABEL + float(balk.gekozen) * schaal, midden))
    drawing.add(_string(TEKSTBREEDTE, midden - 3, balk.waarde, FIGUUR, INKT, "end"))


def _add_label(drawing: Drawing, label: str, midden: float, letter: Letter) -> None:
    regels = cut_short(label, letter, LABEL - 8, most=2)
    boven = midden - 3 + (letter.regelhoogte - 1) * (len(regels) - 1) / 2
    for nummer, regel in enumerate(regels):
        drawing.add(_string(0, boven - nummer * (letter.regelhoogte - 1), regel, letter, INKT))


def _drawing(hoogte: float) -> Drawing:
    return Drawing(TEKSTBREEDTE, hoogte + ONDERWIT, initialFontName=REGULAR)


def _bar_room(waarden: list[str]) -> float:
    """Return the width left for bars between the labels and the widest value."""
    breedst = max((width_of(waarde, FIGUUR_VET.font, FIGUUR_VET.grootte) for waarde in waarden), default=0)
    return max(TEKSTBREEDTE - LABEL - breedst - 14, 40)


def _scale(hoogst: Fraction, breedte: float) -> float:
    return breedte / float(hoogst) if hoogst else 0.0


def _string(x: float, y: float, tekst: str, letter: Letter, kleur: str, anker: str = "start") -> String:
    return String(
        x,
        y,
        tekst,
        fontName=letter.font,
        fontSize=letter.grootte,
        fillColor=HexColor(kleur),
        textAnchor=anker,
    )


def _rect(x: float, midden: float, breed: float, hoog: float, kleur: str) -> Rect:
    return Rect(x, midden - hoog / 2, breed, hoog, fillColor=HexColor(kleur), strokeColor=None)


def _line(x1: float, x2: float, y1: float, y2: float, kleur: str, dikte: float) -> Line:
    return Line(x1, y1, x2, y2, strokeColor=HexColor(kleur), strokeWidth=dikte)


def _dot(x: float, y: float) -> Circle:
    return Circle(x, y, 3.4, fillColor=HexColor(BRUIN), strokeColor=HexColor(WIT), strokeWidth=0.8)
