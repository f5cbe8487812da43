"""What pydantic found, told in Dutch with the place in the file and what to do. Never repeats the value.

Comes in: a ValidationError and the data it was about. Goes out: Problemen in the order of the file.
"""

from collections.abc import Callable
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from indicatietool.errors import Probleem

MAX_PROBLEMS = 50

_NO_TABLE = (
    "moet een tabel met gegevens zijn.",
    "Zet de gegevens tussen {{ en }}, of in TOML onder een kop [naam].",
)
_MESSAGES = {
    "missing": ("ontbreekt.", "Vul dit gegeven in."),
    "extra_forbidden": ("kent dit formaat niet.", "Haal het weg of verbeter de naam."),
    "string_type": ("moet een tekst zijn.", "Zet de waarde tussen aanhalingstekens."),
    "int_type": ("moet een geheel getal zijn.", "Schrijf het zonder komma, punt of aanhalingstekens."),
    "int_from_float": ("moet een geheel getal zijn.", "Schrijf het zonder komma of punt."),
    "bool_type": ("moet true of false zijn.", "Schrijf true of false zonder aanhalingstekens."),
    "string_pattern_mismatch": ("heeft niet de juiste schrijfwijze.", "{spelling}"),
    "string_too_long": ("is te lang: hoogstens {max_length} tekens.", "Kort de tekst in."),
    "too_short": ("heeft te weinig onderdelen: minstens {min_length}.", "Vul aan."),
    "too_long": ("heeft te veel onderdelen: hoogstens {max_length}.", "Haal er weg."),
    "greater_than_equal": ("is te laag: minstens {ge}.", "Verbeter het getal."),
    "less_than_equal": ("is te hoog: hoogstens {le}.", "Verbeter het getal."),
    "literal_error": ("mag alleen {expected} zijn.", "Kies een van deze waarden."),
    "enum": ("mag alleen {expected} zijn.", "Kies een van deze waarden."),
    "union_tag_invalid": ("heeft een onbekende soort.", "Kies uit {expected_tags}."),
    "union_tag_not_found": ("mist de soort.", "Vul “soort” in."),
    "date_type": ("moet een datum zijn.", "Schrijf bijvoorbeeld 2027-01-31."),
    "date_parsing": ("is geen bestaande datum.", "Schrijf bijvoorbeeld 2027-01-31."),
    "date_from_datetime_parsing": ("is geen bestaande datum.", "Schrijf bijvoorbeeld 2027-01-31."),
    "date_from_datetime_inexact": ("moet een datum zonder tijd zijn.", "Schrijf bijvoorbeeld 2027-01-31."),
    "model_type": _NO_TABLE,
    "model_attributes_type": _NO_TABLE,
    "dict_type": _NO_TABLE,
    "mapping_type": _NO_TABLE,
    "tuple_type": ("moet een lijst zijn.", "Zet de waarden tussen [ en ]."),
    "string_unicode": ("bevat een teken dat geen tekst is.", "Haal het weg of typ de tekst opnieuw."),
    "json_invalid": ("bevat een teken dat geen tekst is.", "Haal het weg of typ de tekst opnieuw."),
}

SPELLINGS = {
    r"^[a-z0-9][a-z0-9-]{0,59}$": "Gebruik kleine letters, cijfers en koppeltekens, zoals post-openen.",
    r"^[A-Z0-9]{1,6}$": "Gebruik hoofdletters en cijfers, zoals O2.",
    r"^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$": "Gebruik letters, cijfers, punten en koppeltekens, zoals 2026.1.",
    r"^[0-9A-Z]{0,5}$": "Gebruik hoogstens vijf hoofdletters en cijfers, zoals 02A03.",
    r"^[a-z0-9-]{1,60}\.json$": "Gebruik kleine letters, cijfers en koppeltekens, zoals o2-eerste-huis.json.",
    r"^[0-9a-f]{64}$": "Neem de 64 tekens over die “norm controleer” toont.",
    r"^[0-9]{4}$": "Schrijf de vier cijfers van de gemeente, zoals 0505.",
}
"""What a pattern of the domain asks for, in words."""


_NAMES_A_KEY = {"missing", "extra_forbidden"}
"""Complaints whose place ends with a key that is not in the data, or should not be."""


Keys = tuple[int | str, ...]
"""The way to a value in plain data: names and numbers in a list, without the tags of pydantic."""


