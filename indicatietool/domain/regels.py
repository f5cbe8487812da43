"""The rules of a normenkader: a closed set of typed effects under conditions. No expressions, no code.

Knows ids of factoren, blokken and taken, not their contents.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from indicatietool.domain.base import Feit, GevuldeTekst, Sleutel
from indicatietool.domain.schaal import BlokCode, Minuten, Richting


class Voorwaarde(Feit):
    """Wanneer een regel geldt; wat is ingevuld moet allemaal waar zijn."""

    factor: Sleutel | None = None
    keuzes: tuple[Sleutel, ...] = Field(default=(), description="één van deze keuzes bij de factor")
    richtingen: tuple[Richting, ...] = ()
    blokken: tuple[BlokCode, ...] = ()
    taken: tuple[Sleutel, ...] = ()
    leefgebieden: tuple[Sleutel, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> "Voorwaarde":
        if (self.factor is None) != (not self.keuzes):
            raise ValueError("factor en keuzes horen bij elkaar; vul ze allebei in of geen van beide")
        if not (self.factor or self.richtingen or self.blokken or self.taken or self.leefgebieden):
            raise ValueError("is leeg; noem een factor, richting, blok, taak of leefgebied")
        return self


class Procent(Feit):
    """Effect: een percentage erbij of eraf, van de basis of van de tussenstand."""

    soort: Literal["procent"]
    procent: int = Field(ge=-100, le=400, description="procent erbij (+) of eraf (-), -100 t/m 400")
    van: Literal["basis", "tussenstand"] = Field(description="waarvan het percentage wordt genomen")


class MinutenErbij(Feit):
    """Effect: een vast aantal minuten per week erbij of eraf, nooit onder nul."""

    soort: Literal["minuten"]
    minuten_per_week: int = Field(ge=-10_080, le=10_080, description="minuten per week erbij of eraf")


class Vervangt(Feit):
    """Effect: een vast aantal minuten per week komt in de plaats van de tussenstand."""

    soort: Literal["vervangt"]
    minuten_per_week: Minuten


class Vervalt(Feit):
    """Effect: voor deze taak blijven geen minuten over."""

    soort: Literal["vervalt"]


class TenHoogste(Feit):
    """Effect: de tussenstand wordt niet hoger dan dit aantal minuten per week."""

    soort: Literal["maximum"]
    minuten_per_week: Minuten


class TenMinste(Feit):
    """Effect: de tussenstand wordt niet lager dan dit aantal minuten per week."""

    soort: Literal["minimum"]
    minuten_per_week: Minuten


Effect = Annotated[
    Procent | MinutenErbij | Vervangt | Vervalt | TenHoogste | TenMinste, Field(discriminator="soort")
]


class Regel(Feit):
    """Een stap van het normenkader die onder voorwaarden de minuten van een taak verandert."""

    id: Sleutel
    tekst: GevuldeTekst = Field(description="de Nederlandse zin die bij de rekenstap staat")
    als: tuple[Voorwaarde, ...] = Field(min_length=1, description="alle voorwaarden moeten gelden")
    effect: Effect
    bron: Sleutel


class Samenval(Feit):
    """Twee taken die deels in dezelfde tijd worden gedaan; de aftrek gebeurt één keer."""

    id: Sleutel
    taak: Sleutel = Field(description="de taak waar de minuten van af gaan")
    met: Sleutel = Field(description="de taak die tegelijk wordt gedaan")
    minuten_per_week: Minuten
    tekst: GevuldeTekst
    bron: Sleutel


class Maximum(Feit):
    """Het hoogste aantal minuten per week voor een groep taken of voor alles samen."""

    id: Sleutel
    tekst: GevuldeTekst
    taken: tuple[Sleutel, ...] = Field(default=(), description="leeg = alle taken samen")
    minuten_per_week: Minuten
    bron: Sleutel
