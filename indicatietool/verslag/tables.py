"""Tables on paper: cell text cut to its column beforehand, every cell tagged, tall rows divided.

Comes in: Tabel and Gegevens blocks, with the tag they become. Goes out: a `Rooster`.
"""

from collections.abc import Sequence
from itertools import accumulate

from indicatietool.verslag.blocks import Gegeven, Gegevens, Rij, RijSoort, Tabel
from indicatietool.verslag.flowables import baseline
from indicatietool.verslag.grid import Lijn, Rooster, Roosterrij, Vakje
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
from indicatietool.verslag.tagging import Tag, cell

PAD = 4.0
"""White left and right in a cell, in points."""
AIR = 3.2
"""White above and below a row, in points."""
AFTER_NUMBER = 8.0
"""More white left of text that follows a column of numbers, and of an explanation below a row."""
BEFORE_PART = 7.0
"""White above a heading within a table."""
MAX_LINES = 12
CHUNK = 6
"""A row of more than `MAX_LINES` goes on in rows of `CHUNK` lines, so that it can pass to a next page."""
SMALL = 170.0
"""A table that is no taller, in points, stays on one page."""
MAX_RUN = 520.0
"""Rows that must stay together are together no taller, so that they fit on a page."""
LABEL_BREEDTE = 44 * MM
GROND_BREEDTE = 41 * MM
HEAD_RULE, ROW_RULE = Lijn(INKT, 0.7), Lijn(LIJN, 0.4)


class Raster:
    """Rows collected while a block is laid out.

    Args:
        tag: the table.
        breedtes: the width of each column in points.
        getallen: which columns hold numbers and stand to the right.
    """

    def __init__(self, tag: Tag, breedtes: Sequence[float], getallen: Sequence[bool]) -> None:
        self._tag = tag
        self._getallen = tuple(getallen)
        self._randen = tuple(accumulate(breedtes, initial=0.0))
        self._kop: tuple[Roosterrij, ...] = ()
        self.rijen: list[Roosterrij] = []
        self._glued: set[int] = set()

    def add_header(self, koppen: Sequence[str]) -> None:
        """Add the row with the names of the columns, which returns on each page."""
        tr = self._tag.add("TR")
        vakjes = [
            self._vakje(kop, TABEL_KOP, tr.add("TH", cell("Column")), n, n + 1)
            for n, kop in enumerate(koppen)
        ]
        meeste = max(len(vakje.regels) for vakje in vakjes)
        for vakje in vakjes:
            vakje.zak = AIR + (meeste - len(vakje.regels)) * TABEL_KOP.regelhoogte
        hoogte = meeste * TABEL_KOP.regelhoogte + 2 * AIR
        self._kop = (Roosterrij(tuple(vakjes), hoogte, VLAK_BLAUW, onder=HEAD_RULE),)

    def add(self, teksten: Sequence[str], letters: Sequence[Letter]) -> int:
        """Add one row, divided when it is tall; return the first row it became.

        The first cell is the heading of the row; the last reaches over the columns that have no cell.
        """
        tr, vakjes = self._tag.add("TR"), []
        for kolom, (tekst, letter) in enumerate(zip(teksten, letters, strict=False)):
            einde = len(self._getallen) if kolom == len(teksten) - 1 else kolom + 1
            breed = einde - kolom
            tag = tr.add("TD", cell(breed=breed)) if kolom else tr.add("TH", cell("Row", breed))
            vakjes.append(self._vakje(tekst, letter, tag, kolom, einde))
        return self._append(vakjes, AIR)

    def add_wide(self, tekst: str, letter: Letter, is_kop: bool, links: float, boven: float) -> int:
        """Add one text over all columns; return the first row it became."""
        tr, breed = self._tag.add("TR"), len(self._getallen)
        tag = tr.add("TH", cell("Column", breed)) if is_kop else tr.add("TD", cell(breed=breed))
        regels = cut(tekst, letter, self._randen[-1] - links - PAD)
        return self._append([Vakje(regels, letter, tag, links)], boven)

    def glue(self, van: int, tot: int) -> None:
        """Keep rows `van` up to and including `tot` on one page."""
        self._glued.update(range(van + 1, tot + 1))

    def rooster(self, samen: int = 1) -> Rooster:
        """Return the table.

        Args:
            samen: how many rows must stand below a heading.
        """
        self._glue_ends(samen - 1)
        self._free_runs()
        return Rooster(self._kop, self.rijen)

    def _vakje(self, tekst: str, letter: Letter, tag: Tag, kolom: int, einde: int) -> Vakje:
        is_rechts = self._getallen[kolom]
        na_getal = kolom > 0 and self._getallen[kolom - 1] and not is_rechts
        links = self._randen[kolom] + PAD + (AFTER_NUMBER if na_getal else 0)
        rechts = self._randen[einde] - PAD
        regels = cut(tekst, letter, rechts - links)
        return Vakje(regels, letter, tag, rechts if is_rechts else links, is_rechts=is_rechts)

    def _append(self, vakjes: Sequence[Vakje], boven: float) -> int:
        """Add the cells as one row, or as several when they are tall; their letters stand on one line."""
        eerste, meeste = len(self.rijen), max(len(vakje.regels) for vakje in vakjes)
        stuk = CHUNK if meeste > MAX_LINES else MAX_LINES
        diepst = max(baseline(vakje.letter) for vakje in vakjes)
        for start in range(0, meeste, stuk):
            delen = tuple(_part(vakje, start, start + stuk, diepst, boven) for vakje in vakjes)
            onder = AIR if start + stuk >= meeste else 0
            self.rijen.append(Roosterrij(delen, max(_tall(deel) for deel in delen) + onder))
            boven = 0
        if len(self.rijen) > eerste + 1:
            self.glue(eerste, eerste + 1)
            self.glue(len(self.rijen) - 2, len(self.rijen) - 1)
        return eerste

    def _glue_ends(self, begin: int) -> None:
        """Leave no single row behind at the start or the end, and keep a small table whole."""
        laatste = len(self.rijen) - 1
        for van, tot in ((0, begin), (laatste - 1, laatste), (0, laatste)):
            if sum(rij.hoogte for rij in self.rijen[max(van, 0) : tot + 1]) <= SMALL:
                self.glue(max(van, 0), tot)

    def _free_runs(self) -> None:
        """Let every row that is not glued to the one above begin a page; a run that grows too tall too."""
        hoogte = 0.0
        for nummer, rij in enumerate(self.rijen):
            hoogte += rij.hoogte
            rij.is_los = nummer not in self._glued or hoogte > MAX_RUN
            if rij.is_los:
                hoogte = rij.hoogte


