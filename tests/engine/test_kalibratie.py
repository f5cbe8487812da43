"""A group on one case: agreement, spread and what divides, checked against figures computed otherwise."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicatietool.domain.kalibratie import NIET_NODIG
from indicatietool.domain.uitslag import Uitslag
from indicatietool.engine.kalibratie import calibrate
from indicatietool.engine.overeenstemming import agreement_on_names, agreement_on_numbers
from indicatietool.engine.spreiding import count_outliers, disagreement_on_numbers, spread_of
from tests.kalibreren import KADER, antwoord, casus, twintig, uitslag

Distance = Callable[[object, object], float]

BLOKKEN = ("O1", "O2", "O3", "B2")


def nominal(een: object, ander: object) -> float:
    return float(een != ander)


def interval(een: float, ander: float) -> float:
    return float((een - ander) ** 2)


def alpha_by_hand(units: Mapping[str, Sequence], distance: Distance) -> float:
    """Alpha as Krippendorff (2011) writes it: by the matrix of coincidences of values within units."""
    samen: dict[tuple, float] = defaultdict(float)
    for waarden in units.values():
        for een, ander in permutations(range(len(waarden)), 2) if len(waarden) > 1 else ():
            samen[waarden[een], waarden[ander]] += 1 / (len(waarden) - 1)
    totaal: dict[object, float] = defaultdict(float)
    for (een, _), aantal in samen.items():
        totaal[een] += aantal
    n = sum(totaal.values())
    gezien = sum(aantal * distance(*paar) for paar, aantal in samen.items())
    verwacht = sum(totaal[a] * totaal[b] * distance(a, b) for a in totaal for b in totaal) / (n - 1)
    return 1 - gezien / verwacht


PUBLISHED = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
"""Four observers, twelve units, some missing. Bron: Krippendorff, Computing Alpha, 2011, §C and §E."""


def published() -> dict[str, list[int]]:
    reeksen = [regel.split() for regel in PUBLISHED]
    return {f"{unit:02}": [int(reeks[unit]) for reeks in reeksen if reeks[unit] != "."] for unit in range(12)}


def test_alpha_of_the_published_example_is_the_published_value():
    namen = {unit: [str(waarde) for waarde in waarden] for unit, waarden in published().items()}

    assert agreement_on_names(namen).geheel == pytest.approx(0.743, abs=5e-4)
    assert agreement_on_numbers(published()).geheel == pytest.approx(0.849, abs=5e-4)


def test_alpha_of_twenty_consulenten_equals_the_matrix_of_coincidences():
    uitslagen = twintig()
    taken = ("post", "opruimen", "waakvlam")
    blokken = {t: [(u.taak(t).blok if u.taak(t) else NIET_NODIG) for u in uitslagen] for t in taken}
    minuten = {
        t: [float(u.taak(t).minuten_per_week * Fraction(52, 12)) if u.taak(t) else 0.0 for u in uitslagen]
        for t in taken
    }

    kalibratie = calibrate(KADER.kader, uitslagen)

    assert kalibratie.alpha_keuze == pytest.approx(alpha_by_hand(blokken, nominal), abs=1e-12)
    assert kalibratie.alpha_minuten == pytest.approx(alpha_by_hand(minuten, interval), abs=1e-12)


def test_alpha_of_the_whole_is_the_mean_of_what_each_taak_adds():
    kalibratie = calibrate(KADER.kader, twintig())

    delen = [taak.alpha_keuze for taak in kalibratie.taken]
    assert sum(delen) / len(delen) == pytest.approx(kalibratie.alpha_keuze, abs=1e-12)


def test_planted_taak_is_named_first_with_the_anchors_that_divide():
    kalibratie = calibrate(KADER.kader, twintig(), casus().model)

    verdeeld = kalibratie.taken[0]
    een, ander = verdeeld.keuze.tweedeling
    assert verdeeld.taak == "opruimen"
    assert {een.keuze: een.aantal, ander.keuze: ander.aantal} == {"O3": 10, "B2": 10}
    assert een.anker.startswith("Zichtbaar gedrag bij")
    assert verdeeld.keuze.model == "O3"
    assert all(taak.keuze.tweedeling is None for taak in kalibratie.taken[1:])


def test_taak_that_some_left_out_counts_as_disagreement_about_needing_it():
    groep = [uitslag(n, antwoord("O2", None if n % 2 else "O3")) for n in range(10)]

    opruimen = calibrate(KADER.kader, groep).taken[0]

    assert (opruimen.taak, opruimen.nodig, opruimen.deelnemers) == ("opruimen", 5, 10)
    assert {a.keuze: a.aantal for a in opruimen.keuze.aantallen} == {"O3": 5, NIET_NODIG: 5}
    assert opruimen.minuten.spreiding.laagst == 0


def test_factor_that_divides_is_told_and_breaks_the_tie():
    def matig(dossier):
        taken = tuple(
            taak.model_copy(update={"keuzes": {**taak.keuzes, "motivatie": "matig"}})
            if taak.taak == "post"
            else taak
            for taak in dossier.antwoorden.taken
        )
        antwoorden = dossier.antwoorden.model_copy(update={"taken": taken})
        return dossier.with_changes(antwoorden=antwoorden)

    groep = [uitslag(n, matig(antwoord()) if n < 4 else antwoord()) for n in range(8)]

    eerste = calibrate(KADER.kader, groep).taken[0]

    assert eerste.taak == "post"
    ((verdeling, een, ander),) = eerste.tweedelingen
    assert verdeling.vraag == "motivatie"
    assert (een.aantal, ander.aantal) == (4, 4)


def test_everyone_equal_everywhere_is_no_alpha_and_everyone_equal_per_taak_is_one():
    overal = [uitslag(n, antwoord("O2", "O2")) for n in range(4)]
    per_taak = [uitslag(n) for n in range(4)]

    assert calibrate(KADER.kader, overal).alpha_keuze is None
    assert calibrate(KADER.kader, per_taak).alpha_keuze == 1


@pytest.mark.parametrize("aantal", [0, 1, 2])
def test_fewer_than_three_show_nothing_per_taak(aantal: int):
    kalibratie = calibrate(KADER.kader, twintig()[:aantal])

    assert not kalibratie.may_be_shown
    assert (kalibratie.taken, kalibratie.situatie, kalibratie.totaal) == ((), (), None)


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.sampled_from(BLOKKEN), st.sampled_from((*BLOKKEN, None))), min_size=3, max_size=8),
    st.randoms(),
)
def test_order_does_not_matter(keuzes, willekeur):
    groep: list[Uitslag] = [uitslag(n, antwoord(post, op)) for n, (post, op) in enumerate(keuzes)]
    door_elkaar = willekeur.sample(groep, len(groep))

    assert calibrate(KADER.kader, door_elkaar) == calibrate(KADER.kader, groep)


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from("abcd"), min_size=0, max_size=7), min_size=1, max_size=6))
def test_alpha_equals_the_matrix_of_coincidences_with_missing_values(units):
    namen = {str(n): waarden for n, waarden in enumerate(units)}
    geteld = Counter(w for waarden in units if len(waarden) > 1 for w in waarden)

    alpha = agreement_on_names(namen)

    if len(geteld) < 2:
        assert alpha.geheel is None
        assert set(alpha.per_eenheid.values()) <= {None}
    else:
        assert alpha.geheel == pytest.approx(alpha_by_hand(namen, nominal), abs=1e-9)
    assert list(alpha.per_eenheid) == list(namen)


def test_spread_is_exact_and_an_outlier_lies_far_from_the_median():
    minuten = [Fraction(n) for n in (10, 20, 30, 40)]

    assert spread_of(minuten) == (10, Fraction(35, 2), 25, Fraction(65, 2), 40)
    assert spread_of([Fraction(7)]) == (7, 7, 7, 7, 7)
    assert count_outliers([Fraction(n) for n in (58, 60, 61, 62, 60, 300)]) == 1
    assert count_outliers([Fraction(n) for n in (60, 60, 60, 60, 60, 61)]) == 1
    assert count_outliers([Fraction(60)] * 9) == 0
    assert count_outliers([Fraction(n) for n in (1, 1, 1, 900)]) == 0, "too few to say so"


@given(st.lists(st.integers(0, 600), min_size=2, max_size=9))
def test_disagreement_is_the_mean_squared_difference_of_pairs(minuten):
    paren = [(a - b) ** 2 for a, b in permutations(minuten, 2)]

    assert disagreement_on_numbers([Fraction(m) for m in minuten]) == Fraction(sum(paren), len(paren))
