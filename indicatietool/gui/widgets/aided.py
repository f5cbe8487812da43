"""What dictation, a switch or a screen reader does to a widget counts like a key or the mouse.

Such aids work through the accessible tree: Qt then changes text and selection without the signals that it
keeps for keys and the mouse. So a line listens to `textChanged`, and the program itself writes with `put`;
and a list goes along with its selection.
"""

from PySide6.QtCore import QItemSelection, QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QListWidget


def put(line: QLineEdit, text: str) -> None:
    """Show a text in a line; whoever listens to it is not told."""
    with QSignalBlocker(line):
        line.setText(text)


def follow_selection(view: QListWidget) -> None:
    """Let a row that an aid selects become the current row, as a click does."""

    def on_selected(selected: QItemSelection, _deselected: QItemSelection) -> None:
        rows = {index.row() for index in selected.indexes()}
        if rows and view.currentRow() not in rows:
            view.setCurrentRow(min(rows))

    view.selectionModel().selectionChanged.connect(on_selected)
