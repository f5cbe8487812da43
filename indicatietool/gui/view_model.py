"""Between pages and Session: runs an act, tells everyone that something changed, saves soon after.

Saving happens beside the window. What the screen calls saved is on disk; what is not, stays said and is tried
again until it is.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from indicatietool.errors import IndicatietoolError
from indicatietool.session.steps import Stap, steps

if TYPE_CHECKING:
    from indicatietool.session.session import Session
    from indicatietool.session.wat import Verandering

SAVE_AFTER_MS = 700
"""Rest after the last key before saving; the promise is two seconds."""

SAVE_AT_LATEST_MS = 1_500
"""Longest time that typing without rest goes unsaved."""

RETRY_AFTER_MS = 5_000
"""Rest before what could not be saved is tried again."""


class ViewModel(QObject):
    """What the window knows of one consultation.

    `changed`: the dossier may differ; refresh. `step_asked`: go to a step and a field. `problem`: an act that
    could not be done, or an empty text when the last one could. `saved`: everything is on disk, in words.
    `not_saved`: why saving fails, until `saved` follows.
    """

    changed = Signal()
    step_asked = Signal(str, str)
    problem = Signal(str)
    saved = Signal(str)
    not_saved = Signal(str)
    _written = Signal(object)

    def __init__(
        self,
        session: "Session",
        parent: QObject | None = None,
        *,
        shows_bsn: bool = False,
        hides_names: bool = False,
    ) -> None:
        """Watch over a session.

        Args:
            session: the consultation.
            parent: owner of this object.
            shows_bsn: the kluis asks for a BSN.
            hides_names: a room is looking along; nothing shows who the client is.
        """
        super().__init__(parent)
        self.session = session
        self.shows_bsn = shows_bsn
        self.hides_names = hides_names
        self.failure = ""
        self._soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._latest = QTimer(self, singleShot=True, interval=SAVE_AT_LATEST_MS)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_AFTER_MS)
        for timer in (self._soon, self._latest, self._retry):
            timer.timeout.connect(self.save_aside)
        self._written.connect(self.note_written)

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
            if self.session.is_definitief:
                self.changed.emit()  # what was typed may not stay on the screen as if it held
            return False
        self.problem.emit("")
        self.save_soon()
        self.changed.emit()
        return True

    def undo(self) -> bool:
        """Take the last step back and show where it was; tells whether there was one."""
        return self._travel(self.session.undo)

    def redo(self) -> bool:
        """Do again what was taken back and show where it was; tells whether there was anything."""
        return self._travel(self.session.redo)

    def save(self) -> bool:
        """Save now and wait for it; returns whether everything is on disk."""
        self.rest()
        try:
            self.session.save()
        except IndicatietoolError as error:
            self.note_written(error)
            return False
        self.note_written(None)
        return True

    def rest(self) -> None:
        """Start no saving of its own any more."""
        for timer in (self._soon, self._latest, self._retry):
            timer.stop()

    def close(self) -> None:
        """Save nothing any more; what was not saved is gone."""
        self.rest()
        self.session.bewaring.work.close()
        self.deleteLater()

    def _travel(self, go: "Callable[[], Verandering | None]") -> bool:
        gone: list[Verandering] = []

        def go_and_tell() -> None:
            verandering = go()
            if verandering is not None:
                gone.append(verandering)

        if not self.act(go_and_tell) or not gone:
            return False
        if gone[0].stap:
            self.step_asked.emit(gone[0].stap, "")
        return True

    def save_soon(self) -> None:
        """Save after a short rest."""
        self._soon.start()
        if not self._latest.isActive():
            self._latest.start()

    def save_aside(self) -> bool:
        """Save beside the window; tells whether there was anything to save."""
        self.rest()
        return self.session.save_in_background(self._from_worker)

    def _from_worker(self, error: Exception | None) -> None:
        with suppress(RuntimeError):  # the window is gone; the worker did its work all the same
            self._written.emit(error)

    def note_written(self, error: Exception | None) -> None:
        """Take in how a save ended: None, or why it failed.

        Raises:
            Exception: a failure that nobody foresaw, for the last resort.
        """
        if error is None:
            self.failure = ""
            self._retry.stop()
            if self.session.bewaring.is_in_kluis:
                self.saved.emit(f"Opgeslagen om {datetime.now():%H.%M} uur")
            return
        if not isinstance(error, IndicatietoolError):
            raise error
        self.failure = str(error)
        self._retry.start()
        self.not_saved.emit(self.failure)
