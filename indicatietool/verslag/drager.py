"""What a verslag carries, unseen, so that every minute in it can be computed again years later.

Comes in: bytes, on their way into a file, or a file. Goes out: the other. They stand in the PieceInfo of the
catalogue, the room that PDF keeps for the program that made a file; PDF/A-2 and PDF/UA allow it. Does not
know what the bytes mean.

Bron: ISO 32000-1 §14.5 (page-piece dictionaries).
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from indicatietool.errors import IntegriteitError
from indicatietool.verslag.metadata import pdf_date
from indicatietool.verslag.objects import Bestand, stream

if TYPE_CHECKING:
    from pypdf import PdfReader

PLEK = "/PieceInfo"
NAAM = "/Indicatietool"
MAX_DRAGER = 60_000_000
"""Bytes of one part after unpacking."""
DAMAGED = (
    "De gegevens om dit verslag na te rekenen zijn beschadigd of veranderd. "
    "Vraag het oorspronkelijke bestand op."
)


@dataclass(frozen=True, slots=True)
class Drager:
    """Wat een verslag bij zich draagt om later te worden nagerekend.

    `recept` says how it was made and goes with every version. `pakket` is the dossier with its kader, as a
    `.indicatie` file; it is empty in what a client or an aanbieder gets.
    """

    recept: bytes
    pakket: bytes = b""


def carried(bestand: Bestand, drager: Drager, datum: date) -> str:
    """Add what is carried to a file, and return what the catalogue says of it."""
    delen = f"/Recept {bestand.add(stream(drager.recept))} 0 R"
    if drager.pakket:
        delen += f" /Pakket {bestand.add(stream(drager.pakket))} 0 R"
    return f"{PLEK} <<{NAAM} <</LastModified ({pdf_date(datum)}) /Private <<{delen}>>>>>>"


def read_drager(lezer: "PdfReader") -> Drager | None:
    """Return what a file carries; None when it carries nothing of ours.

    Raises:
        IntegriteitError: it is there, but not as it was written.
    """
    from pypdf.errors import PyPdfError

    try:
        eigen = _inside(_inside(lezer.root_object, PLEK), NAAM)
        if eigen is None:
            return None
        delen = _inside(eigen, "/Private")
        inhoud = [_unpacked(_inside(delen, naam)) for naam in ("/Recept", "/Pakket")]
    except (PyPdfError, AttributeError, TypeError, ValueError) as error:
        raise IntegriteitError(DAMAGED) from error
    recept, pakket = inhoud
    if not recept or max(len(recept), len(pakket)) > MAX_DRAGER:
        raise IntegriteitError(DAMAGED)
    return Drager(recept, pakket)


def _inside(deel: Any, naam: str) -> Any:
    """Return what stands under a name, itself and not where it stands; None when it is not there."""
    return deel[naam] if deel is not None and naam in deel else None


def _unpacked(stroom: Any) -> bytes:
    return b"" if stroom is None else bytes(stroom.get_data())
