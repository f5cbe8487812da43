"""Rounding by the kader's own rule. Nothing else in the program rounds a number that counts."""

from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from indicatietool.domain.normenkader import Afrondingsregel


def round_minutes(minuten: Fraction, afronding: Afrondingsregel) -> int:
    """Return minutes rounded to a multiple of the step.

    Args:
        minuten: exact minutes ≥ 0.
        afronding: the step in minutes and the direction; half a step goes up.

    Returns:
        Whole minutes.

    >>> round_minutes(Fraction(541, 6), Afrondingsregel(stap=5, richting="omhoog"))
    95
    """
    steps = minuten / afronding.stap
    match afronding.richting:
        case "omhoog":
            return ceil(steps) * afronding.stap
        case "omlaag":
            return floor(steps) * afronding.stap
        case "dichtstbij":
            return floor(steps + Fraction(1, 2)) * afronding.stap
        case _:
            assert_never(afronding.richting)


def describe_rounding(afronding: Afrondingsregel) -> str:
    """Return the rule in words, to stand beside the number."""
    eenheid = "hele minuten" if afronding.stap == 1 else f"een veelvoud van {afronding.stap} minuten"
    waarheen = {"omhoog": "naar boven", "omlaag": "naar beneden", "dichtstbij": "naar het dichtstbijzijnde"}
    return f"afronden {waarheen[afronding.richting]} op {eenheid}"
