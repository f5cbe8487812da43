"""The citizen service number: checked and masked. Off by default; the zaaknummer is enough.

Bron: Wmo 2015 art. 5.2.9; iWmo 3.2 regel CS002 (elfproef).
"""

from typing import Annotated

from pydantic import AfterValidator, Field

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def passes_elfproef(nummer: str) -> bool:
    """Tell whether nine digits are a possible BSN.

    >>> passes_elfproef("111222333"), passes_elfproef("123456789"), passes_elfproef("000000000")
    (True, False, False)
    """
    if len(nummer) != 9 or not (nummer.isascii() and nummer.isdigit()) or int(nummer) == 0:
        return False
    return sum(int(cijfer) * gewicht for cijfer, gewicht in zip(nummer, _WEIGHTS, strict=True)) % 11 == 0


def mask(nummer: str) -> str:
    """Return a BSN of which only the last three digits can be read.

    >>> mask("111222333")
    '••••••333'
    """
    return "•" * (len(nummer) - 3) + nummer[-3:]


def _require_elfproef(nummer: str) -> str:
    if not passes_elfproef(nummer):
        raise ValueError("is geen geldig BSN; controleer de negen cijfers of laat het leeg")
    return nummer


Bsn = Annotated[
    str, AfterValidator(_require_elfproef), Field(description="negen cijfers die de elfproef doorstaan")
]
