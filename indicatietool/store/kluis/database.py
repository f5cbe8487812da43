"""The encrypted database: opened with its rules, locked for this program only, one transaction at a time.

Comes in: a file and its key. Goes out: rows, or an IndicatietoolError. Knows no tables.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any, Self

from sqlcipher3 import dbapi2

from indicatietool.errors import BezetError, IntegriteitError, NieuwereVersieError, OpslagError
from indicatietool.store.kluis.fouten import CLOSED, IN_USE, code_of, told_in_dutch
from indicatietool.store.kluis.plaats import DATABASE_MISSING, make_file
from indicatietool.store.kluis.sleutelbos import NEWER

APPLICATION_ID = 0x496E644B
"""“IndK”: no other program's file is taken for a kluis."""

FOREIGN = "Dit bestand is geen kluis van de indicatietool; er is niets veranderd. Zet een kopie terug."

_RULES = (
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "fullfsync = 1",
    "locking_mode = EXCLUSIVE",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "foreign_keys = ON",
    "secure_delete = ON",
    "cell_size_check = ON",
)
"""Bron: betrouwbaarheid.md, in this order; 0 confirmed saves lost in 900 power cuts."""

Row = tuple[Any, ...]


class Database:
    """Een geopende, versleutelde database; alleen dit programma kan erbij."""

    def __init__(self, verbinding: Any) -> None:
        """Take a connection; use `make` or `open`."""
        self._connection: Any = verbinding
        self._lock = RLock()

    @classmethod
    def make(cls, pad: Path, sleutel: bytes | bytearray | bytearray) -> Self:
        """Make a new, empty database and hold it; the file may not be there yet.

        Raises:
            BezetError: somebody else is making it.
            OpslagError: it can't be made.
        """
        with told_in_dutch():
            try:
                make_file(pad)
            except FileExistsError:
                raise BezetError(IN_USE) from None
            db = cls(_connect(pad, sleutel))
            with db._closed_on_failure():
                db._hold()
                db.run(f"PRAGMA application_id = {APPLICATION_ID}")
        return db

    @classmethod
    def open(cls, pad: Path, sleutel: bytes | bytearray | bytearray, newest: int) -> Self:
        """Open a database and hold it; changes no byte of it.

        Args:
            pad: the file.
            sleutel: 256 bits.
            newest: the highest version that the program knows.

        Raises:
            IntegriteitError: it is missing, empty, damaged or not ours.
            NieuwereVersieError: it is of a newer version.
            BezetError: it is open elsewhere.
            OpslagError: it can't be read or written.
        """
        with told_in_dutch():
            if not pad.is_file() or not pad.stat().st_size:
                raise IntegriteitError(DATABASE_MISSING)
            db = cls(_connect(pad, sleutel))
            with db._closed_on_failure():
                if db.value("PRAGMA application_id") != APPLICATION_ID:
                    raise IntegriteitError(FOREIGN)
                if not 0 <= db.version() <= newest:
                    raise NieuwereVersieError(NEWER)
                db._hold()
        return db

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty database that is nowhere on disk."""
        return cls(dbapi2.connect(":memory:", isolation_level=None))

    def rows(self, sql: str, *waarden: object) -> list[Row]:
        """Return the rows that a query finds."""
        with self._lock, told_in_dutch():
            return list(self._open_connection().execute(sql, waarden))

    def row(self, sql: str, *waarden: object) -> Row | None:
        """Return the first row that a query finds, or None."""
        found = self.rows(sql, *waarden)
        return found[0] if found else None

    def value(self, sql: str, *waarden: object) -> Any:
        """Return the first value that a query finds, or None."""
        found = self.row(sql, *waarden)
        return found[0] if found else None

    def run(self, sql: str, *waarden: object) -> None:
        """Run a statement without an answer."""
        self.rows(sql, *waarden)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all inside or nothing; on disk when it ends. A transaction inside another is part of it.

        Raises:
            BezetError: another program took the kluis, after a disk error let go of it.
            OpslagError: it could not be written; nothing of it was kept and it may be tried again.
        """
        with self._lock, told_in_dutch():
            connection = self._open_connection()
            if connection.in_transaction:
                yield
                return
            connection.execute("BEGIN EXCLUSIVE")
            try:
                yield
                connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def copy_to(self, pad: Path, sleutel: bytes | bytearray | bytearray) -> None:
        """Copy the whole database, with the same key, to a new file and prove that it can be read."""
        with self._lock, told_in_dutch():
            make_file(pad)
            doel = _connect(pad, sleutel)
            try:
                doel.execute("PRAGMA journal_mode = OFF")
                doel.execute("PRAGMA synchronous = OFF")  # the caller puts the file on disk
                self._open_connection().backup(doel)
                if list(doel.execute("PRAGMA cipher_integrity_check")):
                    raise OpslagError("De kopie klopt niet en is weggegooid. Controleer de schijf.")
            finally:
                doel.close()

    def version(self) -> int:
        """Return the version of the tables."""
        return int(self.value("PRAGMA user_version"))

    def set_version(self, versie: int) -> None:
        """Set the version of the tables, as part of the transaction."""
        self.run(f"PRAGMA user_version = {versie:d}")

    def close(self) -> None:
        """Close the database and let go of it; closing twice is no error."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                with suppress(dbapi2.Error):
                    connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _hold(self) -> None:
        """Set the rules and take the lock, which lasts until it is closed."""
        for regel in _RULES:
            self.run(f"PRAGMA {regel}")
        with self.transaction():
            pass

    def _open_connection(self) -> Any:
        if self._connection is None:
            raise OpslagError(CLOSED)
        return self._connection

    def _roll_back(self) -> None:
        try:
            if self._connection is not None and self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except dbapi2.Error:
            self.close()  # whatever is on disk, the journal puts right when it is opened again

    @contextmanager
    def _closed_on_failure(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise


def require_free(pad: Path) -> None:
    """Find out within a millisecond, without the key, whether a database is in use; changes nothing.

    Raises:
        BezetError: it is.
    """
    if not pad.is_file():
        return
    try:
        connection = _connect_to(pad, "ro")
    except dbapi2.Error:
        return
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except dbapi2.Error as error:  # not a database, for who has no key
        if code_of(error) == dbapi2.SQLITE_BUSY:
            raise BezetError(IN_USE) from None
    finally:
        connection.close()


def _connect(pad: Path, sleutel: bytes | bytearray | bytearray) -> Any:
    connection = _connect_to(pad, "rw")
    connection.execute(f"PRAGMA key = \"x'{sleutel.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


def _connect_to(pad: Path, wijze: str) -> Any:
    return dbapi2.connect(
        f"{pad.resolve().as_uri()}?mode={wijze}",
        uri=True,
        timeout=0,
        isolation_level=None,
        check_same_thread=False,
    )
