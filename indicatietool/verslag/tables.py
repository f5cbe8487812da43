"""Tables on paper: cell text cut to its column beforehand, headers repeated, tall rows divided.

Comes in: Tabel and Gegevens blocks. Goes out: reportlab tables of plain strings, without markup.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import Table, TableStyle

from indicatietool.verslag.blocks import Gegeven, Gegevens, Kolom, Rij, RijSoort, Tabel
from indicatietool.verslag.lines import cut
from indicatietool.verslag.style import (
    GEGEVEN_GRONDSLAG,
    GEGEVEN_LABEL,
    GEGEVEN_LEEG,
    GEGEVEN_WAARDE,
    INKT,
    LIJN,
    MM,
    TABEL,
    TABEL_KOP,
    TABEL_TOELICHTING,
    TABEL_VET,
    TEKSTBREEDTE,
    VLAK_BLAUW,
    Letter,
)

PAD = 4.0
"""White left and right in a cell, in points."""
AIR = 3.2
"""White above and below a row, in points."""
MAX_LINES = 12
CHUNK = 6
"""A row of more than `MAX_LINES` goes on in rows of `CHUNK` lines, so that it can pass to a next page."""
SMALL = 170.0
"""A table that is no taller, in points, stays on one page."""
MAX_RUN = 520.0
"""Rows that must stay together are together no taller, so that they fit on a page."""
LABEL_BREEDTE = 44 * MM
GROND_BREEDTE = 41 * MM

Command = tuple[Any, ...]


class Raster:
    """Rows of plain strings with their style, collected while a block is laid out.

    Args:
        breedtes: the width of each column in points.
        getallen: which columns hold numbers and stand to the right.
    """

    def __init__(self, breedtes: Sequence[float], getallen: Sequence[bool]) -> None:
        self.breedtes = tuple(breedtes)
        self.getallen = tuple(getallen)
        self._rows: list[list[str]] = []
        self._heights: list[float] = []
        self._glued: set[int] = set()
        self._style: list[Command] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), PAD),
            ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
            ("TOPPADDING", (0, 0), (-1, -1), AIR),
            ("BOTTOMPADDING", (0, 0), (-1, -1), AIR),
        ]
        for kolom, is_getal in enumerate(getallen):
            self._style.append(("LEFTPADDING", (kolom, 0), (kolom, -1), self._left(kolom)))
            if is_getal:
                self._style.append(("ALIGN", (kolom, 0), (kolom, -1), "RIGHT"))

    def add(self, cellen: Sequence[str], letters: Sequence[Letter]) -> tuple[int, int]:
        """Add one row, divided when it is tall; return the first and last row it became.

        The last cell reaches over the columns that have no cell.
        """
        breedtes = self._cell_widths(len(cellen))
        parts = zip(cellen, letters, breedtes, self.getallen, strict=False)
        lines = [_cell_lines(cel, letter, breedte, rechts) for cel, letter, breedte, rechts in parts]
        eerste, laatste = self._append(lines, max(letter.regelhoogte for letter in letters))
        grootst = max(letter.grootte for letter in letters)
        for kolom, letter in enumerate(letters):
            self._style += _in_letter((kolom, eerste), (kolom, laatste), letter)
            self._style.append(
                ("TOPPADDING", (kolom, eerste), (kolom, eerste), AIR + grootst - letter.grootte)
            )
        return eerste, laatste

    def _cell_widths(self, aantal: int) -> list[float]:
        wit = [PAD + self._left(kolom) for kolom in range(len(self.breedtes))]
        breedtes = [breedte - w for breedte, w in zip(self.breedtes, wit, strict=True)]
        return [*breedtes[: aantal - 1], sum(self.breedtes[aantal - 1 :]) - wit[aantal - 1]]

    def _left(self, kolom: int) -> float:
        """Return the white left of a column: more where text follows a column of numbers."""
        na_getal = kolom > 0 and self.getallen[kolom - 1] and not self.getallen[kolom]
        return PAD + 8 if na_getal else PAD

    def add_wide(self, tekst: str, letter: Letter, links: float = PAD) -> tuple[int, int]:
        """Add one text over all columns; return the first and last row it became."""
        lines = cut(tekst, letter, sum(self.breedtes) - links - PAD)
        eerste, laatste = self._append([lines], letter.regelhoogte)
        self.style("ALIGN", eerste, laatste, "LEFT")
        self._style += _in_letter((0, eerste), (0, laatste), letter)
        self._style.append(("LEFTPADDING", (0, eerste), (0, laatste), links))
        return eerste, laatste

    def _append(self, lines: Sequence[Sequence[str]], regelhoogte: float) -> tuple[int, int]:
        eerste, kolommen = len(self._rows), len(self.breedtes)
        hoogte = max(len(cel) for cel in lines)
        stuk = CHUNK if hoogte > MAX_LINES else MAX_LINES
        for start in range(0, hoogte, stuk):
            deel = [cel[start : start + stuk] for cel in lines]
            self._rows.append(["\n".join(cel) for cel in deel] + [""] * (kolommen - len(deel)))
            self._heights.append(max(len(cel) for cel in deel) * regelhoogte + 2 * AIR)
        laatste = len(self._rows) - 1
        if len(lines) < kolommen:
            self._style += [("SPAN", (len(lines) - 1, r), (-1, r)) for r in range(eerste, laatste + 1)]
        if laatste > eerste:
            self.glue(eerste, eerste + 1)
            self.glue(laatste - 1, laatste)
            self._style.append(("BOTTOMPADDING", (0, eerste), (-1, laatste - 1), 0))
            self._style.append(("TOPPADDING", (0, eerste + 1), (-1, laatste), 0))
        return eerste, laatste

    def style(self, opdracht: str, eerste: int, laatste: int, *waarden: object) -> None:
        """Add a style for whole rows."""
        self._style.append((opdracht, (0, eerste), (-1, laatste), *waarden))

    def glue(self, van: int, tot: int) -> None:
        """Keep rows `van` up to and including `tot` on one page."""
        self._glued.update(range(van + 1, tot + 1))

    def _glue_ends(self, begin: int) -> None:
        """Leave no single row behind at the start or the end, and keep a small table whole."""
        laatste = len(self._rows) - 1
        for van, tot in ((0, begin), (laatste - 1, laatste), (0, laatste)):
            if sum(self._heights[max(van, 0) : tot + 1]) <= SMALL:
                self.glue(max(van, 0), tot)

    def _glued_runs(self) -> Iterator[tuple[int, int]]:
        """Yield runs of rows that stay together; disjoint, since reportlab forgets what overlaps."""
        van, hoogte = 0, 0.0
        for rij, hoog in enumerate(self._heights):
            if rij not in self._glued or hoogte + hoog > MAX_RUN:
                yield van, rij - 1
                van, hoogte = rij, 0.0
            hoogte += hoog
        yield van, len(self._heights) - 1

    def table(self, herhaal: int = 0, samen: int = 1) -> Table:
        """Return the table.

        Args:
            herhaal: rows that return at the top of each page.
            samen: rows after those that must stand below a heading.
        """
        hoogte = sum(self._heights)
        self._glue_ends(herhaal + samen - 1)
        for van, tot in self._glued_runs():
            if van < tot:
                self.style("NOSPLIT", van, tot)
        table = Table(
            self._rows,
            colWidths=self.breedtes,
            repeatRows=herhaal,
            style=TableStyle(self._style),
            hAlign="LEFT",
        )
        table.min_hoogte = hoogte if hoogte <= SMALL else sum(self._heights[: herhaal + samen])
        table.spaceBefore, table.spaceAfter = 2, 8
        return table


def table_of(blok: Tabel) -> Table:
    """Return a table with its header on every page."""
    raster = Raster(_widths(blok.kolommen), [kolom.is_getal for kolom in blok.kolommen])
    raster.add([kolom.kop for kolom in blok.kolommen], [TABEL_KOP] * len(blok.kolommen))
    raster.style("BACKGROUND", 0, 0, VLAK_BLAUW)
    raster.style("VALIGN", 0, 0, "BOTTOM")
    raster.style("LINEBELOW", 0, 0, 0.7, INKT)
    for rij in blok.rijen:
        _add_row(raster, rij)
    begint_met_kop = bool(blok.rijen) and blok.rijen[0].soort is RijSoort.TUSSENKOP
    return raster.table(herhaal=1, samen=2 if begint_met_kop else 1)


def facts_of(blok: Gegevens) -> Table:
    """Return label and value in two columns, with the legal ground in a third when there is one."""
    met_grond = any(gegeven.grondslag for gegeven in blok.rijen)
    grond = GROND_BREEDTE if met_grond else 0
    breedtes = [LABEL_BREEDTE, TEKSTBREEDTE - LABEL_BREEDTE - grond, grond][: 3 if met_grond else 2]
    raster = Raster(breedtes, [False] * len(breedtes))
    for gegeven in blok.rijen:
        _add_fact(raster, gegeven)
    return raster.table(samen=3)


def _add_row(raster: Raster, rij: Rij) -> None:
    match rij.soort:
        case RijSoort.TUSSENKOP:
            eerste, laatste = raster.add_wide(rij.cellen[0], TABEL_VET)
            raster.style("TOPPADDING", eerste, eerste, 7)
            raster.glue(eerste, laatste + 1)
        case RijSoort.TOTAAL:
            eerste, laatste = raster.add(rij.cellen, [TABEL_VET] * len(rij.cellen))
            raster.style("LINEABOVE", eerste, eerste, 0.7, INKT)
            raster.glue(eerste - 1, laatste)
        case RijSoort.GEWOON:
            eerste, laatste = raster.add(rij.cellen, [TABEL] * len(rij.cellen))
            laatste = _add_explanation(raster, rij, laatste)
    raster.style("LINEBELOW", laatste, laatste, 0.4, LIJN)


def _add_explanation(raster: Raster, rij: Rij, laatste: int) -> int:
    if not rij.toelichting:
        return laatste
    eerste, einde = raster.add_wide(rij.toelichting, TABEL_TOELICHTING, links=PAD + 8)
    raster.style("TOPPADDING", eerste, eerste, 0)
    raster.glue(laatste, eerste)
    return einde


def _add_fact(raster: Raster, gegeven: Gegeven) -> None:
    waarde = GEGEVEN_LEEG if gegeven.is_leeg else GEGEVEN_WAARDE
    kolommen = 3 if gegeven.grondslag else 2
    cellen = (gegeven.label, gegeven.waarde, gegeven.grondslag)[:kolommen]
    _, laatste = raster.add(cellen, (GEGEVEN_LABEL, waarde, GEGEVEN_GRONDSLAG)[:kolommen])
    raster.style("LINEBELOW", laatste, laatste, 0.4, LIJN)


def _widths(kolommen: Sequence[Kolom]) -> list[float]:
    geheel = sum(kolom.breedte for kolom in kolommen)
    return [TEKSTBREEDTE * kolom.breedte / geheel for kolom in kolommen]


def _cell_lines(tekst: str, letter: Letter, breedte: float, rechts: bool) -> tuple[str, ...]:
    lines = cut(tekst, letter, breedte)
    return tuple(line.rstrip() for line in lines) if rechts else lines


def _in_letter(van: tuple[int, int], tot: tuple[int, int], letter: Letter) -> tuple[Command, Command]:
    return (
        ("FONT", van, tot, letter.font, letter.grootte, letter.regelhoogte),
        ("TEXTCOLOR", van, tot, letter.kleur),
    )
