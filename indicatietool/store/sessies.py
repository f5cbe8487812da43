"""Sessions of a group that were kept, one small file each: figures of the group, and no uitslagen.

Comes in: a Sessie and a folder. Goes out: a file, or all sessions in the order of their days. A file that
can't be read is named and left as it is.
"""

import hashlib
import json
from pathlib import Path

from pydantic import ValidationError

from indicatietool.domain.kalibratie import Sessie
from indicatietool.errors import IndicatietoolError, OpslagError, UitslagError
from indicatietool.store.atomic import write_durably
from indicatietool.store.oorzaak import in_dutch
from indicatietool.store.problems import describe
from indicatietool.store.reading import parse_json, read_bytes

MAX_FILE = 400_000
MAX_FILES = 2_000
SUFFIX = ".sessie"


def keep_sessie(folder: Path, sessie: Sessie) -> Path:
    """Keep a session durably and return its file; the same session twice is one file.

    Raises:
        OpslagError: it can't be written.
    """
    inhoud = (json.dumps(sessie.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode()
    pad = folder / f"{sessie.datum}-{hashlib.sha256(inhoud).hexdigest()[:12]}{SUFFIX}"
    write_durably(pad, inhoud)
    return pad


def read_sessie(pad: Path) -> Sessie:
    """Return the session in a file.

    Raises:
        UitslagError: it can't be used.
        OpslagError: it can't be read.
    """
    data = parse_json(read_bytes(pad, UitslagError, MAX_FILE), pad, UitslagError)
    try:
        return Sessie.model_validate_json(json.dumps(data))
    except ValidationError as error:
        raise UitslagError(pad.name, describe(error, data, Sessie)) from None


def read_sessies(folder: Path) -> tuple[tuple[tuple[Path, Sessie], ...], tuple[str, ...]]:
    """Return the sessions in a folder by day, oldest first, and why some files were left out."""
    gelezen: list[tuple[Path, Sessie]] = []
    fouten: list[str] = []
    for pad in sorted(folder.glob(f"*{SUFFIX}"))[:MAX_FILES]:
        try:
            gelezen.append((pad, read_sessie(pad)))
        except IndicatietoolError as error:
            fouten.append(str(error))
    return tuple(sorted(gelezen, key=lambda paar: (paar[1].datum, paar[0].name))), tuple(fouten)


def remove_sessie(pad: Path) -> None:
    """Remove a session; one that is gone already is no mistake.

    Raises:
        OpslagError: the disk refuses.
    """
    try:
        pad.unlink(missing_ok=True)
    except OSError as error:
        raise OpslagError(
            f"De sessie kon niet worden verwijderd ({in_dutch(error)}). Controleer de schijf."
        ) from error
