"""Whole months and days on the calendar; a day outside the calendar is None instead of a failure.

Pure arithmetic: knows no dossier and no clock.
"""

from calendar import monthrange
from datetime import date, timedelta

ONDERZOEK_WEKEN = 6
"""Bron: Wmo 2015 art. 2.3.2 lid 1."""


def add_months(dag: date, maanden: int) -> date | None:
    """Return the same day so many months later, or the last day of that month; None past the calendar.

    >>> add_months(date(2027, 1, 31), 1)
    datetime.date(2027, 2, 28)
    """
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    if not date.min.year <= jaar <= date.max.year:
        return None
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def shifted(dag: date, dagen: int) -> date | None:
    """Return a day so many days later (earlier when negative); None outside the calendar."""
    try:
        return dag + timedelta(days=dagen)
    except OverflowError:
        return None


def research_deadline(meldingsdatum: date) -> date | None:
    """Return the last day of the research, six weeks after the melding; None outside the calendar."""
    return shifted(meldingsdatum, 7 * ONDERZOEK_WEKEN)
