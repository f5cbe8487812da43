"""The voorstel of the taak in hand, what it does to the sum, and three ways to ask why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from indicatietool.domain.indicatie import Indicatie
from indicatietool.domain.voorstel import BeoordeelZelf, Onbepaald, OpenVraag, TaakVoorstel, Voorstel
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import ORANJE, ZWART
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.rustig import RustigeTekst
from indicatietool.gui.widgets.waarom import voorstel_sentence

VRAGEN = (
    ("waarom", "Waarom? (W)", "Waarom dit getal"),
    ("meer-of-minder", "Meer of minder? (M)", "Waarom niet meer of minder"),
    ("zwaarst", "Zwaarst? (Z)", "Wat weegt het zwaarst"),
)
"""Name, text and accessible name of each way to ask why; the letter is its key."""


class VoorstelBalk(QWidget):
    """Het voorstel van de taak die in beeld is, altijd zichtbaar."""

    why_asked = Signal(str)
    elsewhere_asked = Signal(str)

    def __init__(self) -> None:
        """Start without a voorstel."""
        super().__init__()
        self.text = RustigeTekst("voorstel", 1.1, bold=True)
        self.sum = RustigeTekst("som")
        self.elsewhere = named_button("Naar de vraag die nog open is", "elders", symbol="arrow-right")
        self.elsewhere.hide()
        self.buttons: dict[str, QPushButton] = {}
        buttons = QWidget()
        line = FlowLayout(buttons)
        line.setSpacing(6)
        line.addWidget(self.elsewhere)
        for name, text, accessible in VRAGEN:
            self.buttons[name] = named_button(text, name, accessible)
            self.buttons[name].clicked.connect(lambda _checked, name=name: self.why_asked.emit(name))
            line.addWidget(self.buttons[name])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.text)
        layout.addWidget(self.sum)
        layout.addWidget(buttons)
        self._is_settled: bool | None = None
        self._sum_before: int | None = None
        self._place = ""
        self.elsewhere.clicked.connect(lambda: self.elsewhere_asked.emit(self._place))

    def show_outcome(self, voorstel: TaakVoorstel | None, indicatie: Indicatie) -> None:
        """Show a voorstel, or what is still open, and what became of the sum."""
        match voorstel:
            case Voorstel():
                text = f"{voorstel_sentence(voorstel)}."
            case Onbepaald(open_vragen=vragen):
                text = _still_open(vragen)
            case BeoordeelZelf(uitleg=uitleg):
                text = f"Beoordeel zelf: {uitleg}"
            case None:
                text = "Geef antwoord als hier begeleiding nodig is."
        self.text.setText(text)
        self._colour(voorstel is None or isinstance(voorstel, Voorstel))
        self._show_elsewhere(voorstel)
        self._show_sum(indicatie.berekend_per_maand)

    def forget_change(self) -> None:
        """Stop telling what the last answer did: another taak is in hand."""
        self._sum_before = None

    def _colour(self, is_settled: bool) -> None:
        if is_settled is not self._is_settled:
            self._is_settled = is_settled
            self.text.set_colour(ZWART if is_settled else ORANJE)

    def _show_elsewhere(self, voorstel: TaakVoorstel | None) -> None:
        """Show the way to a question of the whole dossier, when only such questions are left."""
        vragen = voorstel.open_vragen if isinstance(voorstel, Onbepaald) else ()
        only_elsewhere = bool(vragen) and all(vraag.veld.startswith("factor.") for vraag in vragen)
        self._place = vragen[0].veld if only_elsewhere else ""
        self.elsewhere.setVisible(only_elsewhere)

    def _show_sum(self, nu: int) -> None:
        voor, self._sum_before = self._sum_before, nu
        if voor is None:
            self.sum.setText(f"Alle taken samen: {nu} minuten per maand.")
        elif voor != nu:
            meer = "meer" if nu > voor else "minder"
            self.sum.setText(
                f"Alle taken samen: {nu} minuten per maand, {abs(nu - voor)} {meer} door uw laatste antwoord."
            )


def _still_open(vragen: tuple[OpenVraag, ...]) -> str:
    """Return how much is open in one line, so that the page does not jump while it gets less."""
    if len(vragen) == 1:
        return f"Nog één vraag open: {vragen[0].tekst}."
    return f"Nog {len(vragen)} vragen open. Eerst: {vragen[0].tekst}."
