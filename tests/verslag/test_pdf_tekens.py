"""Characters: the unseen fall away, the alike are printed, all others that are missing get their number."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicatietool.verslag.fonts import count_missing, missing_glyphs, printable, register, width_of
from indicatietool.verslag.style import BOLD, ITALIC, REGULAR


@pytest.mark.parametrize(
    ("getypt", "gedrukt"),
    [
        ("zachte\u00adstreep, geen\u200bruimte\ufeff", "zachtestreep, geenruimte"),
        ("Z\u20112027", "Z-2027"),
        ("1\u202f885 \u2000\u3000", "1\u00a0885 \u00a0\u00a0"),
        ("een\u2028twee\u2029drie", "een\ntwee\ndrie"),
        ("privé \ue000", "privé [U+E000]"),
        ("\u202eomgekeerd\u202c", "[U+202E]omgekeerd[U+202C]"),
        ("\U0001f469\u200d\U0001f467", "[U+1F469][U+200D][U+1F467]"),
        ("שלום", "[U+05E9][U+05DC][U+05D5][U+05DD]"),
        ("q\u0323\u0307", "q\u0323\u0307"),
        ("stuur\u0000\rteken", "stuur[U+0000][U+000D]teken"),
    ],
)
def test_odd_character_is_printed_as_people_read_it_or_by_number(getypt: str, gedrukt: str) -> None:
    assert printable(getypt) == gedrukt


@given(st.text())
def test_what_is_printed_can_be_printed_and_nothing_can_hide(tekst: str) -> None:
    gedrukt = printable(tekst)

    assert missing_glyphs(gedrukt) == ()
    assert printable(gedrukt) == gedrukt
    assert all(unicodedata.category(teken)[0] != "C" for teken in gedrukt.replace("\n", ""))


@given(st.lists(st.text()))
def test_every_character_that_gets_a_number_is_counted(teksten: list[str]) -> None:
    nummers = sum(printable(tekst).count("[U+") - tekst.count("[U+") for tekst in teksten)

    assert count_missing(teksten).total() == nummers


@pytest.mark.parametrize("font", [REGULAR, BOLD, ITALIC])
def test_every_character_that_is_known_has_a_width(font: str) -> None:
    assert all(width_of(teken, font, 10) >= 0 for teken in register())
    assert width_of("mm", font, 10) == pytest.approx(2 * width_of("m", font, 10))
