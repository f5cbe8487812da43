"""Scoring by keys alone: one key per answer, on to the next open question, and why at one key."""

from itertools import product

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QLineEdit

from indicatietool.domain.antwoorden import Frequentie
from indicatietool.domain.voorstel import Voorstel
from indicatietool.session.uitleg import why
from tests.gui.scoren import ALT, CTRL, SHIFT, K, answers, focus_name, open_scoring, press


@pytest.fixture
def scoren(robot):
    return open_scoring(robot)


def minutes_in_balk(robot) -> str:
    return robot.wizard.page.balk.text.text()


# One key per answer


def test_three_taken_are_scored_with_twenty_three_keys(scoren):
    for blok in (K.Key_2, K.Key_6, K.Key_1):
        press(scoren, blok, K.Key_2, K.Key_W, K.Key_3, K.Key_1, K.Key_1, K.Key_1)
        if blok != K.Key_1:
            press(scoren, K.Key_N)

    gescoord = [u for u in scoren.session.indicatie.taken if isinstance(u.voorstel, Voorstel)]
    assert [u.blok for u in gescoord] == ["O2", "B2", "O1"]
    assert scoren.presses == 23


def test_a_number_scores_and_the_focus_goes_to_the_next_open_question(scoren):
    press(scoren, K.Key_2)
    assert answers(scoren, "post-administratie").blok == "O2"
    assert focus_name(scoren) == "keer"

    press(scoren, K.Key_2, K.Key_T)
    assert answers(scoren, "post-administratie").frequentie == Frequentie(keer=2, per_weken=2)
    assert scoren.wizard.page.detail.focused() == "vorm"

    press(scoren, K.Key_4, K.Key_2, K.Key_3)
    assert answers(scoren, "post-administratie").keuzes == {
        "vorm": "aanleren",
        "motivatie": "wisselend",
        "risico": "hoog",
    }
    assert scoren.wizard.page.detail.focused() == "netwerk"


def test_one_to_four_is_ontwikkel_and_five_to_eight_or_shift_is_behoud(scoren):
    for toets, blok in (
        (K.Key_1, "O1"),
        (K.Key_4, "O4"),
        (K.Key_5, "B1"),
        (K.Key_8, "B4"),
        ((K.Key_2, SHIFT), "B2"),
        ((K.Key_Exclam, SHIFT), "B1"),
    ):
        press(scoren, toets)
        assert answers(scoren, "post-administratie").blok == blok
        scoren.wizard.page.list.setFocus()


def test_nothing_of_the_richting_is_asked_before_the_first_score(scoren):
    vragen = list(scoren.wizard.page.detail.vragen)

    assert vragen[0] == "blok"
    assert len(scoren.wizard.page.detail.blok._buttons) == 8


def test_a_taak_that_is_ready_leads_to_the_next_chosen_one(scoren):
    press(scoren, K.Key_Space, K.Key_N, K.Key_Space, K.Key_P)
    press(scoren, K.Key_1, K.Key_1, K.Key_W, K.Key_1, K.Key_1, K.Key_1, K.Key_1)

    assert scoren.wizard.page.detail.taak.id == "digitale-post"
    assert scoren.wizard.page.detail.focused() == "blok"


def test_space_in_the_list_chooses_a_taak_and_drops_it_again(scoren):
    press(scoren, K.Key_Down, K.Key_Space)
    assert answers(scoren, "digitale-post") is not None
    assert "Digitale post en DigiD\nbezig: nog 6 vragen" in scoren.ziet()

    press(scoren, K.Key_Space)
    assert answers(scoren, "digitale-post") is None
    assert "Digitale post en DigiD\nniet gekozen" in scoren.ziet()


def test_next_and_previous_taak_are_one_key(scoren):
    for vooruit, terug in ((K.Key_N, K.Key_P), ((K.Key_Down, ALT), (K.Key_Up, ALT))):
        press(scoren, vooruit, vooruit)
        assert scoren.wizard.page.detail.taak.id == "budgetteren"

        press(scoren, terug, terug)
        assert scoren.wizard.page.detail.taak.id == "post-administratie"


def test_next_open_question_is_one_key_also_from_a_text(scoren):
    press(scoren, K.Key_1)
    for toets in (K.Key_F6, (K.Key_Return, CTRL), (K.Key_Enter, CTRL)):
        scoren.wizard.page.focus_question("observatie")

        press(scoren, toets)

        assert focus_name(scoren) == "keer"


def test_a_letter_that_is_no_period_does_nothing_beside_a_number(scoren):
    press(scoren, K.Key_2, K.Key_F, K.Key_3, K.Key_X, K.Key_F)

    assert focus_name(scoren) == "keer"
    assert scoren._focus().text() == "3"


# Typing is typing


def test_typing_in_a_text_is_never_taken_for_a_key(scoren):
    press(scoren, K.Key_1)
    scoren.wizard.page.focus_question("observatie")
    letters = (K.Key_N, K.Key_P, K.Key_W, K.Key_M, K.Key_Z, K.Key_F, K.Key_L, K.Key_1, K.Key_5, K.Key_Space)

    press(scoren, *letters)

    assert answers(scoren, "post-administratie").observatie == "npwmzfl15 "
    assert answers(scoren, "post-administratie").blok == "O1"
    assert scoren.wizard.page.detail.taak.id == "post-administratie"


def test_digits_in_how_often_are_a_number_and_no_score(scoren):
    press(scoren, K.Key_1, K.Key_1, K.Key_2)

    assert scoren._focus().text() == "12"
    assert answers(scoren, "post-administratie").blok == "O1"


