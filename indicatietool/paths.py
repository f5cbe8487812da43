"""Where program files and user files are: in a checkout, in an installed copy and in the bundle.

Knows places, not contents.
"""

import os
import sys
from pathlib import Path


def program_folder() -> Path:
    """Return the folder that holds `normen/` and `resources/`."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def normen_folder() -> Path:
    """Return the folder with the normenkaders that came with the program."""
    return program_folder() / "normen"


def resources_folder() -> Path:
    """Return the folder with fonts, icons and the practice case."""
    return program_folder() / "resources"


def user_folder() -> Path:
    """Return the folder for the user's own files; `INDICATIETOOL_MAP` overrides it."""
    eigen = os.environ.get("INDICATIETOOL_MAP")
    if eigen:
        return Path(eigen)
    from platformdirs import user_data_path

    return user_data_path("indicatietool", appauthor=False, roaming=False)


def dossier_folder() -> Path:
    """Return the folder where dossiers were files of their own, before there was a kluis."""
    return user_folder() / "dossiers"


def kluis_folder() -> Path:
    """Return the folder of the user's kluis."""
    return user_folder() / "kluis"


def practice_folder() -> Path:
    """Return the folder of the oefenkluis."""
    return user_folder() / "oefenkluis"


def preferences_file() -> Path:
    """Return the file that remembers how the window looks."""
    return user_folder() / "voorkeuren.json"


def own_normen_folder() -> Path:
    """Return the folder with the normenkaders that the user read in."""
    return user_folder() / "normen"
