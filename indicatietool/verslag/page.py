"""The sheet: a canvas that knows what it draws, and the header, footer and watermark of each page.

Comes in: strokes with the tag they belong to. Goes out: pages, without clock or randomness.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from indicatietool.verslag.blocks import Verslag
from indicatietool.verslag.fonts import printable, width_of
from indicatietool.verslag.lines import cut_short
from indicatietool.verslag.style import (
    ACCENT,
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
    WATERMERK,
    Letter,
)
from indicatietool.verslag.tagging import Tag, text_string

HOEK = 55
"""Degrees of the watermark, along the diagonal of the page."""
MERK_GROOTTE = 84.0
"""Largest letters of the watermark, in points."""
MERK_REGEL = 1.1
"""Distance between its lines, as a share of the letters."""
MERK_LENGTE = 620.0
"""Longest line of the watermark, in points."""
VOETBREEDTE = TEKSTBREEDTE - 72

Artefact = Literal["/Layout", "/Pagination /Subtype /Header", "/Pagination /Subtype /Footer", "/Background"]


class Papier(Canvas):
    """A canvas on which everything belongs to a tag, or is an artefact that readers pass over."""

    def __init__(self, taal: str, accent: str) -> None:
        super().__init__(
            BytesIO(), pagesize=(BREEDTE, HOOGTE), invariant=1, initialFontName=REGULAR, lang=taal
        )
        self.merken: list[list[Tag]] = [[]]
        """The tags of each page, by the number of their mark."""
        self._accent = rgb(accent)
        self._diepte = -1
        self._bookmarks = 0

    @contextmanager
    def tagged(self, tag: Tag) -> Iterator[None]:
        """Let what is drawn here belong to a tag."""
        blad = self.merken[-1]
        tag.merken.append((len(self.merken) - 1, len(blad)))
        self._code.append(f"/{tag.soort} <</MCID {len(blad)}>> BDC")
        blad.append(tag)
        yield
        self._code.append("EMC")

    @contextmanager
    def artefact(self, soort: Artefact = "/Layout") -> Iterator[None]:
        """Let what is drawn here be passed over by readers."""
        self._code.append(f"/Artifact <</Type {soort}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def read_as(self, tekst: str) -> Iterator[None]:
        """Let what is drawn here be copied as one text, not as loose letters at an angle."""
        self._code.append(f"/Span <</ActualText {text_string(tekst)}>> BDC")
        yield
        self._code.append("EMC")

    def write(
        self, x: float, basislijn: float, regels: Sequence[str], letter: Letter, rechts: bool = False
    ) -> None:
        """Write printable lines below each other.

        Args:
            x: where they begin, or end when they stand to the right.
            basislijn: where the letters of the first line stand.
            regels: the lines; one to the right may end in a space, which then hangs over.
            letter: how they look.
            rechts: whether they stand to the right.
        """
        font, in_gebruik, code = pdfmetrics.getFont(letter.font), None, [f"{self._rgb(letter.kleur)} rg BT"]
        for nummer, regel in enumerate(regels):
            links = x - width_of(regel.rstrip(), letter.font, letter.grootte) if rechts else x
            code.append(f"1 0 0 1 {links:.2f} {basislijn - nummer * letter.regelhoogte:.2f} Tm")
            for subset, tekens in font.splitString(regel, self._doc):
                if subset != in_gebruik:
                    in_gebruik = subset
                    naam = font.getSubsetInternalName(subset, self._doc)
                    code.append(f"{naam} {letter.grootte:.2f} Tf")
                code.append(f"{_shown(tekens)} Tj")
        self._code.append(" ".join([*code, "ET"]))

    def fill(self, x: float, y: float, breed: float, hoog: float, kleur: str) -> None:
        """Fill a rectangle."""
        self._code.append(f"{self._rgb(kleur)} rg {x:.2f} {y:.2f} {breed:.2f} {hoog:.2f} re f")

    def stroke(self, x1: float, y1: float, x2: float, y2: float, kleur: str, dikte: float) -> None:
        """Draw a line."""
        self._code.append(f"{self._rgb(kleur)} RG {dikte:.2f} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def box(self, x: float, y: float, zijde: float, vlak: str, rand: str) -> None:
        """Draw a filled square with an edge."""
        self._edge(vlak, rand)
        self.rect(x, y, zijde, zijde, stroke=1, fill=1)

    def dot(self, x: float, y: float, straal: float, vlak: str, rand: str) -> None:
        """Draw a filled circle with an edge."""
        self._edge(vlak, rand)
        self.circle(x, y, straal, stroke=1, fill=1)

    def _rgb(self, kleur: str) -> str:
        return self._accent if kleur == ACCENT else rgb(kleur)

    def _edge(self, vlak: str, rand: str) -> None:
        self._code.append(f"{self._rgb(vlak)} rg {self._rgb(rand)} RG 0.8 w")

    def add_to_outline(self, titel: str, diepte: int, hoogte: float) -> None:
        """Make a place on this page findable.

        Args:
            titel: what it is called.
            diepte: 0 for a part, 1 for a piece of a part; never deeper than one below the place before.
            hoogte: where it is, in points from the bottom.
        """
        self._bookmarks += 1
        self._diepte = min(diepte, self._diepte + 1)
        sleutel = f"kop-{self._bookmarks}"
        self.bookmarkHorizontalAbsolute(sleutel, hoogte, left=KANT)
        self.addOutlineEntry(titel, sleutel, self._diepte, closed=self._diepte == 0)

    def showPage(self) -> None:
        """End the page."""
        super().showPage()
        self.merken.append([])


def draw_surroundings(papier: Papier, verslag: Verslag, nummer: int, aantal: int) -> None:
    """Draw what stands around the text of a page: watermark, header and footer."""
    if verslag.watermerk:
        with papier.artefact("/Background"):
            _watermark(papier, verslag.watermerk)
    with papier.artefact("/Pagination /Subtype /Header"):
        _header(papier, verslag)
    with papier.artefact("/Pagination /Subtype /Footer"):
        _footer(papier, verslag, f"pagina {nummer} van {aantal}")


def _header(papier: Papier, verslag: Verslag) -> None:
    hoogte, merk = HOOGTE - BOVEN + 22, printable(verslag.watermerk or "")
    ruimte = TEKSTBREEDTE - width_of(merk, PAGINA_MERK.font, PAGINA_MERK.grootte) - 16
    links = _shortened(f"{verslag.titel} · {verslag.kenmerk}", PAGINA, ruimte, most=1)
    papier.write(KANT, hoogte, links, PAGINA)
    if merk:
        papier.write(KANT + TEKSTBREEDTE, hoogte, (merk,), PAGINA_MERK, rechts=True)
    papier.stroke(KANT, hoogte - 6, KANT + TEKSTBREEDTE, hoogte - 6, LIJN, 0.5)


def _footer(papier: Papier, verslag: Verslag, pagina: str) -> None:
    papier.stroke(KANT, ONDER - 14, KANT + TEKSTBREEDTE, ONDER - 14, LIJN, 0.5)
    papier.write(KANT, ONDER - 24, _shortened(verslag.voettekst, PAGINA, VOETBREEDTE, most=2), PAGINA)
    papier.write(KANT + TEKSTBREEDTE, ONDER - 24, (pagina,), PAGINA, rechts=True)


def _watermark(papier: Papier, tekst: str) -> None:
    """Draw each part of the watermark on a line of its own, below the text of the page."""
    delen = printable(tekst).split(" · ")
    grootten = [min(MERK_GROOTTE, MERK_LENGTE / width_of(deel, BOLD, 1)) for deel in delen]
    papier.saveState()
    papier.translate(BREEDTE / 2, HOOGTE / 2)
    papier.rotate(HOEK)
    y = sum(grootten) * MERK_REGEL / 2
    for deel, grootte in zip(delen, grootten, strict=True):
        y -= grootte * MERK_REGEL
        with papier.read_as(deel):
            letter = Letter(BOLD, grootte, grootte, WATERMERK)
            papier.write(-width_of(deel, BOLD, grootte) / 2, y + grootte * 0.2, (deel,), letter)
    papier.restoreState()


def _shortened(tekst: str, letter: Letter, breedte: float, most: int) -> tuple[str, ...]:
    return cut_short(tekst.replace("\n", " "), letter, breedte, most)


@cache
def rgb(kleur: str) -> str:
    """Return a colour such as #ff8000 as three shares of one, in PDF source."""
    return " ".join(f"{deel / 255:.4f}" for deel in bytes.fromhex(kleur[1:]))


def _shown(tekens: bytes) -> str:
    """Return codes of a font as PDF source: readable where they are ordinary letters."""
    tekst = tekens.decode("latin-1")
    gewoon = tekst.isascii() and tekst.isprintable() and not {"(", ")", "\\"} & set(tekst)
    return f"({tekst})" if gewoon else f"<{tekens.hex()}>"
