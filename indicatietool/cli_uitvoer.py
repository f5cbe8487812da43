"""The commands `uitvoer …` and `narekenen`, on the same session functions as the window.

Comes in: parsed arguments and today's date. Goes out: files, and an answer on standard output; a mistake is
one Dutch message.
"""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from indicatietool.cli_toegang import opened_desk, secret, show
from indicatietool.errors import IntegriteitError, InvoerError
from indicatietool.session.bron import read_bron
from indicatietool.session.checks import refuse_outside_validity
from indicatietool.session.desk import Desk
from indicatietool.session.narekenen import checked_as_json, checked_as_text, narekenen
from indicatietool.session.session import Session
from indicatietool.session.uitvoer import VORMEN, Uitvoer, write_export, write_statistics
from indicatietool.store.overdracht import SUFFIX

DIFFERENT = IntegriteitError.exit_code
"""What `narekenen` answers when the verslag is not what it should be."""


def run_uitvoer(arguments: argparse.Namespace, vandaag: date) -> None:
    """Make one kind of file from one dossier, or a statistic from more.

    Raises:
        IndicatietoolError: what was asked can't be done.
    """
    soort, naar = Uitvoer(arguments.actie), Path(arguments.naar)
    if naar.suffix.lower() not in VORMEN[soort]:
        raise InvoerError(f"{naar.name}: geef een naam die eindigt op {' of '.join(VORMEN[soort])}.")
    with _sessions(arguments, vandaag) as sessions:
        if soort is Uitvoer.STATISTIEK:
            write_statistics(sessions, naar, with_gemeente=arguments.met_gemeente)
        else:
            write_export(sessions[0], soort, naar)
    show(arguments, {"bestand": str(naar), "soort": str(soort)}, f"{soort.naam.capitalize()}: {naar}")


def run_narekenen(arguments: argparse.Namespace) -> int:
    """Recompute a verslag and say whether it is the same.

    Returns:
        0 when it is the same, 3 when anything differs.

    Raises:
        IndicatietoolError: it can't be recomputed.
    """
    uitkomst = narekenen(
        Path(arguments.verslag),
        Desk.without_kluis().kaders,
        Path(arguments.dossier) if arguments.dossier else None,
        kader=Path(arguments.kader) if arguments.kader else None,
        wachtwoord=_file_secret(arguments),
    )
    if arguments.json:
        print(json.dumps(checked_as_json(uitkomst), ensure_ascii=False, indent=2))
    else:
        print(checked_as_text(uitkomst))
    return 0 if uitkomst.is_gelijk else DIFFERENT


@contextmanager
def _sessions(arguments: argparse.Namespace, vandaag: date) -> Iterator[list[Session]]:
    """Open the dossiers that were named: all files, or all in the kluis."""
    bestanden = [naam for naam in arguments.dossier if _is_file(naam)]
    if bestanden and len(bestanden) < len(arguments.dossier):
        raise InvoerError("Geef alleen bestanden, of alleen nummers van dossiers in de kluis.")
    if bestanden:
        yield [_from_file(arguments, Path(naam), vandaag) for naam in bestanden]
        return
    with opened_desk(arguments) as desk:
        yield [desk.open(naam) for naam in arguments.dossier]


def _is_file(naam: str) -> bool:
    pad = Path(naam)
    return pad.suffix.lower() in (".json", SUFFIX) or pad.is_file()


def _from_file(arguments: argparse.Namespace, pad: Path, vandaag: date) -> Session:
    kader = Path(arguments.kader) if arguments.kader else None
    session = read_bron(pad, Desk.without_kluis().kaders, kader, _file_secret(arguments)).session(vandaag)
    refuse_outside_validity(session.kader, session.dossier)
    return session


def _file_secret(arguments: argparse.Namespace) -> str | None:
    bestand = arguments.pakketwachtwoord_bestand
    return secret("wachtwoord", "--pakketwachtwoord-bestand", bestand) if bestand else None
