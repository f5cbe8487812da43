"""The forms for one fase and for one temporary line."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.domain.fasen import Fase, FaseSoort, TijdelijkeLijn
from indicatietool.errors import InvoerError
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.editors import (
    DatumEditor,
    GetalEditor,
    KeuzeEditor,
    RegelEditor,
    TekstEditor,
    labelled,
)
from indicatietool.gui.widgets.item_list import ItemForm
from indicatietool.gui.widgets.tekstblok import TekstblokBalk
from indicatietool.session.waarden import read_fact

SOORTEN = (
    (FaseSoort.START, "start"),
    (FaseSoort.VERVOLG, "vervolg"),
    (FaseSoort.AFBOUW, "afbouw"),
    (FaseSoort.WAAKVLAM, "waakvlam"),
)


class _TimedForm(ItemForm):
    """What both forms have: first and last day, minutes and a motivering."""

    def __init__(self, view: ViewModel, name: str) -> None:
        """Build the form."""
        super().__init__()
        self.session = view.session
        self.van, self.tot, self.minuten = DatumEditor(), DatumEditor(), GetalEditor()
        self.motivering = TekstEditor(2)
        for editor in (self.van, self.tot):
            editor.vandaag = lambda: self.session.vandaag
        self.tot.vanaf, self.tot.is_last_day = self.van.value, True
        self.van.vanaf = lambda: self.session.dossier.weging.ingangsdatum
        for part in ("van", "tot", "minuten", "motivering"):
            getattr(self, part).setObjectName(f"{name}.{part}")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def _finish(self, view: ViewModel, minuten: str, waarom: str) -> None:
        self._add("Eerste dag", self.van)
        self._add("Laatste dag", self.tot, "Die dag telt mee. +3m is drie maanden na de eerste dag.")
        self._add("Minuten per maand", self.minuten, minuten)
        self._add("Motivering", self.motivering, waarom)
        self._box.addWidget(TekstblokBalk(view, self.motivering, "motivering"))

    def _add(self, label: str, editor: QWidget, uitleg: str = "") -> None:
        self._box.addWidget(labelled(label, editor, uitleg))

    def _show_days(self, van: date | None, tot: date | None) -> None:
        self.van.set_value(van)
        self.tot.set_value(tot)

    def _days(self) -> tuple[date, date]:
        van, tot = self.van.value(), self.tot.value()
        if van is None or tot is None:
            raise InvoerError("Vul de eerste en de laatste dag in.")
        if tot < van:
            raise InvoerError("De laatste dag ligt vóór de eerste. Pas één van beide aan.")
        return van, tot


class FaseForm(_TimedForm):
    """Eén fase van de looptijd."""

    def __init__(self, view: ViewModel) -> None:
        """Build the form."""
        super().__init__(view, "fase")
        self.soort = KeuzeEditor(SOORTEN)
        self.soort.setObjectName("fase.soort")
        self.first = self.soort
        self._add("Soort fase", self.soort)
        self._finish(
            view,
            "Leeg: het aantal van de indicatie.",
            "Nodig als de fase een eigen aantal minuten heeft.",
        )

    def begin(self) -> None:
        """Show the fase that comes next: from where the last one ended to the end of the looptijd."""
        fasen, weging = self.session.dossier.fasen, self.session.dossier.weging
        van = fasen[-1].tot + timedelta(days=1) if fasen else weging.ingangsdatum
        self.soort.set_value(FaseSoort.VERVOLG if fasen else FaseSoort.START)
        einde = weging.einddatum
        self._show_days(van, einde if einde and van and einde >= van else None)
        self.minuten.set_value(None)
        self.motivering.set_value("")

    def load(self, item: Any) -> None:
        """Show a fase to change it."""
        self.soort.set_value(item.soort)
        self._show_days(item.van, item.tot)
        self.minuten.set_value(item.minuten_per_maand)
        self.motivering.set_value(item.motivering)

    def read(self) -> Fase:
        """Return the fase.

        Raises:
            InvoerError: something is missing.
        """
        if self.soort.value() is None:
            raise InvoerError("Kies de soort fase.")
        van, tot = self._days()
        minuten, motivering = self.minuten.value(), self.motivering.value()
        if minuten is not None and not motivering.strip():
            raise InvoerError("Deze fase heeft een eigen aantal minuten. Schrijf op waarom.")
        return read_fact(
            Fase,
            {
                "soort": str(self.soort.value()),
                "van": van.isoformat(),
                "tot": tot.isoformat(),
                "minuten_per_maand": minuten,
                "motivering": motivering,
            },
        )


class TijdelijkForm(_TimedForm):
    """Eén tijdelijke lijn naast de indicatie."""

    def __init__(self, view: ViewModel) -> None:
        """Build the form."""
        super().__init__(view, "tijdelijk")
        self.omschrijving = RegelEditor()
        self.omschrijving.setObjectName("tijdelijk.omschrijving")
        self.first = self.omschrijving
        self._add("Wat is er aan de hand", self.omschrijving, "Bijvoorbeeld: verhuizing, overlijden, crisis.")
        self._finish(view, "Extra, bovenop de indicatie.", "Waarom is dit tijdelijk extra nodig?")

    def begin(self) -> None:
        """Show an empty line that starts with the indicatie."""
        self.omschrijving.set_value("")
        self._show_days(self.session.dossier.weging.ingangsdatum, None)
        self.minuten.set_value(None)
        self.motivering.set_value("")

    def load(self, item: Any) -> None:
        """Show a line to change it."""
        self.omschrijving.set_value(item.omschrijving)
        self._show_days(item.van, item.tot)
        self.minuten.set_value(item.minuten_per_maand)
        self.motivering.set_value(item.motivering)

    def read(self) -> TijdelijkeLijn:
        """Return the line.

        Raises:
            InvoerError: something is missing.
        """
        van, tot = self._days()
        minuten, teksten = self.minuten.value(), (self.omschrijving.value(), self.motivering.value())
        if minuten is None or not all(tekst.strip() for tekst in teksten):
            raise InvoerError("Vul in wat er aan de hand is, hoeveel minuten extra, en waarom.")
        return read_fact(
            TijdelijkeLijn,
            {
                "omschrijving": teksten[0],
                "van": van.isoformat(),
                "tot": tot.isoformat(),
                "minuten_per_maand": minuten,
                "motivering": teksten[1],
            },
        )
