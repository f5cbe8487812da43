"""Looking through a normenkader: search on any word, read anchors and figures, see where each comes from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from indicatietool.gui.theme import ORANJE, colour, enlarge, select_softly, text_label, title_label
from indicatietool.session.kader_view import Onderdeel, parts_of

if TYPE_CHECKING:
    from indicatietool.session.kaders import GeladenKader


class KaderBrowser(QWidget):
    """Het normenkader om in te lezen en te zoeken; er verandert niets."""

    def __init__(self, kaders: "Sequence[GeladenKader]", parent: QWidget | None = None) -> None:
        """Show the first of these kaders, in a window of its own.

        Args:
            kaders: the normenkaders to choose from.
            parent: the window it belongs to; a dialog keeps it usable beside itself.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Normenkader bekijken")
        self.resize(1100, 760)
        self._kaders = tuple(kaders)
        self._parts: tuple[Onderdeel, ...] = ()
        self.which = QComboBox()
        self.which.setObjectName("kader")
        self.which.setAccessibleName("Normenkader")
        self.search = QLineEdit()
        self.search.setObjectName("zoeken")
        self.search.setPlaceholderText("Zoek een taak, woord, regel of bron")
        self.search.setAccessibleName("Zoeken in het normenkader")
        self.tree = QTreeWidget()
        self.tree.setObjectName("onderdelen")
        self.tree.setAccessibleName("Onderdelen van het normenkader")
        self.tree.setHeaderHidden(True)
        select_softly(self.tree)
        self.detail = QScrollArea()
        self.detail.setWidgetResizable(True)
        self.detail.setFrameShape(QFrame.Shape.NoFrame)
        self._status = text_label()
        colour(self._status, ORANJE)
        self._lay_out()
        self.which.addItems([geladen.name for geladen in self._kaders])
        self.which.currentIndexChanged.connect(self._on_kader)
        self.search.textChanged.connect(self._fill)
        self.tree.currentItemChanged.connect(self._on_chosen)
        self._on_kader(0)

    def show_part(self, groep: str, titel: str) -> None:
        """Show the part with this title; a group that is empty may be any."""
        self.search.clear()
        for index, part in enumerate(self._parts):
            if part.titel == titel and groep in ("", part.groep):
                self._choose(index)
                return

    def _choose(self, number: int) -> None:
        for top in range(self.tree.topLevelItemCount()):
            groep = self.tree.topLevelItem(top)
            for row in range(groep.childCount()):
                if groep.child(row).data(0, Qt.ItemDataRole.UserRole) == number:
                    self.tree.setCurrentItem(groep.child(row))
                    return

    def _lay_out(self) -> None:
        side = QWidget()
        left = QVBoxLayout(side)
        for widget in (self.which, self.search, self.tree, self._status):
            left.addWidget(widget, 1 if widget is self.tree else 0)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(side)
        splitter.addWidget(self.detail)
        splitter.setSizes([380, 720])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)

    def _on_kader(self, index: int) -> None:
        if not 0 <= index < len(self._kaders):
            return
        geladen = self._kaders[index]
        self._parts = parts_of(geladen.kader)
        vast = geladen.kader.is_vastgesteld
        self._status.setText("" if vast else f"Cijfers: {geladen.kader.kader.status}, niet vastgesteld")
        self._fill()

    def _fill(self) -> None:
        words = self.search.text()
        self.tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for number, part in enumerate(self._parts):
            if not part.matches(words):
                continue
            if part.groep not in groups:
                groups[part.groep] = QTreeWidgetItem(self.tree, [part.groep])
                groups[part.groep].setExpanded(bool(words))
            item = QTreeWidgetItem(groups[part.groep], [part.titel])
            item.setData(0, Qt.ItemDataRole.UserRole, number)
        first = self.tree.topLevelItem(0)
        if first is not None and first.childCount():
            self.tree.setCurrentItem(first.child(0))

    def _on_chosen(self, item: QTreeWidgetItem | None) -> None:
        number = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        if number is not None:
            self.detail.setWidget(_show(self._parts[number]))


def _show(part: Onderdeel) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.addWidget(text_label(part.groep, soft=True))
    layout.addWidget(title_label(part.titel, 1.3))
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(8)
    for row, (naam, tekst) in enumerate((n, t) for n, t in part.regels if t):
        label = text_label(naam)
        label.setMinimumWidth(150)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        enlarge(label, 1.0, bold=True)
        grid.addWidget(label, row, 0)
        grid.addWidget(text_label(tekst), row, 1)
    layout.addLayout(grid)
    layout.addStretch(1)
    return box
