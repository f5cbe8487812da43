"""The page around the text: header, footer with "pagina x van y", watermark and the canvas they need.

Comes in: a Verslag. Goes out: a document template that fills A4 pages, without clock or randomness.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from indicatietool.verslag.blocks import Verslag
from indicatietool.verslag.fonts import printable, width_of
from indicatietool.verslag.lines import cut_short
from indicatietool.verslag.style import (
    BOLD,
    BOVEN,
    BREEDTE,
    HOOGTE,
    KANT,
    LIJN,
    ONDER,
    PAGINA,
    PAGINA_MERK,
    REGULAR,
    TEKSTBREEDTE,
    TEKSTHOOGTE,
    WATERMERK,
    Letter,
)

HOEK = 55
"""Degrees of the watermark, along the diagonal of the page."""
MERK_GROOTTE = 84.0
"""Largest letters of the watermark, in points."""
MERK_REGEL = 1.1
"""Distance between its lines, as a share of the letters."""
MERK_LENGTE = 620.0
"""Longest line of the watermark, in points."""
VOETBREEDTE = TEKSTBREEDTE - 90


class Papier(Canvas):
    """A canvas that counts bookmarks and writes "pagina x van y" once the last page is known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._bookmarks = 0

    def next_bookmark(self) -> str:
        """Return a name for a place in the document, by counting."""
        self._bookmarks += 1
        return f"kop-{self._bookmarks}"

    @contextmanager
    def read_as(self, tekst: str) -> Iterator[None]:
        """Let readers take what is drawn here as one text, not as loose letters at an angle."""
        utf16 = b"\xfe\xff" + tekst.encode("utf-16-be")
        self._code.append(f"/Span <</ActualText <{utf16.hex()}>>> BDC")
        yield
        self._code.append("EMC")

    def draw_page_number(self) -> None:
        """Leave room for the number; `save` fills it in."""
        self.doForm(_form(self.getPageNumber()))

    def save(self) -> None:
        """Fill in the page numbers and write the file."""
        aantal = self.getPageNumber() - 1
        for nummer in range(1, aantal + 1):
            self.beginForm(_form(nummer))
            _write(self, KANT + TEKSTBREEDTE, ONDER - 24, f"pagina {nummer} van {aantal}", PAGINA, "rechts")
            self.endForm()
        super().save()


class Document(BaseDocTemplate):
    """A4 portrait with one column, and a header, footer and watermark on each page."""

    def __init__(self, bestand: BinaryIO, verslag: Verslag) -> None:
        self.verslag = verslag
        super().__init__(
            bestand,
            pagesize=(BREEDTE, HOOGTE),
            title=f"{verslag.titel}, {verslag.kenmerk}",
            author=verslag.auteur,
            subject="Wmo 2015, individuele begeleiding",
            creator="indicatietool",
            producer="indicatietool",
            lang=verslag.taal,
            displayDocTitle=True,
            invariant=1,
            initialFontName=REGULAR,
        )
        frame = Frame(
            KANT,
            ONDER,
            TEKSTBREEDTE,
            TEKSTHOOGTE,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(PageTemplate("blad", [frame], onPage=self._around))

    def beforeDocument(self) -> None:
        """Give the file the date of the verslag instead of a clock's."""
        dag = self.verslag.datum
        self.canv.setDateFormatter(lambda *_: f"D:{dag:%Y%m%d}000000Z")

    def _around(self, canvas: Papier, document: BaseDocTemplate) -> None:
        canvas.saveState()
        if self.verslag.watermerk:
            _watermark(canvas, self.verslag.watermerk)
        self._header(canvas)
        self._footer(canvas)
        canvas.restoreState()

    def _header(self, canvas: Papier) -> None:
        hoogte = HOOGTE - BOVEN + 22
        merk = self.verslag.watermerk or ""
        ruimte = TEKSTBREEDTE - width_of(printable(merk), PAGINA_MERK.font, PAGINA_MERK.grootte) - 16
        links = _shortened(f"{self.verslag.titel} · {self.verslag.kenmerk}", PAGINA, ruimte)
        _write(canvas, KANT, hoogte, links, PAGINA)
        _write(canvas, KANT + TEKSTBREEDTE, hoogte, merk, PAGINA_MERK, "rechts")
        _rule(canvas, hoogte - 6)

    def _footer(self, canvas: Papier) -> None:
        _rule(canvas, ONDER - 14)
        _write(canvas, KANT, ONDER - 24, _shortened(self.verslag.voettekst, PAGINA, VOETBREEDTE), PAGINA)
        canvas.draw_page_number()


def _watermark(canvas: Papier, tekst: str) -> None:
    """Draw each part of the watermark on a line of its own, below the text of the page."""
    delen = printable(tekst).split(" · ")
    grootten = [min(MERK_GROOTTE, MERK_LENGTE / width_of(deel, BOLD, 1)) for deel in delen]
    canvas.saveState()
    canvas.translate(BREEDTE / 2, HOOGTE / 2)
    canvas.rotate(HOEK)
    canvas.setFillColor(WATERMERK)
    y = sum(grootten) * MERK_REGEL / 2
    for deel, grootte in zip(delen, grootten, strict=True):
        y -= grootte * MERK_REGEL
        canvas.setFont(BOLD, grootte)
        with canvas.read_as(deel):
            canvas.drawCentredString(0, y + grootte * 0.2, deel)
    canvas.restoreState()


def _write(canvas: Canvas, x: float, y: float, tekst: str, letter: Letter, kant: str = "links") -> None:
    canvas.setFont(letter.font, letter.grootte)
    canvas.setFillColor(letter.kleur)
    draw = canvas.drawRightString if kant == "rechts" else canvas.drawString
    draw(x, y, tekst)


def _rule(canvas: Canvas, y: float) -> None:
    canvas.setStrokeColor(LIJN)
    canvas.setLineWidth(0.5)
    canvas.line(KANT, y, KANT + TEKSTBREEDTE, y)


def _shortened(tekst: str, letter: Letter, breedte: float) -> str:
    return cut_short(tekst.replace("\n", " "), letter, breedte, most=1)[0]


def _form(nummer: int) -> str:
    return f"pagina-{nummer}"
