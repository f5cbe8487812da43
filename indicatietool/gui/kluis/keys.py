"""Another wachtwoord, and another herstelcode: both ask for the wachtwoord of now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from indicatietool.gui.dialog import Dialog
from indicatietool.gui.kluis.password import PasswordField, PasswordPair
from indicatietool.gui.kluis.recovery import RecoveryPage
from indicatietool.gui.theme import text_label
from indicatietool.session.desk import Desk
from indicatietool.session.instellingen import set_code_unproven

BUSY = "Een ogenblik…"


class ChangePasswordDialog(Dialog):
    """Een ander wachtwoord voor de kluis."""

    done = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        """Ask for the old one and for the new one twice."""
        super().__init__(
            parent,
            "Wachtwoord wijzigen",
            "De dossiers worden niet opnieuw versleuteld. De herstelcode blijft geldig. Kopieën van vóór nu "
            "gaan open "
            "met het oude wachtwoord.",
            ok="&Wijzigen",
        )
        self._desk = desk
        self.old = PasswordField("wachtwoord.nu")
        self.old.setAccessibleName("Wachtwoord van nu")
        kop = text_label("Wachtwoord van nu")
        kop.setBuddy(self.old)
        self.pair = PasswordPair()
        for widget in (kop, self.old, self.pair):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.old.setFocus()

    def submit(self) -> None:
        """Change it."""
        complaint = self.pair.complaint() if self.old.text() else "Typ eerst het wachtwoord van nu."
        if complaint:
            self.tell(complaint)
            return
        oud, nieuw = self.old.text(), self.pair.text
        self.run(lambda: self._desk.kluis.change_wachtwoord(oud, nieuw), self._on_done, BUSY)

    def _on_done(self, _none: None) -> None:
        self.done.emit("Het wachtwoord is gewijzigd")
        self.accept()


class NewCodeDialog(Dialog):
    """Een nieuwe herstelcode; de vorige geldt dan niet meer."""

    done = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        """Ask for the wachtwoord, then show the code and ask for proof that it was kept."""
        super().__init__(
            parent,
            "Nieuwe herstelcode",
            "De herstelcode van nu opent de kluis daarna niet meer. Gooi dat papier dan weg.",
            ok="Nieuwe code &maken",
        )
        self._desk = desk
        self.field = PasswordField("wachtwoord")
        self.field.setAccessibleName("Wachtwoord van de kluis")
        self.label = text_label("Wachtwoord van de kluis")
        self.label.setBuddy(self.field)
        self.page = RecoveryPage()
        self.page.practise.hide()
        self.page.title.hide()
        self.page.hide()
        self.page.setMinimumHeight(self.fontMetrics().height() * 18)
        for widget in (self.label, self.field, self.page):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.page.kept.connect(self._on_kept)
        self.field.setFocus()

    def submit(self) -> None:
        """Make the code."""
        wachtwoord = self.field.text()
        if not wachtwoord:
            self.tell("Typ eerst het wachtwoord.")
            return
        self.run(lambda: self._make(wachtwoord), self._on_made, BUSY)

    def _make(self, wachtwoord: str) -> str:
        code = self._desk.kluis.new_herstelcode(wachtwoord)
        set_code_unproven(self._desk.kluis, True)
        return code

    def _on_made(self, code: str) -> None:
        self.field.clear()
        self.field.hide()
        self.label.hide()
        self.ok.hide()
        self.page.show_code(code)
        self.page.show()
        self.resize(self.sizeHint())
        self.page.focus_first()

    def _on_kept(self) -> None:
        set_code_unproven(self._desk.kluis, False)
        self.page.forget()
        self.done.emit("De nieuwe herstelcode geldt")
        self.accept()
