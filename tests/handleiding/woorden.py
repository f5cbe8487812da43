"""The words that stand on a widget, in the order of its layout: what a picture says, without its pixels."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

_MOMENT = re.compile(r"\d\d-\d\d-\d{4} \d\d\.\d\d")
_PROOF = re.compile(r"\b[0-9a-f]{64}\b")
_MOST_ROWS = 60
_MOST_LETTERS = 600
"""Of one text field: a preview of a whole verslag is not of the handleiding."""


def words_on(widget: QWidget) -> str:
    """Return every text on a widget, one a line; moments differ by time zone and are left out."""
    lines = [" ".join(text.split()) for text in _texts(widget)]
    words = "\n".join(line for line in lines if line) + "\n"
    return _PROOF.sub("(sha256)", _MOMENT.sub("(moment)", words))


def _texts(widget: QWidget) -> Iterator[str]:
    own = _own(widget)
    if own is not None:
        yield from own
        if isinstance(widget, QAbstractItemView | QComboBox | QLineEdit | QPlainTextEdit | QTextEdit):
            return
    elif widget.accessibleName():
        yield widget.accessibleName()
    children = [c for c in widget.children() if isinstance(c, QWidget) and c.isVisibleTo(widget)]
    for child in children:
        if not child.isWindow():
            yield from _texts(child)


def _own(widget: QWidget) -> list[str] | None:
    match widget:
        case QLabel():
            return [widget.text()]
        case QMenuBar():
            return [" ".join(action.text().replace("&", "") for action in widget.actions())]
        case QAbstractButton():
            return [widget.accessibleName() or widget.text().replace("&", "")]
        case QComboBox():
            return [f"{widget.accessibleName()}: {widget.currentText()}"]
        case QLineEdit():
            return [f"{widget.accessibleName()}: {widget.text() or widget.placeholderText()}"]
        case QPlainTextEdit() | QTextEdit():
            return [f"{widget.accessibleName()}: {widget.toPlainText()[:_MOST_LETTERS]}"]
        case QTabBar():
            return [widget.tabText(index).replace("&", "") for index in range(widget.count())]
        case QTableView():
            return [widget.accessibleName(), *_rows(widget.model(), widget.model().columnCount())]
        case QAbstractItemView() if widget.model() is not None:
            return [widget.accessibleName(), *_rows(widget.model(), 1)]
    return None


def _rows(model: QAbstractItemModel, columns: int) -> Iterator[str]:
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        cells = [model.index(row, column).data(Qt.ItemDataRole.DisplayRole) for column in range(columns)]
        yield " | ".join(str(cell) for cell in cells if cell is not None)
