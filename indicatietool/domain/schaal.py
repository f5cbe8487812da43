"""The scale on which a taak is scored, blokken or another one, and the cells of minutes that belong to it.

Knows no taken and no rules.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator

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
    richting: Richting | None = Field(default=None, description="weglaten als de schaal geen richting kent")
    gradatie: int = Field(
        ge=0, le=99, description="plaats op de schaal binnen de richting; hoger is zwaarder"
    )
    anker: GevuldeTekst = Field(description="zichtbaar gedrag waaraan dit blok te herkennen is")
    marge: Marge
    bron: Sleutel


class Schaal(Feit):
    """Hoe de treden heten waarop een taak wordt gescoord: blok, klasse, rang, score."""

    naam: GevuldeTekst = Field(default="Blok", description="zoals het op het scherm en in het verslag staat")
    bandbreedte: Literal["onder", "midden", "boven"] = Field(
        default="midden", description="welke waarde richting geeft als de norm alleen een min en max noemt"
    )


class Cel(Feit):
    """De minuten van een taak met hun eigen marge; zonder richtwaarde wijst de schaal er een aan."""

    min: Minuten
    richt: Minuten | None = None
    max: Minuten

    @model_validator(mode="after")
    def _in_order(self) -> "Cel":
        richt = self.min if self.richt is None else self.richt
        if not self.min <= richt <= self.max:
            raise ValueError("min, richt en max moeten oplopen; zet ze in volgorde")
        return self


class TenHoogsteCel(Feit):
    """Een norm die alleen een bovengrens noemt: ten hoogste zoveel minuten."""

    ten_hoogste: Minuten


class OpenCel(Feit):
    """Een norm die nog open is: de consulent beoordeelt zelf, met een motivering."""

    open: GevuldeTekst = Field(description="wat de consulent moet weten om zelf te beoordelen")
    stand: Literal["open", "gevraagd", "uitgesteld"] = Field(
        default="open", description="of de vraag al bij de maker van de norm ligt"
    )


def _kind_of_cell(value: object) -> str:
    """Tell by its keys which kind of cell this is, so that a mistake is told about one kind only."""
    match value:
        case OpenCel() | {"open": _}:
            return "open"
        case TenHoogsteCel() | {"ten_hoogste": _}:
            return "ten_hoogste"
        case Cel() | dict():
            return "marge"
        case _:
            return "getal"


CelWaarde = Annotated[
    Annotated[Minuten, Tag("getal")]
    | Annotated[Cel, Tag("marge")]
    | Annotated[TenHoogsteCel, Tag("ten_hoogste")]
    | Annotated[OpenCel, Tag("open")],
    Discriminator(_kind_of_cell),
]
"""One figure, a range, an upper limit, or open."""
