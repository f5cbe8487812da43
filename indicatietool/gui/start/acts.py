"""What can be done with a dossier, from the list or from the menu; each act asks what it must.

Comes in: a desk and a nummer. Goes out: a session on screen, a file, or a list that is one shorter. What a
dialog needs is imported when it is asked for: none of it is part of the start.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from indicatietool.domain.dossier import SoortOnderzoek
from indicatietool.errors import InvoerError
from indicatietool.gui.messages import tell, warn
from indicatietool.gui.start.dossiers import Actie

if TYPE_CHECKING:
    from indicatietool.gui.start.delete import DeleteDialog
    from indicatietool.gui.window import MainWindow
    from indicatietool.session.desk import Desk
    from indicatietool.session.overdragen import Binnengekomen
    from indicatietool.session.session import Session

CLOSED = "De kluis is dicht. Open eerst de kluis, of ga naar Oefenen."


class DossierActs(QObject):
    """De handelingen met een dossier."""

    def __init__(self, window: "MainWindow") -> None:
        """Act in this window."""
        super().__init__(window)
        self._window = window

    def act(self, what: Actie, desk: "Desk", nummer: str) -> None:
        """Do one of the actions of the list with a dossier of a desk."""
        match what:
            case Actie.HERINDICATIE:
                self._follow_up(desk, nummer, SoortOnderzoek.HERINDICATIE)
            case Actie.HERZIENING:
                self._follow_up(desk, nummer, SoortOnderzoek.HERZIENING)
            case Actie.MEENEMEN:
                self.ask_hand_over(desk, nummer)
            case Actie.GESCHIEDENIS:
                self._window.attempt(lambda: self._show_history(desk.open(nummer)))
            case Actie.VERWIJDEREN:
                self.ask_delete(desk, nummer)

    def act_on_open(self, what: Actie) -> None:
        """Do one of the actions with the dossier that is open, or that is chosen in the list."""
        window = self._window
        if window.wizard is None:
            panel = window.home.panel
            if panel is not None and panel.selected:
                self.act(what, panel.desk, panel.selected)
            else:
                window.say("Kies eerst een dossier in de lijst.")
            return
        place = window.wizard.place
        desk = self._desk_of(place.is_practice)
        if what is Actie.GESCHIEDENIS:
            if window.wizard.view.save():
                self._show_history(window.wizard.view.session)
            return
        window.put_away(lambda: self._after_leaving(what, desk, place.nummer))

    def new(self) -> None:
        """Begin a new dossier where the window is: mine, or practice."""
        window = self._window
        window.put_away(lambda: None)
        if window.wizard is not None:
            return
        window.show_start()
        panel = window.home.panel
        if panel is None or not panel.new.isEnabled():
            window.say(CLOSED)
        else:
            panel.new.click()

    def ask_delete(self, desk: "Desk", nummer: str, reason: str = "") -> "DeleteDialog":
        """Ask why a dossier may go, and remove it; returns what asks."""
        from indicatietool.gui.start.delete import DeleteDialog

        dialog = DeleteDialog(self._window, nummer, reason)
        dialog.confirmed.connect(lambda waarom: self._delete(desk, nummer, waarom))
        dialog.open()
        return dialog

    def ask_hand_over(self, desk: "Desk", nummer: str) -> None:
        """Ask where a dossier goes."""
        from indicatietool.gui.start.transfer import HandOverDialog

        dialog = HandOverDialog(self._window, desk, nummer)
        dialog.done.connect(self._window.say)
        dialog.open()

    def ask_omzetting(self, desk: "Desk") -> None:
        """Show the conversion of existing clients."""
        from indicatietool.gui.start.omzetting import OmzettingDialog

        dialog = OmzettingDialog(self._window, desk)
        dialog.chosen.connect(self._window.open_from)
        dialog.open()

    def ask_take_in(self, desk: "Desk | None" = None) -> None:
        """Ask which file is read in."""
        file, _ = QFileDialog.getOpenFileName(
            self._window, "Welk dossier leest u in?", "", "Dossier (*.indicatie *.json)"
        )
        if file:
            self._window.attempt(lambda: self.take_in(Path(file), desk))

    def take_in(self, pad: Path, desk: "Desk | None" = None) -> None:
        """Read in a dossier from a file.

        Raises:
            InvoerError: there is no kluis open to put it in.
        """
        from indicatietool.gui.start.transfer import Arrival

        window = self._window
        panel = window.home.panel
        desk = desk or (panel.desk if panel is not None else window.desk)
        if desk is None:
            raise InvoerError(CLOSED)
        arrival = Arrival(window, desk, pad)
        arrival.done.connect(self._on_arrived)
        arrival.failed.connect(lambda text: warn(window, text))
        arrival.start()

    def ask_reopen(self) -> None:
        """Ask why a definitief dossier is opened again."""
        from indicatietool.gui.kluis.reopen import ReopenDialog

        dialog = ReopenDialog(self._window)
        dialog.confirmed.connect(self._reopen)
        dialog.open()

    def try_out(self) -> None:
        """Show a copy of the open dossier to try things on."""
        if self._window.wizard is None:
            self._window.say("Open eerst een dossier.")
        elif self._window.wizard.is_trial:
            self._window.say("Dit is al een kopie om uit te proberen.")
        else:
            self._window.try_out()

    def end_trial(self) -> None:
        """Go back from the copy to the dossier."""
        place = self._window.wizard.place
        desk = self._desk_of(place.is_practice)
        self._window.drop_wizard()
        self._window.open_from(lambda: desk.open(place.nummer), place)

    def _desk_of(self, is_practice: bool) -> "Desk":
        return self._window.toegang.practice() if is_practice else self._window.desk

    def _after_leaving(self, what: Actie, desk: "Desk", nummer: str) -> None:
        self._window.show_start()
        self.act(what, desk, nummer)

    def _follow_up(self, desk: "Desk", nummer: str, soort: SoortOnderzoek) -> None:
        from indicatietool.session.vervolg import follow_up

        self._window.open_from(lambda: follow_up(desk, nummer, soort))

    def _show_history(self, session: "Session") -> None:
        from indicatietool.gui.kluis.history import HistoryDialog

        HistoryDialog(self._window, session, hides=self._window.appearance.hides_names).open()

    def _delete(self, desk: "Desk", nummer: str, waarom: str) -> None:
        if self._window.attempt(lambda: desk.delete(nummer, waarom)):
            self._window.say(f"Dossier {nummer} is verwijderd")
            self._window.refresh_list()

    def _reopen(self, waarom: str) -> None:
        from indicatietool.session.definitief import reopen

        wizard = self._window.wizard
        if wizard is not None and self._window.attempt(lambda: reopen(wizard.view.session, waarom)):
            wizard.view.changed.emit()
            self._window.say("Het dossier is heropend; de vastgelegde versie blijft bewaard")

    def _on_arrived(self, result: "Binnengekomen") -> None:
        window = self._window
        window.refresh_list()
        if window.home.panel is not None:
            window.home.panel.select(result.nummer)
        anders = (
            f" In het bestand heette het {result.nummer_in_bestand}."
            if result.nummer != result.nummer_in_bestand
            else ""
        )
        meer = "".join(f"\n\n{zin}" for zin in result.herkomst)
        tell(window, f"Het dossier is opgenomen als {result.nummer}.{anders}{meer}")
