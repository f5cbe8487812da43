"""Which uitslagen count and which don't, with the reason of the one that is chosen in full below the list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.domain.kalibratie_tekst import count_of
from indicatietool.gui.rows_table import RowsTable
from indicatietool.gui.theme import enlarge, text_label
from indicatietool.session.kalibratie.verzamelen import Verzameling

COUNTS, REFUSED = "telt mee", "telt niet mee"
EMPTY = "Voeg een map of bestanden toe, of sleep ze hierheen. Een uitslag eindigt op .uitslag."


class Inleverlijst(QWidget):
    """De lijst van wat is ingeleverd; wat niet meetelt staat bovenaan."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._rows: list[tuple[str, str, str]] = []
        self.count = text_label(EMPTY)
        enlarge(self.count, 1.1, bold=True)
        self.table = RowsTable(
            "kalibratie.lijst",
            "Ingeleverde uitslagen; wat niet meetelt staat bovenaan",
            (("Bestand", "uitslag-weer-op-orde-0123"), ("Telt mee", REFUSED), ("Waarom niet", "")),
            2,
        )
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names of files differ at the end
        self.table.setMinimumHeight(self.fontMetrics().height() * 7)
        self.reason = text_label()
        self.reason.setObjectName("kalibratie.reden")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.count, self.table, self.reason):
            layout.addWidget(widget, 1 if widget is self.table else 0)
        self.table.row_chosen.connect(self._show_reason)

    def show_gathered(self, verzameling: Verzameling) -> None:
        """Show what was gathered; the first refusal is chosen, so that it can't be missed."""
        self._rows = [
            *((deel.bestand, REFUSED, deel.reden) for deel in verzameling.geweigerd),
            *((deel.bestand, COUNTS, "") for deel in verzameling.ingeleverd),
        ]
        self.table.rows.show_rows(
            [(naam, stand, " ".join(reden.split())) for naam, stand, reden in self._rows]
        )
        niet = len(verzameling.geweigerd)
        refused = f" {niet} bestand{'' if niet == 1 else 'en'} {'telt' if niet == 1 else 'tellen'} niet mee."
        telling = f"{count_of(len(verzameling.ingeleverd))}.{refused if niet else ''}"
        self.count.setText(telling if self._rows else EMPTY)
        self._show_reason(-1)
        if niet:
            self.table.selectRow(0)

    def _show_reason(self, row: int) -> None:
        self.reason.setText(self._rows[row][2] if 0 <= row < len(self._rows) else "")
