"""The result of one consulent on one practice case: scores and minutes, and nothing that says who it was.

Comes in: ids of the normenkader and numbers. Goes out: frozen facts for a small file. There is no field for
text, a name, a nummer, a day or a place; what a consulent typed can't come along.

Bron: eis 12, 18 and 148.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from indicatietool.domain.antwoorden import (
    AftrekSoort,
    Beschikbaar,
    Duur,
    Frequentie,
    KeuzeOfGetal,
    require_each_once,
    require_one_amount,
)
from indicatietool.domain.base import Exact, Feit, Formaat, GevuldeTekst, Sleutel
from indicatietool.domain.schaal import BlokCode, Minuten

MAX_EXACT = 10_000_000
"""Most minutes per week that can be read, and the largest denominator: far beyond any dossier."""


def _within_reason(value: Fraction) -> Fraction:
    if value > MAX_EXACT or value.denominator > MAX_EXACT:
        raise ValueError(f"is te groot: hoogstens {MAX_EXACT}; verbeter het getal")
    return value


Vingerafdruk = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="sha256, 64 tekens")]
ExacteMinuten = Annotated[Exact, AfterValidator(_within_reason)]
BeperkteKeuzes = Annotated[Mapping[Sleutel, KeuzeOfGetal], Field(max_length=60)]


class UitslagCasus(Feit):
    """Welke oefencasus is gescoord."""

    kenmerk: Vingerafdruk = Field(description="vingerafdruk van het verhaal")
    id: Sleutel
    titel: Annotated[GevuldeTekst, Field(max_length=200, description="de titel die de trainer de casus gaf")]


class UitslagKader(Feit):
    """Met welk normenkader de casus is gescoord."""

    id: Sleutel
    versie: str = Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$")
    sha256: Vingerafdruk


class Besluitvorm(StrEnum):
    """Hoe de minuten van een taak in een uitslag tot stand kwamen."""

    VOORSTEL = "voorstel"
    BINNEN_MARGE = "binnen_marge"
    AFWIJKEN = "afwijken"

    @property
    def naam(self) -> str:
        """Return the name as the consulent says it."""
        return {
            "voorstel": "het voorstel",
            "binnen_marge": "een ander getal binnen de marge",
            "afwijken": "afgeweken",
        }[self.value]


class UitslagAftrek(Feit):
    """Wat een ander van een taak overneemt, zonder de reden."""

    soort: AftrekSoort
    minuten_per_week: Minuten | None = None
    procent: int | None = Field(default=None, ge=0, le=100)
    beschikbaar: Beschikbaar
    duur: Duur
    vrijwillig: bool

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        require_one_amount(self.minuten_per_week, self.procent)
        return self


class UitslagTaak(Feit):
    """Hoe één taak is gescoord, en het aantal minuten dat daaruit volgde."""

    taak: Sleutel
    blok: BlokCode | None = None
    frequentie: Frequentie | None = None
    keuzes: BeperkteKeuzes = Field(default_factory=dict)
    aftrek: tuple[UitslagAftrek, ...] = Field(default=(), max_length=10)
    besluit: Besluitvorm = Besluitvorm.VOORSTEL
    minuten_per_week: ExacteMinuten = Field(description="minuten per week die meetellen, exact")


class UitslagLeefgebied(Feit):
    """De keuzes bij de factoren van één leefgebied."""

    leefgebied: Sleutel
    keuzes: BeperkteKeuzes = Field(default_factory=dict)


class Uitslag(Feit):
    """De anonieme uitslag van één consulent op één oefencasus."""

    formaat: Formaat = 1
    casus: UitslagCasus
    kader: UitslagKader
    deelnemer: str = Field(
        pattern=r"^[0-9a-f]{32}$",
        description="gelijk voor één laptop en één casus; zonder verband tussen casussen",
    )
    keuzes: BeperkteKeuzes = Field(default_factory=dict, description="factoren van het hele dossier")
    leefgebieden: tuple[UitslagLeefgebied, ...] = Field(default=(), max_length=60)
    taken: tuple[UitslagTaak, ...] = Field(min_length=1, max_length=500)
    overige: tuple[Minuten, ...] = Field(
        default=(), max_length=20, description="minuten per week buiten het kader, zonder omschrijving"
    )
    totaal_afgeweken: bool = Field(default=False, description="het totaal is anders vastgesteld dan de som")
    minuten_per_maand: int = Field(ge=0, le=MAX_EXACT)
    profiel: BlokCode | None = Field(default=None, description="het profiel dat het kader voorstelt")

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        require_each_once("leefgebied", [antwoord.leefgebied for antwoord in self.leefgebieden])
        require_each_once("taak", [antwoord.taak for antwoord in self.taken])
        return self

    def taak(self, taak: str) -> UitslagTaak | None:
        """Return how a taak was scored, or None when it was not chosen."""
        return next((antwoord for antwoord in self.taken if antwoord.taak == taak), None)
