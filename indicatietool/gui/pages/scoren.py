"""Scoring the taken of one leefgebied: the list on top, the taak in hand below it, then the voorstel."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from indicatietool.domain.normenkader import Taak
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Onbepaald, Voorstel
from indicatietool.gui.pages.base import Page
from indicatietool.gui.pages.taak_detail import TaakDetail, VoorstelBalk
from indicatietool.gui.theme import select_softly


class ScorenPage(Page):
    """De taken van één leefgebied scoren."""

    uitleg = "Kies een taak uit de lijst. Sla over wat niet nodig is."

    def _build(self) -> None:
        self._taken = self.session.kader.taken_of(self.stap.leefgebied)
        self.list = QListWidget()
        self.list.setObjectName("taken")
        select_softly(self.list)
        self.list.setAccessibleName(f"Taken bij {self.stap.titel}")
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for taak in self._taken:
            item = QListWidgetItem(taak.naam)
            item.setData(Qt.ItemDataRole.UserRole, taak.id)
            item.setSizeHint(QSize(0, 26))
            self.list.addItem(item)
        self.list.setFixedHeight(26 * len(self._taken) + 6)
        self.outer.insertWidget(self.outer.count() - 1, self.list)
        self._voorstel = VoorstelBalk()
        self.outer.addWidget(self._voorstel)
        self.detail: TaakDetail | None = None
        self.list.setCurrentRow(self._first_open())
        self._show_detail()

    def _bind(self) -> None:
        self.list.currentRowChanged.connect(self._on_row)

    def _refresh(self) -> None:
        for row, taak in enumerate(self._taken):
            text = f"{taak.naam} — {self._stand(taak)}"
            item = self.list.item(row)
            if item.text() != text:
                item.setText(text)
        if self.detail is not None:
            self.detail.refresh()
            uitkomst = self.session.indicatie.uitkomst(self.detail.taak.id)
            self._voorstel.show_outcome(uitkomst.voorstel if uitkomst else None)

    def go_to(self, veld: str) -> None:
        """Show the taak that a field belongs to, and put the focus there."""
        for row, taak in enumerate(self._taken):
            if veld.startswith(f"taak.{taak.id}."):
                self.list.setCurrentRow(row)
        super().go_to(veld)

    def resume(self, plek: str) -> None:
        """Show the taak that was in hand."""
        self.go_to(f"taak.{plek}.")

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._show_detail()
            self.view.act(self.session.stay_at, f"{self.stap.id}/{self._taken[row].id}")

    def _stand(self, taak: Taak) -> str:
        uitkomst = self.session.indicatie.uitkomst(taak.id)
        if uitkomst is None:
            return "niet nodig of nog niet bekeken"
        match uitkomst.voorstel:
            case Voorstel() as voorstel:
                return f"{show_minutes(voorstel.omvang.richt)} minuten per week"
            case Onbepaald(open_vragen=vragen):
                return f"nog {len(vragen)} {'vraag' if len(vragen) == 1 else 'vragen'}"
            case _:
                return "beoordeel zelf"

    def _first_open(self) -> int:
        for row, taak in enumerate(self._taken):
            uitkomst = self.session.indicatie.uitkomst(taak.id)
            if uitkomst is not None and isinstance(uitkomst.voorstel, Onbepaald):
                return row
        return 0

    def _show_detail(self) -> None:
        row = self.list.currentRow()
        if row < 0 or (self.detail is not None and self.detail.taak is self._taken[row]):
            return
        self.detail = TaakDetail(self.view, self._taken[row])
        self.area.setWidget(self.detail)
        self.area.verticalScrollBar().setValue(0)
        self._refresh()
