"""The start screen with five thousand dossiers: opened, a letter of a search, a sorted column; until painted.

Offscreen, in one process, processor time: what other programs on this machine do does not count.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.scherm import paint
from indicatietool.domain.dossier import Dossier, KaderVerwijzing, Melding
from indicatietool.paths import normen_folder
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.store.dossiers import dossier_to_json
from indicatietool.store.kluis import Kluis

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from indicatietool.gui.start.dossiers import DossierPanel

DOSSIERS = 5_000
RUNS = 7
VANDAAG = date(2027, 1, 4)
NAMEN = ("Jansen", "de Vries", "van den Berg", "Bakker", "Yılmaz", "Łukasz", "El Amrani", "Öztürk")
GEZOCHT = ("2", "j", "van den berg 4")
"""What all dossiers have, what an eighth has, and several words."""
SIZE = (1200, 700)


def measure() -> Iterator[tuple[str, str, str]]:
    """Yield name, time and goal."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt

    from indicatietool.gui.application import application
    from indicatietool.gui.start.dossiers import DossierPanel

    app = application(may_be_offscreen=True)
    with tempfile.TemporaryDirectory() as naam:
        kluis = _filled(Path(naam))
        desk = Desk(kluis, Kaders(normen_folder()), VANDAAG)
        begun = [_opened(app, lambda: DossierPanel(desk)) for _ in range(RUNS)]
        panel = begun[0][1]
        yield _row(f"startscherm met {DOSSIERS:,} dossiers openen", (took for took, _ in begun), "≤ 1 s")
        for tekst in GEZOCHT:
            times = [_searched(app, panel, tekst) for _ in range(RUNS)]
            yield _row(f"zoeken naar “{tekst}”: {panel.model.rowCount():,} gevonden", times, "≤ 50 ms")
        panel.search.setText("")
        orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        sorts = [
            _timed(app, lambda c=column, o=order: panel.table.sortByColumn(c, o))  # type: ignore[misc]
            for column in range(panel.model.columnCount())
            for order in orders
        ]
        yield f"sorteren op een kolom, de traagste van {len(sorts)}", _ms(max(sorts)), "≤ 50 ms"
        for _, each in begun:
            each.deleteLater()
        kluis.close()


def _opened(app: "QApplication", make: "Callable[[], DossierPanel]") -> "tuple[float, DossierPanel]":
    begin = process_time()
    panel = make()
    panel.resize(*SIZE)
    panel.refresh()
    panel.show()
    paint(app)
    return process_time() - begin, panel


def _searched(app: "QApplication", panel: "DossierPanel", tekst: str) -> float:
    panel.search.setText("")
    return _timed(app, lambda: panel.search.setText(tekst))


def _timed(app: "QApplication", act: Callable[[], None]) -> float:
    paint(app)
    begin = process_time()
    act()
    paint(app)
    return process_time() - begin


def _filled(folder: Path) -> Kluis:
    kluis, _ = Kluis.create(folder / "kluis", "molen-fiets-lantaarn-wolk-perzik")
    losse = folder / "dossiers"
    losse.mkdir()
    for volg in range(DOSSIERS):
        nummer = f"2027-{volg:04d}"
        melding = Melding(
            client=f"{NAMEN[volg % len(NAMEN)]} {volg}",
            zaaknummer=f"Z/2027/{volg:05d}",
            meldingsdatum=VANDAAG - timedelta(days=volg % 90),
        )
        kader = KaderVerwijzing(id="klein", versie="1")
        dossier = Dossier(nummer=nummer, gemaakt=VANDAAG, kader=kader, melding=melding)
        (losse / f"{nummer}.json").write_bytes(dossier_to_json(dossier))
    kluis.import_json(losse)
    return kluis


def _row(name: str, times: Iterable[float], goal: str) -> tuple[str, str, str]:
    return name.replace(",", "."), _ms(median(times)), goal


def _ms(seconden: float) -> str:
    return f"{seconden * 1000:.0f} ms"
