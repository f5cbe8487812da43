"""What the tests of the verslag share: compose and render a dossier, and read the PDF back."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.gemeenteprofiel import Gemeenteprofiel
from indicatietool.domain.indicatie import Verantwoording
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.versie import Versie
from indicatietool.engine.total import indicate
from indicatietool.verslag.blocks import (
    AlineaStijl,
    Kop,
    MargeBalken,
    RijSoort,
    Verslag,
    Waterval,
    texts_in,
)
from indicatietool.verslag.content import compose
from indicatietool.verslag.pdf import render_pdf

KADER_SHA256 = hashlib.sha256(b"kader").hexdigest()
DOSSIER_SHA256 = hashlib.sha256(b"dossier").hexdigest()


def proof(kader: Normenkader, dossier: Dossier) -> Verantwoording:
    """Return the verantwoording of a dossier, dated 22 November 2026."""
    indicatie, kop = indicate(kader, dossier), kader.kader
    return Verantwoording(
        dossier=dossier.nummer,
        kader_id=kop.id,
        kader_naam=kop.naam,
        kader_versie=kop.versie,
        kader_status=str(kop.status),
        kader_sha256=KADER_SHA256,
        dossier_sha256=DOSSIER_SHA256,
        programmaversie="9.8.7",
        datum=date(2026, 11, 22),
        minuten_per_maand=indicatie.minuten_per_maand,
        status=indicatie.status,
    )


def report(
    kader: Normenkader,
    dossier: Dossier,
    *ontbreekt: str,
    versie: Versie = Versie.DOSSIER,
    profiel: Gemeenteprofiel | None = None,
    logo: bytes = b"",
) -> Verslag:
    """Return one version of the verslag of a dossier, dated 22 November 2026."""
    indicatie, bewijs = indicate(kader, dossier), proof(kader, dossier)
    return compose(kader, dossier, indicatie, bewijs, ontbreekt, versie=versie, profiel=profiel, logo=logo)


def words(verslag: Verslag) -> str:
    """Return every text in a verslag, one a line."""
    return "\n".join(texts_in(verslag))


def seen(verslag: Verslag) -> list[str]:
    """Return every text of the blocks that a reader sees; a figure says what the table below it says."""
    namen_van_stijlen = {*AlineaStijl, *RijSoort}
    blokken = tuple(blok for blok in verslag.blokken if not isinstance(blok, Waterval | MargeBalken))
    return [tekst for tekst in texts_in(blokken) if tekst not in namen_van_stijlen]


def section(verslag: Verslag, nummer: int) -> str:
    """Return every text in one of the fourteen parts."""
    begin = [i for i, b in enumerate(verslag.blokken) if isinstance(b, Kop) and b.niveau == 1]
    einde = [*begin[1:], len(verslag.blokken)]
    return "\n".join(texts_in(verslag.blokken[begin[nummer - 1] : einde[nummer - 1]]))


def pages(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page as a reader copies it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(document[n].get_textpage().get_text_range() for n in range(len(document)))


def printed(verslag: Verslag) -> str:
    """Return the text of the PDF without headers, footers and white space: page ends don't matter."""
    bladen = (re.sub(r"^.*?pagina \d+ van \d+", "", blad, flags=re.S) for blad in pages(render_pdf(verslag)))
    return squeezed("".join(bladen))


def squeezed(tekst: str) -> str:
    """Return text without white space."""
    return re.sub(r"\s+", "", tekst)


def fonts(pdf: bytes) -> dict[str, bool]:
    """Return the names of all fonts that a PDF refers to, and whether each is embedded."""
    lezer = pypdf.PdfReader(BytesIO(pdf), strict=True)
    gevonden = (font for blad in lezer.pages for font in blad["/Resources"]["/Font"].values())
    return {font["/BaseFont"][1:]: "/FontFile2" in font["/FontDescriptor"] for font in gevonden}


def catalogue(pdf: bytes) -> Mapping[str, Any]:
    """Return what a PDF says of itself as a whole."""
    return pypdf.PdfReader(BytesIO(pdf), strict=True).trailer["/Root"]
