"""What somebody hears who can't see the verslag: the structure tree of a PDF, with the text of each tag.

Reads the file as any reader does and knows nothing of the renderer.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2
from pypdf.generic import ContentStream
from pypdfium2 import raw


@dataclass(slots=True)
class Gehoord:
    """Eén tag: wat het is, de tekst die erin staat en wat er in staat van plaatjes wordt voorgelezen."""

    soort: str
    tekst: str
    alternatief: str
    kenmerken: dict[str, Any]
    kinderen: list["Gehoord"] = field(default_factory=list)

    def all(self, *soorten: str) -> Iterator["Gehoord"]:
        """Yield this tag and what is in it, in reading order; of the given kinds, or all."""
        if not soorten or self.soort in soorten:
            yield self
        for kind in self.kinderen:
            yield from kind.all(*soorten)


def read_aloud(pdf: bytes) -> Gehoord:
    """Return the document as a reader hears it."""
    lezer = pypdf.PdfReader(BytesIO(pdf), strict=True)
    bladen = {blad.indirect_reference.idnum: plek for plek, blad in enumerate(lezer.pages)}
    wortel = lezer.trailer["/Root"]["/StructTreeRoot"]
    return _element(wortel["/K"], bladen, _texts(pdf))


def unmarked(pdf: bytes) -> int:
    """Return how many things are drawn that are neither tagged nor an artefact."""
    with pypdfium2.PdfDocument(pdf) as document:
        dingen = (ding for blad in document for ding in blad.get_objects(max_depth=1))
        return sum(raw.FPDFPageObj_CountMarks(ding) == 0 for ding in dingen)


def _element(element: Any, bladen: dict[int, int], teksten: dict[tuple[int, int], str]) -> Gehoord:
    gehoord = Gehoord(element["/S"][1:], "", element.get("/Alt", ""), dict(element.get("/A", {})))
    for deel in element.get("/K", ()):
        inhoud = deel.get_object()
        if isinstance(inhoud, int):
            gehoord.tekst += teksten[bladen[element.raw_get("/Pg").idnum], inhoud]
        elif inhoud["/Type"] == "/MCR":
            gehoord.tekst += teksten[bladen[inhoud.raw_get("/Pg").idnum], inhoud["/MCID"]]
        else:
            gehoord.kinderen.append(_element(inhoud, bladen, teksten))
    return gehoord


def _texts(pdf: bytes) -> dict[tuple[int, int], str]:
    """Return the text of each mark by page and number, exactly as it is drawn: nothing is put in between."""
    teksten: dict[tuple[int, int], str] = defaultdict(str)
    for nummer, blad in enumerate(pypdf.PdfReader(BytesIO(pdf)).pages):
        letters = {naam: _letters(font) for naam, font in blad["/Resources"]["/Font"].items()}
        merken, font = [], {}
        for waarden, opdracht in ContentStream(blad.get_contents(), None).operations:
            match opdracht:
                case b"BDC":
                    merken.append(waarden[1].get("/MCID"))
                case b"EMC":
                    merken.pop()
                case b"Tf":
                    font = letters[waarden[0]]
                case b"Tj" if merken and merken[-1] is not None:
                    teksten[nummer, merken[-1]] += "".join(font[code] for code in waarden[0].original_bytes)
    return teksten


def _letters(font: Any) -> dict[int, str]:
    """Return the character of each code of a font: what it says itself, for who copies or reads aloud."""
    paren = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4})>", font["/ToUnicode"].get_data().decode("ascii"))
    return {int(code, 16): chr(int(teken, 16)) for code, teken in paren}
