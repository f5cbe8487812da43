"""The commands `dossier …`: dossiers of a kluis without a screen, on the same session as the window.

Comes in: parsed arguments. Goes out: text or JSON on standard output; a mistake is one Dutch message.
"""

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from indicatietool.cli_toegang import kluis_of, opened_desk, secret, show
from indicatietool.cli_vul import run_vul
from indicatietool.domain.verwijderen import REDENEN
from indicatietool.errors import InvoerError
from indicatietool.session.definitief import make_definitief, reopen
from indicatietool.session.desk import Desk
from indicatietool.session.dossier_tekst import (
    dossier_as_json,
    dossier_as_text,
    event_as_json,
    event_as_text,
    row_as_json,
    row_as_text,
)
from indicatietool.session.instellingen import read_settings
from indicatietool.session.onderhoud import past_retention
from indicatietool.session.overdragen import hand_over, take_in
from indicatietool.session.session import Session
from indicatietool.session.wat import Verandering
from indicatietool.store.kluis.wie import require_text
from indicatietool.store.normenkaders import GeladenKader

_READABLE = " Het is niet versleuteld: wie het bestand heeft, kan het lezen."
_NUMMER = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


def run_dossier(arguments: argparse.Namespace) -> int:
    """Run one action of `dossier`.

    Returns:
        0 when it was done; for `vul` the highest code of its answers.

    Raises:
        IndicatietoolError: what was asked can't be done.
    """
    if not _NUMMER.fullmatch(getattr(arguments, "id", "0")):
        raise InvoerError("Dit is geen nummer van een dossier. Kijk met: indicatietool dossier lijst.")
    with opened_desk(arguments) as desk:
        if arguments.actie == "vul":
            return run_vul(desk, arguments.id)
        _ACTIONS[arguments.actie](desk, arguments)
    return 0


def _new(desk: Desk, arguments: argparse.Namespace) -> None:
    session = desk.new(_chosen_kader(desk, arguments.kader) if arguments.kader else None)
    session.save()
    kop, nummer = session.kader.kader, session.dossier.nummer
    data = {
        "dossier": nummer,
        "oefening": session.dossier.oefening,
        "kader": {"id": kop.id, "versie": kop.versie, "sha256": session.geladen.sha256},
    }
    show(arguments, data, f"Dossier {nummer} is begonnen met {session.geladen.name}.")


def _chosen_kader(desk: Desk, naam: str) -> GeladenKader:
    geldig = desk.kaders.for_new(desk.vandaag)
    for geladen in geldig:
        kop = geladen.kader.kader
        if naam in (kop.id, f"{kop.id}/{kop.versie}"):
            return geladen
    namen = ", ".join(f"{geladen.kader.kader.id}/{geladen.kader.kader.versie}" for geladen in geldig)
    raise InvoerError(f"Dit normenkader geldt vandaag niet of is er niet. Kies uit: {namen}.")


def _list(desk: Desk, arguments: argparse.Namespace) -> None:
    regels = desk.list()
    if arguments.zoek is not None:
        gevonden = desk.search(require_text(arguments.zoek, "De zoektekst", 200))
        regels = tuple(regel for regel in regels if regel.kaart.nummer in gevonden)
    if arguments.opruimen:
        jaren = read_settings(kluis_of(desk)).bewaartermijn
        regels = tuple(verlopen.regel for verlopen in past_retention(regels, jaren, desk.vandaag))
    tekst = [row_as_text(regel, desk.vandaag) for regel in regels] or ["Er zijn geen dossiers."]
    show(arguments, [row_as_json(regel, desk.vandaag) for regel in regels], *tekst)


def _show(desk: Desk, arguments: argparse.Namespace) -> None:
    session = desk.open(arguments.id)
    show(arguments, dossier_as_json(session), dossier_as_text(session))


def _history(desk: Desk, arguments: argparse.Namespace) -> None:
    geschiedenis = kluis_of(desk).history(arguments.id)
    show(arguments, [event_as_json(g) for g in geschiedenis], *(event_as_text(g) for g in geschiedenis))


def _undo(desk: Desk, arguments: argparse.Namespace) -> None:
    _step(desk, arguments, Session.undo, "Ongedaan gemaakt", "Er is niets om ongedaan te maken.")


def _redo(desk: Desk, arguments: argparse.Namespace) -> None:
    _step(desk, arguments, Session.redo, "Opnieuw gedaan", "Er is niets om opnieuw te doen.")


