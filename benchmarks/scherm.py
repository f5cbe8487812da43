"""From an answer or a besluit to the painted new total, with forty taken, beside a repaint of the window.

Offscreen, in one process, processor time: what other programs do does not count as such, but a busy machine
is slower all the same. The repaint of the unchanged window in the same round tells how much.
"""

import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import cycle
from statistics import median, quantiles
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.engine import TAKEN
from indicatietool.domain.antwoorden import (
    Aftrek,
    AftrekSoort,
    Antwoorden,
    Beschikbaar,
    Duur,
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
WARM = 6
"""Rounds that do not count; with RUNS an even number, so that every measurement ends as it began."""
LEEFGEBIED = "financien"
GOAL = f"≤ {SHARE * FRAME_MS:.1f} ms"
Act = Callable[[], None]


class Meting(NamedTuple):
    """Wat er op een pagina verandert: de stap, in woorden wat er gebeurt, en de handelingen om en om."""

    stap: str
    wat: str
    acts: "Callable[[Session], tuple[Act, Act]]"


def measure() -> Iterator[tuple[str, str, str]]:
    """Yield name; p95, median and how the median stands to a repaint of the unchanged window; and goal."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QMainWindow

    from indicatietool.gui.application import application
    from indicatietool.gui.view_model import ViewModel
    from indicatietool.gui.wizard import Wizard

    app = application(may_be_offscreen=True)
    window = QMainWindow()
    wizard = Wizard(ViewModel(busy_session()))
    window.setCentralWidget(wizard)
    window.resize(*SIZE)
    window.show()
    for stap, wat, acts in METINGEN:
        wizard.go_to(stap)
        changed, same = _times(app, wizard, window.update, cycle(acts(wizard.view.session)))
        keer = median(changed) / median(same)
        p95 = quantiles(changed, n=20)[-1]
        yield f"{stap}: {wat}", f"{p95:.1f} ({median(changed):.1f}) ms, {keer:.2f} ×", GOAL
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


def _times(
    app: "QApplication", wizard: "Wizard", repaint: "Callable[[], object]", acts: "Iterator[Act]"
) -> tuple[list[float], list[float]]:
    """Return the milliseconds of changes and of repaints of the window as it is, in turns."""
    changed, same = [], []
    for _ in range(RUNS + WARM):
        changed.append(_timed(app, lambda: wizard.view.act(next(acts))))
        same.append(_timed(app, repaint))
    return changed[WARM:], same[WARM:]


def _timed(app: "QApplication", act: "Callable[[], object]") -> float:
    paint(app)
    begin = process_time()
    act()
    paint(app)
    return (process_time() - begin) * 1000


def _one_score(session: Session) -> "tuple[Act, Act]":
    taak = session.kader.taken_of(LEEFGEBIED)[0].id
    return partial(session.answer_blok, taak, "O2"), partial(session.answer_blok, taak, "B1")


def _all_differ(session: Session) -> "tuple[Act, Act]":
    keuzes = session.kader.factor_by_id["planbaarheid"].keuzes
    most, least = (partial(session.answer_factor, "planbaarheid", keuzes[end].id) for end in (-1, 0))
    return most, least


def _one_besluit(session: Session) -> "tuple[Act, Act]":
    taak = session.indicatie.taken[2].taak
    return partial(session.take_over, taak), partial(session.revoke, taak)


def _one_aftrek(session: Session) -> "tuple[Act, Act]":
    taak = session.indicatie.taken[0].taak
    aftrek = Aftrek(
        soort=AftrekSoort.NETWERK,
        procent=50,
        reden="De buurvrouw doet dit elke week.",
        beschikbaar=Beschikbaar.JA,
        duur=Duur.STRUCTUREEL,
        vrijwillig=True,
    )
    return partial(session.set_aftrek, taak, (aftrek,)), partial(session.set_aftrek, taak, ())


def _profiel(session: Session) -> "tuple[Act, Act]":
    een, ander = (blok.code for blok in session.kader.blokken[:2])
    return partial(session.set_veld, "weging.profiel", een), partial(
        session.set_veld, "weging.profiel", ander
    )


METINGEN = (
    Meting(f"scoren.{LEEFGEBIED}", "één score", _one_score),
    Meting(f"scoren.{LEEFGEBIED}", "alle voorstellen anders", _all_differ),
    Meting("factoren", "alle voorstellen anders", _all_differ),
    Meting("oplossingen", "één aftrek", _one_aftrek),
    Meting("besluit", "één besluit", _one_besluit),
    Meting("besluit", "alle voorstellen anders", _all_differ),
    Meting("weging", "ander profiel", _profiel),
    Meting("weging", "alle voorstellen anders", _all_differ),
    Meting("looptijd", "alle voorstellen anders", _all_differ),
)
"""All voorstellen differ elsewhere than at “cliënt en situatie” only by undo, redo and herziening."""
