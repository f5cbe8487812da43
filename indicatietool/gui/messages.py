"""Messages to the user: plain text, what happened and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def warn(parent: QWidget | None, text: str) -> None:
    """Show one message and wait until it is read."""
    _box(parent, QMessageBox.Icon.Warning, text).exec()


def tell(parent: QWidget, text: str) -> None:
    """Tell that something went well."""
    _box(parent, QMessageBox.Icon.Information, text).exec()


def ask(parent: QWidget, text: str) -> bool:
    """Ask a question and return whether the answer was yes; the safe answer stands first."""
    box = _box(parent, QMessageBox.Icon.Question, text)
    nee = box.addButton("Nee", QMessageBox.ButtonRole.RejectRole)
    ja = box.addButton("Ja", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(nee)
    box.exec()
    return box.clickedButton() is ja


def _box(parent: QWidget | None, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle("Indicatietool")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
