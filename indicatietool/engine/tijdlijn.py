"""From one number per month to lines in time, and to the total for the whole duration.

Comes in: dossier and outcome. Goes out: Toewijzingslijnen in order, and their sum. A month that a line
covers in part counts for the share of its days.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie
from indicatietool.domain.tijdlijn import Duurtotaal, LijnSoort, Toewijzingslijn


def lines_of(dossier: Dossier, indicatie: Indicatie) -> tuple[Toewijzingslijn, ...]:
    """Return the lines of a toewijzing: the fases, or one line for the whole, then the temporary ones.

    Returns:
        Nothing as long as there are no fases and the first or last day is open.
    """
    weging = dossier.weging
    fasen = tuple(
        Toewijzingslijn(
            LijnSoort(fase.soort.value),
            fase.van,
            fase.tot,
            indicatie.minuten_per_maand if fase.minuten_per_maand is None else fase.minuten_per_maand,
            fase.motivering,
        )
        for fase in dossier.fasen
    )
    if not fasen and weging.ingangsdatum and weging.einddatum:
        geheel = (weging.ingangsdatum, weging.einddatum, indicatie.minuten_per_maand)
        fasen = (Toewijzingslijn(LijnSoort.INDICATIE, *geheel),)
    tijdelijk = tuple(
        Toewijzingslijn(
            LijnSoort.TIJDELIJK,
            lijn.van,
            lijn.tot,
            lijn.minuten_per_maand,
            lijn.motivering,
            lijn.omschrijving,
        )
        for lijn in dossier.tijdelijke_lijnen
    )
    return (*fasen, *sorted(tijdelijk, key=lambda lijn: (lijn.van, lijn.tot)))


def total_of(lijnen: Iterable[Toewijzingslijn]) -> Duurtotaal:
    """Return the minutes of these lines over their whole duration, rounded up once to whole minutes.

    >>> lijn = Toewijzingslijn(LijnSoort.INDICATIE, date(2027, 2, 15), date(2027, 3, 31), 600)
    >>> total_of((lijn,))
    Duurtotaal(exact=Fraction(900, 1), minuten=900)
    """
    exact = sum((lijn.minuten_per_maand * _months(lijn.van, lijn.tot) for lijn in lijnen), Fraction(0))
    return Duurtotaal(exact, ceil(exact))


def gaps_in_time(dossier: Dossier) -> Iterator[tuple[date, date]]:
    """Yield each stretch of days between start and end of the indicatie that no fase covers."""
    start, einde = dossier.weging.ingangsdatum, dossier.weging.einddatum
    if not dossier.fasen or start is None or einde is None:
        return
    nu = start
    for fase in dossier.fasen:
        if fase.van > nu:
            yield nu, fase.van - timedelta(days=1)
        nu = max(nu, fase.tot + timedelta(days=1)) if fase.tot < date.max else date.max
    if nu <= einde:
        yield nu, einde


def _months(van: date, tot: date) -> Fraction:
    """Return the months from van up to and including tot; part of a month counts by its days."""
    hele = (tot.year - van.year) * 12 + tot.month - van.month + 1
    voor = Fraction(van.day - 1, _days_in(van))
    na = Fraction(_days_in(tot) - tot.day, _days_in(tot))
    return hele - voor - na


def _days_in(dag: date) -> int:
    return monthrange(dag.year, dag.month)[1]
