"""What SQLite and the disk say went wrong, told in Dutch. The only place that knows their codes.

Comes in: an exception of sqlcipher3 or of the system. Goes out: an IndicatietoolError of the right kind.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from indicatietool.errors import BezetError, IndicatietoolError, IntegriteitError, OpslagError

_KEPT = "Wat eerder is bewaard, is er nog."
IN_USE = "De kluis is al open, in een ander venster of een ander programma. Sluit dat eerst."
CLOSED = f"De kluis is gesloten. {_KEPT} Open de kluis opnieuw."
DAMAGED = "De kluis is beschadigd; er is niets aan veranderd. Zet een kopie terug."
FULL = f"De schijf is vol. {_KEPT} Maak ruimte en probeer het opnieuw."
READ_ONLY = f"De kluis kan hier niet worden beschreven: alleen lezen mag. {_KEPT} Controleer de rechten."
UNREACHABLE = f"De schijf met de kluis werkt niet of is weg. {_KEPT} Sluit hem aan en probeer het opnieuw."
NO_MEMORY = f"Er is te weinig geheugen vrij. {_KEPT} Sluit andere programma's en probeer het opnieuw."

_BY_CODE: dict[int, tuple[type[IndicatietoolError], str]] = {
    dbapi2.SQLITE_BUSY: (BezetError, IN_USE),
    dbapi2.SQLITE_LOCKED: (BezetError, IN_USE),
    dbapi2.SQLITE_FULL: (OpslagError, FULL),
    dbapi2.SQLITE_NOLFS: (OpslagError, FULL),
    dbapi2.SQLITE_READONLY: (OpslagError, READ_ONLY),
    dbapi2.SQLITE_PERM: (OpslagError, READ_ONLY),
    dbapi2.SQLITE_IOERR: (OpslagError, UNREACHABLE),
    dbapi2.SQLITE_CANTOPEN: (OpslagError, UNREACHABLE),
    dbapi2.SQLITE_NOMEM: (OpslagError, NO_MEMORY),
}
_BY_ERRNO = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
}


def code_of(error: dbapi2.Error) -> int:
    """Return the primary error code of SQLite; 0 where the exception has none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


@contextmanager
def told_in_dutch() -> Iterator[None]:
    """Turn every mishap of SQLite or the disk inside into one of ours; a mistake in code stays what it is.

    Raises:
        BezetError: the kluis is in use.
        OpslagError: the disk is full, read-only, failing or gone, or there is no memory.
        IntegriteitError: anything else that SQLite can't do with the file.
    """
    try:
        yield
    except (dbapi2.ProgrammingError, dbapi2.InterfaceError):
        raise
    except dbapi2.Error as error:
        kind, tekst = _BY_CODE.get(code_of(error), (IntegriteitError, DAMAGED))
        raise kind(tekst) from error
    except OSError as error:
        raise OpslagError(_BY_ERRNO.get(error.errno or 0, UNREACHABLE)) from error
    except MemoryError as error:
        raise OpslagError(NO_MEMORY) from error
