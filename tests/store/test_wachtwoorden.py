"""A weak wachtwoord is refused with advice; a suggestion is strong and easy to type."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicatietool.domain.kluis import WachtwoordSterkte
from indicatietool.errors import InvoerError
from indicatietool.paths import resources_folder
from indicatietool.store.wachtwoorden import MIN_BITS, STRONG_BITS, judge, require_strong, suggest

WOORDEN = (resources_folder() / "woorden.txt").read_text("ascii").split()


def test_list_has_enough_words_that_are_easy_to_type():
    assert len(WOORDEN) == len(set(WOORDEN)) >= 1_296
    assert sorted(WOORDEN) == WOORDEN
    assert all(woord.isascii() and woord.isalpha() and woord.islower() for woord in WOORDEN)
    assert {len(woord) for woord in WOORDEN} <= set(range(3, 10))


def test_suggestion_of_five_words_is_strong_and_never_the_same():
    assert 5 * math.log2(len(WOORDEN)) >= 50
    voorstellen = {suggest() for _ in range(300)}

    assert len(voorstellen) == 300
    assert all(set(tekst.split("-")) <= set(WOORDEN) for tekst in voorstellen)
    assert sum(judge(tekst).sterkte is WachtwoordSterkte.STERK for tekst in voorstellen) > 290
    assert all(judge(tekst).sterkte is not WachtwoordSterkte.TE_ZWAK for tekst in voorstellen)


def test_suggestions_use_the_whole_list():
    gezien = {woord for _ in range(3_000) for woord in suggest().split("-")}

    assert len(gezien) > 0.99 * len(WOORDEN)


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "",
        "iets",
        "welkom2027",
        "Welkom2027!!",
        "wachtwoord123",
        "wachtwoordwachtwoord",
        "Gemeente2026Gemeente2026",
        "qwertyuiop123456789",
        "abcdefghijklmnopqrstuvwxyz",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "zyxwvutsrqponmlk",
        "12345678901234567890",
        "fiets fiets fiets fiets fiets",
        "fietstafel2027",
        "x" * 1_001,
    ],
)
def test_what_is_easy_to_guess_is_refused_with_what_to_do(wachtwoord: str):
    oordeel = judge(wachtwoord)

    assert oordeel.sterkte is WachtwoordSterkte.TE_ZWAK
    assert oordeel.uitleg.endswith(".")
    with pytest.raises(InvoerError, match="Kies een sterker wachtwoord") as geval:
        require_strong(wachtwoord)
    assert not wachtwoord or len(wachtwoord) < 4 or wachtwoord not in str(geval.value)


@pytest.mark.parametrize(
    "wachtwoord",
    ["molen fiets lantaarn wolk perzik", "xK9$mQ2!vT7pW3#z", "ik-typ-graag-lange-zinnen-in-juni"],
)
def test_what_is_hard_to_guess_is_strong(wachtwoord: str):
    assert judge(wachtwoord).sterkte is WachtwoordSterkte.STERK


def test_four_words_will_do_and_a_fifth_is_advised():
    oordeel = judge("molen-fiets-lantaarn-wolk")

    assert oordeel.sterkte is WachtwoordSterkte.REDELIJK
    assert MIN_BITS <= oordeel.bits < STRONG_BITS
    require_strong("molen-fiets-lantaarn-wolk")


@given(st.text(max_size=200), st.text(max_size=20))
def test_every_text_is_judged_and_more_text_is_never_weaker_by_much(tekst: str, meer: str):
    assert judge(tekst + meer).bits >= judge(tekst).bits - 12, "a word may come about where there was none"
