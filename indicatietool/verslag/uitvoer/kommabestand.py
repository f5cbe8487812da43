"""Rows as a CSV file that both a robot and a Dutch spreadsheet read the same way.

Semicolons between cells (Excel in Dutch expects them), CRLF after each line, UTF-8, names of columns on
the first line in a fixed order. Text is quoted only where needed and never becomes a formula.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

from indicatietool.domain.rekenblad import without_formula

SEPARATOR = ";"
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"

Cel = str | int | bool | date | None


def to_csv(kolommen: Sequence[str], rijen: Iterable[Sequence[Cel]], *, with_bom: bool = False) -> bytes:
    """Return rows as a CSV file.

    Args:
        kolommen: names of the columns; they are part of what others build on.
        rijen: as many cells a row; None is an empty cell, a bool is ja or nee, a day is 2027-01-31.
        with_bom: begin with a byte order mark. A spreadsheet needs it for letters like é, a robot
            would read it as part of the first name: only for files that people open.
    """
    tekst = StringIO(newline="")
    schrijver = csv.writer(tekst, delimiter=SEPARATOR, lineterminator="\r\n")
    schrijver.writerow(kolommen)
    schrijver.writerows([_written(cel) for cel in rij] for rij in rijen)
    return (f"{_BOM}{tekst.getvalue()}" if with_bom else tekst.getvalue()).encode()


def _written(cel: Cel) -> str:
    match cel:
        case None:
            return ""
        case bool():
            return "ja" if cel else "nee"
        case int():
            return str(cel)
        case date():
            return cel.isoformat()
        case _:
            return without_formula(cel)
