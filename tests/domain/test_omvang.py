"""An omvang reckons with whole numbers over one denominator; it must be as if with three fractions."""

from collections.abc import Callable
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from indicatietool.domain.voorstel import NIETS, Omvang

minuten = st.fractions(min_value=0, max_value=10_080, max_denominator=5_200)
factoren = st.fractions(min_value=0, max_value=99, max_denominator=52)


@st.composite
def omvangen(draw: st.DrawFn) -> Omvang:
    return Omvang.of(*sorted(draw(st.tuples(minuten, minuten, minuten))))


def parts(omvang: Omvang) -> tuple[Fraction, Fraction, Fraction]:
    return omvang.min, omvang.richt, omvang.max


def each(omvang: Omvang, change: Callable[[Fraction], Fraction]) -> tuple[Fraction, ...]:
    return tuple(max(Fraction(0), change(deel)) for deel in parts(omvang))


@given(minuten, minuten, minuten)
def test_omvang_gives_back_what_it_was_made_of(laag: Fraction, richt: Fraction, hoog: Fraction):
    assert parts(Omvang.of(laag, richt, hoog)) == (laag, richt, hoog)


@given(omvangen(), factoren)
def test_times_multiplies_each_part(omvang: Omvang, factor: Fraction):
    assert parts(omvang.times(factor)) == each(omvang, lambda deel: deel * factor)


@given(omvangen(), omvangen())
def test_plus_adds_part_by_part(een: Omvang, ander: Omvang):
    som = tuple(links + rechts for links, rechts in zip(parts(een), parts(ander), strict=True))

    assert parts(een.plus(ander)) == som


@given(omvangen(), st.integers(-10_080, 10_080))
def test_shifted_adds_minutes_and_stops_at_zero(omvang: Omvang, erbij: int):
    assert parts(omvang.shifted(erbij)) == each(omvang, lambda deel: deel + erbij)


@given(omvangen(), st.integers(0, 10_080))
def test_caps_and_floors_work_on_each_part(omvang: Omvang, grens: int):
    assert parts(omvang.at_most(grens)) == each(omvang, lambda deel: min(deel, Fraction(grens)))
    assert parts(omvang.at_least(grens)) == each(omvang, lambda deel: max(deel, Fraction(grens)))


@given(omvangen(), omvangen(), st.integers(-100, 400))
def test_share_of_another_keeps_richt_exact_and_within_the_marge(een: Omvang, ander: Omvang, procent: int):
    na = een.plus_share(ander, procent, 100)

    assert na.richt == max(Fraction(0), een.richt + ander.richt * Fraction(procent, 100))
    assert 0 <= na.min <= na.richt <= na.max


@given(omvangen(), st.integers(-100, 400))
def test_share_of_itself_is_a_multiplication(omvang: Omvang, procent: int):
    assert omvang.plus_share(omvang, procent, 100) == omvang.times(Fraction(100 + procent, 100))


@given(omvangen(), minuten)
def test_contains_has_both_borders(omvang: Omvang, waarde: Fraction):
    assert omvang.contains(omvang.min)
    assert omvang.contains(omvang.max)
    assert omvang.contains(waarde) is (omvang.min <= waarde <= omvang.max)


@given(minuten)
def test_same_minutes_are_equal_however_they_came_about(waarde: Fraction):
    rechtstreeks = Omvang.of(waarde, waarde, waarde)

    assert NIETS.plus(rechtstreeks).times(Fraction(52, 12)).times(Fraction(12, 52)) == rechtstreeks
