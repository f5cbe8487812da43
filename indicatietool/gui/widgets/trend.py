"""Two drawings of sessions side by side, oldest left: how far a group agreed, how wide the totals lay.

Every point has its number beside it, and all of it stands in words for a screen reader.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from indicatietool.gui.theme import BLAUW, GRIJS, LICHT, ZWART, ink, scale

HIGH = 110
"""Height of the drawing itself at ordinary letters, in pixels."""


@dataclass(frozen=True, slots=True)
class Punt:
    """Eén sessie in de tekening: onderschrift, de waarde, hoe die heet, en zo nodig een band erom."""

    onder: str
    waarde: float
    tekst: str
    band: tuple[float, float, float, float] | None = None
    """Lowest, first quartile, third quartile and highest."""


class Trendtekening(QWidget):
    """Punten in de tijd, met vaste grenzen als stippellijn en zo nodig een spreiding om elk punt."""

    def __init__(
        self, name: str, grenzen: Sequence[tuple[float, str]] = (), top: float | None = None
    ) -> None:
        """Show nothing yet.

        Args:
            name: what is shown.
            grenzen: values with their text, drawn as dashed lines; above the first is the good part.
            top: the value at the upper edge; None takes the highest.
        """
        super().__init__()
        self._grenzen, self._top = tuple(grenzen), top
        self._points: tuple[Punt, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[Punt], words: str) -> None:
        """Draw these, oldest first; `words` says the same."""
        self._points = tuple(points)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.setVisible(bool(self._points))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a low drawing."""
        return QSize(240, round(HIGH * scale()) + 3 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the borders, the bands, the points, what joins them and their texts."""
        if not self._points:
            return
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = max((metrics.horizontalAdvance(text) for _, text in self._grenzen), default=0) + 8.0
        side = (
            max(metrics.horizontalAdvance(text) for p in self._points for text in (p.onder, p.tekst)) / 2 + 4
        )
        room = QRectF(
            left + side,
            metrics.height() + 4.0,
            max(1.0, self.width() - left - 2 * side),
            self.height() - 2 * metrics.height() - 12.0,
        )
        self._draw_borders(painter, room, left)
        step = room.width() / max(1, len(self._points) - 1)
        places = [
            QPointF(room.left() + number * step, self._y(point.waarde, room))
            for number, point in enumerate(self._points)
        ]
        for place, point in zip(places, self._points, strict=True):
            if point.band is not None:
                self._draw_band(painter, place.x(), point.band, room)
        painter.setPen(QPen(ink(BLAUW), 2 * scale()))
        painter.drawPolyline(places)
        painter.setBrush(ink(BLAUW))
        every = max(1, round(2 * side / max(step, 1.0) + 0.49))
        for number, (place, point) in enumerate(zip(places, self._points, strict=True)):
            painter.setPen(QPen(ink(BLAUW), 1))
            painter.drawEllipse(place, 4 * scale(), 4 * scale())
            if number % every == 0:
                painter.setPen(ink(ZWART))
                top = min(place.y(), self._y(point.band[3], room) if point.band else place.y())
                for text, base in ((point.tekst, top - 7 * scale()), (point.onder, self.height() - 4.0)):
                    painter.drawText(QPointF(place.x() - metrics.horizontalAdvance(text) / 2, base), text)

    def _ends(self) -> tuple[float, float]:
        values = [value for p in self._points for value in (p.waarde, *(p.band or ()))]
        low = min(0.0, *values) if self._grenzen else min(values)
        high = self._top if self._top is not None else max(values)
        return (low, high) if high > low else (low - 1, low + 1)

    def _y(self, value: float, room: QRectF) -> float:
        low, high = self._ends()
        return room.bottom() - (value - low) / (high - low) * room.height()

    def _draw_borders(self, painter: QPainter, room: QRectF, left: float) -> None:
        if not self._grenzen:
            return
        best = self._y(self._grenzen[0][0], room)
        painter.fillRect(QRectF(left, room.top(), self.width() - left, best - room.top()), ink(LICHT))
        for value, text in self._grenzen:
            y = self._y(value, room)
            painter.setPen(QPen(ink(GRIJS), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(left, y), QPointF(self.width(), y))
            painter.setPen(ink(ZWART))
            painter.drawText(QPointF(0, y + self.fontMetrics().capHeight() / 2), text)

    def _draw_band(
        self, painter: QPainter, x: float, band: tuple[float, float, float, float], room: QRectF
    ) -> None:
        laagst, kwart, driekwart, hoogst = (self._y(value, room) for value in band)
        painter.setPen(QPen(ink(GRIJS), max(1.0, scale())))
        painter.drawLine(QPointF(x, laagst), QPointF(x, hoogst))
        wide = 9 * scale()
        box = QRectF(x - wide, driekwart, 2 * wide, max(2.0, kwart - driekwart))
        painter.fillRect(box, ink(LICHT))
        painter.drawRect(box)
