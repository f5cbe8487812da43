"""Begeleiding that the kader does not know: a line of its own, never without a motivering.

Bron: eis 10 (not everything fits in minutes per taak).
"""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from indicatietool.domain.antwoorden import OverigeBegeleiding
from indicatietool.gui.pages.base import card
from indicatietool.gui.theme import ROOD, colour, icon, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.editors import GetalEditor, RegelEditor, TekstEditor, labelled
from indicatietool.gui.widgets.rows import clear, removable_row

_WEEK = 10_080


class OverigeKaart(QWidget):
    """De regels overige begeleiding, en een formulier om er een toe te voegen."""

    def __init__(self, view: ViewModel) -> None:
        """Build the card."""
        super().__init__()
        self._view, self._session = view, view.session
        self._rows = QVBoxLayout()
        self.add = QPushButton(icon("plus"), "Overige begeleiding toevoegen…")
        self.add.setObjectName("overige.toevoegen")
        self.omschrijving, self.minuten, self.motivering = RegelEditor(), GetalEditor(_WEEK), TekstEditor(2)
        self.ready = QPushButton("Overige begeleiding vastleggen")
        self._mistake = text_label()
        colour(self._mistake, ROOD)
        self._form = self._laid_out()
        self._shown: tuple[OverigeBegeleiding, ...] | None = None
        frame, box = card("Overige begeleiding")
        hint = "Nodig, maar niet als taak in het normenkader? Zet het hier, altijd met een motivering."
        box.addWidget(text_label(hint, soft=True))
        box.addLayout(self._rows)
        box.addWidget(self.add)
        box.addWidget(self._form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self.add.clicked.connect(self._open)
        self.ready.clicked.connect(self._on_ready)

    def refresh(self) -> None:
        """Show the lines that there are."""
        overige = self._session.dossier.antwoorden.overige
        if overige == self._shown:
            return
        self._shown = overige
        clear(self._rows)
        for index, overig in enumerate(overige):
            text = f"{overig.omschrijving}: {overig.minuten_per_week} minuten per week. {overig.motivering}"
            row, away = removable_row(text, f"{overig.omschrijving} weghalen")
            away.clicked.connect(lambda _checked, index=index: self._remove(index))
            self._rows.addWidget(row)

    def _laid_out(self) -> QWidget:
        for name in ("omschrijving", "minuten", "motivering"):
            getattr(self, name).setObjectName(f"overige.{name}")
        self.ready.setObjectName("overige.vastleggen")
        form = QWidget()
        layout = QVBoxLayout(form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(labelled("Wat is er nodig", self.omschrijving))
        layout.addWidget(labelled("Minuten per week", self.minuten))
        layout.addWidget(labelled("Motivering (verplicht)", self.motivering))
        layout.addWidget(self._mistake)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.ready)
        layout.addLayout(line)
        form.setVisible(False)
        return form

    def _open(self) -> None:
        for editor in (self.omschrijving, self.motivering):
            editor.set_value("")
        self.minuten.set_value(None)
        self._mistake.setText("")
        self._form.setVisible(True)
        self.omschrijving.setFocus()

    def _on_ready(self) -> None:
        minuten = self.minuten.value()
        if minuten is None or not self.omschrijving.value().strip() or not self.motivering.value().strip():
            self._mistake.setText("Vul alle drie de velden in. Zonder motivering kan dit niet.")
            return
        nieuw = OverigeBegeleiding(
            omschrijving=self.omschrijving.value(),
            minuten_per_week=minuten,
            motivering=self.motivering.value(),
        )
        overige = (*self._session.dossier.antwoorden.overige, nieuw)
        if self._view.act(self._session.set_overige, overige):
            self._form.setVisible(False)
            self.add.setFocus()

    def _remove(self, index: int) -> None:
        oud = self._session.dossier.antwoorden.overige
        over = tuple(overig for nummer, overig in enumerate(oud) if nummer != index)
        self._view.act(self._session.set_overige, over)
