"""The herstelcode: shown once, to print or to write down, with proof that it was kept.

Comes in: the code. Goes out: a signal when two of its groups were typed from paper.
"""

import secrets
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMarginsF, QStandardPaths, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.kluis.pages import DoorLeaf
from indicatietool.gui.theme import enlarge, icon, make_primary, text_label

WHY = (
    "Bent u het wachtwoord vergeten, dan opent alleen deze code de kluis. De code staat nergens anders. "
    "Druk hem af of schrijf hem over, en bewaar hem op een veilige plek: niet op deze laptop en niet in de "
    "tas "
    "van deze laptop."
)
_ASKED = 2


class RecoveryPage(DoorLeaf):
    """De herstelcode bewaren, en laten zien dat hij bewaard is."""

    kept = Signal()

    def __init__(self) -> None:
        """Show no code yet."""
        super().__init__("Bewaar uw herstelcode")
        self.code = text_label()
        self.code.setObjectName("herstelcode")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setWeight(QFont.Weight.Bold)
        self.code.setFont(font)
        enlarge(self.code, 1.5, bold=True)
        self.showing, self.proving = QWidget(), QWidget()
        self._lay_out_showing()
        self._lay_out_proving()
        for widget in (self.showing, self.proving, self.message):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._groups: list[str] = []
        self.places: list[int] = []

    def show_code(self, code: str) -> None:
        """Show a new code."""
        self._groups = code.split("-")
        self.code.setText(" – ".join(self._groups))
        self.code.setAccessibleName(f"Herstelcode: {' '.join(self._groups)}")
        self.places = sorted(secrets.SystemRandom().sample(range(len(self._groups)), _ASKED))
        for field, label, place in zip(self.fields, self.labels, self.places, strict=True):
            label.setText(f"Groepje {place + 1} van de code")
            field.setAccessibleName(label.text())
            field.clear()
        self._show_step(is_proving=False)

    def forget(self) -> None:
        """Forget the code."""
        self._groups = []
        self.code.clear()
        self.code.setAccessibleName("Herstelcode")
        for field in self.fields:
            field.clear()

    def focus_first(self) -> None:
        """Put the focus on the first thing to do."""
        (self.fields[0] if self.proving.isVisible() else self.save).setFocus()

    def save_at(self, file: Path) -> None:
        """Write the page with the code as a pdf."""
        writer = QPdfWriter(str(file))
        writer.setTitle("Herstelcode van de indicatietool")
        writer.setPageLayout(_page())
        self._page_to_print().print_(writer)
        self.tell(
            f"Bewaard als {file.name}. Druk het af en verwijder het bestand daarna van deze laptop."
            if file.exists()
            else f"{file.name} kon niet worden bewaard. Kies een andere map, of schrijf de code over."
        )

    def _lay_out_showing(self) -> None:
        layout = QVBoxLayout(self.showing)
        layout.setContentsMargins(0, 0, 0, 0)
        self.save = QPushButton(icon("save"), "&Opslaan als pdf…")
        self.save.setObjectName("code.opslaan")
        self.print = QPushButton(icon("printer"), "&Afdrukken…")
        self.print.setObjectName("code.afdrukken")
        self.ready = QPushButton("&Verder: ik heb de code bewaard")
        self.ready.setObjectName("code.bewaard")
        make_primary(self.ready)
        line_row = QWidget()
        line = FlowLayout(line_row)
        line.setSpacing(8)
        for button in (self.save, self.print, self.ready):
            line.addWidget(button)
        layout.addWidget(text_label(WHY))
        layout.addSpacing(8)
        layout.addWidget(self.code)
        layout.addSpacing(8)
        layout.addWidget(line_row)
        self.save.clicked.connect(self._on_save)
        self.print.clicked.connect(self._on_print)
        self.ready.clicked.connect(lambda: self._show_step(is_proving=True))

    def _lay_out_proving(self) -> None:
        layout = QVBoxLayout(self.proving)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            text_label("Typ twee groepjes over van uw papier. Zo weet u zeker dat de code goed is bewaard.")
        )
        self.labels, self.fields = [], []
        for number in range(_ASKED):
            label, field = text_label(), QLineEdit()
            field.setObjectName(f"groepje.{number + 1}")
            field.setMaxLength(8)
            field.setMaximumWidth(220)
            field.returnPressed.connect(self._on_prove)
            label.setBuddy(field)
            self.labels.append(label)
            self.fields.append(field)
            layout.addWidget(label)
            layout.addWidget(field)
        self.prove = QPushButton("&Klaar")
        self.prove.setObjectName("code.klopt")
        make_primary(self.prove)
        self.again = QPushButton("&Toon de code nog een keer")
        self.again.setObjectName("code.nogmaals")
        line_row = QWidget()
        line = FlowLayout(line_row)
        line.setSpacing(8)
        line.addWidget(self.prove)
        line.addWidget(self.again)
        layout.addWidget(line_row)
        self.prove.clicked.connect(self._on_prove)
        self.again.clicked.connect(lambda: self._show_step(is_proving=False))

    def _show_step(self, *, is_proving: bool) -> None:
        self.showing.setVisible(not is_proving)
        self.proving.setVisible(is_proving)
        self.tell("")
        self.focus_first()

    def _on_prove(self) -> None:
        for field, place in zip(self.fields, self.places, strict=True):
            if _same(field.text()) != _same(self._groups[place]):
                self.tell(f"Groepje {place + 1} klopt niet. Kijk op uw papier, of toon de code nog een keer.")
                field.setFocus()
                field.selectAll()
                return
        self.kept.emit()

    def _on_save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggestion = str(Path(folder) / "herstelcode-indicatietool.pdf")
        file, _ = QFileDialog.getSaveFileName(
            self, "Waar bewaart u de herstelcode?", suggestion, "Pdf (*.pdf)"
        )
        if file:
            self.save_at(Path(file))

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only here

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            self._page_to_print().print_(printer)
            self.tell("De code is naar de printer gestuurd.", is_problem=False)

    def _page_to_print(self) -> QTextDocument:
        document = QTextDocument()
        document.setPlainText(
            "Herstelcode van de indicatietool\n\n"
            f"{' – '.join(self._groups)}\n\n"
            f"Gemaakt op {date.today():%d-%m-%Y}.\n\n"
            "Met deze code opent u de kluis als u het wachtwoord bent vergeten: kies op het startscherm "
            "“Herstelcode gebruiken”.\n\n"
            "Bewaar dit papier op een veilige plek, niet bij de laptop. Wie de laptop én dit papier heeft, "
            "kan alle dossiers lezen."
        )
        return document


def _same(groepje: str) -> str:
    """Return a group in one spelling, as the kluis reads it."""
    return "".join(groepje.upper().split()).translate(str.maketrans("OIL", "011"))


def _page() -> QPageLayout:
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(a4, QPageLayout.Orientation.Portrait, QMarginsF(20, 20, 20, 20))
