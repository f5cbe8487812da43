"""One slide on screen: large text, columns side by side as far as there is room for them.

Comes in: a Dia. Goes out: widgets in an area that scrolls. Knows no kader.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from indicatietool.gui.theme import BLAUW, LICHT, OEFEN, colour, enlarge, ground, scale, text_label
from indicatietool.gui.widgets.rows import clear
from indicatietool.session.les_dia import Dia, Kolom

NARROWEST = 220
"""Width of a column at ordinary letters, in pixels."""


def for_a_room(factor: float) -> float:
    """Return how much larger than the application's a text must be to be read from the back of a room.

    Letters that are large of themselves are not made larger still.
    """
    return max(1.0, factor / scale())


class DiaGebied(QScrollArea):
    """De dia die te zien is."""

    def __init__(self, on_key: Callable[[QKeyEvent], None]) -> None:
        """Show nothing yet.

        Args:
            on_key: takes every key: who shows the slides knows when to scroll and when to go on.
        """
        super().__init__()
        self._on_key = on_key
        self.setObjectName("dia")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._kolommen: tuple[QFrame, ...] = ()
        self._per_row = 0
        self._page = QWidget()
        self._layout = QVBoxLayout(self._page)
        self._layout.setSpacing(round(12 * scale()))
        self.setWidget(self._page)

    def show_slide(self, dia: Dia, merk: str) -> None:
        """Show a slide from its top.

        Args:
            dia: what it says.
            merk: stands over figures that may not be taken for real; empty for none.
        """
        clear(self._layout)
        if merk and dia.heeft_cijfers:
            self._layout.addWidget(_mark(merk))
        if dia.inleiding:
            self._layout.addWidget(_text(dia.inleiding, 1.5))
        self._kolommen = tuple(_column(kolom) for kolom in dia.kolommen)
        box = QWidget()
        self._grid = QGridLayout(box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(round(12 * scale()))
        self._layout.addWidget(box)
        if dia.slot:
            self._layout.addWidget(_text(dia.slot, 1.5))
        self._layout.addStretch(1)
        self._per_row = 0
        self._share()
        self.setAccessibleName(dia.tekst)
        self.verticalScrollBar().setValue(0)

    def scroll(self, by: int) -> bool:
        """Scroll one screen; tells whether there was anything more to see that way."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * max(1, bar.pageStep() - 2 * self.fontMetrics().height()))
        return bar.value() != before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand every key over."""
        self._on_key(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many columns side by side as can be read."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        aantal = len(self._kolommen)
        if not aantal:
            return
        fits = max(1, self.viewport().width() // round(NARROWEST * scale()))
        rows = -(-aantal // fits)
        per_row = -(-aantal // rows)
        if per_row == self._per_row:
            return
        self._per_row = per_row
        for column in range(aantal):
            self._grid.setColumnStretch(column, 1 if column < per_row else 0)
        for number, kolom in enumerate(self._kolommen):
            self._grid.addWidget(kolom, number // per_row, number % per_row)
            kolom.show()


def _text(text: str, factor: float, *, bold: bool = False) -> QLabel:
    label = text_label(text)
    enlarge(label, for_a_room(factor), bold=bold)
    return label


def _mark(merk: str) -> QLabel:
    label = _text(merk, 1.3, bold=True)
    label.setObjectName("dia.merk")
    label.setMargin(round(6 * scale()))
    ground(label, OEFEN)
    return label


def _column(kolom: Kolom) -> QFrame:
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    layout = QVBoxLayout(frame)
    kop = _text(kolom.kop, 1.6, bold=True)
    kop.setMargin(round(4 * scale()))
    ground(kop, LICHT)
    layout.addWidget(kop)
    if kolom.getal:
        getal = text_label(kolom.getal)
        enlarge(getal, 1.25 * for_a_room(1.7), bold=True)
        colour(getal, BLAUW)
        layout.addWidget(getal)
    for regel in kolom.regels:
        layout.addWidget(_text(regel, 1.6))
    layout.addStretch(1)
    return frame
