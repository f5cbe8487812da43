"""Between pages and Session: runs an act, tells everyone that something changed, saves soon after."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from indicatietool.errors import IndicatietoolError
from indicatietool.session.session import Session
from indicatietool.session.steps import Stap, steps

SAVE_AFTER_MS = 700
"""Rest after the last key before saving; the promise is two seconds."""


class ViewModel(QObject):
    """What the window knows of one consultation."""

    changed = Signal()
    step_asked = Signal(str, str)
    problem = Signal(str)
    saved = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Watch over a session."""
        super().__init__(parent)
        self.session = session
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)

    def steps(self) -> tuple[Stap, ...]:
        """Return the steps as they are now."""
        return steps(self.session.kader, self.session.dossier, self.session.indicatie)

    def act(self, action: Callable[..., None], *args: object, **kwargs: object) -> bool:
        """Do something to the dossier; a Dutch message follows where it can't be done.

        Returns:
            Whether it was done.
        """
        try:
            action(*args, **kwargs)
        except IndicatietoolError as error:
            self.problem.emit(str(error))
            return False
        self.problem.emit("")
        self._timer.start()
        self.changed.emit()
        return True

    def save(self) -> bool:
        """Save now; returns whether everything is on disk."""
        self._timer.stop()
        try:
            self.session.save()
        except IndicatietoolError as error:
            self.problem.emit(str(error))
            return False
        self.saved.emit(f"Opgeslagen om {datetime.now():%H.%M} uur")
        return True
