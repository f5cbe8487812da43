"""What the menu of the kluis does. Each act needs an open kluis; what takes long goes beside the window.

What a dialog needs is imported when it is asked for: none of it is part of the start.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from indicatietool.gui.aside import Aside
from indicatietool.gui.messages import ask, tell, warn

if TYPE_CHECKING:
    from indicatietool.gui.kluis.panels import CleanUpDialog
    from indicatietool.gui.window import MainWindow
    from indicatietool.session.desk import Desk

CLOSED = "De kluis is dicht. Open eerst de kluis."
RESTORE = "Daarvoor gaat de kluis eerst dicht. Wat u typte wordt bewaard. Nu sluiten en een kopie kiezen?"


class KluisActs(QObject):
    """De handelingen met de kluis."""

    def __init__(self, window: "MainWindow") -> None:
        """Act in this window."""
        super().__init__(window)
        self._window = window

    def lock_now(self) -> None:
        """Close the kluis and show its door."""
        if self._open_desk() is not None:
            self._window.lock.close()

    def change_password(self) -> None:
        """Give the kluis another wachtwoord."""
        from indicatietool.gui.kluis.keys import ChangePasswordDialog

        desk = self._open_desk()
        if desk is not None:
            dialog = ChangePasswordDialog(self._window, desk)
            dialog.done.connect(self._window.say)
            dialog.open()

    def new_code(self) -> None:
        """Give the kluis another herstelcode."""
        from indicatietool.gui.kluis.keys import NewCodeDialog

        desk = self._open_desk()
        if desk is not None:
            dialog = NewCodeDialog(self._window, desk)
            dialog.done.connect(self._on_code)
            dialog.open()

    def copy(self) -> None:
        """Make a copy now."""
        desk = self._open_desk()
        if desk is None:
            return
        self._window.say("De kopie wordt gemaakt…")
        Aside(self, desk.kluis.copy, self._on_copied, lambda error: warn(self._window, str(error)))

    def restore(self) -> None:
        """Close the kluis, and ask which copy comes back."""
        window = self._window
        if window.desk is not None:
            if not ask(window, RESTORE):
                return
            window.lock.close()
        if window.desk is None:
            window.home.setCurrentIndex(0)
            window.home.door.ask_restore()

    def verify(self) -> None:
        """Check the whole kluis and tell the result."""
        from indicatietool.gui.kluis.panels import VerifyDialog

        desk = self._open_desk()
        if desk is not None and self._window.rescue():
            VerifyDialog(self._window, desk).open()

    def clean_up(self) -> None:
        """Show what has been kept long enough."""
        from indicatietool.gui.kluis.panels import CleanUpDialog

        desk = self._open_desk()
        if desk is None:
            return
        window = self._window
        jaren, hides = window.settings.bewaartermijn, window.appearance.hides_names
        dialog = CleanUpDialog(window, desk, jaren, hides_names=hides)
        dialog.delete_asked.connect(lambda nummer: self._ask_delete(desk, nummer, dialog))
        dialog.open()

    def log(self) -> None:
        """Show the log."""
        from indicatietool.gui.kluis.panels import LogDialog

        desk = self._open_desk()
        if desk is not None:
            self._window.attempt(lambda: LogDialog(self._window, desk.kluis.logboek()).open())

    def settings(self) -> None:
        """Show the settings of the kluis."""
        from indicatietool.gui.kluis.settings import SettingsDialog

        desk = self._open_desk()
        if desk is not None:
            dialog = SettingsDialog(self._window, desk)
            dialog.changed.connect(self._window.lock.apply)
            dialog.open()

    def _open_desk(self) -> "Desk | None":
        if self._window.desk is None:
            self._window.say(CLOSED)
        return self._window.desk

    def _on_code(self, text: str) -> None:
        self._window.home.unproven.say("")
        self._window.say(text)

    def _on_copied(self, folder: Path) -> None:
        tell(self._window, f"De kopie {folder.name} is gemaakt. Zij gaat open met het wachtwoord van nu.")
        self._window.say("Kopie gemaakt")

    def _ask_delete(self, desk: "Desk", nummer: str, dialog: "CleanUpDialog") -> None:
        from indicatietool.gui.start.delete import REASONS

        wizard = self._window.wizard
        if wizard is not None and wizard.place.nummer == nummer:
            warn(self._window, f"Dossier {nummer} is open. Ga eerst terug naar het startscherm.")
            return
        asked = self._window.dossier_acts.ask_delete(desk, nummer, REASONS[0])
        asked.finished.connect(dialog.refresh)
