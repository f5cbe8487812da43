"""Editors for one typed value each: all have `set_value`, `value` and the signal `edited(value)`.

None means: not filled in. What can't be taken over is said beside the field. This is the face of them all;
text, days and a BSN have a file of their own.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from indicatietool.gui.comfort.announce import show_message
from indicatietool.gui.theme import ORANJE, colour, text_label
from indicatietool.gui.widgets.aided import put
from indicatietool.gui.widgets.bsn_editor import BsnEditor
from indicatietool.gui.widgets.datum_editor import DatumEditor
from indicatietool.gui.widgets.tekst_editor import CLEANED, TekstEditor, without_control_characters

__all__ = (
    "BsnEditor",
    "DatumEditor",
    "GetalEditor",
    "JaNeeEditor",
    "KeuzeEditor",
    "RegelEditor",
    "TekstEditor",
    "labelled",
)

MAX_GETAL = 44_640
MAX_REGEL = 200
LEAST_LETTERS = 20
"""Width of a list, in letters, that it shrinks to."""


class RegelEditor(QLineEdit):
    """One line of text."""

    edited = Signal(object)
    remark = Signal(str)

    def __init__(self) -> None:
        """Show an empty line."""
        super().__init__()
        self.setMaxLength(2 * MAX_REGEL)  # Qt counts halves of a character such as an emoji
        self.textChanged.connect(self._on_typed)

    def set_value(self, value: object) -> None:
        """Show a text."""
        if self.text() != (value or ""):
            put(self, str(value or ""))
            self.setCursorPosition(0)

    def value(self) -> str:
        """Return the text."""
        return self.text()

    def _on_typed(self, text: str) -> None:
        whole = without_control_characters(text)
        clean = whole[:MAX_REGEL]
        if clean != text:
            put(self, clean)
        is_full = len(whole) >= MAX_REGEL
        full = f"Dit veld is vol: er passen {MAX_REGEL} tekens in."
        self.remark.emit(full if is_full else CLEANED if whole != text else "")
        self.edited.emit(clean)


class GetalEditor(QLineEdit):
    """A whole number, or nothing."""

    edited = Signal(object)
    remark = Signal(str)

    def __init__(self, hoogste: int = MAX_GETAL) -> None:
        """Take numbers from 0 to the highest."""
        super().__init__()
        self._hoogste = hoogste
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0" * 7) + 24)
        self.textChanged.connect(self._on_typed)

    def set_value(self, value: object) -> None:
        """Show a number, or nothing."""
        is_being_typed = value is None and self.text() and self.hasFocus()
        if value != self.value() and not is_being_typed:
            put(self, "" if value is None else str(value))

    def value(self) -> int | None:
        """Return the number, or None when there is none that fits."""
        text = self.text().strip()
        is_number = text.isascii() and text.isdecimal() and len(text) < 10
        return int(text) if is_number and int(text) <= self._hoogste else None

    def _on_typed(self, text: str) -> None:
        value = self.value()
        is_wrong = bool(text.strip()) and value is None
        self.remark.emit(f"Typ een heel getal van 0 tot en met {self._hoogste}." if is_wrong else "")
        self.edited.emit(value)


class JaNeeEditor(QWidget):
    """Ja or nee, and at first neither; J and N answer at once."""

    edited = Signal(object)

    def __init__(self) -> None:
        """Show both, none chosen."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._is_shown = False
        self.ja, self.nee = QRadioButton("ja"), QRadioButton("nee")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button, value in ((self.ja, True), (self.nee, False)):
            self._group.addButton(button)
            layout.addWidget(button)
            button.installEventFilter(self)
            button.toggled.connect(lambda checked, value=value: self._tell(value, checked))
        layout.addStretch(1)
        self._stop_at(self.ja)

    def setAccessibleName(self, name: str) -> None:
        """Name both buttons after the question."""
        super().setAccessibleName(name)
        self.ja.setAccessibleName(f"{name}: ja")
        self.nee.setAccessibleName(f"{name}: nee")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer with the first letter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            button = {"j": self.ja, "n": self.nee}.get(event.text().lower())
            if button is not None and self.isEnabled():
                button.setFocus()
                button.click()
                return True
        return super().eventFilter(watched, event)

    def set_value(self, value: object) -> None:
        """Show ja, nee or neither."""
        self._is_shown = True
        self._group.setExclusive(False)
        self.ja.setChecked(value is True)
        self.nee.setChecked(value is False)
        self._group.setExclusive(True)
        self._is_shown = False
        self._stop_at(self.nee if value is False else self.ja)

    def _tell(self, value: bool, checked: bool) -> None:
        """Tell of an answer, however it was given: a screen reader ticks without a click."""
        if checked and not self._is_shown:
            self.edited.emit(value)

    def _stop_at(self, one: QRadioButton) -> None:
        """Let Tab stop at the answer; the arrows go to the other."""
        for button in (self.ja, self.nee):
            policy = Qt.FocusPolicy.StrongFocus if button is one else Qt.FocusPolicy.ClickFocus
            if button.focusPolicy() != policy:
                button.setFocusPolicy(policy)
        if self.focusProxy() is not one:
            self.setFocusProxy(one)

    def value(self) -> bool | None:
        """Return the answer, or None."""
        return True if self.ja.isChecked() else False if self.nee.isChecked() else None


