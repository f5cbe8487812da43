"""An indicatie in time: fases with their own minutes, and temporary extra lines beside them.

Facts only; engine.tijdlijn makes the lines of a toewijzing from them.
"""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from indicatietool.domain.base import Datum, Feit, GevuldeTekst, Tekst

MinutenPerMaand = Annotated[int, Field(ge=0, le=44_640, description="minuten per maand, 0 t/m 44640")]
"""Whole minutes per month; 44,640 is every minute of a month of 31 days."""


class FaseSoort(StrEnum):
    """De plaats van een fase in het traject."""

    START = "start"
    VERVOLG = "vervolg"
    AFBOUW = "afbouw"
    WAAKVLAM = "waakvlam"


class Fase(Feit):
    """Een deel van de looptijd met een eigen aantal minuten per maand.

    Bron: eisen 63, 92, 118, 119 en 141.
    """

    soort: FaseSoort
    van: Datum = Field(description="eerste dag")
    tot: Datum = Field(description="laatste dag, telt mee")
    minuten_per_maand: MinutenPerMaand | None = Field(
        default=None, description="leeg: het aantal minuten van de indicatie zelf"
    )
    motivering: Tekst = Field(default="", description="waarom deze fase een ander aantal heeft")

    @model_validator(mode="after")
    def _reasoned(self) -> Self:
        if self.tot < self.van:
            raise ValueError("eindigt vóór de eerste dag; pas één van beide datums aan")
        if self.minuten_per_maand is not None and not self.motivering.strip():
            raise ValueError("heeft een eigen aantal minuten zonder motivering; schrijf op waarom")
        return self


class TijdelijkeLijn(Feit):
    """Extra begeleiding voor een afgebakende tijd, los van de indicatie per maand.

    Bron: eisen 131 en 136 (crisis of life event telt niet mee in de maandelijkse basis).
    """

    omschrijving: GevuldeTekst
    van: Datum = Field(description="eerste dag")
    tot: Datum = Field(description="laatste dag, telt mee")
    minuten_per_maand: MinutenPerMaand
    motivering: GevuldeTekst

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.tot < self.van:
            raise ValueError("eindigt vóór de eerste dag; pas één van beide datums aan")
        return self
