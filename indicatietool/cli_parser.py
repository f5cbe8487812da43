"""The words of the command line, in Dutch, help and mistakes included."""

import argparse
import re
from typing import NoReturn

from indicatietool.cli_parser_kalibratie import add_kalibratie
from indicatietool.cli_parser_oefening import add_oefening
from indicatietool.cli_parser_uitleg import add_explanations
from indicatietool.cli_parser_uitvoer import add_narekenen, add_uitvoer
from indicatietool.domain.verwijderen import REDENEN
from indicatietool.errors import InvoerError

_MISTAKES = (
    (r"the following arguments are required: (.+)", "er ontbreekt nog iets: {0}."),
    (r"unrecognized arguments: .*", "er staat een woord of optie die dit commando niet kent."),
    (r"argument (.+?): invalid choice: .*choose from (.+)\)", "bij {0} kunt u kiezen uit {1}."),
    (r"argument (.+?): expected .*argument.*", "na {0} hoort nog een waarde."),
    (r"argument (.+?): .*", "de waarde bij {0} is niet goed."),
)


class DutchHelp(argparse.HelpFormatter):
    """Help with a Dutch heading."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        """Write “Gebruik:” instead of “usage:”."""
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """A parser that raises InvoerError with one Dutch sentence."""

    def __init__(self, **kwargs: object) -> None:
        """Make a parser whose own words are Dutch."""
        super().__init__(
            **kwargs,  # type: ignore[arg-type]
            add_help=False,
            formatter_class=DutchHelp,
            allow_abbrev=False,
        )
        self._positionals.title, self._optionals.title = "argumenten", "opties"
        self.add_argument("-h", "--help", "--hulp", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong, in Dutch."""
        raise InvoerError(f"{self.prog}: {_translate(message)} Zie: {self.prog} --help")


def make_parser(version: str) -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = DutchParser(
        prog="indicatietool",
        description="Hulpmiddel bij het indiceren van begeleiding (Wmo). Zonder commando opent het venster.",
    )
    parser.add_argument("--versie", action="version", version=version, help="toon de versie")
    commands = parser.add_subparsers(
        dest="opdracht", required=True, title="commando's", metavar="COMMANDO", parser_class=DutchParser
    )
    compute = commands.add_parser("bereken", help="reken een of meer dossiers door")
    compute.add_argument("dossier", nargs="+", metavar="DOSSIER", help="dossier als json-bestand")
    compute.add_argument("--kader", metavar="PAD", help="map van het normenkader")
    compute.add_argument("--json", action="store_true", help="antwoord als json")
    report = commands.add_parser("verslag", help="maak het onderzoeksverslag (pdf)")
    report.add_argument("dossier", metavar="DOSSIER", help="dossier als json-bestand")
    report.add_argument("--kader", metavar="PAD", help="map van het normenkader")
    report.add_argument("--naar", metavar="X.pdf", required=True, help="waar het verslag komt")
    add_narekenen(commands.add_parser("narekenen", help="reken een verslag na en vergelijk elke bladzijde"))
    add_uitvoer(commands.add_parser("uitvoer", help="maak bestanden voor andere systemen"), _with_kluis)
    _add_norm(commands.add_parser("norm", help="werk met normenkaders"))
    _add_kluis(commands.add_parser("kluis", help="maak, bewaar en controleer een kluis"))
    _add_dossier(commands.add_parser("dossier", help="werk met de dossiers in een kluis"))
    add_oefening(commands.add_parser("oefening", help="oefen met verzonnen casussen"))
    add_kalibratie(commands.add_parser("kalibratie", help="leg de uitslagen van een groep naast elkaar"))
    schema = commands.add_parser("schema", help="toon het JSON-schema van een bestand")
    schema.add_argument("soort", choices=("dossier", "normenkader"), metavar="dossier|normenkader")
    schema.add_argument("--naslag", action="store_true", help="leesbaar, in plaats van JSON")
    demo = commands.add_parser("voorbeeld", help="doorloop de oefencasus en bewaar verslag en schermen")
    demo.add_argument("--naar", metavar="MAP", default="voorbeeld-uitvoer", help="waar alles komt")
    return parser


