"""Putting a copy back in the place of a kluis that is closed: damaged, gone, or gone wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QWidget

from indicatietool.domain.kluis import Kopie
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.kluis.password import PasswordField
from indicatietool.gui.theme import select_softly, text_label
from indicatietool.session.desk import Desk
from indicatietool.session.toegang import Toegang

HOW = (
    "Kies een kopie. De kluis wordt weer zoals op dat moment. Wat er nu staat, wordt eerst opzij gezet: "
    "dat kunt u later ook terugzetten."
)


class RestoreDialog(Dialog):
    """Een kopie van de kluis terugzetten."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, toegang: Toegang) -> None:
        """Show the copies, newest first."""
        super().__init__(parent, "Een kopie terugzetten", HOW, ok="Deze kopie &terugzetten")
        self._toegang = toegang
        self._copies = toegang.copies()
        self.list = QListWidget()
        self.list.setObjectName("kopieen")
        self.list.setAccessibleName("Kopieën van de kluis, nieuwste eerst")
        self.list.setMinimumHeight(self.fontMetrics().height() * 6)
        select_softly(self.list)
        self.list.addItems([describe(kopie) for kopie in self._copies])
        self.field = PasswordField("wachtwoord")
        self.field.setAccessibleName("Wachtwoord of herstelcode")
        kop = text_label("Het wachtwoord van nu, dat van toen, of de herstelcode")
        kop.setBuddy(self.field)
        for widget in (self.list, kop, self.field):
            self.body.addWidget(widget)
        if self._copies:
            self.list.setCurrentRow(0)
        else:
            self.tell("Er zijn nog geen kopieën van deze kluis.")
            self.ok.setEnabled(False)
        self.list.setFocus()

    def submit(self) -> None:
        """Put the chosen copy back."""
        row = self.list.currentRow()
        if row < 0 or not self.field.text():
            self.tell("Kies een kopie en typ het wachtwoord.")
            return
        kopie, wachtwoord = self._copies[row], self.field.text()
        self.run(
            lambda: self._toegang.restore(kopie, wachtwoord), self._on_opened, "De kopie wordt teruggezet…"
        )

    def _on_opened(self, desk: Desk) -> None:
        self.opened.emit(desk)
        self.accept()


def describe(kopie: Kopie) -> str:
    """Return when a copy was made, how large it is, and whether it was put aside."""
    opzij = ", opzij gezet bij het terugzetten" if kopie.is_opzij else ""
    groot = f"{kopie.omvang / 1_000_000:.1f}".replace(".", ",")
    return f"{kopie.moment.astimezone():%d-%m-%Y %H.%M} · {groot} MB{opzij}"
