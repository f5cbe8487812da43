"""Typing a wachtwoord: hidden, with a hint about Caps Lock, and twice with its strength in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from indicatietool.domain.kluis import WachtwoordSterkte
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import BLAUW, GROEN, ORANJE, colour, icon, text_label
from indicatietool.session.toegang import Toegang

CAPS = "Let op: Caps Lock lijkt aan te staan."
_TINTS = {
    WachtwoordSterkte.TE_ZWAK: ORANJE,
    WachtwoordSterkte.REDELIJK: BLAUW,
    WachtwoordSterkte.STERK: GROEN,
}


def caps_label() -> QLabel:
    """Return the hint about Caps Lock, hidden until it is needed."""
    label = text_label(CAPS)
    colour(label, ORANJE)
    label.hide()
    return label


class PasswordField(QLineEdit):
    """Een veld waarin niemand meeleest."""

    caps_seen = Signal(bool)

    def __init__(self, name: str) -> None:
        """Show an empty field with this object name."""
        super().__init__()
        self.setObjectName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(1_000)

    def show_text(self, shown: bool) -> None:
        """Show the letters, or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice a capital that was typed without Shift, or a small letter with it."""
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_seen.emit(letter.isupper() != shift)
        super().keyPressEvent(event)


class PasswordPair(QWidget):
    """Een nieuw wachtwoord, twee keer, met de sterkte in woorden en een voorstel van vijf woorden."""

    changed = Signal()

    def __init__(self) -> None:
        """Show two empty fields."""
        super().__init__()
        self.first, self.second = PasswordField("wachtwoord"), PasswordField("wachtwoord.nogmaals")
        self.strength = text_label()
        self.strength.setObjectName("sterkte")
        self.caps = caps_label()
        self.suggest = QPushButton(icon("pencil"), "Stel &vijf woorden voor")
        self.suggest.setObjectName("voorstel")
        self.shown = QCheckBox("&Toon wat ik typ")
        self.shown.setObjectName("toon")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for label, field in (("Wachtwoord", self.first), ("Nog een keer", self.second)):
            kop = text_label(label)
            kop.setBuddy(field)
            field.setAccessibleName(label)
            layout.addWidget(kop)
            layout.addWidget(field)
            if field is self.first:
                layout.addWidget(self.strength)
        line_row = QWidget()
        line = FlowLayout(line_row)
        line.setSpacing(12)
        line.addWidget(self.suggest)
        line.addWidget(self.shown)
        layout.addWidget(self.caps)
        layout.addWidget(line_row)
        self._bind()
        self._judge()

    @property
    def text(self) -> str:
        """Return what was typed first."""
        return self.first.text()

    def complaint(self) -> str:
        """Return why it can't be used yet; empty when it can."""
        if not self.text:
            return "Kies eerst een wachtwoord."
        oordeel = Toegang.judge(self.text)
        if oordeel.sterkte is WachtwoordSterkte.TE_ZWAK:
            return f"Dit wachtwoord is te zwak. {oordeel.uitleg}"
        if self.second.text() != self.text:
            return "De twee wachtwoorden zijn niet gelijk. Typ ze nog een keer."
        return ""

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()
        self.shown.setChecked(False)

    def _bind(self) -> None:
        self.first.textChanged.connect(self._judge)
        self.second.textChanged.connect(lambda: self.changed.emit())
        for field in (self.first, self.second):
            field.caps_seen.connect(self.caps.setVisible)
            self.shown.toggled.connect(field.show_text)
        self.suggest.clicked.connect(self._on_suggest)

    def _judge(self) -> None:
        if not self.text:
            self.strength.setText("Een zin van vier of vijf losse woorden is sterk en goed te onthouden.")
            colour(self.strength, BLAUW)
        else:
            oordeel = Toegang.judge(self.text)
            self.strength.setText(f"Sterkte: {oordeel.sterkte}. {oordeel.uitleg}".strip())
            colour(self.strength, _TINTS[oordeel.sterkte])
        self.changed.emit()

    def _on_suggest(self) -> None:
        self.first.setText(Toegang.suggest())
        self.second.clear()
        self.shown.setChecked(True)
        self.second.setFocus()
