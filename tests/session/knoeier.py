"""Changes one letter or digit somewhere in a finished verslag, as a forger or a bad disk would.

The changed object is put behind the file, with a list of its own that goes before the old one: the file stays
a PDF that every reader opens.
"""

import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject

LETTERS, DIGITS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", b"0123456789"
HEX = b"0123456789abcdef"
_TEXT = re.compile(rb"<([0-9A-Fa-f]{2,})>|\(([^()\\]+)\)")


@dataclass(frozen=True, slots=True)
class Plek:
    """Een stroom in het bestand, met het soort en (bij tekst en tekening) de bladzijde."""

    soort: str
    nummer: int
    bladzijde: int = 0


class Knoeier:
    """Eén verslag waar telkens één teken in verandert."""

    def __init__(self, pdf: bytes, seed: int) -> None:
        self._pdf = pdf
        self._lezer = PdfReader(BytesIO(pdf), strict=True)
        self._kans = random.Random(seed)
        self.plekken: dict[str, list[Plek]] = {}
        for plek in dict.fromkeys(self._places()):
            self.plekken.setdefault(plek.soort, []).append(plek)

    def change(self, soort: str) -> tuple[Plek, bytes]:
        """Return the place that was changed and the changed file."""
        kandidaten: list[int] = []
        while not kandidaten:
            plek = self._kans.choice(self.plekken[soort])
            inhoud = self.content(plek)
            kandidaten = self._candidates(plek, inhoud)
        nummer = self._kans.choice(kandidaten)
        soorten = (DIGITS, LETTERS, bytes(range(256)))
        tekens = HEX if soort == "opbouw" else next(deel for deel in soorten if inhoud[nummer] in deel)
        ander = self._kans.choice([teken for teken in tekens if teken != inhoud[nummer]])
        return plek, self.replaced(plek.nummer, inhoud[:nummer] + bytes([ander]) + inhoud[nummer + 1 :])

    def content(self, plek: Plek) -> bytes:
        """Return what is in a stream, unpacked."""
        return bytes(self._stream(plek.nummer).get_data())

    def replaced(self, nummer: int, inhoud: bytes) -> bytes:
        """Return the file with other content in one of its streams."""
        kop = {naam: self._stream(nummer).raw_get(naam) for naam in self._stream(nummer)}
        kop = {
            naam: waarde for naam, waarde in kop.items() if naam not in ("/Length", "/Filter", "/DecodeParms")
        }
        beschreven = b"".join(_source(naam) + b" " + _source(waarde) + b" " for naam, waarde in kop.items())
        ingepakt = zlib.compress(inhoud)
        deel = b"%d 0 obj\n<<%s/Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
            nummer,
            beschreven,
            len(ingepakt),
            ingepakt,
        )
        return self._with(nummer, deel)

    def _with(self, nummer: int, deel: bytes) -> bytes:
        trailer = self._lezer.trailer
        plek, lijst = len(self._pdf), len(self._pdf) + len(deel)
        eigen = int(trailer["/Size"])
        rijen = b"".join(bytes([1]) + p.to_bytes(4, "big") + b"\0\0" for p in (plek, lijst))
        vorige = int(re.findall(rb"startxref\s+(\d+)", self._pdf)[-1])
        kop = b"/Type /XRef /Size %d /W [1 4 2] /Index [%d 1 %d 1] /Prev %d /Root %s /Info %s /Length %d" % (
            eigen + 1,
            nummer,
            eigen,
            vorige,
            _source(trailer.raw_get("/Root")),
            _source(trailer.raw_get("/Info")),
            len(rijen),
        )
        xref = b"%d 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n" % (eigen, kop, rijen)
        return self._pdf + deel + xref + b"startxref\n%d\n%%%%EOF\n" % lijst

    def _places(self) -> Iterator[Plek]:
        for rang, blad in enumerate(self._lezer.pages, start=1):
            yield Plek("bladzijde", blad.raw_get("/Contents").idnum, rang)
            for font in blad["/Resources"]["/Font"].values():
                font = font.get_object()
                yield Plek("letters", font["/FontDescriptor"].raw_get("/FontFile2").idnum)
                yield Plek("letters", font.raw_get("/ToUnicode").idnum)
        root = self._lezer.root_object
        yield Plek("metagegevens", root.raw_get("/Metadata").idnum)
        delen = root["/PieceInfo"]["/Indicatietool"]["/Private"]
        yield Plek("recept", delen.raw_get("/Recept").idnum)
        if "/Pakket" in delen:
            yield Plek("pakket", delen.raw_get("/Pakket").idnum)
        yield from (Plek("opbouw", nummer) for nummer in self._packed())

    def _packed(self) -> list[int]:
        """Return the streams that hold the small objects: tags, titles, bookmarks, figures in words."""
        return sorted({nummer for nummer, _ in self._lezer.xref_objStm.values()})

    def _candidates(self, plek: Plek, inhoud: bytes) -> list[int]:
        """Return where a change stays within what a reader can meet."""
        if plek.soort == "opbouw":
            gevonden = (match.span(match.lastindex or 0) for match in _TEXT.finditer(inhoud))
            return [nummer for van, tot in gevonden for nummer in range(van, tot) if inhoud[nummer] in HEX]
        if plek.soort == "letters" and inhoud.startswith(b"\0\1\0\0"):
            return list(range(len(inhoud) // 2, len(inhoud)))  # the shapes, not the tables before them
        return [nummer for nummer, teken in enumerate(inhoud) if teken in LETTERS + DIGITS]

    def _stream(self, nummer: int) -> StreamObject:
        deel = IndirectObject(nummer, 0, self._lezer).get_object()
        assert isinstance(deel, StreamObject)
        return deel


def _source(waarde: object) -> bytes:
    bestand = BytesIO()
    waarde.write_to_stream(bestand)  # type: ignore[attr-defined]
    return bestand.getvalue()
