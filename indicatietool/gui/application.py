"""The Qt application: on the screen that there is, or offscreen where there is none."""

import os
import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from indicatietool.gui import theme


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def application(arguments: Sequence[str] = (), *, may_be_offscreen: bool = False) -> QApplication:
    """Return the one QApplication, dressed.

    Raises:
        IndicatietoolError: there is no screen, and one is needed.
    """
    bestaande = QApplication.instance()
    if isinstance(bestaande, QApplication):
        return bestaande
    if not has_screen():
        if not may_be_offscreen:
            from indicatietool.errors import IndicatietoolError

            raise IndicatietoolError(
                "Er is geen scherm. Start het programma op een laptop met een scherm, "
                "of bekijk het met: indicatietool voorbeeld --naar MAP"
            )
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(["indicatietool", *arguments])
    theme.prepare(app)
    return app
