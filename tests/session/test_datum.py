"""Days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicatietool.session.datum import end_after, is_unfinished, read_date, write_date

VANDAAG = date(2026, 11, 22)
FEBRUARI = date(2027, 2, 1)


@pytest.mark.parametrize(
    "tekst",
    [
        "1-2-2027",
        "01-02-2027",
        "1/2/2027",
        "1.2.2027",
        "1 2 2027",
        "1-2-27",
        "010227",
        "01022027",
        "2027-02-01",
        "1 feb 2027",
        "1 februari 27",
        "1 FEB. 2027",
        "  1-2-2027 ",
    ],
)
def test_first_of_february_in_all_its_forms(tekst: str):
    assert read_date(tekst, VANDAAG) == FEBRUARI


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "31-2-2027",
        "1-13-2027",
        "0-1-2027",
        "1-2",
        "straks",
        "1 foo 2027",
        "1-2-027",
        "+6",
        "+6x",
        "99999999",
    ],
)
def test_what_is_no_day_is_none(tekst: str):
    assert read_date(tekst, VANDAAG) is None


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("vandaag", VANDAAG),
        ("Morgen", date(2026, 11, 23)),
        ("gisteren", date(2026, 11, 21)),
        ("+10d", date(2026, 12, 2)),
        ("+2w", date(2026, 12, 6)),
        ("+6m", date(2027, 5, 22)),
        ("+ 6 maanden", date(2027, 5, 22)),
        ("+1j", date(2027, 11, 22)),
        ("-1m", date(2026, 10, 22)),
    ],
)
def test_days_from_today(tekst: str, dag: date):
    assert read_date(tekst, VANDAAG) == dag


def test_last_day_counts_from_the_start_and_is_included():
    assert read_date("+6m", VANDAAG, FEBRUARI) == date(2027, 8, 1)
    assert read_date("+6m", VANDAAG, FEBRUARI, is_last_day=True) == date(2027, 7, 31)
    assert end_after(FEBRUARI, 6) == date(2027, 7, 31)


def test_day_outside_the_calendar_is_none():
    assert read_date("+9999j", VANDAAG) is None
    assert end_after(date(9999, 12, 1), 6) is None


@pytest.mark.parametrize(
    ("tekst", "half"), [("1-2-20", True), ("010227", True), ("1-2-2027", False), ("+6m", False), ("x", False)]
)
def test_year_of_two_digits_may_still_become_another(tekst: str, half: bool):
    assert is_unfinished(tekst) is half


@given(st.dates(min_value=date(1900, 1, 1)))
def test_what_is_written_is_read_again(dag: date):
    assert read_date(write_date(dag), VANDAAG) == dag


@given(st.text(max_size=30))
def test_nothing_that_is_typed_fails(tekst: str):
    read_date(tekst, VANDAAG)
