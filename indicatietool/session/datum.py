"""Reading a day the way people type it.

Comes in: a text, today, and the day that "+6m" counts from. Goes out: a day, or None when it does not exist.
"""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date

from indicatietool.domain.kalender import add_months, shifted
from indicatietool.verslag.invulling import show_date

__all__ = ("end_after", "is_unfinished", "read_date", "show_date", "write_date")

MAANDEN = ("jan", "feb", "maart", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_PARTS = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)\.?[-/. ]+(\d{4}|\d{2})")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LATER = re.compile(r"([+-])\s*(\d{1,4})\s*(d|w|m|j)[a-z]*")
_WORDS = {"vandaag": 0, "morgen": 1, "gisteren": -1}


def read_date(
    tekst: str, vandaag: date, vanaf: date | None = None, *, is_last_day: bool = False
) -> date | None:
    """Return the day in a text.

    Args:
        tekst: "1-2-2027", "1/2/27", "010227", "1 feb 2027", "2027-02-01", "vandaag", "+6m", "+2w" or "+10d".
        vandaag: today.
        vanaf: the day that + and - count from; None for today.
        is_last_day: the day that is asked for still counts, so +6m ends the day before.

    >>> dag = date(2026, 11, 22)
    >>> read_date("1-2-2027", dag) == read_date("010227", dag) == read_date("1 februari 27", dag)
    True
    >>> read_date("+6m", dag), read_date("31-2-2027", dag)
    (datetime.date(2027, 5, 22), None)
    """
    kort = tekst.strip().lower()
    if kort in _WORDS:
        return shifted(vandaag, _WORDS[kort])
    if later := _LATER.fullmatch(kort):
        aantal = int(later[2]) * (1 if later[1] == "+" else -1)
        verder = _moved(vanaf or vandaag, aantal, later[3])
        return shifted(verder, -1) if verder and is_last_day and vanaf else verder
    if iso := _ISO.fullmatch(kort):
        return _day(int(iso[3]), int(iso[2]), int(iso[1]))
    if delen := _PARTS.fullmatch(kort) or _DIGITS.fullmatch(kort):
        maand = int(delen[2]) if delen[2].isdecimal() else _month(delen[2])
        jaar = int(delen[3]) + (2000 if len(delen[3]) == 2 else 0)
        return _day(int(delen[1]), maand, jaar)
    return None


def is_unfinished(tekst: str) -> bool:
    """Tell whether a text that reads as a day may still become another one: its year has two digits.

    >>> is_unfinished("1-2-20"), is_unfinished("1-2-2027"), is_unfinished("+6m")
    (True, False, False)
    """
    delen = _PARTS.fullmatch(tekst.strip().lower()) or _DIGITS.fullmatch(tekst.strip())
    return delen is not None and len(delen[3]) == 2


def write_date(dag: date) -> str:
    """Return a day as an editor shows it.

    >>> write_date(date(2027, 2, 1))
    '01-02-2027'
    """
    return f"{dag.day:02}-{dag.month:02}-{dag.year:04}"


def end_after(start: date, maanden: int) -> date | None:
    """Return the last day of so many months from a start.

    >>> end_after(date(2027, 1, 1), 6)
    datetime.date(2027, 6, 30)
    """
    na = add_months(start, maanden)
    return shifted(na, -1) if na else None


def _moved(dag: date, aantal: int, eenheid: str) -> date | None:
    match eenheid:
        case "d":
            return shifted(dag, aantal)
        case "w":
            return shifted(dag, 7 * aantal)
        case "m":
            return add_months(dag, aantal)
        case _:
            return add_months(dag, 12 * aantal)


def _month(woord: str) -> int:
    namen = {"mrt": 3, **{naam[:3]: nummer for nummer, naam in enumerate(MAANDEN, 1)}}
    return namen.get(woord[:3], 0)


def _day(dag: int, maand: int, jaar: int) -> date | None:
    if not (1 <= maand <= 12 and 1900 <= jaar <= 9999 and 1 <= dag <= monthrange(jaar, maand)[1]):
        return None
    with suppress(ValueError):
        return date(jaar, maand, dag)
    return None
