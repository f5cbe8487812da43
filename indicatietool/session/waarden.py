"""JSON values as facts of the domain, strictly: a number is not a text, true is not 1.

Comes in: plain data. Goes out: a checked fact, or one Dutch sentence that names the place, never the value.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kluis import Json
from indicatietool.errors import InvoerError
from indicatietool.session.antwoord_fout import one_line
from indicatietool.store.problems import Keys, describe

_Model = TypeVar("_Model", bound=BaseModel)


def read_fact(model: type[_Model], data: Mapping[str, Json]) -> _Model:
    """Return the fact in plain data.

    Raises:
        InvoerError: with the first thing that is wrong.
    """
    try:
        return model.model_validate_json(json.dumps(data))
    except ValidationError as error:
        problemen = describe(error, data, model, name=_place)
        wat = str(problemen[0]) if problemen else "De waarde heeft niet de juiste vorm. Verbeter de waarde."
        raise InvoerError(one_line(wat)) from None


def require_choice(waarde: Json, keuzes: Iterable[str], wat: str = "Dit is hier geen keuze.") -> str:
    """Return the value when it is one of these.

    Args:
        waarde: what was given.
        keuzes: what it may be.
        wat: the first sentence when it is none of them.

    Raises:
        InvoerError: it is not; with what can be chosen.
    """
    mogelijk = tuple(keuzes)
    if isinstance(waarde, str) and waarde in mogelijk:
        return waarde
    if not mogelijk:
        raise InvoerError("Hier valt bij dit normenkader niets te kiezen. Laat dit veld leeg.")
    raise InvoerError(one_line(f"{wat} Kies uit: {', '.join(mogelijk)}."))


def require_number(waarde: Json, hoogste: int) -> int:
    """Return the value when it is a whole number from 0 up to the highest.

    Raises:
        InvoerError: it is not.
    """
    if type(waarde) is not int or not 0 <= waarde <= hoogste:
        raise InvoerError(f"Dit is hier geen passend getal. Vul een geheel getal in, 0 t/m {hoogste}.")
    return waarde


def _place(keys: Keys) -> str:
    bekend = [key for key in keys if isinstance(key, int) or key in _names()]
    return " › ".join(f"nr. {key + 1}" if isinstance(key, int) else key for key in bekend) or "De waarde"


@cache
def _names() -> frozenset[str]:
    """Return every name that a dossier knows; another name is what somebody typed, and is not repeated."""
    schema = Dossier.model_json_schema()
    tables = (schema, *schema["$defs"].values())
    return frozenset(naam for table in tables for naam in table.get("properties", {}))
