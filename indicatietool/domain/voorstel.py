"""The voorstel for one taak: a chain of rekenstappen whose last step is the outcome.

Results, not facts: plain frozen dataclasses, always recomputed, never stored. Knows no rules.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple


class Omvang(NamedTuple):
    """Een hoeveelheid begeleiding: richtwaarde met marge, in exacte minuten.

    Three whole numbers over one denominator, in lowest terms: as exact as three Fractions, and the forty
    taken of a dossier are computed four times faster (benchmarks/engine.py). Make one with `of`.
    """

    onder: int
    midden: int
    boven: int
    noemer: int

    @classmethod
    def of(cls, onder: Fraction | int, midden: Fraction | int, boven: Fraction | int) -> "Omvang":
        """Return the omvang with these exact minutes: lowest, richtwaarde, highest.

        >>> Omvang.of(9, Fraction(21, 2), 12).richt
        Fraction(21, 2)
        """
        noemer = lcm(onder.denominator, midden.denominator, boven.denominator)
        laag, richt, hoog = (deel.numerator * (noemer // deel.denominator) for deel in (onder, midden, boven))
        return cls._reduced(laag, richt, hoog, noemer)

    @classmethod
    def around(cls, minuten: int, onder_procent: int, boven_procent: int) -> "Omvang":
        """Return whole minutes with a marge of so many percent below and above.

        >>> Omvang.around(10, 20, 30).max
        Fraction(13, 1)
        """
        laag, hoog = minuten * (100 - onder_procent), minuten * (100 + boven_procent)
        return cls._reduced(laag, minuten * 100, hoog, 100)

    @property
    def min(self) -> Fraction:
        """Return the lowest minutes of the marge."""
        return Fraction(self.onder, self.noemer)

    @property
    def richt(self) -> Fraction:
        """Return the richtwaarde in minutes."""
        return Fraction(self.midden, self.noemer)

    @property
    def max(self) -> Fraction:
        """Return the highest minutes of the marge."""
        return Fraction(self.boven, self.noemer)

    def times(self, factor: Fraction) -> "Omvang":
        """Return this omvang multiplied by a factor ≥ 0."""
        keer, door = factor.numerator, factor.denominator
        return self._reduced(self.onder * keer, self.midden * keer, self.boven * keer, self.noemer * door)

    def plus(self, other: "Omvang") -> "Omvang":
        """Return the sum of two omvangen."""
        return self.plus_share(other, 1, 1)

    def plus_share(self, whole: "Omvang", teller: int, noemer: int) -> "Omvang":
        """Return this omvang with a share of another added (teller < 0: taken off), never below zero.

        The marge keeps enclosing the richtwaarde, also where a rule before made all three equal.
        """
        onder, midden, boven, eigen = self
        laag, richt, hoog, ander = whole
        if eigen == ander:  # the common case, with smaller numbers
            zelf, erbij = noemer, teller
        else:
            zelf, erbij = ander * noemer, eigen * teller
        onder = onder * zelf + laag * erbij
        midden = midden * zelf + richt * erbij
        boven = boven * zelf + hoog * erbij
        if not 0 <= onder <= midden <= boven:
            midden = max(0, midden)
            onder, boven = max(0, min(onder, midden, boven)), max(onder, midden, boven)
        return self._reduced(onder, midden, boven, eigen * zelf)

    def shifted(self, minuten: Fraction | int) -> "Omvang":
        """Return this omvang with minutes added or taken off, never below zero."""
        return self.plus_share(Omvang(1, 1, 1, 1), minuten.numerator, minuten.denominator)

    def at_most(self, minuten: Fraction | int) -> "Omvang":
        """Return this omvang, capped."""
        return Omvang.of(min(self.min, minuten), min(self.richt, minuten), min(self.max, minuten))

    def at_least(self, minuten: Fraction | int) -> "Omvang":
        """Return this omvang, raised where it is lower."""
        return Omvang.of(max(self.min, minuten), max(self.richt, minuten), max(self.max, minuten))

    def contains(self, minuten: Fraction) -> bool:
        """Tell whether a value lies within the marge, borders included."""
        return self.min <= minuten <= self.max

    @classmethod
    def _reduced(cls, onder: int, midden: int, boven: int, noemer: int) -> "Omvang":
        deler = gcd(onder, midden, boven, noemer)
        if deler == 1:
            return cls(onder, midden, boven, noemer)
        return cls(onder // deler, midden // deler, boven // deler, noemer // deler)


NIETS = Omvang(0, 0, 0, 1)
"""Zero minutes."""


def sum_exact(getallen: Iterable[Fraction]) -> Fraction:
    """Return numbers together, exact; added per denominator, which spares a Fraction for each.

    >>> sum_exact((Fraction(1, 2), Fraction(1, 2), Fraction(1, 3)))
    Fraction(4, 3)
    """
    tellers: dict[int, int] = {}
    for getal in getallen:
        noemer = getal.denominator
        tellers[noemer] = tellers.get(noemer, 0) + getal.numerator
    return sum((Fraction(teller, noemer) for noemer, teller in tellers.items()), Fraction(0))


def add_up(omvangen: Iterable[Omvang]) -> Omvang:
    """Return omvangen together, exact; added per denominator, which spares a reduction for each.

    >>> add_up((Omvang.of(1, 2, 3), Omvang.of(0, Fraction(1, 2), 1))).richt
    Fraction(5, 2)
    """
    tellers: dict[int, tuple[int, int, int]] = {}
    for onder, midden, boven, noemer in omvangen:
        laag, richt, hoog = tellers.get(noemer, (0, 0, 0))
        tellers[noemer] = laag + onder, richt + midden, hoog + boven
    som = NIETS
    for noemer, delen in tellers.items():
        som = som.plus(Omvang(*delen, noemer))
    return som


class RekenstapSoort(StrEnum):
    """In welk deel van de berekening een rekenstap hoort."""

    BASIS = "basis"
    FREQUENTIE = "frequentie"
    REGEL = "regel"
    AFTREK = "aftrek"
    SAMENVAL = "samenval"
    MAXIMUM = "maximum"
    AFRONDING = "afronding"

    @property
    def is_bruto(self) -> bool:
        """Tell whether the step comes before what others take over."""
        return self in _BRUTO


_BRUTO = frozenset((RekenstapSoort.BASIS, RekenstapSoort.FREQUENTIE, RekenstapSoort.REGEL))


class Rekenstap(NamedTuple):
    """Eén stap van de berekening: een zin, de stand ervoor, de stand erna en de bron."""

    soort: RekenstapSoort
    tekst: str
    voor: Omvang
    na: Omvang
    bron: str


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Het aantal minuten per week dat het normenkader voor een taak voorstelt, met marge.

    The steps are connected: each `voor` is the `na` of the step before it, the first starts at zero.
    """

    stappen: tuple[Rekenstap, ...]

    @property
    def omvang(self) -> Omvang:
        """Return the outcome: what the last step ended with, in minutes per week."""
        return self.stappen[-1].na

    @property
    def bruto(self) -> Omvang:
        """Return the minutes per week before anything is taken over by others."""
        return next(stap.na for stap in reversed(self.stappen) if stap.soort.is_bruto)

    @property
    def netto(self) -> Omvang:
        """Return the minutes per week that remain, before a rounding step if the kader has one."""
        return next(stap.na for stap in reversed(self.stappen) if stap.soort is not RekenstapSoort.AFRONDING)


@dataclass(frozen=True, slots=True)
class OpenVraag:
    """Een vraag die nog beantwoord moet worden voordat er een voorstel kan zijn."""

    veld: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Onbepaald:
    """Er is nog geen voorstel: er staan vragen open."""

    open_vragen: tuple[OpenVraag, ...]


@dataclass(frozen=True, slots=True)
class BeoordeelZelf:
    """Het normenkader laat deze norm open; de consulent bepaalt de minuten met een motivering."""

    uitleg: str


TaakVoorstel = Voorstel | Onbepaald | BeoordeelZelf
