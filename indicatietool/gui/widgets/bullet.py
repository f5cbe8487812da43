"""One measure drawn small: the marge as a band, the voorstel as a stripe, the choice as a dot.

Never alone: the numbers stand beside it in words.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from indicatietool.gui.theme import BLAUW, LICHT, ORANJE, WIT, ZWART, ink, scale

HIGH = 18
"""Height at ordinary letters, in pixels."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """Marge, richtwaarde en keuze, in dezelfde eenheid; None for a choice that was not made."""

    laag: float
    richt: float
    hoog: float
    gekozen: float | None

    @property
    def top(self) -> float:
        """Return the highest value that must fit."""
        return max(self.hoog, self.gekozen or 0)

    @property
    def is_outside(self) -> bool:
        """Tell whether the choice lies outside the marge."""
        return self.gekozen is not None and not self.laag <= self.gekozen <= self.hoog


def paint_bullet(painter: QPainter, box: QRectF, bullet: Bullet, top: float) -> None:
    """Draw a bullet.

    Args:
        painter: draws with antialiasing.
        box: where; the whole width stands for `top`.
        bullet: what.
        top: the value at the right edge, more than zero.
    """
    dot = box.height() * 0.28
    left, wide = box.left() + dot, box.width() - 2 * dot
    middle = box.center().y()

    def x(value: float) -> float:
        return left + value / top * wide

    rail = QPen(ink(ZWART), 1)
    painter.setPen(rail)
    painter.drawLine(QPointF(left, middle), QPointF(left + wide, middle))
    band = QRectF(x(bullet.laag), box.top(), max(3.0, x(bullet.hoog) - x(bullet.laag)), box.height())
    painter.fillRect(band, ink(LICHT))
    painter.setPen(QPen(ink(ZWART), 1))
    painter.drawRect(band)
    stripe = QPen(ink(ZWART), 2 * scale())
    painter.setPen(stripe)
    painter.drawLine(QPointF(x(bullet.richt), box.top()), QPointF(x(bullet.richt), box.bottom()))
    if bullet.gekozen is not None:
        painter.setPen(QPen(ink(WIT if not bullet.is_outside else ZWART), 1))
        painter.setBrush(ink(ORANJE if bullet.is_outside else BLAUW))
        centre = QPointF(x(bullet.gekozen), middle)
        if bullet.is_outside:
            reach = dot * 1.3
            painter.drawPolygon(
                [centre + QPointF(dx, dy) for dx, dy in ((0, -reach), (reach, 0), (0, reach), (-reach, 0))]
            )
        else:
            painter.drawEllipse(centre, dot, dot)


class BulletChart(QWidget):
    """A bullet as a widget of its own; its description holds the numbers."""

    def __init__(self, name: str) -> None:
        """Show nothing yet.

        Args:
            name: what is measured.
        """
        super().__init__()
        self._bullet: Bullet | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bullet(self, bullet: Bullet | None, words: str) -> None:
        """Draw this; the same costs nothing.

        Args:
            bullet: what to draw; None draws nothing.
            words: the same in words.
        """
        if bullet != self._bullet:
            self._bullet = bullet
            self.update()
        self.setAccessibleDescription(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        """Ask for a low strip."""
        return QSize(200, round(HIGH * scale()) + 4)

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return QSize(80, round(HIGH * scale()) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        if self._bullet is None or self._bullet.top <= 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bullet(
            painter, QRectF(self.rect()).adjusted(1, 2, -1, -2), self._bullet, self._bullet.top * 1.05
        )
