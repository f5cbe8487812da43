"""The ground all domain facts stand on: frozen models, safe text and exact numbers.

Comes in: raw values from a file or a screen. Goes out: checked values, or a ValueError with a Dutch sentence.
"""

import re
from contextlib import suppress
from datetime import date, datetime
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)

MAX_TEKST = 20_000
"""Longest free text, in characters: far beyond a page, and what the report can still lay out."""

_EXACT = re.compile(r"[0-9]{1,400}(/[1-9][0-9]{0,399})?")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""The categories Cc and Cs of Unicode, but for a new line and a tab."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Feit(BaseModel):
    """Een gegeven dat niet meer verandert; wijzigen is een nieuw feit maken."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        hide_input_in_errors=True,
        allow_inf_nan=False,
        defer_build=True,
    )


def _refuse_control_characters(text: str) -> str:
    if _CONTROL.search(text):
        raise ValueError("bevat een stuurteken; typ de tekst opnieuw of plak hem zonder opmaak")
    return text


def _read_exact(value: object) -> Fraction:
    if isinstance(value, Fraction) and value >= 0:
        return value
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return Fraction(value)
    if isinstance(value, str) and _EXACT.fullmatch(value):
        return Fraction(value)
    raise ValueError('is geen exact getal vanaf 0; schrijf een geheel getal of een breuk als "65/3"')


def write_exact(value: Fraction) -> int | str:
    """Return an exact number as JSON knows it.

    Args:
        value: any exact number.

    Returns:
        An int where the number is whole, else a string.

    >>> write_exact(Fraction(65, 3)), write_exact(Fraction(60))
    ('65/3', 60)
    """
    return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


Exact = Annotated[
    Fraction,
    PlainValidator(_read_exact),
    PlainSerializer(write_exact, return_type=int | str),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {"type": "string", "pattern": "^[0-9]{1,400}(/[1-9][0-9]{0,399})?$"},
            ]
        }
    ),
]
"""An exact number ≥ 0: in a file an integer, or a fraction in quotes ("52/12")."""


def _read_day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise ValueError("is geen bestaande datum; schrijf bijvoorbeeld 2027-01-31")


def require_int(value: object) -> object:
    """Return the version of a format as it is; True and 1.0, which equal 1 in Python, are refused."""
    if type(value) is not int:
        raise ValueError("is geen geheel getal; schrijf het nummer van het formaat")
    return value


Formaat = Annotated[Literal[1], BeforeValidator(require_int)]
"""The version of the format of a file: 1, and not true or 1.0, which equal 1 in Python."""

Datum = Annotated[
    date,
    PlainValidator(_read_day),
    PlainSerializer(date.isoformat, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date"}),
]
"""A day; in a file "2027-01-31" and nothing else (pydantic would also take "1735689600")."""

Tekst = Annotated[str, Field(max_length=MAX_TEKST), AfterValidator(_refuse_control_characters)]
"""Free text, possibly empty, at most 20,000 characters, without control characters."""

KorteTekst = Annotated[str, Field(max_length=200), AfterValidator(_refuse_control_characters)]
"""Text of one line: at most 200 characters, without control characters."""


def _require_words(text: str) -> str:
    if not text.strip():
        raise ValueError("is leeg; vul hier een tekst in")
    return text


GevuldeTekst = Annotated[Tekst, AfterValidator(_require_words)]
"""Free text that says something: not empty and not only spaces."""

Sleutel = Annotated[
    str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$", description="kleine letters, cijfers en -")
]
"""An id that a file uses to point at something: lower case, digits and hyphens."""
