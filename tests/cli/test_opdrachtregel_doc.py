"""README and docs/opdrachtregel.md tell of exactly the commands, options, fields and codes that there are."""

import argparse
import re
from collections.abc import Iterator

import pytest

from indicatietool.cli_parser import make_parser
from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.session.invullen import ADDRESSES
from tests.cli.programma import HUIS

PAGINA = (HUIS / "docs" / "opdrachtregel.md").read_text("utf-8")
README = (HUIS / "README.md").read_text("utf-8")


def subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command as it is typed."""
    for name, parser in subcommands(make_parser("0")).items():
        inner = subcommands(parser)
        yield from ((f"{name} {action}", sub) for action, sub in inner.items())
        if not inner:
            yield name, parser


COMMANDS = dict(commands())
ON_PAGE = ("kluis", "dossier", "oefening", "kalibratie")
OF_KLUIS = {name: parser for name, parser in COMMANDS.items() if name.split()[0] in ON_PAGE}


def told_in_readme() -> set[str]:
    """Every command in the table of the README; a file to open the window with is none."""
    told = set()
    for words in re.findall(r"^\| `indicatietool ([^`]+)`", README, re.MULTILINE):
        first, _, rest = words.replace("\\|", "|").partition(" ")
        choices = rest.split()[0].split("|") if rest else []
        if first.endswith(".indicatie"):
            continue
        told |= {f"{first} {choice}" for choice in choices if f"{first} {choice}" in COMMANDS} or {first}
    return told


def test_readme_tells_of_every_command_and_of_no_other():
    assert told_in_readme() == set(COMMANDS)


@pytest.mark.parametrize("command", OF_KLUIS)
def test_page_tells_of_every_command(command: str):
    assert re.search(rf"`{command}[ `]", PAGINA)


def test_page_tells_of_no_other_command():
    gezegd = re.findall(rf"`((?:{'|'.join(ON_PAGE)}) [a-z]+)[ `]", PAGINA)

    assert set(gezegd) == set(OF_KLUIS)


def test_page_tells_of_every_option_and_of_no_other():
    opties = {
        optie
        for parser in OF_KLUIS.values()
        for action in parser._actions
        for optie in action.option_strings
        if optie not in ("-h", "--help", "--hulp")
    }

    assert set(re.findall(r"--[a-z][a-z-]+", PAGINA)) - {"--hulp"} == opties


def test_page_tells_of_every_address():
    gezegd = set(re.findall(r"`([a-z_]+(?:\.ID)?(?:\.[a-zF]+)*)`", PAGINA.partition("| veld |")[2]))
    gezegd |= {f"leefgebied.ID{deel}" for deel in re.findall(r"`(\.[a-z]+)`", PAGINA)}

    assert {adres for adres in ADDRESSES if adres not in gezegd} == set()


def test_page_tells_of_every_situatie():
    regel = next(regel for regel in PAGINA.splitlines() if "`leefgebied.ID.situatie`" in regel)

    assert set(re.findall(r"`([a-z_]+)`", regel)) == set(LeefgebiedSituatie)


def test_page_tells_of_every_code():
    assert re.findall(r"^\| (\d) \|", PAGINA, re.MULTILINE) == list("01234567")
