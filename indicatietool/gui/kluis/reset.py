"""The way in for who forgot the wachtwoord: the herstelcode, and a new wachtwoord."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from indicatietool.gui.dialog import Dialog
from indicatietool.gui.kluis.password import PasswordPair
from indicatietool.gui.theme import text_label
from indicatietool.session.desk import Desk
from indicatietool.session.toegang import Toegang


class ResetDialog(Dialog):
    """Openen met de herstelcode."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, toegang: Toegang) -> None:
        """Ask for the code and a new wachtwoord."""
        super().__init__(
            parent,
            "Openen met de herstelcode",
            "Typ de code van uw papier: zeven groepjes van vier. Kies daarna een nieuw wachtwoord. "
            "De herstelcode blijft geldig.",
            ok="Kluis &openen",
        )
        self._toegang = toegang
        self.code = QLineEdit()
        self.code.setObjectName("code")
        self.code.setMaxLength(80)
        self.code.setAccessibleName("Herstelcode")
        kop = text_label("Herstelcode")
        kop.setBuddy(self.code)
        self.pair = PasswordPair()
        for widget in (kop, self.code, self.pair):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.code.setFocus()

    def submit(self) -> None:
        """Open the kluis with what was typed."""
        complaint = self.pair.complaint() if self.code.text().strip() else "Typ eerst de herstelcode."
        if complaint:
            self.tell(complaint)
            return
        code, nieuw = self.code.text(), self.pair.text
        self.run(
            lambda: self._toegang.unlock_with_herstelcode(code, nieuw),
            self._on_opened,
            "De kluis wordt geopend…",
        )

    def _on_opened(self, desk: Desk) -> None:
        self.opened.emit(desk)
        self.accept()
