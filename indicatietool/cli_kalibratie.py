"""The commands `kalibratie …`, on the same session functions as the window. Only in an oefenkluis.

Comes in: parsed arguments and today's date. Goes out: files, and an answer on standard output; a mistake is
one Dutch message.
"""

import argparse
from datetime import date
from pathlib import Path

from indicatietool.cli_toegang import kluis_of, practice_desk, show
from indicatietool.errors import InvoerError
from indicatietool.session.bron import read_bron
from indicatietool.session.desk import Desk
from indicatietool.session.kalibratie.antwoord import as_json, as_text
from indicatietool.session.kalibratie.casus import Kalibratiecasus, read_case
from indicatietool.session.kalibratie.deelnemer import begin_as_another, secret_of
from indicatietool.session.kalibratie.groep import chosen_case, form_group
from indicatietool.session.kalibratie.inleveren import file_name, uitslag_of, write
from indicatietool.session.oefenen.casussen import find_case
from indicatietool.session.session import Session


def run_kalibratie(arguments: argparse.Namespace, vandaag: date) -> int:
    """Hand in, or gather what was handed in.

    Returns:
        0 when all was well; 2 when a file that was gathered does not count.

    Raises:
        IndicatietoolError: what was asked can't be done.
    """
    with practice_desk(arguments) as desk:
        if arguments.actie == "uitslag":
            _hand_in(desk, arguments)
            return 0
        return _gather(desk, arguments, vandaag)


def _hand_in(desk: Desk, arguments: argparse.Namespace) -> None:
    sessions = [_opened(desk, naam) for naam in arguments.dossier]
    kluis = kluis_of(desk)
    geheim = begin_as_another(kluis) if arguments.andere_deelnemer else secret_of(kluis)
    uitslagen = [uitslag_of(session, geheim) for session in sessions]
    paden = [Path(arguments.naar) / file_name(uitslag) for uitslag in uitslagen]
    if len(set(paden)) < len(paden):
        raise InvoerError(
            "Twee dossiers zijn van dezelfde casus. Een deelnemer levert één uitslag per casus in."
        )
    for uitslag, pad in zip(uitslagen, paden, strict=True):
        write(uitslag, pad)
    show(arguments, {"bestanden": [str(pad) for pad in paden]}, *(f"Uitslag: {pad}" for pad in paden))


def _opened(desk: Desk, naam: str) -> Session:
    if _is_file(naam):
        return read_bron(Path(naam), desk.kaders).session(desk.vandaag)
    return desk.open(naam)


def _gather(desk: Desk, arguments: argparse.Namespace, vandaag: date) -> int:
    if arguments.pdf and Path(arguments.pdf).suffix.lower() != ".pdf":
        raise InvoerError(f"{Path(arguments.pdf).name}: geef een naam die eindigt op .pdf.")
    groep = form_group(map(Path, arguments.pad), _case(desk, arguments.casus))
    data, regels = as_json(groep), as_text(groep)
    if arguments.pdf:
        from indicatietool.session.kalibratie.pagina import write_page

        write_page(groep, Path(arguments.pdf), vandaag)
        data, regels = {**data, "pdf": arguments.pdf}, (*regels, f"Pagina van de sessie: {arguments.pdf}")
    show(arguments, data, *regels)
    return InvoerError.exit_code if groep.verzameling.geweigerd else 0


def _case(desk: Desk, wens: str) -> Kalibratiecasus:
    if _is_file(wens):
        return read_case(Path(wens), desk.kaders)
    return chosen_case(desk, find_case(desk, wens))


def _is_file(naam: str) -> bool:
    return Path(naam).suffix.lower() in (".json", ".indicatie")
