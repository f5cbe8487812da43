"""One line of `dossier vul`: a JSON object that names a field and its value.

Comes in: the bytes of a line. Goes out: field and value, or an InvoerError that does not repeat the value.
"""

from pathlib import Path

from indicatietool.domain.kluis import Json
from indicatietool.errors import BestandError, InvoerError
from indicatietool.store.reading import parse_json

MAX_REGEL = 1_000_000
"""Longest line in bytes, the end of the line included."""

_MAX_VELD = 200
_VORM = 'Schrijf {"veld": "…", "waarde": …} op één regel.'


def read_line(regel: bytes) -> tuple[str, Json]:
    """Return the field and the value of one line.

    Raises:
        InvoerError: too long, no UTF-8, no strict JSON, or not exactly `veld` and `waarde`.
    """
    if len(regel) > MAX_REGEL:
        raise InvoerError("Deze regel is te lang: hoogstens 1 MB. Kort de tekst in.")
    try:
        data = parse_json(regel, Path("regel"), BestandError)
    except BestandError as error:
        probleem = error.problemen[0]
        wie = "een naam " if probleem.plaats.startswith("“") else ""  # a name may be what someone typed
        raise InvoerError(f"Deze regel is geen goede JSON: {wie}{probleem.wat} {_VORM}") from None
    if set(data) != {"veld", "waarde"}:
        raise InvoerError(f"Deze regel heeft niet precies een veld en een waarde. {_VORM}")
    veld, waarde = data["veld"], data["waarde"]
    if not isinstance(veld, str):
        raise InvoerError(f"De naam van het veld is geen tekst. {_VORM}")
    return veld, waarde  # type: ignore[return-value]  # parse_json gives nothing but JSON


def name_in_answer(regel: bytes) -> str | None:
    """Return the field that a line names, to answer with; None when it can't be told or is no name."""
    try:
        veld, _ = read_line(regel)
    except InvoerError:
        return None
    return veld if len(veld) <= _MAX_VELD and veld.isprintable() else None
