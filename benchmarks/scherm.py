"""From the change of an answer to the painted new total, with forty taken, beside a repaint of the same page.

Offscreen, in one process, processor time: what other programs on this machine do does not count.
"""

import os
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from statistics import median, quantiles
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.engine import TAKEN
from indicatietool.domain.antwoorden import (
    Antwoorden,
    Frequentie,
    LeefgebiedAntwoord,
    LeefgebiedSituatie,
    TaakAntwoord,
)
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.normenkader import Per
from indicatietool.paths import normen_folder
from indicatietool.session.kaders import PRACTICE_KADER
from indicatietool.session.session import Session
from indicatietool.store.normenkaders import find_normenkaders, load_normenkader

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from indicatietool.gui.wizard import Wizard

FRAME_MS = 1000 / 60
SHARE = 0.4
"""Of a frame: the goal for one change."""
RUNS = 150
DAG = date(2026, 11, 22)
SIZE = (1280, 800)
PAGES = {
    "scoren": "scoren.financien",
    "cliënt en situatie": "factoren",
}


def measure() -> Iterator[tuple[str, str, str]]:
    """Yield name, p95 with the median, and goal."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QMainWindow

    from indicatietool.gui.application import application
    from indicatietool.gui.view_model import ViewModel
    from indicatietool.gui.wizard import Wizard

    app = application(may_be_offscreen=True)
    session = busy_session()
    window = QMainWindow()
    wizard = Wizard(ViewModel(session))
    window.setCentralWidget(wizard)
    window.resize(*SIZE)
    window.show()
    goal = f"≤ {SHARE * FRAME_MS:.1f} ms"
    for name, stap in PAGES.items():
        wizard.go_to(stap)
        paint(app)
        if stap.startswith("scoren"):
            yield (
                f"scoren: één score → totaal geschilderd, {TAKEN} taken",
                _told(_one_score(app, wizard)),
                goal,
            )
        yield f"{name}: alle voorstellen anders → geschilderd", _told(_all_differ(app, wizard)), goal
        yield f"{name}: hetzelfde nog eens schilderen", _told(_unchanged(app, window)), "(ernaast)"
    window.close()


def busy_session() -> Session:
    """Return a dossier in memory with forty taken, light enough that no maximum holds the total down."""
    versies = find_normenkaders(normen_folder())
    geladen = load_normenkader(next(versie for versie in versies if versie.parent.name == PRACTICE_KADER))
    kader = geladen.kader
    taken = tuple(
        TaakAntwoord(
            taak=taak.id,
            blok="B1",
            frequentie=Frequentie(keer=1, per_weken=2) if taak.per is Per.KEER else None,
            keuzes={factor: kader.factor_by_id[factor].keuzes[0].id for factor in taak.vraagt},
        )
        for taak in kader.taken[:TAKEN]
    )
    begeleiding = LeefgebiedSituatie.BEGELEIDING
    antwoorden = Antwoorden(
        keuzes={factor.id: factor.keuzes[0].id for factor in kader.factoren_at(Plaats.DOSSIER)},
        leefgebieden=tuple(
            LeefgebiedAntwoord(leefgebied=leefgebied.id, situatie=begeleiding)
            for leefgebied in kader.leefgebieden
        ),
        taken=taken,
    )
    dossier = Dossier(nummer="meting", gemaakt=DAG, kader=geladen.verwijzing, antwoorden=antwoorden)
    return Session(dossier, geladen, None, DAG)


def paint(app: "QApplication") -> None:
    """Let everything that is due be laid out and painted."""
    for _ in range(3):
        app.sendPostedEvents()
        app.processEvents()


def _one_score(app: "QApplication", wizard: "Wizard") -> list[float]:
    session, blokken = wizard.view.session, cycle(("O2", "B1"))
    taak = wizard.page.detail.taak.id
    return _times(app, lambda: wizard.view.act(session.answer_blok, taak, next(blokken)))


def _all_differ(app: "QApplication", wizard: "Wizard") -> list[float]:
    session = wizard.view.session
    factor = session.kader.factor_by_id["planbaarheid"]
    keuzes = cycle((factor.keuzes[-1].id, factor.keuzes[0].id))
    return _times(app, lambda: wizard.view.act(session.answer_factor, factor.id, next(keuzes)))


def _unchanged(app: "QApplication", window: object) -> list[float]:
    return _times(app, window.update)  # type: ignore[attr-defined]


def _times(app: "QApplication", act: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(RUNS + 5):
        paint(app)
        begin = process_time()
        act()
        paint(app)
        times.append((process_time() - begin) * 1000)
    return times[5:]


def _told(times: list[float]) -> str:
    return f"{quantiles(times, n=20)[-1]:.1f} ({median(times):.1f}) ms"
