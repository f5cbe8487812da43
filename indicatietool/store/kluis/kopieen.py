"""Encrypted copies of the kluis: each in a folder of its own that opens by itself; the oldest make room.

Comes in: an open kluis, or the folder of a closed one. Goes out: a copy that is whole or not there at all.
"""

import os
import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from indicatietool.domain.kluis import Kopie
from indicatietool.errors import OpslagError
from indicatietool.store.atomic import sync_folder
from indicatietool.store.kluis import logboek
from indicatietool.store.kluis.fouten import told_in_dutch
from indicatietool.store.kluis.geopend import OpenKluis
from indicatietool.store.kluis.plaats import (
    COPIES,
    DATABASE,
    KEY_FILE,
    copy_file,
    databases,
    journal_of,
    make_folder,
    write_keys,
)

KEEP_LAST = 10
KEEP_WEEKS = 8
_ASIDE = "-opzij"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(rf"([0-9]{{8}}T[0-9]{{6}}Z)(-[0-9]+)?({_ASIDE})?")


def copy(kluis: OpenKluis) -> Path:
    """Make a copy, remove those that are too old, and return the folder of the new one.

    Raises:
        OpslagError: no room or no right to write; there is no copy and the kluis is as it was.
    """
    with told_in_dutch():
        doel = _new_name(kluis.folder, kluis.wie.clock(), "")
        bezig = _begin(doel)
        try:
            kluis.db.copy_to(bezig / DATABASE, kluis.sleutel)
            _sync_file(bezig / DATABASE)
            write_keys(bezig, kluis.bos.with_database(DATABASE))
            _finish(bezig, doel)
        except BaseException:
            shutil.rmtree(bezig, ignore_errors=True)
            raise
    with suppress(OpslagError):  # what could not make room now is tried again at the next copy
        rotate(kluis.folder)
    with kluis.db.transaction():
        logboek.add(kluis.db, kluis.wie, "gekopieerd", doel.name)
    return doel


def put_aside(folder: Path, moment: datetime, but: str) -> Path | None:
    """Keep the files of a closed kluis as they are, damaged or not.

    Args:
        folder: of the kluis.
        moment: names the copy.
        but: a database that does not belong to it.

    Returns:
        The folder of the copy; None when there was nothing to keep.
    """
    with told_in_dutch():
        files = [pad for pad in databases(folder) if pad.name != but]
        if (folder / KEY_FILE).is_file():
            files.append(folder / KEY_FILE)
        if not files:
            return None
        doel = _new_name(folder, moment, _ASIDE)
        bezig = _begin(doel)
        try:
            for pad in files:
                copy_file(pad, bezig / pad.name)
                if journal_of(pad).is_file():
                    copy_file(journal_of(pad), bezig / journal_of(pad).name)
            _finish(bezig, doel)
        except BaseException:
            shutil.rmtree(bezig, ignore_errors=True)
            raise
    return doel


def find(folder: Path) -> tuple[Kopie, ...]:
    """Return the copies of the kluis in this folder, newest first."""
    with told_in_dutch():
        found = [_read(pad) for pad in (folder / COPIES).glob("[0-9]*") if _NAME.fullmatch(pad.name)]
    return tuple(sorted((kopie for kopie in found if kopie), key=_order, reverse=True))


def is_name(naam: str) -> bool:
    """Tell whether a folder is named like a copy."""
    return _NAME.fullmatch(naam) is not None


def rotate(folder: Path) -> None:
    """Remove copies: kept are the last ten and the last of each of eight weeks.

    Of what was put aside the last is kept, and all of the eight weeks before the newest copy.
    """
    alle = find(folder)
    gewoon = [kopie for kopie in alle if not kopie.is_opzij]
    opzij = [kopie for kopie in alle if kopie.is_opzij]
    houden = {*gewoon[:KEEP_LAST], *_one_per_week(gewoon), *opzij[:1]}
    if alle:
        grens = alle[0].moment - timedelta(weeks=KEEP_WEEKS)
        houden |= {kopie for kopie in opzij if kopie.moment >= grens}
    for kopie in alle:
        if kopie not in houden:
            with told_in_dutch():
                _remove(folder / COPIES / kopie.naam)


def _one_per_week(kopieen: Sequence[Kopie]) -> list[Kopie]:
    """Return the newest copy of each of the last weeks that have one; a holiday does not cost copies."""
    weeks: dict[tuple[int, int], Kopie] = {}
    for kopie in kopieen:
        jaar, week, _ = kopie.moment.isocalendar()
        weeks.setdefault((jaar, week), kopie)
    return list(weeks.values())[:KEEP_WEEKS]


def _read(pad: Path) -> Kopie | None:
    match = _NAME.fullmatch(pad.name)
    if match is None or not pad.is_dir():
        return None
    try:
        moment = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    omvang = sum(bestand.stat().st_size for bestand in pad.iterdir())
    return Kopie(pad.name, moment, omvang, is_opzij=match[3] is not None)


def _order(kopie: Kopie) -> tuple[datetime, int]:
    match = _NAME.fullmatch(kopie.naam)
    return kopie.moment, int(((match and match[2]) or "-1")[1:])


def _new_name(folder: Path, moment: datetime, ending: str) -> Path:
    """Return a name after the moment that no copy has yet."""
    stamp = moment.astimezone(UTC).strftime(_STAMP)
    make_folder(folder / COPIES)
    taken = {pad.name for pad in (folder / COPIES).iterdir()}
    nummer = 1
    while (naam := f"{stamp}{f'-{nummer}' if nummer > 1 else ''}{ending}") in taken:
        nummer += 1
    return folder / COPIES / naam


def _begin(doel: Path) -> Path:
    """Make the folder in which a copy is made; its name says that it is not finished."""
    bezig = doel.with_name(f".{doel.name}.tmp")
    shutil.rmtree(bezig, ignore_errors=True)
    bezig.mkdir(mode=0o700)
    return bezig


def _finish(bezig: Path, doel: Path) -> None:
    sync_folder(bezig)
    bezig.rename(doel)
    sync_folder(doel.parent)


def _remove(pad: Path) -> None:
    """Remove a copy so that half of one is never taken for a copy."""
    weg = pad.with_name(f".{pad.name}.tmp")
    pad.rename(weg)
    sync_folder(pad.parent)
    shutil.rmtree(weg, ignore_errors=True)


def _sync_file(pad: Path) -> None:
    handle = os.open(pad, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
