"""Ctrl+Z in a text field: first the field itself, and where it has nothing left, the dossier.

Comes in: the keys of whatever has the focus. Goes out: nothing; a key that the field can't use reaches the
menu.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class FieldFirst(QObject):
    """Laat Ctrl+Z door naar het menu waar het veld zelf niets terug te halen heeft."""

    def __init__(self, parent: QObject) -> None:
        """Follow the focus of the whole program; only one widget at a time is listened to."""
        super().__init__(parent)
        QApplication.instance().focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a key alone that the field would swallow without effect."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = can_undo(watched)
            useless = (event.matches(QKeySequence.StandardKey.Undo) and not undo) or (
                event.matches(QKeySequence.StandardKey.Redo) and not redo
            )
            if useless:
                event.ignore()
                return True
        return False

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit):
            new.installEventFilter(self)


def can_undo(widget: QObject) -> tuple[bool, bool]:
    """Tell whether a field has something of its own to undo, and to redo."""
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable(), widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.document().isUndoAvailable(), widget.document().isRedoAvailable()
    return False, False
