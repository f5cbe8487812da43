"""How the user wants to see the program, kept in a small file without personal data.

Comes in: a file. Goes out: Voorkeuren; a damaged file gives the defaults and says so. Knows no dossiers.
"""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from indicatietool.errors import InvoerError

MAX_FILE = 10_000
KLEUREN = ("systeem", "licht", "donker", "contrast")
LETTERS = (100, 125, 150, 175, 200)

DAMAGED = (
    "Het bestand met uw voorkeuren was beschadigd. Het programma begint met de gewone weergave. "
    "Stel lettergrootte en kleuren zo nodig opnieuw in. Uw dossiers staan hier los van."
)


@dataclass(frozen=True, slots=True)
class Voorkeuren:
    """Hoe deze gebruiker het venster ziet.

    `letters` is a percentage; `venster` is x, y, width and height in pixels, empty for the default.
    """

    kleuren: str = "systeem"
    letters: int = 100
    beamer: bool = False
    venster: tuple[int, ...] = ()
    gemaximaliseerd: bool = False


def read(pad: Path) -> Voorkeuren:
    """Return the preferences in a file; the defaults when there is none.

    Raises:
        InvoerError: damaged, in one sentence; the defaults are to be used.
    """
    try:
        with pad.open("rb") as bestand:
            inhoud = bestand.read(MAX_FILE + 1)
    except FileNotFoundError:
        return Voorkeuren()
    except OSError as error:
        raise InvoerError(DAMAGED) from error
    try:
        return _from_json(json.loads(inhoud))
    except (ValueError, RecursionError) as error:
        raise InvoerError(DAMAGED) from error


def write(pad: Path, voorkeuren: Voorkeuren) -> None:
    """Keep the preferences.

    Raises:
        OpslagError: the file can't be written.
    """
    from indicatietool.store.atomic import write_durably  # reading must stay light: it is part of the start

    write_durably(pad, json.dumps(asdict(voorkeuren), indent=1).encode())


def _from_json(waarden: object) -> Voorkeuren:
    if not isinstance(waarden, dict) or set(waarden) - {veld.name for veld in fields(Voorkeuren)}:
        raise ValueError("unknown keys")
    venster = waarden.pop("venster", [])
    if not isinstance(venster, list) or len(venster) not in (0, 4) or not all(map(_is_pixels, venster)):
        raise ValueError("venster")
    voorkeuren = Voorkeuren(**waarden, venster=tuple(venster))
    geldig = (
        voorkeuren.kleuren in KLEUREN
        and type(voorkeuren.letters) is int
        and voorkeuren.letters in LETTERS
        and type(voorkeuren.beamer) is bool
        and type(voorkeuren.gemaximaliseerd) is bool
    )
    if not geldig:
        raise ValueError("value")
    return voorkeuren


def _is_pixels(waarde: object) -> bool:
    return type(waarde) is int and -32_768 <= waarde <= 32_767
