"""A normenkader as TOML that a person can read, in the order of the norm file; what is default is left out.

Comes in: a Normenkader. Goes out: bytes that kader_from_toml reads back to an equal kader.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from indicatietool.domain.normenkader import Normenkader
from indicatietool.store.reading import MAX_LINE

WIDTH = 150
"""Longest table on one line, in characters; a longer one gets a heading of its own."""

PIECE = MAX_LINE // 8
"""How much of a very long text stands on one line: the reader refuses long lines."""

_SHORT = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_TO_ESCAPE = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')
_DAY = {"geldig_van", "geldig_tot", "datum"}


def kader_to_toml(kader: Normenkader) -> bytes:
    """Return a kader as TOML.

    Returns:
        UTF-8. The same kader gives the same bytes; remarks and layout of an older file are not kept.
    """
    data = kader.model_dump(mode="json", exclude_defaults=True)
    lines: list[str] = []
    for naam, waarde in data.items():
        if isinstance(waarde, Mapping):
            lines += ["", f"[{naam}]", *_body((naam,), waarde)]
        else:
            for rij in waarde:
                lines += ["", f"[[{naam}]]", *_body((naam,), rij)]
    return ("\n".join(lines).strip("\n") + "\n").encode()


def _body(pad: tuple[str, ...], tabel: Mapping[str, Any]) -> Iterator[str]:
    onder: list[tuple[str, Any]] = []
    for naam, waarde in tabel.items():
        regel = _one_line(naam, waarde)
        if regel is None:
            onder.append((naam, waarde))
        else:
            yield regel
    for naam, waarde in onder:
        hier = (*pad, naam)
        if isinstance(waarde, Mapping):
            yield f"[{'.'.join(hier)}]"
            yield from _body(hier, waarde)
        else:
            for rij in waarde:
                yield f"[[{'.'.join(hier)}]]"
                yield from _body(hier, rij)


def _one_line(naam: str, waarde: Any) -> str | None:
    """Return a value beside its name, or None where it needs a heading."""
    if _is_rows(waarde):
        rijen = [_inline(rij) for rij in waarde]
        if len(rijen) == 1 and len(rijen[0]) <= WIDTH:
            return f"{naam} = [{rijen[0]}]"
        if any(len(rij) > MAX_LINE // 4 for rij in rijen):
            return None
        return "\n".join([f"{naam} = [", *(f"    {rij}," for rij in rijen), "]"])
    if isinstance(waarde, Mapping):
        tabel = _inline(waarde)
        return f"{naam} = {tabel}" if len(tabel) <= WIDTH else None
    if isinstance(waarde, str) and naam in _DAY:
        return f"{naam} = {date.fromisoformat(waarde).isoformat()}"
    return f"{naam} = {_value(waarde)}"


def _is_rows(waarde: Any) -> bool:
    return (
        isinstance(waarde, Sequence)
        and not isinstance(waarde, str)
        and any(isinstance(deel, Mapping) for deel in waarde)
    )


def _inline(tabel: Mapping[str, Any]) -> str:
    return "{ " + ", ".join(f"{naam} = {_value(waarde)}" for naam, waarde in tabel.items()) + " }"


def _value(waarde: Any) -> str:
    match waarde:
        case bool():
            return "true" if waarde else "false"
        case int():
            return str(waarde)
        case str():
            return _text(waarde)
        case Mapping():
            return _inline(waarde)
        case Sequence():
            return f"[{', '.join(map(_value, waarde))}]"
    raise TypeError(f"TOML has no form for {type(waarde).__name__}")


def _text(text: str) -> str:
    """Return text as TOML reads it, escaped where a line would look like something else to the reader."""
    kaal = _TO_ESCAPE.sub(lambda found: _SHORT.get(found[0], f"\\u{ord(found[0]):04X}"), text)
    kaal = kaal.replace("[[[", "[[\\u005B")
    if kaal.count("{") > 50:
        kaal = kaal.replace("{", "\\u007B")
    if len(kaal) <= PIECE:
        return f'"{kaal}"'
    return '"""\\\n' + "\\\n".join(_pieces(text)) + '"""'


def _pieces(text: str) -> Iterator[str]:
    for begin in range(0, len(text), PIECE // 2):
        stuk = text[begin : begin + PIECE // 2]
        stuk = _TO_ESCAPE.sub(lambda found: _SHORT.get(found[0], f"\\u{ord(found[0]):04X}"), stuk)
        for teken in "[{=":
            stuk = stuk.replace(teken, f"\\u{ord(teken):04X}")
        yield f"\\u0020{stuk[1:]}" if stuk.startswith(" ") else stuk
