"""A dossier that leaves as a file, and one that arrives: where, with which wachtwoord, with which kader."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton, QWidget

from indicatietool.errors import DossierError, IndicatietoolError, WachtwoordError
from indicatietool.gui.aside import Aside
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.kluis.password import PasswordField, PasswordPair
from indicatietool.gui.messages import ask
from indicatietool.gui.theme import text_label
from indicatietool.session.desk import Desk
from indicatietool.session.overdragen import Binnengekomen, hand_over, take_in

FILTER = "Overdracht (*.indicatie)"
OUT = (
    "Het dossier gaat mee in één bestand, met het normenkader en de geschiedenis. Het dossier zelf blijft "
    "hier. "
    "Geef het bestand een wachtwoord en vertel dat langs een andere weg."
)
WITH = "Het normenkader uit het bestand ook inlezen? Het wordt eerst gecontroleerd."
NAKED = "Zonder wachtwoord kan iedereen met dit bestand de gegevens van de cliënt lezen. Toch zo bewaren?"


class HandOverDialog(Dialog):
    """Een dossier meenemen als bestand."""

    done = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk, nummer: str) -> None:
        """Ask where the file comes, and its wachtwoord."""
        super().__init__(parent, f"Dossier {nummer} meenemen", OUT, ok="Bestand &maken")
        self._desk, self._nummer = desk, nummer
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.file = QLineEdit(str(Path(folder) / f"dossier-{nummer}.indicatie"))
        self.file.setObjectName("bestand")
        self.file.setAccessibleName("Waar komt het bestand")
        self.browse = QPushButton("&Kiezen…")
        self.browse.setObjectName("kiezen")
        self.naked = QCheckBox("&Zonder wachtwoord")
        self.naked.setObjectName("zonder")
        self.pair = PasswordPair()
        kop = text_label("Waar komt het bestand")
        kop.setBuddy(self.file)
        line_row = QWidget()
        line = FlowLayout(line_row)
        line.addWidget(self.browse)
        self.body.addWidget(kop)
        self.body.addWidget(self.file)
        self.body.addWidget(line_row)
        self.body.addWidget(self.pair)
        self.body.addWidget(self.naked)
        self.body.addStretch(1)
        self.browse.clicked.connect(self._on_browse)
        self.naked.toggled.connect(lambda off: self.pair.setEnabled(not off))
        self.pair.first.setFocus()

    def submit(self) -> None:
        """Make the file."""
        naked = self.naked.isChecked()
        complaint = "" if naked else self.pair.complaint()
        if complaint:
            self.tell(complaint)
            return
        if naked and not ask(self, NAKED):
            return
        naar, wachtwoord = Path(self.file.text()), None if naked else self.pair.text
        self.run(lambda: self._write(naar, wachtwoord), self._on_written, "Het bestand wordt gemaakt…")

    def _write(self, naar: Path, wachtwoord: str | None) -> Path:
        hand_over(self._desk.open(self._nummer), naar, wachtwoord)
        return naar

    def _on_written(self, naar: Path) -> None:
        self.done.emit(f"Gemaakt: {naar.name}")
        self.accept()

    def _on_browse(self) -> None:
        file, _ = QFileDialog.getSaveFileName(self, "Waar komt het bestand?", self.file.text(), FILTER)
        if file:
            self.file.setText(file)


class FilePasswordDialog(Dialog):
    """Het wachtwoord van een bestand dat versleuteld is."""

    typed = Signal(str)

    def __init__(self, parent: QWidget, pad: Path, text: str) -> None:
        """Ask for it; `text` says why."""
        super().__init__(parent, f"{pad.name} openen", text, ok="&Inlezen")
        self.field = PasswordField("wachtwoord")
        self.field.setAccessibleName("Wachtwoord van het bestand")
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.field.setFocus()

    def submit(self) -> None:
        """Go on with what was typed."""
        if not self.field.text():
            self.tell("Typ eerst het wachtwoord.")
            return
        self.typed.emit(self.field.text())
        self.accept()


class Arrival(QObject):
    """De weg van één bestand de kluis in; vraagt alleen wat nodig is: een wachtwoord, of het kader erbij."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk, pad: Path) -> None:
        """Prepare to read in a file; `start` begins."""
        super().__init__(parent)
        self._parent, self._desk, self._pad = parent, desk, pad
        self._wachtwoord: str | None = None
        self._met_kader = False

    def start(self) -> None:
        """Read in, beside the window."""
        desk, pad, wachtwoord, met_kader = self._desk, self._pad, self._wachtwoord, self._met_kader
        Aside(
            self,
            lambda: take_in(desk, pad, wachtwoord, met_kader=met_kader),
            self._on_done,
            self._on_failed,
        )

    def _on_done(self, result: Binnengekomen) -> None:
        self.done.emit(result)
        self.deleteLater()

    def _on_failed(self, error: IndicatietoolError) -> None:
        if isinstance(error, WachtwoordError):
            dialog = FilePasswordDialog(self._parent, self._pad, str(error))
            dialog.typed.connect(self._on_typed)
            dialog.rejected.connect(self.deleteLater)
            dialog.open()
        elif (
            isinstance(error, DossierError)
            and not self._met_kader
            and ask(self._parent, f"{error}\n\n{WITH}")
        ):
            self._met_kader = True
            self.start()
        else:
            self.failed.emit(str(error))
            self.deleteLater()

    def _on_typed(self, wachtwoord: str) -> None:
        self._wachtwoord = wachtwoord
        self.start()
