"""A zip from outside back to a Pakket, trusting nothing in it.

Counted while reading, never believed from a header: the number of parts, their bytes and how far they unfold.
Only names that we write ourselves, each once; every part must have the sha256 that the manifest says.
"""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn, cast

from pydantic import Field, ValidationError

from indicatietool.domain.base import Feit, Formaat, KorteTekst, Sleutel
from indicatietool.domain.kluis import Gebeurtenis, GebeurtenisSoort, Json
from indicatietool.errors import IntegriteitError, NieuwereVersieError, OverdrachtError
from indicatietool.store.dossiers import dossier_from_json
from indicatietool.store.kluis.canoniek import read_moment, sha256_of
from indicatietool.store.kluis.wijzigingen import from_json
from indicatietool.store.overdracht.pakket import NORMENKADER, Pakket
from indicatietool.store.overdracht.slot import newer
from indicatietool.store.overdracht.vorm import (
    DOSSIER,
    FORMAAT,
    GESCHIEDENIS,
    KADER,
    MANIFEST,
    MAX_FILE,
    MAX_PART,
    MAX_PARTS,
    MAX_TOTAL,
    PARTS,
    VERANTWOORDING,
)
from indicatietool.store.problems import describe
from indicatietool.store.reading import Data, parse_json, refuse

