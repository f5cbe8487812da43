"""Asking where a file goes; it always says that the file is not encrypted."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

NOT_ENCRYPTED = "het bestand is niet versleuteld"


def ask_where(parent: QWidget, wat: str, naam: str, soort: str) -> Path | None:
    """Return the file that was chosen; None when it was called off.

    Args:
        parent: the widget that asks.
        wat: what is saved, in words.
        naam: a name to begin with; holds no personal data.
        soort: the kind of file, such as "Pdf (*.pdf)".
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    vraag = f"Waar bewaart u {wat}? Let op: {NOT_ENCRYPTED}."
    file, _ = QFileDialog.getSaveFileName(parent, vraag, str(Path(folder) / naam), soort)
    if not file:
        return None
    gekozen, suffix = Path(file), Path(naam).suffix
    return gekozen if gekozen.suffix.lower() == suffix else gekozen.with_name(gekozen.name + suffix)