class KeuzeEditor(QComboBox):
    """One of a list, with a first row that says that nothing was chosen yet.

    The values are kept here and not as item data: Qt turns a StrEnum into a plain string.
    """

    edited = Signal(object)

    def __init__(self, keuzes: Sequence[tuple[object, str]], leeg: str = "— kies —") -> None:
        """Show the choices, each a value and a text."""
        super().__init__()
        self._values: list[object] = []
        self._leeg = leeg
        self.set_choices(keuzes)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)
        self.activated.connect(lambda: self.edited.emit(self.value()))

    def choices(self) -> list[tuple[object, str]]:
        """Return the choices, each a value and a text; the row that says that nothing was chosen is none."""
        return [(value, self.itemText(row)) for row, value in enumerate(self._values) if value is not None]

    def clear_choices_to(self, keuzes: Sequence[tuple[object, str]]) -> None:
        """Show these choices only, the first of them chosen: there is a sensible one to begin with."""
        self.clear()
        self._values.clear()
        for value, text in keuzes:
            self.add_choice(value, text)

    def set_choices(self, keuzes: Sequence[tuple[object, str]]) -> None:
        """Show other choices; nothing is chosen then."""
        self.clear()
        self._values.clear()
        self.add_choice(None, self._leeg)
        for value, text in keuzes:
            self.add_choice(value, text)

    def add_choice(self, value: object, text: str) -> None:
        """Add a choice at the end."""
        self._values.append(value)
        self.addItem(text)

    def set_value(self, value: object) -> None:
        """Show a choice; a value that is not in the list is added as it is."""
        if value not in self._values:
            self.add_choice(value, str(value))
        self.setCurrentIndex(self._values.index(value))

    def value(self) -> object:
        """Return the choice, or None."""
        return self._values[self.currentIndex()]

    def minimumSizeHint(self) -> QSize:
        """Be content with little width where letters are large; the list itself shows whole texts."""
        least = self.fontMetrics().averageCharWidth() * LEAST_LETTERS
        size = super().minimumSizeHint()
        return QSize(min(size.width(), least), size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scrolling the page must not change an answer in passing."""
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def labelled(label: str, editor: QWidget, uitleg: str = "") -> QWidget:
    """Return an editor under its label, with help beneath the label and named for a screen reader."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 2, 0, 6)
    layout.setSpacing(3)
    kop = text_label(label)
    kop.setBuddy(editor)
    layout.addWidget(kop)
    if uitleg:
        layout.addWidget(text_label(uitleg, soft=True))
    layout.addWidget(editor)
    if hasattr(editor, "remark"):
        layout.addWidget(_remark_of(editor))
    editor.setAccessibleName(label)
    editor.setAccessibleDescription(uitleg)
    return box


def _remark_of(editor: QWidget) -> QLabel:
    """Return the line under an editor that tells what happened to its text; hidden when there is nothing."""
    line = text_label()
    colour(line, ORANJE)
    line.hide()
    editor.remark.connect(lambda text: show_message(line, text))
    return line
