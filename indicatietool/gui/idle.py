"""Notices that nobody is at the laptop: no key and no mouse for some minutes.

Comes in: what reaches the windows of this program, and the clocks. Goes out: one signal.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_EVERY_MS = 5_000

_SIGNS_OF_LIFE = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    )
)


class IdleWatch(QObject):
    """Kijkt of er nog iemand is."""

    timed_out = Signal()

    def __init__(
        self, parent: QObject, clocks: tuple[Callable[[], float], ...] = (time.monotonic, time.time)
    ) -> None:
        """Watch nothing yet.

        Args:
            parent: owner.
            clocks: each tells seconds. One may stand still while the laptop sleeps, the other may be set; the
                one that says that most time went by is believed.
        """
        super().__init__(parent)
        self._clocks = clocks
        self._seen = [clock() for clock in clocks]
        self._minutes = 0
        self._watched: QWindow | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)

    def start(self, minutes: int) -> None:
        """Watch from now on; `timed_out` comes after so many minutes of silence."""
        self._minutes = minutes
        self.note()
        self._watch(QGuiApplication.focusWindow())
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._minutes = 0

    def note(self) -> None:
        """Take a sign of life."""
        self._seen = [clock() for clock in self._clocks]

    def look(self) -> None:
        """Tell when there was silence for too long."""
        if not self._minutes:
            return
        silence = max(clock() - seen for clock, seen in zip(self._clocks, self._seen, strict=True))
        if silence >= self._minutes * 60:
            self.stop()
            self.timed_out.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys and mouse of the window in front; a window gets far fewer events than a widget."""
        if event.type() in _SIGNS_OF_LIFE:
            self.note()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None
