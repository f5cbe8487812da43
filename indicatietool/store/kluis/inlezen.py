"""Reading in the dossiers of before the kluis: one JSON file each, in a folder.

Comes in: the folder. Goes out: what was read in and what stayed, with the reason. A plain file is removed
only when the kluis holds the same dossier and, byte for byte, the file itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kaart import Dossierkaart, DossierStatus, kaart_of
from indicatietool.domain.kluis import GebeurtenisSoort, ImportVerslag, KluisSoort
from indicatietool.errors import BestandError, IndicatietoolError, IntegriteitError
from indicatietool.store.atomic import sync_folder
from indicatietool.store.dossiers import dossier_from_json
from indicatietool.store.kluis import dossiers, logboek
from indicatietool.store.kluis.canoniek import sha256_of, write_moment
from indicatietool.store.kluis.database import Database
from indicatietool.store.kluis.dossiers import Stap
from indicatietool.store.kluis.fouten import told_in_dutch
from indicatietool.store.kluis.geopend import OpenKluis
from indicatietool.store.oorzaak import in_dutch
from indicatietool.store.reading import read_bytes

MakeKaart = Callable[[Dossier], Dossierkaart]

_NO_DOSSIER = "is geen dossier van de indicatietool. Kijk zelf of het weg kan."
_OTHER_NAME = "heet anders dan het nummer dat erin staat. Geef het bestand dat nummer als naam."
_NO_PRACTICE = "is geen oefengeval. Lees het in bij de echte dossiers."
_CHANGED = "is veranderd tijdens het inlezen. Lees opnieuw in."


@dataclass(frozen=True)
class _Bestand:
    """Een bestand dat een dossier bevat, zoals het op schijf stond."""

    pad: Path
    inhoud: bytes
    dossier: Dossier
    gewijzigd: float


def bare_kaart(dossier: Dossier) -> Dossierkaart:
    """Return a card of what is in the dossier itself, without minutes; opening it fills in the rest."""
    return kaart_of(dossier, DossierStatus.CONCEPT, None, 0, len(dossier.antwoorden.taken))


def import_json(kluis: OpenKluis, folder: Path, make_kaart: MakeKaart) -> ImportVerslag:
    """Read in all dossiers of a folder in one transaction, then remove the files that are proven to be here.

    Raises:
        OpslagError: the kluis could not be written or the folder not be read; nothing was read in or removed.
    """
    files, oefening, gebleven = _sorted_out(folder, kluis.bos.soort)
    with kluis.db.transaction():
        eerder = _read_before(kluis.db)
        nummers = [
            (bestand, _nummer_before(kluis.db, bestand, eerder) or _put(kluis, bestand, make_kaart))
            for bestand in files
        ]
    kept = {bestand.pad.name: reden for bestand in files if (reden := _remove(bestand))}
    with suppress(OSError):
        sync_folder(folder)
    return ImportVerslag(
        ingelezen=tuple(nummer for _, nummer in nummers),
        hernummerd=tuple(
            (bestand.dossier.nummer, nummer)
            for bestand, nummer in nummers
            if bestand.dossier.nummer != nummer
        ),
        oefening=tuple(oefening),
        gebleven=(*gebleven.items(), *kept.items()),
    )


def original(db: Database, nummer: str) -> bytes | None:
    """Return the file that a dossier was read in from; None when it began here."""
    inhoud: bytes | None = db.value("SELECT inhoud FROM herkomst WHERE nummer = ?", nummer)
    return inhoud


def _sorted_out(folder: Path, soort: KluisSoort) -> tuple[list[_Bestand], list[str], dict[str, str]]:
    """Return what can be read in, which files are practice for elsewhere, and what can't and why."""
    files, oefening, gebleven = list[_Bestand](), list[str](), dict[str, str]()
    for pad in _entries(folder):
        try:
            bestand = _read(pad)
        except BestandError as error:
            gebleven[pad.name] = str(error.problemen[0])
        except IndicatietoolError as error:
            gebleven[pad.name] = str(error)
        else:
            if bestand is None:
                gebleven[pad.name] = _NO_DOSSIER
            elif bestand.dossier.nummer != pad.stem:
                gebleven[pad.name] = _OTHER_NAME
            elif bestand.dossier.oefening and soort is KluisSoort.ECHT:
                oefening.append(pad.name)
            elif soort is KluisSoort.OEFEN and not bestand.dossier.oefening:
                gebleven[pad.name] = _NO_PRACTICE
            else:
                files.append(bestand)
    return files, oefening, gebleven


