"""The days that must not be forgotten: evaluations, when their papers are due, and the last day.

Comes in: a Zaak. Goes out: an agenda file (iCalendar) and rows for a robot. Neither holds a name; the
agenda file knows only the number of the dossier. Same dossier and day, same bytes.

Bron: eisen 103, 106, 125, 126 and 175; RFC 5545.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from indicatietool.engine.looptijd import evaluations
from indicatietool.errors import VerslagError
from indicatietool.verslag.uitvoer.kommabestand import to_csv
from indicatietool.verslag.zaak import Zaak

if TYPE_CHECKING:
    from icalendar import Event

KOLOMMEN = (
    "dossier",
    "zaaknummer",
    "gemeente",
    "oefening",
    "soort",
    "volgnummer",
    "datum",
    "aanleverdatum",
)
"""Stable: names and order may only grow at the end."""

_ZAAKNUMMER = re.compile(r"(?=.*[0-9])[A-Z0-9][A-Z0-9./-]{1,39}")
"""What goes to a robot as a zaaknummer: capitals, digits and signs, so never a name in a sentence."""


class AfspraakSoort(StrEnum):
    """Waar een dag in de agenda voor is."""

    AANLEVEREN = "aanleveren"
    EVALUATIE = "evaluatie"
    EINDE = "einde"


WAARSCHUWING = {
    AfspraakSoort.AANLEVEREN: timedelta(weeks=1),
    AfspraakSoort.EVALUATIE: timedelta(weeks=2),
    AfspraakSoort.EINDE: timedelta(weeks=8),
}
"""How long before the day an agenda warns; before the end: six weeks of onderzoek and two for the besluit."""

_KOP = {
    AfspraakSoort.AANLEVEREN: "Evaluatieverslag aanbieder binnen",
    AfspraakSoort.EVALUATIE: "Evaluatie begeleiding",
    AfspraakSoort.EINDE: "Laatste dag indicatie",
}
_UITLEG = {
    AfspraakSoort.AANLEVEREN: "Op deze dag moet het verslag van de aanbieder er zijn. Is het er nog niet? "
    "Vraag ernaar.",
    AfspraakSoort.EVALUATIE: "Bespreek per leefgebied het doel. Past de inzet nog? Leg de uitkomst vast.",
    AfspraakSoort.EINDE: "De indicatie eindigt op deze dag. Is er daarna nog hulp nodig? Dan is er op tijd "
    "een nieuwe melding nodig.",
}


@dataclass(frozen=True, slots=True)
class Afspraak:
    """Eén dag in de agenda; `volgnummer` telt per soort vanaf 1."""

    soort: AfspraakSoort
    volgnummer: int
    dag: date
    aanleveren: date | None = None


def appointments(zaak: Zaak) -> tuple[Afspraak, ...]:
    """Return the evaluations with the day their papers are due, and the last day of the indicatie.

    Raises:
        VerslagError: no day is known yet.
    """
    momenten = tuple(
        Afspraak(AfspraakSoort.EVALUATIE, nummer, moment.dag, moment.aanleveren)
        for nummer, moment in enumerate(evaluations(zaak.dossier.weging), start=1)
    )
    einde = zaak.dossier.weging.einddatum
    slot = (Afspraak(AfspraakSoort.EINDE, 1, einde),) if einde else ()
    if not momenten and not slot:
        raise VerslagError(
            f"In dossier {zaak.dossier.nummer} staat nog geen datum voor de agenda. "
            "Vul bij de weging de eerste evaluatie en de einddatum in."
        )
    return (*momenten, *slot)


def agenda_as_csv(zaak: Zaak) -> bytes:
    """Return a row per evaluation and one for the last day."""
    melding = zaak.dossier.melding
    zaaknummer = melding.zaaknummer.strip()
    kop = (
        zaak.dossier.nummer,
        zaaknummer if _ZAAKNUMMER.fullmatch(zaaknummer) else None,
        melding.gemeente,
        zaak.dossier.oefening,
    )
    rijen = (
        (*kop, str(afspraak.soort), afspraak.volgnummer, afspraak.dag, afspraak.aanleveren)
        for afspraak in appointments(zaak)
    )
    return to_csv(KOLOMMEN, rijen)


def agenda_as_ics(zaak: Zaak) -> bytes:
    """Return the agenda file: a whole day for each, with a warning some weeks before."""
    from icalendar import Calendar  # with its time zones only when an agenda is made

    agenda = Calendar()
    agenda.add("version", "2.0")
    agenda.add("prodid", "-//indicatietool//agenda//NL")
    agenda.add("calscale", "GREGORIAN")
    for afspraak in _with_deadlines(appointments(zaak)):
        agenda.add_component(_event(zaak, afspraak))
    return bytes(agenda.to_ical())


def _with_deadlines(afspraken: tuple[Afspraak, ...]) -> Iterator[Afspraak]:
    for afspraak in afspraken:
        if afspraak.aanleveren is not None and afspraak.aanleveren != afspraak.dag:
            yield Afspraak(AfspraakSoort.AANLEVEREN, afspraak.volgnummer, afspraak.aanleveren)
        yield afspraak


def _event(zaak: Zaak, afspraak: Afspraak) -> "Event":
    from icalendar import Alarm, Event

    oefening = "OEFENING: " if zaak.dossier.oefening else ""
    titel = f"{oefening}{_KOP[afspraak.soort]}, dossier {zaak.dossier.nummer}"
    gebeurtenis, wekker = Event(), Alarm()
    gebeurtenis.add("uid", _uid(zaak, afspraak))
    gebeurtenis.add("dtstamp", datetime.combine(zaak.verantwoording.datum, time(), tzinfo=UTC))
    gebeurtenis.add("dtstart", afspraak.dag)
    gebeurtenis.add("summary", titel)
    gebeurtenis.add("description", _UITLEG[afspraak.soort])
    gebeurtenis.add("transp", "TRANSPARENT")
    gebeurtenis.add("class", "PRIVATE")
    wekker.add("action", "DISPLAY")
    wekker.add("description", titel)
    wekker.add("trigger", -WAARSCHUWING[afspraak.soort])
    gebeurtenis.add_component(wekker)
    return gebeurtenis


def _uid(zaak: Zaak, afspraak: Afspraak) -> str:
    """Return a name that stays when the day moves, so that an agenda replaces instead of doubles it."""
    dossier = zaak.dossier
    deel = f"{dossier.nummer}|{dossier.gemaakt}|{afspraak.soort}|{afspraak.volgnummer}"
    return f"{hashlib.sha256(deel.encode()).hexdigest()[:32]}@indicatietool"
