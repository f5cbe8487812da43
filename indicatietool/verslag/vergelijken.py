"""Two PDF files that should say and show the same: the first place where they don't.

Comes in: the file as it was handed in and the file as it is made anew. Goes out: nothing, or a Verschil with
page and line. Compared is all that a reader can meet: text and drawing of each page, letters, figures,
bookmarks, what is read aloud, metadata, attachments. How it is packed (compression, order and numbers of
objects) does not count.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from indicatietool.errors import VerslagError

UNREADABLE = "Dit is geen leesbare PDF, of er zit een wachtwoord op. Geef het oorspronkelijke verslag."
MAX_SHOWN = 60
"""Longest piece of text that is shown of a difference, in characters."""
_PACKING = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
"""What a stream says of how it is packed."""
_PLACES = {
    "/Metadata": "metagegevens",
    "/PieceInfo": "gegevens om na te rekenen",
    "/StructTreeRoot": "tekst om voor te lezen (tags)",
    "/Outlines": "bladwijzers",
    "/OutputIntents": "kleurprofiel",
    "/Names": "bijlage",
    "/AF": "bijlage",
}
_NOT_PAGES = ("/Metadata", "/PieceInfo")
"""Small parts that are looked at before the large ones."""


@dataclass(frozen=True, slots=True)
class Verschil:
    """De eerste plaats waar twee verslagen verschillen, met wat er staat en wat er hoort te staan."""

    plaats: str
    staat_er: str = ""
    hoort: str = ""

    def __str__(self) -> str:
        """Return the difference in one sentence."""
        if not (self.staat_er or self.hoort):
            return f"{self.plaats}: dit is anders dan nagerekend."
        return f"{self.plaats}: er staat “{self.staat_er}”, nagerekend is “{self.hoort}”."


def open_pdf(pdf: bytes) -> PdfReader:
    """Return a reader of a PDF file.

    Raises:
        VerslagError: it is no PDF, is damaged, or has a password.
    """
    try:
        lezer = PdfReader(BytesIO(pdf), strict=True)
        if not lezer.is_encrypted and len(lezer.pages) > 0:
            return lezer
    except Exception as error:  # the file is a stranger's: whatever pypdf stumbles over, it can't be read
        raise VerslagError(UNREADABLE) from error
    raise VerslagError(UNREADABLE)


def first_difference(gegeven: PdfReader, nieuw: PdfReader) -> Verschil | None:
    """Return the first difference, text of the pages first; None when all is the same.

    Raises:
        VerslagError: the file that was handed in is damaged.
    """
    try:
        return next(_differences(gegeven, nieuw), None)
    except Exception as error:  # as above: a damaged object shows only when it is reached
        raise VerslagError(UNREADABLE) from error


def _differences(gegeven: PdfReader, nieuw: PdfReader) -> Iterator[Verschil]:
    if len(gegeven.pages) != len(nieuw.pages):
        yield Verschil("aantal bladzijden", str(len(gegeven.pages)), str(len(nieuw.pages)))
    for nummer, (blad, hoort) in enumerate(zip(gegeven.pages, nieuw.pages, strict=True), start=1):
        if _content(blad) != _content(hoort):
            yield _on_page(nummer, blad, hoort)
    wandeling = _Wandeling()
    if not wandeling.same(gegeven.trailer.get("/Info"), nieuw.trailer.get("/Info")):
        yield Verschil("titel, maker of datum van het bestand")
    for naam in _NOT_PAGES:
        if not wandeling.same(gegeven.root_object.get(naam), nieuw.root_object.get(naam)):
            yield Verschil(_PLACES[naam])
    for nummer, (blad, hoort) in enumerate(zip(gegeven.pages, nieuw.pages, strict=True), start=1):
        if not wandeling.same_but(blad, hoort, "/Parent"):
            yield Verschil(f"bladzijde {nummer}, letters of figuur")
    for naam in sorted({*gegeven.root_object, *nieuw.root_object}):
        if not wandeling.same(gegeven.root_object.get(naam), nieuw.root_object.get(naam)):
            yield Verschil(_PLACES.get(naam, "opbouw van het bestand"))


def _content(blad: Any) -> bytes:
    inhoud = blad.get("/Contents")
    inhoud = inhoud.get_object() if inhoud is not None else ArrayObject()
    stromen = inhoud if isinstance(inhoud, ArrayObject) else [inhoud]
    return b"\n".join(bytes(stroom.get_object().get_data()) for stroom in stromen)


def _on_page(nummer: int, blad: Any, hoort: Any) -> Verschil:
    goed = hoort.extract_text().splitlines()
    try:
        regels = blad.extract_text().splitlines()
    except Exception:  # what was changed broke the drawing itself: nothing of it can be shown
        regels = goed
    for rang, (regel, juist) in enumerate(zip_longest(regels, goed, fillvalue=""), start=1):
        if regel != juist:
            return Verschil(f"bladzijde {nummer}, regel {rang}", *_apart(regel, juist))
    return Verschil(f"bladzijde {nummer}, tekening of plaats van de tekst")


def _apart(regel: str, juist: str) -> tuple[str, str]:
    """Return the words in which two lines differ."""
    begin = next(i for i, (a, b) in enumerate(zip_longest(regel, juist)) if a != b)
    begin = max(regel.rfind(" ", 0, begin), juist.rfind(" ", 0, begin)) + 1
    eind = 0
    while eind < min(len(regel), len(juist)) - begin and regel[-1 - eind] == juist[-1 - eind]:
        eind += 1
    while eind and regel[-eind] != " ":
        eind -= 1
    return _shown(regel[begin : len(regel) - eind]), _shown(juist[begin : len(juist) - eind])


def _shown(tekst: str) -> str:
    tekst = tekst.strip()
    return tekst if len(tekst) <= MAX_SHOWN else f"{tekst[: MAX_SHOWN - 1]}…"


class _Wandeling:
    """A walk through two files at once; a pair of objects that was compared is not compared again."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def same_but(self, een: Any, ander: Any, behalve: str) -> bool:
        """Tell whether two dictionaries are the same but for one name."""
        namen = {*een, *ander} - {behalve}
        return all(self.same(een.get(naam), ander.get(naam)) for naam in namen)

    def same(self, een: Any, ander: Any) -> bool:
        """Tell whether two values and all they lead to are the same."""
        te_doen = [(een, ander)]
        while te_doen:
            een, ander = te_doen.pop()
            if isinstance(een, IndirectObject) and isinstance(ander, IndirectObject):
                paar = (een.idnum, ander.idnum)
                if paar in self._seen:
                    continue
                self._seen.add(paar)
            een, ander = _direct(een), _direct(ander)
            if isinstance(een, DictionaryObject) and isinstance(ander, DictionaryObject):
                if not _same_stream(een, ander) or _names(een) != _names(ander):
                    return False
                te_doen += [(een.raw_get(naam), ander.raw_get(naam)) for naam in _names(een)]
            elif isinstance(een, ArrayObject) and isinstance(ander, ArrayObject):
                if len(een) != len(ander):
                    return False
                te_doen += zip(list.__iter__(een), list.__iter__(ander), strict=True)
            elif een != ander or not _same_kind(een, ander):
                return False
        return True


def _same_kind(een: Any, ander: Any) -> bool:
    """Tell whether two equal values are of one kind; 1 and 1.0 are."""
    return type(een) is type(ander) or (isinstance(een, int | float) and isinstance(ander, int | float))


def _direct(waarde: Any) -> Any:
    return waarde.get_object() if isinstance(waarde, IndirectObject) else waarde


def _names(deel: DictionaryObject) -> frozenset[str]:
    return frozenset(deel) - _PACKING if isinstance(deel, StreamObject) else frozenset(deel)


def _same_stream(een: DictionaryObject, ander: DictionaryObject) -> bool:
    if isinstance(een, StreamObject) and isinstance(ander, StreamObject):
        return een.get_data() == ander.get_data()
    return isinstance(een, StreamObject) == isinstance(ander, StreamObject)
