"""The start screen: painted before anything heavy is read; the list of dossiers fills in right after."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from indicatietool.gui.theme import icon, text_label, title_label

if TYPE_CHECKING:
    from pathlib import Path

    from indicatietool.store.dossiers import DossierRegel


class StartPage(QWidget):
    """Waar een onderzoek begint of verder gaat."""

    new_asked = Signal()
    open_asked = Signal(str)
    practice_asked = Signal(object)

    def __init__(self) -> None:
        """Show the frame; nothing is known yet."""
        super().__init__()
        self.new = QPushButton(icon("plus"), "&Nieuw onderzoek")
        self.new.setObjectName("nieuw")
        self.cases = QComboBox()
        self.cases.setObjectName("oefencasussen")
        self.cases.setAccessibleName("Oefencasus")
        self.cases.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.practise = QPushButton(icon("presentation"), "&Oefenen met deze casus")
        self.practise.setObjectName("oefenen")
        self.table = QTableWidget(0, 4)
        self.table.setObjectName("dossiers")
        self.open = QPushButton(icon("folder-open"), "O&penen")
        self.open.setObjectName("openen")
        self._hint = text_label("De dossiers worden gelezen…", soft=True)
        self._lay_out()
        self.new.clicked.connect(self.new_asked.emit)
        self.open.clicked.connect(self._on_open)
        self.table.itemActivated.connect(self._on_open)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.practise.clicked.connect(lambda: self.practice_asked.emit(self.cases.currentData()))
        for button in (self.new, self.open, self.practise):
            button.setEnabled(False)

    def show_dossiers(self, regels: "Sequence[DossierRegel]") -> None:
        """Fill the list of dossiers."""
        self.new.setEnabled(True)
        self.table.setRowCount(len(regels))
        for row, regel in enumerate(regels):
            soort = "niet leesbaar" if regel.fout else "oefening" if regel.oefening else "onderzoek"
            texts = (regel.nummer, regel.client, soort, _when(regel.gewijzigd))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(row, column, item)
        self._hint.setText("" if regels else "Er zijn nog geen dossiers op deze laptop.")
        self._on_selected()

    def show_cases(self, cases: "Mapping[str, Path]") -> None:
        """Fill the list of practice cases."""
        self.cases.clear()
        for title, path in cases.items():
            self.cases.addItem(title, path)
        self.practise.setEnabled(bool(cases))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 28, 40, 28)
        layout.setSpacing(10)
        layout.addWidget(title_label("Indicatietool", 2.2))
        layout.addWidget(
            text_label(
                "Hulpmiddel bij het indiceren van individuele begeleiding (Wmo). "
                "De tool doet een voorstel in minuten per maand. U besluit."
            )
        )
        actions = QHBoxLayout()
        actions.addWidget(self.new)
        actions.addSpacing(30)
        actions.addWidget(self.cases)
        actions.addWidget(self.practise)
        actions.addStretch(1)
        layout.addSpacing(12)
        layout.addLayout(actions)
        layout.addSpacing(16)
        layout.addWidget(title_label("Dossiers op deze laptop", 1.2))
        layout.addWidget(self._hint)
        self.table.setAccessibleName("Dossiers; Enter opent")
        self.table.setHorizontalHeaderLabels(["Nummer", "Cliënt", "Soort", "Gewijzigd"])
        self.table.verticalHeader().setVisible(False)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setHighlightSections(False)
        layout.addWidget(self.table, 1)
        line = QHBoxLayout()
        line.addWidget(self.open)
        line.addStretch(1)
        layout.addLayout(line)

    def _on_selected(self) -> None:
        self.open.setEnabled(bool(self.table.selectedItems()))

    def _on_open(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self.open_asked.emit(self.table.item(row, 0).text())


def _when(moment: datetime) -> str:
    return f"{moment:%d-%m-%Y %H.%M}"
