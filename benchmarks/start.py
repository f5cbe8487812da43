"""From the start of the process to a painted window, and to the first voorstel, beside a bare Qt window."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

RUNS = 15

PAINTED = """
from PySide6.QtCore import QEvent, QObject
class UntilPainted(QObject):
    painted = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return False
def until_painted(app, window):
    watch = UntilPainted()
    window.centralWidget().installEventFilter(watch)
    window.show()
    while not watch.painted:
        app.processEvents()
"""

BARE = (
    PAINTED
    + """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.setCentralWidget(QLabel("Indicatietool"))
until_painted(app, window)
import os; os._exit(0)
"""
)

OWN = """
from indicatietool.app import make_window
app, window = make_window()
"""

OWN_PAINTED = PAINTED + OWN + "until_painted(app, window)\nimport os; os._exit(0)\n"

OWN_VOORSTEL = (
    OWN
    + """
ready = []
window.ready.connect(lambda: ready.append(True))
window.show()
while not ready:
    app.processEvents()
from indicatietool.domain.antwoorden import Frequentie, LeefgebiedSituatie
window.home.setCurrentIndex(1)
while window.home.practice is None or not window.home.practice.practise.isEnabled():
    app.processEvents()
window.home.practice.dossiers.new.click()
wizard = window.wizard
session, act = wizard.view.session, wizard.view.act
act(session.set_situatie, "financien", LeefgebiedSituatie.BEGELEIDING)
for factor in session.kader.factoren:
    if factor.gevraagd_bij == "dossier":
        act(session.answer_factor, factor.id, factor.keuzes[0].id)
wizard.go_to("scoren.financien")
detail = wizard.page.detail
detail.blok.button("O2").click()
detail.frequentie.edited.emit(Frequentie(keer=1, per_weken=1))
for factor, choice in detail.factoren.items():
    choice.button(session.kader.factor_by_id[factor].keuzes[0].id).click()
app.processEvents()
assert session.indicatie.minuten_per_maand > 0
import os; os._exit(0)
"""
)


def measure() -> Iterator[tuple[str, str, str]]:
    """Yield name, ratio and goal."""
    bare, painted, voorstel = _alternate(BARE, OWN_PAINTED, OWN_VOORSTEL)
    yield "start tot geschilderd venster / kaal Qt-venster", f"{painted / bare:.2f}", "≤ 1.25"
    yield "start tot eerste voorstel / kaal Qt-venster", f"{voorstel / bare:.2f}", "≤ 2.2"


def _alternate(*scripts: str) -> tuple[float, ...]:
    """Return the median processor time of each, run in turns; the first round makes bytecode."""
    times: list[list[float]] = [[] for _ in scripts]
    with tempfile.TemporaryDirectory() as eigen:
        environment = {**os.environ, "INDICATIETOOL_MAP": eigen, "PYTHONPYCACHEPREFIX": f"{eigen}/pyc"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
        for _ in range(RUNS + 1):
            for index, script in enumerate(scripts):
                before = _spent()
                subprocess.run(
                    [sys.executable, "-c", script], check=True, env=environment, capture_output=True
                )
                times[index].append(_spent() - before)
    return tuple(median(each[1:]) for each in times)


def _spent() -> float:
    """Return the processor time of all child processes so far: what others do here is not in it."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
