"""A look at the model answer of a case, marked as such: story, answers with reasons, what to discuss.

Comes in: a desk and a case. Goes out: nothing, or a copy of the case among one's own, to change.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox

from indicatietool.gui.banner import Banner
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.leesvenster import Alinea, LeesVenster
from indicatietool.session.oefenen.casussen import Casus, model_of
from indicatietool.session.oefenen.model_tekst import Deel, tell_model
from indicatietool.session.oefenen.schrijven import adopt

if TYPE_CHECKING:
    from indicatietool.gui.window import MainWindow
    from indicatietool.session.desk import Desk

MARK = "Modelantwoord: voor de trainer, of na het oefenen. Wie dit leest, scoort deze casus niet meer blind."


class ModelDialog(Dialog):
    """Het modelantwoord van één casus, om te lezen."""

    def __init__(self, parent: "MainWindow", desk: "Desk", casus: Casus) -> None:
        """Show the model of a case; the log of the kluis says that it was shown.

        Raises:
            DossierError: the case can't be read.
        """
        session = model_of(desk, casus)
        super().__init__(parent, casus.verhaal.titel, cancel="&Sluiten")
        self._window, self._desk, self._casus = parent, desk, casus
        self.banner = Banner("modelbanner", "circle-check")
        self.banner.say(MARK)
        self.text = LeesVenster("model", "Modelantwoord")
        self.text.show_paragraphs([_paragraph(deel) for deel in tell_model(session)])
        self.text.setMinimumHeight(self.fontMetrics().height() * 14)
        self.adopt = named_button("Als eigen casus &overnemen", "model.overnemen", symbol="pencil")
        self.body.addWidget(self.banner)
        self.body.addWidget(self.text, 1)
        self.buttons.addButton(self.adopt, QDialogButtonBox.ButtonRole.ActionRole)
        self.adopt.setAutoDefault(False)
        self.adopt.clicked.connect(self._on_adopt)
        self.grow(900, 700)
        self.text.setFocus()
        if desk.kluis is not None:
            desk.kluis.log("modelantwoord getoond", casus.naam)

    def _on_adopt(self) -> None:
        self.accept()
        self._window.open_from(lambda: adopt(self._desk, self._casus))


def _paragraph(deel: Deel) -> Alinea:
    return Alinea("kop" if deel.is_kop else "zin", deel.tekst)
