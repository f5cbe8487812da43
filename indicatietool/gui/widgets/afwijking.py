"""Another number than proposed, with right there the grond and the motivering when they are needed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.domain.normenkader import Grond
from indicatietool.gui.comfort.announce import show_message
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import GRIJS, ORANJE, ROOD, colour, text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.editors import GetalEditor, KeuzeEditor, TekstEditor, labelled


class AfwijkingForm(QWidget):
    """A number with, outside the marge, a grond and a motivering."""

    decided = Signal(int, str, str)
    revoked = Signal()
    number_typed = Signal(object)

    def __init__(
        self,
        gronden: Sequence[Grond],
        kop: str,
        eenheid: str,
        *,
        always_ask: bool = False,
        waarbij: str = "",
        blocks: Callable[[TekstEditor], QWidget] | None = None,
    ) -> None:
        """Build the form.

        Args:
            gronden: what the kader offers as a reason.
            kop: label of the number.
            eenheid: what the number counts.
            always_ask: whether every number asks for a motivering.
            waarbij: what it is about, for a screen reader.
            blocks: makes what stands under the motivering to reuse texts.
        """
        super().__init__()
        self._always_ask = always_ask
        self._uitleg = {grond.id: grond.uitleg for grond in gronden}
        naam = f"{kop} voor {waarbij}" if waarbij else kop
        self.minuten = GetalEditor()
        self.minuten.setObjectName("minuten")
        self.minuten.setAccessibleName(f"{naam}, {eenheid}")
        self.grond = KeuzeEditor([(grond.id, grond.naam) for grond in gronden], leeg="— kies een grond —")
        self.grond.setObjectName("grond")
        self.motivering = TekstEditor(3)
        self.motivering.setObjectName("motivering")
        self.motivering.setPlaceholderText("Waarom is hier meer of minder nodig? Dit komt in het verslag.")
        self.ready = named_button("Vastleggen", "vastleggen", f"{naam} vastleggen")
        self.ready_why = named_button(
            "Afwijking vastleggen", "afwijking.vastleggen", f"{naam} vastleggen, met motivering"
        )
        self.undo = named_button(
            "Besluit terugnemen", "terugnemen", f"Besluit terugnemen bij {waarbij}" if waarbij else ""
        )
        self._outside = text_label("Buiten de marge: kies een grond en schrijf een motivering.")
        colour(self._outside, ORANJE)
        self._ground = text_label()
        colour(self._ground, GRIJS)
        self._mistake = text_label()
        colour(self._mistake, ROOD)
        self._why = QWidget()
        self._shown: tuple[int | None, str, str] = (None, "", "")
        self._lay_out(kop, eenheid, blocks)
        for button in (self.ready, self.ready_why):
            button.clicked.connect(self._on_ready)
        self.undo.clicked.connect(self.revoked)
        self.minuten.edited.connect(self._on_number)
        self.minuten.returnPressed.connect(self._on_enter)
        self.grond.edited.connect(lambda value: self._tell_ground(value))
        self.ask_why(asked=False)

    def ask_why(self, *, asked: bool) -> None:
        """Show or hide grond and motivering."""
        self._why.setVisible(asked)
        self.ready.setVisible(not asked)
        self._say("")

    def show_decision(self, minuten: int | None, grond: str, motivering: str, *, anew: bool = False) -> None:
        """Show what was decided; what is being typed is left alone, unless it must be shown anew."""
        decision = (minuten, grond, motivering)
        if decision == self._shown and not anew:
            return
        self._shown = decision
        self.minuten.set_value(minuten)
        self.grond.set_value(grond or None)
        self._tell_ground(grond)
        self.motivering.set_value(motivering)
        self.ask_why(asked=bool(grond))

    def _lay_out(self, kop: str, eenheid: str, blocks: Callable[[TekstEditor], QWidget] | None) -> None:
        row = QWidget()
        line = FlowLayout(row)
        line.setSpacing(6)
        for label in (kop, eenheid):
            word = text_label(label)
            word.setWordWrap(False)
            line.addWidget(word)
            if label == kop:
                line.addWidget(self.minuten)
        line.addWidget(self.ready)
        line.addWidget(self.undo)
        why = QVBoxLayout(self._why)
        why.setContentsMargins(0, 0, 0, 0)
        why.addWidget(self._outside)
        why.addWidget(labelled("Grond", self.grond))
        why.addWidget(self._ground)
        why.addWidget(labelled("Motivering (verplicht)", self.motivering))
        if blocks is not None:
            why.addWidget(blocks(self.motivering))
        why.addWidget(self.ready_why, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(row)
        layout.addWidget(self._why)
        layout.addWidget(self._mistake)

    def _tell_ground(self, grond: object) -> None:
        text = self._uitleg.get(str(grond), "")
        self._ground.setText(text)
        self._ground.setVisible(bool(text))

    def _say(self, mistake: str) -> None:
        show_message(self._mistake, mistake)

    def _on_number(self, minuten: int | None) -> None:
        if self._always_ask:
            self.ask_why(asked=minuten is not None)
        self.number_typed.emit(minuten)

    def _on_enter(self) -> None:
        """Record a number that needs no reason, or go to the reason."""
        if self._why.isVisibleTo(self):
            self.grond.setFocus()
        else:
            self._on_ready()

    def _on_ready(self) -> None:
        minuten = self.minuten.value()
        asks_why = self._why.isVisibleTo(self)
        if minuten is None:
            self._say("Vul eerst een aantal minuten in.")
            self.minuten.setFocus()
        elif asks_why and (self.grond.value() is None or not self.motivering.value().strip()):
            self._say("Kies een grond en schrijf een motivering. Zonder reden kan dit niet.")
            (self.motivering if self.grond.value() else self.grond).setFocus()
        else:
            self._say("")
            grond = str(self.grond.value()) if asks_why else ""
            self.decided.emit(minuten, grond, self.motivering.value() if asks_why else "")
