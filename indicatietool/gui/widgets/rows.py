"""Rows that come and go: emptying a layout, and a sentence with a button to take it away."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QWidget

from indicatietool.gui.theme import icon, text_label


def clear(layout: QLayout) -> None:
    """Remove all widgets of a layout; they vanish at once, also from a picture."""
    while (item := layout.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def removable_row(text: str, accessible: str) -> tuple[QWidget, QPushButton]:
    """Return a sentence with a button behind it.

    Args:
        text: the sentence.
        accessible: what the button does, for a screen reader.

    Returns:
        The row and its button.
    """
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(text_label(text), 1)
    away = QPushButton(icon("trash-2"), "Weghalen")
    away.setAccessibleName(accessible)
    line.addWidget(away)
    return row, away
