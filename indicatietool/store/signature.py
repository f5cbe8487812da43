"""Who published this normenkader? A minisign signature beside the file, against one public key.

Comes in: a normenkader.toml with its bytes, and the key of the organisation from the settings. Goes out:
signed, not signed, or no key configured; a signature that is there and wrong is a NormenkaderError.

Bron: minisign's file format (https://jedisct1.github.io/minisign/): Ed25519 over the file ("Ed") or over
its BLAKE2b-512 ("ED"), and a second signature over the first and the trusted comment.
"""

import base64
import binascii
import hashlib
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from indicatietool.errors import InvoerError, NormenkaderError, Probleem
from indicatietool.paths import user_folder
from indicatietool.store.reading import read_bytes

SETTINGS_FILE = "indicatietool.toml"
KEY_VARIABLE = "INDICATIETOOL_PUBLIEKE_SLEUTEL"
SIGNATURE_SUFFIX = ".minisig"

_PLAIN, _PREHASHED = b"Ed", b"ED"
_TRUSTED = b"trusted comment: "


@dataclass(frozen=True, slots=True)
class PubliekeSleutel:
    """De publieke sleutel waarmee een organisatie haar normenkaders laat herkennen."""

    nummer: bytes
    sleutel: bytes

    @classmethod
    def read(cls, tekst: str) -> "PubliekeSleutel":
        """Return the key in minisign's notation: the line that starts with RW, or the whole file.

        Raises:
            InvoerError: it is no minisign key.
        """
        regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
        ruw = _decoded(regels[-1].encode()) if regels else None
        if ruw is None or len(ruw) != 42 or ruw[:2] != _PLAIN:
            raise InvoerError(
                "De publieke sleutel voor normenkaders is niet te gebruiken. "
                "Neem de regel over die met RW begint uit het bestand minisign.pub."
            )
        return cls(ruw[2:10], ruw[10:])


def configured_key() -> PubliekeSleutel | None:
    """Return the key that kaders must be signed with on this laptop, or None when none is set.

    The environment goes before `indicatietool.toml` in the user's folder:
    `[normen]` with `publieke_sleutel = "RW…"`.

    Raises:
        InvoerError: the setting can't be read; without it a kader would pass unchecked.
    """
    tekst = os.environ.get(KEY_VARIABLE) or _key_in_settings(user_folder() / SETTINGS_FILE)
    return PubliekeSleutel.read(tekst) if tekst else None


def is_signed(bestand: Path, inhoud: bytes, sleutel: PubliekeSleutel | None) -> bool | None:
    """Tell whether a normenkader was signed by the organisation.

    Args:
        bestand: the normenkader.toml; the signature stands beside it.
        inhoud: its bytes.
        sleutel: the key of the organisation.

    Returns:
        None when no key is set; False when there is no signature.

    Raises:
        NormenkaderError: there is a signature, but not of this file by this key.
    """
    if sleutel is None:
        return None
    teken = bestand.with_name(bestand.name + SIGNATURE_SUFFIX)
    if not teken.exists():
        return False
    bezwaar = _objection(read_bytes(teken, NormenkaderError), inhoud, sleutel)
    if bezwaar:
        raise NormenkaderError(
            bestand.name,
            (Probleem(teken.name, bezwaar, "Haal kader en handtekening opnieuw op bij de beheerder."),),
        )
    return True


def _objection(teken: bytes, inhoud: bytes, sleutel: PubliekeSleutel) -> str:
    """Return why a signature does not count; empty when it does."""
    regels = [regel.rstrip(b"\r") for regel in teken.rstrip(b"\r\n").split(b"\n")]
    if len(regels) != 4 or not regels[2].startswith(_TRUSTED):
        return "dit is geen minisign-handtekening."
    eerste, tweede = _decoded(regels[1]), _decoded(regels[3])
    if eerste is None or tweede is None or len(eerste) != 74 or len(tweede) != 64:
        return "deze handtekening is beschadigd."
    soort, nummer, handtekening = eerste[:2], eerste[2:10], eerste[10:]
    if soort not in (_PLAIN, _PREHASHED):
        return "deze soort handtekening is onbekend."
    if nummer != sleutel.nummer:
        return "deze handtekening is met een andere sleutel gezet."
    getekend = inhoud if soort == _PLAIN else hashlib.blake2b(inhoud).digest()
    if not _verifies(sleutel, handtekening, getekend):
        return "deze handtekening hoort niet bij dit bestand; het is daarna gewijzigd."
    if not _verifies(sleutel, tweede, handtekening + regels[2].removeprefix(_TRUSTED)):
        return "de toelichting bij deze handtekening is gewijzigd."
    return ""


def _verifies(sleutel: PubliekeSleutel, handtekening: bytes, getekend: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature  # loaded only where a key is set
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(sleutel.sleutel).verify(handtekening, getekend)
    except (InvalidSignature, ValueError):
        return False
    return True


def _decoded(regel: bytes) -> bytes | None:
    try:
        return base64.b64decode(regel, validate=True)
    except binascii.Error:
        return None


def _key_in_settings(pad: Path) -> str:
    if not pad.exists():
        return ""
    try:
        normen = tomllib.loads(pad.read_text("utf-8")).get("normen", {"publieke_sleutel": ""})
        sleutel = normen.get("publieke_sleutel")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, AttributeError):
        sleutel = None
    if not isinstance(sleutel, str):
        raise InvoerError(
            f'{pad}: deze instellingen zijn niet te lezen. Schrijf onder [normen]: publieke_sleutel = "RW…".'
        )
    return sleutel
