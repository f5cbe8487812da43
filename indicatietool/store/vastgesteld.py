"""Published versions: normen/vastgesteld.toml says which bytes belong to which version, for good.

Comes in: the path of a normenkader.toml and its bytes. Goes out: nothing, or a NormenkaderError when a
published version was changed. Entries are only ever added.
"""

import hashlib
import json
from datetime import date
from pathlib import Path

from pydantic import Field, ValidationError

from indicatietool.domain.base import Datum, Feit, Sleutel
from indicatietool.errors import NormenkaderError, Probleem
from indicatietool.store.atomic import write_durably
from indicatietool.store.problems import describe
from indicatietool.store.reading import parse_toml, read_bytes

REGISTER_FILE = "vastgesteld.toml"
_HEADING = (
    "# Vastgestelde versies van normenkaders. Elke regel is een vingerafdruk die niet meer verandert.\n"
    "# Toevoegen: indicatietool norm vaststellen PAD. Een wijziging van de norm is een nieuwe versie.\n"
)


class Vastgesteld(Feit):
    """Eén vastgestelde versie van een normenkader met haar vingerafdruk."""

    id: Sleutel
    versie: str = Field(max_length=20)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="vingerafdruk van normenkader.toml")
    datum: Datum = Field(description="dag waarop de versie is vastgelegd")


class Register(Feit):
    """Alle vastgestelde versies in één map met normenkaders."""

    vastgesteld: tuple[Vastgesteld, ...] = Field(default=(), max_length=2_000)

    def find(self, naam: str, versie: str) -> Vastgesteld | None:
        """Return the entry of a version, or None when it was never published."""
        return next((v for v in self.vastgesteld if (v.id, v.versie) == (naam, versie)), None)


def register_of(bestand: Path) -> Path:
    """Return where published versions are registered for a `<normen>/<id>/<versie>/normenkader.toml`."""
    return bestand.resolve().parent.parent.parent / REGISTER_FILE


def read_register(pad: Path) -> Register:
    """Return the published versions; none when there is no register.

    Raises:
        NormenkaderError: the register is damaged, or names a version twice.
    """
    if not pad.exists():
        return Register()
    inhoud = read_bytes(pad, NormenkaderError)
    data = parse_toml(inhoud, pad, NormenkaderError)
    try:
        register = Register.model_validate_json(json.dumps(data, default=str))
    except ValidationError as error:
        raise NormenkaderError(pad.name, describe(error, data, Register)) from None
    namen = [(v.id, v.versie) for v in register.vastgesteld]
    dubbel = sorted({naam for naam in namen if namen.count(naam) > 1})
    if dubbel:
        raise NormenkaderError(
            pad.name,
            tuple(
                Probleem("vastgesteld", f"{naam} {versie} staat er twee keer.", "Zet een kopie terug.")
                for naam, versie in dubbel
            ),
        )
    return register


def published_as(bestand: Path, naam: str, versie: str) -> Vastgesteld | None:
    """Return the entry that binds this file: by the name of its folders, or by the name inside it."""
    register = read_register(register_of(bestand))
    folder = bestand.resolve().parent
    return register.find(folder.parent.name, folder.name) or register.find(naam, versie)


def check_published(bestand: Path, inhoud: bytes, naam: str = "", versie: str = "") -> None:
    """Refuse a published version whose bytes are not those that were published.

    Args:
        bestand: the normenkader.toml; its folders name the version.
        inhoud: its bytes.
        naam: the id inside the file, once it is known.
        versie: the versie inside the file, once it is known.

    Raises:
        NormenkaderError: the file was changed after it was published.
    """
    vast = published_as(bestand, naam, versie)
    if vast is None or vast.sha256 == hashlib.sha256(inhoud).hexdigest():
        return
    raise NormenkaderError(
        bestand.name,
        (
            Probleem(
                "bestand",
                f"{vast.id} {vast.versie} is vastgesteld op {vast.datum:%d-%m-%Y} en daarna gewijzigd.",
                "Zet het vastgestelde bestand terug, of geef de nieuwe norm een nieuwe versie en map.",
            ),
        ),
    )


def publish(bestand: Path, naam: str, versie: str, sha256: str, vandaag: date) -> bool:
    """Add a version to the register; what is already in it stays as it is, to the byte.

    Args:
        bestand: the normenkader.toml, in `<normen>/<id>/<versie>/`.
        naam: the id of the kader.
        versie: its versie.
        sha256: fingerprint of the file.
        vandaag: the date to register.

    Returns:
        False when exactly this file was published before.

    Raises:
        NormenkaderError: the folders have other names, or another file was published as this version.
        OpslagError: the register can't be written.
    """
    folder = bestand.resolve().parent
    if (folder.parent.name, folder.name) != (naam, versie):
        _refuse(bestand, f"de map heet {folder.parent.name}/{folder.name}.", f"Noem haar {naam}/{versie}.")
    pad = register_of(bestand)
    bestaand = read_register(pad).find(naam, versie)
    if bestaand is not None:
        if bestaand.sha256 != sha256:
            _refuse(bestand, f"{naam} {versie} is al anders vastgesteld.", "Kies een nieuwe versie.")
        return False
    voor = pad.read_bytes() if pad.exists() else _HEADING.encode()
    regel = f'\n[[vastgesteld]]\nid = "{naam}"\nversie = "{versie}"\nsha256 = "{sha256}"\ndatum = {vandaag}\n'
    write_durably(pad, voor.rstrip(b"\r\n") + b"\n" + regel.encode())
    return True


def _refuse(bestand: Path, wat: str, remedie: str) -> None:
    raise NormenkaderError(bestand.name, (Probleem("vaststellen", wat, remedie),))
