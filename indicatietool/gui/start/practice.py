"""Practice: invented cases, in a kluis of their own, on a ground that no one takes for the real thing.

Comes in: the desk of the oefenkluis. Goes out: the case to practise with; what is shown of a model or handed
out is asked for in a dialog.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.banner import Banner
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.messages import ask, warn
from indicatietool.gui.start.casus_lijst import CasusLijst
from indicatietool.gui.start.dossiers import DossierPanel
from indicatietool.gui.theme import WIT, enlarge, icon, make_primary, text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.session.oefenen.casussen import Casus, Casussen, model_of

if TYPE_CHECKING:
    from indicatietool.session.desk import Desk

PRACTICE = "Oefenkluis: verzonnen gevallen, geen echte cliënten"
HOW = "Kies een casus, scoor hem en vergelijk met het modelantwoord. Een wachtwoord is niet nodig."
BUSY = "Met deze casus wordt nog geoefend, in {}. Het model is daar nog niet gezien. Toch bekijken?"


class _Dossiers(DossierPanel):
    """The list of practice dossiers, that tells when it was read anew."""

    refreshed = Signal()

    def refresh(self) -> None:
        """Read the list anew."""
        super().refresh()
        self.refreshed.emit()


class PracticePanel(QWidget):
    """Oefencasussen en de oefendossiers."""

    practice_asked = Signal(object)

    def __init__(self, desk: "Desk", *, hides_names: bool = False) -> None:
        """Show the cases and the dossiers of the oefenkluis.

        Args:
            desk: of the oefenkluis.
            hides_names: a room looks along: the cases alone, until the dossiers are asked for.
        """
        super().__init__()
        self._desk = desk
        self._casussen = Casussen(desk)
        self.banner = Banner("oefenbanner", "presentation")
        self.cases = CasusLijst()
        self.practise = named_button("O&efenen", "oefenen", "Oefenen met de gekozen casus")
        self.practise.setIcon(icon("presentation", WIT))
        make_primary(self.practise)
        self.look = named_button("Model &bekijken…", "model.bekijken", symbol="circle-check")
        self.share = named_button("Uit&delen…", "casus.uitdelen", "Gekozen casus uitdelen", "save")
        self.dossiers = _Dossiers(desk, hides_names=hides_names)
        self.mine = QWidget()
        self.reveal = named_button("Mijn oefendossiers &tonen", "oefendossiers.tonen")
        self._lay_out()
        (self.mine if hides_names else self.reveal).hide()
        self.banner.say(PRACTICE)
        self.show_cases()
        self.cases.asked.connect(self.practise.click)
        self.practise.clicked.connect(lambda: self._with_chosen(self.practice_asked.emit))
        self.look.clicked.connect(lambda: self._with_chosen(self._show_model))
        self.share.clicked.connect(lambda: self._with_chosen(self._hand_out))
        self.dossiers.refreshed.connect(self.show_cases)
        self.reveal.clicked.connect(self._show_mine)

    def show_cases(self) -> None:
        """Read the cases anew: one may have been written, read in or removed."""
        self.cases.show_cases(self._casussen.all(), self._casussen.exercises)
        for button in (self.practise, self.look, self.share):
            button.setEnabled(self.cases.chosen is not None)

    def _lay_out(self) -> None:
        buttons = QWidget()
        line = FlowLayout(buttons)
        line.setSpacing(8)
        for button in (self.practise, self.look, self.share):
            line.addWidget(button)
        kop = text_label("Mijn oefendossiers")
        enlarge(kop, 1.1, bold=True)
        mine = QVBoxLayout(self.mine)
        mine.setContentsMargins(0, 0, 0, 0)
        mine.addWidget(kop)
        mine.addWidget(self.dossiers, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.banner)
        layout.addWidget(text_label(HOW))
        layout.addWidget(self.cases, 3)
        layout.addWidget(buttons)
        layout.addSpacing(8)
        layout.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.mine, 2)

    def _show_mine(self) -> None:
        """Show the practice dossiers that a room was spared."""
        self.mine.show()
        self.reveal.hide()
        self.dossiers.focus_first()

    def _with_chosen(self, act: Callable[[Casus], None]) -> None:
        casus = self.cases.chosen
        if casus is None:
            return
        try:
            act(casus)
        except IndicatietoolError as error:
            warn(self.window(), str(error))

    def _show_model(self, casus: Casus) -> None:
        busy = [deel.nummer for deel in self._casussen.exercises(casus) if deel.model_gezien is None]
        if busy and not ask(self.window(), BUSY.format(", ".join(busy))):
            return
        from indicatietool.gui.trainer.model import ModelDialog

        ModelDialog(self.window(), self._desk, casus).open()

    def _hand_out(self, casus: Casus) -> None:
        from indicatietool.gui.trainer.casus import hand_out

        hand_out(self.window(), self._desk, model_of(self._desk, casus))
