"""How far numbers lie apart, and which lie far from the rest. Exact, and without knowing whose they are."""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from statistics import median, quantiles

from indicatietool.domain.kalibratie import Minutenbeeld, Spreiding

MIN_FOR_OUTLIERS = 5
"""With fewer numbers nothing can be said to lie far from the rest."""
FAR = Fraction(7, 2)
"""A modified z-score beyond this is an outlier.

Bron: B. Iglewicz & D. Hoaglin, How to Detect and Handle Outliers, ASQC 1993: |M| > 3.5, with the median
absolute deviation; where more than half is equal, the mean absolute deviation takes its place.
"""
OF_MEDIAN_DEVIATION, OF_MEAN_DEVIATION = Fraction(14826, 10_000), Fraction(1_253_314, 1_000_000)
"""What makes each deviation comparable with the standard deviation of a normal distribution."""


def picture_of(waarden: Collection[Fraction], model: Fraction | None) -> Minutenbeeld:
    """Return minutes from low to high with their spread; at least one number."""
    oplopend = tuple(sorted(waarden))
    return Minutenbeeld(oplopend, spread_of(oplopend), count_outliers(oplopend), model)


def spread_of(oplopend: Sequence[Fraction]) -> Spreiding:
    """Return lowest, quartiles and highest of sorted numbers; quartiles include both ends (type 7).

    >>> spread_of([Fraction(n) for n in (1, 2, 3, 4, 5)]).kwart
    Fraction(2, 1)
    """
    if len(oplopend) == 1:
        return Spreiding(*[oplopend[0]] * 5)
    kwart, midden, driekwart = (Fraction(q) for q in quantiles(oplopend, n=4, method="inclusive"))
    return Spreiding(oplopend[0], kwart, midden, driekwart, oplopend[-1])


def count_outliers(waarden: Sequence[Fraction]) -> int:
    """Return how many numbers lie far from the median, measured by how far the others lie from it.

    >>> count_outliers([Fraction(n) for n in (60, 60, 60, 60, 60, 180)])
    1
    """
    if len(waarden) < MIN_FOR_OUTLIERS:
        return 0
    midden = median(waarden)
    afstanden = [abs(waarde - midden) for waarde in waarden]
    maat = median(afstanden) * OF_MEDIAN_DEVIATION or mean(afstanden) * OF_MEAN_DEVIATION
    return sum(afstand > FAR * maat for afstand in afstanden)


def mean(waarden: Sequence[Fraction]) -> Fraction:
    """Return the mean, exact."""
    return sum(waarden, Fraction(0)) / len(waarden)


def disagreement_on_numbers(waarden: Sequence[Fraction]) -> Fraction:
    """Return the mean squared difference of two that are drawn from these numbers."""
    n = len(waarden)
    if n < 2:
        return Fraction(0)
    return 2 * (n * sum(w * w for w in waarden) - sum(waarden) ** 2) / Fraction(n * (n - 1))


def disagreement_on_names(aantallen: Iterable[int]) -> Fraction:
    """Return the chance that two who chose did not choose the same.

    Args:
        aantallen: how many chose each answer.

    >>> disagreement_on_names([2, 2])
    Fraction(2, 3)
    """
    gekozen = tuple(aantallen)
    n = sum(gekozen)
    if n < 2:
        return Fraction(0)
    return 1 - Fraction(sum(aantal * (aantal - 1) for aantal in gekozen), n * (n - 1))
