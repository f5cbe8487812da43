"""How one value of a normenkader stands in one cell of Excel, and back.

Comes in: plain values as in a norm file, or what openpyxl read. Goes out: the other. Knows no sheets.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

MAX_CELL = 32_767
"""What Excel can keep in one cell, in characters."""

Waarde = str | int | float | bool | date | datetime | None
"""What stands in a cell."""

Plat = object
"""A value as it stands in a norm file: text, number, list or table."""

_WHOLE = re.compile(r"-?[0-9]{1,400}")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\ufffe\uffff]")


class CelError(ValueError):
    """A cell that can't be read: what is wrong and what to do."""

    def __init__(self, wat: str, remedie: str) -> None:
        """Keep both sentences."""
        super().__init__(wat)
        self.wat = wat
        self.remedie = remedie


@dataclass(frozen=True)
class Vorm:
    """De manier waarop één soort gegeven in een cel staat."""

    uitleg: str = "tekst"
    getal: str = "@"
    breedte: int = 24

    def write(self, value: Plat) -> Waarde:
        """Return what stands in the cell; None leaves it empty."""
        return None if value is None else str(value)

    def read(self, value: Waarde) -> Plat:
        """Return the plain value of a cell that is not empty.

        Raises:
            CelError: this can't stand here.
        """
        return as_text(value)


class Tekstvorm(Vorm):
    """Vrije tekst."""


class Sleutelvorm(Vorm):
    """Een korte naam of code; spaties eromheen doen er niet toe."""

    def read(self, value: Waarde) -> Plat:
        """Return the name without spaces around it."""
        return as_text(value).strip()


@dataclass(frozen=True)
class Keuzevorm(Vorm):
    """Een van een vaste lijst."""

    keuzes: tuple[str, ...] = ()

    def read(self, value: Waarde) -> Plat:
        """Return the choice; pydantic tells whether it is on the list."""
        return as_text(value).strip()


class Getalvorm(Vorm):
    """Een geheel getal."""

    def write(self, value: Plat) -> Waarde:
        """Return the number; a number that Excel would round off becomes text."""
        return value if isinstance(value, int) and abs(value) < 10**15 else str(value)

    def read(self, value: Waarde) -> Plat:
        """Return the whole number."""
        getal = as_whole(value)
        if getal is None:
            raise CelError("moet een geheel getal zijn.", "Schrijf alleen cijfers, zonder komma of punt.")
        return getal


class Exactvorm(Vorm):
    """Een geheel getal, of een breuk als tekst."""

    def write(self, value: Plat) -> Waarde:
        """Return the whole number, or the fraction as text."""
        return value if isinstance(value, int) and abs(value) < 10**15 else str(value)

    def read(self, value: Waarde) -> Plat:
        """Return the number, or the text of the fraction."""
        getal = as_whole(value)
        if getal is not None:
            return getal
        if isinstance(value, str):
            return value.strip()
        raise CelError("is geen exact getal.", "Schrijf een geheel getal, of een breuk als 52/12 in tekst.")


class Janeevorm(Vorm):
    """Ja of nee."""

    def write(self, value: Plat) -> Waarde:
        """Return the word."""
        return "ja" if value else "nee"

    def read(self, value: Waarde) -> Plat:
        """Return whether it says ja."""
        if isinstance(value, bool):
            return value
        woord = value.strip().lower() if isinstance(value, str) else ""
        if woord not in {"ja", "nee"}:
            raise CelError("moet ja of nee zijn.", "Kies ja of nee.")
        return woord == "ja"


class Datumvorm(Vorm):
    """Een dag."""

    def write(self, value: Plat) -> Waarde:
        """Return a date; before 1901 Excel counts wrong, so then text."""
        dag = date.fromisoformat(str(value))
        return dag if dag.year > 1900 else dag.isoformat()

    def read(self, value: Waarde) -> Plat:
        """Return the day as text, as in a norm file."""
        if isinstance(value, datetime):
            if value.time() != time():
                raise CelError("moet een datum zonder tijd zijn.", "Schrijf bijvoorbeeld 2027-01-31.")
            return value.date().isoformat()
        if isinstance(value, str):
            return value.strip()
        raise CelError("moet een datum zijn.", "Schrijf bijvoorbeeld 2027-01-31.")


class Lijstvorm(Vorm):
    """Een rij korte namen met een komma ertussen."""

    def write(self, value: Plat) -> Waarde:
        """Return the names with commas; an empty list leaves the cell empty."""
        if not isinstance(value, Sequence):
            raise TypeError("a list was expected")
        return ", ".join(map(str, value)) or None

    def read(self, value: Waarde) -> Plat:
        """Return the names."""
        namen = [naam.strip() for naam in as_text(value).replace(";", ",").split(",")]
        if "" in namen:
            raise CelError("heeft een komma te veel.", "Zet tussen twee namen één komma.")
        return namen


TEKST = Tekstvorm("tekst", breedte=48)
SLEUTEL = Sleutelvorm("korte naam of code", breedte=22)
GETAL = Getalvorm("geheel getal", getal="0", breedte=12)
EXACT = Exactvorm("geheel getal, of een breuk als 52/12", breedte=14)
DATUM = Datumvorm("datum", getal="yyyy-mm-dd", breedte=13)
LIJST = Lijstvorm("korte namen met een komma ertussen", breedte=36)
JANEE = Janeevorm("ja of nee", breedte=10)


def as_text(value: Waarde) -> str:
    """Return the text of a cell.

    Raises:
        CelError: it is a number, a date or a logical value, whose spelling Excel has already changed.
    """
    if isinstance(value, str):
        return value
    soort = "een datum" if isinstance(value, date) else "ja/nee" if isinstance(value, bool) else "een getal"
    raise CelError(
        f"moet een tekst zijn, maar Excel maakte er {soort} van.",
        "Zet de celeigenschap op Tekst en typ het opnieuw.",
    )


def as_whole(value: Waarde) -> int | None:
    """Return the whole number in a cell, also where it was stored as text; None if it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 10**15 else None
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        return int(value)
    return None


def escape(text: str) -> str:
    """Return text as Excel stores it: what looks like an escape is escaped itself.

    >>> escape("_x0041_"), unescape(escape("_x0041_"))
    ('_x005F_x0041_', '_x0041_')
    """
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescape(text: str) -> str:
    """Return stored text as Excel shows it, with plain line ends."""
    shown = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return shown.replace("\r\n", "\n").replace("\r", "\n")
