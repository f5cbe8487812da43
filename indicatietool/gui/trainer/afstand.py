"""What the keys of a presentation remote mean, and a black screen when the talk is what counts.

Comes in: key presses. Goes out: what was asked. Answers nothing and changes no dossier.
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPalette, QShortcut
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from indicatietool.gui.window import MainWindow


class Wens(Enum):
    """Wat iemand met een afstandsbediening vraagt."""

    VERDER = auto()
    TERUG = auto()
    GROOT = auto()
    ZWART = auto()


REMOTE: Mapping[int, Wens] = {
    Qt.Key.Key_PageDown: Wens.VERDER,
    Qt.Key.Key_Right: Wens.VERDER,
    Qt.Key.Key_Down: Wens.VERDER,
    Qt.Key.Key_Space: Wens.VERDER,
    Qt.Key.Key_PageUp: Wens.TERUG,
    Qt.Key.Key_Left: Wens.TERUG,
    Qt.Key.Key_Up: Wens.TERUG,
    Qt.Key.Key_Backspace: Wens.TERUG,
    Qt.Key.Key_F5: Wens.GROOT,
    Qt.Key.Key_Period: Wens.ZWART,
    Qt.Key.Key_B: Wens.ZWART,
}
"""The keys that remotes send, and those that speakers are used to."""


def asked_by(event: QKeyEvent) -> Wens | None:
    """Return what a key asks for; None for a key of something else. Some remotes send Shift+F5."""
    shift_or_none = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if shift_or_none not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        return None
    return REMOTE.get(event.key())


def toggle_full_screen(window: QWidget) -> None:
    """Fill the screen, or go back to a window."""
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


class ZwartScherm(QWidget):
    """Een zwart vlak over een venster; elke toets of klik haalt het weg."""

    def __init__(self, window: QWidget) -> None:
        """Cover a window."""
        super().__init__(window)
        self.setObjectName("zwart")
        self.setAccessibleName("Het scherm is zwart. Druk op een toets om verder te gaan.")
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.black)
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._came_from = window.focusWidget()
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Take every key, also one that elsewhere is a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away; the key does nothing else."""
        event.accept()
        self._go()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go away."""
        event.accept()
        self._go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering a window that gets another size."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.parentWidget().rect())
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus()
        self.deleteLater()


class BeamerToetsen(QObject):
    """De toetsen van een afstandsbediening tussen de pagina's, alleen als de beamermodus aanstaat.

    After such a key the focus is on the list of steps: what the remote sends next can't be an answer.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Listen in this window."""
        super().__init__(window)
        self._window = window
        self._shortcuts = tuple(
            self._on(key, act)
            for key, act in (
                (Qt.Key.Key_PageDown, lambda: self._move(1)),
                (Qt.Key.Key_PageUp, lambda: self._move(-1)),
                (Qt.Key.Key_F5, lambda: toggle_full_screen(window)),
                (Qt.Key.Key_Period, lambda: ZwartScherm(window)),
            )
        )
        window.appearance.changed.connect(self.refresh)
        window.session_opened.connect(self._stand_aside)
        self.refresh()

    def refresh(self) -> None:
        """Listen only while the beamer is on: elsewhere these keys are those of the fields."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(self._window.appearance.hides_names)

    def _on(self, key: Qt.Key, act: object) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.activated.connect(act)
        return shortcut

    def _stand_aside(self) -> None:
        """Keep the focus off the answers of a dossier that is shown to a room; on a copy it may be there."""
        if not self._window.appearance.hides_names or self._window.wizard.is_trial:
            return
        steps = self._window.wizard.step_list
        steps.setFocus()
        for key, by in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
            shortcut = QShortcut(QKeySequence(key), steps, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))

    def _move(self, by: int) -> None:
        wizard = self._window.wizard
        if wizard is None:
            return
        wizard.step_list.setFocus()
        if by > 0:
            wizard.go_forward()
        else:
            wizard.go_back()
        wizard.step_list.setFocus()
