"""The looptijd as a drawing: each fase a column as high as its minutes, temporary extra in a lane of its own.

The same stands in a table beside it; the drawing is never the only place.
"""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from indicatietool.gui.theme import BLAUW, GRIJS, LICHT, ORANJE, ROOD, ZWART, ink, scale
from indicatietool.session.datum import show_date
from indicatietool.session.tijd import Stuk

_HIGH, _LANE = 96, 26
"""Height of the columns and of a temporary lane at ordinary letters, in pixels."""


class Tijdlijn(QWidget):
    """De fasen van een indicatie naast elkaar in de tijd."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._stukken: tuple[Stuk, ...] = ()
        self.setObjectName("tijdlijn")
        self.setAccessibleName("Tijdlijn van de begeleiding")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pieces(self, stukken: tuple[Stuk, ...]) -> None:
        """Draw these; the same cost nothing."""
        if stukken == self._stukken:
            return
        self._stukken = stukken
        self.setAccessibleDescription("; ".join(stuk.zin for stuk in stukken))
        self.setVisible(bool(stukken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of the columns, the lanes and the days below."""
        lanes = sum(stuk.is_tijdelijk for stuk in self._stukken)
        line = self.fontMetrics().height()
        return QSize(300, round(_HIGH * scale()) + lanes * self._lane + 2 * line + 12)

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axis, the columns and the lanes."""
        if not self._stukken:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        floor = line + round(_HIGH * scale())
        top = max((stuk.minuten_per_maand or 0 for stuk in self._stukken), default=0) or 1
        for stuk in self._stukken:
            if not stuk.is_tijdelijk:
                self._paint_column(painter, stuk, floor, top)
        painter.setPen(QPen(ink(GRIJS), 1))
        painter.drawLine(0, floor, self.width(), floor)
        self._paint_days(painter, floor)
        lane = floor + line + 6
        for stuk in self._stukken:
            if stuk.is_tijdelijk:
                self._paint_lane(painter, stuk, lane)
                lane += self._lane

    @property
    def _lane(self) -> int:
        return round(_LANE * scale())

    def _span(self) -> tuple[date, int]:
        start = min(stuk.van for stuk in self._stukken)
        einde = max(stuk.tot for stuk in self._stukken)
        return start, (einde - start).days + 1

    def _x(self, dag: date, extra: int = 0) -> float:
        start, dagen = self._span()
        return ((dag - start).days + extra) / dagen * (self.width() - 2) + 1

    def _paint_column(self, painter: QPainter, stuk: Stuk, floor: int, top: int) -> None:
        left, right = self._x(stuk.van), self._x(stuk.tot, 1)
        room = floor - self.fontMetrics().height()
        high = (
            room * 0.72 * (stuk.minuten_per_maand or 0) / top
            if stuk.minuten_per_maand is not None
            else room * 0.3
        )
        box = QRectF(left + 1, floor - high, max(2.0, right - left - 2), high)
        if stuk.minuten_per_maand is None:
            painter.setPen(QPen(ink(ROOD), 1, Qt.PenStyle.DashLine))
            painter.drawRect(box)
        else:
            painter.fillRect(box, ink(LICHT))
            painter.setPen(QPen(ink(BLAUW), 1))
            painter.drawRect(box)
        words = (stuk.naam, "geen fase" if stuk.minuten_per_maand is None else str(stuk.minuten_per_maand))
        self._write(painter, words, QRectF(left, 0, right - left, box.top() - 2), ink(ZWART))

    def _write(self, painter: QPainter, words: tuple[str, str], box: QRectF, colour: QColor) -> None:
        """Write name and number above a column; a name that does not fit is shortened, a number is not."""
        metrics, line = self.fontMetrics(), self.fontMetrics().height()
        painter.setPen(colour)
        naam = metrics.elidedText(words[0], Qt.TextElideMode.ElideRight, int(box.width()))
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(box.left(), box.bottom() - 2 * line, box.width(), line), middle, naam)
        wide = max(box.width(), metrics.horizontalAdvance(words[1]) + 2)
        left = min(max(0.0, box.center().x() - wide / 2), self.width() - wide)
        painter.drawText(QRectF(left, box.bottom() - line, wide, line), middle, words[1])

    def _paint_days(self, painter: QPainter, floor: int) -> None:
        """Write the first day of each stretch under the axis, where there is room, and the last of all."""
        metrics, line = self.fontMetrics(), self.fontMetrics().height()
        painter.setPen(ink(GRIJS))
        vast = [stuk for stuk in self._stukken if not stuk.is_tijdelijk] or list(self._stukken)
        last = show_date(max(stuk.tot for stuk in vast))
        end = self.width() - metrics.horizontalAdvance(last)
        taken = 0.0
        for stuk in vast:
            text, x = show_date(stuk.van), self._x(stuk.van)
            wide = metrics.horizontalAdvance(text)
            if x >= taken and x + wide + 8 <= end:
                painter.drawText(QRectF(x, floor + 2, wide + 2, line), text)
                taken = x + wide + 8
        painter.drawText(QRectF(end, floor + 2, self.width() - end, line), last)

    def _paint_lane(self, painter: QPainter, stuk: Stuk, lane: int) -> None:
        left, right = self._x(stuk.van), self._x(stuk.tot, 1)
        box = QRectF(left, lane, max(3.0, right - left), self._lane - 6)
        painter.setPen(QPen(ink(ORANJE), 2))
        painter.drawRect(box)
        text = f"{stuk.naam}: + {stuk.minuten_per_maand}"
        wide = self.fontMetrics().horizontalAdvance(text) + 6
        x = box.left() + 4 if box.width() >= wide else box.right() + 6
        x = max(0.0, min(x, self.width() - wide))
        painter.setPen(ink(ZWART))
        painter.drawText(QRectF(x, lane, wide, self._lane - 6), Qt.AlignmentFlag.AlignVCenter, text)
