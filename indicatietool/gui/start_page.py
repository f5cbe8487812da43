"""The start screen: a frame that is painted at once, filled by DossierList right after.

What is imported here is paid for before the first paint; benchmarks/start.py measures it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from indicatietool.gui.theme import BLAUW, colour, enlarge, scale

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

LARGE = 1.4
"""From this size of the letters on, what is only kind makes room for what is needed."""


class StartPage(QWidget):
    """Waar een onderzoek begint of verder gaat."""

    painted = Signal()

    def __init__(self) -> None:
        """Show the frame; nothing is known yet."""
        super().__init__()
        self._is_painted = False
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(10)
        self._title = QLabel("Indicatietool")
        self._purpose = QLabel(
            "Hulpmiddel bij het indiceren van individuele begeleiding (Wmo). "
            "De tool doet een voorstel in minuten per maand. U besluit."
        )
        self._purpose.setWordWrap(True)
        self._content: QWidget = QLabel("De dossiers worden gelezen…")
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._purpose)
        self._layout.addWidget(self._content, 1)
        self.dress()

    def dress(self) -> None:
        """Wear the colours and letters of now; large letters leave less room for a heading."""
        is_large = scale() > LARGE
        enlarge(self._title, 1.1 if is_large else 2.2, bold=True)
        colour(self._title, BLAUW)
        self._purpose.setVisible(not is_large)
        side = 14 if is_large else 40
        self._layout.setContentsMargins(side, side * 7 // 10, side, side * 7 // 10)

    def fill(self, content: QWidget) -> None:
        """Put content in the place of the waiting line, or of the content of before."""
        self._layout.replaceWidget(self._content, content)
        content.show()
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        self._layout.setStretchFactor(content, 1)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tell once that the screen stands, so that the slow work can begin."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)
