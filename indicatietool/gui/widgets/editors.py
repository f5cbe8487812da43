"""Editors for one typed value each: all have `set_value`, `value` and the signal `edited(value)`.

None means: not filled in. A date that does not exist is kept on screen and said beside the field.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from indicatietool.gui.theme import ROOD, colour, text_label

MAX_GETAL = 44_640


class TekstEditor(QPlainTextEdit):
    """Free text; Tab goes to the next field, the box grows with the text."""

    edited = Signal(object)

    def __init__(self, lines: int = 3) -> None:
        """Show room for this many lines."""
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._grow)
        self.textChanged.connect(lambda: self.edited.emit(self.toPlainText()))
        self._grow()

    def set_value(self, value: object) -> None:
        """Show a text; the cursor stays when nothing differs."""
        if self.toPlainText() != (value or ""):
            self.blockSignals(True)
            self.setPlainText(str(value or ""))
            self.blockSignals(False)
            self._grow()

    def value(self) -> str:
        """Return the text."""
        return self.toPlainText()

    def resizeEvent(self, event: object) -> None:
        """Follow a new width: the text may need more lines."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._grow()

    def _grow(self) -> None:
        lines = max(self._lines, min(14, int(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 12)


class RegelEditor(QLineEdit):
    """One line of text."""

    edited = Signal(object)

    def __init__(self) -> None:
        """Show an empty line."""
        super().__init__()
        self.setMaxLength(200)
        self.textEdited.connect(self.edited.emit)

    def set_value(self, value: object) -> None:
        """Show a text."""
        if self.text() != (value or ""):
            self.setText(str(value or ""))

    def value(self) -> str:
        """Return the text."""
        return self.text()


class GetalEditor(QLineEdit):
    """A whole number, or nothing."""

    edited = Signal(object)

    def __init__(self, hoogste: int = MAX_GETAL) -> None:
        """Take numbers from 0 to the highest."""
        super().__init__()
        self.setValidator(QIntValidator(0, hoogste, self))
        self.setMaximumWidth(110)
        self.textEdited.connect(lambda: self.edited.emit(self.value()))

    def set_value(self, value: object) -> None:
        """Show a number, or nothing."""
        if value != self.value():
            self.setText("" if value is None else str(value))

    def value(self) -> int | None:
        """Return the number, or None when nothing was typed."""
        text = self.text().strip()
        return int(text) if text.isdecimal() else None


class DatumEditor(QWidget):
    """A date as the Dutch write it: 31-1-2027."""

    edited = Signal(object)

    def __init__(self) -> None:
        """Show an empty date."""
        super().__init__()
        self.line = QLineEdit()
        self.line.setPlaceholderText("dd-mm-jjjj")
        self.line.setMaximumWidth(130)
        self._mistake = text_label()
        colour(self._mistake, ROOD)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self._mistake, 1)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_typed)

    def set_value(self, value: object) -> None:
        """Show a date, or nothing; a half-typed date is left alone."""
        if value != self.value() and not (value is None and self._mistake.text()):
            self.line.setText(
                f"{value.day:02}-{value.month:02}-{value.year}" if isinstance(value, date) else ""
            )

    def value(self) -> date | None:
        """Return the date, or None when there is none that exists."""
        return read_date(self.line.text())

    def _on_typed(self, text: str) -> None:
        ready = not text or self.value() is not None
        done = len(text) >= 10 and not ready
        self._mistake.setText("Deze datum bestaat niet. Schrijf bijvoorbeeld 31-01-2027." if done else "")
        self.edited.emit(self.value())


class JaNeeEditor(QWidget):
    """Ja or nee, and at first neither."""

    edited = Signal(object)

    def __init__(self) -> None:
        """Show both, none chosen."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.ja, self.nee = QRadioButton("ja"), QRadioButton("nee")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button, value in ((self.ja, True), (self.nee, False)):
            self._group.addButton(button)
            layout.addWidget(button)
            button.clicked.connect(lambda _checked, value=value: self.edited.emit(value))
        layout.addStretch(1)
        self.setFocusProxy(self.ja)

    def setAccessibleName(self, name: str) -> None:
        """Name both buttons after the question."""
        super().setAccessibleName(name)
        self.ja.setAccessibleName(f"{name}: ja")
        self.nee.setAccessibleName(f"{name}: nee")

    def set_value(self, value: object) -> None:
        """Show ja, nee or neither."""
        self._group.setExclusive(False)
        self.ja.setChecked(value is True)
        self.nee.setChecked(value is False)
        self._group.setExclusive(True)

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
        self.add_choice(None, leeg)
        for value, text in keuzes:
            self.add_choice(value, text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)
        self.activated.connect(lambda: self.edited.emit(self.value()))

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scrolling the page must not change an answer in passing."""
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def read_date(text: str) -> date | None:
    """Return the date in a text such as "31-1-2027", or None when it does not exist."""
    parts = text.strip().replace("/", "-").split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or len(parts[2]) != 4:
        return None
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return None


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
    editor.setAccessibleName(label)
    editor.setAccessibleDescription(uitleg)
    return box
