"""What ODT and DOCX share: text that XML can hold, and a package with equal bytes for equal contents.

Comes in: text, or a zip as a library wrote it, with the clock in it. Goes out: the same without either.
"""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_DAG = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip knows."""


def xml_safe(tekst: str) -> str:
    """Return text with a replacement mark for each character that XML can't hold."""
    return _NOT_IN_XML.sub("\ufffd", tekst)


def repacked(inhoud: bytes, *, eerst: str) -> bytes:
    """Return a zip with the same files, sorted by name and without dates.

    Args:
        inhoud: the zip.
        eerst: the file that must come first and uncompressed, such as the mimetype of an ODT.
    """
    uit = BytesIO()
    with ZipFile(BytesIO(inhoud)) as oud, ZipFile(uit, "w", ZIP_DEFLATED) as nieuw:
        namen = sorted(oud.namelist(), key=lambda naam: (naam != eerst, naam))
        for naam in namen:
            kaart = ZipInfo(naam, _DAG)
            kaart.compress_type = ZIP_STORED if naam == eerst else ZIP_DEFLATED
            kaart.create_system = 3
            nieuw.writestr(kaart, oud.read(naam))
    return uit.getvalue()
