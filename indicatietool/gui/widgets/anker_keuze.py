"""One choice out of several, each with its anchor text beside it. Nothing is chosen beforehand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from indicatietool.gui.theme import text_label

Optie = tuple[str, str, str]
"""id, name and anchor of one choice."""


class AnkerKeuze(QWidget):
    """Radio buttons whose anchor stands beside them; the arrow keys move, space chooses."""

    chosen = Signal(str)

    def __init__(self, naam: str, opties: Sequence[Optie], columns: int = 1) -> None:
        """Show the choices from top to bottom, in this many columns.

        Args:
            naam: what is chosen, for a screen reader.
            opties: the choices; an empty anchor shows the name alone.
            columns: 1 or 2; the first half of the choices stands left.
        """
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        self._labels: dict[QObject, QRadioButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        per_column = -(-len(opties) // columns)
        for index, optie in enumerate(opties):
            grid.addWidget(self._row(naam, optie), index % per_column, index // per_column)
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def set_value(self, optie: str | None) -> None:
        """Show this choice, or none; tells nobody."""
        if optie is None and self._group.checkedButton() is not None:
            self._group.setExclusive(False)
            self._group.checkedButton().setChecked(False)
            self._group.setExclusive(True)
        elif optie is not None and not self._buttons[optie].isChecked():
            self._buttons[optie].setChecked(True)

    def value(self) -> str | None:
        """Return the choice that is made, or None."""
        return next((id_ for id_, button in self._buttons.items() if button.isChecked()), None)

    def button(self, optie: str) -> QRadioButton:
        """Return the radio button of one choice."""
        return self._buttons[optie]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a click on the anchor text choose it."""
        if event.type() == QEvent.Type.MouseButtonRelease and watched in self._labels:
            self._labels[watched].setFocus(Qt.FocusReason.MouseFocusReason)
            self._labels[watched].click()
        return super().eventFilter(watched, event)

    def _row(self, groep: str, optie: Optie) -> QWidget:
        id_, naam, anker = optie
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        button = QRadioButton(naam)
        button.setObjectName(id_)
        button.setAccessibleName(f"{groep}: {naam}")
        button.setAccessibleDescription(anker)
        button.clicked.connect(lambda: self.chosen.emit(id_))
        self._group.addButton(button)
        self._buttons[id_] = button
        layout.addWidget(button)
        if anker:
            label = text_label(anker, soft=True)
            label.setContentsMargins(24, 0, 0, 4)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            label.installEventFilter(self)
            self._labels[label] = button
            layout.addWidget(label)
        layout.addStretch(1)
        return row
