"""`dossier vul`: fields in as JSON lines, and for each an answer that is only given when it is on disk.

Comes in: a desk, a dossier and lines on standard input. Goes out: one line of JSON for each of them. A wrong
line leaves the dossier as it was and the next one is read; a signal to stop ends after the line in hand.
"""

import json
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import BinaryIO

from indicatietool.cli_toegang import kluis_of
from indicatietool.errors import InvoerError
from indicatietool.session.antwoord_fout import as_failure
from indicatietool.session.desk import Desk
from indicatietool.session.instellingen import read_settings
from indicatietool.session.invullen import fill
from indicatietool.session.regel import MAX_REGEL, name_in_answer, read_line
from indicatietool.session.session import Session

_BSN = "melding.bsn"
_NO_BSN = "In deze kluis staat het BSN uit. Laat het leeg, of zet het aan met: kluis instellingen --bsn aan."


class _Stopped(BaseException):
    """Someone asked to stop while a line was awaited."""


class _Stop:
    """Of er gevraagd is te stoppen; een regel die bezig is, gaat eerst af."""

    def __init__(self) -> None:
        self.asked = False
        self._waiting = False

    def ask(self, _signal: int, _frame: FrameType | None) -> None:
        self.asked = True
        if self._waiting:
            raise _Stopped

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Let a signal end what is done in here."""
        self._waiting = True
        try:
            if self.asked:
                raise _Stopped
            yield
        finally:
            self._waiting = False


def run_vul(desk: Desk, nummer: str) -> int:
    """Fill in fields of a dossier from standard input, one JSON object on each line.

    Returns:
        The highest code that was answered; 0 when every line was saved.

    Raises:
        IndicatietoolError: the dossier can't be opened; nothing was read.
    """
    filler = _Filler(desk, nummer)
    highest = 0
    with _stoppable() as stop:
        for regel in _lines(sys.stdin.buffer, stop):
            code, answer = filler.answer(regel)
            highest = max(highest, code)
            print(json.dumps(answer, ensure_ascii=False), flush=True)
    return highest


class _Filler:
    """Vult één dossier regel voor regel."""

    def __init__(self, desk: Desk, nummer: str) -> None:
        self._desk = desk
        self._nummer = nummer
        self._session: Session | None = desk.open(nummer)
        self._takes_bsn = read_settings(kluis_of(desk)).bsn

    def answer(self, regel: bytes) -> tuple[int, dict[str, object]]:
        """Save what a line says and return the exit code with the answer to it."""
        try:
            veld, waarde = read_line(regel)
            session = self._session = self._session or self._desk.open(self._nummer)
            if veld == _BSN and waarde is not None and not self._takes_bsn:
                raise InvoerError(_NO_BSN)
            fill(session, veld, waarde)
            session.save()
        except Exception as error:
            if self._session is not None and not self._session.is_saved:
                self._session = None  # what is answered as wrong may never be saved with a later line
            fout = as_failure(error)
            return fout.code, {"veld": name_in_answer(regel), "fout": fout.as_json()}
        return 0, {"veld": veld, "opgeslagen": True, "volg": session.bewaring.volg}


def _lines(invoer: BinaryIO, stop: _Stop) -> Iterator[bytes]:
    """Yield the lines that come in; of one that is too long the rest is dropped."""
    try:
        while True:
            with stop.waiting():
                regel = invoer.readline(MAX_REGEL + 1)
                rest = regel
                while rest and len(regel) > MAX_REGEL and not rest.endswith(b"\n"):
                    rest = invoer.readline(MAX_REGEL)
            if not regel:
                return
            yield regel
    except _Stopped:
        return


@contextmanager
def _stoppable() -> Iterator[_Stop]:
    """Take SIGINT and SIGTERM as a request to stop after the line in hand."""
    stop = _Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = {number: signal.signal(number, stop.ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
