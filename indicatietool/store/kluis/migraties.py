"""How the tables of the kluis came about: a new kluis takes all steps, an older one what it lacks.

Comes in: an open database. Goes out: the same with the tables of today. Each step has a number, which is the
`user_version` of the database.
"""

from indicatietool.store.kluis import instellingen, logboek
from indicatietool.store.kluis.database import Database
from indicatietool.store.kluis.wie import Wie

_BASIS = (
    # Small columns in a table of their own: a list or search never reads what is in the dossiers.
    """CREATE TABLE dossier(
        id INTEGER PRIMARY KEY,
        nummer TEXT NOT NULL UNIQUE,
        gewijzigd TEXT NOT NULL,
        volg INTEGER NOT NULL,
        kaart TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE inhoud(
        dossier TEXT PRIMARY KEY REFERENCES dossier(nummer) ON DELETE CASCADE,
        formaat INTEGER NOT NULL,
        inhoud TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE gebeurtenis(
        dossier TEXT NOT NULL REFERENCES dossier(nummer) ON DELETE CASCADE,
        volg INTEGER NOT NULL,
        moment TEXT NOT NULL,
        actor TEXT NOT NULL,
        soort TEXT NOT NULL,
        wat TEXT NOT NULL,
        waarom TEXT NOT NULL,
        van INTEGER,
        wijzigingen TEXT NOT NULL,
        inhoud_sha256 TEXT NOT NULL,
        PRIMARY KEY(dossier, volg)
    ) STRICT""",
    """CREATE TABLE logboek(
        volg INTEGER PRIMARY KEY,
        moment TEXT NOT NULL,
        actor TEXT NOT NULL,
        actie TEXT NOT NULL,
        object TEXT NOT NULL,
        resultaat TEXT NOT NULL,
        oorsprong TEXT NOT NULL,
        inhoud_sha256 TEXT NOT NULL,
        vorige TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT""",
    "CREATE TABLE instelling(naam TEXT PRIMARY KEY, waarde TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE VIRTUAL TABLE zoek USING fts5(tekst, tokenize = 'unicode61', prefix = '1 2 3')",
    "INSERT INTO zoek(zoek, rank) VALUES('secure-delete', 1)",
)

_ZEGELS = (
    "CREATE TABLE kader(sha256 TEXT PRIMARY KEY, inhoud BLOB NOT NULL) STRICT",
    """CREATE TABLE zegel(
        dossier TEXT NOT NULL REFERENCES dossier(nummer) ON DELETE CASCADE,
        versie INTEGER NOT NULL,
        volg INTEGER NOT NULL,
        moment TEXT NOT NULL,
        actor TEXT NOT NULL,
        inhoud TEXT NOT NULL,
        kader_sha256 TEXT NOT NULL REFERENCES kader(sha256),
        verantwoording TEXT NOT NULL,
        heropend_op TEXT,
        heropend_door TEXT NOT NULL DEFAULT '',
        heropend_waarom TEXT NOT NULL DEFAULT '',
        PRIMARY KEY(dossier, versie)
    ) STRICT""",
    """CREATE TABLE herkomst(
        nummer TEXT PRIMARY KEY REFERENCES dossier(nummer) ON DELETE CASCADE,
        bestand TEXT NOT NULL,
        inhoud BLOB NOT NULL
    ) STRICT""",
)

STAPPEN = (_BASIS, _ZEGELS)
"""Each step leads to the version that is its place here, from 0."""

SCHEMA = len(STAPPEN) - 1


def make_tables(db: Database, kluis: str, wie: Wie) -> None:
    """Make the tables of a new kluis, in one transaction.

    Args:
        db: empty.
        kluis: mark of this kluis.
        wie: who makes it.
    """
    with db.transaction():
        _take_steps(db, 0)
        instellingen.put(db, instellingen.KLUIS, kluis)
        logboek.add(db, wie, "gemaakt", "kluis")


def migrate(db: Database, wie: Wie) -> None:
    """Bring an older kluis up to date, in one transaction; make a copy first.

    Raises:
        OpslagError: it could not be written; the kluis is still of the version it was.
    """
    with db.transaction():
        oud = db.version()
        _take_steps(db, oud + 1)
        logboek.add(db, wie, "bijgewerkt", f"kluis van versie {oud} naar {SCHEMA}")


def expected_tables() -> set[tuple[str, str]]:
    """Return the name and SQL of everything that a kluis of today consists of."""
    with Database.in_memory() as db:
        _take_steps(db, 0)
        return tables(db)


def tables(db: Database) -> set[tuple[str, str]]:
    """Return the name and SQL of every table, index, view and trigger, but for what FTS5 makes for itself."""
    found = db.rows("SELECT name, coalesce(sql, '') FROM sqlite_master WHERE name NOT GLOB 'zoek_*'")
    return {(naam, sql) for naam, sql in found}


def _take_steps(db: Database, eerste: int) -> None:
    for stap in STAPPEN[eerste:]:
        for opdracht in stap:
            db.run(opdracht)
    db.set_version(SCHEMA)
