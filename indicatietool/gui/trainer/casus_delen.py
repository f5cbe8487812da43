"""Handing out a practice case: without the model for who practises, or with it for another trainer.

Comes in: a session with a case. Goes out: a file where the trainer wants it. A real dossier is refused.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QRadioButton

from indicatietool.errors import IndicatietoolError, InvoerError
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.save_as import ask_where
from indicatietool.gui.theme import text_label
from indicatietool.session.oefenen.casussen import plain_name
from indicatietool.session.oefenen.delen import has_model, share_blind, share_with_model

if TYPE_CHECKING:
    from indicatietool.gui.window import MainWindow
    from indicatietool.session.desk import Desk
    from indicatietool.session.session import Session

TITLE = "Casus uitdelen"
HOW = (
    "U maakt een bestand dat een ander inleest bij Oefenen. Het heeft geen wachtwoord: er staat geen echte "
    "cliënt in."
)
NO_CASE = (
    "In dit dossier staat geen casus om uit te delen. Kies een casus bij Oefenen, of schrijf er één met "
    "Trainer, Casus schrijven."
)
NO_MODEL = "In dit dossier staan de antwoorden van wie oefent, niet het model."
KIND = "Overdracht (*.indicatie)"


class DeelDialog(Dialog):
    """Kiezen of het model meegaat, en waar het bestand komt."""

    def __init__(self, parent: "MainWindow", session: "Session") -> None:
        """Ask how a case is handed out.

        Raises:
            InvoerError: a real dossier, or one without a case.
        """
        casus = session.dossier.oefencasus
        if casus is None:
            raise InvoerError(NO_CASE)
        super().__init__(parent, TITLE, HOW, ok="Bestand &maken…")
        self._window, self._session, self._titel = parent, session, casus.titel
        self.blind = QRadioButton("&Zonder modelantwoord, om te oefenen")
        self.blind.setObjectName("delen.blind")
        self.met_model = QRadioButton("Met mo&delantwoord, om te bespreken")
        self.met_model.setObjectName("delen.model")
        self.blind.setChecked(True)
        self.met_model.setEnabled(has_model(session.dossier))
        self.body.addWidget(text_label(f"Casus: {casus.titel}"))
        self.body.addWidget(self.blind)
        self.body.addWidget(self.met_model)
        if not self.met_model.isEnabled():
            self.body.addWidget(text_label(NO_MODEL, soft=True))
        self.body.addStretch(1)
        self.blind.setFocus()

    def submit(self) -> None:
        """Ask where the file comes and make it."""
        with_model = self.met_model.isChecked()
        naam = f"oefencasus-{plain_name(self._titel)}{'-met-model' if with_model else ''}.indicatie"
        pad = ask_where(self, "de oefencasus", naam, KIND)
        if pad is None:
            return
        try:
            (share_with_model if with_model else share_blind)(self._session, pad)
        except IndicatietoolError as error:
            self.tell(str(error))
            return
        self._window.say(f"Gemaakt: {pad.name}")
        self.accept()


def hand_out(parent: "MainWindow", _desk: "Desk | None", session: "Session") -> DeelDialog:
    """Show how the case of a practice dossier is handed out; returns what asks.

    Raises:
        InvoerError: a real dossier, or one without a case.
    """
    dialog = DeelDialog(parent, session)
    dialog.open()
    return dialog