def describe(
    error: ValidationError,
    data: object,
    model: type[BaseModel],
    *,
    name: Callable[[Keys], str] | None = None,
) -> tuple[Probleem, ...]:
    """Return what is wrong with data, in Dutch and in file order.

    Args:
        error: what pydantic raised.
        data: the plain data that was validated, to find the places.
        model: the outer model, whose names are offered for a misspelt one.
        name: how a place is called, such as a cell of a sheet; without it as a place in a norm file.

    Returns:
        One Probleem per place, at most 50.
    """
    found: dict[str, Probleem] = {}
    for detail in error.errors(include_url=False, include_input=False):
        place, keys, parent, value = _place(data, detail["loc"], names_a_key=detail["type"] in _NAMES_A_KEY)
        place = name(keys) if name else place
        if not _is_noise(detail, value):
            found.setdefault(place, Probleem(place, *_words(detail, parent, model)))
    return tuple(found.values())[:MAX_PROBLEMS]


def _place(data: object, loc: Keys, *, names_a_key: bool) -> tuple[str, Keys, object, object]:
    parts: list[str] = []
    keys: list[int | str] = []
    parent: object = {}
    here: object = data
    tagged: object = None
    for index, key in enumerate(loc):
        if isinstance(here, dict) and here is not tagged and here.get("soort") == key:
            tagged = here  # pydantic puts the tag of a union in the path
        elif isinstance(here, dict) and key in here:
            parent, here = here, here[key]
            parts.append(str(key))
            keys.append(key)
        elif isinstance(here, list) and isinstance(key, int) and key < len(here):
            parent, here = here, here[key]
            parts.append(f"nr. {key + 1}{_label(here)}")
            keys.append(key)
        elif (
            index == len(loc) - 1
            and isinstance(here, dict)
            and _is_name(key)
            and (names_a_key or not here)  # else the key is the tag of a union
        ):
            parts.append(str(key))
            keys.append(key)
    return " › ".join(parts) or "bestand", tuple(keys), parent, here


def _is_name(key: int | str) -> bool:
    return isinstance(key, str) and key.isidentifier()


def _is_noise(detail: ErrorDetails, value: object) -> bool:
    """Tell whether pydantic complains of what is not wrong.

    Where a number or a table may stand it complains of both; a list with a wrong part it calls too short.
    """
    if detail["type"] == "too_short":
        return isinstance(value, list) and len(value) >= detail["ctx"]["min_length"]
    if not detail["loc"] or _is_name(detail["loc"][-1]):
        return False
    is_table = isinstance(value, dict)
    return detail["type"] == ("int_type" if is_table else "model_type")


def _label(item: object) -> str:
    if not isinstance(item, dict):
        return ""
    for key in ("id", "code", "taak", "leefgebied", "blok", "casus"):
        name = item.get(key)
        if isinstance(name, str) and 0 < len(name) <= 60:
            return f" ({name})"
    return ""


def _words(detail: ErrorDetails, parent: object, model: type[BaseModel]) -> tuple[str, str]:
    context = detail.get("ctx", {})
    if detail["type"] == "value_error":
        what, _, remedy = str(context["error"]).partition("; ")
        return f"{what}.", f"{remedy[:1].upper()}{remedy[1:]}."
    what, remedy = _MESSAGES.get(
        detail["type"], ("heeft niet de juiste vorm.", "Vergelijk het met een bestand dat klopt.")
    )
    if detail["type"] == "extra_forbidden":
        close = get_close_matches(str(detail["loc"][-1]), _names_beside(parent, model), n=1)
        remedy = f"Bedoelt u “{close[0]}”?" if close else remedy
    if "expected" in context:
        context = {**context, "expected": str(context["expected"]).replace(" or ", " of ")}
    if "pattern" in context:
        context = {
            **context,
            "spelling": SPELLINGS.get(context["pattern"], "Kijk hoe het in een ander bestand staat."),
        }
    return what.format_map(context), remedy.format_map(context)


def _names_beside(parent: object, model: type[BaseModel]) -> set[str]:
    """Return the names that may stand in the kinds of table that this one looks most like."""
    present = set(parent) if isinstance(parent, dict) else set()
    schema = model.model_json_schema()
    tables = [set(table.get("properties", {})) for table in (schema, *schema.get("$defs", {}).values())]
    likeness = max(len(names & present) for names in tables)
    return set().union(*(names for names in tables if len(names & present) == likeness))
