"""Begeleiding that the kader does not know: a line of its own, never without a motivering.

Bron: eis 10 (not everything fits in minutes per taak).
"""

from fractions import Fraction
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from indicatietool.domain.antwoorden import OverigeBegeleiding
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Voorstel
from indicatietool.errors import InvoerError
from indicatietool.gui.pages.kaart import Kaart
from indicatietool.gui.theme import text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.editors import GetalEditor, RegelEditor, TekstEditor, labelled
from indicatietool.gui.widgets.item_list import ItemForm, ItemList
from indicatietool.gui.widgets.tekstblok import TekstblokBalk
from indicatietool.session.waarden import read_fact

_WEEK = 10_080


class OverigeKaart(Kaart):
    """De regels overige begeleiding, en hoeveel van de minuten uit de norm komt."""

    def __init__(self, view: ViewModel) -> None:
        """Build the card."""
        super().__init__(view, "Overige begeleiding")
        self.form = OverigeForm(view)
        self.items = ItemList("overige", "overige begeleiding", self.form, _told, self._keep)
        self._coverage = text_label(soft=True)
        hint = "Nodig, maar niet als taak in het normenkader? Zet het hier, altijd met een motivering."
        self.box.addWidget(text_label(hint, soft=True))
        self.box.addWidget(self.items)
        self.box.addWidget(self._coverage)

    def refresh(self) -> None:
        """Show the lines that there are."""
        self.items.show_items(
            self.session.dossier.antwoorden.overige, may_change=not self.session.is_definitief
        )
        self._coverage.setText(self._covered())

    def _keep(self, overige: tuple[OverigeBegeleiding, ...]) -> bool:
        return self.view.act(self.session.set_overige, overige)

    def _covered(self) -> str:
        """Return how much of the minutes comes from taken with a norm."""
        taken = self.session.indicatie.taken
        uit_norm = sum(
            (u.minuten_per_week or 0 for u in taken if isinstance(u.voorstel, Voorstel)), Fraction(0)
        )
        zelf = sum(
            (u.minuten_per_week or 0 for u in taken if not isinstance(u.voorstel, Voorstel)), Fraction(0)
        )
        overig = sum(regel.minuten_per_week for regel in self.session.dossier.antwoorden.overige)
        samen = uit_norm + zelf + overig
        if not samen:
            return ""
        return f"{show_minutes(100 * uit_norm / samen)} % van de minuten komt uit taken met een norm."


class OverigeForm(ItemForm):
    """Eén regel overige begeleiding."""

    def __init__(self, view: ViewModel) -> None:
        """Build the form."""
        super().__init__()
        self.omschrijving, self.minuten, self.motivering = RegelEditor(), GetalEditor(_WEEK), TekstEditor(2)
        self.first = self.omschrijving
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for name, label in (
            ("omschrijving", "Wat is er nodig"),
            ("minuten", "Minuten per week"),
            ("motivering", "Motivering (verplicht)"),
        ):
            editor = getattr(self, name)
            editor.setObjectName(f"overige.{name}")
            layout.addWidget(labelled(label, editor))
        layout.addWidget(TekstblokBalk(view, self.motivering, "motivering van overige begeleiding"))

    def begin(self) -> None:
        """Show an empty form."""
        self._show("", None, "")

    def load(self, item: Any) -> None:
        """Show a line to change it."""
        self._show(item.omschrijving, item.minuten_per_week, item.motivering)

    def read(self) -> OverigeBegeleiding:
        """Return the line.

        Raises:
            InvoerError: one of the three is missing.
        """
        teksten = (self.omschrijving.value(), self.motivering.value())
        if self.minuten.value() is None or not all(tekst.strip() for tekst in teksten):
            raise InvoerError("Vul alle drie de velden in. Zonder motivering kan dit niet.")
        return read_fact(
            OverigeBegeleiding,
            {
                "omschrijving": self.omschrijving.value(),
                "minuten_per_week": self.minuten.value(),
                "motivering": self.motivering.value(),
            },
        )

    def _show(self, omschrijving: str, minuten: int | None, motivering: str) -> None:
        self.omschrijving.set_value(omschrijving)
        self.minuten.set_value(minuten)
        self.motivering.set_value(motivering)


def _told(overig: OverigeBegeleiding) -> str:
    return f"{overig.omschrijving}: {overig.minuten_per_week} minuten per week. {overig.motivering}"
