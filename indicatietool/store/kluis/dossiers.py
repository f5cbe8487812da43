"""The dossiers in the kluis: the row, its events, its card and its words to search by.

Comes in: a dossier with its card. Goes out: the same; or an error when it is not there, sealed or damaged.
What writes must stand in a transaction of the caller.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from indicatietool.domain.dossier import FORMAAT, Dossier
from indicatietool.domain.kaart import Dossierkaart, DossierRegel
from indicatietool.domain.kluis import Gebeurtenis, GebeurtenisSoort, Json, KluisSoort, Wijziging
from indicatietool.errors import (
    ConflictError,
    DossierError,
    IntegriteitError,
    InvoerError,
    NieuwereVersieError,
)
from indicatietool.store.dossiers import dossier_from_json
from indicatietool.store.kluis import instellingen, logboek, wijzigingen, zoeken
from indicatietool.store.kluis.canoniek import compact, fingerprint, read_moment, write_moment
from indicatietool.store.kluis.database import Database, Row
from indicatietool.store.kluis.wie import Wie, require_text

UNREADABLE = "Dit dossier is beschadigd. Zet een kopie van de kluis terug."

_EVENT = "volg, moment, actor, soort, wat, waarom, van, wijzigingen, inhoud_sha256"
_NUMMER = re.compile(r"([0-9]{4})-([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Stap:
    """Wat er van een gebeurtenis wordt onthouden, naast wat er veranderde."""

    soort: GebeurtenisSoort = GebeurtenisSoort.WIJZIGING
    wat: str = ""
    waarom: str = ""
    van: int | None = None


def begin(
    db: Database, wie: Wie, kluis: KluisSoort, dossier: Dossier, kaart: Dossierkaart, stap: Stap
) -> None:
    """Put a new dossier in the kluis.

    Raises:
        ConflictError: the nummer is taken.
        InvoerError: practice and real would mix.
    """
    _require_kind(kluis, dossier)
    if exists(db, dossier.nummer):
        raise ConflictError(f"Er is al een dossier {dossier.nummer}. Geef dit dossier een ander nummer.")
    _require_card(dossier, kaart)
    inhoud = dossier.model_dump(mode="json")
    db.run(
        "INSERT INTO dossier(nummer, gewijzigd, volg, kaart) VALUES(?, ?, 0, ?)",
        dossier.nummer,
        write_moment(wie.clock()),
        kaart.model_dump_json(),
    )
    _index(db, kaart)
    _remember_nummer(db, dossier.nummer)
    _add_event(db, wie, dossier.nummer, 1, inhoud, wijzigingen.whole(inhoud), stap)


def save(db: Database, wie: Wie, dossier: Dossier, kaart: Dossierkaart, stap: Stap) -> int:
    """Save a dossier as it is now and return the number of its last event.

    Raises:
        ConflictError: it is sealed.
        InvoerError: it is not in the kluis.
    """
    nummer = dossier.nummer
    _require_card(dossier, kaart)
    volg, oude_kaart = _require_row(db, nummer)
    inhoud = dossier.model_dump(mode="json")
    oud = content(db, nummer)
    was_practice = isinstance(oud, dict) and oud.get("oefening") is True
    _require_kind(KluisSoort.OEFEN if was_practice else KluisSoort.ECHT, dossier)
    gewijzigd = wijzigingen.changes(oud, inhoud)
    nieuwe_kaart = kaart.model_dump_json()
    if stap.soort is GebeurtenisSoort.WIJZIGING and not gewijzigd and nieuwe_kaart == oude_kaart:
        return volg
    if is_sealed(db, nummer):
        raise ConflictError(f"Dossier {nummer} is definitief. Heropen het eerst, met een reden.")
    put_card(db, kaart, oude_kaart)
    if gewijzigd or stap.soort is not GebeurtenisSoort.WIJZIGING:
        volg += 1
        _add_event(db, wie, nummer, volg, inhoud, gewijzigd, stap)
    return volg


def put_card(db: Database, kaart: Dossierkaart, oud: str) -> None:
    """Replace the card of a dossier, and the words by which it is found when they changed."""
    nieuw = kaart.model_dump_json()
    if nieuw == oud:
        return
    db.run("UPDATE dossier SET kaart = ? WHERE nummer = ?", nieuw, kaart.nummer)
    if zoeken.searchable(kaart) != zoeken.searchable(read_card(kaart.nummer, oud)):
        _index(db, kaart)


def note_event(db: Database, wie: Wie, nummer: str, stap: Stap) -> int:
    """Add an event that changes nothing in the dossier, and return its number."""
    volg, _ = _require_row(db, nummer)
    _add_event(db, wie, nummer, volg + 1, content(db, nummer), (), stap)
    return volg + 1


def load(db: Database, nummer: str) -> Dossier:
    """Return a dossier.

    Raises:
        InvoerError: it is not in the kluis.
        IntegriteitError: it is not readable.
        NieuwereVersieError: it was saved by a newer version of the program.
    """
    _require_row(db, nummer)
    return read_content(content(db, nummer), nummer)


def read_content(inhoud: Json, nummer: str) -> Dossier:
    """Return the dossier in plain data; raises as `load` does."""
    formaat = inhoud.get("formaat") if isinstance(inhoud, dict) else None
    if isinstance(formaat, int) and formaat > FORMAAT:
        raise NieuwereVersieError(
            f"Dossier {nummer} is van een nieuwere versie en blijft zoals het is. Werk het programma bij."
        )
    try:
        return dossier_from_json(compact(inhoud).encode(), Path(nummer))
    except DossierError:
        raise IntegriteitError(f"Dossier {nummer}: {UNREADABLE}") from None


def content(db: Database, nummer: str) -> Json:
    """Return a dossier as plain data."""
    tekst = db.value("SELECT inhoud FROM inhoud WHERE dossier = ?", nummer)
    try:
        inhoud: Json = json.loads(tekst)
    except (TypeError, ValueError):
        raise IntegriteitError(f"Dossier {nummer}: {UNREADABLE}") from None
    return inhoud


def exists(db: Database, nummer: str) -> bool:
    """Tell whether a dossier is in the kluis."""
    return db.row("SELECT 1 FROM dossier WHERE nummer = ?", nummer) is not None


def is_sealed(db: Database, nummer: str) -> bool:
    """Tell whether a dossier is definitief now."""
    return db.row("SELECT 1 FROM zegel WHERE dossier = ? AND heropend_op IS NULL", nummer) is not None


def rows(db: Database) -> tuple[DossierRegel, ...]:
    """Return a line per dossier, last changed first; one whose card is damaged says so."""
    found = db.rows("SELECT nummer, gewijzigd, kaart FROM dossier ORDER BY gewijzigd DESC, id DESC")
    return tuple(_line(nummer, gewijzigd, kaart) for nummer, gewijzigd, kaart in found)


def search(db: Database, tekst: str) -> tuple[str, ...]:
    """Return the nummers of dossiers that hold every word, last changed first."""
    gezocht = zoeken.query(tekst)
    if not gezocht:
        return ()
    found = db.rows(
        """SELECT dossier.nummer FROM zoek JOIN dossier ON dossier.id = zoek.rowid
        WHERE zoek MATCH ? ORDER BY dossier.gewijzigd DESC, dossier.id DESC""",
        gezocht,
    )
    return tuple(nummer for (nummer,) in found)


def next_nummer(db: Database, jaar: int) -> str:
    """Return the number after the highest that was ever in the kluis for this year."""
    return f"{jaar}-{_highest(db, str(jaar)) + 1:04d}"


def used_nummers(db: Database) -> dict[str, int]:
    """Return the highest number that was ever in the kluis, for each year."""
    start = len(instellingen.HIGHEST)
    found = db.rows("SELECT naam FROM instelling WHERE naam GLOB ?", f"{instellingen.HIGHEST}*")
    return {naam[start:]: _highest(db, naam[start:]) for (naam,) in found}


def skip_nummers(db: Database, gebruikt: Mapping[str, int]) -> None:
    """Never give out a number up to these again, as part of the transaction."""
    for jaar, hoogste in gebruikt.items():
        if hoogste > _highest(db, jaar):
            instellingen.put(db, instellingen.HIGHEST + jaar, hoogste)


def delete(db: Database, wie: Wie, nummer: str, waarom: str) -> None:
    """Remove a dossier with all that belongs to it.

    Raises:
        InvoerError: it is not in the kluis.
    """
    _require_row(db, nummer)
    require_text(waarom, "De reden", 150)
    db.run("DELETE FROM zoek WHERE rowid = (SELECT id FROM dossier WHERE nummer = ?)", nummer)
    db.run("DELETE FROM dossier WHERE nummer = ?", nummer)
    db.run("DELETE FROM kader WHERE sha256 NOT IN (SELECT kader_sha256 FROM zegel)")
    logboek.add(db, wie, logboek.DELETED, nummer, waarom or "ok")


def history(db: Database, nummer: str) -> tuple[Gebeurtenis, ...]:
    """Return the events of a dossier, first to last.

    Raises:
        InvoerError: it is not in the kluis.
    """
    _require_row(db, nummer)
    return tuple(
        Gebeurtenis(
            dossier=nummer,
            volg=volg,
            moment=read_moment(moment),
            actor=actor,
            soort=GebeurtenisSoort(soort),
            wat=wat,
            waarom=waarom,
            van=van,
            wijzigingen=wijzigingen.from_json(json.loads(gewijzigd)),
        )
        for volg, moment, actor, soort, wat, waarom, van, gewijzigd, _ in event_rows(db, nummer)
    )


def event_rows(db: Database, nummer: str) -> list[Row]:
    """Return the events of a dossier as they are stored, first to last."""
    return db.rows(f"SELECT {_EVENT} FROM gebeurtenis WHERE dossier = ? ORDER BY volg", nummer)


def event_fingerprint(nummer: str, event: Row) -> str:
    """Return the fingerprint of an event with all that it holds, as the log has it."""
    return fingerprint([nummer, *event])


def read_card(nummer: str, kaart: str) -> Dossierkaart:
    """Return the card in a row; a bare one when it is damaged."""
    try:
        return Dossierkaart.model_validate_json(kaart)
    except ValidationError:
        return Dossierkaart(nummer=nummer)


def _line(nummer: str, gewijzigd: str, kaart: str) -> DossierRegel:
    moment = read_moment(gewijzigd)
    try:
        return DossierRegel(Dossierkaart.model_validate_json(kaart), moment)
    except ValidationError:
        return DossierRegel(Dossierkaart(nummer=nummer), moment, UNREADABLE)


def _add_event(
    db: Database,
    wie: Wie,
    nummer: str,
    volg: int,
    inhoud: Json,
    gewijzigd: tuple[Wijziging, ...],
    stap: Stap,
) -> None:
    event = (
        volg,
        write_moment(wie.clock()),
        wie.actor,
        str(stap.soort),
        require_text(stap.wat, "Wat er is veranderd"),
        require_text(stap.waarom, "De reden", 20_000),
        stap.van,
        compact(wijzigingen.to_json(gewijzigd)),
        fingerprint(inhoud),
    )
    db.run(f"INSERT INTO gebeurtenis(dossier, {_EVENT}) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", nummer, *event)
    db.run("UPDATE dossier SET gewijzigd = ?, volg = ? WHERE nummer = ?", event[1], volg, nummer)
    if gewijzigd:
        formaat = inhoud.get("formaat") if isinstance(inhoud, dict) else None
        db.run(
            """INSERT INTO inhoud(dossier, formaat, inhoud) VALUES(?, ?, ?)
            ON CONFLICT(dossier) DO UPDATE SET formaat = excluded.formaat, inhoud = excluded.inhoud""",
            nummer,
            formaat,
            compact(inhoud),
        )
    actie = f"{logboek.EVENT}{stap.soort}"
    logboek.add(db, wie, actie, nummer, inhoud_sha256=event_fingerprint(nummer, event))


def _index(db: Database, kaart: Dossierkaart) -> None:
    rij = db.value("SELECT id FROM dossier WHERE nummer = ?", kaart.nummer)
    db.run("INSERT OR REPLACE INTO zoek(rowid, tekst) VALUES(?, ?)", rij, zoeken.searchable(kaart))


def _require_row(db: Database, nummer: str) -> tuple[int, str]:
    row = db.row("SELECT volg, kaart FROM dossier WHERE nummer = ?", nummer)
    if row is None:
        raise InvoerError(
            f"Dossier {nummer[:60]} staat niet in de kluis. Kijk in de lijst welk nummer u bedoelt."
        )
    return row[0], row[1]


def _require_card(dossier: Dossier, kaart: Dossierkaart) -> None:
    if kaart.nummer != dossier.nummer:
        raise ValueError("this card is of another dossier")


def _require_kind(kluis: KluisSoort, dossier: Dossier) -> None:
    if kluis is KluisSoort.OEFEN and not dossier.oefening:
        raise InvoerError("De oefenkluis is alleen voor oefengevallen. Bewaar een echt dossier in uw kluis.")
    if kluis is KluisSoort.ECHT and dossier.oefening:
        raise InvoerError("Dit is een oefengeval. Dat hoort in de oefenkluis: lees het in bij Oefenen.")


def _remember_nummer(db: Database, nummer: str) -> None:
    match = _NUMMER.fullmatch(nummer)
    if match:
        skip_nummers(db, {match[1]: int(match[2])})


def _highest(db: Database, jaar: str) -> int:
    hoogste = instellingen.get(db, instellingen.HIGHEST + jaar, 0)
    return hoogste if isinstance(hoogste, int) else 0
