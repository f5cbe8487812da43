"""The start screen: a frame that is painted at once, filled by DossierList right after.

What is imported here is paid for before the first paint; benchmarks/start.py measures it.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from indicatietool.gui.theme import BLAUW, colour, enlarge


class StartPage(QWidget):
    """Waar een onderzoek begint of verder gaat."""

    painted = Signal()

    def __init__(self) -> None:
        """Show the frame; nothing is known yet."""
        super().__init__()
        self._is_painted = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(40, 28, 40, 28)
        self._layout.setSpacing(10)
        title = QLabel("Indicatietool")
        enlarge(title, 2.2, bold=True)
        colour(title, BLAUW)
        self._layout.addWidget(title)
        purpose = QLabel(
            "Hulpmiddel bij het indiceren van individuele begeleiding (Wmo). "
            "De tool doet een voorstel in minuten per maand. U besluit."
        )
        purpose.setWordWrap(True)
        self._layout.addWidget(purpose)
        self._wait = QLabel("De dossiers worden gelezen…")
        self._layout.addWidget(self._wait, 1)

    def fill(self, content: QWidget) -> None:
        """Put the real content in the place of the waiting line."""
        self._layout.replaceWidget(self._wait, content)
        content.show()
        self._wait.hide()
        self._layout.setStretchFactor(content, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the screen stands, so that the slow work can begin."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)
