"""`python -m tests.handleiding` (or `make handleiding`): every picture of the handleiding made anew."""

import os
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice

from indicatietool.gui.application import application
from tests.handleiding.beelden import Beeld, Fotograaf

BEELDEN = Path(__file__).parents[2] / "docs" / "handleiding" / "beelden"
COLOURS = 200
"""Enough for a screen of text; a picture stays under 150 KB."""


def main() -> int:
    """Make the pictures and their words; those that are no longer made go away."""
    os.environ.update(QT_QPA_PLATFORM="offscreen", TZ="UTC")
    time.tzset()
    application(may_be_offscreen=True)
    BEELDEN.mkdir(parents=True, exist_ok=True)
    made = set()
    with tempfile.TemporaryDirectory(prefix="handleiding-") as folder:
        for beeld in Fotograaf(Path(folder)).run():
            made |= {keep(beeld, BEELDEN).name, f"{beeld.naam}.txt"}
    for pad in BEELDEN.iterdir():
        if pad.name not in made:
            pad.unlink()
    print(f"{len(made) // 2} beelden in {BEELDEN}")
    return 0


def keep(beeld: Beeld, folder: Path) -> Path:
    """Write a picture, with few colours, and its words."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    beeld.tekening.save(buffer, "PNG")
    picture = Image.open(BytesIO(bytes(buffer.data()))).convert("RGB")
    pad = folder / f"{beeld.naam}.png"
    picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(pad, optimize=True)
    (folder / f"{beeld.naam}.txt").write_text(beeld.woorden, "utf-8")
    return pad


if __name__ == "__main__":
    sys.exit(main())
