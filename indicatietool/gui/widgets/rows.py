"""Rows that come and go: emptying a layout, the order of Tab through them, a line between."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QWidget


def clear(layout: QLayout) -> None:
    """Remove all widgets of a layout; they vanish at once, also from a picture."""
    while (item := layout.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


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
