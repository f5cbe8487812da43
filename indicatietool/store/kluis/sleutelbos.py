"""The key file: the data key of the kluis, wrapped once for each secret that may open it.

Comes in: the bytes of kluis.json, or a new key with a secret. Goes out: the data key, or a WachtwoordError or
IntegriteitError. Does not know where the file is.
"""

import secrets
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pydantic import Field, ValidationError, model_validator

from indicatietool.domain.base import Feit, Formaat
from indicatietool.domain.kluis import KluisSoort
from indicatietool.errors import (
    BestandError,
    IntegriteitError,
    NieuwereVersieError,
    OpslagError,
    WachtwoordError,
)
from indicatietool.store.kluis.canoniek import canonical, compact, fingerprint
from indicatietool.store.kluis.fouten import NO_MEMORY
from indicatietool.store.reading import Data, parse_json

FORMAAT: Literal[1] = 1
KEY_BYTES = 32
MAX_FILE = 64_000
_MAX_WACHTWOORD = 1_000
_SALT_BYTES, _NONCE_BYTES = 16, 12

DAMAGED = "Het sleutelbestand kluis.json is beschadigd; er is niets veranderd. Zet een kopie terug."
NEWER = "Deze kluis is van een nieuwere versie; er is niets veranderd. Werk de indicatietool bij."
_REFUSED = {
    "wachtwoord": "Het wachtwoord klopt niet. Probeer het opnieuw, of gebruik de herstelcode.",
    "herstelcode": "De herstelcode hoort niet bij deze kluis. Kijk of u het nieuwste papier hebt.",
}

SlotSoort = Literal["wachtwoord", "herstelcode"]


@dataclass(frozen=True, slots=True)
class Kdf:
    """Hoe zwaar het is om één wachtwoord te proberen (Argon2id).

    Args:
        geheugen_kib: memory, 8,192 (8 MiB) up to 1,048,576 (1 GiB).
        rondes: passes over the memory, 1 to 20.
        banen: lanes, 1 to 16.
    """

    geheugen_kib: int = 131_072
    rondes: int = 3
    banen: int = 4

    def derive(self, geheim: str, zout: bytes) -> bytes:
        """Return a 256-bit key from a secret; takes a good part of a second on purpose.

        Raises:
            OpslagError: the memory is not there.
        """
        kdf = Argon2id(
            salt=zout,
            length=KEY_BYTES,
            iterations=self.rondes,
            lanes=self.banen,
            memory_cost=self.geheugen_kib,
        )
        try:
            return kdf.derive(_normal(geheim))
        except MemoryError as error:
            raise OpslagError(NO_MEMORY) from error


STANDARD_KDF = Kdf()


def _base64(length: int) -> str:
    """Return the pattern of this many bytes in base64."""
    whole, rest = divmod(length, 3)
    tail = ("", "[AQgw]==", "[AEIMQUYcgkosw048]=")[rest]
    return rf"^[A-Za-z0-9+/]{{{whole * 4 + (0, 1, 2)[rest]}}}{tail}$"


class KdfGegevens(Feit):
    """Waarmee uit een wachtwoord een sleutel is gemaakt."""

    naam: Literal["argon2id"] = "argon2id"
    geheugen_kib: int = Field(ge=8_192, le=1_048_576)
    rondes: int = Field(ge=1, le=20)
    banen: int = Field(ge=1, le=16)
    zout: str = Field(pattern=_base64(_SALT_BYTES))

    def derive(self, geheim: str) -> bytes:
        """Return the key that belongs to a secret."""
        return Kdf(self.geheugen_kib, self.rondes, self.banen).derive(geheim, b64decode(self.zout))


class GeheimSlot(Feit):
    """De sleutel van de kluis, versleuteld met een wachtwoord of herstelcode."""

    soort: SlotSoort
    kdf: KdfGegevens
    nonce: str = Field(pattern=_base64(_NONCE_BYTES))
    sleutel: str = Field(pattern=_base64(KEY_BYTES + 16))


class OpenSlot(Feit):
    """De sleutel van een oefenkluis, voor iedereen te lezen."""

    soort: Literal["open"] = "open"
    sleutel: str = Field(pattern=_base64(KEY_BYTES))


Slot = Annotated[GeheimSlot | OpenSlot, Field(discriminator="soort")]