def _entries(folder: Path) -> Iterator[Path]:
    with told_in_dutch():
        if folder.is_dir():
            yield from sorted(folder.iterdir())


def _read(pad: Path) -> _Bestand | None:
    """Return a file that holds a dossier; None when it is not meant to."""
    if pad.suffix != ".json" or pad.name.startswith(".") or pad.is_symlink() or not pad.is_file():
        return None
    inhoud = read_bytes(pad, BestandError)
    with told_in_dutch():
        gewijzigd = pad.stat().st_mtime
    return _Bestand(pad, inhoud, dossier_from_json(inhoud, pad), gewijzigd)


def _read_before(db: Database) -> Mapping[str, Sequence[str]]:
    """Return the nummers that came from a file of each name."""
    nummers = defaultdict[str, list[str]](list)
    for bestand, nummer in db.rows("SELECT bestand, nummer FROM herkomst"):
        nummers[bestand].append(nummer)
    return nummers


def _nummer_before(db: Database, bestand: _Bestand, eerder: Mapping[str, Sequence[str]]) -> str | None:
    """Return the nummer of a file that is in the kluis already: only removing it did not come to an end."""
    nummers = eerder.get(bestand.pad.name, ())
    return next((nummer for nummer in nummers if original(db, nummer) == bestand.inhoud), None)


def _put(kluis: OpenKluis, bestand: _Bestand, make_kaart: MakeKaart) -> str:
    """Put a dossier with its file in the kluis, read both back and return its nummer."""
    db, naam = kluis.db, bestand.pad.name
    dossier = bestand.dossier
    if dossiers.exists(db, dossier.nummer):
        dossier = dossier.with_changes(nummer=dossiers.next_nummer(db, dossier.gemaakt.year))
    stap = Stap(GebeurtenisSoort.INGELEZEN, wat=f"ingelezen uit {naam}"[:200])
    dossiers.begin(db, kluis.wie, kluis.bos.soort, dossier, make_kaart(dossier), stap)
    _keep_moment(db, dossier.nummer, bestand.gewijzigd)
    db.run(
        "INSERT INTO herkomst(nummer, bestand, inhoud) VALUES(?, ?, ?)", dossier.nummer, naam, bestand.inhoud
    )
    logboek.add(db, kluis.wie, logboek.ORIGINAL, dossier.nummer, inhoud_sha256=sha256_of(bestand.inhoud))
    if dossiers.load(db, dossier.nummer) != dossier or original(db, dossier.nummer) != bestand.inhoud:
        raise IntegriteitError(
            f"{naam} komt niet hetzelfde terug. Er is niets ingelezen en niets weggehaald."
        )
    return dossier.nummer


def _keep_moment(db: Database, nummer: str, gewijzigd: float) -> None:
    """Let the list show when the file was changed, where the computer gives a date that can be."""
    with suppress(OSError, OverflowError, ValueError):
        moment = datetime.fromtimestamp(gewijzigd, UTC)
        db.run("UPDATE dossier SET gewijzigd = ? WHERE nummer = ?", write_moment(moment), nummer)


def _remove(bestand: _Bestand) -> str:
    """Remove a plain file that is still as it was read in; return why not where it stays."""
    try:
        if bestand.pad.read_bytes() != bestand.inhoud:
            return _CHANGED
        bestand.pad.unlink()
    except OSError as error:
        return f"staat in de kluis, maar kon niet worden weggehaald ({in_dutch(error)}). Haal het zelf weg."
    return ""
