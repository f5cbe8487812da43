"""Another number than proposed, with right there the grond and the motivering when they are needed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from indicatietool.gui.theme import ORANJE, ROOD, colour, text_label
from indicatietool.gui.widgets.editors import GetalEditor, KeuzeEditor, TekstEditor, labelled


class AfwijkingForm(QWidget):
    """A number with, outside the marge, a grond and a motivering."""

    decided = Signal(int, str, str)
    revoked = Signal()
    number_typed = Signal(object)

    def __init__(
        self, gronden: Sequence[tuple[str, str]], kop: str, eenheid: str, *, always_ask: bool = False
    ) -> None:
        """Build the form.

        Args:
            gronden: id and name of each grond.
            kop: label of the number.
            eenheid: what the number counts.
            always_ask: whether every number asks for a motivering.
        """
        super().__init__()
        self._always_ask = always_ask
        self.minuten = GetalEditor()
        self.minuten.setObjectName("minuten")
        self.minuten.setAccessibleName(f"{kop}, {eenheid}")
        self.grond = KeuzeEditor(gronden, leeg="— kies een grond —")
        self.grond.setObjectName("grond")
        self.motivering = TekstEditor(3)
        self.motivering.setObjectName("motivering")
        self.motivering.setPlaceholderText("Waarom is hier meer of minder nodig? Dit komt in het verslag.")
        self.ready = QPushButton("Vastleggen")
        self.ready.setObjectName("vastleggen")
        self.ready.setAccessibleName(f"{kop} vastleggen")
        self.ready_why = QPushButton("Afwijking vastleggen")
        self.ready_why.setObjectName("afwijking.vastleggen")
        self.ready_why.setAccessibleName(f"{kop} vastleggen, met motivering")
        self.undo = QPushButton("Terugnemen")
        self.undo.setObjectName("terugnemen")
        self.undo.setAccessibleName(f"{kop} terugnemen")
        self._outside = text_label("Buiten de marge: kies een grond en schrijf een motivering.")
        colour(self._outside, ORANJE)
        self._mistake = text_label()
        colour(self._mistake, ROOD)
        self._why = QWidget()
        self._lay_out(kop, eenheid)
        for button in (self.ready, self.ready_why):
            button.clicked.connect(self._on_ready)
        self.undo.clicked.connect(self.revoked.emit)
        self.minuten.edited.connect(self._on_number)
        self.ask_why(asked=False)

    def ask_why(self, *, asked: bool) -> None:
        """Show or hide grond and motivering."""
        self._why.setVisible(asked)
        self.ready.setVisible(not asked)
        self._say("")

    def _say(self, mistake: str) -> None:
        self._mistake.setText(mistake)
        self._mistake.setVisible(bool(mistake))

    def show_decision(self, minuten: int | None, grond: str, motivering: str) -> None:
        """Show what was decided; what is being typed is left alone."""
        decision = (minuten, grond, motivering)
        if decision == getattr(self, "_shown", (None, "", "")):
            return
        self._shown = decision
        self.minuten.set_value(minuten)
        self.grond.set_value(grond or None)
        self.motivering.set_value(motivering)
        self.ask_why(asked=bool(grond))

    def _lay_out(self, kop: str, eenheid: str) -> None:
        line = QHBoxLayout()
        line.addWidget(text_label(kop), 1)
        line.addWidget(self.minuten)
        line.addWidget(text_label(eenheid))
        line.addWidget(self.ready)
        line.addWidget(self.undo)
        why = QVBoxLayout(self._why)
        why.setContentsMargins(0, 0, 0, 0)
        why.addWidget(self._outside)
        why.addWidget(labelled("Grond", self.grond))
        why.addWidget(labelled("Motivering (verplicht)", self.motivering))
        why.addWidget(self.ready_why, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self._why)
        layout.addWidget(self._mistake)

    def _on_number(self, minuten: int | None) -> None:
        if self._always_ask:
            self.ask_why(asked=minuten is not None)
        self.number_typed.emit(minuten)

    def _on_ready(self) -> None:
        minuten = self.minuten.value()
        asks_why = self._why.isVisibleTo(self)
        if minuten is None:
            self._say("Vul eerst een aantal minuten in.")
        elif asks_why and (self.grond.value() is None or not self.motivering.value().strip()):
            self._say("Kies een grond en schrijf een motivering. Zonder reden kan dit niet.")
            (self.motivering if self.grond.value() else self.grond).setFocus()
        else:
            self._say("")
            grond = str(self.grond.value()) if asks_why else ""
            self.decided.emit(minuten, grond, self.motivering.value() if asks_why else "")
