"""Editors of one value: what is typed is understood, and what can not be taken over is said beside it."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from indicatietool.domain.base import MAX_TEKST
from indicatietool.gui.widgets.bsn_editor import WRONG, BsnEditor
from indicatietool.gui.widgets.datum_editor import NOT_A_DAY, DatumEditor
from indicatietool.gui.widgets.editors import (
    GetalEditor,
    JaNeeEditor,
    KeuzeEditor,
    RegelEditor,
    labelled,
)
from indicatietool.gui.widgets.tekst_editor import CLEANED, FULL, TekstEditor
from tests.gui.casussen import open_casus

BSN = "111222333"
VANDAAG = date(2026, 11, 22)


@pytest.fixture
def shown(qapp, qtbot):
    """Show an editor under its label; returns what it told, in order."""
    windows = []

    def show(editor: QWidget, label: str = "Veld") -> list:
        told: list = []
        editor.edited.connect(told.append)
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        layout = QVBoxLayout(window)
        layout.addWidget(labelled(label, editor, "Uitleg."))
        layout.addWidget(QLineEdit())
        window.show()
        window.activateWindow()
        editor.setFocus()
        return told

    return show


def types(editor: QWidget, text: str) -> None:
    target = editor.focusProxy() or editor
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def leaves(editor: QWidget) -> None:
    """Press Enter, which ends the typing as leaving does."""
    QTest.keyClick(editor.focusProxy() or editor, Qt.Key.Key_Return)


def beside(editor: QWidget) -> str:
    """Return all that stands in or under the field in words."""
    from PySide6.QtWidgets import QLabel

    labels = editor.parentWidget().findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisibleTo(editor.parentWidget()))


# Days


@pytest.mark.parametrize("tekst", ["1-2-2027", "010227", "1 feb 27", "01022027"])
def test_day_is_understood_written_out_and_told_once(shown, tekst: str):
    editor = DatumEditor()
    told = shown(editor)

    types(editor, tekst)
    leaves(editor)

    assert told[-1] == date(2027, 2, 1)
    assert editor.line.text() == "01-02-2027"
    assert "maandag 1 feb 2027" in beside(editor)


def test_year_of_two_digits_waits_until_the_field_is_left(shown):
    editor = DatumEditor()
    told = shown(editor)

    types(editor, "1-2-20")
    assert told == []
    types(editor, "27")
    assert told == [date(2027, 2, 1)]


def test_day_that_does_not_exist_is_said_and_kept_on_screen(shown):
    editor = DatumEditor()
    told = shown(editor)

    types(editor, "31-2-2027")

    assert NOT_A_DAY in beside(editor)
    leaves(editor)
    editor.set_value(None)
    assert editor.line.text() == "31-2-2027"
    assert told == []


def test_short_way_counts_from_the_day_it_is_told(shown):
    editor = DatumEditor()
    editor.vandaag = lambda: VANDAAG
    editor.vanaf, editor.is_last_day = lambda: date(2027, 1, 1), True
    told = shown(editor)

    types(editor, "+6m")
    assert "woensdag 30 jun 2027" in beside(editor)
    leaves(editor)

    assert told == [date(2027, 6, 30)]
    assert editor.line.text() == "30-06-2027"


def test_day_from_the_dossier_is_shown_and_an_emptied_one_told(shown):
    editor = DatumEditor()
    told = shown(editor)
    editor.set_value(date(2027, 2, 1))
    assert editor.line.text() == "01-02-2027"

    editor.line.selectAll()
    QTest.keyClick(editor.line, Qt.Key.Key_Delete)

    assert told == [None]


def test_line_of_a_day_is_named_with_how_it_can_be_typed(shown):
    editor = DatumEditor()
    shown(editor, "Einddatum")

    assert editor.line.accessibleName() == "Einddatum"
    assert "+6m" in editor.line.accessibleDescription()


# BSN


def test_bsn_is_covered_until_it_is_asked_for(shown):
    editor = BsnEditor()
    told = shown(editor)

    types(editor, BSN)

    assert told[-1] == BSN
    assert editor.line.echoMode() == QLineEdit.EchoMode.Password
    editor.show_it.click()
    assert editor.line.echoMode() == QLineEdit.EchoMode.Normal
    editor.show_it.click()
    assert editor.line.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize("tekst", ["123456789", "000000000"])
def test_bsn_that_fails_the_elfproef_is_said_and_not_kept(shown, tekst: str):
    editor = BsnEditor()
    told = shown(editor)

    types(editor, tekst)

    assert WRONG in beside(editor)
    assert set(told) == {None}


def test_half_a_bsn_is_said_when_the_field_is_left(shown):
    editor = BsnEditor()
    shown(editor)

    types(editor, "1112")
    assert WRONG not in beside(editor)
    leaves(editor)

    assert WRONG in beside(editor)


@pytest.mark.parametrize("gevraagd", [False, True])
def test_bsn_is_only_asked_for_where_the_kluis_says_so(robot, gevraagd: bool):
    open_casus(robot, "o2", "Hulpvraag")
    robot.wizard.view.shows_bsn = gevraagd

    robot.wizard.go_to("melding")

    assert (robot.wizard.page.findChild(BsnEditor) is not None) is gevraagd


# Texts


def test_text_is_cut_at_what_a_field_holds_and_says_so(shown):
    editor = TekstEditor()
    told = shown(editor)
    editor.setPlainText("a" * (MAX_TEKST - 1))
    assert f"{MAX_TEKST - 1} van {MAX_TEKST} tekens" in beside(editor)

    types(editor, "bcd")

    assert len(editor.value()) == MAX_TEKST == len(told[-1])
    assert FULL in beside(editor)


def test_pasted_text_loses_what_is_no_text_and_says_so(shown):
    editor = TekstEditor()
    told = shown(editor)
    data = QMimeData()
    data.setText("een\x07 twee\r\ndrie\x00")

    editor.insertFromMimeData(data)

    assert editor.value() == told[-1] == "een twee\ndrie"
    assert CLEANED in beside(editor)


def test_too_much_pasted_text_fills_the_field_and_no_more(shown):
    editor = TekstEditor()
    shown(editor)
    editor.setPlainText("x" * 10)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    data = QMimeData()
    data.setText("y" * (2 * MAX_TEKST))

    editor.insertFromMimeData(data)

    assert len(editor.value()) == MAX_TEKST
    assert FULL in beside(editor)


def test_ordinary_text_has_no_remark_and_keeps_odd_letters(shown):
    editor = TekstEditor()
    told = shown(editor)

    types(editor, "Zoë één 😀\ttab")

    assert told[-1] == "Zoë één 😀\ttab" or told[-1].startswith("Zoë één 😀")
    assert "tekens" not in beside(editor)


def test_line_holds_two_hundred_characters_and_says_when_it_is_full(shown):
    editor = RegelEditor()
    told = shown(editor)

    types(editor, "a" * 205)

    assert len(told[-1]) == 200
    assert "Dit veld is vol" in beside(editor)


def test_number_is_a_whole_one_within_its_bounds(shown):
    editor = GetalEditor(100)
    told = shown(editor)

    types(editor, "45")
    assert told[-1] == 45
    types(editor, "x")
    assert told[-1] is None
    editor.set_value(None)
    assert editor.value() is None


def test_choice_keeps_a_value_that_is_no_longer_in_its_list(shown):
    editor = KeuzeEditor([("a", "Eerste")])
    shown(editor)

    editor.set_value("oud")

    assert editor.value() == "oud"
    editor.set_choices([("b", "Tweede")])
    assert editor.value() is None
    assert editor.choices() == [("b", "Tweede")]


def test_j_and_n_answer_a_question_at_once_and_the_focus_follows(shown):
    editor = JaNeeEditor()
    told = shown(editor)

    QTest.keyClick(editor.ja, Qt.Key.Key_N)
    assert editor.window().focusWidget() is editor.nee
    QTest.keyClick(editor.nee, Qt.Key.Key_J)

    assert told == [False, True]
    assert editor.value() is True
    assert editor.window().focusWidget() is editor.ja
