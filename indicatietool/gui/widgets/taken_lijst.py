"""The taken of one leefgebied: needed or not, how far each is, its blok and minutes, in words and icon."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.normenkader import Taak
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Onbepaald, Voorstel
from indicatietool.gui.theme import BLAUW, GRIJS, GROEN, ORANJE, icon, icon_size, select_softly
from indicatietool.gui.widgets.aided import follow_selection
from indicatietool.gui.widgets.rij_wijzigen import Rijwijziging
from indicatietool.gui.widgets.toetsen import has_other_modifier


class TakenLijst(QListWidget):
    """Kies een taak met de pijltjes; spatie zegt of zij nodig is.

    Letters and digits are left to the page: here they would only search.
    """

    needed = Signal(str, bool)

    def __init__(self, taken: Sequence[Taak], leefgebied: str) -> None:
        """Show these taken.

        Args:
            taken: of one leefgebied, in the order of the kader.
            leefgebied: its name.
        """
        super().__init__()
        self._taken = tuple(taken)
        self._shown: list[tuple[str, str, bool]] = []
        self._icons: dict[tuple[str, str], QIcon] = {}
        self.setObjectName("taken")
        self.setAccessibleName(f"Taken bij {leefgebied}; spatie kiest of een taak nodig is")
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSpacing(1)
        self.setToolTip("Spatie: wel of niet nodig. Pijltjes, N en P: andere taak. 1 tot en met 8: scoren.")
        self.setIconSize(icon_size())
        select_softly(self)
        for taak in self._taken:
            item = QListWidgetItem(taak.naam)
            item.setData(Qt.ItemDataRole.UserRole, taak.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.addItem(item)
            self._shown.append(("", "", False))
        self.itemChanged.connect(self._on_changed)
        follow_selection(self)

    def show_outcomes(self, uitkomsten: Sequence[TaakUitkomst | None]) -> None:
        """Show how far each taak is; only rows that differ are touched."""
        with QSignalBlocker(self), Rijwijziging(self) as wijziging:
            for row, uitkomst in enumerate(uitkomsten):
                symbol, stand = _standing(uitkomst)
                shown = (symbol[0], stand, uitkomst is not None)
                if shown == self._shown[row]:
                    continue
                self._shown[row] = shown
                naam = self._taken[row].naam
                checked = Qt.CheckState.Checked if uitkomst is not None else Qt.CheckState.Unchecked
                wijziging.change(
                    self.item(row),
                    f"{naam}\n{stand}",
                    {
                        Qt.ItemDataRole.AccessibleTextRole: f"{naam}, {stand}",
                        Qt.ItemDataRole.DecorationRole: self._icon(symbol),
                        Qt.ItemDataRole.CheckStateRole: checked,
                    },
                )

    def row_of(self, taak: str) -> int:
        """Return the row of a taak."""
        return next(row for row, each in enumerate(self._taken) if each.id == taak)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the page what would only search here."""
        text = event.text()
        if text.isprintable() and text.strip() and not has_other_modifier(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for room for a few words beside each other, and for all rows."""
        wide = self.fontMetrics().averageCharWidth() * 27
        return QSize(wide, self._high(len(self._taken)))

    def minimumSizeHint(self) -> QSize:
        """Be content with some rows."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, self._high(2))

    def height_for(self, rows: int) -> int:
        """Return the height of so many rows, at most of all."""
        return self._high(min(rows, len(self._taken)))

    def _icon(self, symbol: tuple[str, str]) -> QIcon:
        """Return an icon; drawing it costs more than everything else in a row."""
        if symbol not in self._icons:
            self._icons[symbol] = icon(*symbol)
        return self._icons[symbol]

    def _high(self, rows: int) -> int:
        each = max(self.sizeHintForRow(0), 2 * self.fontMetrics().lineSpacing() + 4) + 2
        return rows * each + 2 * self.frameWidth() + 2

    def _on_changed(self, item: QListWidgetItem) -> None:
        taak = self._taken[self.row(item)]
        self.needed.emit(taak.id, item.checkState() == Qt.CheckState.Checked)


def _standing(uitkomst: TaakUitkomst | None) -> tuple[tuple[str, str], str]:
    """Return icon and words for how far a taak is."""
    if uitkomst is None:
        return ("circle", GRIJS), "niet gekozen"
    match uitkomst.voorstel:
        case Voorstel() as voorstel:
            blok = f"{uitkomst.blok} · " if uitkomst.blok else ""
            per_week = f"{show_minutes(voorstel.omvang.richt)} min/week"
            return ("circle-check", GROEN), f"klaar: {blok}{per_week}"
        case Onbepaald(open_vragen=vragen):
            woord = "vraag" if len(vragen) == 1 else "vragen"
            return ("circle-dot", BLAUW), f"bezig: nog {len(vragen)} {woord}"
        case _:
            return ("triangle-alert", ORANJE), "beoordeel zelf"
