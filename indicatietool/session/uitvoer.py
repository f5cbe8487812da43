"""What leaves the program beside the verslag, from a session: rows for the backoffice, dates, sheets.

Comes in: a Session and what is asked for. Goes out: bytes, a file written durably with a line in the log, or
text for the clipboard. Names of files hold the number of the dossier, never a name.
"""

import hashlib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from indicatietool.errors import InvoerError
from indicatietool.session.session import Session
from indicatietool.session.verantwoording import account_for
from indicatietool.store.atomic import write_durably

if TYPE_CHECKING:
    from indicatietool.verslag.zaak import Zaak


class Uitvoer(StrEnum):
    """Wat er naast het verslag uit het programma kan."""

    TOEWIJZING = "toewijzing"
    AGENDA = "agenda"
    EVALUATIE = "evaluatie"
    PLAN = "plan"
    STATISTIEK = "statistiek"

    @property
    def naam(self) -> str:
        """Return the name as the consulent says it."""
        return {
            "toewijzing": "toewijzingsblok voor de backoffice",
            "agenda": "evaluaties en einddatum voor de agenda",
            "evaluatie": "evaluatieformulier",
            "plan": "input voor het ondersteuningsplan",
            "statistiek": "anonieme regel voor de statistiek",
        }[self.value]


VORMEN: Mapping[Uitvoer, tuple[str, ...]] = {
    Uitvoer.TOEWIJZING: (".csv", ".json", ".txt"),
    Uitvoer.AGENDA: (".ics", ".csv"),
    Uitvoer.EVALUATIE: (".pdf",),
    Uitvoer.PLAN: (".txt", ".csv"),
    Uitvoer.STATISTIEK: (".csv",),
}
"""What kinds of file there are, the usual one first."""


def file_name(session: Session, soort: Uitvoer, vorm: str = "") -> str:
    """Return a name for a file, such as "agenda-2027-0004.ics"; a statistic holds no number."""
    suffix = vorm or VORMEN[soort][0]
    is_anoniem = soort is Uitvoer.STATISTIEK
    return f"{soort}{suffix}" if is_anoniem else f"{soort}-{session.dossier.nummer}{suffix}"


def export(session: Session, soort: Uitvoer, vorm: str) -> bytes:
    """Return what was asked for.

    Args:
        session: the dossier with its outcome.
        soort: what.
        vorm: the kind of file, such as ".csv"; one of VORMEN.

    Raises:
        VerslagError: it can't be made yet; says what to do.
        InvoerError: this kind of file is not there for it.
    """
    _require_vorm(soort, vorm)
    zaak = _zaak_of(session)
    match soort:
        case Uitvoer.TOEWIJZING:
            return _toewijzing(zaak, vorm)
        case Uitvoer.AGENDA:
            from indicatietool.verslag.uitvoer.agenda import agenda_as_csv, agenda_as_ics

            return agenda_as_ics(zaak) if vorm == ".ics" else agenda_as_csv(zaak)
        case Uitvoer.EVALUATIE:
            from indicatietool.verslag.pdf import render_pdf
            from indicatietool.verslag.uitvoer.evaluatie import evaluation_sheet

            return render_pdf(evaluation_sheet(zaak))
        case Uitvoer.PLAN:
            from indicatietool.verslag.uitvoer.plan import plan_as_csv, plan_as_text

            return plan_as_csv(zaak) if vorm == ".csv" else plan_as_text(zaak).encode()
        case Uitvoer.STATISTIEK:
            return statistics([session])


def write_export(session: Session, soort: Uitvoer, pad: Path) -> None:
    """Write what was asked for; the end of the name says which kind of file. The log notes it.

    Raises:
        VerslagError, InvoerError: as `export` says.
        OpslagError: it can't be written.
    """
    inhoud = export(session, soort, pad.suffix.lower())
    write_durably(pad, inhoud)
    session.bewaring.log(f"uitvoer {soort}", hashlib.sha256(inhoud).hexdigest())


def clipboard_text(session: Session, soort: Uitvoer) -> str:
    """Return a toewijzing or a plan in words, to paste into another system. The log notes it.

    Raises:
        VerslagError, InvoerError: as `export` says.
    """
    inhoud = export(session, soort, ".txt")
    session.bewaring.log(f"klembord {soort}", hashlib.sha256(inhoud).hexdigest())
    return inhoud.decode()


def statistics(sessions: Sequence[Session], *, with_gemeente: bool = False) -> bytes:
    """Return an anonymous line for each finished dossier, in an order that says nothing.

    Raises:
        VerslagError: one of them is not finished.
    """
    from indicatietool.verslag.uitvoer.statistiek import statistics_as_csv

    return statistics_as_csv(map(_zaak_of, sessions), with_gemeente=with_gemeente)


def write_statistics(sessions: Sequence[Session], pad: Path, *, with_gemeente: bool = False) -> None:
    """Write the lines of `statistics`; the log of each dossier notes it.

    Raises:
        VerslagError: one of them is not finished.
        OpslagError: it can't be written.
    """
    inhoud = statistics(sessions, with_gemeente=with_gemeente)
    write_durably(pad, inhoud)
    for session in sessions:
        session.bewaring.log(f"uitvoer {Uitvoer.STATISTIEK}", hashlib.sha256(inhoud).hexdigest())


def _toewijzing(zaak: "Zaak", vorm: str) -> bytes:
    from indicatietool.verslag.uitvoer.toewijzing import make_toewijzing
    from indicatietool.verslag.uitvoer.toewijzing_tekst import (
        toewijzing_as_csv,
        toewijzing_as_json,
        toewijzing_as_text,
    )

    blok = make_toewijzing(zaak, zaak.verantwoording.datum)
    if vorm == ".txt":
        return toewijzing_as_text(blok).encode()
    return toewijzing_as_json(blok) if vorm == ".json" else toewijzing_as_csv(blok)


def _require_vorm(soort: Uitvoer, vorm: str) -> None:
    if vorm not in VORMEN[soort]:
        keuze = " of ".join(VORMEN[soort])
        raise InvoerError(f"Bij {soort} hoort een bestand dat eindigt op {keuze}. Kies zo'n naam.")


def _zaak_of(session: Session) -> "Zaak":
    from indicatietool.verslag.zaak import Zaak

    return Zaak(
        session.kader,
        session.dossier,
        session.indicatie,
        account_for(session),
        bezwaar=session.geladen.watermerk_reden,
    )
