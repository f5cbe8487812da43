"""Texts that nobody else writes, and looking for them in whatever shape a program may leave them behind.

Comes in: bytes of a file. Goes out: the shapes in which a text is in them.
"""

import base64
import binascii
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

KANARIE = "Kwikstaart łëüwerik"
"""One word is plain ASCII, the other is written differently in UTF-8, JSON, HTML and a web address."""

_CODES = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
_PACKED = ((re.compile(rb"\x78[\x01\x5e\x9c\xda]"), "zlib", 15), (re.compile(rb"\x1f\x8b\x08"), "gzip", 31))
_MOST = 60_000_000
"""Bytes of one unpacked part."""

_DEEPEST = 3
"""A zip in a PDF in a zip is still opened."""


class Zoeker:
    """Zoekt woorden in elke vorm waarin een programma ze kan achterlaten; hoofdletters maken niet uit."""

    def __init__(self, *woorden: str) -> None:
        """Look for these words; one in any shape is enough."""
        self.vormen = {naam: vorm.lower() for woord in woorden for naam, vorm in shapes(woord)}

    def seen_in(self, inhoud: bytes, diep: int = 0) -> set[str]:
        """Return the shapes that are in some bytes, or in what is packed in them; empty is what we want."""
        klein = inhoud.lower()
        gevonden = {naam for naam, vorm in self.vormen.items() if vorm in klein}
        if diep < _DEEPEST:
            for soort, deel in unpacked(inhoud):
                gevonden |= {f"{soort}: {naam}" for naam in self.seen_in(deel, diep + 1)}
        return gevonden

    def found_under(self, folder: Path, behalve: Iterable[Path] = ()) -> dict[str, set[str]]:
        """Return every file in a folder that holds the words, or is named after them, with the shapes.

        Args:
            folder: where to look, with all that is in it.
            behalve: what may hold them.
        """
        gevonden: dict[str, set[str]] = {}
        overslaan = set(behalve)
        for pad in sorted(folder.rglob("*")):
            if overslaan.intersection((pad, *pad.parents)):
                continue
            vormen = {f"naam: {vorm}" for vorm in self.seen_in(pad.name.encode("utf-8", "surrogateescape"))}
            if pad.is_file() and not pad.is_symlink():
                vormen |= self.seen_in(pad.read_bytes())
            if vormen:
                gevonden[str(pad.relative_to(folder))] = vormen
        return gevonden


def shapes(woord: str) -> Iterator[tuple[str, bytes]]:
    """Yield a word in every shape to look for, each with a name."""
    for code in _CODES:
        inhoud = woord.encode(code)
        yield f"{woord} {code}", inhoud
        yield f"{woord} {code} hex", inhoud.hex().encode()
        yield from ((f"{woord} {code} base64+{schuif}", deel) for schuif, deel in in_base64(inhoud))
    yield f"{woord} cp1250", woord.encode("cp1250")
    yield f"{woord} %", quote(woord, safe="").encode()
    yield f"{woord} json", woord.encode("unicode_escape").replace(b"\\x", b"\\u00")
    yield f"{woord} html", woord.encode("ascii", "xmlcharrefreplace")
    yield f"{woord} quoted-printable", binascii.b2a_qp(woord.encode())


def in_base64(inhoud: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield what a base64 text holds of these bytes, wherever in a group of three they begin."""
    for schuif in range(3):
        heel = base64.b64encode(bytes(schuif) + inhoud)
        yield schuif, heel[(0, 2, 3)[schuif] : 4 * ((schuif + len(inhoud)) // 3)]


def unpacked(inhoud: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what may be packed somewhere in these bytes: deflated or zipped."""
    for patroon, soort, bits in _PACKED:
        for begin in patroon.finditer(inhoud):
            try:
                deel = zlib.decompressobj(bits).decompress(inhoud[begin.start() :], _MOST)
            except zlib.error:
                continue
            if deel:
                yield soort, deel
    if inhoud.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(BytesIO(inhoud)) as archief:
                delen = [archief.read(naam) for naam in archief.namelist()]
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
            return
        yield from (("zip", deel) for deel in delen)
