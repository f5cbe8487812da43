"""From one gap to the next: ahead first, around at the end, never twice the same."""

from indicatietool.session.checks import Gemis
from indicatietool.session.steps import Stap, StapSoort, StapStatus
from indicatietool.session.volgende import next_gap

STAPPEN = tuple(
    Stap(soort, soort, StapStatus.BEZIG)
    for soort in (StapSoort.MELDING, StapSoort.HULPVRAAG, StapSoort.BESLUIT)
)
GAPS = (
    Gemis("melding", "melding.client", ""),
    Gemis("melding", "melding.gemeente", ""),
    Gemis("besluit", "besluit.post", ""),
)


def field_after(stap: str, *velden: str) -> str:
    gap = next_gap(GAPS, STAPPEN, stap, velden)
    return gap.veld if gap else ""


def test_first_gap_of_the_step_on_screen_comes_first():
    assert field_after("melding", "melding.bsn") == "melding.client"
    assert field_after("hulpvraag", "") == "besluit.post"


def test_gap_in_hand_is_left_for_the_next():
    assert field_after("melding", "qt_spinbox", "melding.client") == "melding.gemeente"
    assert field_after("melding", "melding.gemeente") == "besluit.post"


def test_after_the_last_gap_comes_the_first():
    assert field_after("besluit", "besluit.post") == "melding.client"


def test_one_gap_is_found_from_everywhere_and_none_is_none():
    only = GAPS[2:]
    assert next_gap(only, STAPPEN, "besluit", ("besluit.post",)) == only[0]
    assert next_gap((), STAPPEN, "melding", ()) is None
