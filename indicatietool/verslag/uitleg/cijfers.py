"""Leaving the figures out of a text of a kader, for when they may not be shared.

Comes in: a text, or a document. Goes out: the same with … where an amount stood. Knows no kaders.
"""

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

_T = TypeVar("_T")

WEG = "…"
"""What stands in the place of a figure."""

_GETAL = r"\d+(?:[.,/]\d+)*(?: \d+/\d+)?"
_REEKS = rf"{_GETAL}(?:\s*(?:–|-|à|tot en met|t/m|tot|en|of)\s*{_GETAL})*"
_TELWOORD = (
    r"(?:een|één|anderhalve?|half|halve|(?:twee|drie|vier|vijf|zes|zeven|acht|negen)(?!\w)"
    r"|(?:tien|elf|twaalf|dertien|veertien|\w*twintig|\w*dertig|\w*veertig|\w*vijftig|\w*zestig"
    r"|\w*zeventig|\w*tachtig|\w*negentig|\w*honderd\w*|vijftien|zestien|zeventien|achttien|negentien)(?!\w))"
)
_EENHEID = r"(?:\s*%|\s*procent\b|[\s-]*min(?:uut|uten|\.)?(?!\w)|[\s-]*uren\b|[\s-]*uur\b|\s*kwartier\b)"
_MET_EENHEID = re.compile(rf"(?<![\w.,/…]){_REEKS}(?={_EENHEID})", re.IGNORECASE)
_IN_WOORDEN = re.compile(
    rf"(?<!\w){_TELWOORD}(?=\s+(?:procent|minuut|minuten|uren|uur|kwartier)\b)", re.IGNORECASE
)
_ELK_GETAL = re.compile(rf"(?<![\w]){_REEKS}(?!\w)")


def hide_amounts(tekst: str) -> str:
    """Return a text without its numbers of minutes, hours and percent; other numbers stay.

    >>> hide_amounts("Drie keer 20 tot 45 minuten, ten hoogste twee uur, bij O2")
    'Drie keer … minuten, ten hoogste … uur, bij O2'
    """
    return _IN_WOORDEN.sub(WEG, _MET_EENHEID.sub(WEG, tekst))


def hide_numbers(tekst: str) -> str:
    """Return a text without any number; a code such as O2 stays.

    >>> hide_numbers("Samen ten hoogste klasse 5 (10 – 12,9 uur, 774 minuten) bij O2")
    'Samen ten hoogste klasse … (… uur, … minuten) bij O2'
    """
    return hide_amounts(_ELK_GETAL.sub(WEG, tekst))


def hide_everywhere(deel: _T) -> _T:
    """Return a block, a tuple of them or a whole Verslag with `hide_amounts` done to each text in it."""
    return cast(_T, _hidden(deel))


def _hidden(deel: object) -> object:
    if isinstance(deel, str) and not isinstance(deel, Enum):
        return hide_amounts(deel)
    if isinstance(deel, tuple):
        return tuple(map(_hidden, deel))
    if is_dataclass(deel) and not isinstance(deel, type):
        return replace(deel, **{veld.name: _hidden(getattr(deel, veld.name)) for veld in fields(deel)})
    return deel
