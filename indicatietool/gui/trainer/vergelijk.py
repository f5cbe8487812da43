"""The practice dossier beside the model answer, only after the consulent says to be ready.

Comes in: the desk of the oefenkluis and a practice session. Goes out: a mark in the dossier that the model
was seen, and text to copy. Shows nothing of the model before that.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QSplitter

from indicatietool.gui.dialog import Dialog
from indicatietool.gui.theme import enlarge, scale, text_label
from indicatietool.gui.trainer.vergelijk_detail import VergelijkDetail
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.regel_lijst import RegelLijst
from indicatietool.session.oefenen.casussen import model_for
from indicatietool.session.oefenen.vergelijk import (
    ModelVergelijking,
    compare_with_model,
    mark_seen,
    open_questions,
)
from indicatietool.session.oefenen.vergelijk_tekst import as_text, standing_of, totals_of

if TYPE_CHECKING:
    from indicatietool.gui.window import MainWindow
    from indicatietool.session.desk import Desk
    from indicatietool.session.session import Session

TITLE = "Vergelijken met het modelantwoord"
READY = (
    "U ziet straks per taak uw antwoord naast dat van het model, met de reden. Daarna staat in dit "
    "oefendossier dat u het model hebt gezien. Bent u klaar met scoren?"
)
OPEN = "Let op: bij {} is nog geen aantal minuten. {} niet mee in de vergelijking."
WHOLE = "Het hele dossier"
NARROW = 1.5
"""Size of letters from which list and detail stand under each other."""


class VergelijkDialog(Dialog):
    """Eerst de vraag of u klaar bent, dan de vergelijking: links de taken, rechts de antwoorden."""

    def __init__(self, parent: "MainWindow", desk: "Desk", session: "Session") -> None:
        """Find the model of this practice dossier.

        Args:
            parent: the window in which the practice dossier is open.
            desk: of the oefenkluis.
            session: the practice dossier.

        Raises:
            InvoerError: it has no case, or the model is not on this laptop.
        """
        model = model_for(desk, session.dossier)
        super().__init__(parent, TITLE, ok="Klaar, &vergelijk", cancel="&Sluiten")
        self._window, self._session, self._model = parent, session, model
        self.vergelijking: ModelVergelijking | None = None
        self.question = text_label(READY)
        self.warning = text_label(_still_open(session))
        self.warning.setVisible(bool(self.warning.text()))
        self.summary = text_label()
        self.summary.setObjectName("samenvatting")
        enlarge(self.summary, 1.3, bold=True)
        self.totals = text_label()
        self.list = RegelLijst("vergelijking.taken", "Taken, het grootste verschil eerst")
        self.detail = VergelijkDetail()
        self.copy = named_button("Als tekst &kopiëren", "kopieren", symbol="file-text")
        self._splitter = self._split()
        for widget in (self.question, self.warning, self.summary, self.totals):
            self.body.addWidget(widget)
        self.body.addWidget(self._splitter, 1)
        self.body.addStretch()
        for widget in (self.summary, self.totals, self._splitter):
            widget.hide()
        self.list.currentRowChanged.connect(self._on_row)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._on_copy)
        casus = session.dossier.oefencasus
        if session.is_definitief or (casus is not None and casus.model_gezien is not None):
            self.submit()

    def submit(self) -> None:
        """Compare; from here on the model has been seen."""
        self.vergelijking = compare_with_model(self._session, self._model)
        wizard = self._window.wizard
        if wizard is not None and wizard.view.session is self._session:
            wizard.view.act(mark_seen, self._session)
        else:
            mark_seen(self._session)
        self._show(self.vergelijking)

    def _show(self, vergelijking: ModelVergelijking) -> None:
        self.summary.setText(_sentence(vergelijking.samenvatting))
        self.totals.setText(totals_of(vergelijking))
        for taak in vergelijking.taken:
            self.list.add_row(taak.naam, standing_of(taak))
        if vergelijking.algemeen:
            aantal = len(vergelijking.algemeen)
            self.list.add_row(WHOLE, f"{aantal} {'verschil' if aantal == 1 else 'verschillen'}")
        self.question.hide()
        for widget in (self.summary, self.totals, self._splitter):
            widget.show()
        self.ok.hide()
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.grow(1000, 720)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _on_row(self, row: int) -> None:
        taken = self.vergelijking.taken
        if 0 <= row < len(taken):
            self.detail.show_taak(taken[row])
        elif row >= 0:
            self.detail.show_whole(WHOLE, self.vergelijking.algemeen)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.vergelijking))
        self.tell("De vergelijking staat op het klembord.")

    def _split(self) -> QSplitter:
        stacked = scale() >= NARROW
        splitter = QSplitter(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
        splitter.addWidget(self.list)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        line = self.fontMetrics().lineSpacing()
        self.list.setMinimumHeight(line * (6 if stacked else 12))
        self.detail.setMinimumHeight(line * 12)
        splitter.setSizes([line * 6, line * 12] if stacked else [320, 640])
        return splitter


def _still_open(session: "Session") -> str:
    aantal = open_questions(session)
    if not session.indicatie.taken:
        return "Let op: u hebt nog geen taak gekozen."
    if not aantal:
        return ""
    return OPEN.format(
        f"{aantal} {'taak' if aantal == 1 else 'taken'}", "Die telt" if aantal == 1 else "Die tellen"
    )


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
