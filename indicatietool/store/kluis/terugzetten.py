"""Putting a copy in the place of the kluis, so that at any moment the old or the new one can be opened.

Comes in: the folder of the kluis, a copy and a secret. Goes out: the kluis as it was in the copy, open. What
is there is put aside; the new database comes beside the old one and is proven; replacing the key file (one
rename) switches. See docs/adr/0010.
"""

from contextlib import suppress
from pathlib import Path

from indicatietool.domain.kluis import KluisSoort, Kopie
from indicatietool.errors import (
    BezetError,
    IntegriteitError,
    InvoerError,
    NieuwereVersieError,
    OpslagError,
    WachtwoordError,
)
from indicatietool.store.kluis import dossiers, instellingen, kopieen, logboek, migraties, verifieer
from indicatietool.store.kluis.database import Database, require_free
from indicatietool.store.kluis.fouten import IN_USE, told_in_dutch
from indicatietool.store.kluis.geopend import OpenKluis, remember_keys
from indicatietool.store.kluis.herstelcode import read_code
from indicatietool.store.kluis.plaats import (
    COPIES,
    KEY_FILE,
    announce,
    call_off,
    copy_file,
    databases,
    journal_of,
    make_folder,
    read_keys,
    settle,
    write_keys,
)
from indicatietool.store.kluis.sleutelbos import Sleutelbos
from indicatietool.store.kluis.wie import Wie

NO_COPY = "Dit is geen kopie van een kluis. Kies een map waarin kluis.json en dossiers.kluis staan."
COPY_DAMAGED = "Deze kopie is beschadigd. Uw kluis is zoals hij was. Kies een andere kopie."
OTHER_KIND = (
    "Een kopie van de oefenkluis en uw eigen kluis kunnen niet elkaars plaats innemen. Kies een andere map."
)


def restore(folder: Path, kopie: Path | Kopie, geheim: str, wie: Wie) -> OpenKluis:
    """Put a copy in the place of the kluis and return it open; raises as `Kluis.restore` says."""
    bron = folder / COPIES / kopie.naam if isinstance(kopie, Kopie) else kopie
    van = _keys_of_copy(bron)
    nu = _keys_here(folder)
    if nu is not None and nu.soort is not van.soort:
        raise InvoerError(OTHER_KIND)
    _require_all_free(folder)
    bos, sleutel = _unwrapped(van, nu, geheim)
    make_folder(folder)
    if nu is not None:
        settle(folder, nu.database)
    stand = _state(folder)
    bos = bos.with_database(announce(folder))
    try:
        kluis = _brought_in(folder, bron / van.database, bos, sleutel, wie)
        try:
            opzij = kopieen.put_aside(folder, wie.clock(), but=bos.database)
            _note_restore(kluis, bron)
            if opzij is not None and nu is not None and nu.kluis == bos.kluis:
                _skip_nummers_of(opzij / nu.database, kluis)
            _require_all_free(folder, but=bos.database)
            if _state(folder, but=bos.database) != stand:
                raise BezetError(IN_USE)
            write_keys(folder, bos)
        except BaseException:
            kluis.close()
            raise
    except BaseException:
        call_off(folder)
        raise
    with suppress(OpslagError):  # the copy is in its place; the next opening cleans up
        settle(folder, bos.database)
    return kluis


def _brought_in(folder: Path, bron: Path, bos: Sleutelbos, sleutel: bytearray, wie: Wie) -> OpenKluis:
    """Bring the database of a copy into the folder, open it and prove that it is sound.

    Raises:
        IntegriteitError: it is not.
    """
    pad = folder / bos.database
    with told_in_dutch():
        if not bron.is_file():
            raise IntegriteitError(COPY_DAMAGED)
        copy_file(bron, pad)
        if journal_of(bron).is_file():
            copy_file(journal_of(bron), journal_of(pad))
    try:
        db = Database.open(pad, sleutel, migraties.SCHEMA)
    except IntegriteitError:
        raise IntegriteitError(COPY_DAMAGED) from None
    try:
        if db.version() < migraties.SCHEMA:
            migraties.migrate(db, wie)
        if instellingen.get(db, instellingen.KLUIS) != bos.kluis or any(verifieer.database_findings(db)):
            raise IntegriteitError(COPY_DAMAGED)
    except IntegriteitError:
        db.close()
        raise IntegriteitError(COPY_DAMAGED) from None
    except BaseException:
        db.close()
        raise
    return OpenKluis(folder, bos, sleutel, db, wie)


def _note_restore(kluis: OpenKluis, bron: Path) -> None:
    naam = bron.name if kopieen.is_name(bron.name) else "kopie"
    with kluis.db.transaction():
        remember_keys(kluis.db, kluis.bos)
        logboek.add(kluis.db, kluis.wie, "teruggezet", naam, inhoud_sha256=kluis.bos.vingerafdruk)


def _skip_nummers_of(pad: Path, kluis: OpenKluis) -> None:
    """Give out no nummer that the kluis of before has used, where that can still be read."""
    gebruikt: dict[str, int] = {}
    with (
        suppress(IntegriteitError, NieuwereVersieError),
        Database.open(pad, kluis.sleutel, migraties.SCHEMA) as eerder,
    ):
        gebruikt = dossiers.used_nummers(eerder)
    with kluis.db.transaction():
        dossiers.skip_nummers(kluis.db, gebruikt)


def _unwrapped(van: Sleutelbos, nu: Sleutelbos | None, geheim: str) -> tuple[Sleutelbos, bytearray]:
    """Return the key file that the secret opens, with the data key: rather that of now than that of the copy.

    All key files of one kluis hold the same data key, so the wachtwoord of now opens copies of before.

    Raises:
        WachtwoordError: it opens neither.
    """
    if van.soort is KluisSoort.OEFEN:
        return van, van.open_key()
    kandidaten = [nu, van] if nu is not None and nu.kluis == van.kluis and nu != van else [van]
    for bos in kandidaten:
        try:
            return bos, bos.unwrap("wachtwoord", geheim)
        except WachtwoordError as error:
            refused = error
    try:
        code = read_code(geheim)
    except WachtwoordError:
        raise refused from None
    for bos in kandidaten:
        try:
            return bos, bos.unwrap("herstelcode", code)
        except WachtwoordError as error:
            refused = error
    raise refused


def _keys_of_copy(bron: Path) -> Sleutelbos:
    try:
        return read_keys(bron)
    except InvoerError:
        raise InvoerError(NO_COPY) from None
    except IntegriteitError:
        raise IntegriteitError(COPY_DAMAGED) from None


def _keys_here(folder: Path) -> Sleutelbos | None:
    """Return the key file that will be replaced; None when it is missing or damaged."""
    try:
        return read_keys(folder)
    except (InvoerError, IntegriteitError):
        return None


def _require_all_free(folder: Path, but: str = "") -> None:
    for pad in databases(folder):
        if pad.name != but:
            require_free(pad)


def _state(folder: Path, but: str = "") -> set[tuple[str, int, int]]:
    """Return the name, size and time of change of the files that will be replaced."""
    with told_in_dutch():
        files = [pad for pad in (folder / KEY_FILE, *databases(folder)) if pad.name != but and pad.exists()]
        return {(pad.name, pad.stat().st_size, pad.stat().st_mtime_ns) for pad in files}
