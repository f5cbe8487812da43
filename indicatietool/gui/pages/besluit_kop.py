"""The line of one taak in the table of besluiten: name, marge and choice drawn, and the besluit in words.

Comes in: words and a Bullet. Goes out: keys and clicks. Knows no session.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOption

from indicatietool.gui.theme import GRIJS, LICHT, ZWART, icon, ink, scale
from indicatietool.gui.widgets.bullet import HIGH, Bullet, paint_bullet

SHARES = (0.36, 0.38, 0.26)
"""How the width is divided: name, drawing, besluit."""
NARROW = 46
"""Width in characters below which the parts stand under each other."""
FOLDED, UNFOLDED = "dichtgeklapt", "opengeklapt"
"""What a screen reader says of a line besides its words: it is no box to tick."""
_WRAP = int(Qt.TextFlag.TextWordWrap)
_EDGE = 2
"""How far a line of the drawing may stand outside its box, in pixels."""


@dataclass(frozen=True, slots=True)
class KopTekst:
    """Alles wat er op één regel staat."""

    naam: str
    blok: str
    getallen: str
    bullet: Bullet | None
    stand: str
    symbool: str
    tint: str

    @property
    def zin(self) -> str:
        """Return the whole line as a screen reader says it."""
        return ", ".join(deel for deel in (self.naam, self.blok, self.getallen, self.stand) if deel)


class RijKop(QPushButton):
    """De regel van één taak; een toets werkt op de taak met de focus."""

    moved = Signal(int)
    asked = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._text: KopTekst | None = None
        self._top = 0.0
        self._boxes: dict[int, tuple[QRect, ...]] = {}
        self._is_late = False
        self._is_open = False
        self.setAccessibleDescription(FOLDED)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_open(self) -> bool:
        """Tell whether the line shows that it is unfolded."""
        return self._is_open

    def set_open(self, *, is_open: bool) -> None:
        """Show whether what stands below the line is unfolded."""
        if is_open is not self._is_open:
            self._is_open = is_open
            self.setAccessibleDescription(UNFOLDED if is_open else FOLDED)
            self.update()

    def set_top(self, top: float) -> None:
        """Say which value is at the right edge of the drawing."""
        if top != self._top:
            self._top = top
            self.update()

    def show_text(self, text: KopTekst) -> None:
        """Show this; the same costs nothing."""
        before, self._text = self._text, text
        if text == before:
            return
        self.setAccessibleName(text.zin)
        if self.isVisible() and self.visibleRegion().isEmpty():
            self._is_late = True  # it keeps its height, and is measured once it is scrolled into view
            return
        boxes = self._boxes.pop(self.width(), None)
        self._boxes.clear()
        if boxes is None or before is None or not self._fits(text, boxes):
            self.updateGeometry()
            self.update()
            return
        self._boxes[self.width()] = boxes
        *_names, drawing, numbers, stand, _all = boxes
        is_same_taak = (before.naam, before.blok) == (text.naam, text.blok)
        changed = drawing.adjusted(-_EDGE, 0, _EDGE, 0) | numbers | stand
        self.update(changed if is_same_taak else self.rect())

    def _fits(self, text: KopTekst, boxes: tuple[QRect, ...]) -> bool:
        """Tell whether other words fit in the boxes that there are: then the page need not move."""
        _name, block, drawing, numbers, stand, _all = boxes
        metrics, side = self.fontMetrics(), self._side
        return (
            drawing.height() == self._high(text)
            and block.height() == _height(metrics, block.width(), text.blok)
            and numbers.height() == _height(metrics, numbers.width(), text.getallen)
            and stand.height() == max(side, _height(metrics, stand.width() - side, text.stand))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the table; a key that is held down decides nothing."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -999, Qt.Key.Key_End: 999}.get(
            event.key()
        )
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        letter = event.text().lower()
        if step is not None:
            self.moved.emit(step)
        elif plain and letter in ("o", "a", "w", "v"):
            if not event.isAutoRepeat():
                self.asked.emit(letter)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow line is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all words need."""
        return self._place(width)[-1].bottom() + self._pad + 1

    def sizeHint(self) -> QSize:
        """Ask for the height at the width that it has."""
        return QSize(320, self.heightForWidth(max(320, self.width())))

    def resizeEvent(self, event: object) -> None:
        """Ask for another height when the width differs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Ask for little width; the height follows."""
        return QSize(160, self._pad * 2 + self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        text = self._text
        if text is None:
            return
        if self._is_late:
            self._is_late = False
            self._boxes.clear()
            if self.heightForWidth(self.width()) != self.height():
                self.updateGeometry()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = ink(LICHT) if self._is_open else self.palette().base()
        painter.fillRect(self.rect(), ground)
        name, block, drawing, numbers, stand, _all = self._place(self.width())
        painter.setPen(ink(ZWART))
        if event.rect().intersects(name):
            painter.setFont(self._bold())
            painter.drawText(name, _WRAP, text.naam)
            painter.setFont(self.font())
        painter.setPen(ink(ZWART if self._is_open else GRIJS))
        if event.rect().intersects(block):
            painter.drawText(block, _WRAP, text.blok)
        painter.drawText(numbers, _WRAP, text.getallen)
        if text.bullet is not None and self._top > 0:
            paint_bullet(painter, QRectF(drawing), text.bullet, self._top)
        side = round(18 * scale())
        icon(text.symbool, ZWART if self._is_open else text.tint).paint(
            painter, QRect(stand.left(), stand.top(), side, side)
        )
        painter.setPen(ink(ZWART if self._is_open else text.tint))
        painter.drawText(stand.adjusted(side + 6, 0, 0, 0), _WRAP, text.stand)
        painter.setPen(self.palette().mid().color())
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self.hasFocus():
            option = QStyleOption()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)

    @property
    def _pad(self) -> int:
        return round(6 * scale())

    @property
    def _side(self) -> int:
        """Return the room for the icon of the besluit."""
        return round(18 * scale()) + 6

    def _high(self, text: KopTekst) -> int:
        return round(HIGH * scale()) if text.bullet is not None else 0

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _place(self, width: int) -> tuple[QRect, ...]:
        """Return the boxes of name, blok, drawing, numbers and besluit, and one around them all."""
        if width not in self._boxes:
            self._boxes[width] = self._reckon(width)
        return self._boxes[width]

    def _reckon(self, width: int) -> tuple[QRect, ...]:
        text = self._text or KopTekst("", "", "", None, "", "", ZWART)
        pad, metrics = self._pad, self.fontMetrics()
        inner = max(60, width - 2 * pad)
        bold = QFontMetrics(self._bold())
        side, high = self._side, self._high(text)
        if inner < NARROW * metrics.averageCharWidth():
            columns, stacked = ((pad, inner), (pad, inner), (pad, inner)), True
        else:
            gap = round(14 * scale())
            wide = [round((inner - 2 * gap) * share) for share in SHARES]
            lefts = (pad, pad + wide[0] + gap, pad + wide[0] + wide[1] + 2 * gap)
            columns, stacked = tuple(zip(lefts, wide, strict=True)), False
        (x1, w1), (x2, w2), (x3, w3) = columns
        name = QRect(x1, pad, w1, _height(bold, w1, text.naam))
        block = QRect(x1, name.bottom() + 1, w1, _height(metrics, w1, text.blok))
        top = block.bottom() + 3 if stacked else pad
        drawing = QRect(x2, top + 1, w2, high)
        numbers = QRect(x2, top + high + 3, w2, _height(metrics, w2, text.getallen))
        top = numbers.bottom() + 3 if stacked else pad
        stand = QRect(x3, top, w3, max(side, _height(metrics, w3 - side, text.stand)))
        return name, block, drawing, numbers, stand, name | block | numbers | stand


def _height(metrics: QFontMetrics, width: int, text: str) -> int:
    if not text:
        return 0
    if metrics.horizontalAdvance(text) < width - 1:  # cheaper than breaking it in lines
        return metrics.height()
    return metrics.boundingRect(QRect(0, 0, max(1, width), 100_000), _WRAP, text).height()