def table_of(blok: Tabel, tag: Tag) -> Rooster:
    """Return a table with its header on every page."""
    raster = Raster(tag, _widths(blok), [kolom.is_getal for kolom in blok.kolommen])
    raster.add_header([kolom.kop for kolom in blok.kolommen])
    for rij in blok.rijen:
        _add_row(raster, rij)
    begint_met_kop = bool(blok.rijen) and blok.rijen[0].soort is RijSoort.TUSSENKOP
    return raster.rooster(samen=2 if begint_met_kop else 1)


def facts_of(blok: Gegevens, tag: Tag) -> Rooster:
    """Return label and value in two columns, with the legal ground in a third when there is one."""
    met_grond = any(gegeven.grondslag for gegeven in blok.rijen)
    grond = GROND_BREEDTE if met_grond else 0
    breedtes = [LABEL_BREEDTE, TEKSTBREEDTE - LABEL_BREEDTE - grond, grond][: 3 if met_grond else 2]
    raster = Raster(tag, breedtes, [False] * len(breedtes))
    for gegeven in blok.rijen:
        _add_fact(raster, gegeven)
    return raster.rooster(samen=3)


def _add_row(raster: Raster, rij: Rij) -> None:
    match rij.soort:
        case RijSoort.TUSSENKOP:
            eerste = raster.add_wide(rij.cellen[0], TABEL_VET, is_kop=True, links=PAD, boven=BEFORE_PART)
            raster.glue(eerste, len(raster.rijen))
        case RijSoort.TOTAAL:
            eerste = raster.add(rij.cellen, [TABEL_VET] * len(rij.cellen))
            raster.rijen[eerste].boven = HEAD_RULE
            raster.glue(eerste - 1, len(raster.rijen) - 1)
        case RijSoort.GEWOON:
            raster.add(rij.cellen, [TABEL] * len(rij.cellen))
    if rij.toelichting:
        eerste = raster.add_wide(
            rij.toelichting, TABEL_TOELICHTING, is_kop=False, links=PAD + AFTER_NUMBER, boven=0
        )
        raster.glue(eerste - 1, eerste)
    raster.rijen[-1].onder = ROW_RULE


def _add_fact(raster: Raster, gegeven: Gegeven) -> None:
    waarde = GEGEVEN_LEEG if gegeven.is_leeg else GEGEVEN_WAARDE
    kolommen = 3 if gegeven.grondslag else 2
    cellen = (gegeven.label, gegeven.waarde, gegeven.grondslag)[:kolommen]
    raster.add(cellen, (GEGEVEN_LABEL, waarde, GEGEVEN_GRONDSLAG)[:kolommen])
    raster.rijen[-1].onder = ROW_RULE


def _widths(blok: Tabel) -> list[float]:
    geheel = sum(kolom.breedte for kolom in blok.kolommen)
    return [TEKSTBREEDTE * kolom.breedte / geheel for kolom in blok.kolommen]


def _part(vakje: Vakje, van: int, tot: int, diepst: float, boven: float) -> Vakje:
    zak = boven + diepst - baseline(vakje.letter)
    return Vakje(vakje.regels[van:tot], vakje.letter, vakje.tag, vakje.x, zak, vakje.is_rechts)


def _tall(vakje: Vakje) -> float:
    return vakje.zak + len(vakje.regels) * vakje.letter.regelhoogte
