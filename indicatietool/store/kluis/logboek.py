"""The log: each line holds the hash of the line before, so that nothing can be changed or left out unseen.

Comes in: what was done. Goes out: lines, and the head that a report prints. Never a value, only its
fingerprint.

Bron: BIO 8.15.01 for the columns; betrouwbaarheid.md for the chain.
"""

from collections.abc import Iterator

from indicatietool.domain.kluis import LogKop, LogRegel
from indicatietool.store.kluis import instellingen
from indicatietool.store.kluis.canoniek import fingerprint, read_moment, write_moment
from indicatietool.store.kluis.database import Database
from indicatietool.store.kluis.wie import Wie, require_text

BEFORE_THE_FIRST = "0" * 64

EVENT = "dossier "
"""Before the kind of an event: the line belongs to a change of a dossier."""

SEALED = "verzegeld"
ORIGINAL = "origineel bewaard"
DELETED = "verwijderd"
SETTING = "ingesteld"

_COLUMNS = "volg, moment, actor, actie, object, resultaat, oorsprong, inhoud_sha256, vorige"


def add(
    db: Database, wie: Wie, actie: str, object: str, resultaat: str = "ok", inhoud_sha256: str = ""
) -> None:
    """Add a line, as part of the transaction."""
    kop = head(db)
    regel = (
        kop.volg + 1,
        write_moment(wie.clock()),
        wie.actor,
        require_text(actie, "De actie", 200),
        require_text(object, "Het object", 200),
        require_text(resultaat, "Het resultaat", 200),
        wie.oorsprong,
        require_text(inhoud_sha256, "De vingerafdruk", 64),
        kop.hash,
    )
    hash_ = fingerprint(regel)
    db.run(f"INSERT INTO logboek({_COLUMNS}, hash) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", *regel, hash_)
    instellingen.put(db, instellingen.LOG_HEAD, [kop.volg + 1, hash_])


def require_free_action(actie: str) -> str:
    """Return an action that the kluis does not count by when it proves itself.

    Raises:
        ValueError: only the kluis itself writes such a line.
    """
    if actie.startswith(EVENT) or actie in (SEALED, ORIGINAL, DELETED, SETTING):
        raise ValueError("only the kluis itself logs this action")
    return actie


def head(db: Database) -> LogKop:
    """Return the last line as the kluis remembers it, apart from the log itself."""
    match instellingen.get(db, instellingen.LOG_HEAD):
        case [int(volg), str(hash_)]:
            return LogKop(volg, hash_)
        case _:
            return LogKop(0, BEFORE_THE_FIRST)


def lines(db: Database) -> tuple[LogRegel, ...]:
    """Return all lines, first to last."""
    found = db.rows(f"SELECT {_COLUMNS}, hash FROM logboek ORDER BY volg")
    return tuple(LogRegel(volg, read_moment(moment), *rest) for volg, moment, *rest in found)


def findings(db: Database) -> Iterator[str]:
    """Yield what is wrong with the chain: a line changed, left out or cut off at the end."""
    vorige = LogKop(0, BEFORE_THE_FIRST)
    for *regel, hash_ in db.rows(f"SELECT {_COLUMNS}, hash FROM logboek ORDER BY volg"):
        volg = regel[0]
        if volg != vorige.volg + 1:
            yield f"Logboek: tussen regel {vorige.volg} en {volg} ontbreekt iets."
        elif regel[-1] != vorige.hash:
            yield f"Logboek: regel {volg} sluit niet aan op de regel ervoor."
        if fingerprint(regel) != hash_:
            yield f"Logboek: regel {volg} is veranderd."
        vorige = LogKop(volg, hash_)
    if vorige != head(db):
        yield f"Logboek: het eind klopt niet; na regel {vorige.volg} ontbreekt iets of is iets veranderd."
