"""What is done with the advice of the aanbieder, beside the number as it is now."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.domain.velden import ADVIES
from indicatietool.gui.pages.form import FieldSet
from indicatietool.gui.pages.kaart import Kaart
from indicatietool.gui.theme import ORANJE, colour, enlarge, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.links import ask_place
from indicatietool.session.checks import has_advies


class AdviesKaart(Kaart):
    """Het advies van de aanbieder, het verschil met de indicatie, en of het wordt gevolgd.

    Bron: eisen 19 and 81.
    """

    def __init__(self, view: ViewModel) -> None:
        """Build the card."""
        super().__init__(view, "Advies van een aanbieder")
        self._difference, self._summary = text_label(), text_label(soft=True)
        self._difference.setObjectName("advies.verschil")
        enlarge(self._difference, 1.0, bold=True)
        self._advice = text_label()
        colour(self._advice, ORANJE)
        self.edit = named_button("Advies invullen (stap Melding)", "advies.invullen", symbol="pencil")
        for widget in (self._difference, self._summary, self._advice, self.edit):
            self.box.addWidget(widget)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        self._fields = FieldSet(view, ADVIES, inside)
        self.box.addWidget(self._inside)
        self.edit.clicked.connect(lambda: ask_place(view, "melding.advies_minuten_per_maand"))

    def refresh(self, advice: tuple[str, ...]) -> None:
        """Show the advice and the difference as they are now.

        Args:
            advice: what to look at again.
        """
        dossier = self.session.dossier
        has = has_advies(dossier)
        gegeven = has or dossier.melding.advies_gevolgd is not None
        self._inside.setVisible(gegeven)
        self.edit.setText("Advies wijzigen (stap Melding)" if has else "Advies invullen (stap Melding)")
        self._difference.setText(self._in_words() if has else "Er is geen advies van een aanbieder ingevuld.")
        samenvatting = dossier.melding.advies_samenvatting.strip()
        self._summary.setText(samenvatting)
        self._summary.setVisible(bool(samenvatting))
        self._advice.setText("\n".join(f"Let op: {tekst}" for tekst in advice))
        self._advice.setVisible(bool(advice))
        self._fields.refresh()

    def _in_words(self) -> str:
        melding, nu = self.session.dossier.melding, self.session.indicatie.minuten_per_maand
        dag = melding.advies_datum
        van = f" van {dag.day}-{dag.month}-{dag.year}" if dag else ""
        geadviseerd = melding.advies_minuten_per_maand
        if geadviseerd is None:
            return f"Het advies{van} noemt geen aantal. De indicatie is nu {nu} minuten per maand."
        verschil = nu - geadviseerd
        hoe = "evenveel" if not verschil else f"{abs(verschil)} {'meer' if verschil > 0 else 'minder'}"
        return f"Het advies{van} is {geadviseerd} minuten per maand. De indicatie is nu {nu}: {hoe}."
