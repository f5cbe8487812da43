"""The Qt application: on the screen that there is, or offscreen where there is none."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from indicatietool.gui import theme
from indicatietool.gui.peek import glance


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def application(preferences: Path | None = None, *, may_be_offscreen: bool = False) -> QApplication:
    """Return the one QApplication, dressed.

    Args:
        preferences: the file that remembers how the user wants to see it; None for the plain dress.
        may_be_offscreen: without a screen, draw where no one sees it.

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
    # Qt's own file dialog remembers folders, and users name folders after people: let it remember nothing.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    app = QApplication(["indicatietool"])
    is_dark = app.palette().window().color().lightness() < 128
    look = glance(preferences, is_dark=is_dark)
    theme.prepare(app, look.kleuren, look.letters)
    return app
