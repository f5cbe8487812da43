"""The list of steps at the left of the wizard: each with its status, in words and as an icon."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from indicatietool.gui.theme import BLAUW, GRIJS, GROEN, ORANJE, icon, icon_size, scale, select_softly
from indicatietool.gui.widgets.aided import follow_selection
from indicatietool.gui.widgets.rij_wijzigen import Rijwijziging
from indicatietool.session.steps import Stap, StapStatus

_ICONS = {
    StapStatus.NOG_NIET: ("circle", GRIJS),
    StapStatus.BEZIG: ("circle-dot", BLAUW),
    StapStatus.KLAAR: ("circle-check", GROEN),
    StapStatus.LET_OP: ("triangle-alert", ORANJE),
}

INSET = "    "
LARGE = 1.5
"""Size of the letters, beside 1 at 100 %, from which names need more than one line: no room for an inset."""


class StepList(QListWidget):
    """De stappen van het onderzoek, om uit te kiezen."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Show no steps yet."""
        super().__init__()
        self._steps: tuple[Stap, ...] = ()
        self._icons = {status: icon(*drawing) for status, drawing in _ICONS.items()}
        self.setObjectName("stappen")
        self.setAccessibleName("Stappen van het onderzoek")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setIconSize(icon_size())
        select_softly(self)
        self.currentRowChanged.connect(self._on_row)
        follow_selection(self)

    def show_steps(self, steps: Sequence[Stap], index: int) -> None:
        """Show the steps as they are now, with one of them chosen; tells nobody."""
        self._steps = tuple(steps)
        with QSignalBlocker(self):
            while self.count() > len(steps):
                self.takeItem(self.count() - 1)
            while self.count() < len(steps):
                self.addItem(QListWidgetItem())
            with Rijwijziging(self) as wijziging:
                for row, stap in enumerate(steps):
                    self._show(wijziging, row, stap)
            self.setCurrentRow(index)

    def _show(self, wijziging: Rijwijziging, row: int, stap: Stap) -> None:
        item = self.item(row)
        inset = INSET if stap.leefgebied and scale() < LARGE else ""
        text = f"{inset}{stap.titel}\n{inset}{stap.status}"
        if item.text() != text:
            wijziging.change(
                item,
                text,
                {
                    Qt.ItemDataRole.AccessibleTextRole: f"{stap.titel}, {stap.status}",
                    Qt.ItemDataRole.ToolTipRole: stap.titel,
                    Qt.ItemDataRole.DecorationRole: self._icons[stap.status],
                },
            )

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._steps):
            self.chosen.emit(self._steps[row].id)
