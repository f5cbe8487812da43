"""The words of `norm uitleg` and `norm verschil` on the command line. Light: it reads nothing."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Actions = argparse._SubParsersAction[argparse.ArgumentParser]

_NO_FIGURES = "laat de cijfers weg, ook waar ze gedeeld mogen worden"


def add_explanations(actions: "Actions") -> None:
    """Add what makes a kader readable for others.

    Args:
        actions: the actions of `norm`.
    """
    explain = actions.add_parser("uitleg", help="leg een kader uit voor aanbieders of cliënten (pdf, odt, …)")
    explain.add_argument("kader", metavar="KADER", help="map van het kader")
    explain.add_argument("--naar", metavar="X.pdf", required=True, help="waar de uitleg komt")
    explain.add_argument(
        "--voor",
        choices=("aanbieder", "client"),
        default="aanbieder",
        metavar="aanbieder|client",
        help="voor wie; voor de aanbieder staat elke taak erin",
    )
    explain.add_argument("--zonder-cijfers", action="store_true", help=_NO_FIGURES)
    differ = actions.add_parser("verschil", help="maak een stuk over twee kaders voor overleg (pdf)")
    differ.add_argument("oud", metavar="OUD", help="map van het kader zoals het was")
    differ.add_argument("nieuw", metavar="NIEUW", help="map van het kader zoals het wordt")
    differ.add_argument("--pdf", metavar="X.pdf", required=True, help="waar het stuk komt")
    differ.add_argument("--zonder-cijfers", action="store_true", help=_NO_FIGURES)
    differ.add_argument(
        "--kluis", metavar="MAP", help="reken ook de dossiers in deze kluis mee, in aantallen"
    )
    differ.add_argument("--wachtwoord-bestand", metavar="F", help="bestand met op regel 1 het wachtwoord")
