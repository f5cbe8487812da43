"""The eight practice cases as verslagen, each version made once, for the tests of narekenen."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

from pypdf import PdfWriter

from indicatietool.domain.versie import Versie
from indicatietool.paths import normen_folder
from indicatietool.session.bron import Bron, read_bron
from indicatietool.session.kaders import Kaders
from indicatietool.session.recept import Recept, make_pdf, recipe_of
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.store.overdracht import Pakket
from tests.builders import VANDAAG

CASUSSEN = (
    "b1-waakvlam",
    "b2-vaste-week",
    "b3-zelfstandig-blijven",
    "b4-intensief-thuis",
    "o1-eerste-huis",
    "o2-weer-op-orde",
    "o3-opnieuw-leren",
    "o4-nieuwe-start",
)
KADERS = Kaders(normen_folder())


@cache
def casus(naam: str) -> Path:
    return normen_folder() / "voorbeeld-begeleiding" / "2026.1" / "casussen" / f"{naam}.json"


@cache
def bron(naam: str) -> Bron:
    return read_bron(casus(naam), KADERS)


@cache
def recept(naam: str, versie: Versie = Versie.DOSSIER) -> Recept:
    return recipe_of(bron(naam).session(VANDAAG), versie)


GEMAAKT: dict[tuple[bytes, bytes, str], bytes] = {}


def make_once(recept: Recept, pakket: Pakket, geladen: GeladenKader) -> bytes:
    """Make each verslag once; what is made of other input is made as always."""
    sleutel = (recept.to_bytes(), pakket.dossier_json, geladen.sha256)
    if sleutel not in GEMAAKT:
        GEMAAKT[sleutel] = make_pdf(recept, pakket, geladen)
    return GEMAAKT[sleutel]


def verslag(naam: str, versie: Versie = Versie.DOSSIER) -> bytes:
    return make_once(recept(naam, versie), bron(naam).pakket, bron(naam).geladen)


def saved_again(pdf: bytes, change: Callable[[PdfWriter], object] = lambda writer: writer) -> bytes:
    schrijver, bestand = PdfWriter(clone_from=BytesIO(pdf)), BytesIO()
    change(schrijver)
    schrijver.write(bestand)
    return bestand.getvalue()
