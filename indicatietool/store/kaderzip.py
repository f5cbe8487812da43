"""A normenkader that was sent as a zip: only its own files, within limits, in a folder that goes again.

Comes in: a zip that anyone may have made. Goes out: a folder to read in. Checks names and sizes, no contents.
"""

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from indicatietool.errors import NormenkaderError, OpslagError, Probleem
from indicatietool.store.normenkaders import KADER_FILE
from indicatietool.store.oorzaak import in_dutch
from indicatietool.store.overdracht.vorm import KADER_FILES, MAX_FILE, MAX_PART, MAX_PARTS, MAX_TOTAL


@contextmanager
def unzipped(pad: Path) -> Iterator[Path]:
    """Give the kader in a zip as a folder.

    Args:
        pad: a zip with normenkader.toml, at the top or in a folder; what does not belong to a kader is left
        out.

    Raises:
        NormenkaderError: no zip, no kader in it, more than one, or too large.
        OpslagError: it can't be read.
    """
    with tempfile.TemporaryDirectory(prefix="indicatietool-") as tijdelijk:
        folder = Path(tijdelijk) / "kader"
        try:
            if pad.stat().st_size > MAX_FILE:
                raise _refused(pad, "is te groot.")
            with zipfile.ZipFile(pad) as archief:
                _unfold(pad, archief, folder)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise _refused(pad, "is geen zip-bestand dat te lezen is.") from error
        except OSError as error:
            raise OpslagError(f"{pad.name} is niet te lezen ({in_dutch(error)}).") from error
        yield folder


def _unfold(pad: Path, archief: zipfile.ZipFile, folder: Path) -> None:
    namen = {PurePosixPath(info.filename): info for info in archief.infolist()}
    toppen = [naam.parent for naam in namen if naam.name == KADER_FILE]
    if len(toppen) != 1:
        raise _refused(pad, f"bevat niet precies één {KADER_FILE}.")
    delen = {
        str(naam.relative_to(toppen[0])): info
        for naam, info in namen.items()
        if naam.is_relative_to(toppen[0]) and KADER_FILES.fullmatch(str(naam.relative_to(toppen[0])))
    }
    te_veel = sum(info.file_size for info in delen.values()) > MAX_TOTAL or len(delen) > MAX_PARTS
    if te_veel or any(info.file_size > MAX_PART for info in delen.values()):
        raise _refused(pad, "is uitgepakt te groot.")
    for naam, info in delen.items():
        doel = folder / naam
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(_bounded(pad, archief, info))


def _bounded(pad: Path, archief: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return one file, read no further than its limit: the size in a zip may be a lie."""
    with archief.open(info) as bron:
        inhoud = bron.read(MAX_PART + 1)
    if len(inhoud) > MAX_PART:
        raise _refused(pad, "is uitgepakt te groot.")
    return inhoud


def _refused(pad: Path, wat: str) -> NormenkaderError:
    remedie = "Vraag om een zip met de map van één normenkader."
    return NormenkaderError(pad.name, (Probleem("zip", wat, remedie),))