def _add_norm(norm: argparse.ArgumentParser) -> None:
    actions = norm.add_subparsers(dest="actie", required=True, metavar="ACTIE", title="acties")
    check = actions.add_parser("controleer", help="controleer een normenkader en zijn voorbeelden")
    check.add_argument("pad", metavar="PAD", help="map van het kader, of normenkader.toml")
    check.add_argument("--dekking", action="store_true", help="toon alles wat geen voorbeeld raakt")
    show = actions.add_parser("toon", help="toon een kader, of één taak daaruit")
    show.add_argument("kader", metavar="KADER", help="map van het kader")
    show.add_argument("--taak", metavar="ID", help="alleen deze taak, met alles wat haar raakt")
    compare = actions.add_parser("vergelijk", help="vergelijk twee kaders, ook op hun casussen")
    compare.add_argument("oud", metavar="OUD", help="map van het kader zoals het was")
    compare.add_argument("nieuw", metavar="NIEUW", help="map van het kader zoals het wordt")
    compare.add_argument("--json", action="store_true", help="antwoord als json")
    add_explanations(actions)
    new = actions.add_parser("nieuw", help="begin een kader, met uitleg erin")
    new.add_argument("map", metavar="MAP", help="nieuwe map, bijvoorbeeld normen/mijn-kader/2027.1")
    new.add_argument("--id", metavar="ID", required=True, help="kleine letters, cijfers en -")
    new.add_argument("--versie", metavar="VERSIE", required=True, help="bijvoorbeeld 2027.1")
    publish = actions.add_parser("vaststellen", help="leg deze versie vast; daarna verandert zij niet meer")
    publish.add_argument("pad", metavar="PAD", help="map van het kader, of normenkader.toml")
    to_excel = actions.add_parser("naar-excel", help="zet een kader in een werkboek")
    to_excel.add_argument("kader", metavar="KADER", help="map van het kader")
    to_excel.add_argument("werkboek", metavar="X.xlsx", help="nieuw bestand")
    to_excel.add_argument("--met-rekenblad", action="store_true", help="reken de voorbeelden na met formules")
    from_excel = actions.add_parser("uit-excel", help="lees een kader uit een werkboek")
    from_excel.add_argument("werkboek", metavar="X.xlsx", help="het werkboek")
    from_excel.add_argument("--naar", metavar="MAP", required=True, help="map van het kader")
    from_excel.add_argument("--schrijf", action="store_true", help="schrijf het ook; anders alleen tonen")


def _add_kluis(kluis: argparse.ArgumentParser) -> None:
    actions = kluis.add_subparsers(dest="actie", required=True, metavar="ACTIE", title="acties")

    def action(name: str, explained: str) -> argparse.ArgumentParser:
        return _with_kluis(actions.add_parser(name, help=explained))

    action("nieuw", "maak een kluis; toont één keer de herstelcode")
    change = action("wachtwoord", "geef de kluis een ander wachtwoord")
    change.add_argument("--nieuw-wachtwoord-bestand", metavar="F", help="bestand met het nieuwe wachtwoord")
    change.add_argument("--met-herstelcode", action="store_true", help="vraag de herstelcode")
    change.add_argument("--herstelcode-bestand", metavar="F", help="bestand met de herstelcode")
    action("herstelcode", "maak een nieuwe herstelcode; de oude werkt dan niet meer")
    copy = action("kopie", "maak een versleutelde kopie")
    copy.add_argument("--lijst", action="store_true", help="toon de kopieën die er zijn")
    restore = action("herstel", "zet een kopie terug; hoe het was, wordt eerst een kopie")
    restore.add_argument("kopie", metavar="KOPIE", help="naam van een kopie, map van een kopie, of: nieuwste")
    action("verifieer", "controleer de kluis, elk dossier en het logboek")
    setting = action("instellingen", "toon of verander de instellingen van de kluis")
    setting.add_argument("--bsn", choices=("aan", "uit"), metavar="aan|uit", help="of het BSN wordt gevraagd")
    setting.add_argument("--bewaartermijn", type=_count, metavar="JAREN", help="hoe lang dossiers blijven")
    setting.add_argument("--vergrendelen-na", type=_count, metavar="MINUTEN", help="zonder toetsaanslag")
    log = action("logboek", "toon wie wat wanneer deed")
    log.add_argument("--laatste", type=_count, metavar="N", help="alleen de laatste N regels")
    read_in = action("inlezen", "neem losse dossiers (json) op in de kluis")
    read_in.add_argument("map", metavar="MAP", help="map met de losse dossiers")


