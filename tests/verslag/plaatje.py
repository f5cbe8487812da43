"""A small PNG, made here: one colour, as wide and high as asked."""

import struct
import zlib


def png(breed: int, hoog: int, kleur: tuple[int, int, int] = (11, 83, 148)) -> bytes:
    """Return the bytes of a PNG of one colour."""
    beeld = b"".join(b"\0" + bytes(kleur) * breed for _ in range(hoog))
    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    delen = ((b"IHDR", kop), (b"IDAT", zlib.compress(beeld)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(soort, inhoud) for soort, inhoud in delen)


def _chunk(soort: bytes, inhoud: bytes) -> bytes:
    som = zlib.crc32(soort + inhoud)
    return len(inhoud).to_bytes(4, "big") + soort + inhoud + som.to_bytes(4, "big")
