"""A PDF file from numbered objects: streams as they are, all others packed together and compressed.

A tagged verslag has an object for every cell of every table. Packed (object streams, PDF 1.5) they take a
tenth of the room.

Bron: ISO 32000-1 §7.5.7 and §7.5.8.
"""

import hashlib
import zlib

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PACK = 100
"""Objects packed together."""
ORDINARY, PACKED = 1, 2


def stream(inhoud: bytes, extra: str = "", *, compress: bool = True) -> bytes:
    """Return a stream as an object.

    Args:
        inhoud: what is in it.
        extra: PDF source for its dictionary.
        compress: false for what must be readable without a PDF program, such as metadata.
    """
    if compress:
        inhoud, extra = zlib.compress(inhoud), f"{extra} /Filter /FlateDecode"
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (extra.encode("ascii"), len(inhoud), inhoud)


class Bestand:
    """The objects of a file on their way to bytes.

    Args:
        aantal: how many numbers are given out already, to objects that will be added.
    """

    def __init__(self, aantal: int = 0) -> None:
        self.aantal = aantal
        self._bytes = bytearray(HEADER)
        self._packed: list[tuple[int, bytes]] = []
        self._places: dict[int, tuple[int, int, int]] = {}

    def reserve(self, aantal: int = 1) -> int:
        """Return the first of so many numbers for objects that will be added."""
        eerste = self.aantal + 1
        self.aantal += aantal
        return eerste

    def add(self, inhoud: bytes, nummer: int | None = None) -> int:
        """Add an object and return its number."""
        nummer = nummer or self.reserve()
        if inhoud.endswith(b"endstream"):
            self._append(nummer, inhoud)
        else:
            self._packed.append((nummer, inhoud))
        return nummer

    def close(self, catalogus: int, gegevens: int) -> bytes:
        """Return the file.

        Args:
            catalogus: the number of the object where a reader starts.
            gegevens: the number of the object with title, author and dates.
        """
        for start in range(0, len(self._packed), PACK):
            self._pack(self._packed[start : start + PACK])
        nummer, plek = self.reserve(), len(self._bytes)
        self._places[nummer] = (ORDINARY, plek, 0)
        teken = hashlib.sha256(self._bytes).hexdigest()[:32]
        extra = (
            f"/Type /XRef /Size {self.aantal + 1} /W [1 4 2] /Root {catalogus} 0 R /Info {gegevens} 0 R "
            f"/ID [<{teken}> <{teken}>]"
        )
        self._append(nummer, stream(self._cross_references(), extra))
        return bytes(self._bytes + b"startxref\n%d\n%%%%EOF\n" % plek)

    def _pack(self, objecten: list[tuple[int, bytes]]) -> None:
        """Put objects in one stream, headed by the number and place of each."""
        nummer, plek, kop = self.reserve(), 0, []
        for rang, (eigen, inhoud) in enumerate(objecten):
            self._places[eigen] = (PACKED, nummer, rang)
            kop.append(f"{eigen} {plek}")
            plek += len(inhoud) + 1
        hoofd = " ".join(kop).encode("ascii") + b"\n"
        inhoud = hoofd + b"\n".join(inhoud for _, inhoud in objecten)
        extra = f"/Type /ObjStm /N {len(objecten)} /First {len(hoofd)}"
        self._append(nummer, stream(inhoud, extra))

    def _append(self, nummer: int, inhoud: bytes) -> None:
        self._places[nummer] = (ORDINARY, len(self._bytes), 0)
        self._bytes += b"%d 0 obj\n%s\nendobj\n" % (nummer, inhoud)

    def _cross_references(self) -> bytes:
        vrij = (0, 0, 65535)
        return b"".join(
            soort.to_bytes(1) + plek.to_bytes(4) + rang.to_bytes(2)
            for soort, plek, rang in (self._places.get(n, vrij) for n in range(self.aantal + 1))
        )
