"""How strong a wachtwoord is, in words, and a suggestion of five Dutch words.

Comes in: what a person typed. Goes out: a judgement with advice, or an InvoerError when it is too weak.

The list has 1,541 words, so each word is worth log2(1,541) = 10.6 bits and a suggestion of five 52.9 bits.
"""

import math
import re
import secrets
from functools import cache

from indicatietool.domain.kluis import WachtwoordOordeel, WachtwoordSterkte
from indicatietool.errors import InvoerError
from indicatietool.paths import resources_folder

MIN_BITS = 40
"""At 0.3 s per guess 2^39 guesses take a thousand processors about five years."""
STRONG_BITS = 50
MIN_LENGTH = 12
MAX_LENGTH = 1_000
WORDS = 5

_KNOWN = {
    *("welkom", "wachtwoord", "geheim", "password", "qwerty", "azerty", "letmein", "admin", "login", "test"),
    *(
        "gemeente",
        "indicatie",
        "kluis",
        "consulent",
        "client",
        "dossier",
        "werk",
        "thuis",
        "nederland",
        "vakantie",
    ),
    *("ajax", "feyenoord", "psv", "covid", "corona", "hallo", "schatje", "liefje", "computer", "zorg", "wmo"),
}
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_RUN_BITS, _KNOWN_BITS, _YEAR_BITS, _AGAIN_BITS = 3.0, 5.0, 6.0, 1.0


def suggest(aantal: int = WORDS) -> str:
    """Return words drawn by the operating system's randomness, with hyphens in between."""
    return "-".join(secrets.choice(_words()) for _ in range(aantal))


def judge(wachtwoord: str) -> WachtwoordOordeel:
    """Return how hard a wachtwoord is to guess: an estimate that is rather too low than too high.

    >>> judge("welkom2027").sterkte, judge("fiets-wolk-tafel-brug-anker").sterkte
    (<WachtwoordSterkte.TE_ZWAK: 'te zwak'>, <WachtwoordSterkte.STERK: 'sterk'>)
    """
    bits = math.floor(_estimate(wachtwoord))
    if len(wachtwoord) > MAX_LENGTH:
        return WachtwoordOordeel(
            WachtwoordSterkte.TE_ZWAK, bits, f"Dit is te lang: hoogstens {MAX_LENGTH} tekens."
        )
    if len(wachtwoord) < MIN_LENGTH:
        tekst = f"Dit is te kort. Neem minstens {MIN_LENGTH} tekens, het liefst vijf losse woorden."
        return WachtwoordOordeel(WachtwoordSterkte.TE_ZWAK, bits, tekst)
    if bits < MIN_BITS:
        tekst = "Dit is te makkelijk te raden. Neem vijf woorden die niets met elkaar te maken hebben."
        return WachtwoordOordeel(WachtwoordSterkte.TE_ZWAK, bits, tekst)
    if bits < STRONG_BITS:
        return WachtwoordOordeel(
            WachtwoordSterkte.REDELIJK, bits, "Dit mag. Met een woord erbij is het veel sterker."
        )
    return WachtwoordOordeel(WachtwoordSterkte.STERK, bits, "Dit is moeilijk te raden. Bewaar het goed.")


def require_strong(wachtwoord: str) -> None:
    """Refuse a wachtwoord that is too weak.

    Raises:
        InvoerError: with what to do instead.
    """
    oordeel = judge(wachtwoord)
    if oordeel.sterkte is WachtwoordSterkte.TE_ZWAK:
        raise InvoerError(f"Kies een sterker wachtwoord. {oordeel.uitleg}")


def _estimate(wachtwoord: str) -> float:
    """Return the bits of the cheapest way to read it: words, years, runs of keys, loose characters."""
    tekst = wachtwoord.casefold()
    bits, place, seen = 0.0, 0, set[str]()
    while place < min(len(tekst), MAX_LENGTH):
        part, worth = _part_at(tekst, place, wachtwoord)
        bits += min(worth, _AGAIN_BITS) if part in seen else worth
        seen.add(part)
        place += len(part)
    return bits


def _part_at(tekst: str, place: int, getypt: str) -> tuple[str, float]:
    run = _run_at(tekst, place)
    word = _word_at(tekst, place)
    if len(run) >= max(3, len(word)):
        return run, _RUN_BITS
    if word:
        return word, _KNOWN_BITS if word in _KNOWN else math.log2(len(_words()))
    year = _YEAR.match(tekst, place)
    if year:
        return year[0], _YEAR_BITS
    return tekst[place], _worth(getypt[place] if len(getypt) == len(tekst) else tekst[place])


def _word_at(tekst: str, place: int) -> str:
    """Return the longest known word that starts here; empty when there is none."""
    known = _lookup()
    ends = range(min(len(tekst), place + 12), place + 2, -1)
    return next((tekst[place:end] for end in ends if tekst[place:end] in known), "")


def _run_at(tekst: str, place: int) -> str:
    """Return the characters from here that repeat, or follow each other as in the alphabet or on keys."""
    best = tekst[place]
    for row in (tekst[place] * 40, *_ROWS, *(row[::-1] for row in _ROWS)):
        start = row.find(tekst[place])
        length = 0
        while start >= 0 and tekst[place : place + length + 1] == row[start : start + length + 1]:
            if place + length >= len(tekst) or start + length >= len(row):
                break
            length += 1
        best = max(best, tekst[place : place + length], key=len)
    return best


def _worth(teken: str) -> float:
    if teken.islower():
        return 3.0  # letters of a language are far from random
    if teken.isalpha():
        return 4.5
    return 3.3 if teken.isdigit() else 5.0 if not teken.isspace() and teken != "-" else 1.0


@cache
def _words() -> tuple[str, ...]:
    return tuple((resources_folder() / "woorden.txt").read_text("ascii").split())


@cache
def _lookup() -> frozenset[str]:
    return frozenset(_words()) | _KNOWN
