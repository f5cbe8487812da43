"""The voorstel for one taak: a chain of rekenstappen whose last step is the outcome.

Results, not facts: plain frozen dataclasses, always recomputed, never stored. Knows no rules.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Omvang:
    """Een hoeveelheid begeleiding: richtwaarde met marge, in exacte minuten."""

    min: Fraction
    richt: Fraction
    max: Fraction

    def times(self, factor: Fraction) -> "Omvang":
        """Return this omvang multiplied by a factor ≥ 0."""
        return Omvang(self.min * factor, self.richt * factor, self.max * factor)

    def plus(self, other: "Omvang") -> "Omvang":
        """Return the sum of two omvangen."""
        return Omvang(self.min + other.min, self.richt + other.richt, self.max + other.max)

    def minus_share(self, whole: "Omvang", deel: Fraction) -> "Omvang":
        """Return this omvang with a share of another taken off (deel < 0: added), never below zero.

        The marge keeps enclosing the richtwaarde, also where a rule before made all three equal.
        """
        zero = Fraction(0)
        onder, richt, boven = (
            max(zero, nu - geheel * deel)
            for nu, geheel in ((self.min, whole.min), (self.richt, whole.richt), (self.max, whole.max))
        )
        return Omvang(min(onder, richt, boven), richt, max(onder, richt, boven))

    def shifted(self, minuten: Fraction) -> "Omvang":
        """Return this omvang with minutes added or taken off, never below zero."""
        zero = Fraction(0)
        return Omvang(
            max(zero, self.min + minuten),
            max(zero, self.richt + minuten),
            max(zero, self.max + minuten),
        )

    def contains(self, minuten: Fraction) -> bool:
        """Tell whether a value lies within the marge, borders included."""
        return self.min <= minuten <= self.max


NIETS = Omvang(Fraction(0), Fraction(0), Fraction(0))
"""Zero minutes."""


class StapSoort(StrEnum):
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
        return self in {StapSoort.BASIS, StapSoort.FREQUENTIE, StapSoort.REGEL}


@dataclass(frozen=True, slots=True)
class Rekenstap:
    """Eén stap van de berekening: een zin, de stand ervoor, de stand erna en de bron."""

    soort: StapSoort
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
        return [stap for stap in self.stappen if stap.soort.is_bruto][-1].na

    @property
    def netto(self) -> Omvang:
        """Return the minutes per week that remain, before a rounding step if the kader has one."""
        return [stap for stap in self.stappen if stap.soort is not StapSoort.AFRONDING][-1].na


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
