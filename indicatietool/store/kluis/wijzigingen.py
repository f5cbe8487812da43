"""What changed between two versions of a dossier as JSON: small, and enough to go forward and back.

Comes in: two JSON values, or one with changes. Goes out: changes, or the other value. Nothing that comes in
is changed. Changes are in the order in which they are applied; going back takes them from the end.
"""

from collections.abc import Iterator, Sequence
from typing import cast

from indicatietool.domain.kluis import ONTBREEKT, Json, Pad, Waarde, Wijziging


def changes(old: Json, new: Json) -> tuple[Wijziging, ...]:
    """Return what to change in `old` to get `new`.

    Objects are compared by name. Of lists the equal head and tail are left, the middle is compared in pairs,
    and the rest is put in or taken out.

    >>> changes({"a": [1, 2], "b": 1}, {"a": [1, 3, 2], "b": 1})
    (Wijziging(pad=('a', 1), oud=ONTBREEKT, nieuw=3),)
    """
    return tuple(_changes((), old, new))


def whole(inhoud: Json) -> tuple[Wijziging, ...]:
    """Return the change from nothing to a first value."""
    return (Wijziging((), ONTBREEKT, inhoud),)


def apply(inhoud: Json, wijzigingen: Sequence[Wijziging]) -> Json:
    """Return the value after these changes.

    Raises:
        ValueError: a change does not fit: its place is not there, or something else stands in it.
    """
    for wijziging in wijzigingen:
        inhoud = _put(inhoud, wijziging.pad, wijziging.oud, wijziging.nieuw)
    return inhoud


def revert(inhoud: Json, wijzigingen: Sequence[Wijziging]) -> Json:
    """Return the value before these changes; raises as `apply` does."""
    for wijziging in reversed(wijzigingen):
        inhoud = _put(inhoud, wijziging.pad, wijziging.nieuw, wijziging.oud)
    return inhoud


def to_json(wijzigingen: Sequence[Wijziging]) -> list[Json]:
    """Return changes as plain data; a value that is not there is left out."""
    return [
        {
            "pad": list(wijziging.pad),
            **({} if wijziging.oud is ONTBREEKT else {"oud": wijziging.oud}),
            **({} if wijziging.nieuw is ONTBREEKT else {"nieuw": wijziging.nieuw}),
        }
        for wijziging in wijzigingen
    ]


def from_json(data: Sequence[dict[str, Json]]) -> tuple[Wijziging, ...]:
    """Return the changes in plain data."""
    return tuple(
        Wijziging(
            cast(Pad, tuple(cast(list[Json], each["pad"]))),
            each.get("oud", ONTBREEKT),
            each.get("nieuw", ONTBREEKT),
        )
        for each in data
    )


def _changes(pad: Pad, old: Waarde, new: Waarde) -> Iterator[Wijziging]:
    if isinstance(old, dict) and isinstance(new, dict):
        for naam in (*old, *(naam for naam in new if naam not in old)):
            yield from _changes((*pad, naam), old.get(naam, ONTBREEKT), new.get(naam, ONTBREEKT))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _list_changes(pad, old, new)
    elif not _same(old, new):
        yield Wijziging(pad, old, new)


def _list_changes(pad: Pad, old: list[Json], new: list[Json]) -> Iterator[Wijziging]:
    start = _equal_start(old, new)
    tail = _equal_start(old[start:][::-1], new[start:][::-1])
    before, after = old[start : len(old) - tail], new[start : len(new) - tail]
    paired = min(len(before), len(after))
    for place in range(paired):
        yield from _changes((*pad, start + place), before[place], after[place])
    for value in before[paired:]:
        yield Wijziging((*pad, start + paired), value, ONTBREEKT)
    for place, value in enumerate(after[paired:], start + paired):
        yield Wijziging((*pad, place), ONTBREEKT, value)


def _equal_start(old: list[Json], new: list[Json]) -> int:
    same = 0
    for left, right in zip(old, new, strict=False):
        if not _same(left, right):
            break
        same += 1
    return same


def _same(left: Waarde, right: Waarde) -> bool:
    """Tell whether two values are the same JSON; in Python 1, 1.0 and True would be."""
    if type(left) is not type(right):
        return False
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(_same(left[naam], right[naam]) for naam in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(_same, left, right))
    return left == right


def _put(inhoud: Json, pad: Pad, there: Waarde, value: Waarde) -> Json:
    if not pad:
        if value is ONTBREEKT or (there is not ONTBREEKT and not _same(inhoud, there)):
            raise ValueError("a change of the whole does not fit")
        return value
    place, rest = pad[0], pad[1:]
    if isinstance(inhoud, dict) and isinstance(place, str):
        return _put_in_object(inhoud, place, rest, there, value)
    if isinstance(inhoud, list) and isinstance(place, int) and 0 <= place <= len(inhoud):
        return _put_in_list(inhoud, place, rest, there, value)
    raise ValueError("the place of a change is not there")


def _put_in_object(inhoud: dict[str, Json], naam: str, rest: Pad, there: Waarde, value: Waarde) -> Json:
    if rest:
        if naam not in inhoud:
            raise ValueError("the place of a change is not there")
        return {**inhoud, naam: _put(inhoud[naam], rest, there, value)}
    if not _same(inhoud.get(naam, ONTBREEKT), there):
        raise ValueError("something else stands in the place of a change")
    if value is ONTBREEKT:
        return {each: waarde for each, waarde in inhoud.items() if each != naam}
    return {**inhoud, naam: value}


def _put_in_list(inhoud: list[Json], place: int, rest: Pad, there: Waarde, value: Waarde) -> Json:
    if not rest and there is ONTBREEKT and value is not ONTBREEKT:
        return [*inhoud[:place], value, *inhoud[place:]]
    if place == len(inhoud) or (not rest and not _same(inhoud[place], there)):
        raise ValueError("something else stands in the place of a change")
    if not rest and value is ONTBREEKT:
        return [*inhoud[:place], *inhoud[place + 1 :]]
    nieuw = _put(inhoud[place], rest, there, value) if rest else cast(Json, value)
    return [*inhoud[:place], nieuw, *inhoud[place + 1 :]]
