"""What is missing leads to the very field; definitief is a choice with a summary, until it is reopened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from indicatietool.domain.fasen import Fase, FaseSoort
from indicatietool.gui.pages.besluit_kop import RijKop
from indicatietool.session.checks import missing
from tests.gui.casussen import open_casus
from tests.gui.stories import TAAK, open_scored_case

STAP = "Controleren"


def follows(robot, lijst: str, tekst: str) -> QWidget:
    """Choose a line of a list by the arrow keys and press Enter; returns what has the focus then."""
    robot.gaat_naar_stap(STAP)
    lines = robot.gaat_naar(lijst)
    assert isinstance(lines, QListWidget)
    for _ in range(lines.count()):
        if lines.currentItem() is not None and tekst in lines.currentItem().text():
            break
        robot.drukt(Qt.Key.Key_Down)
    assert tekst in lines.currentItem().text(), f"“{tekst}” staat niet in {lijst}"
    robot.drukt(Qt.Key.Key_Return)
    return robot._focus()


def names(widget: QWidget) -> set[str]:
    """Return the names of a widget and of what it is the face of."""
    found = {widget.objectName()}
    parent = widget.parentWidget()
    while parent is not None and len(found) < 6:
        found.add(parent.objectName())
        parent = parent.parentWidget()
    return found


def test_every_gap_of_an_empty_dossier_leads_to_its_very_field(robot):
    robot.window.dossiers.new.click()
    session = robot.session
    alle = [g for g in missing(session.kader, session.dossier, session.indicatie) if g.veld]
    assert len(alle) > 25

    for gemis in alle:
        robot.wizard.view.step_asked.emit(gemis.stap, gemis.veld)
        assert robot.wizard.current_step == gemis.stap
        assert gemis.veld in names(robot._focus()), gemis


def test_gap_at_a_taak_a_besluit_and_a_fase_is_found_too(robot):
    taak = open_scored_case(robot)
    act, session = robot.wizard.view.act, robot.session
    act(session.set_veld, "weging.ingangsdatum", None)

    besluit = follows(robot, "ontbreekt", "er is nog geen besluit")
    assert isinstance(besluit, RijKop)
    assert besluit.objectName() == f"besluit.{taak}"

    act(session.answer_blok, taak, None)
    follows(robot, "ontbreekt", "Post en administratie")
    assert robot.wizard.current_step == "scoren.financien"


def test_gap_in_the_fases_opens_the_fase_that_it_is_about(robot):
    open_casus(robot, "o2", STAP)
    weging = robot.session.dossier.weging
    robot.wizard.view.act(
        robot.session.set_fasen,
        (Fase(soort=FaseSoort.START, van=weging.ingangsdatum, tot=weging.ingangsdatum),),
    )

    focus = follows(robot, "ontbreekt", "is er geen fase")

    assert focus.objectName() == "fasen.toevoegen"


def test_advice_leads_to_what_it_is_about(robot):
    open_casus(robot, "o2", STAP)

    focus = follows(robot, "advies", "Klopt het gekozen blok?")

    assert isinstance(focus, RijKop)
    assert robot.wizard.current_step == "besluit"


def test_stappenplan_and_law_stand_there_in_words(robot):
    open_casus(robot, "o2", STAP)
    robot.wizard.view.act(robot.session.set_veld, "oplossingen.samenwerking", "")

    assert "1. Wat is de hulpvraag: vastgelegd" in robot.ziet()
    assert "4. Wat kunnen eigen kracht" in robot.ziet()
    focus = follows(robot, "stappenplan", "f. Samenwerking")

    assert focus.objectName() == "oplossingen.samenwerking"


def test_all_answers_are_shown_when_asked_for_and_lead_to_their_field(robot):
    open_casus(robot, "o2", STAP)
    assert "Zus" not in robot.ziet()
    robot.gaat_naar("overzicht.tonen")
    robot.drukt(Qt.Key.Key_Space)

    lines = robot.gaat_naar("overzicht")
    assert lines.count() > 80
    robot.drukt(Qt.Key.Key_End)
    for _ in range(lines.count()):
        if "Eigen kracht en gebruikelijke hulp" in lines.currentItem().text():
            break
        robot.drukt(Qt.Key.Key_Up)
    robot.drukt(Qt.Key.Key_Space)

    assert robot._focus().objectName() == "oplossingen.eigen_kracht"


def test_names_stay_hidden_in_the_overview_while_a_room_looks_along(robot):
    open_casus(robot, "o2", STAP)
    robot.wizard.view.hides_names = True
    robot.gaat_naar("overzicht.tonen")
    robot.drukt(Qt.Key.Key_Space)

    assert "Cliënt: verborgen" in robot.ziet()
    assert "Oefencliënt F" not in robot.ziet()


def test_dossier_with_a_gap_can_not_be_made_definitief(robot):
    open_casus(robot, "o2", STAP)
    robot.wizard.view.act(robot.session.set_veld, "hulpvraag.situatie", "")

    assert "Er ontbreekt nog 1 gegeven." in robot.ziet()
    assert not robot.wizard.page._definitief.make.isEnabled()
    robot.gaat_naar("definitief.verslag")
    robot.drukt(Qt.Key.Key_Space)
    assert robot.wizard.current_step == "verslag"
    assert "Concept: er ontbreekt nog 1 gegeven" in robot.ziet()


def test_definitief_is_summed_up_first_and_may_be_called_off(robot):
    open_casus(robot, "o2", STAP)
    robot.gaat_naar("definitief.maken")
    robot.drukt(Qt.Key.Key_Space)

    assert "810 minuten per maand" in robot.ziet()
    assert "niet meer wijzigen" in robot.ziet()
    robot.drukt(Qt.Key.Key_Escape)

    assert not robot.session.is_definitief


def test_definitief_holds_then_a_change_is_refused_then_it_is_reopened(robot):
    open_casus(robot, "o2", STAP)
    robot.gaat_naar("definitief.maken")
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_naar("dialoog.ok")
    robot.drukt(Qt.Key.Key_Space)
    assert robot.session.is_definitief
    assert "Definitief sinds" in robot.ziet()

    voor = robot.session.dossier.weging.looptijd_motivering
    robot.gaat_naar_stap("Looptijd")
    robot.vult("weging.looptijd_motivering", "x")
    assert "Heropen het eerst" in robot.ziet()
    assert robot.session.dossier.weging.looptijd_motivering == voor
    assert robot.wizard.page._fields.editor("weging.looptijd_motivering").value() == voor
    robot.gaat_naar_stap("Voorstel")
    robot.wizard.page.focus_first()
    robot.typt("o")
    assert "Heropen het eerst" in robot.ziet()

    robot.gaat_naar("definitief.knop")
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_naar("reden")
    robot.typt("De zus is verhuisd.")
    robot.gaat_naar("dialoog.ok")
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_naar_stap("Looptijd")
    robot.vult("weging.looptijd_motivering", "Een jaar, want de zus is verhuisd.")

    assert not robot.session.is_definitief
    assert robot.session.dossier.weging.looptijd_motivering == "Een jaar, want de zus is verhuisd."
    assert len(robot.session.bewaring.zegels()) == 1


@pytest.mark.parametrize("stap", ["Voorstel", "Weging", "Looptijd", "Controleren", "Verslag"])
def test_every_page_of_a_definitief_dossier_can_be_read(robot, stap: str):
    from indicatietool.session.definitief import make_definitief

    open_casus(robot, "o2", STAP)
    make_definitief(robot.session)
    robot.wizard.view.changed.emit()

    robot.gaat_naar_stap(stap)

    assert "810" in robot.ziet()
    assert TAAK in {uitkomst.taak for uitkomst in robot.session.indicatie.taken}
