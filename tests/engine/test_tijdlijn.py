"""Lines in time and their sum: part of a month counts by its days, and nothing is counted twice."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicatietool.domain.dossier import Dossier, Weging
from indicatietool.domain.fasen import Fase, FaseSoort, TijdelijkeLijn
from indicatietool.domain.tijdlijn import LijnSoort, Toewijzingslijn
from indicatietool.engine.tijdlijn import gaps_in_time, lines_of, total_of
from indicatietool.engine.total import indicate
from tests.builders import make_dossier, make_kader, make_taak, score

KADER = make_kader(make_taak("post", minuten=60))
START, EINDE = date(2027, 1, 1), date(2027, 12, 31)


def dossier(fasen: Sequence[Fase] = (), tijdelijk: Sequence[TijdelijkeLijn] = ()) -> Dossier:
    """60 minutes per week, 4 weeks per month: 240 per month in 2027."""
    return make_dossier(score("post")).with_changes(
        weging=Weging(ingangsdatum=START, einddatum=EINDE),
        fasen=tuple(fasen),
        tijdelijke_lijnen=tuple(tijdelijk),
    )


def fase(soort: FaseSoort, van: date, tot: date, minuten: int | None = None) -> Fase:
    return Fase(soort=soort, van=van, tot=tot, minuten_per_maand=minuten, motivering="Opbouwen kost tijd.")


def lijn(van: date, tot: date, minuten: int) -> Toewijzingslijn:
    return Toewijzingslijn(LijnSoort.INDICATIE, van, tot, minuten)


def test_without_fasen_there_is_one_line_for_the_whole():
    geval = dossier()

    assert lines_of(geval, indicate(KADER, geval)) == (lijn(START, EINDE, 240),)


def test_without_dates_there_are_no_lines():
    geval = make_dossier(score("post"))

    assert lines_of(geval, indicate(KADER, geval)) == ()


def test_fase_without_minutes_of_its_own_has_those_of_the_indicatie():
    geval = dossier(
        [
            fase(FaseSoort.START, START, date(2027, 3, 31), 400),
            fase(FaseSoort.VERVOLG, date(2027, 4, 1), EINDE),
        ]
    )

    lijnen = lines_of(geval, indicate(KADER, geval))

    assert [(regel.soort, regel.minuten_per_maand) for regel in lijnen] == [("start", 400), ("vervolg", 240)]
    assert total_of(lijnen).minuten == 3 * 400 + 9 * 240


def test_temporary_line_stands_beside_the_indicatie():
    extra = TijdelijkeLijn(
        omschrijving="Verhuizing",
        van=date(2027, 5, 1),
        tot=date(2027, 5, 31),
        minuten_per_maand=120,
        motivering="In die maand is er meer te regelen.",
    )
    geval = dossier(tijdelijk=[extra])

    lijnen = lines_of(geval, indicate(KADER, geval))

    assert [regel.soort for regel in lijnen] == [LijnSoort.INDICATIE, LijnSoort.TIJDELIJK]
    assert total_of(lijnen).minuten == 12 * 240 + 120


@pytest.mark.parametrize(
    ("van", "tot", "maanden"),
    [
        (date(2027, 2, 1), date(2027, 2, 28), Fraction(1)),
        (date(2028, 2, 1), date(2028, 2, 29), Fraction(1)),
        (date(2028, 2, 29), date(2028, 2, 29), Fraction(1, 29)),
        (date(2027, 1, 31), date(2027, 2, 1), Fraction(1, 31) + Fraction(1, 28)),
        (date(2026, 12, 16), date(2027, 1, 15), Fraction(16, 31) + Fraction(15, 31)),
    ],
)
def test_part_of_a_month_counts_by_its_days(van: date, tot: date, maanden: Fraction):
    assert total_of((lijn(van, tot, 310),)).exact == 310 * maanden


DAGEN = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(DAGEN, DAGEN, st.integers(0, 44_640))
def test_sum_over_a_line_is_the_sum_over_its_days(een: date, ander: date, minuten: int):
    van, tot = min(een, ander), max(een, ander)
    dag, som = van, Fraction(0)
    while dag <= tot:
        som += Fraction(minuten, monthrange(dag.year, dag.month)[1])
        dag += timedelta(days=1)

    totaal = total_of((lijn(van, tot, minuten),))

    assert totaal.exact == som
    assert 0 <= totaal.minuten - som < 1


@given(DAGEN, DAGEN, DAGEN, st.integers(0, 44_640))
def test_cutting_a_line_in_two_changes_no_minute(een: date, twee: date, drie: date, minuten: int):
    van, midden, tot = sorted((een, twee, drie))
    if midden == tot:
        return
    stukken = (lijn(van, midden, minuten), lijn(midden + timedelta(days=1), tot, minuten))

    assert total_of(stukken).exact == total_of((lijn(van, tot, minuten),)).exact


@pytest.mark.parametrize(
    ("fasen", "gaten"),
    [
        ([], []),
        ([(START, EINDE)], []),
        ([(START, date(2027, 6, 30))], [(date(2027, 7, 1), EINDE)]),
        ([(date(2027, 2, 1), EINDE)], [(START, date(2027, 1, 31))]),
        ([(START, date(2027, 3, 31)), (date(2027, 5, 1), EINDE)], [(date(2027, 4, 1), date(2027, 4, 30))]),
        ([(date(2026, 1, 1), date(2026, 2, 1))], [(START, EINDE)]),
        ([(date(2026, 1, 1), date.max)], []),
    ],
)
def test_days_without_a_fase_are_found(fasen: list[tuple[date, date]], gaten: list[tuple[date, date]]):
    geval = dossier([fase(FaseSoort.VERVOLG, van, tot) for van, tot in fasen])

    assert list(gaps_in_time(geval)) == gaten
