"""A kluis as an earlier program left it: version 0, before there were seals and originals."""

from pathlib import Path

from indicatietool.store.kluis import Kluis
from indicatietool.store.kluis.database import Database
from indicatietool.store.kluis.inlezen import bare_kaart
from indicatietool.store.kluis.migraties import SCHEMA
from indicatietool.store.kluis.plaats import DATABASE, read_keys
from tests.builders import make_dossier
from tests.kluizen import WACHTWOORD, make_kluis


def make_version_0(folder: Path) -> None:
    """Make a kluis with two dossiers and bring its tables back to those of version 0."""
    with make_kluis(folder) as kluis:
        for nummer in ("2027-0001", "2027-0002"):
            dossier = make_dossier(nummer=nummer)
            kluis.begin(dossier, bare_kaart(dossier))
    with open_database(folder) as db, db.transaction():
        for tabel in ("herkomst", "zegel", "kader"):
            db.run(f"DROP TABLE {tabel}")
        db.set_version(0)


def open_database(folder: Path, newest: int = SCHEMA) -> Database:
    """Open the database of a closed kluis from behind, as someone with the key could."""
    sleutel = read_keys(folder).unwrap("wachtwoord", WACHTWOORD)
    return Database.open(folder / DATABASE, sleutel, newest)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        str(pad.relative_to(folder)): pad.read_bytes() for pad in sorted(folder.rglob("*")) if pad.is_file()
    }


def reopen(folder: Path) -> Kluis:
    """Open the kluis with its wachtwoord."""
    return Kluis.unlock(folder, WACHTWOORD, actor="consulent")
