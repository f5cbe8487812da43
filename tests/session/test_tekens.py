"""What the letters of the PDF lack is named: each character and where it stands; else nothing is said."""

import pytest

from indicatietool.domain.versie import Versie
from indicatietool.session.desk import Desk
from indicatietool.session.session import Session
from indicatietool.session.tekens import ORDINARY, odd_characters, tell_odd_characters
from indicatietool.verslag.fonts import missing_glyphs
from tests.verslag.keurlijst import typed


@pytest.fixture
def session(practice_desk: Desk) -> Session:
    return practice_desk.new()


def test_dossier_with_ordinary_words_has_nothing_to_say(session: Session) -> None:
    session.set_veld(
        "hulpvraag.eigen_woorden", "Łukasz zegt: “één café à € 5” – zachte\u00adstreep, cafe\u0301"
    )

    assert odd_characters(session) == ""


def test_character_is_named_with_its_number_and_the_part_it_stands_in(session: Session) -> None:
    session.set_veld("hulpvraag.eigen_woorden", "Ik ben blij 😀 en nog eens 😀")

    gezegd = odd_characters(session)

    assert "dit teken niet afdrukken: 😀 [U+1F600]." in gezegd
    assert "Het gaat om: 4. Hulpvraag in eigen woorden." in gezegd
    assert "Ik ben blij" not in gezegd


def test_character_that_nobody_can_see_is_named_by_its_number(session: Session) -> None:
    session.set_veld("hulpvraag.situatie", "om\u202egekeerd en privé \ue000")

    gezegd = odd_characters(session)

    assert "deze 2 tekens niet afdrukken: [U+202E], [U+E000]." in gezegd
    assert "\u202e" not in gezegd


def test_of_many_characters_the_first_are_named_and_the_others_counted() -> None:
    gezegd = tell_odd_characters(typed("一二三四五六七八九"))

    assert "deze 9 tekens" in gezegd
    assert "一 [U+4E00]" in gezegd
    assert "七" not in gezegd
    assert "en nog 3." in gezegd


def test_what_is_taken_for_ordinary_can_be_printed() -> None:
    assert {*"aé€“”–…ë−→\n"} <= ORDINARY
    assert missing_glyphs("".join(sorted(ORDINARY))) == ()


def test_only_the_version_that_is_made_counts(session: Session) -> None:
    session.set_veld("melding.stukken", "Brief 漢")

    assert "漢" in odd_characters(session, Versie.DOSSIER)
    assert odd_characters(session, Versie.AANBIEDER) == ""
