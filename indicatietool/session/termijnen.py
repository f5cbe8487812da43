"""Dates that follow from a profiel: end, first evaluation, and when papers must be in. Suggestions only.

Bron: eisen 102, 104, 106 en 113.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from indicatietool.domain.normenkader import Profiel

ONDERZOEK_WEKEN = 6
"""Bron: Wmo 2015 art. 2.3.2 lid 1."""


@dataclass(frozen=True, slots=True)
class Termijnen:
    """De voorgestelde looptijd en evaluatie bij een profiel."""

    einddatum: date
    eerste_evaluatie: date
    evaluatie_elke_maanden: int
    aanleveren_weken_ervoor: int


def suggest_termijnen(profiel: Profiel, ingangsdatum: date) -> Termijnen:
    """Return the dates that the kader suggests for a start date.

    >>> add_months(date(2027, 1, 31), 1)
    datetime.date(2027, 2, 28)
    """
    return Termijnen(
        einddatum=add_months(ingangsdatum, profiel.looptijd_maanden) - timedelta(days=1),
        eerste_evaluatie=add_months(ingangsdatum, profiel.eerste_evaluatie_maanden),
        evaluatie_elke_maanden=profiel.evaluatie_elke_maanden,
        aanleveren_weken_ervoor=profiel.aanleveren_weken_ervoor,
    )


def add_months(dag: date, maanden: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def research_deadline(meldingsdatum: date) -> date:
    """Return the last day of the research: six weeks after the melding."""
    return meldingsdatum + timedelta(weeks=ONDERZOEK_WEKEN)
