"""Cutting text into lines, and counting months."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicatietool.domain.dossier import Weging
from indicatietool.domain.kalender import add_months, shifted
from indicatietool.engine.looptijd import Looptijd, duration, evaluations
from indicatietool.verslag.fonts import printable, width_of
from indicatietool.verslag.lines import cut, cut_short
from indicatietool.verslag.style import GEWOON

WIDTH = 100.0


@given(st.text(max_size=300))
def test_no_line_is_wider_than_the_column(tekst: str) -> None:
    for line in cut(tekst, GEWOON, WIDTH):
        assert width_of(line.rstrip(" "), GEWOON.font, GEWOON.grootte) <= WIDTH + 0.01


@given(st.text(max_size=300))
def test_cutting_loses_no_character(tekst: str) -> None:
    assert "".join(cut(tekst, GEWOON, WIDTH)) == printable(tekst).replace("\n", " ")


def test_words_stay_whole_when_they_fit() -> None:
    lines = cut("De cliëntondersteuner helpt bij de administratie.", GEWOON, WIDTH)

    assert [line.strip() for line in lines] == ["De cliëntondersteuner", "helpt bij de", "administratie."]


def test_word_that_is_too_wide_breaks_after_a_joining_sign() -> None:
    eerste, *_ = cut("https://voorbeeld.nl/een-heel-lang-pad/naar-een-bestand", GEWOON, WIDTH)

    assert eerste[-1] in "/-."


def test_header_that_is_too_long_ends_in_dots_within_the_column() -> None:
    (regel,) = cut_short("Een kop die veel te lang is voor één regel", GEWOON, WIDTH, most=1)

    assert regel.endswith("…")
    assert width_of(regel, GEWOON.font, GEWOON.grootte) <= WIDTH
    assert cut_short("Past", GEWOON, WIDTH, most=1) == ("Past",)


@pytest.mark.parametrize(
    ("start", "einde", "maanden", "dagen"),
    [
        (date(2027, 1, 1), date(2027, 12, 31), 12, 0),
        (date(2027, 1, 15), date(2027, 2, 14), 1, 0),
        (date(2027, 1, 15), date(2027, 2, 13), 0, 30),
        (date(2027, 1, 31), date(2027, 2, 27), 1, 0),
        (date(2028, 2, 1), date(2028, 2, 29), 1, 0),
        (date(2027, 5, 5), date(2027, 5, 5), 0, 1),
    ],
)
def test_months_of_a_looptijd_include_the_last_day(
    start: date, einde: date, maanden: int, dagen: int
) -> None:
    assert duration(start, einde) == Looptijd(maanden, dagen)


def test_edge_of_the_calendar_is_survived() -> None:
    weging = Weging(
        ingangsdatum=date(9999, 1, 1),
        einddatum=date.max,
        eerste_evaluatie=date(9999, 12, 1),
        evaluatie_elke_maanden=6,
    )

    assert duration(date(9999, 1, 1), date.max).maanden == 11
    assert add_months(date(9999, 12, 1), 1) is None
    assert shifted(date.max, 42) is None
    assert len(evaluations(weging)) == 1


def test_evaluations_stop_at_a_sane_number() -> None:
    weging = Weging(eerste_evaluatie=date(2027, 1, 1), evaluatie_elke_maanden=1, einddatum=date(2099, 1, 1))

    assert len(evaluations(weging)) == 24
