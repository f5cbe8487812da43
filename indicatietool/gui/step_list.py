"""The list of steps at the left of the wizard: each with its status, in words and as an icon."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from indicatietool.gui.theme import BLAUW, GRIJS, GROEN, ORANJE, icon, select_softly
from indicatietool.session.steps import Stap, StapStatus

_ICONS = {
    StapStatus.NOG_NIET: ("circle", GRIJS),
    StapStatus.BEZIG: ("circle-dot", BLAUW),
    StapStatus.KLAAR: ("circle-check", GROEN),
    StapStatus.LET_OP: ("triangle-alert", ORANJE),
}


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
        select_softly(self)
        self.currentRowChanged.connect(self._on_row)

    def show_steps(self, steps: Sequence[Stap], index: int) -> None:
        """Show the steps as they are now, with one of them chosen; tells nobody."""
        self._steps = tuple(steps)
        with QSignalBlocker(self):
            while self.count() > len(steps):
                self.takeItem(self.count() - 1)
            for row, stap in enumerate(steps):
                self._show(row, stap)
            self.setCurrentRow(index)

    def _show(self, row: int, stap: Stap) -> None:
        item = self.item(row)
        if item is None:
            item = QListWidgetItem()
            self.addItem(item)
        inset = "    " if stap.leefgebied else ""
        text = f"{inset}{stap.titel}\n{inset}{stap.status}"
        if item.text() != text:
            item.setText(text)
            item.setToolTip(stap.titel)
            item.setIcon(self._icons[stap.status])

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._steps):
            self.chosen.emit(self._steps[row].id)
