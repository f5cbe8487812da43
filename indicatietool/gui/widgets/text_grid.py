"""A small table of words that can only be read: every cell wraps, so that large letters lose nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from indicatietool.gui.theme import enlarge, text_label
from indicatietool.gui.widgets.rows import clear


class TextGrid(QWidget):
    """Rijen met koppen; a number stands right, its heading is told with it to a screen reader."""

    def __init__(
        self, name: str, koppen: Sequence[str], shares: Sequence[int], numbers: Sequence[int] = ()
    ) -> None:
        """Show no rows yet.

        Args:
            name: of the object.
            koppen: a heading per column.
            shares: how the width is divided over the columns.
            numbers: columns that hold numbers.
        """
        super().__init__()
        self.setObjectName(name)
        self._koppen, self._numbers = tuple(koppen), frozenset(numbers)
        self._rows: tuple[tuple[str, ...], ...] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)

    def show_rows(self, rows: Sequence[Sequence[str]], *, last_is_total: bool = False) -> None:
        """Show these; the same cost nothing.

        Args:
            rows: as many texts each as there are headings.
            last_is_total: write the last row in bold.
        """
        wanted = tuple(tuple(row) for row in rows)
        before, self._rows = self._rows, wanted
        if wanted == before:
            return
        if before is not None and len(before) == len(wanted):
            self._change(before, wanted)
            return
        clear(self._grid)
        for column, kop in enumerate(self._koppen):
            self._add(0, column, kop, bold=True)
        for number, row in enumerate(wanted, 1):
            for column, text in enumerate(row):
                cell = self._add(number, column, text, bold=last_is_total and number == len(wanted))
                self._name(cell, column, text)
        self.setVisible(bool(wanted))

    def _change(self, before: Sequence[Sequence[str]], wanted: Sequence[Sequence[str]]) -> None:
        """Put other words in the cells that there are; new cells would cost ten times as much."""
        for number, (old, new) in enumerate(zip(before, wanted, strict=True), 1):
            for column, text in enumerate(new):
                if text != old[column]:
                    cell = self._grid.itemAtPosition(number, column).widget()
                    cell.setText(text)
                    self._name(cell, column, text)

    def _name(self, cell: QWidget, column: int, text: str) -> None:
        cell.setAccessibleName(f"{self._koppen[column]}: {text}" if text else "")

    def _add(self, row: int, column: int, text: str, *, bold: bool) -> QWidget:
        label = text_label(text)
        if bold:
            enlarge(label, 1.0, bold=True)
        side = Qt.AlignmentFlag.AlignRight if column in self._numbers else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, column)
        return label
