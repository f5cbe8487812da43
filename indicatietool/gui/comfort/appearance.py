"""How the window looks: colours, size of letters, beamer, size and place; remembered without personal data.

Comes in: the file of preferences. Goes out: the application dressed, and a signal to make widgets anew.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from indicatietool.errors import IndicatietoolError
from indicatietool.gui import theme
from indicatietool.gui.kleuren import DARK, LIGHT
from indicatietool.session.voorkeuren import LETTERS, Voorkeuren, read, write

BEAMER_LETTERS = 150
"""Percents that a room can read; letters that were larger stay so."""


class Appearance(QObject):
    """De weergave van het venster."""

    changed = Signal()

    def __init__(self, window: QWidget, pad: Path) -> None:
        """Read the preferences; `problem` says so when the file was damaged."""
        super().__init__(window)
        self._window, self._pad = window, pad
        self.problem = ""
        self._now: tuple[str, int, bool] | None = None
        try:
            self.voorkeuren = read(pad)
        except IndicatietoolError as error:
            self.voorkeuren, self.problem = Voorkeuren(), str(error)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self._dress())
        self._place()
        self._dress()

    @property
    def hides_names(self) -> bool:
        """Tell whether a room is looking along."""
        return self.voorkeuren.beamer

    @property
    def letters(self) -> int:
        """Return the size of the letters in percents, as it is shown now."""
        gewenst = self.voorkeuren.letters
        return max(gewenst, BEAMER_LETTERS) if self.voorkeuren.beamer else gewenst

    def choose(self, **keuzes: Any) -> None:
        """Change one or more preferences, show them and remember them."""
        self.voorkeuren = replace(self.voorkeuren, **keuzes)
        self._dress()
        self._keep()

    def step_letters(self, by: int) -> None:
        """Make the letters a step larger or smaller."""
        place = LETTERS.index(self.voorkeuren.letters) + by
        self.choose(letters=LETTERS[max(0, min(len(LETTERS) - 1, place))])

    def remember_window(self) -> None:
        """Remember size and place of the window."""
        window = self._window
        box = window.normalGeometry() if window.isMaximized() else window.geometry()
        self.voorkeuren = replace(
            self.voorkeuren,
            venster=(box.x(), box.y(), box.width(), box.height()),
            gemaximaliseerd=window.isMaximized(),
        )
        self._keep()

    def _place(self) -> None:
        """Put the window where it was, when that is still on a screen."""
        if self.voorkeuren.venster:
            box = QRect(*self.voorkeuren.venster)
            screens = QGuiApplication.screens()
            if any(screen.availableGeometry().contains(box.center()) for screen in screens):
                self._window.setGeometry(box)
        if self.voorkeuren.gemaximaliseerd:
            self._window.showMaximized()

    def _dress(self) -> None:
        app = QApplication.instance()
        kleuren = self.voorkeuren.kleuren
        if kleuren == "systeem":
            is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            kleuren = DARK if is_dark else LIGHT
        before, self._now = self._now, (kleuren, self.letters, self.hides_names)
        if (kleuren, self.letters) != (theme.kleuren_in_use(), round(theme.scale() * 100)):
            theme.dress(app, kleuren, self.letters)
        if before not in (None, self._now):
            QTimer.singleShot(0, self.changed.emit)

    def _keep(self) -> None:
        try:
            write(self._pad, self.voorkeuren)
        except IndicatietoolError as error:
            self.problem = str(error)
