"""What stands before an open kluis: the welcome that makes one, and the door that opens it.

Comes in: whether there is a kluis. Goes out: signals with what was typed. Opens nothing itself.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.kluis.password import PasswordField, PasswordPair, caps_label
from indicatietool.gui.theme import ORANJE, ZWART, colour, icon, make_primary, scale, text_label, title_label

WELCOME = (
    "Uw dossiers komen in een kluis op deze laptop. De kluis is versleuteld: zonder uw wachtwoord kan "
    "niemand "
    "de dossiers lezen, ook de maker van dit programma niet. Hierna krijgt u een herstelcode, voor als u het "
    "wachtwoord vergeet."
)
WIDEST = 760


class DoorLeaf(QScrollArea):
    """Een blad met een kop, een kolom en een mededeling eronder."""

    practice_asked = Signal()

    def __init__(self, titel: str) -> None:
        """Show the heading."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.column = QWidget()
        self.column.setMaximumWidth(round(WIDEST * scale()))
        self.body = QVBoxLayout(self.column)
        self.body.setContentsMargins(0, 16, 12, 8)
        self.body.setSpacing(8)
        self.setWidget(self.column)
        self.title = title_label(titel, 1.5)
        self.body.addWidget(self.title)
        self.message = text_label()
        self.message.setObjectName("mededeling")
        self.message.hide()
        self.practise = QPushButton(icon("presentation"), "Alleen &oefenen, zonder wachtwoord")
        self.practise.setObjectName("alleen.oefenen")
        self.practise.clicked.connect(self.practice_asked)

    def tell(self, text: str, *, is_problem: bool = True) -> None:
        """Say what happened, under what was typed."""
        colour(self.message, ORANJE if is_problem else ZWART)
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def set_busy(self, text: str) -> None:
        """Let nothing be done while something runs; an empty text ends it."""
        self.column.setEnabled(not text)
        self.tell(text, is_problem=False)


class FirstStart(DoorLeaf):
    """Het welkom: wat een kluis is, en een wachtwoord ervoor."""

    asked = Signal(str)

    def __init__(self) -> None:
        """Show the welcome."""
        super().__init__("Welkom. Maak eerst uw kluis")
        self.pair = PasswordPair()
        self.make = QPushButton(icon("plus", "white"), "&Kluis maken")
        self.make.setObjectName("kluis.maken")
        make_primary(self.make)
        line_row = QWidget()
        line = FlowLayout(line_row)
        line.setSpacing(8)
        line.addWidget(self.make)
        line.addWidget(self.practise)
        self.loose = text_label()
        for widget in (text_label(WELCOME), self.loose, self.pair, self.message):
            self.body.addWidget(widget)
        self.body.addWidget(line_row)
        self.body.addStretch(1)
        self.make.clicked.connect(self._on_make)
        self.pair.second.returnPressed.connect(self._on_make)
        self.pair.changed.connect(lambda: self.tell(""))

    def show_loose(self, aantal: int) -> None:
        """Say that dossiers of before will be taken in."""
        dossiers = "1 dossier" if aantal == 1 else f"{aantal} dossiers"
        self.loose.setText(f"Op deze laptop staan nog {dossiers} van vóór de kluis. Die komen er meteen in.")
        self.loose.setVisible(aantal > 0)

    def focus_first(self) -> None:
        """Put the focus on the wachtwoord."""
        self.pair.first.setFocus()

    def _on_make(self) -> None:
        complaint = self.pair.complaint()
        if complaint:
            self.tell(complaint)
        else:
            self.asked.emit(self.pair.text)


class Unlock(DoorLeaf):
    """De dichte kluis: één veld, Enter opent."""

    asked = Signal(str)
    code_asked = Signal()
    restore_asked = Signal()

    def __init__(self) -> None:
        """Show the closed door."""
        super().__init__("De kluis is dicht")
        self.field = PasswordField("wachtwoord")
        self.field.setAccessibleName("Wachtwoord van de kluis")
        self.caps = caps_label()
        self.open = QPushButton(icon("folder-open", "white"), "&Kluis openen")
        self.open.setObjectName("kluis.openen")
        make_primary(self.open)
        self.code = QPushButton("Wachtwoord vergeten? &Herstelcode gebruiken…")
        self.code.setObjectName("herstelcode.gebruiken")
        self.restore = QPushButton("Een kopie &terugzetten…")
        self.restore.setObjectName("kopie.terugzetten")
        kop = text_label("Uw wachtwoord")
        kop.setBuddy(self.field)
        for widget in (kop, self.field, self.caps, self.message):
            self.body.addWidget(widget)
        line_row = QWidget()
        line = FlowLayout(line_row)
        line.setSpacing(8)
        for button in (self.open, self.code, self.restore, self.practise):
            line.addWidget(button)
        self.body.addWidget(line_row)
        self.body.addStretch(1)
        self.open.clicked.connect(self._on_open)
        self.field.returnPressed.connect(self._on_open)
        self.field.caps_seen.connect(self.caps.setVisible)
        self.code.clicked.connect(self.code_asked)
        self.restore.clicked.connect(self.restore_asked)

    def focus_first(self) -> None:
        """Put the focus on the wachtwoord, ready to be typed over."""
        self.field.setFocus()
        self.field.selectAll()

    def _on_open(self) -> None:
        if not self.field.text():
            self.tell("Typ het wachtwoord van uw kluis.")
            return
        self.asked.emit(self.field.text())
