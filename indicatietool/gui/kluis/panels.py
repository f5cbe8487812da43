"""Three views on a kluis: the log, what a check found, and what has been kept long enough."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from indicatietool.domain.kluis import LogRegel
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.kluis.history import MOMENT
from indicatietool.gui.rows_table import RowsTable
from indicatietool.gui.theme import text_label
from indicatietool.session.desk import Desk
from indicatietool.session.onderhoud import past_retention

_LOG = (
    ("Nr.", "00000"),
    ("Wanneer", "22-12-2026 14.03"),
    ("Wie", "consulent"),
    ("Wat", "verslag gemaakt"),
    ("Waarmee", "2026-00000"),
    ("Resultaat", "ok"),
    ("Programma", "indicatietool"),
)
_OLD = (
    ("Nummer", "2026-00000"),
    ("Cliënt", "Mevrouw"),
    ("Status", "definitief"),
    ("Bewaard tot", "22-12-2026 "),
)
WELL = "De kluis is in orde. Alles is leesbaar, niets is van buiten veranderd, en het logboek klopt."
CHECKING = "De kluis wordt gecontroleerd…"


class LogDialog(Dialog):
    """Het logboek: wie wat wanneer met welk dossier deed; zonder namen en antwoorden."""

    def __init__(self, parent: QWidget, regels: tuple[LogRegel, ...]) -> None:
        """Show the lines, last first."""
        super().__init__(
            parent,
            "Logboek",
            "Elke regel hangt vast aan de vorige: wie er een verandert of weghaalt, valt door de mand.",
            cancel="&Sluiten",
        )
        self.table = RowsTable("logboek", "Regels van het logboek, laatste eerst", _LOG, wide=3)
        self.table.rows.show_rows(
            [
                (
                    str(regel.volg),
                    f"{regel.moment.astimezone():{MOMENT}}",
                    regel.actor,
                    regel.actie,
                    regel.object,
                    regel.resultaat,
                    regel.oorsprong,
                )
                for regel in reversed(regels)
            ]
        )
        self.body.addWidget(text_label(f"{len(regels)} regels", soft=True))
        self.body.addWidget(self.table, 1)
        self.grow(980, 640)
        self.table.setFocus()


class VerifyDialog(Dialog):
    """Wat een controle van de kluis opleverde."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        """Check at once, beside the window."""
        super().__init__(parent, "Kluis controleren", cancel="&Sluiten")
        self.result = text_label()
        self.result.setObjectName("uitslag")
        self.body.addWidget(self.result)
        self.body.addStretch(1)
        self.run(desk.kluis.verify, self._on_found, CHECKING)

    def _on_found(self, findings: tuple[str, ...]) -> None:
        if not findings:
            self.result.setText(WELL)
            return
        lines = "\n".join(f"– {finding}" for finding in findings)
        self.result.setText(
            f"Er is iets mis:\n{lines}\n\nMaak nu geen nieuwe kopie. Zet een eerdere kopie terug, of vraag "
            f"de beheerder."
        )


class CleanUpDialog(Dialog):
    """De dossiers waarvan de bewaartermijn voorbij is. Er gaat niets weg zonder dat u het zegt."""

    delete_asked = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk, jaren: int, *, hides_names: bool = False) -> None:
        """Show what has been kept long enough."""
        uitleg = (
            f"Deze dossiers zijn {jaren} jaar bewaard, gerekend vanaf de laatste wijziging of de einddatum "
            f"(Wmo 2015 "
            "art. 5.3.4 lid 1). Er gaat niets vanzelf weg: u verwijdert ze zelf, één voor één."
        )
        super().__init__(parent, "Opruimen", uitleg, cancel="&Sluiten")
        self._desk, self._jaren, self._hides = desk, jaren, hides_names
        self.count = text_label()
        self.count.setObjectName("aantal")
        self.table = RowsTable("verlopen", "Dossiers waarvan de bewaartermijn voorbij is", _OLD, wide=1)
        self.delete = QPushButton("&Verwijderen…")
        self.delete.setObjectName("verlopen.verwijderen")
        line_row = QWidget()
        line = FlowLayout(line_row)
        line.addWidget(self.delete)
        self.body.addWidget(self.count)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(line_row)
        self.table.row_chosen.connect(lambda row: self.delete.setEnabled(row >= 0))
        self.delete.clicked.connect(self._on_delete)
        self.refresh()
        self.grow(760, 560)
        (self.table if self._old else self.cancel).setFocus()

    def refresh(self) -> None:
        """Show the list as it is now."""
        self._old = past_retention(self._desk.list(), self._jaren, self._desk.vandaag)
        self.table.rows.show_rows(
            [
                (
                    verlopen.regel.kaart.nummer,
                    "cliënt" if self._hides else verlopen.regel.kaart.client,
                    str(verlopen.regel.kaart.status),
                    f"{verlopen.bewaard_tot:%d-%m-%Y}",
                )
                for verlopen in self._old
            ]
        )
        aantal = len(self._old)
        self.count.setText(
            "Er is niets op te ruimen."
            if not aantal
            else f"{aantal} {'dossier' if aantal == 1 else 'dossiers'} kunnen weg."
        )
        self.delete.setEnabled(self.table.chosen >= 0)

    def _on_delete(self) -> None:
        row = self.table.chosen
        if row >= 0:
            self.delete_asked.emit(self._old[row].regel.kaart.nummer)
