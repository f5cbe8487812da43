"""Voorstel and besluit, per taak and in total. Nothing is decided beforehand; outside the marge asks why."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.pages.besluit_rij import BesluitRij
from indicatietool.gui.pages.overige import OverigeKaart
from indicatietool.gui.theme import text_label
from indicatietool.gui.widgets.afwijking import AfwijkingForm


class BesluitPage(Page):
    """Over elk voorstel besluit de consulent."""

    uitleg = (
        "Dit zijn voorstellen. U besluit per taak: neem het voorstel over, kies een ander aantal binnen de "
        "marge, of wijk af met een grond en een motivering."
    )

    def _build(self) -> None:
        self._rows = [BesluitRij(self.view, u.taak) for u in self.session.indicatie.taken]
        for row in self._rows:
            self.body.addWidget(row)
        if not self._rows:
            self.body.addWidget(text_label("Er zijn nog geen taken gescoord.", soft=True))
        self._overige = OverigeKaart(self.view)
        self.body.addWidget(self._overige)
        self._total = TotaalKaart(self)
        self.body.addWidget(self._total)
        self.body.addStretch(1)

    def _refresh(self) -> None:
        for row in self._rows:
            row.refresh()
        self._overige.refresh()
        self._total.refresh()

    def go_to(self, veld: str) -> None:
        """Put the focus on the besluit about a taak."""
        for row in self._rows:
            if veld == f"besluit.{row.taak}":
                row.overnemen.setFocus()


class TotaalKaart(QWidget):
    """Het totaal per maand: de som, of een ander getal met een motivering."""

    def __init__(self, page: BesluitPage) -> None:
        """Build the card of the total."""
        super().__init__()
        self._view, self._session = page.view, page.session
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        frame, box = card("Totaal per maand")
        layout.addWidget(frame)
        self._sum = text_label()
        box.addWidget(self._sum)
        gronden = [(grond.id, grond.naam) for grond in self._session.kader.gronden]
        self._form = AfwijkingForm(gronden, "Totaal anders vaststellen", "minuten per maand", always_ask=True)
        self._form.setObjectName("besluit.totaal")
        box.addWidget(self._form)
        self._form.decided.connect(self._on_decided)
        self._form.revoked.connect(lambda: self._view.act(self._session.revoke_total))

    def refresh(self) -> None:
        """Show the sum and what was decided about it."""
        indicatie = self._session.indicatie
        self._sum.setText(
            f"De som van de taken is {indicatie.berekend_per_maand} minuten per maand. "
            f"De indicatie is nu {indicatie.minuten_per_maand} minuten per maand."
        )
        afwijking = indicatie.afwijking
        if afwijking is None:
            self._form.show_decision(None, "", "")
        else:
            self._form.show_decision(afwijking.minuten_per_maand, afwijking.grond, afwijking.motivering)

    def _on_decided(self, minuten: int, grond: str, motivering: str) -> None:
        self._view.act(self._session.depart_from_total, minuten, grond, motivering)
