"""The words of `oefening` on the command line. Light: nothing is read before it is needed."""

import argparse
from collections.abc import Callable

_CASUS = "naam van de casus uit de lijst, of het nummer van een eigen casus"


def practice_actions(command: argparse.ArgumentParser) -> Callable[[str, str], argparse.ArgumentParser]:
    """Return what adds an action to a command that works in the oefenkluis, by its name and explanation."""
    actions = command.add_subparsers(dest="actie", required=True, metavar="ACTIE", title="acties")

    def action(name: str, explained: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = actions.add_parser(name, help=explained)
        made.add_argument("--kluis", metavar="MAP", help="map van de oefenkluis; anders uw eigen oefenkluis")
        made.add_argument("--json", action="store_true", help="antwoord als json")
        made.set_defaults(oefen=True, wachtwoord_bestand=None)
        return made

    return action


def add_oefening(oefening: argparse.ArgumentParser) -> None:
    """Add the actions of `oefening`; each works in the oefenkluis."""
    action = practice_actions(oefening)
    action("lijst", "toon de oefencasussen, zonder het antwoord")
    action("begin", "begin een oefendossier, zonder antwoorden").add_argument(
        "casus", metavar="CASUS", help=_CASUS
    )
    action("vergelijk", "leg een oefendossier naast het modelantwoord").add_argument(
        "id", metavar="ID", help="nummer van het oefendossier"
    )
    blind = action("blind", "maak een bestand om uit te delen, zonder modelantwoord")
    blind.add_argument("casus", metavar="CASUS", help=_CASUS)
    blind.add_argument("--naar", metavar="X.indicatie", required=True, help="waar het bestand komt")
    blind.add_argument("--met-model", action="store_true", help="met het modelantwoord, voor een trainer")
