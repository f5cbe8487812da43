"""Days and months of a looptijd: how many whole months, and when the evaluations are.

Pure arithmetic on dates; a day outside the calendar is left out instead of failing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from indicatietool.domain.dossier import Weging
from indicatietool.domain.indicatie import Termijnen
from indicatietool.domain.kalender import add_months, shifted
from indicatietool.domain.normenkader import Profiel

MAX_EVALUATIES = 24


@dataclass(frozen=True, slots=True)
class Looptijd:
    """De duur van een indicatie in hele maanden, met de dagen die overblijven."""

    maanden: int
    dagen: int


@dataclass(frozen=True, slots=True)
class Evaluatiemoment:
    """Een dag waarop de begeleiding wordt geëvalueerd, en wanneer de stukken er dan moeten zijn."""

    dag: date
    aanleveren: date | None


def duration(start: date, einde: date) -> Looptijd:
    """Return the whole months from start up to and including the last day.

    >>> duration(date(2027, 2, 1), date(2028, 1, 31)), duration(date(2027, 1, 15), date(2027, 3, 1))
    (Looptijd(maanden=12, dagen=0), Looptijd(maanden=1, dagen=15))
    """
    na = shifted(einde, dagen=1) or einde
    maanden = (na.year - start.year) * 12 + na.month - start.month
    if (later := add_months(start, maanden)) is None or later > na:
        maanden -= 1
    rest = add_months(start, maanden)
    return Looptijd(maanden, (na - rest).days if rest else 0)


def suggest_termijnen(profiel: Profiel, ingangsdatum: date) -> Termijnen | None:
    """Return the dates that the kader suggests for a start date; None outside the calendar.

    Bron: eisen 102, 104, 106 en 113.
    """
    na = add_months(ingangsdatum, profiel.looptijd_maanden)
    evaluatie = add_months(ingangsdatum, profiel.eerste_evaluatie_maanden)
    if na is None or evaluatie is None:
        return None
    return Termijnen(
        einddatum=na - timedelta(days=1),
        eerste_evaluatie=evaluatie,
        evaluatie_elke_maanden=profiel.evaluatie_elke_maanden,
        aanleveren_weken_ervoor=profiel.aanleveren_weken_ervoor,
    )


def evaluations(weging: Weging) -> tuple[Evaluatiemoment, ...]:
    """Return the evaluations up to the einddatum; without einddatum or cadence only the first."""
    weken = weging.aanleveren_weken_ervoor
    return tuple(
        Evaluatiemoment(dag, shifted(dag, -7 * weken) if weken is not None else None)
        for dag in islice(_evaluation_days(weging), MAX_EVALUATIES)
    )


def _evaluation_days(weging: Weging) -> Iterator[date]:
    eerste, elke, einde = weging.eerste_evaluatie, weging.evaluatie_elke_maanden, weging.einddatum
    if eerste is None:
        return
    yield eerste
    keer = 1
    while elke and einde and (dag := add_months(eerste, keer * elke)) and dag <= einde:
        yield dag
        keer += 1
