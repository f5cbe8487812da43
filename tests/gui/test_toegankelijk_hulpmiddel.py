"""What dictation, a switch or a screen reader fills in through the accessible tree counts like typing."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from indicatietool.domain.antwoorden import Frequentie
from tests.gui.robot import Robot
from tests.gui.scoren import answers, open_scoring
from tests.gui.stories import TAAK

Text = QAccessible.Text


def node(widget: QWidget):
    return QAccessible.queryAccessibleInterface(widget)


def find(robot: Robot, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    found = robot.wizard.page.findChild(kind, name)
    assert found is not None, name
    return found.focusProxy() or found


@pytest.fixture
def dossier(robot):
    """A new dossier at its first page."""
    robot.window.dossiers.new.click()
    return robot


@pytest.mark.parametrize(
    ("pad", "tekst", "waarde"),
    [
        ("melding.client", "Oefencliënt", "Oefencliënt"),
        ("melding.aanwezigen", "Cliënt en zus", "Cliënt en zus"),
        ("melding.meldingsdatum", "1-10-2026", "2026-10-01"),
        ("melding.advies_minuten_per_maand", "90", "90"),
    ],
)
def test_text_that_an_aid_puts_in_a_field_is_in_the_dossier(dossier, pad, tekst, waarde):
    field = find(dossier, pad)

    if hasattr(field, "toPlainText"):
        node(field).editableTextInterface().replaceText(0, 0, tekst)
    else:
        node(field).setText(Text.Value, tekst)

    group, _, name = pad.partition(".")
    assert str(getattr(getattr(dossier.session.dossier, group), name)) == waarde


def test_answer_that_an_aid_ticks_is_in_the_dossier(dossier):
    nee = find(dossier, "melding.spoed").parentWidget().nee

    node(nee).actionInterface().doAction("Toggle")

    assert nee.isChecked()
    assert dossier.session.dossier.melding.spoed is False


def test_blok_and_times_that_an_aid_gives_are_scored(robot):
    page = open_scoring(robot).wizard.page
    page.list.setCurrentRow(page.list.row_of(TAAK))

    node(page.detail.blok.button("O3")).actionInterface().doAction("Toggle")
    node(page.detail.frequentie.keer).setText(Text.Value, "2")
    page.detail.frequentie.periode.setCurrentIndex(1)
    page.detail.frequentie.periode.activated.emit(1)

    assert answers(robot, TAAK).blok == "O3"
    assert answers(robot, TAAK).frequentie == Frequentie(keer=2, per_weken=1)


@pytest.mark.parametrize("rij", [2, 0, 4])
def test_step_that_an_aid_selects_is_shown(dossier, rij):
    steps = node(dossier.wizard.step_list)

    steps.selectionInterface().select(steps.child(rij))

    assert dossier.wizard.current_step == dossier.wizard.view.steps()[rij].id
    assert dossier.wizard.step_list.selectedIndexes()[0].row() == rij


def test_what_the_program_shows_is_not_taken_for_an_answer(robot):
    open_scoring(robot)
    before = robot.session.dossier

    robot.wizard.view.changed.emit()
    for stap in robot.wizard.view.steps():
        robot.wizard.go_to(stap.id)

    changed = robot.session.dossier
    assert changed.antwoorden == before.antwoorden
    assert changed.melding == before.melding
