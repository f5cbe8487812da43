"""The start screen with five thousand dossiers: reading, painting, sorting the list, a letter of a search."""

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from indicatietool.domain.dossier import Dossier, KaderVerwijzing, Melding
from indicatietool.paths import normen_folder
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.store.dossiers import dossier_to_json
from indicatietool.store.kluis import Kluis

DOSSIERS = 5_000
RUNS = 7
VANDAAG = date(2027, 1, 4)
NAMEN = ("Jansen", "de Vries", "van den Berg", "Bakker", "Yılmaz", "Łukasz", "El Amrani", "Öztürk")


def measure() -> Iterator[tuple[str, str, str]]:
    """Yield name, time and goal."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt

    from indicatietool.gui.application import application
    from indicatietool.gui.start.dossiers import DossierPanel

    app = application(may_be_offscreen=True)
    with tempfile.TemporaryDirectory() as naam:
        kluis = _filled(Path(naam))
        panel = DossierPanel(Desk(kluis, Kaders(normen_folder()), VANDAAG))
        panel.resize(1200, 700)
        panel.show()

        def painted(act: Callable[[], None]) -> float:
            begin = perf_counter()
            act()
            panel.grab()
            return perf_counter() - begin

        def search(tekst: str) -> None:
            panel.search.setText("")
            app.processEvents()
            times.append(painted(lambda: panel.search.setText(tekst)))

        opened = median(painted(panel.refresh) for _ in range(RUNS))
        yield f"startscherm met {DOSSIERS:,} dossiers geschilderd".replace(",", "."), _ms(opened), "≤ 1 s"
        times: list[float] = []
        for tekst in ("j", "jan", "van den berg 4") * RUNS:
            search(tekst)
        yield "een letter zoeken, tot geschilderd", _ms(median(times)), "≤ 100 ms"
        panel.search.setText("")
        sort = median(
            painted(lambda c=column: panel.model.sort(c, Qt.SortOrder.AscendingOrder))  # type: ignore[misc]
            for column in range(panel.model.columnCount())
        )
        yield "sorteren op een kolom, tot geschilderd", _ms(sort), "≤ 100 ms"
        panel.deleteLater()
        kluis.close()


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


def _ms(seconden: float) -> str:
    return f"{seconden * 1000:.0f} ms"
