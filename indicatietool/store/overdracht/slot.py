"""A wachtwoord on a file that leaves the laptop: Argon2id makes a key, AES-256-GCM does the rest.

Comes in: bytes and a wachtwoord. Goes out: the other. The header says how the key was made and is bound to
the content; a random key for the content is wrapped with the one from the wachtwoord, so that a wrong
wachtwoord and a damaged file are told apart.
"""

import secrets
from base64 import b64decode, b64encode
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import Field, ValidationError

from indicatietool.domain.base import Feit, Formaat
from indicatietool.errors import BestandError, IntegriteitError, NieuwereVersieError, WachtwoordError
from indicatietool.store.kluis.canoniek import canonical, fingerprint
from indicatietool.store.kluis.sleutelbos import KEY_BYTES, Kdf, KdfGegevens
from indicatietool.store.reading import Data, parse_json

MAGIC = b"INDICATIE-SLOT\n"
_LENGTH_BYTES = 4
_MAX_HEADER = 4_000
_NONCE_BYTES, _SALT_BYTES = 12, 16
_BASE64 = r"^[A-Za-z0-9+/]+={0,2}$"

WRONG = "Het wachtwoord past niet op dit bestand. Vraag de afzender om het wachtwoord."


class _Kop(Feit):
    formaat: Formaat = 1
    kdf: KdfGegevens
    sleutel_nonce: str = Field(pattern=_BASE64, min_length=16, max_length=16)
    sleutel: str = Field(pattern=_BASE64, min_length=64, max_length=64)
    nonce: str = Field(pattern=_BASE64, min_length=16, max_length=16)

    def bound(self) -> bytes:
        """Return what the wrapped key can't be taken out of: all parameters but itself."""
        return canonical(self.model_dump(mode="json", exclude={"sleutel"}))

    def to_bytes(self) -> bytes:
        inhoud = self.model_dump(mode="json")
        return canonical({**inhoud, "controle": fingerprint(inhoud)})


def is_closed(inhoud: bytes) -> bool:
    """Tell whether there is a wachtwoord on a file."""
    return inhoud.startswith(MAGIC)


def close_with(wachtwoord: str, inhoud: bytes, kdf: Kdf) -> bytes:
    """Return bytes that only the wachtwoord opens; each time others."""
    sleutel, zout = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(_SALT_BYTES)
    sleutel_nonce, nonce = secrets.token_bytes(_NONCE_BYTES), secrets.token_bytes(_NONCE_BYTES)
    gegevens = KdfGegevens(
        geheugen_kib=kdf.geheugen_kib, rondes=kdf.rondes, banen=kdf.banen, zout=_text(zout)
    )
    kop = _Kop(
        kdf=gegevens,
        sleutel_nonce=_text(sleutel_nonce),
        sleutel=_text(bytes(KEY_BYTES + 16)),
        nonce=_text(nonce),
    )
    gesloten = AESGCM(gegevens.derive(wachtwoord)).encrypt(sleutel_nonce, sleutel, kop.bound())
    hoofd = kop.model_copy(update={"sleutel": _text(gesloten)}).to_bytes()
    begin = MAGIC + len(hoofd).to_bytes(_LENGTH_BYTES, "big") + hoofd
    return begin + AESGCM(sleutel).encrypt(nonce, inhoud, begin)


def open_with(wachtwoord: str, gesloten: bytes, naam: str) -> bytes:
    """Return the bytes that were closed.

    Args:
        wachtwoord: that of the sender.
        gesloten: the file.
        naam: its name, for a message.

    Raises:
        WachtwoordError: the wachtwoord does not fit.
        IntegriteitError: the file was damaged or changed.
        NieuwereVersieError: a newer program closed it.
    """
    plek = len(MAGIC) + _LENGTH_BYTES
    lengte = int.from_bytes(gesloten[len(MAGIC) : plek], "big")
    if len(gesloten) < plek or lengte > _MAX_HEADER:
        raise IntegriteitError(_damaged(naam))
    begin = gesloten[: plek + lengte]
    kop = _read_header(begin[plek:], naam)
    try:
        sleutel = AESGCM(kop.kdf.derive(wachtwoord)).decrypt(
            b64decode(kop.sleutel_nonce), b64decode(kop.sleutel), kop.bound()
        )
    except InvalidTag:
        raise WachtwoordError(f"{naam}: {WRONG}") from None
    try:
        return AESGCM(sleutel).decrypt(b64decode(kop.nonce), gesloten[len(begin) :], begin)
    except InvalidTag:
        raise IntegriteitError(_damaged(naam)) from None


def _read_header(hoofd: bytes, naam: str) -> _Kop:
    try:
        data: Data = parse_json(hoofd, Path(naam), BestandError)
    except BestandError:
        raise IntegriteitError(_damaged(naam)) from None
    controle, formaat = data.pop("controle", None), data.get("formaat")
    if controle != fingerprint(data):
        raise IntegriteitError(_damaged(naam))
    if type(formaat) is int and formaat > 1:
        raise NieuwereVersieError(newer(naam))
    try:
        return _Kop.model_validate_json(canonical(data))
    except ValidationError:
        raise IntegriteitError(_damaged(naam)) from None


def newer(naam: str) -> str:
    """Return what to say of a file that a newer program made."""
    return f"{naam} is gemaakt met een nieuwere versie en is niet gewijzigd. Werk de indicatietool bij."


def _damaged(naam: str) -> str:
    return f"{naam} is beschadigd of veranderd en niet ingelezen. Vraag de afzender om een nieuw bestand."


def _text(inhoud: bytes) -> str:
    return b64encode(inhoud).decode()
