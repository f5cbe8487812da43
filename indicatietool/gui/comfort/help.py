"""The handleiding at the page where it is asked for: plain text with headings, without a network."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QListWidget, QSplitter, QTextBrowser, QWidget

from indicatietool.gui.dialog import Dialog
from indicatietool.gui.theme import select_softly
from indicatietool.paths import program_folder

MISSING = (
    "Bij dit scherm is nog geen handleiding op deze laptop. Ctrl+F1 toont de toetsen; op elke pagina staat "
    "bovenaan wat u er doet."
)

MARGIN = 32
"""Pixels beside a picture."""


def handleiding_folder() -> Path:
    """Return where the chapters are."""
    return program_folder() / "docs" / "handleiding"


def chapters(folder: Path) -> tuple[Path, ...]:
    """Return the chapters, in the order of their names; the list of them stands in the dialog itself."""
    files = sorted(folder.glob("*.md")) if folder.is_dir() else []
    return tuple(file for file in files if file.stem != "README")


def chapter_for(folder: Path, onderwerp: str) -> Path | None:
    """Return the chapter about a subject: `scoren.md` or `04-scoren.md`; None when there is none."""
    return next((file for file in chapters(folder) if file.stem.lstrip("0123456789-") == onderwerp), None)


def heading_of(file: Path) -> str:
    """Return the first heading of a chapter, or its name."""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("# "):
            return line[2:].strip()
    return file.stem


def fitting(picture: QImage, width: int) -> QImage:
    """Return a picture that is at most this many pixels wide."""
    if picture.width() <= max(1, width):
        return picture
    return picture.scaledToWidth(max(1, width), Qt.TransformationMode.SmoothTransformation)


class LocalBrowser(QTextBrowser):
    """Shows chapters and their pictures from one folder, and nothing from anywhere else."""

    def __init__(self, folder: Path) -> None:
        """Look in this folder only."""
        super().__init__()
        self._folder = folder.resolve()
        self.setOpenExternalLinks(False)
        self.setOpenLinks(False)
        self.setAccessibleName("Tekst van de handleiding")

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Load a picture when it lies in the folder, no wider than the text."""
        pad = (self._folder / name.path()).resolve()
        if name.scheme() in ("", "file") and pad.is_relative_to(self._folder) and pad.is_file():
            if kind == QTextDocument.ResourceType.ImageResource.value:
                return fitting(QImage(str(pad)), self.viewport().width() - MARGIN)
            return super().loadResource(kind, QUrl.fromLocalFile(str(pad)))
        return None


class HelpDialog(Dialog):
    """De handleiding: links de hoofdstukken, rechts de tekst."""

    def __init__(self, parent: QWidget, onderwerp: str, folder: Path | None = None) -> None:
        """Show the chapter about a subject, or say that there is none."""
        super().__init__(parent, "Handleiding", cancel="&Sluiten")
        self._folder = folder or handleiding_folder()
        self._files = chapters(self._folder)
        self.list = QListWidget()
        self.list.setObjectName("hoofdstukken")
        self.list.setAccessibleName("Hoofdstukken")
        self.list.addItems([heading_of(file) for file in self._files])
        select_softly(self.list)
        self.text = LocalBrowser(self._folder)
        splitter = QSplitter()
        splitter.addWidget(self.list)
        splitter.addWidget(self.text)
        splitter.setSizes([230, 700])
        splitter.setMinimumHeight(self.fontMetrics().height() * 22)
        self.list.setVisible(bool(self._files))
        self.body.addWidget(splitter, 1)
        self.grow(960, 700)
        self.list.currentRowChanged.connect(self._on_row)
        self.text.anchorClicked.connect(self._on_link)
        found = chapter_for(self._folder, onderwerp)
        if found is not None:
            self.list.setCurrentRow(self._files.index(found))
        else:
            self.text.setPlainText(MISSING)
        (self.text if found else self.list if self._files else self.text).setFocus()

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._files):
            self.text.setMarkdown(self._files[row].read_text("utf-8"))

    def _on_link(self, link: QUrl) -> None:
        """Follow a link to another chapter; no other."""
        names = [file.name for file in self._files]
        name = Path(link.path()).name
        if not link.scheme() and name in names:
            self.list.setCurrentRow(names.index(name))
