"""Making a kluis, and opening it with a wachtwoord, a herstelcode or (for practice) without.

Comes in: a folder and a secret. Goes out: an OpenKluis, held for this program only, or an error. A failed
open has changed no file. What is quick and needs no secret is looked at first.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from indicatietool.domain.kluis import KluisSoort
from indicatietool.errors import BezetError, IntegriteitError, InvoerError, OpslagError
from indicatietool.store.atomic import sync_folder
from indicatietool.store.kluis import instellingen, kopieen, logboek, migraties
from indicatietool.store.kluis.database import Database, require_free
from indicatietool.store.kluis.fouten import DAMAGED, IN_USE, told_in_dutch
from indicatietool.store.kluis.geopend import NO_WACHTWOORD, OpenKluis, note_keys, remember_keys
from indicatietool.store.kluis.herstelcode import new_code, read_code
from indicatietool.store.kluis.plaats import (
    DATABASE,
    announce,
    call_off,
    has_kluis,
    make_folder,
    read_keys,
    settle,
    unfinished_database,
    write_keys,
)
from indicatietool.store.kluis.sleutelbos import Kdf, Sleutelbos, new_keys, new_open_keys
from indicatietool.store.kluis.wie import Wie
from indicatietool.store.wachtwoorden import require_strong

IS_THERE = "In deze map is al een kluis. Open die, of kies een andere map."
WRONG_KIND = "Dit is geen oefenkluis. Open hem met het wachtwoord."


def create(folder: Path, wachtwoord: str, wie: Wie, kdf: Kdf) -> tuple[OpenKluis, str]:
    """Make a kluis and return it open, with its herstelcode.

    Raises:
        InvoerError: there is one, or the wachtwoord is too weak.
        BezetError: it is being made elsewhere.
    """
    require_strong(wachtwoord)
    _require_none(folder)
    code = new_code()
    bos, sleutel = new_keys(wachtwoord, read_code(code), DATABASE, kdf)
    return _make(folder, bos, sleutel, wie), code


def create_oefen(folder: Path, wie: Wie) -> OpenKluis:
    """Make an oefenkluis and return it open; raises as `create` does."""
    _require_none(folder)
    bos, sleutel = new_open_keys(DATABASE)
    return _make(folder, bos, sleutel, wie)


def unlock(folder: Path, wachtwoord: str, wie: Wie) -> OpenKluis:
    """Open a kluis with its wachtwoord."""
    bos = _keys_of(folder, KluisSoort.ECHT)
    return open_with(folder, bos, bos.unwrap("wachtwoord", wachtwoord), wie)


def unlock_with_herstelcode(folder: Path, code: str, wie: Wie) -> OpenKluis:
    """Open a kluis with its herstelcode."""
    bos = _keys_of(folder, KluisSoort.ECHT)
    return open_with(folder, bos, bos.unwrap("herstelcode", read_code(code)), wie)


def open_oefen(folder: Path, wie: Wie) -> OpenKluis:
    """Open an oefenkluis."""
    bos = _keys_of(folder, KluisSoort.OEFEN)
    return open_with(folder, bos, bos.open_key(), wie)


def reset_wachtwoord(folder: Path, herstelcode: str, nieuw: str, wie: Wie, kdf: Kdf) -> OpenKluis:
    """Open a kluis with its herstelcode and give it another wachtwoord."""
    require_strong(nieuw)
    kluis = unlock_with_herstelcode(folder, herstelcode, wie)
    try:
        kluis.set_wachtwoord(nieuw, kdf)
    except BaseException:
        kluis.close()
        raise
    return kluis


def open_with(folder: Path, bos: Sleutelbos, sleutel: bytearray, wie: Wie) -> OpenKluis:
    """Open a kluis of which the key is known; bring an older one up to date after a copy."""
    db = Database.open(folder / bos.database, sleutel, migraties.SCHEMA)
    kluis = OpenKluis(folder, bos, sleutel, db, wie)
    try:
        if read_keys(folder) != bos:
            raise BezetError(IN_USE)  # replaced between reading it and holding the database
        if instellingen.get(db, instellingen.KLUIS) != bos.kluis:
            raise IntegriteitError(DAMAGED)
        _take_possession(kluis)
    except BaseException:
        kluis.close()
        raise
    return kluis


def _take_possession(kluis: OpenKluis) -> None:
    """Do what the first change to the files does: clean up, bring up to date, note that it was opened."""
    settle(kluis.folder, kluis.bos.database)
    if kluis.db.version() < migraties.SCHEMA:
        kopieen.copy(kluis)
        migraties.migrate(kluis.db, kluis.wie)
    note_keys(kluis.db, kluis.wie, kluis.bos)
    with kluis.db.transaction():
        logboek.add(kluis.db, kluis.wie, "geopend", "kluis")


def _keys_of(folder: Path, soort: KluisSoort) -> Sleutelbos:
    bos = read_keys(folder)
    if bos.soort is not soort:
        raise InvoerError(NO_WACHTWOORD if bos.soort is KluisSoort.OEFEN else WRONG_KIND)
    require_free(folder / bos.database)
    return bos


def _require_none(folder: Path) -> None:
    if has_kluis(folder):
        raise InvoerError(IS_THERE)
    unfinished = unfinished_database(folder)
    if unfinished is not None:
        require_free(unfinished)


def _make(folder: Path, bos: Sleutelbos, sleutel: bytearray, wie: Wie) -> OpenKluis:
    """Make the files of a kluis; the key file comes last and makes it one."""
    make_folder(folder)
    settle(folder, None)
    announce(folder)
    return _undone_on_failure(folder, lambda: _fill(folder, bos, sleutel, wie))


def _fill(folder: Path, bos: Sleutelbos, sleutel: bytearray, wie: Wie) -> OpenKluis:
    db = Database.make(folder / bos.database, sleutel)
    kluis = OpenKluis(folder, bos, sleutel, db, wie)
    try:
        with db.transaction():
            migraties.make_tables(db, bos.kluis, wie)
            remember_keys(db, bos)
        with told_in_dutch():
            sync_folder(folder)
        write_keys(folder, bos)
    except BaseException:
        kluis.close()
        raise
    with suppress(OpslagError):  # the kluis is there; the next opening cleans up
        settle(folder, bos.database)
    return kluis


def _undone_on_failure(folder: Path, make: Callable[[], OpenKluis]) -> OpenKluis:
    try:
        return make()
    except BezetError:
        raise  # what is there belongs to who is making it
    except BaseException:
        call_off(folder)
        raise
