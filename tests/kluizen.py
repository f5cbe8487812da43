"""Kluizen for tests: light to open, in a folder of their own."""

from datetime import date
from pathlib import Path

from indicatietool.paths import normen_folder
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.session.toegang import Toegang
from indicatietool.store.kluis import Kdf, Kluis
from tests.builders import VANDAAG

LICHT = Kdf(geheugen_kib=8192, rondes=1, banen=1)
"""Quick to try: for tests only."""

WACHTWOORD = "molen fiets lantaarn wolk perzik"


def make_kluis(folder: Path) -> Kluis:
    """Return a new open kluis."""
    return Kluis.create(folder, WACHTWOORD, kdf=LICHT, actor="consulent")[0]


def make_desk(folder: Path, dag: date = VANDAAG, normen: Path | None = None) -> Desk:
    """Return a desk with a new kluis in a folder."""
    return Desk(make_kluis(folder / "kluis"), Kaders(normen or normen_folder()), dag)


def make_practice_desk(folder: Path, dag: date = VANDAAG, normen: Path | None = None) -> Desk:
    """Return a desk with a new oefenkluis in a folder."""
    kluis = Kluis.create_oefen(folder / "oefenkluis", actor="trainer")
    return Desk(kluis, Kaders(normen or normen_folder()), dag)


def make_toegang(folder: Path, dag: date = VANDAAG, normen: Path | None = None) -> Toegang:
    """Return the door to a kluis and an oefenkluis that are not there yet."""
    return Toegang(
        folder / "kluis",
        folder / "oefenkluis",
        Kaders(normen or normen_folder(), folder / "normen"),
        vandaag=lambda: dag,
        kdf=LICHT,
        losse_dossiers=folder / "dossiers",
    )
