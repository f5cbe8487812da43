"""Writes one dossier to the kluis, in order, on a worker thread: a slow disk never freezes the window.

Comes in: dossiers as they were after each step. Goes out: the promise that each is on disk, or the reason
why not; what was not written yet is kept and tried again.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kaart import Dossierkaart
from indicatietool.domain.kluis import GebeurtenisSoort
from indicatietool.store.kluis import Kluis


@dataclass(frozen=True, slots=True)
class Bewaarstap:
    """Eén stand van een dossier die bewaard moet worden, met wat er is gedaan."""

    dossier: Dossier
    kaart: Dossierkaart
    soort: GebeurtenisSoort
    wat: str = ""
    waarom: str = ""
    van: int | None = None


class Bewaarder:
    """Bewaart de stappen van één dossier, één voor één en op volgorde."""

    def __init__(self, kluis: Kluis) -> None:
        """Write to this kluis; the worker starts at the first step."""
        self._kluis = kluis
        self._waiting: deque[Bewaarstap] = deque()
        self._lock = Lock()
        self._writing = Lock()
        self._worker: ThreadPoolExecutor | None = None
        self._running: Future[None] | None = None
        self.volg = 0
        """Number of the last event that was written; 0 before the first."""

    @property
    def is_idle(self) -> bool:
        """Tell whether every step is on disk."""
        with self._lock:
            return not self._waiting

    def add(self, stap: Bewaarstap) -> None:
        """Queue a step; `flush` or `start` writes it."""
        with self._lock:
            self._waiting.append(stap)

    def start(self, done: Callable[[Exception | None], None]) -> None:
        """Write everything that waits, in the background.

        Args:
            done: called on the worker thread with None, or with why it failed.
        """
        if self._worker is None:
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bewaren")
        future = self._worker.submit(self._write_all)
        future.add_done_callback(lambda f: done(_as_error(f.exception())))
        self._running = future

    def flush(self) -> None:
        """Write everything that waits, now.

        Raises:
            IndicatietoolError: it could not be written; the steps are kept for a next try.
        """
        if self._running is not None:
            self._running.exception()  # wait; what failed is tried again below
        self._write_all()

    def close(self) -> None:
        """Stop the worker."""
        if self._worker is not None:
            self._worker.shutdown(wait=True)
            self._worker = None

    def _write_all(self) -> None:
        """Write step after step; who comes while another writes waits, so that none is written twice."""
        with self._writing:
            while stap := self._first():
                self._write(stap)
                with self._lock:
                    self._waiting.popleft()

    def _first(self) -> Bewaarstap | None:
        with self._lock:
            return self._waiting[0] if self._waiting else None

    def _write(self, stap: Bewaarstap) -> None:
        if stap.soort is GebeurtenisSoort.BEGIN:
            self._kluis.begin(stap.dossier, stap.kaart)
            self.volg = 1
            return
        self.volg = self._kluis.save(
            stap.dossier, stap.kaart, soort=stap.soort, wat=stap.wat, waarom=stap.waarom, van=stap.van
        )


def _as_error(error: BaseException | None) -> Exception | None:
    return error if isinstance(error, Exception) else None
