"""Forgets what this program put on the clipboard, when the kluis closes: health data may not stay there."""

import hashlib

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication


class ClipboardGuard(QObject):
    """Onthoudt of wat op het klembord staat van dit programma komt."""

    def __init__(self, parent: QObject) -> None:
        """Follow the clipboard."""
        super().__init__(parent)
        self._own = ""
        QGuiApplication.clipboard().dataChanged.connect(self._on_changed)

    def clear_own(self) -> None:
        """Empty the clipboard, unless another program put something there since."""
        if self._own and self._own == _fingerprint():
            self._own = ""
            QGuiApplication.clipboard().clear()

    def _on_changed(self) -> None:
        """Remember, as a hash, what came there while this program was in front."""
        in_front = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        owns = QGuiApplication.clipboard().ownsClipboard()
        self._own = _fingerprint() if owns or in_front else ""


def _fingerprint() -> str:
    text = QGuiApplication.clipboard().text()
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() if text else ""