class Sleutelbos(Feit):
    """De inhoud van kluis.json: welke kluis dit is en wie hem mag openen."""

    formaat: Formaat = FORMAAT
    kluis: str = Field(pattern=r"^[0-9a-f]{32}$", description="willekeurig kenmerk van deze kluis")
    soort: KluisSoort
    database: str = Field(pattern=r"^dossiers(-[1-9][0-9]{0,2})?\.kluis$", description="het bestand ernaast")
    sloten: tuple[Slot, ...] = Field(min_length=1, max_length=2)

    @model_validator(mode="after")
    def _slots_fit(self) -> Self:
        soorten = [slot.soort for slot in self.sloten]
        is_open = soorten == ["open"]
        if is_open != (self.soort is KluisSoort.OEFEN) or len(set(soorten)) != len(soorten):
            raise ValueError("de sloten passen niet bij de soort; zet een kopie terug")
        if not is_open and "open" in soorten:
            raise ValueError("een echte kluis heeft geen open slot; zet een kopie terug")
        return self

    @property
    def vingerafdruk(self) -> str:
        """Return the SHA-256 over all but the name of the database, which changes when a copy is restored."""
        return fingerprint({naam: deel for naam, deel in self._json().items() if naam != "database"})

    def to_bytes(self) -> bytes:
        """Return the key file."""
        inhoud = self._json()
        return (compact({**inhoud, "controle": fingerprint(inhoud)}) + "\n").encode()

    def with_database(self, naam: str) -> "Sleutelbos":
        """Return the same keys for a database of another name."""
        return Sleutelbos(**{**dict(self), "database": naam})

    def with_slot(self, soort: SlotSoort, geheim: str, sleutel: bytes, kdf: Kdf) -> "Sleutelbos":
        """Return a key file in which this secret takes the place of the one of its kind."""
        slot = _wrap(self, soort, geheim, sleutel, kdf)
        andere = tuple(oud for oud in self.sloten if oud.soort not in (soort, "open"))
        return Sleutelbos(**{**dict(self), "sloten": (*andere, slot)})

    def unwrap(self, soort: SlotSoort, geheim: str) -> bytearray:
        """Return the data key.

        Raises:
            WachtwoordError: the secret does not fit.
        """
        slot = next((slot for slot in self.sloten if slot.soort == soort), None)
        if not isinstance(slot, GeheimSlot) or len(geheim) > _MAX_WACHTWOORD:
            raise WachtwoordError(_REFUSED[soort])
        sleutel = slot.kdf.derive(geheim)
        try:
            opened = AESGCM(sleutel).decrypt(
                b64decode(slot.nonce), b64decode(slot.sleutel), _bound_to(self, slot)
            )
        except InvalidTag:
            raise WachtwoordError(_REFUSED[soort]) from None
        return bytearray(opened)

    def open_key(self) -> bytearray:
        """Return the data key of an oefenkluis."""
        (slot,) = self.sloten
        return bytearray(b64decode(slot.sleutel))

    def _json(self) -> Data:
        return self.model_dump(mode="json")


def new_keys(wachtwoord: str, herstelcode: str, database: str, kdf: Kdf) -> tuple[Sleutelbos, bytearray]:
    """Return the key file of a new kluis, and its random data key."""
    sleutel = secrets.token_bytes(KEY_BYTES)
    kaal = Sleutelbos.model_construct(
        formaat=FORMAAT, kluis=secrets.token_hex(16), soort=KluisSoort.ECHT, database=database, sloten=()
    )
    bos = kaal.with_slot("wachtwoord", wachtwoord, sleutel, kdf)
    return bos.with_slot("herstelcode", herstelcode, sleutel, kdf), bytearray(sleutel)


def new_open_keys(database: str) -> tuple[Sleutelbos, bytearray]:
    """Return the key file of a new oefenkluis, and its random data key."""
    sleutel = secrets.token_bytes(KEY_BYTES)
    slot = OpenSlot(sleutel=b64encode(sleutel).decode())
    bos = Sleutelbos(kluis=secrets.token_hex(16), soort=KluisSoort.OEFEN, database=database, sloten=(slot,))
    return bos, bytearray(sleutel)


def parse_keys(inhoud: bytes) -> Sleutelbos:
    """Return the key file in these bytes.

    Raises:
        IntegriteitError: it is not as it was written.
        NieuwereVersieError: it has a newer format.
    """
    if len(inhoud) > MAX_FILE:
        raise IntegriteitError(DAMAGED)
    try:
        data = parse_json(inhoud, Path("kluis.json"), BestandError)
    except BestandError:
        raise IntegriteitError(DAMAGED) from None
    controle = data.pop("controle", None)
    if controle != fingerprint(data):
        raise IntegriteitError(DAMAGED)
    formaat = data.get("formaat")
    if type(formaat) is int and formaat > FORMAAT:
        raise NieuwereVersieError(NEWER)
    try:
        return Sleutelbos.model_validate_json(canonical(data))
    except ValidationError:
        raise IntegriteitError(DAMAGED) from None


def _wrap(bos: Sleutelbos, soort: SlotSoort, geheim: str, sleutel: bytes, kdf: Kdf) -> GeheimSlot:
    zout, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    slot = GeheimSlot(
        soort=soort,
        kdf=KdfGegevens(
            geheugen_kib=kdf.geheugen_kib,
            rondes=kdf.rondes,
            banen=kdf.banen,
            zout=b64encode(zout).decode(),
        ),
        nonce=b64encode(nonce).decode(),
        sleutel=b64encode(bytes(KEY_BYTES + 16)).decode(),
    )
    gesloten = AESGCM(slot.kdf.derive(geheim)).encrypt(nonce, sleutel, _bound_to(bos, slot))
    return slot.model_copy(update={"sleutel": b64encode(gesloten).decode()})


def _bound_to(bos: Sleutelbos, slot: GeheimSlot) -> bytes:
    """Return what a wrapped key can't be taken out of: this kluis and the parameters of this slot."""
    return canonical(
        {
            "formaat": bos.formaat,
            "kluis": bos.kluis,
            "soort": str(bos.soort),
            "slot": slot.model_dump(mode="json", exclude={"sleutel"}),
        }
    )


def _normal(geheim: str) -> bytes:
    """Return a secret as bytes, the same for each way a keyboard may send it.

    Bron: RFC 8265 §4.2 (OpaqueString): composed characters, and one kind of space.
    """
    spaces = "".join(" " if unicodedata.category(teken) == "Zs" else teken for teken in geheim)
    return unicodedata.normalize("NFC", spaces).encode("utf-8", "surrogatepass")
