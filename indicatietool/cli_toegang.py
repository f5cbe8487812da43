"""What every command on a kluis shares: which kluis, its wachtwoord, and the answer on standard output.

Comes in: parsed arguments. Goes out: an open desk, a secret from a file or a hidden prompt, text or JSON.
"""

import argparse
import getpass
import json
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indicatietool.domain.kluis import KluisSoort
from indicatietool.errors import InvoerError, OpslagError
from indicatietool.paths import kluis_folder, normen_folder, own_normen_folder, practice_folder
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.session.toegang import Toegang
from indicatietool.store.kluis import Kluis
from indicatietool.store.kluis.plaats import read_keys
from indicatietool.store.oorzaak import in_dutch

_MAX_GEHEIM = 1_000
"""Longest secret in characters."""
_MAX_BYTES = 4 * _MAX_GEHEIM + 5
"""A BOM, four bytes for each character, and the end of the line."""

_NO_TERMINAL = (
    "Er is geen toetsenbord om het {wat} te vragen. Zet het in een bestand dat alleen u kunt lezen en geef "
    "dat met {optie}."
)


def folder_of(arguments: argparse.Namespace) -> Path:
    """Return the folder of the kluis that is meant."""
    if arguments.kluis:
        return Path(arguments.kluis)
    return practice_folder() if arguments.oefen else kluis_folder()


def door_of(arguments: argparse.Namespace, losse_dossiers: Path | None = None) -> Toegang:
    """Return the door to that one kluis, whatever its kind."""
    folder = folder_of(arguments)
    kaders = Kaders(normen_folder(), own_normen_folder())
    return Toegang(folder, folder, kaders, losse_dossiers=losse_dossiers)


def is_practice(folder: Path) -> bool:
    """Tell whether the kluis in this folder is an oefenkluis; raises as `Kluis.unlock` when there is none."""
    return read_keys(folder).soort is KluisSoort.OEFEN


def unlocked(arguments: argparse.Namespace, toegang: Toegang) -> Desk:
    """Return the desk of the kluis that is meant; an oefenkluis needs no wachtwoord."""
    if is_practice(toegang.kluis_folder):
        return toegang.practice()
    return toegang.unlock(kluis_secret(arguments))


@contextmanager
def opened_desk(arguments: argparse.Namespace) -> Iterator[Desk]:
    """Open the kluis for one command and close it afterwards."""
    desk = unlocked(arguments, door_of(arguments))
    try:
        yield desk
    finally:
        kluis_of(desk).close()


@contextmanager
def practice_desk(arguments: argparse.Namespace) -> Iterator[Desk]:
    """Open the oefenkluis for one command; it is made when it is not there, as in the window.

    Raises:
        InvoerError: the kluis that is meant holds real dossiers.
    """
    toegang = door_of(arguments)
    if toegang.has_kluis and not is_practice(toegang.kluis_folder):
        raise InvoerError(
            "Dit is geen oefenkluis. Oefenen doet u in een oefenkluis, niet tussen echte dossiers."
        )
    desk = toegang.practice()
    try:
        yield desk
    finally:
        kluis_of(desk).close()


def kluis_of(desk: Desk) -> Kluis:
    """Return the open kluis of a desk."""
    if desk.kluis is None:
        raise InvoerError("Er is geen kluis open. Open eerst de kluis.")
    return desk.kluis


def kluis_secret(arguments: argparse.Namespace) -> str:
    """Return the wachtwoord of the kluis; raises as `secret`."""
    return secret("wachtwoord", "--wachtwoord-bestand", arguments.wachtwoord_bestand)


def secret(wat: str, optie: str, bestand: str | None) -> str:
    """Return a secret: the first line of a file, or what is typed unseen.

    Args:
        wat: how it is called on the screen.
        optie: the option that names the file.
        bestand: the file; None asks for it.

    Raises:
        InvoerError: the file can't hold it, or there is nobody to ask.
    """
    if bestand is not None:
        return _first_line(Path(bestand))
    if not _has_keyboard():
        raise InvoerError(_NO_TERMINAL.format(wat=wat, optie=optie))
    return _ask(f"{wat.capitalize()}: ")


def new_secret(optie: str, bestand: str | None) -> str:
    """Return a new wachtwoord; typed twice, because nobody sees what is typed.

    Raises:
        InvoerError: the two differ; and as `secret`.
    """
    if bestand is None and _has_keyboard():
        voorstel = Toegang.suggest()
        print(f"Kies een wachtwoord, bijvoorbeeld vijf losse woorden zoals: {voorstel}", file=sys.stderr)
    nieuw = secret("nieuw wachtwoord", optie, bestand)
    if bestand is None and _ask("Nog een keer: ") != nieuw:
        raise InvoerError(
            "U typte twee verschillende wachtwoorden. Er is niets veranderd. Probeer het opnieuw."
        )
    return nieuw


def count_dossiers(aantal: int) -> str:
    """Return a number of dossiers in words.

    >>> count_dossiers(1), count_dossiers(0)
    ('1 dossier', '0 dossiers')
    """
    return f"{aantal} dossier{'' if aantal == 1 else 's'}"


def show(arguments: argparse.Namespace, data: object, *regels: str) -> None:
    """Answer on standard output: the data as JSON, or the lines."""
    if arguments.json:
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print(*regels, sep="\n")


def _ask(vraag: str) -> str:
    try:
        return getpass.getpass(vraag)
    except (EOFError, UnicodeDecodeError):
        raise InvoerError(
            "Er is geen wachtwoord getypt. Er is niets veranderd. Probeer het opnieuw."
        ) from None


def _first_line(pad: Path) -> str:
    try:
        with pad.open("rb") as bestand:
            regel = bestand.readline(_MAX_BYTES + 1)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError):
        raise InvoerError("Het wachtwoordbestand is er niet of is een map. Controleer de naam.") from None
    except OSError as error:
        raise OpslagError(
            f"Het wachtwoordbestand is niet te lezen ({in_dutch(error)}). Controleer de rechten en de schijf."
        ) from None
    try:
        geheim = regel.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        raise InvoerError("Het wachtwoordbestand is geen UTF-8. Bewaar het als UTF-8.") from None
    if not geheim:
        raise InvoerError("De eerste regel van het wachtwoordbestand is leeg. Zet daar het wachtwoord.")
    if len(geheim) > _MAX_GEHEIM or any(unicodedata.category(teken) == "Cc" for teken in geheim):
        raise InvoerError(
            f"Op regel 1 van het bestand staat geen wachtwoord van ten hoogste {_MAX_GEHEIM} gewone tekens."
        )
    return geheim


def _has_keyboard() -> bool:
    """Tell whether someone can be asked; getpass would else read the data that comes in."""
    if os.name != "posix":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