def _add_dossier(dossier: argparse.ArgumentParser) -> None:
    actions = dossier.add_subparsers(dest="actie", required=True, metavar="ACTIE", title="acties")

    def action(name: str, explained: str, *, one: bool = True) -> argparse.ArgumentParser:
        made = _with_kluis(actions.add_parser(name, help=explained))
        if one:
            made.add_argument("id", metavar="ID", help="nummer van het dossier, bijvoorbeeld 2027-0004")
        return made

    new = action("nieuw", "begin een dossier", one=False)
    new.add_argument(
        "--kader", metavar="KADER", help="normenkader, bijvoorbeeld voorbeeld-begeleiding/2026.1"
    )
    rows = action("lijst", "toon nummer, status, uiterste datum en evaluatie", one=False)
    rows.add_argument("--opruimen", action="store_true", help="alleen als de bewaartermijn voorbij is")
    rows.add_argument("--zoek", metavar="TEKST", help="alleen dossiers waarin deze woorden staan")
    action("toon", "toon een dossier met elk voorstel en besluit")
    action("vul", "vul velden in: JSON-regels op standaardinvoer, per regel een antwoord")
    action("geschiedenis", "toon wie wat wanneer deed in dit dossier")
    action("ongedaan", "maak de laatste stap ongedaan")
    action("opnieuw", "doe opnieuw wat ongedaan is gemaakt")
    action("definitief", "leg het dossier vast")
    action("heropen", "open een definitief dossier weer").add_argument(
        "--waarom", metavar="TEKST", required=True, help="de reden"
    )
    action("verwijder", "verwijder een dossier voorgoed").add_argument(
        "--waarom", metavar="REDEN", required=True, choices=tuple(REDENEN), help=", ".join(REDENEN)
    )
    report = action("verslag", "maak het onderzoeksverslag (pdf)")
    report.add_argument("--naar", metavar="X.pdf", required=True, help="waar het verslag komt")
    out = action("uit", "zet een dossier in een bestand voor een collega of het archief")
    out.add_argument("--naar", metavar="X.indicatie", required=True, help="nieuw bestand")
    arrive = action("in", "neem een dossier uit een bestand op", one=False)
    arrive.add_argument("bestand", metavar="F", help="een .indicatie-bestand, of een dossier als json")
    arrive.add_argument(
        "--met-kader", action="store_true", help="lees ook het normenkader in, als dat er niet is"
    )
    for parser in (out, arrive):
        parser.add_argument("--versleuteld", action="store_true", help="vraag het wachtwoord van het bestand")
        parser.add_argument("--pakketwachtwoord-bestand", metavar="F", help="bestand met dat wachtwoord")


def _count(tekst: str) -> int:
    """Return a number from 1; anything else is a ValueError, which argparse makes a message of."""
    aantal = int(tekst)
    if aantal < 1:
        raise ValueError
    return aantal


def _with_kluis(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--kluis", metavar="MAP", help="map van de kluis; zonder deze optie uw eigen kluis")
    parser.add_argument("--oefen", action="store_true", help="de oefenkluis, zonder wachtwoord")
    parser.add_argument("--wachtwoord-bestand", metavar="F", help="bestand met op regel 1 het wachtwoord")
    parser.add_argument("--json", action="store_true", help="antwoord als json")
    return parser


def _translate(message: str) -> str:
    for pattern, dutch in _MISTAKES:
        found = re.fullmatch(pattern, message, flags=re.DOTALL)
        if found:
            return dutch.format(*(group.replace("'", "") for group in found.groups()))
    return "dit commando is niet goed geschreven."
