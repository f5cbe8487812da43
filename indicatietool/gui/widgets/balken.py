"""Two small drawings: minutes within their marge, and the way from bruto to netto; always with numbers."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from indicatietool.gui.theme import BLAUW, GRIJS, GROEN, LICHT, ORANJE


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

    ROW = 34

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._rows: tuple[Balk, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[Balk, ...]) -> None:
        """Draw these rows; the same rows cost nothing."""
        if rows == self._rows:
            return
        self._rows = rows
        self.setAccessibleName("Minuten per week per leefgebied, met marge")
        self.setAccessibleDescription("; ".join(f"{row.naam}: {row.tekst}" for row in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows."""
        return QSize(240, max(1, len(self._rows)) * self.ROW)

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, band, bar and number of each row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = max((max(row.hoog, row.waarde) for row in self._rows), default=1) or 1
        wide = self.width() - 70
        for index, row in enumerate(self._rows):
            y = index * self.ROW
            painter.setPen(QColor("#222222"))
            name = painter.fontMetrics().elidedText(row.naam, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRectF(0, y, self.width(), 18), Qt.AlignmentFlag.AlignVCenter, name)
            band = QRectF(row.laag / top * wide, y + 19, (row.hoog - row.laag) / top * wide, 11)
            painter.fillRect(band, QColor(LICHT))
            bar = QRectF(0, y + 22, row.waarde / top * wide, 5)
            painter.fillRect(bar, QColor(ORANJE if row.is_outside else BLAUW))
            number = QRectF(wide + 6, y + 15, 64, 18)
            painter.drawText(
                number, Qt.AlignmentFlag.AlignVCenter, row.tekst + (" *" if row.is_outside else "")
            )


class Waterval(QWidget):
    """Bruto, what others take over, and netto, as columns that hang together."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._steps: tuple[Trede, ...] = ()
        self.setMinimumHeight(130)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[Trede, ...]) -> None:
        """Draw these columns."""
        if steps == self._steps:
            return
        self._steps = steps
        self.setAccessibleName("Van bruto naar netto, minuten per week")
        self.setAccessibleDescription("; ".join(f"{step.naam}: {step.tekst}" for step in steps))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a fixed height."""
        return QSize(240, 130)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the columns with number above and name below."""
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = max(max(step.van, step.tot) for step in self._steps) or 1
        floor, high = self.height() - 20, self.height() - 42
        each = self.width() / len(self._steps)
        for index, step in enumerate(self._steps):
            y_hi = floor - max(step.van, step.tot) / top * high
            y_lo = floor - min(step.van, step.tot) / top * high
            down = step.tot < step.van
            colour = GROEN if down else BLAUW if index == 0 else GRIJS
            column = QRectF(index * each + 8, y_hi, each - 16, max(1.0, y_lo - y_hi))
            painter.fillRect(column, QColor(colour))
            painter.setPen(QColor("#222222"))
            centre = Qt.AlignmentFlag.AlignCenter
            painter.drawText(QRectF(index * each, y_hi - 20, each, 18), centre, step.tekst)
            painter.drawText(QRectF(index * each, floor + 2, each, 18), centre, step.naam)
        painter.setPen(QColor(GRIJS))
        painter.drawLine(0, floor, self.width(), floor)
