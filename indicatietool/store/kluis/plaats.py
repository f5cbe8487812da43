"""The folder of a kluis: which files are there, and how one database takes the place of another.

Comes in: a folder. Goes out: names, the key file, or an error that says what is missing. A small note tells
what was being done, so that what a crash leaves half-way is recognised. Reads no database.
"""

import json
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

from indicatietool.errors import IndicatietoolError, IntegriteitError, InvoerError, OpslagError
from indicatietool.store.atomic import sync_folder, unfinished, write_durably
from indicatietool.store.kluis.canoniek import canonical
from indicatietool.store.kluis.fouten import told_in_dutch
from indicatietool.store.kluis.sleutelbos import MAX_FILE, Sleutelbos, parse_keys

KEY_FILE = "kluis.json"
DATABASE = "dossiers.kluis"
COPIES = "kopieen"
NOTE = "bezig.json"
JOURNAL = "-journal"

_DATABASE_NAME = re.compile(r"dossiers(-[1-9][0-9]{0,2})?\.kluis")
_COPY_LEFT_BY_A_CRASH = f"{COPIES}/.[0-9]*.tmp"

NO_KLUIS = "In deze map is nog geen kluis. Maak eerst een nieuwe kluis, of kies een andere map."
KEY_MISSING = "Het sleutelbestand kluis.json ontbreekt; zonder gaat de kluis niet open. Zet een kopie terug."
DATABASE_MISSING = "Het bestand met de dossiers is weg of leeg; er is niets veranderd. Zet een kopie terug."


def has_kluis(folder: Path) -> bool:
    """Tell whether a kluis is or was in this folder; one that was never finished does not count."""
    with told_in_dutch():
        if (folder / KEY_FILE).exists():
            return True
        unfinished, _ = _note(folder)
        return any(pad.name != unfinished for pad in databases(folder)) or any(
            folder.glob(f"{COPIES}/[0-9]*")
        )


def databases(folder: Path) -> list[Path]:
    """Return every file in the folder that is named like a database of ours."""
    return [pad for pad in folder.glob("dossiers*.kluis") if _DATABASE_NAME.fullmatch(pad.name)]


def unfinished_database(folder: Path) -> Path | None:
    """Return the database that was being made here; None when nothing was."""
    naam, _ = _note(folder)
    return folder / naam if naam else None


def read_keys(folder: Path) -> Sleutelbos:
    """Return the key file.

    Raises:
        InvoerError: there is no kluis here.
        IntegriteitError: it is missing or damaged.
    """
    with told_in_dutch():
        try:
            with (folder / KEY_FILE).open("rb") as bestand:
                inhoud = bestand.read(MAX_FILE + 1)
        except (FileNotFoundError, NotADirectoryError):
            if not has_kluis(folder):
                raise InvoerError(NO_KLUIS) from None
            raise IntegriteitError(KEY_MISSING) from None
        except IsADirectoryError:
            raise IntegriteitError(KEY_MISSING) from None
    return parse_keys(inhoud)


def write_keys(folder: Path, bos: Sleutelbos) -> None:
    """Put the key file in its place, durably and at once."""
    write_durably(folder / KEY_FILE, bos.to_bytes())


def make_folder(folder: Path) -> None:
    """Make a folder for this user only, and put its name on disk."""
    with told_in_dutch():
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for each in missing:
            sync_folder(each.parent)


def make_file(pad: Path) -> None:
    """Make an empty file for this user only; it may not be there yet."""
    os.close(os.open(pad, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def copy_file(van: Path, naar: Path) -> None:
    """Copy a file durably to a new name, for this user only. Not for a database that is open here."""
    make_file(naar)
    with van.open("rb") as bron, naar.open("wb") as doel:
        shutil.copyfileobj(bron, doel, 1 << 20)
        doel.flush()
        os.fsync(doel.fileno())


def remove_database(pad: Path) -> None:
    """Remove a database and its journal."""
    pad.unlink(missing_ok=True)
    journal_of(pad).unlink(missing_ok=True)


def journal_of(pad: Path) -> Path:
    """Return where SQLite keeps the journal of a database."""
    return pad.with_name(pad.name + JOURNAL)


def announce(folder: Path) -> str:
    """Write down that a new database takes the place of all that are here, and return the name it gets."""
    taken = sorted(pad.name for pad in databases(folder))
    namen = (DATABASE, *(f"dossiers-{nummer}.kluis" for nummer in range(2, 1_000)))
    nieuw = next(naam for naam in namen if naam not in taken)
    write_durably(folder / NOTE, canonical({"nieuw": nieuw, "oud": taken}))
    return nieuw


def settle(folder: Path, in_use: str | None) -> None:
    """Clean up after what was announced: each database in the note that the key file does not name goes.

    Nobody else may be at work. Of a database that is replaced there is a copy before it is announced.

    Args:
        folder: of the kluis.
        in_use: the database that the key file names; None when there is no key file.
    """
    nieuw, oud = _note(folder)
    with told_in_dutch():
        for naam in {nieuw, *oud} - {in_use, None}:
            remove_database(folder / str(naam))
        (folder / NOTE).unlink(missing_ok=True)
        for rest in unfinished(folder):
            rest.unlink(missing_ok=True)
        for rest in folder.glob(_COPY_LEFT_BY_A_CRASH):
            shutil.rmtree(rest, ignore_errors=True)
        sync_folder(folder)


def call_off(folder: Path) -> None:
    """Undo what was announced: only the new database goes, unless the key file names it already.

    Then, or where that can't be seen, all is left to the next opening; nothing fails here.
    """
    nieuw, _ = _note(folder)
    if nieuw is None:
        return
    try:
        if read_keys(folder).database == nieuw:
            return
    except (InvoerError, IntegriteitError):
        pass  # no key file, or a damaged one: it names nothing
    except IndicatietoolError:
        return
    with suppress(OpslagError), told_in_dutch():
        remove_database(folder / nieuw)
        (folder / NOTE).unlink(missing_ok=True)


def _note(folder: Path) -> tuple[str | None, list[str]]:
    """Return which database was coming and which would go; nothing when the note is not there or not ours."""
    try:
        with told_in_dutch():
            data = json.loads((folder / NOTE).read_bytes())
    except (OpslagError, ValueError):
        return None, []
    match data:
        case {"nieuw": str(nieuw), "oud": [*oud]} if _DATABASE_NAME.fullmatch(nieuw):
            return nieuw, [naam for naam in oud if isinstance(naam, str) and _DATABASE_NAME.fullmatch(naam)]
        case _:
            return None, []
