"""The fixed sentences of the explanation are as plain as those of the cliëntversie: B1, no long sentences."""

import re
from pathlib import Path

import pytest

from indicatietool.verslag import uitleg
from indicatietool.verslag.uitleg import slot
from tests.verslag.test_client_taal import officialese_in, texts_in_source, too_long

PARTS = sorted(pad for pad in Path(uitleg.__file__).parent.glob("*.py") if pad.stem != "cijfers")
EXPLAINED = "ruimte (marge)"
"""The one word of the list that is explained, because the verslag uses it."""
FIXED = [(pad.stem, tekst) for pad in PARTS for tekst in texts_in_source(pad) if tekst != EXPLAINED]


def test_source_holds_texts_to_look_at() -> None:
    assert len({stem for stem, _ in FIXED}) >= 9
    assert len(FIXED) > 150


def test_no_fixed_sentence_is_longer_than_twenty_words() -> None:
    assert too_long(FIXED) == []


def test_no_fixed_text_holds_officialese_but_what_policy_staff_call_a_marge() -> None:
    gevonden = [(waar, tekst, woorden) for waar, tekst in FIXED if (woorden := officialese_in(tekst))]

    assert [deel for deel in gevonden if deel[0] != "verschil_woorden"] == []
    assert {woord for *_, woorden in gevonden for woord in woorden} <= {"marge"}


def test_reader_is_spoken_to_as_u_and_nobody_is_told_that_the_tool_decides() -> None:
    alles = " ".join(tekst for _, tekst in FIXED).lower()

    assert re.search(r"\bu\b", alles)
    assert not re.findall(r"\b(?:je|jij|jou|jouw|jullie)\b", alles)
    assert not re.search(r"(?:programma|tool|normenkader|som) (?:besluit|beslist|bepaalt)", alles)
    for woorden in ("geen ontwikkeling", "niet leerbaar", "uitbehandeld", "onmogelijk"):
        assert woorden not in alles


@pytest.mark.parametrize(
    "woord", ["normenkader", "leefgebied", "taak", "factor", "voorstel", "zienswijze", "bezwaar"]
)
def test_word_that_a_reader_may_not_know_is_explained(woord: str) -> None:
    assert woord in {term for term, _ in slot.WOORDEN}
