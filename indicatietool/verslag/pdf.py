"""A Verslag as a PDF: tagged for readers and the archive, and the same bytes for the same Verslag.

Comes in: blocks. Goes out: bytes. Knows nothing of dossiers or normenkaders. `pieces_of` is where a block
becomes a piece of the page and a tag; `layout` places the pieces, `finish` writes the file.
"""

from collections.abc import Iterator
from typing import assert_never

from indicatietool.verslag import charts, stippen, tables
from indicatietool.verslag.attachment import Bijlage
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
    Stippen,
    Tabel,
    Verslag,
    VerslagBlok,
    Waterval,
    texts_in,
)
from indicatietool.verslag.drager import Drager
from indicatietool.verslag.finish import finish
from indicatietool.verslag.flowables import VAK_BREEDTE, Koptekst, Paginaeinde, Stuk, Vak, Wit, bullets, text
from indicatietool.verslag.fonts import count_missing, register
from indicatietool.verslag.images import Logo
from indicatietool.verslag.layout import paginate
from indicatietool.verslag.page import Papier, draw_surroundings
from indicatietool.verslag.signing import Tekenvak
from indicatietool.verslag.style import (
    ACCENT,
    BIJSCHRIFT,
    CITAAT,
    GETAL,
    GETAL_BOVEN,
    GETAL_ONDER,
    GEWOON,
    KANT,
    KLEIN,
    LEEG,
    LIJST,
    MARGE,
    NADRUK,
    OEFENING,
    ONDERTITEL,
    RAND_GEEL,
    TITEL,
    VAK_LIJST,
    VAK_TEKST,
    VAK_TITEL,
    VLAK_BLAUW,
    VLAK_GEEL,
)
from indicatietool.verslag.tagging import Boom, Tag, alternative

TEKENS_ALS_NUMMER = (
    "Een teken dat het lettertype van dit verslag niet heeft, staat er als nummer, bijvoorbeeld [U+1F600]. "
    "Dat is het nummer van het teken in Unicode."
)

LETTERS = {
    AlineaStijl.GEWOON: GEWOON,
    AlineaStijl.KLEIN: KLEIN,
    AlineaStijl.NADRUK: NADRUK,
    AlineaStijl.CITAAT: CITAAT,
    AlineaStijl.LEEG: LEEG,
}


def render_pdf(verslag: Verslag, bijlage: Bijlage | None = None, drager: Drager | None = None) -> bytes:
    """Return the PDF of a verslag: PDF/UA-1 and PDF/A-2a, or PDF/A-3a when a file goes with it.

    Args:
        verslag: the blocks; any text is allowed. A character that the fonts lack is printed as its
            number, such as [U+1F600]; `unprintable` tells which those are.
        bijlage: a file to carry inside, such as the dossier. The Nationaal Archief advises against files
            within an archived document: give it only when the user asks for it.
        drager: what is needed to recompute the verslag, unseen by a reader.

    Returns:
        The file; equal bytes for equal input.

    Raises:
        VerslagError: a font or the colour profile of the program is missing, or the logo is no picture.
    """
    register()
    boom, papier = Boom(), Papier(verslag.taal, verslag.kleur)
    bladen = paginate(list(_story(verslag, boom)))
    for nummer, blad in enumerate(bladen, start=1):
        draw_surroundings(papier, verslag, nummer, len(bladen))
        for plaats in blad:
            plaats.stuk.draw(papier, KANT, plaats.top)
        papier.showPage()
    return finish(papier, verslag, boom.document, bijlage, drager)


def count_pages(verslag: Verslag) -> int:
    """Return how many pages a verslag takes; raises as `render_pdf`."""
    register()
    return len(paginate(list(_story(verslag, Boom()))))


def unprintable(verslag: Verslag) -> dict[str, int]:
    """Return each character of a verslag that is printed as its number, with how often it occurs."""
    return dict(count_missing(texts_in(verslag)))


def _story(verslag: Verslag, boom: Boom) -> Iterator[Stuk]:
    if verslag.logo:
        figuur = boom.document.add("Figure", alternative(verslag.logo_alternatief or verslag.auteur))
        yield Logo(verslag.logo, figuur)
    yield text(verslag.titel, TITEL, boom.document.add("Title"))
    for regel in verslag.kopregels:
        letter = OEFENING if regel.startswith("OEFENING") else ONDERTITEL
        yield text(regel, letter, boom.document.add("P"))
    yield Wit(ONDERTITEL.regelhoogte)
    for blok in verslag.blokken:
        yield from pieces_of(blok, boom)
    if unprintable(verslag):
        yield from pieces_of(Alinea(TEKENS_ALS_NUMMER, AlineaStijl.KLEIN), boom)


def pieces_of(blok: VerslagBlok, boom: Boom) -> Iterator[Stuk]:
    """Yield what a block is on paper; each piece knows the tag, in the tree, that it is read as."""
    document = boom.document
    match blok:
        case Kop():
            tag = boom.heading(blok.niveau)
            grond = document.add("P") if blok.grondslag else None
            yield Koptekst(blok.tekst, blok.niveau, tag, blok.grondslag, grond)
        case Alinea(stijl=AlineaStijl.CITAAT):
            yield text(blok.tekst, CITAAT, document.add("BlockQuote").add("P"), streep=MARGE)
        case Alinea():
            yield text(blok.tekst, LETTERS[blok.stijl], document.add("P"))
        case Lijst():
            yield from bullets(blok.regels, LIJST, document)
        case Gegevens():
            yield tables.facts_of(blok, document.add("Table"))
        case Tabel():
            tag = document.add("Table")
            yield from _caption(blok.bijschrift, tag)
            yield tables.table_of(blok, tag)
        case Nadrukblok():
            yield _number(blok, document.add("Div"))
        case LetOp():
            yield _warning(blok, document.add("Div"))
        case Waterval():
            yield from _caption(blok.bijschrift, document)
            yield from charts.waterfall(blok, document)
        case MargeBalken():
            yield from _caption(blok.bijschrift, document)
            yield from charts.margin_bars(blok, document)
        case Stippen():
            yield from _caption(blok.bijschrift, document)
            yield from stippen.dots_of(blok, document)
        case Ondertekening():
            yield Tekenvak(blok, document)
        case NieuwePagina():
            yield Paginaeinde()
        case _:
            assert_never(blok)


def _caption(tekst: str, ouder: Tag) -> Iterator[Stuk]:
    if tekst:
        yield text(tekst, BIJSCHRIFT, ouder.add("Caption" if ouder.soort == "Table" else "P"))


def _number(blok: Nadrukblok, tag: Tag) -> Vak:
    boven = text(blok.boven, GETAL_BOVEN, tag.add("P"), breedte=VAK_BREEDTE)
    getal = text(blok.getal, GETAL, tag.add("P"), breedte=VAK_BREEDTE)
    regels = [text(regel, GETAL_ONDER, tag.add("P"), breedte=VAK_BREEDTE) for regel in blok.regels]
    return Vak([boven, getal, *regels], VLAK_BLAUW, ACCENT)


def _warning(blok: LetOp, tag: Tag) -> Vak:
    titel = text(blok.titel, VAK_TITEL, tag.add("P"), breedte=VAK_BREEDTE)
    inleiding = text(blok.inleiding, VAK_TEKST, tag.add("P"), breedte=VAK_BREEDTE)
    regels = bullets(blok.regels, VAK_LIJST, tag, breedte=VAK_BREEDTE)
    return Vak([titel, inleiding, *regels], VLAK_GEEL, RAND_GEEL)
