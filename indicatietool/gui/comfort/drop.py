"""What may be dropped on the window: a kader as folder or zip, or a dossier from a colleague."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from indicatietool.gui.window import MainWindow

KADER_FILE = "normenkader.toml"
DOSSIERS = frozenset((".indicatie", ".json"))


def dropped_file(mime: QMimeData) -> Path | None:
    """Return the one file or folder that can be read in, or None."""
    urls = mime.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    pad = Path(urls[0].toLocalFile())
    return pad if is_kader(pad) or is_dossier(pad) else None


def is_kader(pad: Path) -> bool:
    """Tell whether this looks like a normenkader: a folder, its file, or a zip."""
    return pad.name == KADER_FILE or pad.suffix.lower() == ".zip" or (pad / KADER_FILE).is_file()


def is_dossier(pad: Path) -> bool:
    """Tell whether this looks like a dossier."""
    return pad.suffix.lower() in DOSSIERS and pad.is_file()


def take(window: "MainWindow", pad: Path) -> None:
    """Read in what was dropped or chosen.

    Raises:
        IndicatietoolError: it can't be used; nothing was kept.
    """
    if is_dossier(pad):
        window.dossier_acts.take_in(pad)
    else:
        window.comfort_acts.read_in_kader(pad)
