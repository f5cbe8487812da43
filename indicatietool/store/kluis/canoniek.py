"""One way to write JSON as bytes, so that the same data always has the same fingerprint.

Comes in: plain data or a moment. Goes out: bytes, text, a SHA-256. Knows no dossier.
"""

import hashlib
import json
from datetime import UTC, datetime

MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"


def canonical(data: object) -> bytes:
    """Return data as JSON with sorted names and no spaces.

    >>> canonical({"b": 1, "a": ["é"]}).decode()
    '{"a":["é"],"b":1}'
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def compact(data: object) -> str:
    """Return data as short JSON in its own order, as a row of the kluis holds it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def sha256_of(inhoud: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(inhoud).hexdigest()


def fingerprint(data: object) -> str:
    """Return the SHA-256 of data in its canonical form."""
    return sha256_of(canonical(data))


def write_moment(moment: datetime) -> str:
    """Return a moment as text in UTC that sorts by time; microseconds are kept.

    >>> write_moment(datetime(2027, 1, 4, 9, 30, tzinfo=UTC))
    '2027-01-04T09:30:00.000000Z'
    """
    return moment.astimezone(UTC).strftime(MOMENT)


def read_moment(tekst: str) -> datetime:
    """Return the moment that `write_moment` wrote.

    >>> read_moment("2027-01-04T09:30:00.000000Z")
    datetime.datetime(2027, 1, 4, 9, 30, tzinfo=datetime.timezone.utc)
    """
    return datetime.fromisoformat(tekst)
