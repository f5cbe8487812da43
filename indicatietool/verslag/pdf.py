"""A Verslag as a PDF: A4, embedded letters, and the same bytes for the same Verslag.

Comes in: blocks. Goes out: bytes. Knows nothing of dossiers or normenkaders.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import assert_never

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from indicatietool.verslag import charts, tables
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Gegevens,
    Kop,
    LetOp,
    Lijst,
    MargeBalken,
    Nadrukblok,
    NieuwePagina,
    Ondertekening,
    Tabel,
    Verslag,
    VerslagBlok,
    Waterval,
    texts_in,
)
from indicatietool.verslag.flowables import VAK_BREEDTE, Koptekst, Tekst, Vak, bullet, text
from indicatietool.verslag.fonts import missing_glyphs, register
from indicatietool.verslag.page import Document, Papier
from indicatietool.verslag.signing import Tekenvak
from indicatietool.verslag.style import (
    BIJSCHRIFT,
    BLAUW,
    CITAAT,
    GETAL,
    GETAL_BOVEN,
    GETAL_ONDER,
    GEWOON,
    KLEIN,
    LEEG,
    LIJST,
    MARGE,
    NADRUK,
    OEFENING,
    ONDERTITEL,
    RAND_GEEL,
    TEKSTHOOGTE,
    TITEL,
    VAK_LIJST,
    VAK_TEKST,
    VAK_TITEL,
    VLAK_BLAUW,
    VLAK_GEEL,
)

TEKENS_ALS_NUMMER = (
    "Een teken dat het lettertype van dit verslag niet heeft, staat er als nummer, bijvoorbeeld [U+1F600]. "
    "Dat is het nummer van het teken in Unicode."
)
INTRODUCTION = 4
"""Most lines of a text that is kept with the table below it."""

LETTERS = {
    AlineaStijl.GEWOON: GEWOON,
    AlineaStijl.KLEIN: KLEIN,
    AlineaStijl.NADRUK: NADRUK,
    AlineaStijl.CITAAT: CITAAT,
    AlineaStijl.LEEG: LEEG,
}


def render_pdf(verslag: Verslag) -> bytes:
    """Return the PDF of a verslag.

    Args:
        verslag: the blocks; any text is allowed. A character that the fonts lack is printed as its
            number, such as [U+1F600].

    Returns:
        The file; equal bytes for an equal verslag.

    Raises:
        VerslagError: a font of the program is missing.
    """
    register()
    bestand = BytesIO()
    blokken = (*verslag.blokken, *_named_glyphs(verslag))
    story = [*_title(verslag), *(f for blok in blokken for f in _flowables(blok))]
    Document(bestand, verslag).build(list(_kept_with_next(story)), canvasmaker=Papier)
    return bestand.getvalue()


def _title(verslag: Verslag) -> Iterator[Flowable]:
    yield text(verslag.titel, TITEL)
    for regel in verslag.kopregels:
        yield text(regel, OEFENING if regel.startswith("OEFENING") else ONDERTITEL)
    yield text("", ONDERTITEL)


def _named_glyphs(verslag: Verslag) -> tuple[Alinea, ...]:
    """Return what the numbers of characters mean, when there are any."""
    if not any(missing_glyphs(tekst) for tekst in texts_in(verslag)):
        return ()
    return (Alinea(TEKENS_ALS_NUMMER, AlineaStijl.KLEIN),)


def _flowables(blok: VerslagBlok) -> Iterator[Flowable]:
    match blok:
        case Kop():
            yield Koptekst(blok.tekst, blok.niveau, blok.grondslag)
        case Alinea():
            yield text(
                blok.tekst, LETTERS[blok.stijl], streep=MARGE if blok.stijl is AlineaStijl.CITAAT else ""
            )
        case Lijst():
            yield from (bullet(regel, LIJST) for regel in blok.regels)
        case Gegevens():
            yield tables.facts_of(blok)
        case Tabel():
            yield from _caption(blok.bijschrift)
            yield tables.table_of(blok)
        case Nadrukblok():
            yield _number(blok)
        case LetOp():
            yield _warning(blok)
        case Waterval():
            yield from _caption(blok.bijschrift)
            yield charts.waterfall(blok)
        case MargeBalken():
            yield from _caption(blok.bijschrift)
            yield from charts.margin_bars(blok)
        case Ondertekening():
            yield Tekenvak(blok)
        case NieuwePagina():
            yield PageBreak()
        case _:
            assert_never(blok)


def _caption(tekst: str) -> Iterator[Flowable]:
    if tekst:
        yield text(tekst, BIJSCHRIFT)


def _number(blok: Nadrukblok) -> Vak:
    regels = [text(regel, GETAL_ONDER, breedte=VAK_BREEDTE) for regel in blok.regels]
    boven = text(blok.boven, GETAL_BOVEN, breedte=VAK_BREEDTE)
    return Vak([boven, text(blok.getal, GETAL, breedte=VAK_BREEDTE), *regels], VLAK_BLAUW, BLAUW)


def _warning(blok: LetOp) -> Vak:
    titel = text(blok.titel, VAK_TITEL, breedte=VAK_BREEDTE)
    inleiding = text(blok.inleiding, VAK_TEKST, breedte=VAK_BREEDTE)
    regels = [bullet(regel, VAK_LIJST, breedte=VAK_BREEDTE) for regel in blok.regels]
    return Vak([titel, inleiding, *regels], VLAK_GEEL, RAND_GEEL)


def _kept_with_next(story: Sequence[Flowable]) -> Iterator[Flowable]:
    """Yield the story with a conditional page break before each run of headings and captions.

    The break asks for the headings and the least that may stand below them, so that a heading never
    ends a page and a long table still starts where there is room.
    """
    for nummer, flowable in enumerate(story):
        if _leads(flowable) and not (nummer and _leads(story[nummer - 1])):
            yield CondPageBreak(min(_needed(story[nummer:]), TEKSTHOOGTE - 1))
        yield flowable


def _leads(flowable: Flowable) -> bool:
    return isinstance(flowable, Koptekst) or _is_caption(flowable)


def _is_caption(flowable: Flowable) -> bool:
    return isinstance(flowable, Tekst) and flowable.letter is BIJSCHRIFT


def _needed(story: Sequence[Flowable]) -> float:
    hoogte = 0.0
    for flowable, daarna in pairwise([*story, None]):
        if not (_leads(flowable) or _introduces(flowable, daarna)):
            return hoogte + _least(flowable)
        hoogte += float(flowable.getSpaceBefore() + flowable.hoogte + flowable.getSpaceAfter())
    return hoogte


def _introduces(flowable: Flowable, daarna: Flowable | None) -> bool:
    """Tell whether a piece is a short text that says what the table, figure or box below it is."""
    hoort_erbij = daarna is not None and (_is_caption(daarna) or not isinstance(daarna, Tekst))
    return isinstance(flowable, Tekst) and len(flowable.regels) <= INTRODUCTION and hoort_erbij


def _least(flowable: Flowable | None) -> float:
    """Return the least of a piece that may stand below a heading; a figure stands there whole."""
    if isinstance(flowable, Drawing):
        return float(flowable.height)
    return float(getattr(flowable, "min_hoogte", 0))
