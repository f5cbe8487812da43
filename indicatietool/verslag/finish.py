"""The file itself: what reportlab drew, with tags, metadata and possibly a file inside.

Comes in: a drawn Papier. Goes out: bytes that pass PDF/UA-1 and PDF/A-2a (or 3a); equal for equal input.
"""

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream, PDFZCompress, format

from indicatietool.verslag.attachment import Bijlage
from indicatietool.verslag.blocks import Verslag
from indicatietool.verslag.drager import Drager, carried
from indicatietool.verslag.metadata import MAKER, ONDERWERP, pdf_date, srgb, title_of, xmp
from indicatietool.verslag.objects import Bestand, stream
from indicatietool.verslag.page import Papier
from indicatietool.verslag.structure import write_tree
from indicatietool.verslag.tagging import Tag, text_string

SRGB = "sRGB IEC61966-2.1"


def finish(
    papier: Papier, verslag: Verslag, document: Tag, bijlage: Bijlage | None, drager: Drager | None = None
) -> bytes:
    """Return the file.

    Args:
        papier: all pages, drawn.
        verslag: where title, author, date and language come from.
        document: the top of the structure tree, with the marks on those pages.
        bijlage: the file to carry inside; None makes the file PDF/A-2a.
        drager: what is needed to recompute it, unseen by a reader.

    Raises:
        VerslagError: the colour profile of the program is missing.
    """
    papier.setTitle(title_of(verslag))
    papier.setAuthor(verslag.auteur)
    papier.setSubject(ONDERWERP)
    papier.setCreator(MAKER)
    papier.setProducer(MAKER)
    papier.setDateFormatter(lambda *_: pdf_date(verslag.datum))
    papier.setViewerPreference("DisplayDocTitle", "true")
    doc = papier._doc
    # reportlab realises fonts and outline and then asks its document for the file: that is written here
    doc.format = lambda: _write(doc, papier, verslag, document, bijlage, drager)
    bestand: bytes = papier.getpdfdata()
    return bestand


def _write(
    doc: PDFDocument,
    papier: Papier,
    verslag: Verslag,
    document: Tag,
    bijlage: Bijlage | None,
    drager: Drager | None,
) -> bytes:
    objecten = dict(_drawn(doc))
    bestand = Bestand(len(objecten))
    bladen = [_number(doc, blad) for blad in doc.Pages.pages]
    for rang, nummer in enumerate(bladen):
        objecten[nummer] = _extended(objecten[nummer], f"/StructParents {rang} /Tabs /S")
    catalogus, boom = _number(doc, doc.Catalog), write_tree(bestand, document, bladen, papier.merken)
    meer = (
        f"/MarkInfo <</Marked true>> /StructTreeRoot {boom} 0 R "
        f"/Metadata {_metadata(bestand, verslag, 3 if bijlage else 2)} 0 R "
        f"/OutputIntents [{_colours(bestand)} 0 R] {_attached(bestand, verslag, bijlage) if bijlage else ''} "
        f"{carried(bestand, drager, verslag.datum) if drager else ''}"
    )
    objecten[catalogus] = _extended(objecten[catalogus], meer)
    for nummer, inhoud in objecten.items():
        bestand.add(inhoud, nummer)
    return bestand.close(catalogus, _number(doc, doc.info))


def _drawn(doc: PDFDocument) -> Iterator[tuple[int, bytes]]:
    """Yield what reportlab made; formatting one object can bring forth the next."""
    for blad in doc.Pages.pages:
        blad.Contents = PDFStream(content=blad.stream, filters=[PDFZCompress])
    nummer = 1
    while nummer in doc.numberToId:
        inhoud: bytes = format(doc.idToObject[doc.numberToId[nummer]], doc, toplevel=1)
        # PDF/A wants a line end before the word endstream; reportlab puts it behind
        is_stroom = inhoud.endswith(b"endstream\n")
        yield nummer, inhoud.removesuffix(b"endstream\n") + b"\nendstream" if is_stroom else inhoud
        nummer += 1


def _number(doc: PDFDocument, ding: object) -> int:
    nummer: int = doc.idToObjectNumberAndVersion[doc.Reference(ding).name][0]
    return nummer


def _extended(inhoud: bytes, meer: str) -> bytes:
    """Return a dictionary with more in it."""
    return inhoud.rstrip().removesuffix(b">>") + meer.encode("ascii") + b">>"


def _metadata(bestand: Bestand, verslag: Verslag, deel: int) -> int:
    return bestand.add(stream(xmp(verslag, deel), "/Type /Metadata /Subtype /XML", compress=False))


def _colours(bestand: Bestand) -> int:
    profiel = bestand.add(stream(srgb(), "/N 3"))
    return bestand.add(
        f"<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({SRGB}) /Info ({SRGB}) "
        f"/DestOutputProfile {profiel} 0 R>>".encode("ascii")
    )


def _attached(bestand: Bestand, verslag: Verslag, bijlage: Bijlage) -> str:
    """Add a file and return what the catalogue says of it."""
    soort = "".join(c if c.isalnum() else f"#{ord(c):02X}" for c in bijlage.mediatype)
    naam = text_string(bijlage.naam)
    gegevens = f"<</ModDate ({pdf_date(verslag.datum)}) /Size {len(bijlage.inhoud)}>>"
    ingesloten = bestand.add(
        stream(bijlage.inhoud, f"/Type /EmbeddedFile /Subtype /{soort} /Params {gegevens}")
    )
    plek = bestand.add(
        f"<</Type /Filespec /F {naam} /UF {naam} /Desc {text_string(bijlage.omschrijving)} "
        f"/AFRelationship /Source /EF <</F {ingesloten} 0 R /UF {ingesloten} 0 R>>>>".encode("ascii")
    )
    return f"/AF [{plek} 0 R] /Names <</EmbeddedFiles <</Names [{naam} {plek} 0 R]>>>>"
