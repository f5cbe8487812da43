"""A list of titles with lines of explanation under each, in as much height as the width asks for.

Comes in: texts, and what each row stands for. Goes out: the chosen row. A heading can't be chosen.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from indicatietool.gui.theme import BLAUW, GRIJS, ZWART, ink, select_softly

STANDS_FOR = Qt.ItemDataRole.UserRole
_LINES = Qt.ItemDataRole.UserRole + 1
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_Index = QModelIndex | QPersistentModelIndex


class RegelLijst(QListWidget):
    """Titels met regels eronder, om uit te kiezen."""

    def __init__(self, name: str, accessible: str) -> None:
        """Show no rows yet.

        Args:
            name: of the object.
            accessible: what a screen reader calls the list.
        """
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Regels(self))
        select_softly(self)

    def add_heading(self, text: str) -> None:
        """Add a heading over the rows that follow."""
        kop = QListWidgetItem(text)
        kop.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(kop)

    def add_row(self, title: str, *under: str, stands_for: object = None) -> None:
        """Add a row: a title, lines under it, and what it stands for."""
        item = QListWidgetItem(". ".join((title, *under)))
        item.setData(_LINES, [title, *under])
        item.setData(STANDS_FOR, stands_for)
        self.addItem(item)

    def moveCursor(
        self, action: QListWidget.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex | QPersistentModelIndex:
        """Let Home and Page Up come to the first row, not to nothing: a heading stands above it."""
        index = super().moveCursor(action, modifiers)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return index
        rows = (row for row in range(self.count()) if self.item(row).flags() & Qt.ItemFlag.ItemIsEnabled)
        return self.indexFromItem(self.item(next(rows, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the lines follow the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Regels(QStyledItemDelegate):
    """Draws a heading, or a title with the lines under it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        gap, y = self._gap(), option.rect.top() + self._gap()
        for text, font, colour in self._lines(index):
            high = self._height(text, font)
            painter.setFont(font)
            painter.setPen(ink(colour))
            painter.drawText(QRect(option.rect.left() + gap, y, self._width(), high), _WRAPS, text)
            y += high
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for the height of all lines at the width of the list."""
        high = sum(self._height(text, font) for text, font, _ in self._lines(index))
        return QSize(self._width(), high + 2 * self._gap())

    def _lines(self, index: _Index) -> list[tuple[str, QFont, str]]:
        plain = QFont(self.parent().font())
        bold = QFont(plain)
        bold.setBold(True)
        lines = index.data(_LINES)
        if lines is None:
            return [(str(index.data()), bold, BLAUW)]
        return [(lines[0], bold, ZWART), *((text, plain, GRIJS) for text in lines[1:])]

    def _gap(self) -> int:
        return self.parent().fontMetrics().height() // 3

    def _width(self) -> int:
        return max(50, self.parent().viewport().width() - 3 * self._gap())

    def _height(self, text: str, font: QFont) -> int:
        room = QRect(0, 0, self._width(), 10_000)
        return QFontMetrics(font).boundingRect(room, _WRAPS, text).height()
