"""Dots in which nobody can be recognised: one per uitslag, sorted and stacked, without a name or an order.

Two drawings: minutes on a line, and how often each answer was chosen. The model answer is a mark with its
word beside it, so that no colour is needed; the numbers also stand in words for a screen reader.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from indicatietool.gui.theme import BLAUW, GRIJS, LICHT, ORANJE, ZWART, ink, scale

DOT = 9.0
"""Width of a dot at ordinary letters, in pixels; dots that do not fit lie over each other."""
STACK = 8
"""Dots above each other for which there is room."""
MODEL = "model"


@dataclass(frozen=True, slots=True)
class Keuzerij:
    """Eén antwoord: hoe het heet, hoe vaak het is gekozen, en of het het modelantwoord is."""

    naam: str
    aantal: int
    is_model: bool


class _Drawing(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _say(self, words: str) -> None:
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Never be cut off at the bottom."""
        return QSize(120, self.sizeHint().height())

    def _painter(self) -> QPainter:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter


class Stippenlijn(_Drawing):
    """Minuten op een lijn: een stip per uitslag, de middelste helft als vlak, het model als streepjeslijn."""

    def __init__(self, name: str) -> None:
        """Show nothing yet; `name` is what is measured."""
        super().__init__(name)
        self._values: tuple[float, ...] = ()
        self._half = (0.0, 0.0)
        self._model: float | None = None

    def show_values(
        self, values: Sequence[float], half: tuple[float, float], model: float | None, words: str
    ) -> None:
        """Draw these.

        Args:
            values: sorted.
            half: where the middle half begins and ends.
            model: the value of the model answer.
            words: the same in words.
        """
        self._values, self._half, self._model = tuple(values), half, model
        self._say(words)

    def sizeHint(self) -> QSize:
        """Ask for a word, a stack of dots and a line of numbers."""
        return QSize(240, round(DOT * STACK * scale()) + 2 * self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the half, the line, the dots and the model."""
        if not self._values:
            return
        painter, metrics, dot = self._painter(), self.fontMetrics(), DOT * scale()
        ends = [*self._values, *([] if self._model is None else [self._model])]
        low, high = min(ends), max(ends)
        edge = max(dot, metrics.horizontalAdvance(f"{high:.0f}") / 2) + 2
        floor = self.height() - metrics.height() - 4.0
        room = QRectF(edge, metrics.height() + 2.0, self.width() - 2 * edge, floor - metrics.height() - 2.0)

        def x(value: float) -> float:
            return (
                room.center().x()
                if high == low
                else room.left() + (value - low) / (high - low) * room.width()
            )

        left, right = (x(value) for value in self._half)
        painter.fillRect(QRectF(left - dot / 2, room.top(), right - left + dot, room.height()), ink(LICHT))
        painter.fillRect(QRectF(0, floor, self.width(), max(1.0, scale())), ink(ZWART))
        painter.setPen(ink(ZWART))
        for value in {low, high}:
            text = f"{value:.0f}"
            painter.drawText(
                QPointF(x(value) - metrics.horizontalAdvance(text) / 2, floor + metrics.ascent() + 3), text
            )
        if self._model is not None:
            self._mark(painter, x(self._model), floor)
        self._stack(painter, [x(value) for value in self._values], dot, floor)

    def _stack(self, painter: QPainter, places: Sequence[float], dot: float, floor: float) -> None:
        heaps: dict[int, int] = {}
        for place in places:
            heaps[int(place // dot)] = heaps.get(int(place // dot), 0) + 1
        step = min(dot, dot * (STACK - 1) / max(1, max(heaps.values()) - 1))
        painter.setPen(QPen(ink(LICHT), 1))
        painter.setBrush(ink(BLAUW))
        gone: dict[int, int] = {}
        for place in places:
            heap = int(place // dot)
            up = gone.get(heap, 0)
            gone[heap] = up + 1
            painter.drawEllipse(QPointF(place, floor - dot / 2 - up * step), dot / 2, dot / 2)

    def _mark(self, painter: QPainter, place: float, floor: float) -> None:
        metrics = self.fontMetrics()
        painter.setPen(QPen(ink(ORANJE), 2 * scale(), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(place, metrics.height()), QPointF(place, floor))
        wide = metrics.horizontalAdvance(MODEL)
        painter.drawText(
            QPointF(min(max(0.0, place - wide / 2), self.width() - wide), float(metrics.ascent())), MODEL
        )


class Keuzestippen(_Drawing):
    """Per antwoord een rij: de naam, een stip per uitslag en het aantal; het model heet model."""

    def __init__(self, name: str) -> None:
        """Show nothing yet; `name` is what was asked."""
        super().__init__(name)
        self._rows: tuple[Keuzerij, ...] = ()

    def show_rows(self, rows: Sequence[Keuzerij], words: str) -> None:
        """Draw these rows; `words` says the same."""
        self._rows = tuple(rows)
        self._say(words)

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows."""
        return QSize(240, max(1, len(self._rows)) * self._row_height())

    def _row_height(self) -> int:
        return self.fontMetrics().height() + round((DOT + 9) * scale())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each row."""
        painter, metrics, dot = self._painter(), self.fontMetrics(), DOT * scale()
        most = max((row.aantal for row in self._rows), default=0)
        number = metrics.horizontalAdvance("0000") + 8
        step = min(dot + 2 * scale(), (self.width() - number - dot) / max(1, most - 1))
        for index, row in enumerate(self._rows):
            top = float(index * self._row_height())
            suffix = f" ({MODEL})" if row.is_model else ""
            room = self.width() - metrics.horizontalAdvance(suffix)
            painter.setPen(ink(ZWART))
            naam = metrics.elidedText(row.naam, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(0, top + metrics.ascent()), naam + suffix)
            middle = top + metrics.height() + dot / 2 + 2
            self._dots(painter, row, middle, dot, step)
            painter.setPen(ink(ZWART))
            x = max(0, row.aantal - 1) * step + dot + 8 if row.aantal else 0.0
            painter.drawText(QPointF(x, middle + metrics.capHeight() / 2), str(row.aantal))

    def _dots(self, painter: QPainter, row: Keuzerij, middle: float, dot: float, step: float) -> None:
        painter.setPen(QPen(ink(ZWART if row.is_model else GRIJS), 1))
        painter.setBrush(ink(ORANJE if row.is_model else BLAUW))
        for place in range(row.aantal):
            box = QRectF(place * step + 1, middle - dot / 2, dot, dot)
            painter.drawRect(box) if row.is_model else painter.drawEllipse(box)
