"""Scoring the taken of one leefgebied: the list, the taak in hand, its voorstel, and why, on request."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from indicatietool.domain.voorstel import Onbepaald
from indicatietool.gui.pages.base import Page
from indicatietool.gui.pages.scoren_indeling import Indeling, Plaats
from indicatietool.gui.pages.scoren_toetsen import KEYS, ScoreToetsen
from indicatietool.gui.pages.taak_detail import TaakDetail
from indicatietool.gui.theme import text_label
from indicatietool.gui.widgets.taken_lijst import TakenLijst
from indicatietool.gui.widgets.voorstel_balk import VoorstelBalk
from indicatietool.gui.widgets.waarom_paneel import WaaromPaneel

HINT = "Scoor met 1 tot en met 8. Spatie in de lijst: nodig of niet. N: volgende taak. Toetsen: Ctrl+F1."


class ScorenPage(Page):
    """De taken van één leefgebied scoren."""

    toetsen = KEYS

    def _build(self) -> None:
        self._taken = self.session.kader.taken_of(self.stap.leefgebied)
        self.list = TakenLijst(self._taken, self.stap.titel)
        self.detail: TaakDetail | None = None
        self._hint = text_label(HINT, soft=True)
        self.outer.removeWidget(self.area)
        self.area.setAccessibleName("De taak die u scoort")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._indeling = Indeling(self.list, self.area)
        self.paneel = WaaromPaneel(self.view)
        self.balk = VoorstelBalk()
        self.outer.addWidget(self._hint)
        self.outer.addWidget(self._indeling, 3)
        self.outer.addWidget(self.paneel, 2)
        self.outer.addWidget(self.balk)
        self.list.setCurrentRow(self._first_open())
        self._show_detail()
        self._keys = ScoreToetsen(self)

    def _bind(self) -> None:
        self.list.currentRowChanged.connect(self._on_row)
        self.list.needed.connect(
            lambda taak, nodig: self.view.act(self.session.choose_taak, taak, nodig=nodig)
        )
        self.balk.why_asked.connect(self.ask_why)
        self.balk.elsewhere_asked.connect(lambda veld: self.view.step_asked.emit("factoren", veld))
        self.paneel.closed.connect(self.close_why)
        QApplication.instance().focusChanged.connect(self._on_focus)

    def _refresh(self) -> None:
        indicatie = self.session.indicatie
        self.list.show_outcomes([indicatie.uitkomst(taak.id) for taak in self._taken])
        if self.detail is not None:
            self.detail.refresh()
            uitkomst = indicatie.uitkomst(self.detail.taak.id)
            self.balk.show_outcome(uitkomst.voorstel if uitkomst else None, indicatie)
            self.paneel.follow(self.detail.taak.id)

    # -- places -----------------------------------------------------------------------------------

    def go_to(self, veld: str) -> None:
        """Show the taak that a field belongs to, and put the focus there."""
        for row, taak in enumerate(self._taken):
            if veld.startswith(f"taak.{taak.id}."):
                self.list.setCurrentRow(row)
                self.focus_question(veld.removeprefix(f"taak.{taak.id}."))
        if veld.startswith("leefgebied.") and self.detail is not None:
            self.focus_question(veld.rpartition(".")[2])

    def focus_first(self) -> None:
        """Put the focus on the list: there the arrows and the number keys both work."""
        self.list.setFocus()

    def resume(self, plek: str) -> None:
        """Show the taak that was in hand."""
        for row, taak in enumerate(self._taken):
            if taak.id == plek:
                self.list.setCurrentRow(row)

    def focus_question(self, naam: str) -> None:
        """Put the focus on a question of the taak in hand, and bring all of it into view."""
        if self.detail is None:
            return
        if naam not in (*self.detail.vragen, "observatie"):
            naam = self.detail.next_open() or next(iter(self.detail.vragen), "observatie")
        self.detail.unfold(naam)
        vraag = self.detail.take_focus(naam)
        QTimer.singleShot(0, vraag, lambda: self.area.ensureWidgetVisible(vraag, 0, 24))

    # -- acts that keys and buttons share ---------------------------------------------------------

    def move(self, by: int) -> None:
        """Show the next or the previous taak; the focus goes to its first open question."""
        row = self.list.currentRow() + by
        if 0 <= row < len(self._taken):
            in_list = self.list.hasFocus()
            self.list.setCurrentRow(row)
            if not in_list:
                self.focus_question("")

    def go_to_next_open(self, na: str = "") -> None:
        """Go to the next question without an answer: in this taak, then in the next that is needed."""
        if self.detail is None:
            return
        naam = self.detail.next_open(na or self.detail.focused())
        if naam:
            self.focus_question(naam)
            return
        row = self._next_row_open()
        if row is None:
            self.list.setFocus()
        else:
            self.list.setCurrentRow(row)
            self.focus_question("")

    def ask_why(self, vraag: str) -> None:
        """Answer one of the three questions; the same key again closes the panel."""
        if self.paneel.answers(vraag):
            self.close_why()
            return
        if self.paneel.isHidden():
            self._before_why = self.window().focusWidget()
        self.paneel.ask(vraag)

    def close_why(self) -> None:
        """Close the panel and go back to where the focus was."""
        if self.paneel.isHidden():
            return
        self.paneel.hide()
        before: QWidget | None = self._before_why
        (before if before is not None and self.isAncestorOf(before) else self.list).setFocus()

    # -- events -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that no field on the page used."""
        if not self._keys.take(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and taak beside or above each other, as there is room."""
        super().resizeEvent(event)
        place = self._indeling.fit(self.width(), self.height())
        self._hint.setVisible(place is not Plaats.WITHIN)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the taak in hand in view; only in its window has the page an order to keep."""
        super().showEvent(event)
        self._order_tabs()
        self.list.scrollToItem(self.list.currentItem())

    # -- inside -----------------------------------------------------------------------------------

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._show_detail()
            self.view.act(self.session.stay_at, f"{self.stap.id}/{self._taken[row].id}")

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.detail is not None and self.detail.isAncestorOf(new):
            self.detail.unfold(self.detail.focused())

    def _first_open(self) -> int:
        row = self._next_row_open(-1)
        return 0 if row is None else row

    def _next_row_open(self, na: int | None = None) -> int | None:
        """Return the next row, around, of a needed taak with an open question on this page."""
        start = self.list.currentRow() if na is None else na
        rows = [(start + 1 + step) % len(self._taken) for step in range(len(self._taken))]
        for row in rows:
            if row != start and self._has_open(self._taken[row].id):
                return row
        return None

    def _has_open(self, taak: str) -> bool:
        uitkomst = self.session.indicatie.uitkomst(taak)
        voorstel = uitkomst.voorstel if uitkomst is not None else None
        vragen = voorstel.open_vragen if isinstance(voorstel, Onbepaald) else ()
        return any(not vraag.veld.startswith("factor.") for vraag in vragen)

    def _show_detail(self) -> None:
        row = self.list.currentRow()
        if row < 0 or (self.detail is not None and self.detail.taak is self._taken[row]):
            return
        self.detail = TaakDetail(self.view, self._taken[row])
        self.detail.frequentie.completed.connect(lambda: self.go_to_next_open("frequentie"))
        self._indeling.show_detail(self.detail)
        self.balk.forget_change()
        if self.isVisible():
            self._order_tabs()
        self._refresh()

    def _order_tabs(self) -> None:
        """Let Tab follow the eye: list, taak, explanation, and the ways to ask for it."""
        order = [
            self.list,
            *self.detail.in_tab_order(),
            *self.paneel.in_tab_order(),
            self.balk.elsewhere,
            *self.balk.buttons.values(),
        ]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
