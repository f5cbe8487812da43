"""A file is replaced whole and durably, or not at all.

Bron: betrouwbaarheid.md, "write, fsync, replace, fsync of the folder": 0 lost in 900 power cuts.
"""

import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from indicatietool.errors import InvoerError, OpslagError
from indicatietool.store.oorzaak import in_dutch, way_out

_BEGIN, _END = ".indicatietool-", ".tmp"
"""The name of a file that is being written tells nothing of what is in it."""

_ABANDONED_AFTER = 3_600
"""Seconds after which nobody can still be writing it."""


def write_durably(pad: Path, inhoud: bytes) -> None:
    """Write a file so that it holds either the old or the new content, also after a power cut.

    Raises:
        OpslagError: the disk is full, read-only or gone; the message says which content there is now.
        InvoerError: no file can have this name, or it belongs to a device or the like.
    """
    _require_name(pad)
    _require_ordinary(pad)
    tijdelijk: Path | None = None
    try:
        pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, naam = tempfile.mkstemp(dir=pad.parent, prefix=_BEGIN, suffix=_END)
        tijdelijk = Path(naam)
        with os.fdopen(handle, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.replace(pad)
    except OSError as error:
        if tijdelijk is not None:
            with suppress(OSError):
                tijdelijk.unlink(missing_ok=True)
        staat = "Het vorige bestand is er nog." if is_there(pad) else "Er is niets gemaakt."
        raise OpslagError(
            f"{pad.name} kon niet worden bewaard ({in_dutch(error)}). {staat} {way_out(error)}"
        ) from error
    try:
        sync_folder(pad.parent)
    except OSError as error:
        raise OpslagError(
            f"{pad.name} is geschreven, maar of het na een stroomstoring blijft staan, is niet zeker "
            f"({in_dutch(error)}). Controleer de schijf en bewaar het nog een keer."
        ) from error
    _sweep(pad.parent)


def is_there(pad: Path) -> bool:
    """Tell whether something has this name; what can't be a name is not there."""
    try:
        return pad.exists()
    except OSError:
        return False


def _require_name(pad: Path) -> None:
    try:
        possible = "\0" not in os.fsdecode(os.fsencode(pad))
    except UnicodeEncodeError:
        possible = False
    if not possible:
        raise InvoerError("In deze bestandsnaam staat een teken dat daar niet kan. Kies een andere naam.")


def _require_ordinary(pad: Path) -> None:
    """Refuse the place of a device, a pipe or a socket: it would be gone."""
    try:
        soort = pad.stat().st_mode
    except OSError:
        return
    if not (stat.S_ISREG(soort) or stat.S_ISDIR(soort)):
        raise InvoerError(f"{pad.name} is geen gewoon bestand en blijft zoals het is. Kies een andere naam.")


def unfinished(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder that were being written, or still are."""
    return folder.glob(f"{_BEGIN}*{_END}")


def _sweep(folder: Path) -> None:
    """Remove what a killed program left half-written: it may hold what should be read by nobody."""
    with suppress(OSError):
        for rest in unfinished(folder):
            if time.time() - rest.stat().st_mtime > _ABANDONED_AFTER:
                rest.unlink()


def sync_folder(folder: Path) -> None:
    """Put on disk which names are in a folder; does nothing where the system can't (Windows).

    Raises:
        OSError: the folder is gone or the disk fails.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
