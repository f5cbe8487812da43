"""How the minutes of a taak stand in one cell of Excel: a number, a range, at most, or open.

Comes in: a cell of the norm as in a norm file, or text. Goes out: the other.
"""

import re
from collections.abc import Mapping

from indicatietool.domain.schaal import Cel, OpenCel, TenHoogsteCel
from indicatietool.store.workbook.cells import CelError, Plat, Vorm, Waarde, as_text, as_whole

_RANGE = re.compile(r"([0-9]{1,9})\s*\|\s*([0-9]{1,9})(?:\s*\|\s*([0-9]{1,9}))?")
_AT_MOST = re.compile(r"(?:≤|<=)\s*([0-9]{1,9})")
_OPEN = re.compile(r"open(?: \((\w+)\))?:(?: (.*))?", re.DOTALL)


class Normvorm(Vorm):
    """De minuten van een taak: een getal, een bereik, ten hoogste, of open."""

    def write(self, value: Plat) -> Waarde:
        """Return the cell in the notation of the uitleg."""
        if isinstance(value, int):
            return value
        match value:
            case {"min": laag, "max": hoog, **rest} if not rest.keys() - {"richt"}:
                richt = rest.get("richt")
                return f"{laag}|{hoog}" if richt is None else f"{laag}|{richt}|{hoog}"
            case {"ten_hoogste": hoog, **rest} if not rest:
                return f"≤{hoog}"
            case {"open": uitleg, "stand": "open", **rest} if not rest:
                return f"open: {uitleg}"
            case {"open": uitleg, "stand": stand, **rest} if not rest:
                return f"open ({stand}): {uitleg}"
        raise TypeError("a cell of minutes that the workbook can't write")

    def read(self, value: Waarde) -> Plat:
        """Return the cell as it stands in a norm file."""
        getal = as_whole(value)
        if getal is not None:
            return getal
        tekst = as_text(value) if isinstance(value, str) else ""
        if bereik := _RANGE.fullmatch(tekst.strip()):
            eerste, tweede, derde = bereik.groups()
            if derde is None:
                return {"min": int(eerste), "max": int(tweede)}
            return {"min": int(eerste), "richt": int(tweede), "max": int(derde)}
        if hoogste := _AT_MOST.fullmatch(tekst.strip()):
            return {"ten_hoogste": int(hoogste[1])}
        if opening := _OPEN.fullmatch(tekst):
            return {"open": opening[2] or "", "stand": opening[1] or "open"}
        raise CelError(
            "is geen norm.", "Schrijf een getal (45), een bereik (20|30|40), ≤30, of open: met uitleg."
        )


NORM = Normvorm(
    "45 · 20|30|40 (min, richt, max) · 20|40 (min, max) · ≤30 (ten hoogste) · open: uitleg · "
    "open (gevraagd): uitleg · open (uitgesteld): uitleg",
    getal="General",
    breedte=14,
)
NORM_MODELLEN: Mapping[type, frozenset[str]] = {
    Cel: frozenset({"min", "richt", "max"}),
    TenHoogsteCel: frozenset({"ten_hoogste"}),
    OpenCel: frozenset({"open", "stand"}),
}
"""What Normvorm knows of the cells; a test compares it with the models."""
