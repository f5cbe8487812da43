"""The words of `kalibratie` on the command line. Light: nothing is read before it is needed."""

import argparse

from indicatietool.cli_parser_oefening import practice_actions


def add_kalibratie(kalibratie: argparse.ArgumentParser) -> None:
    """Add the actions of `kalibratie`; each works in the oefenkluis."""
    action = practice_actions(kalibratie)
    hand_in = action("uitslag", "maak van oefendossiers een uitslag zonder namen")
    hand_in.add_argument(
        "dossier", nargs="+", metavar="DOSSIER", help="nummer in de oefenkluis, of een bestand"
    )
    hand_in.add_argument("--naar", metavar="MAP", required=True, help="waar de uitslagen komen")
    hand_in.add_argument(
        "--andere-deelnemer", action="store_true", help="iemand anders dan wie hier eerder inleverde"
    )
    gather = action("verzamel", "leg de uitslagen van een groep naast elkaar")
    gather.add_argument("pad", nargs="+", metavar="PAD", help="uitslagen, of een map ermee")
    gather.add_argument(
        "--casus", metavar="CASUS", required=True, help="naam uit “oefening lijst”, of het bestand"
    )
    gather.add_argument("--pdf", metavar="X.pdf", help="waar de pagina van de sessie komt")
