"""The same session without a screen. Each command answers on standard output; a mistake is one Dutch message.

Exit codes: 0 ok, 1 unexpected, 2 bad input, 3 damaged, 4 in use, 5 disk, 6 wachtwoord, 7 newer.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from indicatietool import __version__
from indicatietool.cli_parser import make_parser
from indicatietool.errors import InvoerError
from indicatietool.session.answer import as_json, as_text
from indicatietool.session.bron import read_bron
from indicatietool.session.checks import refuse_outside_validity
from indicatietool.session.desk import Desk
from indicatietool.session.session import Session

Demonstration = Callable[[Path], Sequence[Path]]
"""Walks the practice case into a folder and returns the files. It comes from app: cli knows no Qt."""


def run(words: Sequence[str], demonstrate: Demonstration) -> int:
    """Run one command.

    Args:
        words: the command and its arguments.
        demonstrate: does the work of `voorbeeld`.

    Returns:
        0 when it was done; another exit code when a part of it was answered as wrong.

    Raises:
        IndicatietoolError: what was asked can't be done; `str(error)` says why.
    """
    _speak_utf8()
    arguments = make_parser(__version__).parse_args(words)
    match arguments.opdracht:
        case "bereken":
            _compute(arguments)
        case "verslag":
            _report(arguments)
        case "narekenen":
            from indicatietool.cli_uitvoer import run_narekenen

            return run_narekenen(arguments)
        case "uitvoer":
            from indicatietool.cli_uitvoer import run_uitvoer

            run_uitvoer(arguments, date.today())
        case "norm":
            from indicatietool.cli_norm import run_norm

            run_norm(arguments, date.today())
        case "kluis":
            from indicatietool.cli_kluis import run_kluis

            return run_kluis(arguments)
        case "dossier":
            from indicatietool.cli_dossier import run_dossier

            return run_dossier(arguments)
        case "oefening":
            from indicatietool.cli_oefening import run_oefening

            run_oefening(arguments)
        case "kalibratie":
            from indicatietool.cli_kalibratie import run_kalibratie

            return run_kalibratie(arguments, date.today())
        case "schema":
            _schema(arguments)
        case "voorbeeld":
            naar = Path(arguments.naar)
            made = demonstrate(naar)
            print(
                f"De oefencasus is doorlopen. In {naar} staan:",
                *(f"  {file.name}" for file in made),
                sep="\n",
            )
    return 0


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):  # a file or pipe on Windows would else get another alphabet
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _open(desk: Desk, file: str, kader: str | None) -> Session:
    session = read_bron(Path(file), desk.kaders, Path(kader) if kader else None).session(desk.vandaag)
    refuse_outside_validity(session.kader, session.dossier)
    return session


def _compute(arguments: argparse.Namespace) -> None:
    desk = Desk.without_kluis()
    sessions = [_open(desk, file, arguments.kader) for file in arguments.dossier]
    if not arguments.json:
        print("\n\n".join(as_text(session) for session in sessions))
        return
    answers = [as_json(session) for session in sessions]
    print(json.dumps(answers[0] if len(answers) == 1 else answers, ensure_ascii=False, indent=2))


def _report(arguments: argparse.Namespace) -> None:
    from indicatietool.session.checks import missing
    from indicatietool.session.report import write_report
    from indicatietool.session.tekens import odd_characters

    session = _open(Desk.without_kluis(), arguments.dossier, arguments.kader)
    doel = Path(arguments.naar)
    if doel.suffix.lower() != ".pdf":
        raise InvoerError(f"{doel.name}: het verslag is een pdf. Geef een naam die eindigt op .pdf.")
    write_report(session, doel)
    gaps = missing(session.kader, session.dossier, session.indicatie)
    ontbreekt = "1 gegeven ontbreekt" if len(gaps) == 1 else f"{len(gaps)} gegevens ontbreken"
    soort = f"Concept ({ontbreekt})" if gaps else "Definitief verslag"
    if session.geladen.watermerk_reden:
        soort += f" met watermerk ({session.geladen.watermerk_reden})"
    print(f"{soort}: {doel} — {session.indicatie.minuten_per_maand} minuten per maand")
    vreemd = odd_characters(session)
    if vreemd:
        print(f"Let op: {vreemd}")


def _schema(arguments: argparse.Namespace) -> None:
    from indicatietool.domain.base import Feit
    from indicatietool.domain.dossier import Dossier
    from indicatietool.domain.normenkader import Normenkader

    if arguments.naslag:
        from indicatietool.store.reference import reference

        if arguments.soort != "normenkader":
            raise InvoerError("Een naslag is er alleen van het normenkader. Laat --naslag weg.")
        print(reference(), end="")
        return
    models: dict[str, type[Feit]] = {"dossier": Dossier, "normenkader": Normenkader}
    model = models[arguments.soort]
    print(json.dumps(model.model_json_schema(), ensure_ascii=False, indent=2))
