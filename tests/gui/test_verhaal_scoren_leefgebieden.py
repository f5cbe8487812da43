"""Which leefgebieden matter, with one key each; help that is declined; and the factoren of the dossier."""

import pytest
from PySide6.QtCore import Qt

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.factoren import Plaats
from indicatietool.session.advies import advise
from tests.gui.stories import LEEFGEBIED, open_scored_case

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def leefgebieden(robot):
    """A new dossier at the page of leefgebieden."""
    robot.window.dossiers.new.click()
    robot.wizard.go_to("leefgebieden")
    robot.wizard.page.focus_first()
    robot.presses = 0
    return robot


def situaties(robot) -> dict:
    return {a.leefgebied: a.situatie for a in robot.session.dossier.antwoorden.leefgebieden}


def test_one_key_per_leefgebied_and_on_to_the_next(leefgebieden):
    for toets in (K.Key_1, K.Key_6, K.Key_Z, K.Key_V, K.Key_N, K.Key_W, K.Key_B):
        leefgebieden.drukt(toets)

    s = LeefgebiedSituatie
    assert list(situaties(leefgebieden).values()) == [
        s.BEGELEIDING,
        s.NIET_AAN_DE_ORDE,
        s.EIGEN_KRACHT,
        s.VOORLIGGEND,
        s.NETWERK,
        s.WIL_NIET,
        s.BEGELEIDING,
    ]
    assert leefgebieden.presses == 7
    assert (
        "Begeleiding nodig bij 2 van de 11 leefgebieden. Bij 1 wil de cliënt geen hulp."
        in leefgebieden.ziet()
    )


def test_zero_takes_an_answer_back(leefgebieden):
    leefgebieden.drukt(K.Key_1)
    leefgebieden.wizard.page.focus_first()

    leefgebieden.drukt(K.Key_0)

    assert situaties(leefgebieden) == {}


def test_enter_goes_to_the_words_and_f6_to_the_next_leefgebied(leefgebieden):
    eerste = next(iter(leefgebieden.session.kader.leefgebied_by_id))
    leefgebieden.drukt(K.Key_1)
    leefgebieden.wizard.page.focus_first()
    leefgebieden.drukt(K.Key_Return)
    leefgebieden.typt("De post blijft liggen 123.")
    leefgebieden.vult(f"leefgebied.{eerste}.indicator", "Elke week is de post open.")

    antwoord = leefgebieden.session.dossier.antwoorden.leefgebied(eerste)
    assert antwoord.problemen == "De post blijft liggen 123."
    assert antwoord.indicator == "Elke week is de post open."

    leefgebieden.drukt(K.Key_F6)
    assert leefgebieden._focus().objectName() == "leefgebied.sociaal-functioneren"


def test_a_dropped_leefgebied_asks_for_no_score(leefgebieden):
    leefgebieden.drukt(K.Key_6)
    leefgebieden.drukt(K.Key_1)

    stappen = [stap.id for stap in leefgebieden.wizard.view.steps() if stap.leefgebied]
    assert stappen == ["scoren.sociaal-functioneren"]


def test_declined_help_is_a_state_of_its_own_with_its_reason(robot):
    open_scored_case(robot)
    robot.wizard.go_to("leefgebieden")
    assert robot.ziet_minuten() > 0
    robot.gaat_naar(f"leefgebied.{LEEFGEBIED}")

    robot.drukt(K.Key_5)

    assert robot.ziet_minuten() == 0
    assert "Bij Financiën is 1 taak met haar antwoorden eruit gehaald. Met Ctrl+Z" in robot.ziet()
    assert "Waarom wil de cliënt hier geen hulp?" in robot.ziet()
    assert "Cliënt wil geen hulp bij: financiën." in robot.ziet()
    assert "wil hier geen hulp" in " ".join(t.tekst for t in advice(robot))

    robot.vult(f"leefgebied.{LEEFGEBIED}.toelichting", "“Mijn geld gaat niemand iets aan.”")
    assert "wil hier geen hulp" not in " ".join(t.tekst for t in advice(robot))


def test_taken_that_were_dropped_come_back_with_ctrl_z(robot):
    open_scored_case(robot)
    robot.wizard.go_to("leefgebieden")
    before = robot.ziet_minuten()
    robot.gaat_naar(f"leefgebied.{LEEFGEBIED}")
    robot.drukt(K.Key_5)

    robot.drukt(K.Key_Z, CTRL)

    assert robot.ziet_minuten() == before


def test_factoren_of_the_dossier_take_one_key_each(robot):
    robot.window.dossiers.new.click()
    robot.wizard.go_to("factoren")
    robot.wizard.page.focus_first()
    robot.presses = 0
    factoren = robot.session.kader.factoren_at(Plaats.DOSSIER)

    robot.drukt(K.Key_2, keer=len(factoren))

    assert robot.session.dossier.antwoorden.keuzes == {f.id: f.keuzes[1].id for f in factoren}
    assert robot.presses == len(factoren)


def advice(robot):
    session = robot.session
    return advise(session.kader, session.dossier, session.indicatie)
