"""What is still missing, each a way to the very field; advice; and the client's view of the outcome."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from indicatietool.domain.velden import AFRONDING
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.pages.form import FieldSet
from indicatietool.gui.theme import icon, text_label
from indicatietool.session.checks import Gemis, advise, missing

_SHOWN = 300


class ControlerenPage(Page):
    """Wat er nog ontbreekt voor een definitief verslag, en waar u nog eens naar kunt kijken."""

    uitleg = "Kies een regel om naar het veld te gaan. Een concept kunt u altijd maken."

    def _build(self) -> None:
        self._fields = FieldSet(self.view, AFRONDING, self.body)
        frame, box = card("Nog nodig voor een definitief verslag")
        self._summary = text_label()
        self._missing = QListWidget()
        self._missing.setObjectName("ontbreekt")
        self._missing.setAccessibleName("Wat nog ontbreekt; Enter gaat naar het veld")
        self._missing.setWordWrap(True)
        self._missing.setMinimumHeight(240)
        box.addWidget(self._summary)
        box.addWidget(self._missing)
        self.body.addWidget(frame)
        frame, box = card("Advies: kijk hier nog eens naar")
        self._advice = text_label()
        self._advice.setObjectName("advies")
        box.addWidget(self._advice)
        self.body.addWidget(frame)
        self.body.addStretch(1)
        self._gaps: tuple[Gemis, ...] | None = None

    def _bind(self) -> None:
        self._missing.itemActivated.connect(self._on_chosen)
        self._missing.itemClicked.connect(self._on_chosen)

    def _refresh(self) -> None:
        self._fields.refresh()
        facts = self.session.kader, self.session.dossier, self.session.indicatie
        gaps = missing(*facts)
        if gaps != self._gaps:
            self._gaps = gaps
            self._fill(gaps)
        advice = advise(*facts)
        self._advice.setText("\n".join(f"– {toets.tekst}" for toets in advice) or "Geen opmerkingen.")

    def _fill(self, gaps: tuple[Gemis, ...]) -> None:
        self._missing.clear()
        for gemis in gaps[:_SHOWN]:
            item = QListWidgetItem(icon("chevron-right"), gemis.tekst)
            item.setData(Qt.ItemDataRole.UserRole, gemis)
            self._missing.addItem(item)
        self._missing.setVisible(bool(gaps))
        self._summary.setText(
            f"Er ontbreken nog {len(gaps)} gegevens." if gaps else "Alles is ingevuld. Het verslag kan af."
        )

    def _on_chosen(self, item: QListWidgetItem) -> None:
        gemis: Gemis = item.data(Qt.ItemDataRole.UserRole)
        self.view.step_asked.emit(gemis.stap, gemis.veld)
