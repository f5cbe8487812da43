"""A table of plain texts that can only be read: a log, a history, a list. Quick with thousands of rows."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from indicatietool.gui.theme import select_softly

Index = QModelIndex | QPersistentModelIndex


class TextRows(QAbstractTableModel):
    """Rows of texts under headings."""

    def __init__(self, koppen: Sequence[str]) -> None:
        """Start empty."""
        super().__init__()
        self._koppen = tuple(koppen)
        self._rows: tuple[Sequence[str], ...] = ()

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._koppen)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; a tooltip guesses at markup, so there it is written as what it is."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self._rows[index.row()][index.column()]
        return text if role == Qt.ItemDataRole.DisplayRole else f"<p>{escape(text)}</p>"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._koppen[section]
        return None


class RowsTable(QTableView):
    """The table itself: whole rows are chosen, Tab leaves it."""

    row_chosen = Signal(int)

    def __init__(self, name: str, accessible: str, kolommen: Sequence[tuple[str, str]], wide: int) -> None:
        """Show no rows yet.

        Args:
            name: of the object.
            accessible: what a screen reader calls it.
            kolommen: heading and an example for the width, per column.
            wide: the column that takes the room that is left.
        """
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.rows = TextRows([kop for kop, _ in kolommen])
        self.setModel(self.rows)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        select_softly(self)
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, (kop, voorbeeld) in enumerate(kolommen):
            widest = max(metrics.horizontalAdvance(kop), metrics.horizontalAdvance(voorbeeld))
            self.setColumnWidth(column, widest + 24)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 10)
        self.setMinimumHeight(metrics.height() * 10)
        self.selectionModel().selectionChanged.connect(lambda: self.row_chosen.emit(self.chosen))

    @property
    def chosen(self) -> int:
        """Return the chosen row, or -1."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1
