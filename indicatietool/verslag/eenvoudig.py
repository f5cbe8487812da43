"""Every block told with four plain ones: Kop, Alinea, Lijst and Tabel. For paper without drawings.

Comes in: a block. Goes out: plain blocks with the same words in the same order. Knows no file format.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Gegevens,
    Kolom,
    Kop,
    LetOp,
    Lijst,
    MargeBalken,
    Nadrukblok,
    NieuwePagina,
    Ondertekening,
    Rij,
    Stippen,
    Tabel,
    Verslag,
    VerslagBlok,
    Waterval,
)

Eenvoudig = Kop | Alinea | Lijst | Tabel

HOKJE = "☐ "
SCHRIJFLIJN = "…" * 40
ZIE_TABEL = "De getallen van de figuur staan in de tabel."


def plain(blokken: Iterable[VerslagBlok]) -> Iterator[Eenvoudig]:
    """Yield the blocks with only headings, paragraphs, lists and tables."""
    for blok in blokken:
        yield from _plain(blok)


def front_lines(verslag: Verslag) -> tuple[str, ...]:
    """Return the lines under the title, with what the watermark says on paper."""
    return (*((verslag.watermerk,) if verslag.watermerk else ()), *verslag.kopregels)


def _plain(blok: VerslagBlok) -> Iterator[Eenvoudig]:
    match blok:
        case Kop() | Alinea() | Lijst() | Tabel():
            yield blok
        case Gegevens():
            yield facts_as_table(blok)
        case Nadrukblok():
            yield Alinea(blok.boven)
            yield Alinea(blok.getal, AlineaStijl.NADRUK)
            yield from (Alinea(regel) for regel in blok.regels)
        case LetOp():
            yield Alinea(f"Let op: {blok.titel}", AlineaStijl.NADRUK)
            yield Alinea(blok.inleiding)
            if blok.regels:
                yield Lijst(blok.regels)
        case Waterval() | MargeBalken() | Stippen():
            yield Alinea(f"Figuur: {blok.bijschrift}. {ZIE_TABEL}", AlineaStijl.KLEIN)
        case Ondertekening():
            yield from _to_sign(blok)
        case NieuwePagina():
            return
        case _:
            assert_never(blok)


def facts_as_table(blok: Gegevens) -> Tabel:
    """Return facts as a table with a header, and the grounds in a third column when there are any."""
    met_grond = any(gegeven.grondslag for gegeven in blok.rijen)
    kolommen = (Kolom("Gegeven", 45), Kolom("Inhoud", 80 if met_grond else 125), Kolom("Grondslag", 45))
    aantal = 3 if met_grond else 2
    rijen = tuple(Rij((g.label, g.waarde, g.grondslag)[:aantal]) for g in blok.rijen)
    return Tabel(kolommen[:aantal], rijen)


def _to_sign(blok: Ondertekening) -> Iterator[Eenvoudig]:
    yield from (Alinea(f"{HOKJE}{keuze}") for keuze in blok.keuzes)
    yield Alinea(SCHRIJFLIJN)
    yield Alinea(f"{HOKJE}{blok.aanvraag}")
    wie = blok.ondertekenaars
    kolommen = (Kolom("Ondertekening", 40), *(Kolom(ondertekenaar.rol, 65) for ondertekenaar in wie))
    leeg = tuple("" for _ in wie)
    rijen = (
        Rij(("Naam", *(ondertekenaar.naam for ondertekenaar in wie))),
        Rij(("Datum", *leeg)),
        Rij(("Handtekening", *leeg)),
    )
    yield Tabel(kolommen, rijen)
