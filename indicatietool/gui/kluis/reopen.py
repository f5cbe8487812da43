"""Opening a definitief dossier again: only with a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from indicatietool.gui.dialog import Dialog
from indicatietool.gui.theme import text_label

MOST = 1_000


class ReopenDialog(Dialog):
    """Waarom een definitief dossier weer open gaat."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Ask for the reason."""
        super().__init__(
            parent,
            "Dossier heropenen",
            "De vastgelegde versie blijft bewaard. Schrijf op waarom u het dossier weer opent; dat komt in "
            "de "
            "geschiedenis.",
            ok="&Heropenen",
        )
        self.reason = QPlainTextEdit()
        self.reason.setObjectName("reden")
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName("Waarom heropent u dit dossier?")
        self.reason.setMinimumHeight(self.fontMetrics().height() * 4)
        kop = text_label("Waarom heropent u dit dossier?")
        kop.setBuddy(self.reason)
        self.body.addWidget(kop)
        self.body.addWidget(self.reason, 1)
        self.reason.setFocus()

    def submit(self) -> None:
        """Go on with the reason."""
        waarom = self.reason.toPlainText().strip()
        if not waarom:
            self.tell("Schrijf eerst op waarom.")
        elif len(waarom) > MOST:
            self.tell(f"Kort de reden in: hoogstens {MOST} tekens.")
        else:
            self.confirmed.emit(waarom)
            self.accept()
