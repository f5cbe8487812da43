"""Sealed versions: what a dossier was when it was definitief, with the kader that was used and the proof.

Comes in: a dossier with kader and verantwoording. Goes out: Zegels. What writes must stand in a transaction.
"""

import json
from collections.abc import Mapping

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kaart import Dossierkaart
from indicatietool.domain.kluis import GebeurtenisSoort, Json, Zegel
from indicatietool.errors import ConflictError, InvoerError
from indicatietool.store.kluis import dossiers, logboek
from indicatietool.store.kluis.canoniek import compact, fingerprint, read_moment, sha256_of, write_moment
from indicatietool.store.kluis.database import Database
from indicatietool.store.kluis.dossiers import Stap
from indicatietool.store.kluis.wie import Wie


def seal(
    db: Database,
    wie: Wie,
    dossier: Dossier,
    kaart: Dossierkaart,
    kader: bytes,
    verantwoording: Mapping[str, Json],
) -> Zegel:
    """Save a dossier and seal it.

    Raises:
        ConflictError: it is sealed already.
        InvoerError: it is not in the kluis.
    """
    nummer = dossier.nummer
    volg = dossiers.save(db, wie, dossier, kaart, Stap(GebeurtenisSoort.DEFINITIEF))
    kader_sha256 = sha256_of(kader)
    db.run("INSERT OR IGNORE INTO kader(sha256, inhoud) VALUES(?, ?)", kader_sha256, kader)
    db.run(
        """INSERT INTO zegel(dossier, versie, volg, moment, actor, inhoud, kader_sha256, verantwoording)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?)""",
        nummer,
        1 + db.value("SELECT count(*) FROM zegel WHERE dossier = ?", nummer),
        volg,
        write_moment(wie.clock()),
        wie.actor,
        compact(dossiers.content(db, nummer)),
        kader_sha256,
        compact(dict(verantwoording)),
    )
    logboek.add(db, wie, logboek.SEALED, nummer, inhoud_sha256=fingerprints(db, nummer)[-1])
    return of(db, nummer)[-1]


def reopen(db: Database, wie: Wie, nummer: str, kaart: Dossierkaart, waarom: str) -> None:
    """Open a sealed dossier again.

    Raises:
        ConflictError: it is not sealed.
        InvoerError: no reason, or it is not in the kluis.
    """
    if not waarom.strip():
        raise InvoerError("Schrijf op waarom het dossier opnieuw open moet.")
    volg = dossiers.note_event(db, wie, nummer, Stap(GebeurtenisSoort.HEROPEND, waarom=waarom))
    if not dossiers.is_sealed(db, nummer):
        raise ConflictError(f"Dossier {nummer} is niet definitief. U kunt het gewoon wijzigen.")
    moment = db.value("SELECT moment FROM gebeurtenis WHERE dossier = ? AND volg = ?", nummer, volg)
    db.run(
        """UPDATE zegel SET heropend_op = ?, heropend_door = ?, heropend_waarom = ?
        WHERE dossier = ? AND heropend_op IS NULL""",
        moment,
        wie.actor,
        waarom,
        nummer,
    )
    oud = db.value("SELECT kaart FROM dossier WHERE nummer = ?", nummer)
    dossiers.put_card(db, kaart, oud)


def of(db: Database, nummer: str) -> tuple[Zegel, ...]:
    """Return the sealed versions of a dossier, first to last."""
    return tuple(zegel for zegel, _ in with_event(db, nummer))


def with_event(db: Database, nummer: str) -> list[tuple[Zegel, int]]:
    """Return the sealed versions of a dossier, each with the number of the event that sealed it."""
    found = db.rows(
        """SELECT volg, versie, moment, actor, zegel.inhoud, kader.inhoud, kader_sha256, verantwoording,
            heropend_op, heropend_door, heropend_waarom
        FROM zegel JOIN kader ON kader.sha256 = kader_sha256 WHERE dossier = ? ORDER BY versie""",
        nummer,
    )
    return [(_zegel(nummer, *rest), volg) for volg, *rest in found]


def fingerprints(db: Database, nummer: str) -> list[str]:
    """Return the fingerprint of each seal, but for when it was reopened, as the log has it."""
    found = db.rows(
        """SELECT versie, volg, moment, actor, inhoud, kader_sha256, verantwoording
        FROM zegel WHERE dossier = ? ORDER BY versie""",
        nummer,
    )
    return [fingerprint([nummer, *zegel]) for zegel in found]


def _zegel(
    nummer: str,
    versie: int,
    moment: str,
    actor: str,
    inhoud: str,
    kader: bytes,
    kader_sha256: str,
    verantwoording: str,
    heropend_op: str | None,
    heropend_door: str,
    heropend_waarom: str,
) -> Zegel:
    return Zegel(
        dossier=nummer,
        versie=versie,
        moment=read_moment(moment),
        actor=actor,
        inhoud=inhoud.encode(),
        kader=kader,
        kader_sha256=kader_sha256,
        verantwoording=json.loads(verantwoording),
        heropend_op=read_moment(heropend_op) if heropend_op else None,
        heropend_door=heropend_door,
        heropend_waarom=heropend_waarom,
    )
