"""The house style of the gemeenten: what came with the program, and the user's own file over it.

Comes in: paths. Goes out: checked Gemeenteprofielen with the bytes of their logo, or a HuisstijlError.
"""

import json
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from indicatietool.domain.gemeenteprofiel import Gemeenteprofiel, Gemeenteprofielen
from indicatietool.errors import HuisstijlError, Probleem
from indicatietool.store.problems import describe
from indicatietool.store.reading import parse_toml, read_bytes, refuse

BESTAND = "gemeenten.toml"
MAX_LOGO_BYTES = 300_000
MAX_LOGO_PIXELS = 3000
"""Widest and highest logo, in pixels."""

_PNG = b"\x89PNG\r\n\x1a\n"
_COLOUR_TYPES = {0, 2, 3, 4, 6}


@dataclass(frozen=True, slots=True)
class GeladenProfiel:
    """A profiel as it lies on disk, with the bytes of its logo; empty without one."""

    profiel: Gemeenteprofiel
    logo: bytes = b""


def load_profielen(*mappen: Path) -> Mapping[str, GeladenProfiel]:
    """Return the profielen by CBS code; a later folder goes before an earlier one, gemeente by gemeente.

    Args:
        mappen: folders that may hold a gemeenten.toml; one without is passed over.

    Raises:
        HuisstijlError: a file or a logo can't be used, with every problem of that file.
        OpslagError: the operating system refuses to read it.
    """
    bestanden = (pad for pad in (map_ / BESTAND for map_ in mappen) if pad.exists())
    return {geladen.profiel.code: geladen for pad in bestanden for geladen in read_profielen(pad)}


def read_profielen(pad: Path) -> tuple[GeladenProfiel, ...]:
    """Return the profielen of one file, each with its logo.

    Raises:
        HuisstijlError: the file or a logo beside it can't be used.
        OpslagError: the operating system refuses to read it.
    """
    data = parse_toml(read_bytes(pad, HuisstijlError), pad, HuisstijlError)
    try:
        bestand = Gemeenteprofielen.model_validate_json(json.dumps(data, default=str))
    except ValidationError as error:
        raise HuisstijlError(pad.name, describe(error, data, Gemeenteprofielen)) from None
    return tuple(
        GeladenProfiel(profiel, _read_logo(pad.parent / profiel.logo) if profiel.logo else b"")
        for profiel in bestand.gemeenten
    )


def is_logo(inhoud: bytes) -> bool:
    """Tell whether bytes are a PNG that a verslag can carry as a logo: whole, and not too large."""
    try:
        _check_png(inhoud)
    except (ValueError, struct.error, zlib.error):
        return False
    breed, hoog = struct.unpack(">II", inhoud[16:24])
    return len(inhoud) <= MAX_LOGO_BYTES and max(breed, hoog) <= MAX_LOGO_PIXELS


def _read_logo(pad: Path) -> bytes:
    inhoud = read_bytes(pad, HuisstijlError)
    if len(inhoud) > MAX_LOGO_BYTES:
        refuse(HuisstijlError, pad, "logo", "is groter dan 300 kB.", "Maak het plaatje kleiner.")
    try:
        _check_png(inhoud)
    except (ValueError, zlib.error) as error:
        probleem = Probleem("logo", "is geen PNG die te gebruiken is.", "Bewaar het plaatje opnieuw als PNG.")
        raise HuisstijlError(pad.name, (probleem,)) from error
    breed, hoog = struct.unpack(">II", inhoud[16:24])
    if max(breed, hoog) > MAX_LOGO_PIXELS:
        wat = f"is groter dan {MAX_LOGO_PIXELS} beeldpunten."
        refuse(HuisstijlError, pad, "logo", wat, "Maak het plaatje kleiner.")
    return inhoud


def _check_png(inhoud: bytes) -> None:
    """Refuse what is no whole PNG: signature, header, checksum of each part, and picture data that unpacks.

    Raises:
        ValueError: it is no PNG, is cut off or damaged, or would unpack to more than it says.
    """
    delen = tuple(_chunks(inhoud))
    if not delen or (delen[0][0], delen[-1][0], len(delen[0][1])) != (b"IHDR", b"IEND", 13):
        raise ValueError("no header or no end")
    breed, hoog, diepte, kleur, *_ = struct.unpack(">IIBBBBB", delen[0][1])
    if not breed or not hoog or diepte not in {1, 2, 4, 8, 16} or kleur not in _COLOUR_TYPES:
        raise ValueError("an impossible header")
    most = hoog * (breed * 8 + 8) + 8
    beeld = zlib.decompressobj()
    uitgepakt = beeld.decompress(b"".join(deel for soort, deel in delen if soort == b"IDAT"), most + 1)
    if not uitgepakt or len(uitgepakt) > most or not beeld.eof:
        raise ValueError("picture data does not unpack")


def _chunks(inhoud: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not inhoud.startswith(_PNG):
        raise ValueError("no signature")
    plek = len(_PNG)
    while plek < len(inhoud):
        kop = inhoud[plek : plek + 8]
        if len(kop) < 8:
            raise ValueError("cut off")
        lengte = int.from_bytes(kop[:4], "big")
        eind = plek + 8 + lengte
        deel, som = inhoud[plek + 8 : eind], inhoud[eind : eind + 4]
        if len(deel) != lengte or som != zlib.crc32(kop[4:] + deel).to_bytes(4, "big"):
            raise ValueError("cut off or damaged")
        yield kop[4:], deel
        plek = eind + 4
