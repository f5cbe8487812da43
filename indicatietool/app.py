"""The only place that wires things together.

1. The arguments decide: a command (cli) or, without one, the window.
2. The window is painted before pydantic, the normenkaders or reportlab are imported.
3. Right after the first paint the desk reads dossiers and normenkaders; the buttons come alive.
4. Opening a dossier makes a Session; the wizard binds to it; each change is saved soon after.
5. An error raised on purpose becomes one Dutch message and exit code 2; any other, one sentence and code 1.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from indicatietool.session.desk import Desk


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: the words after the program's name; None takes those of the process.

    Returns:
        0 when all went well, 2 for bad input, 1 for something unexpected.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if not words:
            return _show_window()
        from indicatietool.cli import run

        return run(words, _demonstrate)
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        print("Gestopt.", file=sys.stderr)
        return 1
    except Exception as error:
        return _tell(error)


def _tell(error: Exception) -> int:
    from indicatietool.errors import IndicatietoolError  # not before the first paint

    if isinstance(error, IndicatietoolError):
        print(error, file=sys.stderr)
        return error.exit_code
    print(_unexpected(error), file=sys.stderr)
    return 1


def _show_window() -> int:
    from indicatietool.gui.application import application
    from indicatietool.gui.window import MainWindow

    app = application()
    sys.excepthook = _show_unexpected
    window = MainWindow(_desk)
    window.show()
    return app.exec()


def _desk() -> "Desk":
    from indicatietool.session.desk import Desk

    return Desk.of_user()


def _demonstrate(naar: "Path") -> "Sequence[Path]":
    from datetime import date

    from indicatietool.gui.application import application
    from indicatietool.gui.demo import demonstrate
    from indicatietool.paths import normen_folder

    application(may_be_offscreen=True)
    return demonstrate(naar, normen_folder(), date.today())


def _show_unexpected(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
    from indicatietool.gui.messages import warn

    warn(None, _unexpected(error))


def _unexpected(error: BaseException) -> str:
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_globals.get('__name__')}, regel {place.tb_lineno}" if place else "onbekend"
    return (
        f"Er ging iets mis in het programma ({type(error).__name__} in {where}). "
        "Uw dossiers zijn niet gewijzigd. Meld dit bij de beheerder."
    )