def test_letters_in_a_list_choose_in_that_list(scoren):
    press(scoren, K.Key_1, K.Key_Tab)
    assert isinstance(scoren._focus(), QComboBox)

    press(scoren, K.Key_P)

    assert scoren.wizard.page.detail.taak.id == "post-administratie"


def test_undone_frequency_disappears_from_its_field(scoren):
    press(scoren, K.Key_1, K.Key_2, K.Key_W)
    scoren.wizard.view.undo()
    scoren.wizard.view.undo()

    assert scoren.wizard.page.findChild(QLineEdit, "keer").text() == ""


# What appears at once


def test_voorstel_marge_and_effect_on_the_sum_appear_with_the_last_answer(scoren):
    press(scoren, K.Key_2, K.Key_2, K.Key_W, K.Key_3, K.Key_1, K.Key_1)
    assert minutes_in_balk(scoren) == "Nog één vraag open: beantwoord rol van het netwerk."

    press(scoren, K.Key_1)

    som = scoren.session.indicatie.berekend_per_maand
    assert minutes_in_balk(scoren).startswith("Voorstel: ")
    assert "marge" in minutes_in_balk(scoren)
    assert scoren.wizard.page.balk.sum.text() == (
        f"Alle taken samen: {som} minuten per maand, {som} meer door uw laatste antwoord."
    )
    assert f"klaar: O2 · {scoren.session.uitkomst('post-administratie').netto}" in scoren.ziet()


def test_an_example_is_asked_where_the_score_is_heavy_and_blocks_nothing(scoren):
    press(scoren, K.Key_3)
    assert "Blok O3 is zwaar. Schrijf één voorbeeld op" in scoren.ziet()

    press(scoren, K.Key_1, K.Key_W, K.Key_3, K.Key_1, K.Key_1, K.Key_1)
    assert focus_name(scoren) == "taak.post-administratie.observatie"
    assert minutes_in_balk(scoren).startswith("Voorstel: ")

    press(scoren, (K.Key_Return, CTRL))
    assert focus_name(scoren) == "taken"


def test_a_light_score_asks_for_no_example(scoren):
    press(scoren, K.Key_5)

    assert "is zwaar" not in scoren.ziet()


def test_chosen_blok_is_marked_by_more_than_colour(scoren):
    knop = scoren.wizard.page.detail.blok.button("O3")
    room = knop.sizeHint()
    before = dark_dots(knop)

    press(scoren, K.Key_3)

    assert dark_dots(knop) > before * 1.1
    assert knop.sizeHint() == room


def dark_dots(widget) -> int:
    """Return how much ink there is, whatever its colour: bold letters and a filled dot have more."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    places = product(range(picture.width()), range(picture.height()))
    return sum(picture.pixelColor(x, y).lightness() < 110 for x, y in places)


def test_anchors_of_the_factor_in_hand_unfold_and_the_others_fold(scoren):
    press(scoren, K.Key_1, K.Key_1, K.Key_W)
    assert "Overnemen: De begeleider doet de taak zelf" in scoren.ziet()
    assert "Voldoende: Houdt zich aan minstens drie" not in scoren.ziet()

    press(scoren, K.Key_1)

    assert "Voldoende: Houdt zich aan minstens drie" in scoren.ziet()
    assert "Overnemen: De begeleider doet de taak zelf" not in scoren.ziet()


def test_a_question_of_the_whole_dossier_that_is_open_has_its_own_way(scoren):
    scoren.wizard.view.act(scoren.session.answer_factor, "planbaarheid", None)
    press(scoren, K.Key_1, K.Key_1, K.Key_W, K.Key_1, K.Key_1, K.Key_1, K.Key_1)
    assert minutes_in_balk(scoren) == "Nog één vraag open: beantwoord planbaarheid."

    scoren.gaat_naar("elders")
    press(scoren, K.Key_Space)

    assert scoren.wizard.current_step == "factoren"


# Why


def test_why_is_one_key_away_and_escape_leads_back(scoren):
    press(scoren, K.Key_2, K.Key_2, K.Key_W, K.Key_3, K.Key_1, K.Key_1, K.Key_1)
    before = scoren._focus()
    for toets, kop in (
        (K.Key_W, "Het voorstel is"),
        (K.Key_M, "Blok “O1” in plaats van “O2”"),
        (K.Key_Z, "Zonder “Post en administratie”: "),
    ):
        press(scoren, toets)
        assert kop in scoren.ziet()

        press(scoren, K.Key_Escape)
        assert scoren._focus() is before
        assert kop not in scoren.ziet()


def test_why_tells_what_the_session_tells_and_follows_the_answers(scoren, qtbot):
    press(scoren, K.Key_2, K.Key_2, K.Key_W, K.Key_3, K.Key_1, K.Key_1, K.Key_1, K.Key_W)
    assert all(zin.tekst in scoren.ziet() for zin in why(scoren.session, "post-administratie").zinnen)

    scoren.wizard.view.act(scoren.session.answer_blok, "post-administratie", "B4")

    qtbot.waitUntil(lambda: "bij blok B4" in scoren.ziet())


def test_the_same_key_closes_the_explanation_again(scoren):
    press(scoren, K.Key_W)
    assert not scoren.wizard.page.paneel.isHidden()

    press(scoren, K.Key_W)

    assert scoren.wizard.page.paneel.isHidden()


def test_of_a_taak_that_was_not_chosen_there_is_nothing_to_explain(scoren):
    press(scoren, K.Key_W)

    assert "Deze taak is niet gekozen." in scoren.ziet()
