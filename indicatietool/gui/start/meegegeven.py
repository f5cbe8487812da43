"""The `.indicatie` file that the program was opened with, by a double click: offered to be read in.

Comes in: the window and the file. Goes out: a dossier in the kluis once that is open, or a practice case in
the oefenkluis; after a yes. An encrypted file does not say what it is: it waits for the kluis.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.aside import Aside
from indicatietool.gui.messages import ask, warn
from indicatietool.gui.start.screen import MINE, PRACTICE
from indicatietool.session.overdragen import is_practice

if TYPE_CHECKING:
    from indicatietool.gui.window import MainWindow

READY = "{} staat klaar. U kunt het inlezen zodra de kluis open is."
OFFER = "{} inlezen in uw kluis?"
OFFER_PRACTICE = "{} is een oefengeval. Inlezen in de oefenkluis?"
NOT_READ = "{} is niet ingelezen. Dat kan later met “Dossier inlezen…”."


class Meegegeven(QObject):
    """Het bestand waarmee het programma is geopend."""

    def __init__(self, window: "MainWindow", pad: Path) -> None:
        """Look beside the window what kind of file it is, and offer it when it can be read in."""
        super().__init__(window)
        self._window, self._pad = window, pad
        Aside(self, lambda: is_practice(pad), self._on_known, self._on_useless)

    def _on_useless(self, error: IndicatietoolError) -> None:
        warn(self._window, str(error))
        self.deleteLater()

    def _on_known(self, practice: bool) -> None:
        window = self._window
        if practice:
            window.home.setCurrentIndex(PRACTICE)
            self._offer(OFFER_PRACTICE)
        elif window.desk is not None:
            self._offer_mine()
        else:
            window.home.setCurrentIndex(MINE)
            window.home.door.leaf.tell(READY.format(self._pad.name), is_problem=False)
            window.kluis_opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        self._window.kluis_opened.disconnect(self._on_opened)
        self._offer_mine()

    def _offer_mine(self) -> None:
        self._window.home.setCurrentIndex(MINE)
        self._offer(OFFER)

    def _offer(self, question: str) -> None:
        window, pad = self._window, self._pad
        self.deleteLater()
        if ask(window, question.format(pad.name)):
            window.attempt(lambda: window.dossier_acts.take_in(pad))
        else:
            window.say(NOT_READ.format(pad.name))
