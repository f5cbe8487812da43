"""The only place that wires things together.

1. The arguments decide: a command (cli) or, without one, the window; a `.indicatie` file opens it too.
2. The window is painted before pydantic, the normenkaders or reportlab are imported.
3. Right after the first paint the desk reads dossiers and normenkaders; the buttons come alive.
4. Opening a dossier makes a Session; the wizard binds to it; each change is saved soon after.
5. An error raised on purpose becomes one Dutch message with its own exit code; any other, a sentence and 1.
"""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from indicatietool.gui.window import MainWindow
    from indicatietool.session.toegang import Toegang


_HANDED_OVER = ".indicatie"
"""How the name of a file ends on which a double click opens the window."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: the words after the program's name; None takes those of the process.

    Returns:
        0 when all went well; 1 unexpected, 2 bad input, 3 damaged, 4 in use, 5 disk, 6 wachtwoord, 7 newer.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _run(words)
        print(end="", flush=True)  # what can't be written is told below
        return code
    except BrokenPipeError:  # whoever read the answers has gone
        _drop_output()
        return 0
    except (Exception, KeyboardInterrupt) as error:
        return _tell(error, as_json="--json" in words)


def _run(words: list[str]) -> int:
    if not words:
        return _show_window()
    if len(words) == 1 and words[0].lower().endswith(_HANDED_OVER):
        return _show_window(Path(words[0]))
    from indicatietool.cli import run

    return run(words, _demonstrate)


def _tell(error: BaseException, *, as_json: bool) -> int:
    import json  # not before the first paint

    from indicatietool.session.antwoord_fout import as_failure

    fout = as_failure(error)
    try:
        answer = [json.dumps({"fout": fout.as_json()}, ensure_ascii=False) + "\n"] if as_json else []
        print(*answer, end="", flush=True)
    except OSError:
        _drop_output()
    print(fout.bericht if as_json else fout.tekst, file=sys.stderr)
    return fout.code


def _drop_output() -> None:
    """Let what is still to be written go nowhere, so that Python does not complain of it at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _show_window(meegegeven: Path | None = None) -> int:
    app, window = make_window(meegegeven)
    window.show()
    return app.exec() or window.exit_code


def make_window(meegegeven: Path | None = None) -> "tuple[QApplication, MainWindow]":
    """Return the application and its window, not shown yet; what is slow comes after its first paint.

    Args:
        meegegeven: a `.indicatie` file to open.
    """
    gc.disable()  # what is made until the window works stays; looking through it is a tenth of the start
    from indicatietool.gui.application import application
    from indicatietool.gui.window import MainWindow
    from indicatietool.paths import preferences_file

    preferences = preferences_file()
    app = application(preferences)
    window = MainWindow(_toegang, preferences, meegegeven)
    window.ready.connect(lambda: _settle(window))
    return app, window


def _settle(window: "MainWindow") -> None:
    _guard(window)
    gc.freeze()  # what stays until the end is not looked through while someone types
    gc.enable()


def _guard(window: "MainWindow") -> None:
    from indicatietool.gui.last_resort import LastResort
    from indicatietool.gui.messages import warn
    from indicatietool.paths import user_folder

    guard = LastResort(user_folder(), window.rescue, lambda text: warn(window, text), window.leave)
    guard.install()
    guard.install_signals()
    window.last_resort = guard


def _toegang() -> "Toegang":
    from indicatietool.session.toegang import Toegang

    return Toegang.of_user()


def _demonstrate(naar: Path) -> "Sequence[Path]":
    from datetime import date

    from indicatietool.gui.application import application
    from indicatietool.gui.demo import demonstrate
    from indicatietool.paths import normen_folder

    application(may_be_offscreen=True)
    return demonstrate(naar, normen_folder(), date.today())
