"""The scale on which a taak is scored: blokken with a richting and a gradatie, and their cells of minutes.

Knows no taken and no rules.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from indicatietool.domain.base import Feit, GevuldeTekst, Sleutel

BlokCode = Annotated[str, Field(pattern=r"^[A-Z0-9]{1,6}$", description="code van een blok, bijv. O2")]
Minuten = Annotated[int, Field(ge=0, le=10_080, description="minuten, 0 t/m 10080 (een week)")]


class Richting(StrEnum):
    """Waar de begeleiding op gericht is: iets leren of de situatie stabiel houden."""

    ONTWIKKEL = "ontwikkel"
    BEHOUD = "behoud"


class Marge(Feit):
    """Hoeveel de consulent zonder motivering van de richtwaarde mag afwijken."""

    onder_procent: int = Field(ge=0, le=100, description="procent onder de richtwaarde, 0 t/m 100")
    boven_procent: int = Field(ge=0, le=400, description="procent boven de richtwaarde, 0 t/m 400")


class Blok(Feit):
    """Een trede van de schaal waarop een taak wordt gescoord, met richting en gradatie."""

    code: BlokCode
    naam: GevuldeTekst
    richting: Richting
    gradatie: int = Field(ge=1, le=9, description="zwaarte binnen de richting, 1 is licht")
    anker: GevuldeTekst = Field(description="zichtbaar gedrag waaraan dit blok te herkennen is")
    marge: Marge
    bron: Sleutel


class Cel(Feit):
    """De minuten van een taak bij één blok: richtwaarde, met of zonder eigen marge."""

    min: Minuten
    richt: Minuten
    max: Minuten

    @model_validator(mode="after")
    def _in_order(self) -> "Cel":
        if not self.min <= self.richt <= self.max:
            raise ValueError("min, richt en max moeten oplopen; zet ze in volgorde")
        return self
