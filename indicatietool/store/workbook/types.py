"""What the type of a field says of its place in a workbook: a cell, a list of tables, a nested table.

Comes in: annotations of the models. Goes out: forms of cells and models. Knows no sheets.
"""

import types
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from indicatietool.domain.schaal import Cel
from indicatietool.store.workbook.cells import (
    DATUM,
    EXACT,
    GETAL,
    JANEE,
    LIJST,
    SLEUTEL,
    TEKST,
    Keuzevorm,
    Vorm,
)
from indicatietool.store.workbook.norm import NORM


def cell_form(naam: str, annotation: Any, metadata: list[Any] | None = None) -> Vorm:
    """Return how a value of this type stands in a cell.

    Raises:
        TypeError: the workbook has no cell for it.
    """
    kern, extra = unwrap(annotation)
    extra = [*(metadata or []), *extra]
    members = get_args(kern)
    if any(unwrap(deel)[0] is Cel for deel in members):
        return NORM
    if get_origin(kern) is tuple:
        deel, over = unwrap(members[0])
        if members[1:] == (...,) and (_has_pattern(over) or _is_enum(deel)):
            return LIJST
    if get_origin(kern) is Literal:
        return choice_of(members) if isinstance(members[0], str) else GETAL
    if _is_enum(kern):
        return choice_of(tuple(kern))
    if kern is str:
        return SLEUTEL if _has_pattern(extra) else TEKST
    vorm = {bool: JANEE, int: GETAL, Fraction: EXACT, date: DATUM}.get(kern)
    if vorm is None:
        raise TypeError(f"{naam}: the workbook has no cell for {kern}")
    return vorm


def choice_of(keuzes: tuple[str, ...]) -> Keuzevorm:
    """Return the form of a closed list."""
    namen = tuple(str(keuze) for keuze in keuzes)
    return Keuzevorm("kies: " + ", ".join(namen), breedte=14, keuzes=namen)


def unwrap(annotation: Any) -> tuple[Any, list[Any]]:
    """Return a type without Annotated and None, and what was annotated."""
    extra: list[Any] = []
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *meer = get_args(annotation)
            extra += meer
        elif get_origin(annotation) in (Union, types.UnionType) and type(None) in get_args(annotation):
            rest = tuple(deel for deel in get_args(annotation) if deel is not type(None))
            annotation = Union[rest]  # noqa: UP007 — built from a tuple
        else:
            return annotation, extra


def _has_pattern(extra: list[Any]) -> bool:
    return any(
        getattr(deel, "pattern", None) is not None
        or (isinstance(deel, FieldInfo) and _has_pattern(deel.metadata))
        for deel in extra
    )


def _is_enum(kern: Any) -> bool:
    return isinstance(kern, type) and issubclass(kern, StrEnum)


def _is_model(kern: Any) -> bool:
    return isinstance(kern, type) and issubclass(kern, BaseModel)


def nested_model(annotation: Any) -> type[BaseModel] | None:
    """Return the model of a nested table, or None."""
    kern, _ = unwrap(annotation)
    return kern if _is_model(kern) else None


def variants_of(info: FieldInfo) -> tuple[type[BaseModel], ...]:
    """Return the models of a tagged union, or none."""
    kern, _ = unwrap(info.annotation)
    return get_args(kern) if info.discriminator == "soort" else ()


def item_model(annotation: Any) -> type[BaseModel] | None:
    """Return the model of a list of tables, or None."""
    kern, _ = unwrap(annotation)
    return nested_model(get_args(kern)[0]) if get_origin(kern) is tuple else None


def mapping_values(annotation: Any) -> Any:
    """Return the type of the values of a table with free names, or None."""
    kern, _ = unwrap(annotation)
    return get_args(kern)[1] if get_origin(kern) is Mapping else None


def first_line(model: type[BaseModel]) -> str:
    """Return the sentence that defines a model."""
    return (model.__doc__ or "").strip().partition("\n")[0]
