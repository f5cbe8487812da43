"""The lines of an indicatie in time: what is assigned from which day to which day, and the sum of it.

Results, not facts: engine.tijdlijn makes them from dossier and outcome.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class LijnSoort(StrEnum):
    """Waar een lijn van de toewijzing uit voortkomt."""

    INDICATIE = "indicatie"
    START = "start"
    VERVOLG = "vervolg"
    AFBOUW = "afbouw"
    WAAKVLAM = "waakvlam"
    TIJDELIJK = "tijdelijk"


@dataclass(frozen=True, slots=True)
class Toewijzingslijn:
    """Eén aaneengesloten tijd met één aantal minuten per maand; `tot` telt mee.

    Bron: iWmo 3.2, ToegewezenProduct; eis 119 (meer fasen, meer regels).
    """

    soort: LijnSoort
    van: date
    tot: date
    minuten_per_maand: int
    motivering: str = ""
    omschrijving: str = ""


@dataclass(frozen=True, slots=True)
class Duurtotaal:
    """De minuten van alle lijnen samen over de hele duur: exact, en naar boven op hele minuten.

    Bron: iWmo Frequentie 6; eisen 27 en 28.
    """

    exact: Fraction
    minuten: int
