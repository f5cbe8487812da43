"""What can be done from the start screen: begin, practise, or open a dossier from the list."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

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

from indicatietool.domain.dossier import DossierRegel
from indicatietool.gui.theme import icon, make_primary, text_label, title_label


class DossierList(QWidget):
    """De knoppen en de lijst van dossiers op het startscherm."""

    new_asked = Signal(object)
    open_asked = Signal(str)
    practice_asked = Signal(object)

    def __init__(self) -> None:
        """Show an empty list."""
        super().__init__()
        self.new = QPushButton(icon("plus", "white"), "&Nieuw onderzoek")
        self.new.setObjectName("nieuw")
        make_primary(self.new)
        self.kaders = QComboBox()
        self.kaders.setObjectName("kaders")
        self.kaders.setAccessibleName("Normenkader voor een nieuw onderzoek")
        self.kaders.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.cases = QComboBox()
        self.cases.setObjectName("oefencasussen")
        self.cases.setAccessibleName("Oefencasus")
        self.cases.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.practise = QPushButton(icon("presentation"), "O&efenen met deze casus")
        self.practise.setObjectName("oefenen")
        self.table = QTableWidget(0, 4)
        self.table.setObjectName("dossiers")
        self.open = QPushButton(icon("folder-open"), "O&penen")
        self.open.setObjectName("openen")
        self._hint = text_label(soft=True)
        self._lay_out()
        self.new.clicked.connect(lambda: self.new_asked.emit(self.kaders.currentData()))
        self.open.clicked.connect(self._on_open)
        self.table.itemActivated.connect(self._on_open)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.practise.clicked.connect(lambda: self.practice_asked.emit(self.cases.currentData()))
        self.new.setEnabled(False)
        self.practise.setEnabled(False)

    def show_dossiers(self, regels: Sequence[DossierRegel]) -> None:
        """Fill the list of dossiers."""
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

    def show_kaders(self, kaders: Sequence[tuple[str, object]]) -> None:
        """Fill the list of normenkaders that a new onderzoek can use: a name and the kader."""
        self.kaders.clear()
        for name, kader in kaders:
            self.kaders.addItem(name, kader)
        self.new.setEnabled(bool(kaders))

    def show_cases(self, cases: Mapping[str, Path]) -> None:
        """Fill the list of practice cases."""
        self.cases.clear()
        for title, path in cases.items():
            self.cases.addItem(title, path)
        self.practise.setEnabled(bool(cases))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        actions = QHBoxLayout()
        actions.addWidget(self.new)
        actions.addWidget(text_label("met normenkader"))
        actions.addWidget(self.kaders)
        actions.addStretch(1)
        practice = QHBoxLayout()
        practice.addWidget(self.practise)
        practice.addWidget(self.cases)
        practice.addStretch(1)
        layout.addSpacing(12)
        layout.addLayout(actions)
        layout.addLayout(practice)
        layout.addSpacing(16)
        layout.addWidget(title_label("Dossiers op deze laptop", 1.2))
        layout.addWidget(self._hint)
        self.table.setAccessibleName("Dossiers; Enter opent")
        self.table.setHorizontalHeaderLabels(["Nummer", "Cliënt", "Soort", "Gewijzigd"])
        self.table.verticalHeader().setVisible(False)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for column, width in ((0, 130), (2, 130), (3, 160)):
            self.table.setColumnWidth(column, width)
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
