"""Text to read: headings, sentences and their source. It scrolls with the arrow keys and can be copied."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from indicatietool.gui.theme import BLAUW, GRIJS, ZWART, ink


class Alinea(NamedTuple):
    """Eén alinea: wat voor een, de tekst, en zacht erachter waar het staat."""

    soort: Literal["kop", "zin", "punt"]
    tekst: str
    bron: str = ""


class LeesVenster(QTextEdit):
    """Toont alinea's letterlijk; what a text contains is never taken for markup."""

    def __init__(self, name: str, accessible: str) -> None:
        """Show nothing yet.

        Args:
            name: of the object.
            accessible: what a screen reader calls the text.
        """
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self._shown: tuple[Alinea, ...] | None = None

    def show_paragraphs(self, alineas: Sequence[Alinea]) -> None:
        """Show these; the same costs nothing."""
        if tuple(alineas) == self._shown:
            return
        self._shown = tuple(alineas)
        self.clear()
        cursor = QTextCursor(self.document())
        for number, alinea in enumerate(alineas):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_block(alinea, is_first=not number))
            cursor.insertText(alinea.tekst, _letters(alinea))
            if alinea.bron:
                cursor.insertText(f"  ({alinea.bron})", _soft())
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _block(alinea: Alinea, *, is_first: bool) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setTopMargin(0 if is_first else 8 if alinea.soort == "kop" else 3)
    if alinea.soort == "punt":
        block.setLeftMargin(14)
        block.setTextIndent(-10)
    return block


def _letters(alinea: Alinea) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setForeground(ink(BLAUW if alinea.soort == "kop" else ZWART))
    if alinea.soort == "kop":
        letters.setFontWeight(700)
    return letters


def _soft() -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setForeground(ink(GRIJS))
    return letters
