"""Opening and closing the kluis around the window: settings, daily copy, the idle lock and coming back.

Comes in: a Desk with an open kluis, or silence. Goes out: a window with dossiers, or one that shows nothing.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.aside import Aside
from indicatietool.gui.idle import IdleWatch
from indicatietool.gui.messages import tell
from indicatietool.session.desk import Desk
from indicatietool.session.instellingen import Instellingen, is_code_unproven, read_settings
from indicatietool.session.onderhoud import copy_of_today

if TYPE_CHECKING:
    from indicatietool.gui.window import MainWindow
    from indicatietool.gui.wizard import Place, Wizard

LOCKED = "Wat u typte is bewaard. Typ uw wachtwoord om verder te gaan."
WAITS = (
    "Het scherm is dicht, maar nog niet alles is bewaard: {} Het programma probeert het steeds opnieuw en "
    "sluit "
    "de kluis daarna. U kunt de kluis openen zodra dat is gelukt."
)
SAVING = "Wat u typte wordt bewaard…"


class Lock(QObject):
    """Het slot van het venster."""

    def __init__(self, window: "MainWindow") -> None:
        """Watch over a window; nothing is open yet."""
        super().__init__(window)
        self._window = window
        self._place: Place | None = None
        self._waiting: Wizard | None = None
        self.idle = IdleWatch(self)
        self.idle.timed_out.connect(self.close)

    @property
    def is_waiting(self) -> bool:
        """Tell whether the screen is closed while something is still to be saved."""
        return self._waiting is not None

    # -- opening --------------------------------------------------------------------------------

    def on_opened(self, desk: Desk, text: str) -> None:
        """Show the dossiers of a kluis that was opened, and go on where the work was."""
        window = self._window
        window.desk = desk
        window.home.show_mine(desk)
        self.apply(read_settings(desk.kluis))
        if is_code_unproven(desk.kluis):
            window.home.unproven.say(
                "U heeft nog niet laten zien dat u de herstelcode heeft bewaard. Maak een nieuwe."
            )
        window.home.focus_first()
        if text:
            tell(window, text)
        self._copy(desk)
        place, self._place = self._place, None
        if place is not None:
            self._go_back(place)
        window.kluis_opened.emit()

    def apply(self, settings: Instellingen) -> None:
        """Work with these settings from now on."""
        self._window.settings = settings
        self.idle.start(settings.vergrendelen_na)

    # -- closing --------------------------------------------------------------------------------

    def close(self) -> None:
        """Save, close the kluis and show nothing but its door; the place is remembered."""
        window = self._window
        if window.desk is None or self._waiting is not None:
            return
        self.idle.stop()
        self.close_others()
        window.clipboard.clear_own()
        wizard = window.wizard
        self._place = wizard.place if wizard is not None else None
        window.home.show_door()
        window.show_home()
        if wizard is None:
            self._end("")
            return
        window.setWindowTitle(f"{window.windowTitle().split(' – ')[0]} – vergrendeld")
        self._waiting = wizard
        window.home.door.leaf.set_busy(SAVING)
        wizard.view.saved.connect(self._on_saved)
        window.save_aside(self._on_saved, self._on_failed)

    def close_kluis(self) -> None:
        """Close the kluis and forget what was read from it."""
        self.idle.stop()
        window = self._window
        if window.desk is not None:
            window.desk.kluis.close()
            window.desk = None
        window.settings = None
        if window.home is not None:
            window.home.door.leave_unproven()

    def close_others(self) -> None:
        """Close every dialog and window beside the main one."""
        for widget in QApplication.topLevelWidgets():
            if not isinstance(widget, QMainWindow) and widget.isVisible():
                widget.close()
                widget.hide()  # a dialog that is still at work does not close, but shows nothing either

    def _on_saved(self, _text: str = "") -> None:
        if self._waiting is not None:
            self._waiting = None
            self._window.drop_wizard()
            self._end(LOCKED)

    def _on_failed(self, error: IndicatietoolError) -> None:
        leaf = self._window.home.door.leaf
        leaf.tell(WAITS.format(error))
        leaf.column.setEnabled(False)

    def _end(self, text: str) -> None:
        self.close_kluis()
        self._window.home.show_door(text)
        self._window.refresh_title()

    def _go_back(self, place: "Place") -> None:
        window = self._window
        desk = window.toegang.practice() if place.is_practice else window.desk
        window.open_from(lambda: desk.open(place.nummer), place)

    def _copy(self, desk: Desk) -> None:
        def copied(folder: object) -> None:
            if folder is not None:
                self._window.say("Kopie van vandaag gemaakt")

        def failed(error: IndicatietoolError) -> None:
            self._window.say(f"De kopie van vandaag is niet gelukt: {error}")

        Aside(self, lambda: copy_of_today(desk), copied, failed)
