"""How often: a number of times in a number of weeks. Empty until both are chosen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from indicatietool.domain.antwoorden import Frequentie
from indicatietool.gui.theme import text_label
from indicatietool.gui.widgets.editors import KeuzeEditor

_PERIODEN = [
    (1, "per week"),
    (2, "per 2 weken"),
    (3, "per 3 weken"),
    (4, "per 4 weken"),
    (6, "per 6 weken"),
    (8, "per 8 weken"),
    (13, "per 13 weken (kwartaal)"),
    (26, "per half jaar"),
    (52, "per jaar (incidenteel)"),
]


class FrequentieEditor(QWidget):
    """“2 keer per week”, typed and chosen."""

    edited = Signal(object)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.keer = QLineEdit()
        self.keer.setValidator(QIntValidator(1, 99, self))
        self.keer.setMaximumWidth(60)
        self.keer.setObjectName("keer")
        self.keer.setAccessibleName("Aantal keer")
        self.periode = KeuzeEditor(_PERIODEN, leeg="— per wat? —")
        self.periode.setObjectName("periode")
        self.periode.setAccessibleName("Per hoeveel weken")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.keer)
        layout.addWidget(text_label("keer"))
        layout.addWidget(self.periode)
        layout.addStretch(1)
        self.setFocusProxy(self.keer)
        self.keer.textEdited.connect(lambda: self.edited.emit(self.value()))
        self.periode.edited.connect(lambda: self.edited.emit(self.value()))

    def set_value(self, frequentie: Frequentie | None) -> None:
        """Show a frequency; a half-typed one is left alone."""
        if frequentie is None or frequentie == self.value():
            return
        self.keer.setText(str(frequentie.keer))
        self.periode.set_value(frequentie.per_weken)

    def value(self) -> Frequentie | None:
        """Return the frequency, or None while a part is missing."""
        keer, per_weken = self.keer.text(), self.periode.value()
        if not self.keer.hasAcceptableInput() or not isinstance(per_weken, int):
            return None
        return Frequentie(keer=int(keer), per_weken=per_weken)
