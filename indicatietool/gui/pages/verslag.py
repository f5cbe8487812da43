"""Making the onderzoeksverslag: what it will be, where it goes, and opening it."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton

from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.theme import enlarge, icon, text_label
from indicatietool.session.checks import missing
from indicatietool.session.report import write_report


class VerslagPage(Page):
    """Het onderzoeksverslag maken als pdf."""

    uitleg = "Het verslag bevat elke stap van de berekening. Een ander kan elke minuut narekenen."

    def _build(self) -> None:
        frame, box = card("Onderzoeksverslag")
        self._kind = text_label()
        enlarge(self._kind, 1.1, bold=True)
        self.make = QPushButton(icon("file-text"), "Onderzoeksverslag maken (pdf)…")
        self.make.setObjectName("verslag.maken")
        self._made = text_label()
        self._made.setObjectName("verslag.gemaakt")
        self.open = QPushButton("Openen in uw pdf-lezer")
        self.open.setObjectName("verslag.openen")
        self.open.setVisible(False)
        warning = (
            "Een verslag bevat gegevens van de cliënt en is niet versleuteld. Bewaar het in het zaaksysteem."
        )
        for widget in (self._kind, text_label(warning, soft=True), self.make, self._made, self.open):
            box.addWidget(widget)
        self.body.addWidget(frame)
        self.body.addStretch(1)
        self._file: Path | None = None

    def _bind(self) -> None:
        self.make.clicked.connect(self._on_make)
        self.open.clicked.connect(self._on_open)

    def _refresh(self) -> None:
        gaps = missing(self.session.kader, self.session.dossier, self.session.indicatie)
        minuten = self.session.indicatie.minuten_per_maand
        self._kind.setText(
            f"Concept: er ontbreken nog {len(gaps)} gegevens (zie Controleren)."
            if gaps
            else f"Definitief: {minuten} minuten per maand."
        )

    def _on_make(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggestion = str(Path(folder) / f"onderzoeksverslag-{self.session.dossier.nummer}.pdf")
        file, _ = QFileDialog.getSaveFileName(self, "Waar bewaart u het verslag?", suggestion, "Pdf (*.pdf)")
        if file:
            self.make_at(Path(file))

    def make_at(self, file: Path) -> None:
        """Make the verslag in a file."""
        if self.view.act(write_report, self.session, file):
            self._file = file
            self._made.setText(f"Gemaakt: {file.name}")
            self.open.setVisible(True)

    def _on_open(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))
