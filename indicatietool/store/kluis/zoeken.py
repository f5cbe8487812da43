"""Searching while typing: the words of a card without accents and capitals, and a query that is safe.

Comes in: a card, or what a person types. Goes out: text for the index, or nothing where there is no word.
"""

import unicodedata

from indicatietool.domain.gemeente import gemeente_naam
from indicatietool.domain.kaart import Dossierkaart

MAX_WORDS = 12

_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n"}
)
"""Letters that Unicode does not take apart into a letter and an accent."""


def fold(tekst: str) -> str:
    """Return text without accents and capitals, and with spaces for what is no text.

    >>> fold("Łódź"), fold("D'Angelo-Øst")
    ('lodz', "d'angelo-ost")
    """
    apart = unicodedata.normalize("NFKD", tekst.casefold()).translate(_PLAIN)
    return "".join(
        " " if unicodedata.category(teken)[0] == "C" else teken
        for teken in apart
        if unicodedata.category(teken) != "Mn"
    )


def searchable(kaart: Dossierkaart) -> str:
    """Return the text by which a dossier is found."""
    return f"{own_words(kaart)} {fold(gemeente_naam(kaart.gemeente))}"


def own_words(kaart: Dossierkaart) -> str:
    """Return what of that text is on the card itself; the name of a gemeente may change."""
    return fold(f"{kaart.nummer} {kaart.client} {kaart.zaaknummer} {kaart.gemeente or ''}")


def query(tekst: str) -> str:
    """Return what FTS5 must look for: each word as the start of a word; empty without a word.

    >>> query('van "den')
    '"van"* "den"*'
    """
    words = "".join(teken if teken.isalnum() else " " for teken in fold(tekst)).split()
    return " ".join(f'"{word}"*' for word in words[:MAX_WORDS])
