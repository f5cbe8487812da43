"""The conversion of existing clients: one by hand, or one after another from a list without BSN."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QPushButton, QWidget

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.messages import ask
from indicatietool.gui.rows_table import RowsTable
from indicatietool.gui.theme import enlarge, text_label
from indicatietool.session import omzettingen
from indicatietool.session.desk import Desk
from indicatietool.session.vervolg import omzetting

WHAT = (
    "Ook bij een omzetting doet u een onderzoek: van de oude indicatie worden geen minuten afgeleid. Lees "
    "een lijst "
    "in (CSV met zaaknummer, gemeente, huidige indicatie en einddatum, zonder BSN), of begin met één cliënt."
)
_KOLOMMEN = (
    ("Zaak", "Z-2026-000000"),
    ("Gemeente", "Hardinxveld-Giessendam"),
    ("Huidige indicatie", "IB3, 8 uur"),
    ("Einddatum", "31-12-2026"),
    ("Stand", "bezig in 2026-0001"),
)


class OmzettingDialog(Dialog):
    """Bestaande indicaties omzetten."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        """Show the list and how far it is."""
        super().__init__(parent, "Omzetten van bestaande indicaties", WHAT, cancel="&Sluiten")
        self._desk = desk
        self.table = RowsTable("omzetlijst", "Zaken om om te zetten", _KOLOMMEN, wide=2)
        self.progress = QProgressBar()
        self.progress.setObjectName("voortgang")
        self.read = QPushButton("Lijst &inlezen (CSV)…")
        self.read.setObjectName("lijst.inlezen")
        self.begin = QPushButton("&Beginnen of verder met deze zaak")
        self.begin.setObjectName("zaak.beginnen")
        self.drop = QPushButton("Lijst &weghalen")
        self.drop.setObjectName("lijst.weg")
        self.huidig = QLineEdit()
        self.huidig.setObjectName("huidige.indicatie")
        self.huidig.setMaxLength(200)
        self.huidig.setPlaceholderText("Bijvoorbeeld: IB3, 4 uur per week tot en met 31-12-2026")
        self.one = QPushButton("Beginnen met één &cliënt")
        self.one.setObjectName("een.beginnen")
        self._lay_out()
        self.read.clicked.connect(self._on_read)
        self.begin.clicked.connect(self._on_begin)
        self.drop.clicked.connect(self._on_drop)
        self.one.clicked.connect(self._on_one)
        self.huidig.returnPressed.connect(self._on_one)
        self.table.activated.connect(self._on_begin)
        self.table.row_chosen.connect(lambda row: self.begin.setEnabled(row >= 0))
        self.refresh()
        self.grow(940, 700)
        (self.table if self._rows else self.read).setFocus()

    def refresh(self) -> None:
        """Show the list as it is now."""
        self._rows = omzettingen.overview(self._desk)
        self.table.rows.show_rows(
            [(r.zaak, r.gemeente, r.huidig, _day(r.einddatum), r.stand) for r in self._rows]
        )
        klaar, totaal = sum(regel.is_omgezet for regel in self._rows), len(self._rows)
        self.progress.setMaximum(max(1, totaal))
        self.progress.setValue(klaar)
        self.progress.setFormat(f"{klaar} van {totaal} omgezet" if totaal else "Er is nog geen lijst.")
        self.progress.setAccessibleName(self.progress.format())
        self.table.setEnabled(bool(totaal))
        self.drop.setEnabled(bool(totaal))
        self.begin.setEnabled(self.table.chosen >= 0)

    def read_list(self, pad: Path) -> None:
        """Read in a list and show it."""
        try:
            aantal = omzettingen.take_in_list(self._desk, pad)
        except IndicatietoolError as error:
            self.tell(str(error))
            return
        self.refresh()
        self.tell(f"{aantal} {'zaak is' if aantal == 1 else 'zaken zijn'} ingelezen uit {pad.name}.")

    def _lay_out(self) -> None:
        line_row = QWidget()
        line = FlowLayout(line_row)
        line.setSpacing(8)
        for button in (self.read, self.begin, self.drop):
            line.addWidget(button)
        kop = text_label("Eén cliënt, zonder lijst: de huidige indicatie")
        enlarge(kop, 1.0, bold=True)
        kop.setBuddy(self.huidig)
        self.huidig.setAccessibleName("Huidige indicatie")
        self.body.addWidget(self.progress)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(line_row)
        self.body.addSpacing(12)
        for widget in (kop, self.huidig):
            self.body.addWidget(widget)
        one_row = QWidget()
        one = FlowLayout(one_row)
        one.addWidget(self.one)
        self.body.addWidget(one_row)

    def _on_read(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, "Welke lijst leest u in?", "", "Lijst (*.csv *.txt)")
        if file:
            self.read_list(Path(file))

    def _on_begin(self) -> None:
        row = self.table.chosen
        if row >= 0:
            zaak = self._rows[row].zaak
            self._choose(lambda: omzettingen.begin(self._desk, zaak))

    def _on_one(self) -> None:
        huidig = self.huidig.text().strip()
        if not huidig:
            self.tell("Schrijf eerst op wat de cliënt nu heeft.")
            return
        self._choose(lambda: omzetting(self._desk, huidig))

    def _choose(self, make: object) -> None:
        self.chosen.emit(make)
        self.accept()

    def _on_drop(self) -> None:
        if ask(self, "De lijst weghalen? De dossiers die u al begon, blijven."):
            omzettingen.drop_list(self._desk)
            self.refresh()


def _day(dag: object) -> str:
    return f"{dag:%d-%m-%Y}" if dag else ""
