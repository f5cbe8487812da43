"""Rows that come and go: emptying a layout, the order of Tab through them, a line between."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QWidget


def clear(layout: QLayout) -> None:
    """Remove all widgets of a layout; they vanish at once, also from a picture."""
    while (item := layout.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def insert(box: QBoxLayout, index: int, widget: QWidget) -> None:
    """Put a widget at a place in a box, and at the same place in what a screen reader reads."""
    box.insertWidget(index, widget)
    following = (box.itemAt(place).widget() for place in range(index + 1, box.count()))
    after = next((other for other in following if other is not None), None)
    if after is not None:
        widget.stackUnder(after)


def chain_after(first: QWidget, container: QWidget) -> QWidget:
    """Let Tab go from a widget into what was added later, in the order in which it stands there.

    Returns:
        The last widget on the way.
    """
    for widget in container.findChildren(QWidget):
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes_tab and widget.window() is first.window():
            QWidget.setTabOrder(first, widget)
            first = widget
    return first


def chain_before(last: QWidget, rows: Iterable[QWidget]) -> None:
    """Let Tab pass rows that were added later, as they stand, before a widget that was there."""
    end = last
    for row in rows:
        end = chain_after(end, row)
    if end is not last:
        QWidget.setTabOrder(end, last)


def separator() -> QFrame:
    """Return a thin line between two rows."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line


def last_stop(container: QWidget) -> QWidget:
    """Return the last widget in a container that Tab stops at; the container itself when there is none."""
    stops = [
        widget for widget in container.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return stops[-1] if stops else container
