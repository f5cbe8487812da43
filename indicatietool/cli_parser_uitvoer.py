"""The words of `uitvoer` and `narekenen` on the command line. Light: nothing is read before it is needed."""

import argparse
from collections.abc import Callable

_DOSSIER = "dossier als json- of .indicatie-bestand, of het nummer van een dossier in de kluis"
_ACTIONS = (
    ("toewijzing", "X.csv|X.json|X.txt", "regels voor de toewijzing (iWmo), per fase"),
    ("agenda", "X.ics|X.csv", "evaluaties en einddatum, zonder namen"),
    ("evaluatie", "X.pdf", "evaluatieformulier van één bladzijde"),
    ("plan", "X.txt|X.csv", "doelen, taken en minuten voor het ondersteuningsplan"),
    ("statistiek", "X.csv", "anonieme regel per dossier"),
)


def add_uitvoer(
    uitvoer: argparse.ArgumentParser,
    with_kluis: Callable[[argparse.ArgumentParser], argparse.ArgumentParser],
) -> None:
    """Add the actions of `uitvoer`.

    Args:
        uitvoer: the command.
        with_kluis: adds the options that say which kluis.
    """
    actions = uitvoer.add_subparsers(dest="actie", required=True, metavar="ACTIE", title="acties")
    for naam, bestand, uitleg in _ACTIONS:
        action = with_kluis(actions.add_parser(naam, help=uitleg))
        meer = "+" if naam == "statistiek" else 1
        action.add_argument("dossier", nargs=meer, metavar="DOSSIER", help=_DOSSIER)
        action.add_argument("--naar", metavar=bestand, required=True, help="waar het bestand komt")
        action.add_argument("--kader", metavar="PAD", help="map van het normenkader, bij een json-bestand")
        _add_file_secret(action)
        if naam == "statistiek":
            action.add_argument(
                "--met-gemeente", action="store_true", help="ook de gemeente, alleen bij veel"
            )


def add_narekenen(check: argparse.ArgumentParser) -> None:
    """Add what `narekenen` takes."""
    check.add_argument("verslag", metavar="VERSLAG.pdf", help="het verslag zoals het programma het maakte")
    check.add_argument("--dossier", metavar="F", help="het dossier: een .indicatie-bestand of json")
    check.add_argument("--kader", metavar="PAD", help="map van het normenkader, bij een dossier als json")
    check.add_argument("--json", action="store_true", help="antwoord als json")
    _add_file_secret(check)


def _add_file_secret(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pakketwachtwoord-bestand",
        metavar="F",
        help="bestand met het wachtwoord van een .indicatie-bestand",
    )
