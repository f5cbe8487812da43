"""Settings that go with a kluis, and what the kluis remembers of itself (names with a dot).

Comes in: a name and plain JSON data. Goes out: the same.
"""

import json

from indicatietool.domain.kluis import Json
from indicatietool.errors import InvoerError
from indicatietool.store.kluis.canoniek import compact
from indicatietool.store.kluis.database import Database
from indicatietool.store.kluis.wie import require_text

KLUIS = "kluis.kenmerk"
SLEUTELBOS = "kluis.sleutelbos"
LOG_HEAD = "kluis.logkop"
HIGHEST = "kluis.nummer."
"""Before a year: the highest number given out in it."""


def get(db: Database, naam: str, default: Json = None) -> Json:
    """Return a setting, or the default when it was never set."""
    waarde = db.value("SELECT waarde FROM instelling WHERE naam = ?", naam)
    if waarde is None:
        return default
    gelezen: Json = json.loads(waarde)
    return gelezen


def put(db: Database, naam: str, waarde: Json) -> None:
    """Set a setting, as part of the transaction."""
    db.run(
        """INSERT INTO instelling(naam, waarde) VALUES(?, ?)
        ON CONFLICT(naam) DO UPDATE SET waarde = excluded.waarde""",
        naam,
        compact(waarde),
    )


def require_own_name(naam: str) -> str:
    """Return the name of a setting that is not of the kluis itself.

    Raises:
        InvoerError: empty, too long, or with a dot.
    """
    if not naam or "." in naam:
        raise InvoerError("Zo kan een instelling niet heten: gebruik een naam zonder punt.")
    return require_text(naam, "De naam van de instelling", 100)
