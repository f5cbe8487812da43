"""Ctrl+F: any step, taak, leefgebied or word in the open dossier, as a list that jumps there."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from indicatietool.gui.dialog import Dialog
from indicatietool.gui.theme import select_softly, text_label
from indicatietool.session.session import Session
from indicatietool.session.vinden import MOST, Vondst, find

REST_MS = 120
"""Rest after the last key before looking."""


class FindDialog(Dialog):
    """Zoeken in het dossier dat open is."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget, session: Session) -> None:
        """Look in this dossier."""
        super().__init__(parent, "Zoeken in dit dossier", cancel="&Sluiten")
        self._session = session
        self._found: tuple[Vondst, ...] = ()
        self.words = QLineEdit()
        self.words.setObjectName("woorden")
        self.words.setAccessibleName("Zoek een taak, leefgebied, veld of woord")
        self.words.setPlaceholderText("Zoek een taak, leefgebied, veld of woord")
        self.words.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("vondsten")
        self.list.setAccessibleName("Gevonden plekken; Enter gaat erheen")
        self.list.setMinimumHeight(self.fontMetrics().height() * 14)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        select_softly(self.list)
        self.count = text_label(soft=True)
        self.count.setObjectName("aantal")
        for widget in (self.words, self.count, self.list):
            self.body.addWidget(widget, 1 if widget is self.list else 0)
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._soon.timeout.connect(self.look)
        self.words.textChanged.connect(self._soon.start)
        self.words.installEventFilter(self)
        self.words.returnPressed.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.words.setFocus()

    def look(self) -> None:
        """Look now."""
        self._soon.stop()
        self._found = find(self._session, self.words.text())
        self.list.clear()
        for vondst in self._found:
            self.list.addItem(f"{vondst.titel}\n    {vondst.tekst}" if vondst.tekst else vondst.titel)
        if self._found:
            self.list.setCurrentRow(0)
        aantal = len(self._found)
        if not self.words.text().strip():
            self.count.setText("")
        elif not aantal:
            self.count.setText("Niets gevonden. Zoek met minder of andere woorden.")
        else:
            meer = " of meer; typ meer woorden" if aantal == MOST else ""
            self.count.setText(f"{aantal} {'plek' if aantal == 1 else 'plekken'}{meer}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows choose in the list while words are typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())
            if by is not None and self.list.count():
                row = self.list.currentRow() + by
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        if self._soon.isActive():
            self.look()
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            vondst = self._found[row]
            self.accept()
            self.chosen.emit(vondst.stap, vondst.veld)
