"""How far a group agrees: Krippendorff's alpha, of the whole and per unit.

Comes in: the values that were given to each unit. Goes out: one alpha, and what each unit adds to it. Who
gave a value does not matter and is not known. The only place that knows nltk; it is loaded at the first use.

Bron: K. Krippendorff, Content Analysis, 2nd ed. 2004, ch. 11; Computing Krippendorff's Alpha-Reliability,
2011.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overeenstemming:
    """Alpha van het geheel en per eenheid; None waar er niets is om mee te vergelijken."""

    geheel: float | None
    per_eenheid: Mapping[str, float | None]


def agreement_on_names(waarden: Mapping[str, Sequence[str]]) -> Overeenstemming:
    """Return alpha for values that are the same or not (nominal).

    Args:
        waarden: unit → the values it got; a unit with fewer than two does not count.
    """
    from nltk.metrics.distance import binary_distance

    return _agreement(waarden, binary_distance)


def agreement_on_numbers(waarden: Mapping[str, Sequence[float]]) -> Overeenstemming:
    """Return alpha for values whose distance counts (interval); arguments as `agreement_on_names`."""
    from nltk.metrics.distance import interval_distance

    return _agreement(waarden, interval_distance)


def _agreement(
    waarden: Mapping[str, Sequence[str]] | Mapping[str, Sequence[float]], distance: object
) -> Overeenstemming:
    """Let nltk compute; what it can't divide by is None.

    A unit's own alpha is one minus its disagreement over that expected in the whole. The alpha of the whole
    is the mean of those, weighed by the number of values.
    """
    from nltk.metrics.agreement import AnnotationTask
    from nltk.probability import FreqDist

    geteld = {eenheid: sorted(reeks) for eenheid, reeks in waarden.items() if len(reeks) > 1}
    alle = FreqDist(sorted(waarde for reeks in geteld.values() for waarde in reeks))
    niets = dict.fromkeys(waarden)
    if len(alle) < 2:
        return Overeenstemming(None, niets)
    taak = AnnotationTask(
        [
            (str(plek), eenheid, waarde)
            for eenheid, reeks in geteld.items()
            for plek, waarde in enumerate(reeks)
        ],
        distance=distance,
    )
    verwacht = taak.Disagreement(alle)
    per_eenheid = {
        eenheid: 1 - taak.Disagreement(FreqDist(reeks)) / verwacht for eenheid, reeks in geteld.items()
    }
    return Overeenstemming(float(taak.alpha()), niets | per_eenheid)
