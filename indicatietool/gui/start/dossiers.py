"""The dossiers of one kluis: begin, search, narrow, open, and what else can be done with one.

Comes in: a desk with an open kluis. Goes out: signals; the window does what they ask.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from indicatietool.domain.kaart import DossierStatus
from indicatietool.errors import IndicatietoolError
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.start.model import KOLOMMEN, NAAM, DossierTable
from indicatietool.gui.theme import icon, make_primary, select_softly, text_label

if TYPE_CHECKING:
    from indicatietool.session.desk import Desk
    from indicatietool.session.kaders import GeladenKader


class Actie(StrEnum):
    """Wat er met een dossier uit de lijst kan."""

    HERINDICATIE = "herindicatie"
    HERZIENING = "herziening"
    MEENEMEN = "meenemen"
    GESCHIEDENIS = "geschiedenis"
    VERWIJDEREN = "verwijderen"


_ACTIONS = (
    (Actie.HERINDICATIE, "&Herindicatie", "redo-2"),
    (Actie.HERZIENING, "Her&ziening", "scale"),
    (Actie.MEENEMEN, "&Meenemen…", "save"),
    (Actie.GESCHIEDENIS, "&Geschiedenis…", "list"),
    (Actie.VERWIJDEREN, "Ver&wijderen…", "trash-2"),
)
_ALL = "alle statussen"


class DossierPanel(QWidget):
    """De knoppen, het zoekveld en de lijst van dossiers."""

    new_asked = Signal(object)
    open_asked = Signal(str)
    action_asked = Signal(object, str)
    omzetting_asked = Signal()
    take_in_asked = Signal()

    def __init__(self, desk: "Desk", *, hides_names: bool = False) -> None:
        """Show the dossiers of a desk.

        Args:
            desk: with an open kluis.
            hides_names: no name of a client is shown.
        """
        super().__init__()
        self.desk = desk
        self.model = DossierTable(desk.vandaag, hides_names=hides_names)
        what = "oefendossier" if desk.is_practice else "onderzoek"
        self.new = QPushButton(icon("plus", "white"), f"&Nieuw {what}")
        self.new.setObjectName("nieuw")
        self.new.setToolTip("Ctrl+N")
        make_primary(self.new)
        self.kaders = QComboBox()
        self.kaders.setObjectName("kaders")
        self.kaders.setAccessibleName(f"Normenkader voor een nieuw {what}")
        self.kaders.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.omzetting = self._button("omzetting", "O&mzetting…", "users")
        self.take_in = self._button("inlezen", "Dossier &inlezen…", "folder-open")
        self.search = QLineEdit()
        self.search.setObjectName("zoeken")
        self.search.setPlaceholderText("Zoek op nummer, cliënt, zaaknummer of gemeente")
        self.search.setAccessibleName("Zoeken in de dossiers")
        self.search.setClearButtonEnabled(True)
        self.status = QComboBox()
        self.status.setObjectName("status")
        self.status.setAccessibleName("Alleen dossiers met deze status")
        self.status.addItems([_ALL, *DossierStatus])
        self.table = self._table()
        self.open = self._button("openen", "O&penen", "folder-open")
        self.actions_on = {name: self._button(name, text, symbol) for name, text, symbol in _ACTIONS}
        self.hint = text_label(soft=True)
        self.hint.setObjectName("aantal")
        self._chosen = ""
        self._lay_out()
        self._bind()
        self.new.setEnabled(False)

    @property
    def selected(self) -> str:
        """Return the nummer of the chosen dossier, or nothing."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.regel(rows[0].row()).kaart.nummer if rows else ""

    def refresh(self) -> None:
        """Read the list anew; the chosen row stays chosen.

        Raises:
            IndicatietoolError: the kluis can't be read.
        """
        self.model.show_rows(self.desk.list())
        self._narrow()

    def show_kaders(self, kaders: "Sequence[GeladenKader]") -> None:
        """Fill the list of normenkaders that a new onderzoek can use."""
        self.kaders.clear()
        for geladen in kaders:
            self.kaders.addItem(geladen.name, geladen)
        self.new.setEnabled(bool(kaders))

    def select(self, nummer: str) -> None:
        """Choose a dossier when it is shown, and the first one otherwise."""
        if self.model.rowCount():
            self.table.selectRow(self.model.row_of(nummer) or 0)
        self._on_selected()

    def focus_first(self) -> None:
        """Put the focus where work begins: on the list, or on the button for a first dossier."""
        (self.table if self.model.rowCount() else self.new).setFocus()

    def _button(self, name: str, text: str, symbol: str) -> QPushButton:
        button = QPushButton(icon(symbol), text)
        button.setObjectName(name)
        return button

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("dossiers")
        table.setAccessibleName("Dossiers; Enter opent")
        table.setModel(self.model)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setAlternatingRowColors(True)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        select_softly(table)
        header, metrics = table.horizontalHeader(), table.fontMetrics()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, kolom in enumerate(KOLOMMEN):
            table.setColumnWidth(column, metrics.horizontalAdvance(kolom.breedte) + 18)
        header.setSectionResizeMode(NAAM, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(metrics.horizontalAdvance("XXXXXX"))
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(metrics.height() + 12)
        table.setMinimumHeight(6 * (metrics.height() + 12))
        return table

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        top_row = QWidget()
        top = FlowLayout(top_row)
        top.setSpacing(8)
        layout.addWidget(top_row)
        for widget in (
            self.new,
            _label_of(self.kaders, "Normenkader"),
            self.kaders,
            self.omzetting,
            self.take_in,
        ):
            top.addWidget(widget)
        self.omzetting.setVisible(not self.desk.is_practice)
        line = QHBoxLayout()
        line.addWidget(self.search, 1)
        line.addWidget(_label_of(self.status, "Status"))
        line.addWidget(self.status)
        layout.addLayout(line)
        layout.addWidget(self.hint)
        layout.addWidget(self.table, 1)
        below_row = QWidget()
        below = FlowLayout(below_row)
        below.setSpacing(8)
        for button in (self.open, *self.actions_on.values()):
            below.addWidget(button)
        layout.addWidget(below_row)

    def _bind(self) -> None:
        self.new.clicked.connect(lambda: self.new_asked.emit(self.kaders.currentData()))
        self.omzetting.clicked.connect(self.omzetting_asked)
        self.take_in.clicked.connect(self.take_in_asked)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._to_table)
        self.status.currentIndexChanged.connect(self._narrow)
        self.table.activated.connect(self._on_open)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(lambda: self.select(self._chosen))
        self.open.clicked.connect(self._on_open)
        for name, button in self.actions_on.items():
            button.clicked.connect(lambda _checked=False, name=name: self._ask(name))
        header = self.table.horizontalHeader()
        with QSignalBlocker(header):
            header.setSortIndicator(len(KOLOMMEN) - 1, Qt.SortOrder.DescendingOrder)
        self.table.setSortingEnabled(True)

    def _narrow(self) -> None:
        words = self.search.text().strip()
        try:
            found = self.desk.search(words) if words else None
        except IndicatietoolError as error:
            self.hint.setText(str(error))
            return
        status = self.status.currentText()
        self.model.narrow(found, "" if status == _ALL else status)
        self._on_counted()

    def _remember(self) -> None:
        self._chosen = self.selected

    def _to_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()

    def _on_counted(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if not total:
            self.hint.setText("Er zijn hier nog geen dossiers.")
        elif not shown:
            self.hint.setText(f"Geen van de {total} dossiers past hierbij. Zoek met minder woorden.")
        elif shown < total:
            self.hint.setText(f"{shown} van {total} dossiers")
        else:
            self.hint.setText("1 dossier" if total == 1 else f"{total} dossiers")

    def _on_selected(self) -> None:
        has = bool(self.selected)
        for button in (self.open, *self.actions_on.values()):
            button.setEnabled(has)

    def _on_open(self) -> None:
        if self.selected:
            self.open_asked.emit(self.selected)

    def _ask(self, name: Actie) -> None:
        if self.selected:
            self.action_asked.emit(name, self.selected)

    def _on_menu(self, place: object) -> None:
        if not self.selected:
            return
        menu = QMenu(self)
        first = QAction("Openen", menu)
        first.triggered.connect(self._on_open)
        menu.addAction(first)
        for name, text, symbol in _ACTIONS:
            action = QAction(icon(symbol), text, menu)
            action.triggered.connect(lambda _checked=False, name=name: self._ask(name))
            menu.addAction(action)
        menu.popup(self.table.viewport().mapToGlobal(place))


def _label_of(box: QComboBox, text: str) -> QLabel:
    """Return a label for a list: on Linux a screen reader knows a list by its label alone."""
    label = text_label(text)
    label.setWordWrap(False)
    label.setBuddy(box)
    return label
