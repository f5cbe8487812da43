"""An Excel file from outside, read with suspicion: limits before openpyxl sees it, then plain cells.

Comes in: a path. Goes out: per sheet the rows of cells. Knows no normenkader.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from indicatietool.errors import NormenkaderError
from indicatietool.store.reading import read_bytes, refuse
from indicatietool.store.workbook.cells import CelError, Waarde, unescape

MAX_PARTS = 300
MAX_UNPACKED = 48_000_000
MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_SHEETS = 300

REKENBLAD = "Rekenblad"
UITLEG = "Uitleg"


@dataclass(frozen=True, slots=True)
class Gelezen:
    """Eén cel zoals zij in de werkmap staat: een waarde, of waarom zij niet te lezen is."""

    plek: str
    waarde: Waarde
    fout: CelError | None = None


Rij = tuple[Gelezen, ...]


def read_grid(pad: Path) -> dict[str, tuple[Rij, ...]]:
    """Return the rows of every sheet of a workbook, without the uitleg and the rekenbladen.

    Raises:
        NormenkaderError: it is no workbook, or over a limit.
        OpslagError: it can't be read.
    """
    inhoud = read_bytes(pad, NormenkaderError)
    _check_zip(inhoud, pad)
    from openpyxl import load_workbook

    try:
        werkmap = load_workbook(io.BytesIO(inhoud), read_only=True, keep_links=False)
        if len(werkmap.worksheets) > MAX_SHEETS:
            _refuse(pad, "bestand", "het heeft te veel bladen.", "Haal bladen weg die u niet nodig hebt.")
        return {
            str(blad.title): tuple(_rows(blad, pad))
            for blad in werkmap.worksheets
            if blad.title != UITLEG and not blad.title.startswith(REKENBLAD)
        }
    except NormenkaderError:
        raise
    except Exception:  # openpyxl raises anything on a file that only looks like a workbook
        _refuse(pad, "bestand", "deze werkmap is beschadigd.", "Open haar in Excel en bewaar haar opnieuw.")


def letter(kolom: int) -> str:
    """Return the letters of a column, counted from 1.

    >>> letter(1), letter(27)
    ('A', 'AA')
    """
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _check_zip(inhoud: bytes, pad: Path) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            delen = pak.infolist()
            if len(delen) > MAX_PARTS or sum(deel.file_size for deel in delen) > MAX_UNPACKED:
                _refuse(
                    pad, "bestand", "het is uitgepakt te groot.", "Controleer of dit de goede werkmap is."
                )
            if any("vbaProject" in deel.filename for deel in delen):
                _refuse(pad, "bestand", "het bevat macro's.", "Bewaar het als gewone werkmap (.xlsx).")
            for deel in delen:
                kaal = pak.read(deel).replace(b"\0", b"")
                if b"<!DOCTYPE" in kaal or b"<!ENTITY" in kaal:
                    _refuse(pad, "bestand", "het bevat een onveilig onderdeel.", "Maak de werkmap opnieuw.")
            if "xl/workbook.xml" not in pak.namelist():
                raise zipfile.BadZipFile
    except NormenkaderError:
        raise
    except Exception:  # zipfile raises anything: wrong offsets, unknown compression, passwords
        _refuse(
            pad, "bestand", "dit is geen Excel-werkmap.", "Bewaar het in Excel als .xlsx, zonder wachtwoord."
        )


def _rows(blad: Any, pad: Path) -> Iterator[Rij]:
    blad.reset_dimensions()  # what the file says of its own size may be wrong
    for nummer, rij in enumerate(blad.iter_rows(), start=1):
        if nummer > MAX_ROWS:
            _refuse(
                pad,
                f"blad {blad.title}",
                f"heeft meer dan {MAX_ROWS} rijen.",
                "Haal de lege rijen onderaan weg, of controleer of dit het goede blad is.",
            )
        cellen = tuple(
            _cell(f"blad {blad.title}, cel {letter(kolom)}{nummer}", cel)
            for kolom, cel in enumerate(rij, start=1)
            if kolom <= MAX_COLUMNS or cel.value is not None
        )
        if len(cellen) > MAX_COLUMNS:
            _refuse(
                pad, cellen[-1].plek, f"staat voorbij kolom {letter(MAX_COLUMNS)}.", "Haal die kolommen weg."
            )
        yield cellen


def _cell(plek: str, cel: Any) -> Gelezen:
    waarde = cel.value
    if waarde is None or waarde == "":
        return Gelezen(plek, None)
    if cel.data_type == "f":
        wat = "bevat een formule; dit programma leest alleen vaste waarden."
        return Gelezen(plek, None, CelError(wat, "Vervang de formule door haar uitkomst."))
    if cel.data_type == "e":
        return Gelezen(plek, None, CelError("bevat een fout van Excel.", "Vul de waarde opnieuw in."))
    if isinstance(waarde, str):
        return Gelezen(plek, unescape(waarde))
    if isinstance(waarde, bool | int | float) or hasattr(waarde, "isoformat"):
        return Gelezen(plek, waarde)
    return Gelezen(plek, None, CelError("bevat iets dat geen waarde is.", "Vul de waarde opnieuw in."))


def _refuse(pad: Path, plaats: str, wat: str, remedie: str) -> NoReturn:
    refuse(NormenkaderError, pad, plaats, wat, remedie)
