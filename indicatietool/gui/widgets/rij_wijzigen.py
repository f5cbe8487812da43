"""Rows of a list that change: the other rows are laid out anew only when one may get another height."""

from collections.abc import Mapping
from types import TracebackType

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle

_SPARE = 4
"""Room in pixels that a line leaves free to be sure that it is not wrapped."""


class Rijwijziging:
    """Wijzigt rijen van een lijst; nobody hears of it, unless a screen reader listens.

    Qt lays out all rows of a list at any change of one, which costs more than everything else that follows
    an answer (benchmarks/scherm.py).
    """

    def __init__(self, lijst: QListWidget) -> None:
        """Change rows of this list, within a `with`."""
        self._lijst = lijst
        self._blocker: QSignalBlocker | None = None
        self._room: int | None = None
        self._changed: list[QListWidgetItem] = []
        self._must_lay_out = False

    def __enter__(self) -> "Rijwijziging":
        """Begin."""
        if not QAccessible.isActive():
            self._blocker = QSignalBlocker(self._lijst.model())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Lay the rows out anew where that is needed, or only paint them."""
        if self._blocker is None:
            return
        self._blocker.unblock()
        if self._must_lay_out:
            self._lijst.scheduleDelayedItemsLayout()
        elif len(self._changed) == 1:
            self._lijst.viewport().update(self._lijst.visualItemRect(self._changed[0]))
        elif self._changed:
            self._lijst.viewport().update()

    def change(self, item: QListWidgetItem, text: str, data: Mapping[Qt.ItemDataRole, object]) -> None:
        """Show another text in a row, and other data by role."""
        before = item.text()
        item.setText(text)
        for role, value in data.items():
            item.setData(role, value)
        self._changed.append(item)
        self._must_lay_out = self._must_lay_out or not self._is_as_high(before, text)

    def _is_as_high(self, before: str, after: str) -> bool:
        """Tell whether other words surely need as many lines: no line that differs is wrapped."""
        old, new = before.split("\n"), after.split("\n")
        if len(old) != len(new):
            return False
        if self._room is None:
            self._room = self._lijst.viewport().width() - self._beside_text()
            self._advance = self._lijst.fontMetrics().horizontalAdvance
        return all(
            een == ander or max(self._advance(een), self._advance(ander)) <= self._room
            for een, ander in zip(old, new, strict=True)
        )

    def _beside_text(self) -> int:
        """Return the width of box, icon and margins of a row, generously."""
        lijst, kinds = self._lijst, QStyle.PixelMetric
        margin, box, symbol = (
            lijst.style().pixelMetric(kind, None, lijst)
            for kind in (kinds.PM_FocusFrameHMargin, kinds.PM_IndicatorWidth, kinds.PM_ListViewIconSize)
        )
        icon = max(symbol, lijst.iconSize().width())
        return int(icon + box + 6 * (margin + 1) + 2 * lijst.spacing() + _SPARE)
