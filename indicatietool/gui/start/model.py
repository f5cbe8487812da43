"""The list of dossiers as a table that sorts and narrows in a blink, also with five thousand rows.

Comes in: DossierRegels. Goes out: texts per cell. Knows no kluis and no widgets.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from indicatietool.domain.dossier import SoortOnderzoek
from indicatietool.domain.kaart import DossierRegel, DossierStatus
from indicatietool.gui.theme import BLAUW, GRIJS, GROEN, ROOD, icon

Index = QModelIndex | QPersistentModelIndex

CLIENT = "cliënt"
"""Stands in the place of a name while others look along."""

SOORTEN = {
    SoortOnderzoek.EERSTE: "eerste onderzoek",
    SoortOnderzoek.HERINDICATIE: "herindicatie",
    SoortOnderzoek.HERZIENING: "herziening",
    SoortOnderzoek.OMZETTING: "omzetting",
    None: "onderzoek",
}
_ICONS = {
    DossierStatus.CONCEPT: ("pencil", GRIJS),
    DossierStatus.COMPLEET: ("circle-check", BLAUW),
    DossierStatus.DEFINITIEF: ("file-text", GROEN),
}
_SOON = 7
"""Days before the last day of the research from which the list counts down."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """Eén kolom: de kop, een voorbeeld voor de breedte, de tekst van een regel en waarop zij sorteert."""

    kop: str
    breedte: str
    tekst: Callable[[DossierRegel, date], str]
    sleutel: Callable[[DossierRegel, date], Any]


def status_of(regel: DossierRegel) -> str:
    """Return how far a dossier is, in a word."""
    return "niet leesbaar" if regel.fout else str(regel.kaart.status)


def deadline_of(regel: DossierRegel, vandaag: date) -> str:
    """Return the last day of the research, and in words whether it is near or past."""
    dag = regel.kaart.uiterlijk
    if dag is None:
        return ""
    if regel.kaart.status is DossierStatus.DEFINITIEF:
        return _day(dag)
    over = (dag - vandaag).days
    if over < 0:
        return f"{_day(dag)}, te laat"
    if over == 0:
        return f"{_day(dag)}, vandaag"
    if over <= _SOON:
        return f"{_day(dag)}, nog {over} {'dag' if over == 1 else 'dagen'}"
    return _day(dag)


def _day(dag: date | None) -> str:
    return f"{dag:%d-%m-%Y}" if dag else ""


def _minutes(regel: DossierRegel) -> str:
    minuten = regel.kaart.minuten_per_maand
    return "" if minuten is None else str(minuten)


KOLOMMEN = (
    Kolom("Nummer", "2026-00000", lambda r, _: r.kaart.nummer, lambda r, _: r.kaart.nummer),
    Kolom("Cliënt", "Mevrouw van den Berg", lambda r, _: r.kaart.client, lambda r, _: r.kaart.client.lower()),
    Kolom(
        "Soort",
        "eerste onderzoek",
        lambda r, _: SOORTEN[r.kaart.soort_onderzoek],
        lambda r, _: SOORTEN[r.kaart.soort_onderzoek],
    ),
    Kolom("Status", "XX niet leesbaar", lambda r, _: status_of(r), lambda r, _: status_of(r)),
    Kolom("Uiterlijk", "22-12-2026, nog 7 dagen", deadline_of, lambda r, _: r.kaart.uiterlijk or date.max),
    Kolom(
        "Evaluatie",
        "22-12-2026 ",
        lambda r, dag: _day(r.kaart.volgende_evaluatie(dag)),
        lambda r, dag: r.kaart.volgende_evaluatie(dag) or date.max,
    ),
    Kolom("Minuten", "Minuten", lambda r, _: _minutes(r), lambda r, _: r.kaart.minuten_per_maand or -1),
    Kolom(
        "Gewijzigd",
        "22-12-2026 14.03",
        lambda r, _: f"{r.gewijzigd.astimezone():%d-%m-%Y %H.%M}",
        lambda r, _: r.gewijzigd,
    ),
)
NUMMER, NAAM, STATUS, MINUTEN, GEWIJZIGD = 0, 1, 3, 6, 7


class DossierTable(QAbstractTableModel):
    """De dossiers als tabel."""

    def __init__(self, vandaag: date, *, hides_names: bool = False) -> None:
        """Start empty, last changed first.

        Args:
            vandaag: today, for deadlines and evaluations.
            hides_names: no name of a client is shown.
        """
        super().__init__()
        self._vandaag = vandaag
        self._hides_names = hides_names
        self._all: tuple[DossierRegel, ...] = ()
        self._rows: list[DossierRegel] = []
        self._found: Collection[str] | None = None
        self._status = ""
        self._order = (GEWIJZIGD, Qt.SortOrder.DescendingOrder)
        self._icons = {status: icon(*name) for status, name in _ICONS.items()}
        self._unreadable = icon("triangle-alert", ROOD)

    def show_rows(self, regels: Sequence[DossierRegel]) -> None:
        """Show these dossiers."""
        self._all = tuple(regels)
        self._arrange()

    def narrow(self, found: Collection[str] | None, status: str) -> None:
        """Show only dossiers with one of these nummers and this status; None and "" mean all."""
        if (found, status) != (self._found, self._status):
            self._found, self._status = found, status
            self._arrange()

    def regel(self, row: int) -> DossierRegel:
        """Return the dossier in a row."""
        return self._rows[row]

    def row_of(self, nummer: str) -> int | None:
        """Return the row of a dossier, or None when it is not shown."""
        return next((row for row, regel in enumerate(self._rows) if regel.kaart.nummer == nummer), None)

    @property
    def total(self) -> int:
        """Return how many dossiers there are, shown or not."""
        return len(self._all)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's own default
        """Return how many dossiers are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(KOLOMMEN)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, icon or alignment of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._rows[index.row()], index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATUS:
            regel = self._rows[index.row()]
            return self._unreadable if regel.fout else self._icons[regel.kaart.status]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == MINUTEN:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._rows[index.row()].fout or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return KOLOMMEN[section].kop
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort on a column."""
        self._order = (column, order)
        self._arrange()

    def _text(self, regel: DossierRegel, column: int) -> str:
        if column == NAAM and self._hides_names:
            return CLIENT if regel.kaart.client else ""
        return KOLOMMEN[column].tekst(regel, self._vandaag)

    def _arrange(self) -> None:
        column, order = self._order
        shown = [
            regel
            for regel in self._all
            if (self._found is None or regel.kaart.nummer in self._found)
            and (not self._status or status_of(regel) == self._status)
        ]
        shown.sort(
            key=lambda regel: KOLOMMEN[column].sleutel(regel, self._vandaag),
            reverse=order == Qt.SortOrder.DescendingOrder,
        )
        self.beginResetModel()
        self._rows = shown
        self.endResetModel()
