"""The commands `oefening …`, on the same session functions as the window. Only in an oefenkluis.

Comes in: parsed arguments. Goes out: text or JSON on standard output; a mistake is one Dutch message.
"""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from indicatietool.cli_toegang import practice_desk, show
from indicatietool.session.desk import Desk
from indicatietool.session.oefenen.begin import begin
from indicatietool.session.oefenen.casussen import Casus, cases, find_case, model_for, model_of
from indicatietool.session.oefenen.delen import share_blind, share_with_model
from indicatietool.session.oefenen.vergelijk import compare_with_model, mark_seen
from indicatietool.session.oefenen.vergelijk_tekst import as_json, as_text


def run_oefening(arguments: argparse.Namespace) -> None:
    """Do one action with practice cases.

    Raises:
        IndicatietoolError: what was asked can't be done.
    """
    with practice_desk(arguments) as desk:
        _ACTIONS[arguments.actie](desk, arguments)


def _list(desk: Desk, arguments: argparse.Namespace) -> None:
    alle = cases(desk)
    show(arguments, {"casussen": [_as_json(casus) for casus in alle]}, *(_line(casus) for casus in alle))


def _begin(desk: Desk, arguments: argparse.Namespace) -> None:
    casus = find_case(desk, arguments.casus)
    session = begin(desk, casus)
    session.save()
    nummer = session.dossier.nummer
    data = {"dossier": nummer, "casus": casus.naam, "kenmerk": casus.verhaal.kenmerk}
    show(arguments, data, f"Oefendossier {nummer}: {casus.verhaal.titel}. De scores zijn aan u.")


def _compare(desk: Desk, arguments: argparse.Namespace) -> None:
    session = desk.open(arguments.id)
    vergelijking = compare_with_model(session, model_for(desk, session.dossier))
    mark_seen(session)
    session.save()
    show(arguments, {"dossier": arguments.id, **as_json(vergelijking)}, as_text(vergelijking))


def _blind(desk: Desk, arguments: argparse.Namespace) -> None:
    naar, casus = Path(arguments.naar), find_case(desk, arguments.casus)
    (share_with_model if arguments.met_model else share_blind)(model_of(desk, casus), naar)
    data = {"casus": casus.naam, "bestand": str(naar), "met_model": arguments.met_model}
    wat = "met het modelantwoord" if arguments.met_model else "zonder modelantwoord"
    show(arguments, data, f"{casus.verhaal.titel} staat {wat} in {naar}.")


def _as_json(casus: Casus) -> Mapping[str, object]:
    kop = casus.geladen.kader.kader
    return {
        "casus": casus.naam,
        "titel": casus.verhaal.titel,
        "niveau": str(casus.verhaal.niveau),
        "leerdoel": casus.verhaal.leerdoel,
        "verhaal": casus.heeft_verhaal,
        "eigen": casus.is_eigen,
        "kader": f"{kop.id}/{kop.versie}",
        "kenmerk": casus.verhaal.kenmerk,
    }


def _line(casus: Casus) -> str:
    niveau = str(casus.verhaal.niveau) if casus.heeft_verhaal else "rekenvoorbeeld"
    return f"{casus.naam} · {niveau} · {casus.verhaal.titel}"


_ACTIONS: dict[str, Callable[[Desk, argparse.Namespace], None]] = {
    "lijst": _list,
    "begin": _begin,
    "vergelijk": _compare,
    "blind": _blind,
}
