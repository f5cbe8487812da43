"""Free text: grows with what is in it, holds 20,000 characters, and leaves out what is no text."""

import unicodedata
from math import ceil

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPlainTextEdit

from indicatietool.domain.base import MAX_TEKST

FULL = f"Dit veld is vol: er passen {MAX_TEKST} tekens in. De rest is niet overgenomen."
CLEANED = "Een teken dat geen tekst is, is weggelaten."
_NEARLY_FULL = MAX_TEKST * 9 // 10
_MOST_LINES = 14


class TekstEditor(QPlainTextEdit):
    """Free text; Tab goes to the next field.

    `remark` tells beside the field what happened to the text; empty when there is nothing to say.
    """

    edited = Signal(object)
    remark = Signal(str)

    def __init__(self, lines: int = 3) -> None:
        """Show room for this many lines."""
        super().__init__()
        self._lines = lines
        self._said = ""
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)
        self._grow()

    def set_value(self, value: object) -> None:
        """Show a text; the cursor stays when nothing differs."""
        if self.value() != (value or ""):
            self.blockSignals(True)
            self.setPlainText(str(value or ""))
            self.blockSignals(False)
            self._grow()

    def value(self) -> str:
        """Return the text exactly; `toPlainText` would make a plain space of a fixed one."""
        return self.document().toRawText().replace("\u2029", "\n")

    def insert(self, text: str) -> None:
        """Put a text at the cursor, in place of what is selected; as one step to undo."""
        self.textCursor().insertText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text, without what is no text and no further than the field is long."""
        text = source.text()
        clean = without_control_characters(text)
        room = MAX_TEKST - len(self.value()) + len(self.textCursor().selectedText())
        self.insert(clean[: max(0, room)])
        self._say(FULL if len(clean) > room else CLEANED if clean != text.replace("\r\n", "\n") else "")

    def resizeEvent(self, event: object) -> None:
        """Follow a new width: the text may need more lines."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._grow()

    def _on_changed(self) -> None:
        text = self.value()
        if len(text) > MAX_TEKST or without_control_characters(text) != text:
            self._cut(text)
            return
        self._grow()
        nearly = f"{len(text)} van {MAX_TEKST} tekens" if len(text) > _NEARLY_FULL else ""
        self._say(FULL if self._said == FULL and len(text) == MAX_TEKST else nearly)
        self.edited.emit(text)

    def _cut(self, text: str) -> None:
        """Take back what does not fit; the cursor stays where it was."""
        clean = without_control_characters(text)
        place = min(self.textCursor().position(), MAX_TEKST)
        self.blockSignals(True)
        self.setPlainText(clean[:MAX_TEKST])
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.value())))
        self.setTextCursor(cursor)
        self._grow()
        self._say(FULL if len(clean) > MAX_TEKST else CLEANED)
        self.edited.emit(self.value())

    def _say(self, text: str) -> None:
        if text != self._said:
            self._said = text
            self.remark.emit(text)

    def _grow(self) -> None:
        lines = max(self._lines, min(_MOST_LINES, int(self.document().size().height())))
        around = 2 * (self.document().documentMargin() + self.frameWidth()) + 4
        high = ceil(lines * QFontMetricsF(self.font()).lineSpacing() + around)
        if high != self.height():
            self.setFixedHeight(high)
            self.setViewportMargins(0, 0, 0, 0)  # Qt leaves the text over the edge in a resize


def without_control_characters(text: str) -> str:
    """Return a text without characters that are no text; lines and tabs stay.

    U+FDD0 and U+FDD1 are no characters at all: Qt would take them for the borders of a frame.
    """
    return "".join(letter for letter in text if letter in "\n\t" or not _is_no_text(letter))


def _is_no_text(letter: str) -> bool:
    return letter in "\ufdd0\ufdd1" or unicodedata.category(letter) in {"Cc", "Cs"}