MAX_UNFOLD = 100
"""How many times larger a part may become than what stands in the file."""
_CHUNK = 64_000
_SMALL = 10_000
"""Up to this many bytes a part may unfold as it likes: a page of spaces is no bomb."""
_END = struct.Struct("<4s4H2LH")
_ENTRY = 46 + 120
"""Most bytes of one entry in the list of a zip: our longest name, and nothing extra."""
_ENCRYPTED = 0x1 | 0x40
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises for a zip that is not well made."""


class _Manifest(Feit):
    formaat: Formaat
    programma: KorteTekst
    dossier: Sleutel
    onderdelen: Mapping[str, str] = Field(min_length=1, max_length=MAX_PARTS)


def unpack(inhoud: bytes, naam: str) -> Pakket:
    """Return the Pakket in a zip.

    Args:
        inhoud: the zip, not encrypted.
        naam: how it is called in a message.

    Raises:
        OverdrachtError: it is no zip of ours, or too large.
        IntegriteitError: a part was damaged, changed, added or taken out.
        NieuwereVersieError: a newer program made it.
        DossierError: the dossier in it can't be used.
    """
    pad = Path(naam)
    delen = _read_parts(inhoud, pad)
    manifest = _read_manifest(delen.pop(MANIFEST, None), pad)
    if {deel: sha256_of(bytes_) for deel, bytes_ in delen.items()} != dict(manifest.onderdelen):
        raise IntegriteitError(_changed(naam))
    for nodig in (DOSSIER, KADER + NORMENKADER):
        if nodig not in delen:
            _refuse(pad, nodig, "ontbreekt.")
    dossier = dossier_from_json(delen[DOSSIER], pad)
    if dossier.nummer != manifest.dossier:
        raise IntegriteitError(_changed(naam))
    kader = {deel.removeprefix(KADER): bytes_ for deel, bytes_ in delen.items() if deel.startswith(KADER)}
    proof = delen.get(VERANTWOORDING)
    return Pakket(
        dossier=dossier,
        dossier_json=delen[DOSSIER],
        kader=MappingProxyType(kader),
        verantwoording=cast(dict[str, Json], _json(proof, pad)) if proof is not None else None,
        geschiedenis=_read_history(delen.get(GESCHIEDENIS), pad),
        programmaversie=manifest.programma,
    )


def _read_parts(inhoud: bytes, pad: Path) -> dict[str, bytes]:
    if len(inhoud) > MAX_FILE:
        _refuse(pad, "bestand", f"is groter dan {MAX_FILE // 1_000_000} MB.")
    _check_end(inhoud, pad)
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as archief:
            lijst = archief.infolist()
            _check_list(lijst, pad)
            return _unfolded(archief, lijst, pad)
    except _BROKEN:
        _refuse(pad, "bestand", "is beschadigd of geen overdrachtsbestand.")


def _check_end(inhoud: bytes, pad: Path) -> None:
    """Refuse what is no plain zip from the first byte to the last: nothing before, between or behind it.

    The list of parts is at the end and says itself how long it is; only a short one is ever read.
    """
    plek = len(inhoud) - _END.size
    if plek < 0 or not inhoud.startswith(b"PK\x03\x04"):
        _refuse(pad, "bestand", "is geen overdrachtsbestand.")
    teken, schijf, eerste, hier, alle, grootte, begin, opmerking = _END.unpack_from(inhoud, plek)
    is_plain = teken == b"PK\x05\x06" and not (schijf or eerste or opmerking) and hier == alle
    if not is_plain or begin + grootte != plek:
        _refuse(pad, "bestand", "is beschadigd of geen overdrachtsbestand.")
    if alle > MAX_PARTS or grootte > MAX_PARTS * _ENTRY:
        _refuse(pad, "bestand", f"heeft meer dan {MAX_PARTS} onderdelen.")


def _check_list(lijst: list[zipfile.ZipInfo], pad: Path) -> None:
    namen = [deel.filename for deel in lijst]
    if len(namen) != len(set(namen)):
        _refuse(pad, "onderdelen", "een naam staat er twee keer.")
    for deel in lijst:
        if deel.orig_filename != deel.filename or not PARTS.fullmatch(deel.filename):
            _refuse(pad, "onderdelen", "er zit iets in wat er niet hoort.")
        if deel.flag_bits & _ENCRYPTED:
            _refuse(pad, deel.filename, "heeft een zip-wachtwoord; dat kent dit programma niet.")
        soort = deel.external_attr >> 28
        if deel.is_dir() or soort not in (0, 0o10):
            _refuse(pad, deel.filename, "is geen gewoon bestand.")
        if deel.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            _refuse(pad, deel.filename, "is ingepakt op een manier die dit programma niet kent.")


def _unfolded(archief: zipfile.ZipFile, lijst: list[zipfile.ZipInfo], pad: Path) -> dict[str, bytes]:
    delen: dict[str, bytes] = {}
    ruimte = MAX_TOTAL
    for deel in lijst:
        most = min(MAX_PART, ruimte, max(_SMALL, MAX_UNFOLD * deel.compress_size))
        inhoud = bytearray()
        try:
            with archief.open(deel) as stroom:
                while stuk := stroom.read(_CHUNK):
                    inhoud += stuk
                    if len(inhoud) > most:
                        _refuse(pad, deel.filename, "is te groot.")
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise IntegriteitError(_changed(pad.name)) from None
        if len(inhoud) != deel.file_size:
            raise IntegriteitError(_changed(pad.name))
        delen[deel.filename] = bytes(inhoud)
        ruimte -= len(inhoud)
    return delen


def _read_manifest(inhoud: bytes | None, pad: Path) -> _Manifest:
    if inhoud is None:
        _refuse(pad, MANIFEST, "ontbreekt.")
    data = _json(inhoud, pad)
    formaat = data.get("formaat")
    if type(formaat) is int and formaat > FORMAAT:
        raise NieuwereVersieError(newer(pad.name))
    try:
        return _Manifest.model_validate_json(inhoud)
    except ValidationError as error:
        raise OverdrachtError(pad.name, describe(error, data, _Manifest)) from None


def _read_history(inhoud: bytes | None, pad: Path) -> tuple[Gebeurtenis, ...]:
    if inhoud is None:
        return ()
    try:
        gebeurtenissen = cast(list[dict[str, Json]], _json(inhoud, pad)["gebeurtenissen"])
        return tuple(_event(deel) for deel in gebeurtenissen)
    except (KeyError, TypeError, ValueError, AttributeError):
        _refuse(pad, GESCHIEDENIS, "is niet te lezen.")


def _event(data: dict[str, Json]) -> Gebeurtenis:
    return Gebeurtenis(
        dossier=str(data["dossier"]),
        volg=int(cast(int, data["volg"])),
        moment=read_moment(str(data["moment"])),
        actor=str(data["actor"]),
        soort=GebeurtenisSoort(str(data["soort"])),
        wat=str(data["wat"]),
        waarom=str(data["waarom"]),
        van=cast(int | None, data["van"]),
        wijzigingen=from_json(cast(list[dict[str, Json]], data["wijzigingen"])),
    )


def _json(inhoud: bytes, pad: Path) -> Data:
    return parse_json(inhoud, pad, OverdrachtError)


def _changed(naam: str) -> str:
    return (
        f"{naam}: de inhoud past niet bij de inhoudsopgave; het bestand is veranderd. "
        "Er is niets ingelezen. Vraag de afzender om een nieuw bestand."
    )


def _refuse(pad: Path, plaats: str, wat: str) -> NoReturn:
    refuse(OverdrachtError, pad, plaats, wat, "Vraag de afzender om een nieuw bestand.")
