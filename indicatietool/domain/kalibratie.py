"""What a group's uitslagen on one case say together: how far they agree, how far the minutes lie apart.

Results, not facts: recomputed from the uitslagen. Nobody is in them: values are sorted, and have no owner.
A `Sessie` is what is kept of it for the trend, in figures only.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, NamedTuple

from pydantic import Field

from indicatietool.domain.base import Datum, Feit, Formaat, GevuldeTekst, Sleutel
from indicatietool.domain.uitslag import ExacteMinuten, UitslagKader, Vingerafdruk

MINSTE = 3
"""Fewest uitslagen of which anything per taak is shown. With two, each of them would see the other's answers.

Bron: k-anonymity, L. Sweeney, Int. J. Uncertain. Fuzziness Knowl.-Based Syst. 10 (2002), 557–570; k = 3.
"""

NIET_NODIG, NODIG = "niet-nodig", "nodig"
"""What counts as the answer about a taak without a blok: not chosen, or chosen where there is no scale."""


class Spreiding(NamedTuple):
    """Hoe ver minuten per maand uit elkaar liggen: laagste, kwartielen en hoogste, exact."""

    laagst: Fraction
    kwart: Fraction
    mediaan: Fraction
    driekwart: Fraction
    hoogst: Fraction

    @property
    def midden(self) -> Fraction:
        """Return how wide the middle half is, in minutes."""
        return self.driekwart - self.kwart


class Aantal(NamedTuple):
    """Hoeveel deelnemers iets kozen: de code, hoe het heet, het anker en hoeveel."""

    keuze: str
    naam: str
    anker: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Verdeling:
    """Hoe de groep één vraag beantwoordde, in de volgorde van het kader.

    `model` is the code in the model answer; None where there is none. `verdeeldheid` is the chance, from 0
    to 1, that two who answered it chose differently.
    """

    vraag: str
    naam: str
    aantallen: tuple[Aantal, ...]
    model: str | None
    verdeeldheid: Fraction

    @property
    def beantwoord(self) -> int:
        """Return how many answered it."""
        return sum(aantal.aantal for aantal in self.aantallen)

    @property
    def tweedeling(self) -> tuple[Aantal, Aantal] | None:
        """Return the two answers that divide the group, the most chosen first; None when nothing does.

        A second answer divides when at least one in four who answered chose it.
        """
        gekozen = sorted(self.aantallen, key=lambda aantal: -aantal.aantal)
        if len(gekozen) < 2 or gekozen[1].aantal * 4 < self.beantwoord or not gekozen[1].aantal:
            return None
        return gekozen[0], gekozen[1]


@dataclass(frozen=True, slots=True)
class Minutenbeeld:
    """De minuten per maand van de hele groep, van laag naar hoog, met wie ver van de rest ligt als aantal."""

    waarden: tuple[Fraction, ...]
    spreiding: Spreiding
    uitschieters: int
    model: Fraction | None


@dataclass(frozen=True, slots=True)
class TaakKalibratie:
    """Hoe de groep één taak scoorde.

    `alpha_keuze` and `alpha_minuten` are what this taak adds to the alpha of the whole: one minus its own
    disagreement over the disagreement expected in the whole case. None where that can't be said.
    """

    taak: str
    naam: str
    deelnemers: int
    nodig: int
    keuze: Verdeling
    factoren: tuple[Verdeling, ...]
    minuten: Minutenbeeld
    alpha_keuze: float | None
    alpha_minuten: float | None

    @property
    def tweedelingen(self) -> tuple[tuple[Verdeling, Aantal, Aantal], ...]:
        """Return every question of this taak that divides the group, with its pair of answers."""
        return tuple((v, *v.tweedeling) for v in (self.keuze, *self.factoren) if v.tweedeling is not None)


@dataclass(frozen=True, slots=True)
class Kalibratie:
    """Hoe een groep één oefencasus scoorde; de taak die het meest verdeelt staat voorop.

    Empty of taken and figures when there are fewer uitslagen than MINSTE. An alpha is None where it can't be
    computed: nobody differs from anybody, nor one taak from another.
    """

    deelnemers: int
    taken: tuple[TaakKalibratie, ...] = ()
    situatie: tuple[Verdeling, ...] = ()
    totaal: Minutenbeeld | None = None
    alpha_keuze: float | None = None
    alpha_minuten: float | None = None

    @property
    def may_be_shown(self) -> bool:
        """Tell whether there are enough uitslagen to show anything without showing a person."""
        return self.deelnemers >= MINSTE

    @property
    def is_unanimous(self) -> bool:
        """Tell whether everyone gave the same answer to every taak."""
        return all(not taak.keuze.verdeeldheid for taak in self.taken)


class SessieSpreiding(Feit):
    """Hoe ver minuten per maand in een bewaarde sessie uit elkaar lagen."""

    laagst: ExacteMinuten
    kwart: ExacteMinuten
    mediaan: ExacteMinuten
    driekwart: ExacteMinuten
    hoogst: ExacteMinuten


class SessieTaak(Feit):
    """De cijfers van één taak in een bewaarde sessie."""

    taak: Sleutel
    naam: Annotated[GevuldeTekst, Field(max_length=200)]
    nodig: int = Field(ge=0, le=10_000)
    alpha: float | None = Field(default=None, le=1)
    minuten: SessieSpreiding


class Sessie(Feit):
    """Wat van een kalibratie wordt bewaard om later te vergelijken: alleen cijfers."""

    formaat: Formaat = 1
    kenmerk: Vingerafdruk
    titel: Annotated[GevuldeTekst, Field(max_length=200)]
    kader: UitslagKader
    datum: Datum
    deelnemers: int = Field(ge=MINSTE, le=10_000)
    alpha_keuze: float | None = Field(default=None, le=1)
    alpha_minuten: float | None = Field(default=None, le=1)
    totaal: SessieSpreiding
    taken: tuple[SessieTaak, ...] = Field(default=(), max_length=500)
