"""What the menu Trainer does. Every act imports its window when it is asked for: none is part of the start.

Comes in: the main window. Goes out: a window or dialog beside it, or a line in the status bar that says what
is needed first. Knows nothing about what is in those windows.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from indicatietool.domain.normenkader import KaderStatus
from indicatietool.session.kaders import PRACTICE_KADER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from indicatietool.gui.window import MainWindow
    from indicatietool.session.desk import Desk
    from indicatietool.session.kaders import GeladenKader
    from indicatietool.session.session import Session

NO_PRACTICE = "Open eerst een oefendossier: ga naar Oefenen en kies een casus."
NO_DOSSIER = "Open eerst een dossier of een oefencasus."
IS_TRIAL = "Dit is de kopie om uit te proberen. Ga eerst terug naar het dossier."
NO_KADER = "Er is geen normenkader dat gebruikt kan worden."


class TrainerActs(QObject):
    """De handelingen van de trainer."""

    def __init__(self, window: "MainWindow") -> None:
        """Act in this window."""
        super().__init__(window)
        self._window = window

    # -- showing ----------------------------------------------------------------------------------

    def lesson(self) -> None:
        """Show the normenkader as a lesson."""
        from indicatietool.gui.trainer.les import LesVenster

        self._with_kaders(lambda kaders: LesVenster(self._window, kaders))

    def tornado(self) -> None:
        """Show what weighs most in the open dossier."""
        from indicatietool.gui.trainer.tornado import TornadoDialog

        session = self._open_session()
        if session is not None:
            dialog = TornadoDialog(self._window, session)
            dialog.tried.connect(self._window.try_out)
            dialog.open()

    def side_by_side(self) -> None:
        """Show two kaders, or two versions of one, on the same case."""
        from indicatietool.gui.trainer.naast_elkaar import NaastElkaarDialog

        wizard = self._window.wizard
        session = wizard.view.session if wizard is not None else None
        self._with_kaders(lambda kaders: NaastElkaarDialog(self._window, kaders, session))

    # -- practising -------------------------------------------------------------------------------

    def compare(self) -> None:
        """Compare the open practice dossier with the model answer."""
        from indicatietool.gui.trainer.vergelijk import VergelijkDialog

        self._with_practice(lambda desk, session: VergelijkDialog(self._window, desk, session).open())

    def write_case(self) -> None:
        """Make a case of the open practice dossier, or change it."""
        from indicatietool.gui.trainer.casus import CasusDialog

        self._with_practice(lambda _desk, session: CasusDialog(self._window, session).open())

    def hand_out(self) -> None:
        """Make a file of the open case without its answers."""
        from indicatietool.gui.trainer.casus import hand_out

        self._with_practice(lambda desk, session: hand_out(self._window, desk, session))

    # -- calibrating ------------------------------------------------------------------------------

    def keep_result(self) -> None:
        """Keep the anonymous result of the open practice dossier."""
        from indicatietool.gui.trainer.kalibratie_bewaren import UitslagDialog

        self._with_practice(lambda desk, session: UitslagDialog(self._window, desk, session).open())

    def calibrate(self) -> None:
        """Gather the results of a group."""
        from indicatietool.gui.trainer.kalibratie import KalibratieVenster

        window = self._window
        window.attempt(lambda: KalibratieVenster(window, window.toegang.practice()).open())

    # -- on paper ---------------------------------------------------------------------------------

    def explain(self) -> None:
        """Make the explanation of a normenkader as a PDF."""
        from indicatietool.gui.trainer.uitleg import UitlegDialog

        self._with_kaders(lambda kaders: UitlegDialog(self._window, kaders))

    def explain_difference(self) -> None:
        """Make the report of what differs between two kaders."""
        from indicatietool.gui.trainer.uitleg import VerschilDialog

        self._with_kaders(lambda kaders: VerschilDialog(self._window, kaders, self._window.desk))

    # -- inside -----------------------------------------------------------------------------------

    def _open_session(self) -> "Session | None":
        wizard = self._window.wizard
        if wizard is None:
            self._window.say(NO_DOSSIER)
            return None
        return wizard.view.session

    def _with_kaders(self, make: "Callable[[tuple[GeladenKader, ...]], QDialog]") -> None:
        """Open a dialog on the kaders that can be used: that of the open dossier first, what lapsed last."""
        window = self._window
        kaders = tuple(sorted(window.toegang.kaders.usable(), key=_rank))
        if window.wizard is not None:
            eigen = window.wizard.view.session.geladen
            kaders = (eigen, *(kader for kader in kaders if kader.verwijzing != eigen.verwijzing))
        if kaders:
            window.attempt(lambda: make(kaders).open())
        else:
            window.say(NO_KADER)

    def _with_practice(self, act: "Callable[[Desk, Session], object]") -> None:
        """Do something with the open practice dossier, saved first; say what is needed when there is none."""
        window = self._window
        wizard = window.wizard
        if wizard is None or not wizard.view.session.dossier.oefening:
            window.say(NO_PRACTICE)
        elif wizard.is_trial:
            window.say(IS_TRIAL)
        elif wizard.view.save():
            window.attempt(lambda: act(window.toegang.practice(), wizard.view.session))


def _rank(geladen: "GeladenKader") -> tuple[bool, bool, bool]:
    kop = geladen.kader.kader
    is_lapsed, is_set = kop.status is KaderStatus.VERVALLEN, kop.status is KaderStatus.VASTGESTELD
    return is_lapsed, not is_set, kop.id != PRACTICE_KADER
