"""Whether all in the kluis is as it was put there: file, log, each dossier with its history and seals.

Comes in: an open kluis. Goes out: Dutch sentences about what is wrong; none when all is well. Only reads.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from indicatietool.domain.kluis import GebeurtenisSoort, Json
from indicatietool.errors import IndicatietoolError, IntegriteitError
from indicatietool.store.kluis import (
    dossiers,
    geopend,
    inlezen,
    logboek,
    migraties,
    wijzigingen,
    zegels,
    zoeken,
)
from indicatietool.store.kluis.canoniek import fingerprint, sha256_of
from indicatietool.store.kluis.database import Database, Row
from indicatietool.store.kluis.plaats import read_keys


@dataclass
class _Spoor:
    """Wat het logboek van één dossier weet, sinds het er het laatst in kwam."""

    gebeurtenissen: list[str] = field(default_factory=list)
    zegels: list[str] = field(default_factory=list)
    originelen: list[str] = field(default_factory=list)


def findings(kluis: geopend.OpenKluis) -> tuple[str, ...]:
    """Return what is wrong with a kluis; empty when all is well."""
    with kluis.db.transaction():
        return (*_key_file(kluis), *database_findings(kluis.db))


def database_findings(db: Database) -> Iterator[str]:
    """Yield what is wrong with a database; nothing when all is well."""
    checks: tuple[tuple[str, Callable[[Database], Iterator[str]]], ...] = (
        ("De database", _file),
        ("Het logboek", logboek.findings),
        ("De instellingen", _settings),
        ("De dossiers", _dossiers),
    )
    for wat, check in checks:
        try:
            yield from check(db)
        except IntegriteitError:
            yield f"{wat}: een deel is beschadigd en niet te lezen."


def _key_file(kluis: geopend.OpenKluis) -> Iterator[str]:
    try:
        on_disk = read_keys(kluis.folder)
    except IndicatietoolError as error:
        yield f"Sleutelbestand: {error}"
        return
    if on_disk != kluis.bos or not geopend.expects(kluis.db, on_disk):
        yield (
            "Sleutelbestand: kluis.json is niet het bestand dat deze kluis het laatst bewaarde. "
            "Wijzig het wachtwoord; dan klopt het weer."
        )


def _file(db: Database) -> Iterator[str]:
    if db.rows("PRAGMA integrity_check") != [("ok",)]:
        yield "De database: de opbouw is beschadigd."
    if db.rows("PRAGMA cipher_integrity_check"):
        yield "De database: delen zijn beschadigd of veranderd."
    if db.rows("PRAGMA foreign_key_check"):
        yield "De database: er zijn gegevens zonder dossier."
    if migraties.tables(db) != migraties.expected_tables():
        yield "De database: er zijn tabellen bij of weg."


def _settings(db: Database) -> Iterator[str]:
    logged: dict[str, str] = dict(
        db.rows("SELECT object, inhoud_sha256 FROM logboek WHERE actie = ? ORDER BY volg", logboek.SETTING)
    )
    stored: dict[str, str] = dict(db.rows("SELECT naam, waarde FROM instelling WHERE naam NOT LIKE '%.%'"))
    for naam in sorted(logged.keys() | stored.keys()):
        if naam not in stored or logged.get(naam) != fingerprint(json.loads(stored[naam])):
            yield f"Instelling {naam}: is buiten het programma om veranderd."


def _dossiers(db: Database) -> Iterator[str]:
    sporen = _sporen(db)
    found = db.rows("SELECT nummer, id, volg, kaart FROM dossier ORDER BY nummer")
    for nummer in sorted(sporen.keys() - {row[0] for row in found}):
        yield f"Dossier {nummer}: ontbreekt, maar is niet verwijderd."
    words: dict[int, str] = dict(db.rows("SELECT rowid, tekst FROM zoek"))
    for nummer, rij, volg, kaart in found:
        try:
            yield from (
                f"Dossier {nummer}: {wat}"
                for wat in (
                    *_history(db, nummer, volg, sporen[nummer]),
                    *_zegels(db, nummer, sporen[nummer]),
                    *_original(db, nummer, sporen[nummer]),
                    *_card(db, nummer, kaart, words.pop(rij, "")),
                )
            )
        except (IndicatietoolError, ValueError, KeyError, TypeError):
            yield f"Dossier {nummer}: is beschadigd en niet te lezen."
    if words:
        yield "Zoeken: er staan woorden in van dossiers die er niet zijn."


def _sporen(db: Database) -> defaultdict[str, _Spoor]:
    sporen: defaultdict[str, _Spoor] = defaultdict(_Spoor)
    for actie, nummer, sha256 in db.rows("SELECT actie, object, inhoud_sha256 FROM logboek ORDER BY volg"):
        if actie == logboek.DELETED:
            sporen.pop(nummer, None)
        elif actie.startswith(logboek.EVENT):
            sporen[nummer].gebeurtenissen.append(sha256)
        elif actie == logboek.SEALED:
            sporen[nummer].zegels.append(sha256)
        elif actie == logboek.ORIGINAL:
            sporen[nummer].originelen.append(sha256)
    return sporen


def _history(db: Database, nummer: str, volg: int, spoor: _Spoor) -> Iterator[str]:
    events = dossiers.event_rows(db, nummer)
    if [event[0] for event in events] != list(range(1, volg + 1)):
        yield "er ontbreekt een gebeurtenis, of er is er een te veel."
    if [dossiers.event_fingerprint(nummer, event) for event in events] != spoor.gebeurtenissen:
        yield "de geschiedenis past niet bij het logboek."
    stored = fingerprint(dossiers.content(db, nummer))
    if not events or stored != events[-1][-1] or stored != fingerprint(_replayed(events)):
        yield "de inhoud past niet bij de geschiedenis."


def _replayed(events: list[Row]) -> Json:
    """Return the dossier that all events together lead to."""
    inhoud: Json = None
    for event in events:
        inhoud = wijzigingen.apply(inhoud, wijzigingen.from_json(json.loads(event[-2])))
    return inhoud


def _zegels(db: Database, nummer: str, spoor: _Spoor) -> Iterator[str]:
    inhoud_at: dict[int, str] = dict(
        db.rows("SELECT volg, inhoud_sha256 FROM gebeurtenis WHERE dossier = ?", nummer)
    )
    if zegels.fingerprints(db, nummer) != spoor.zegels:
        yield "een zegel is veranderd of weg."
    for zegel, volg in zegels.with_event(db, nummer):
        if sha256_of(zegel.kader) != zegel.kader_sha256:
            yield f"het normenkader van zegel {zegel.versie} is veranderd."
        if fingerprint(json.loads(zegel.inhoud)) != inhoud_at.get(volg):
            yield f"de inhoud van zegel {zegel.versie} is veranderd."
    heropend = db.rows(
        """SELECT heropend_op, heropend_door, heropend_waarom FROM zegel
        WHERE dossier = ? AND heropend_op IS NOT NULL ORDER BY versie""",
        nummer,
    )
    reden = db.rows(
        "SELECT moment, actor, waarom FROM gebeurtenis WHERE dossier = ? AND soort = ? ORDER BY volg",
        nummer,
        str(GebeurtenisSoort.HEROPEND),
    )
    if heropend != reden:
        yield "het heropenen past niet bij de geschiedenis."


def _original(db: Database, nummer: str, spoor: _Spoor) -> Iterator[str]:
    original = inlezen.original(db, nummer)
    if ([] if original is None else [sha256_of(original)]) != spoor.originelen:
        yield "het ingelezen bestand is veranderd of weg."


def _card(db: Database, nummer: str, tekst: str, words: str) -> Iterator[str]:
    dossier, kaart = dossiers.load(db, nummer), dossiers.read_card(nummer, tekst)
    melding = dossier.melding
    if (kaart.nummer, kaart.oefening, kaart.client, kaart.zaaknummer, kaart.gemeente) != (
        nummer,
        dossier.oefening,
        melding.client,
        melding.zaaknummer,
        melding.gemeente,
    ):
        yield "de regel in de lijst past niet bij het dossier."
    if not words.startswith(zoeken.own_words(kaart)):
        yield "is niet goed te vinden met zoeken."
