"""What nobody foresaw: saves first, writes one small file without personal data, tells once, in Dutch.

Comes in: exceptions that nothing caught, messages of Qt, signals of the system, the end of the user's
session. Goes out: a crash file with class, module, line and version (no text, no values), and one dialog.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication

from indicatietool import __version__

FOLDER = "storingen"
MOST_FILES = 20
"""Crash files that are kept, and that are written in one run; the oldest goes."""

SAVED = "Alles wat u typte is bewaard. U kunt verder werken; start het programma voor de zekerheid opnieuw."
NOT_SAVED = (
    "Wat u het laatst typte kon niet worden bewaard. Het staat nog in het venster: schrijf het over en "
    "start het programma dan opnieuw."
)
WHAT = (
    "Er ging iets mis in het programma. {}\n\nGeef de beheerder het bestand {}. "
    "Er staan geen gegevens van cliënten in."
)
WHAT_WITHOUT_FILE = "Er ging iets mis in het programma. {}\n\nMeld dit bij de beheerder."


class LastResort(QObject):
    """Het vangnet onder het hele programma."""

    _raised = Signal(str)

    def __init__(
        self,
        folder: Path,
        rescue: Callable[[], bool],
        show: Callable[[str], None],
        leave: Callable[[], None],
    ) -> None:
        """Prepare; `install` puts it to work.

        Args:
            folder: of the user; crash files come in a folder of their own in it.
            rescue: saves what is open and tells whether that went well.
            show: shows a message and waits until it is read.
            leave: closes the program without questions.
        """
        super().__init__()
        self._folder = folder / FOLDER
        self._rescue, self._show, self._leave = rescue, show, leave
        self._was_told = False
        self._written = 0
        self._pipe: tuple[int, int] | None = None
        self._raised.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch exceptions of every thread, and what Qt reports."""
        sys.excepthook = self.on_exception
        threading.excepthook = lambda args: self.on_exception(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        sys.unraisablehook = lambda args: self.on_exception(args.exc_type, args.exc_value, args.exc_traceback)
        qInstallMessageHandler(self._on_qt)

    def install_signals(self) -> None:
        """Save and close when the system says that it ends."""
        app = QGuiApplication.instance()
        app.commitDataRequest.connect(lambda _manager: self._rescue())
        names = ("SIGTERM", "SIGINT", "SIGHUP")
        for name in (name for name in names if hasattr(signal, name)):
            signal.signal(getattr(signal, name), self._on_signal)
        if os.name == "posix":
            self._wake_up_python()

    def on_exception(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write down where it went wrong, and tell on the thread of the window."""
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, self._leave)
            return
        name = self._write(kind.__name__, *_place(trace))
        with suppress(RuntimeError):
            self._raised.emit(name)

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, _text: str) -> None:
        """Take what Qt calls critical; its text may hold anything and is not kept."""
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            name = self._write(kind.name, context.category or "Qt", context.line or 0)
            if kind == QtMsgType.QtFatalMsg:
                self._rescue()
            else:
                self._raised.emit(name)

    def _tell(self, name: str) -> None:
        is_saved = self._saved()
        if self._was_told:
            return
        self._was_told = True
        way = SAVED if is_saved else NOT_SAVED
        self._show(WHAT.format(way, name) if name else WHAT_WITHOUT_FILE.format(way))

    def _saved(self) -> bool:
        try:
            return self._rescue()
        except Exception:  # whatever it is, there is nothing below the last resort
            return False

    def _write(self, kind: str, module: str, line: int) -> str:
        self._written += 1
        if self._written > MOST_FILES:
            return ""
        moment = datetime.now(UTC)
        lines = (
            f"soort: {kind}",
            f"module: {module}",
            f"regel: {line}",
            f"versie: {__version__}",
            f"python: {sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}",
            f"moment: {moment:%Y-%m-%dT%H:%M:%SZ}",
        )
        pad = self._folder / f"storing-{moment:%Y%m%dT%H%M%S}-{moment.microsecond:06}.txt"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            pad.write_text("\n".join(lines) + "\n", "utf-8")
            for old in sorted(self._folder.glob("storing-*.txt"))[:-MOST_FILES]:
                old.unlink()
        except OSError:
            return ""
        return pad.name

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, self._leave)

    def _wake_up_python(self) -> None:
        """Let Python notice a signal while Qt waits: the byte that it writes wakes the loop."""
        reading, writing = os.pipe()
        for end in (reading, writing):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        self._pipe = reading, writing
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_: os.read(reading, 64))


def _place(trace: TracebackType | None) -> tuple[str, int]:
    """Return module and line of the deepest place that is ours, or of the deepest at all."""
    found = ("onbekend", 0)
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", "onbekend"))
        if module.startswith("indicatietool") or not found[0].startswith("indicatietool"):
            found = (module, trace.tb_lineno)
        trace = trace.tb_next
    return found
