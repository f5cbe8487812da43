"""The tagged verslag of a case with forty taken, beside a bare reportlab canvas that draws the same.

The real report is drawn once while every line of text, rule, tint and dot is written down. The bare side
draws exactly those, cut and placed already, with the same embedded fonts: no layout, no tags, no metadata. It
is spared reportlab's ASCII85 too, which costs it a fifth and which no one needs.
"""

import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

from benchmarks.engine import forty_taken
from indicatietool.domain.indicatie import Verantwoording
from indicatietool.engine.total import indicate
from indicatietool.paths import resources_folder
from indicatietool.verslag import pdf
from indicatietool.verslag.blocks import Verslag
from indicatietool.verslag.content import compose
from indicatietool.verslag.fonts import FILES
from indicatietool.verslag.page import Papier
from indicatietool.verslag.style import ACCENT, BREEDTE, HOOGTE, Letter

RUNS = 15
STROKES = [
    "write",
    "fill",
    "stroke",
    "box",
    "dot",
    "saveState",
    "translate",
    "rotate",
    "restoreState",
    "showPage",
]

BARE = """
from io import BytesIO
from functools import cache
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

rl_config.useA85 = 0
colour = cache(HexColor)

class Bare(Canvas):
    def write(self, x, y, lines, letter, right=False):
        font, size, leading, ink = letter
        self.setFillColor(colour(ink))
        self.setFont(font, size)
        if right:
            for number, line in enumerate(lines):
                self.drawRightString(x, y - number * leading, line)
        elif len(lines) == 1:
            self.drawString(x, y, lines[0])
        else:
            text = self.beginText(x, y)
            text.setFont(font, size, leading)
            for line in lines:
                text.textLine(line)
            self.drawText(text)
    def fill(self, x, y, width, height, ink):
        self.setFillColor(colour(ink))
        self.rect(x, y, width, height, stroke=0, fill=1)
    def stroke(self, x1, y1, x2, y2, ink, width):
        self.setStrokeColor(colour(ink))
        self.setLineWidth(width)
        self.line(x1, y1, x2, y2)
    def box(self, x, y, side, fill, edge):
        self.setFillColor(colour(fill))
        self.setStrokeColor(colour(edge))
        self.rect(x, y, side, side, stroke=1, fill=1)
    def dot(self, x, y, radius, fill, edge):
        self.setFillColor(colour(fill))
        self.setStrokeColor(colour(edge))
        self.circle(x, y, radius, stroke=1, fill=1)

def register(fonts):
    for name, file in fonts.items():
        pdfmetrics.registerFont(TTFont(name, file))

def render_bare(strokes, size):
    canvas = Bare(BytesIO(), pagesize=size, initialFontName="FiraSans")
    for name, *arguments in strokes:
        getattr(canvas, name)(*arguments)
    return canvas.getpdfdata()
"""

OWN_PROCESS = """
import pickle, sys
from pathlib import Path
from indicatietool.verslag.pdf import render_pdf
Path(sys.argv[2]).write_bytes(render_pdf(pickle.loads(Path(sys.argv[1]).read_bytes())))
"""

BARE_PROCESS = (
    "import pickle, sys\nfrom pathlib import Path\n"
    + BARE
    + """
strokes, size, fonts = pickle.loads(Path(sys.argv[1]).read_bytes())
register(fonts)
Path(sys.argv[2]).write_bytes(render_bare(strokes, size))
"""
)


def measure() -> Iterator[tuple[str, str, str]]:
    """Yield name, ratio and goal."""
    verslag = _verslag()
    strokes = _strokes_of(verslag)
    with tempfile.TemporaryDirectory() as folder:
        own, bare = _processes(Path(folder), verslag, strokes)
    yield "getagd verslag van 40 taken / kaal canvas, heel proces", f"{own / bare:.2f}", "≤ 2.0"
    own, bare = _rendering(verslag, strokes)
    yield "getagd verslag van 40 taken / kaal canvas, alleen maken", f"{own / bare:.2f}", "≤ 2.0"
    yield "getagd verslag van 40 taken maken", f"{own * 1000:.0f} ms", ""


def _verslag() -> Verslag:
    kader, dossier = forty_taken()
    indicatie, kop = indicate(kader, dossier), kader.kader
    bewijs = Verantwoording(
        dossier=dossier.nummer,
        kader_id=kop.id,
        kader_naam=kop.naam,
        kader_versie=kop.versie,
        kader_status=str(kop.status),
        kader_sha256="0" * 64,
        dossier_sha256="0" * 64,
        programmaversie="0",
        datum=date(2026, 11, 22),
        minuten_per_maand=indicatie.minuten_per_maand,
        status=indicatie.status,
    )
    return compose(kader, dossier, indicatie, bewijs)


def _strokes_of(verslag: Verslag) -> bytes:
    """Return every stroke of the report with the size of the paper and the fonts, pickled."""
    strokes: list[tuple[Any, ...]] = []

    class Recorder(Papier):
        """A canvas that writes down what is drawn on it."""

    def recorded(name: str) -> Callable[..., None]:
        def draw(self: Papier, *arguments: Any, **named: Any) -> None:
            plain = (_plain(argument, verslag.kleur) for argument in arguments)
            strokes.append((name, *plain, *named.values()))
            getattr(Papier, name)(self, *arguments, **named)

        return draw

    for name in STROKES:
        setattr(Recorder, name, recorded(name))
    with patch.object(pdf, "Papier", Recorder):
        pdf.render_pdf(verslag)
    fonts = {name: str(resources_folder() / "fonts" / file) for name, file in FILES.items()}
    return pickle.dumps((strokes, (BREEDTE, HOOGTE), fonts))


def _plain(argument: Any, accent: str) -> Any:
    """Return a letter or a colour as the bare side knows it."""
    if isinstance(argument, Letter):
        return argument.font, argument.grootte, argument.regelhoogte, _plain(argument.kleur, accent)
    return accent if argument == ACCENT else argument


def _processes(folder: Path, verslag: Verslag, strokes: bytes) -> tuple[float, ...]:
    """Return the medians of whole processes, run in turns."""
    inputs = (OWN_PROCESS, pickle.dumps(verslag)), (BARE_PROCESS, strokes)
    times: list[list[float]] = [[], []]
    for _ in range(RUNS + 1):
        for side, (script, data) in enumerate(inputs):
            source, target = folder / f"{side}.pickle", folder / f"{side}.pdf"
            source.write_bytes(data)
            begin = perf_counter()
            subprocess.run([sys.executable, "-c", script, str(source), str(target)], check=True)
            times[side].append(perf_counter() - begin)
    return tuple(median(each[1:]) for each in times)


def _rendering(verslag: Verslag, strokes: bytes) -> tuple[float, ...]:
    """Return the medians of rendering alone, in turns within this process."""
    bare: dict[str, Any] = {}
    exec(BARE, bare)
    drawn, size, _ = pickle.loads(strokes)
    sides = (lambda: pdf.render_pdf(verslag)), (lambda: bare["render_bare"](drawn, size))
    times: list[list[float]] = [[], []]
    for _ in range(RUNS + 1):
        for side, render in enumerate(sides):
            begin = perf_counter()
            render()
            times[side].append(perf_counter() - begin)
    return tuple(median(each[1:]) for each in times)