def _step(
    desk: Desk,
    arguments: argparse.Namespace,
    act: Callable[[Session], Verandering | None],
    gedaan: str,
    niets: str,
) -> None:
    session = desk.open(arguments.id)
    verandering = act(session)
    if verandering is None:
        raise InvoerError(f"{niets} Het dossier is niet veranderd.")
    session.save()
    data = {"dossier": arguments.id, "wat": verandering.wat, "volg": session.bewaring.volg}
    show(arguments, data, f"{gedaan}: {verandering.wat}.")


def _seal(desk: Desk, arguments: argparse.Namespace) -> None:
    session = desk.open(arguments.id)
    verantwoording = make_definitief(session)
    minuten = verantwoording.minuten_per_maand
    data = {"dossier": arguments.id, "status": "definitief", "minuten_per_maand": minuten}
    show(arguments, data, f"Dossier {arguments.id} is definitief: {minuten} minuten per maand.")


def _reopen(desk: Desk, arguments: argparse.Namespace) -> None:
    session = desk.open(arguments.id)
    reopen(session, arguments.waarom)
    klaar = f"Dossier {arguments.id} is heropend. De definitieve versie blijft bewaard."
    show(arguments, {"dossier": arguments.id, "status": "heropend"}, klaar)


def _delete(desk: Desk, arguments: argparse.Namespace) -> None:
    desk.delete(arguments.id, REDENEN[arguments.waarom])
    klaar = f"Dossier {arguments.id} is verwijderd. Het logboek houdt bij dat het er was, zonder de inhoud."
    show(arguments, {"dossier": arguments.id, "verwijderd": True}, klaar)


def _report(desk: Desk, arguments: argparse.Namespace) -> None:
    from indicatietool.session.report import write_report
    from indicatietool.session.tekens import odd_characters

    doel = Path(arguments.naar)
    if doel.suffix.lower() != ".pdf":
        raise InvoerError("Het verslag is een pdf. Geef een naam die eindigt op .pdf.")
    session = desk.open(arguments.id)
    write_report(session, doel)
    soort = "definitief" if session.is_definitief else "concept"
    klaar, vreemd = f"Het verslag ({soort}) staat in {doel}.{_READABLE}", odd_characters(session)
    data = {"dossier": arguments.id, "verslag": str(doel), "soort": soort, "let_op": vreemd}
    show(arguments, data, klaar, *([f"Let op: {vreemd}"] if vreemd else []))


def _hand_over(desk: Desk, arguments: argparse.Namespace) -> None:
    naar, wachtwoord = Path(arguments.naar), _file_secret(arguments)
    hand_over(desk.open(arguments.id), naar, wachtwoord)
    open_ = "" if wachtwoord else _READABLE
    data = {"dossier": arguments.id, "bestand": str(naar), "versleuteld": wachtwoord is not None}
    show(arguments, data, f"Dossier {arguments.id} staat in {naar}.{open_}")


def _take_in(desk: Desk, arguments: argparse.Namespace) -> None:
    pad = Path(arguments.bestand)
    binnen = take_in(desk, pad, _file_secret(arguments), met_kader=arguments.met_kader)
    was = f" Het heette {binnen.nummer_in_bestand}." if binnen.nummer != binnen.nummer_in_bestand else ""
    data = {"dossier": binnen.nummer, "nummer_in_bestand": binnen.nummer_in_bestand}
    data["herkomst"] = " ".join(binnen.herkomst)
    show(arguments, data, f"Opgenomen als dossier {binnen.nummer}.{was}", *binnen.herkomst)


def _file_secret(arguments: argparse.Namespace) -> str | None:
    """Return the wachtwoord of the file that is made or read; None when it is not encrypted."""
    optie, bestand = "--pakketwachtwoord-bestand", arguments.pakketwachtwoord_bestand
    if bestand is None and not arguments.versleuteld:
        return None
    return secret("wachtwoord van het bestand", optie, bestand)


_ACTIONS: dict[str, Callable[[Desk, argparse.Namespace], None]] = {
    "nieuw": _new,
    "lijst": _list,
    "toon": _show,
    "geschiedenis": _history,
    "ongedaan": _undo,
    "opnieuw": _redo,
    "definitief": _seal,
    "heropen": _reopen,
    "verwijder": _delete,
    "verslag": _report,
    "uit": _hand_over,
    "in": _take_in,
}
