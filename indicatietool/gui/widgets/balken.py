"""Two small drawings: minutes within their marge, and the way from bruto to netto; always with numbers."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from indicatietool.gui.theme import BLAUW, GRIJS, GROEN, LICHT, ORANJE, ZWART, ink, scale


@dataclass(frozen=True, slots=True)
class Balk:
    """Eén rij: een naam, de waarde, de marge en of de waarde daarbuiten ligt."""

    naam: str
    waarde: float
    laag: float
    hoog: float
    tekst: str

    @property
    def is_outside(self) -> bool:
        """Tell whether the value lies outside the marge."""
        return not self.laag <= self.waarde <= self.hoog


@dataclass(frozen=True, slots=True)
class Trede:
    """Eén kolom van de waterval: een naam, waar hij begint en eindigt."""

    naam: str
    van: float
    tot: float
    tekst: str


class MargeBalken(QWidget):
    """Per row a light band for the marge and a dark bar for the value."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._rows: tuple[Balk, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[Balk, ...]) -> None:
        """Draw these rows; the same rows cost nothing."""
        if rows == self._rows:
            return
        before, self._rows = self._rows, rows
        is_longer = len(rows) != len(before)
        self.setAccessibleName("Minuten per week per leefgebied, met marge")
        self.setAccessibleDescription("; ".join(f"{row.naam}: {row.tekst}" for row in rows))
        if is_longer:
            self.updateGeometry()
        if is_longer or _top(rows) != _top(before):
            self.update()
            return
        high = self._row_height()
        for index, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.update(0, index * high, self.width(), high)

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows."""
        return QSize(240, max(1, len(self._rows)) * self._row_height())

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, band, bar and number of each row."""
        painter = QPainter(self)
        metrics = self.fontMetrics()
        top = _top(self._rows)
        high, unit = self._row_height(), scale()
        wide = self.width() - metrics.horizontalAdvance("0000,0 *") - 6
        band, inside, outside = ink(LICHT), ink(BLAUW), ink(ORANJE)
        painter.setPen(ink(ZWART))
        for index, row in enumerate(self._rows):
            y = index * high
            if not event.rect().intersects(QRect(0, y, self.width(), high)):
                continue
            name = metrics.elidedText(row.naam, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QPointF(0, y + metrics.ascent()), name)
            middle = y + metrics.height() + 6 * unit
            painter.fillRect(_bar(row.laag / top * wide, row.hoog / top * wide, middle, 11 * unit), band)
            tint = outside if row.is_outside else inside
            painter.fillRect(_bar(0, row.waarde / top * wide, middle, 5 * unit), tint)
            number = row.tekst + (" *" if row.is_outside else "")
            painter.drawText(QPointF(wide + 6, middle + metrics.capHeight() / 2), number)

    def _row_height(self) -> int:
        return self.fontMetrics().height() + round(16 * scale())


def _top(rows: tuple[Balk, ...]) -> float:
    """Return the value at the right edge."""
    return max((max(row.hoog, row.waarde) for row in rows), default=1) or 1


def _bar(left: float, right: float, middle: float, high: float) -> QRectF:
    return QRectF(left, middle - high / 2, right - left, high)


class Waterval(QWidget):
    """Bruto, what others take over, and netto, as columns that hang together."""

    def __init__(self, *, high: int = 130, wat: str = "") -> None:
        """Start empty.

        Args:
            high: height at ordinary letters, in pixels.
            wat: what it is about, for a screen reader; empty for the whole dossier.
        """
        super().__init__()
        self._steps: tuple[Trede, ...] = ()
        self._high = high
        self._name = f"Van bruto naar netto, minuten per week{f' bij {wat}' if wat else ''}"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[Trede, ...]) -> None:
        """Draw these columns; the same columns cost nothing."""
        if steps == self._steps:
            return
        self._steps = steps
        self.setAccessibleName(self._name)
        self.setAccessibleDescription("; ".join(f"{step.naam}: {step.tekst}" for step in steps))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a fixed height."""
        return QSize(240, round(self._high * scale()))

    def minimumSizeHint(self) -> QSize:
        """Be content with little width."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the columns with number above and name below."""
        if not self._steps:
            return
        painter = QPainter(self)
        metrics = self.fontMetrics()
        top = max(max(step.van, step.tot) for step in self._steps) or 1
        floor = self.height() - metrics.height() - 2
        high = floor - metrics.height() - 2
        each = self.width() / len(self._steps)
        gap = min(8.0, each / 8)
        painter.setPen(ink(ZWART))
        for index, step in enumerate(self._steps):
            y_hi = floor - max(step.van, step.tot) / top * high
            y_lo = floor - min(step.van, step.tot) / top * high
            tint = GROEN if step.tot < step.van else BLAUW if index == 0 else GRIJS
            column = QRectF(index * each + gap, y_hi, each - 2 * gap, max(1.0, y_lo - y_hi))
            painter.fillRect(column, ink(tint))
            name = metrics.elidedText(step.naam, Qt.TextElideMode.ElideRight, int(each))
            for text, y in ((step.tekst, y_hi - metrics.descent() - 1), (name, floor + metrics.ascent() + 2)):
                x = index * each + (each - metrics.horizontalAdvance(text)) / 2
                painter.drawText(QPointF(x, y), text)
        painter.fillRect(QRectF(0, floor, self.width(), 1), ink(GRIJS))
