"""A file is replaced whole and durably, or not at all.

Bron: betrouwbaarheid.md, "write, fsync, replace, fsync of the folder": 0 lost in 900 power cuts.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from indicatietool.errors import OpslagError


def write_durably(pad: Path, inhoud: bytes) -> None:
    """Write a file so that it holds either the old or the new content, also after a power cut.

    Raises:
        OpslagError: the disk is full, read-only or gone; the old file is still there.
    """
    tijdelijk: Path | None = None
    try:
        pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, naam = tempfile.mkstemp(dir=pad.parent, prefix=".", suffix=".tmp")
        tijdelijk = Path(naam)
        with os.fdopen(handle, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.replace(pad)
        _sync_folder(pad.parent)
    except OSError as error:
        if tijdelijk is not None:
            with suppress(OSError):
                tijdelijk.unlink(missing_ok=True)
        raise OpslagError(
            f"{pad.name} kon niet worden bewaard ({error.strerror}). Het vorige bestand is er nog. "
            "Maak ruimte op de schijf of kies een andere map."
        ) from error


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
