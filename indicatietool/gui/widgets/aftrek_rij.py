"""One aftrek that was recorded: what it says, whether it counts, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.domain.antwoorden import Aftrek, Beschikbaar
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import ORANJE, colour, text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.session.advies_antwoorden import OVERBELAST

_BESCHIKBAAR = {
    Beschikbaar.JA: "beschikbaar",
    Beschikbaar.NEE: "niet beschikbaar",
    Beschikbaar.WACHTLIJST: "op een wachtlijst",
    Beschikbaar.OVERBELAST: "overbelast",
}


class AftrekRij(QWidget):
    """Eén aftrek bij een taak."""

    change_asked = Signal()
    remove_asked = Signal()
    overburdened_asked = Signal()

    def __init__(self, aftrek: Aftrek, wat: str, *, counts_on_overburdened: bool) -> None:
        """Show an aftrek.

        Args:
            aftrek: as it was recorded.
            wat: the taak, for a screen reader.
            counts_on_overburdened: it counts on someone who can't; then there is advice.
        """
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(2)
        layout.addWidget(text_label(describe_aftrek(aftrek)))
        row = QWidget()
        line = FlowLayout(row)
        line.setSpacing(6)
        welke = f"{aftrek.soort.naam}, {how_much(aftrek)}, bij {wat}"
        for text, name, symbol, signal in (
            ("Wijzigen", "wijzigen", "pencil", self.change_asked),
            ("Weghalen", "weghalen", "trash-2", self.remove_asked),
        ):
            button = named_button(text, name, f"{text}: {welke}", symbol)
            button.clicked.connect(signal)
            line.addWidget(button)
        if counts_on_overburdened:
            advice = text_label(OVERBELAST)
            colour(advice, ORANJE)
            layout.addWidget(advice)
            button = named_button("Zet op overbelast", "overbelast", f"Zet op overbelast: {welke}")
            button.clicked.connect(self.overburdened_asked)
            line.addWidget(button)
        layout.addWidget(row)


def how_much(aftrek: Aftrek) -> str:
    """Return how much goes off, with its unit."""
    if aftrek.procent is not None:
        return f"{aftrek.procent} %"
    return f"{aftrek.minuten_per_week} minuten per week"


def describe_aftrek(aftrek: Aftrek) -> str:
    """Return an aftrek in one sentence, and whether it counts."""
    telt = "" if aftrek.telt_mee else " — telt niet mee"
    vrijwillig = "" if aftrek.vrijwillig else ", niet vrijwillig"
    return (
        f"{aftrek.soort.naam.capitalize()}: {how_much(aftrek)}, {aftrek.duur}, "
        f"{_BESCHIKBAAR[aftrek.beschikbaar]}{vrijwillig}{telt}. {aftrek.reden}"
    )
