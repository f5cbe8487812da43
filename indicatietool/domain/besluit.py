"""What the consulent decides about a voorstel. A closed union: a departure without a reason can't exist.

Nothing here is ever filled in by the program.
"""

from typing import Annotated, Literal

from pydantic import Field

from indicatietool.domain.base import Exact, Feit, GevuldeTekst, Sleutel
from indicatietool.domain.schaal import Minuten


class Overnemen(Feit):
    """De consulent neemt het voorstel over zoals het er toen stond."""

    soort: Literal["overnemen"] = "overnemen"
    minuten_per_week: Exact = Field(description="het overgenomen voorstel, exact, in minuten per week")


class BinnenMarge(Feit):
    """De consulent kiest een andere waarde binnen de marge; dat mag zonder motivering."""

    soort: Literal["binnen_marge"] = "binnen_marge"
    minuten_per_week: Minuten


class Afwijken(Feit):
    """De consulent wijkt af van het voorstel, met een grond en een motivering.

    Bron: Awb art. 4:84; eisen 5 en 7.
    """

    soort: Literal["afwijken"] = "afwijken"
    minuten: Minuten = Field(description="minuten per week die de consulent nodig vindt")
    grond: Sleutel = Field(description="id van een grond uit het normenkader")
    motivering: GevuldeTekst


Besluit = Annotated[Overnemen | BinnenMarge | Afwijken, Field(discriminator="soort")]


class TaakBesluit(Feit):
    """Het besluit van de consulent over één taak."""

    taak: Sleutel
    besluit: Besluit


class AfwijkenTotaal(Feit):
    """De consulent stelt het totaal per maand anders vast dan de som, met grond en motivering."""

    minuten_per_maand: int = Field(ge=0, le=44_640, description="minuten per maand, 0 t/m 44640")
    grond: Sleutel = Field(description="id van een grond uit het normenkader")
    motivering: GevuldeTekst
