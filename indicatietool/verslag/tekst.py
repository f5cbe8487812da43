"""A verslag, or a part of it, as plain text: for the clipboard and for systems that know no layout.

Comes in: blocks. Goes out: lines, headings underlined and each row of a table on a line of its own.
"""

from collections.abc import Iterable, Iterator

from indicatietool.verslag.blocks import (
    Alinea,
    Gegevens,
    Kop,
    Lijst,
    Rij,
    RijSoort,
    Tabel,
    Verslag,
    VerslagBlok,
)
from indicatietool.verslag.eenvoudig import Eenvoudig, front_lines, plain

_STREEP = {1: "=", 2: "-"}


def render_text(verslag: Verslag) -> str:
    """Return a whole verslag as text, from the title to the line that stands under each page."""
    kop = (verslag.titel.upper(), *front_lines(verslag))
    return f"{chr(10).join(kop)}\n\n{blocks_as_text(verslag.blokken)}\n{verslag.voettekst}\n"


def blocks_as_text(blokken: Iterable[VerslagBlok]) -> str:
    """Return blocks as text, such as one part of a verslag for the clipboard."""
    regels = [regel for blok in blokken for regel in _lines(blok)]
    return "\n".join(regels).strip("\n") + "\n"


def _lines(blok: VerslagBlok) -> Iterator[str]:
    if isinstance(blok, Gegevens):
        for gegeven in blok.rijen:
            grond = f" ({gegeven.grondslag})" if gegeven.grondslag else ""
            yield f"{gegeven.label}: {gegeven.waarde}{grond}"
        yield ""
        return
    for deel in plain((blok,)):
        yield from _plain_lines(deel)


def _plain_lines(blok: Eenvoudig) -> Iterator[str]:
    match blok:
        case Kop():
            tekst = f"{blok.tekst} ({blok.grondslag})" if blok.grondslag else blok.tekst
            yield from ("", tekst)
            if blok.niveau in _STREEP:
                yield _STREEP[blok.niveau] * len(tekst)
        case Alinea():
            yield from (blok.tekst, "")
        case Lijst():
            yield from (*(f"- {regel}" for regel in blok.regels), "")
        case Tabel():
            if blok.bijschrift:
                yield f"{blok.bijschrift}:"
            for rij in blok.rijen:
                yield from _row(blok, rij)
            yield ""


def _row(tabel: Tabel, rij: Rij) -> Iterator[str]:
    if rij.soort is RijSoort.TUSSENKOP:
        yield f"{rij.cellen[0]}:"
        return
    eerste, *rest = (", ".join(cel.split("\n")) for cel in rij.cellen)
    koppen = [kolom.kop for kolom in tabel.kolommen[1:]]
    delen = [f"{kop}: {cel}" for kop, cel in zip(koppen, rest, strict=False) if cel]
    yield f"- {eerste}{' – ' if delen else ''}{'; '.join(delen)}"
    if rij.toelichting:
        yield f"  {rij.toelichting}"
