"""CSV: stable, read by robots and spreadsheets, and never a formula."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicatietool.domain.rekenblad import FORMULA_SIGNS, without_formula
from indicatietool.verslag.uitvoer.kommabestand import to_csv

FORMULES = ("=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=cmd|"/c calc"!A0', "＝1", "＋1")


@pytest.mark.parametrize("formule", FORMULES)
def test_formula_gets_an_apostrophe(formule: str) -> None:
    assert without_formula(formule) == f"'{formule}"
    assert read(to_csv(("tekst",), [(formule,)]))[1] == [f"'{formule}"]


@pytest.mark.parametrize("tekst", ["", "elke week", " =1", "'=1", "é", "1-2-2027"])
def test_other_text_stays_as_it_is(tekst: str) -> None:
    assert without_formula(tekst) == tekst


def test_numbers_days_and_yes_are_written_plainly() -> None:
    inhoud = to_csv(("a", "b", "c", "d"), [(-5, date(2027, 2, 1), True, None)])

    assert inhoud == b"a;b;c;d\r\n-5;2027-02-01;ja;\r\n"


def test_file_for_people_begins_with_a_mark_and_one_for_robots_does_not() -> None:
    assert to_csv(("é",), [], with_bom=True) == b"\xef\xbb\xbf\xc3\xa9\r\n"
    assert to_csv(("é",), []) == b"\xc3\xa9\r\n"


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=2, max_size=2)
    )
)
def test_any_text_comes_back_and_no_cell_begins_as_a_formula(rijen: list[list[str]]) -> None:
    gelezen = read(to_csv(("een", "twee"), rijen))[1:]

    assert [[cel.removeprefix("'") for cel in rij] for rij in gelezen] == [
        [cel.removeprefix("'") for cel in rij] for rij in rijen
    ]
    assert not any(cel[:1] in FORMULA_SIGNS for rij in gelezen for cel in rij if cel)


def read(inhoud: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(inhoud.decode(), newline=""), delimiter=";"))
