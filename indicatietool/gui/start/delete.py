"""Removing a dossier for good: which one, and why, from a list that names no one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from indicatietool.domain.verwijderen import REDENEN
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.theme import text_label

REASONS = tuple(REDENEN.values())
_CHOOSE = "— kies een reden —"
WHAT = (
    "Dossier {} gaat voor altijd weg, met zijn geschiedenis en vastgelegde versies. Kopieën van de kluis "
    "van vóór "
    "vandaag bevatten het nog. Het logboek houdt bij dat het er was en waarom het weg is."
)


class DeleteDialog(Dialog):
    """Een dossier verwijderen, met een reden."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget, nummer: str, reason: str = "") -> None:
        """Ask why this dossier may go; a reason may be proposed."""
        super().__init__(parent, "Dossier verwijderen", WHAT.format(nummer), ok="Voor altijd &verwijderen")
        self.reason = QComboBox()
        self.reason.setObjectName("reden")
        self.reason.addItems([_CHOOSE, *REASONS])
        self.reason.setAccessibleName("Waarom mag dit dossier weg?")
        kop = text_label("Waarom mag dit dossier weg?")
        kop.setBuddy(self.reason)
        self.body.addWidget(kop)
        self.body.addWidget(self.reason)
        self.body.addStretch(1)
        self.cancel.setDefault(True)
        if reason in REASONS:
            self.reason.setCurrentText(reason)
        self.reason.setFocus()

    def submit(self) -> None:
        """Confirm with the chosen reason."""
        if self.reason.currentIndex() == 0:
            self.tell("Kies eerst een reden.")
            return
        self.confirmed.emit(self.reason.currentText())
        self.accept()
