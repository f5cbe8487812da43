"""Work that takes longer than a blink, done beside the window so that it never freezes.

Comes in: a function. Goes out: its result or its error, delivered on the thread of the window.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from indicatietool.errors import IndicatietoolError, OpslagError
from indicatietool.session.antwoord_fout import as_failure

_T = TypeVar("_T")


class Aside(QObject, Generic[_T]):
    """Eén klus die naast het venster wordt gedaan."""

    _ended = Signal()

    def __init__(
        self,
        parent: QObject,
        work: Callable[[], _T],
        then: Callable[[_T], None],
        failed: Callable[[IndicatietoolError], None],
    ) -> None:
        """Start at once.

        Args:
            parent: who waits for it; the answer is dropped when that is gone.
            work: done on a thread of its own; may not touch widgets.
            then: gets what it returned.
            failed: gets an error raised on purpose, and what the disk refused; any other is raised here, for
                the last resort.
        """
        super().__init__(parent)
        self._work, self._then, self._failed = work, then, failed
        self._result: _T | None = None
        self._error: Exception | None = None
        self._delivered = False
        self._ended.connect(self._deliver)
        self._thread = Thread(target=self._run, name="terzijde", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Tell whether the answer is still to come."""
        return not self._delivered

    def wait(self, milliseconds: int) -> bool:
        """Wait a moment and deliver at once when it is done; tells whether it was."""
        self._thread.join(milliseconds / 1000)
        if self._thread.is_alive():
            return False
        self._deliver()
        return True

    def _run(self) -> None:
        try:
            self._result = self._work()
        except Exception as error:
            self._error = error
        with suppress(RuntimeError):  # the window is gone, and so is who asked
            self._ended.emit()

    def _deliver(self) -> None:
        if self._delivered:
            return
        self._delivered = True
        self.deleteLater()
        match self._error:
            case None:
                self._then(self._result)
            case IndicatietoolError() as error:
                self._failed(error)
            case OSError() as error:
                self._failed(OpslagError(as_failure(error).tekst))
            case error:
                raise error
