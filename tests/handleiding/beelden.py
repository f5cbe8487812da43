"""The pictures of the handleiding, made from the running window: one of each page, with practice data only.

Comes in: a folder to work in. Goes out: per picture the drawing and every word that stands in it. The words
lie beside the picture as `.txt`: a test compares those, so that no picture can grow stale unseen.
`make handleiding` makes both anew.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from indicatietool.domain.dossier import Afronding, Dossier
from indicatietool.gui.kader_browser import KaderBrowser
from indicatietool.gui.kluis.history import HistoryDialog
from indicatietool.gui.window import OFFLINE, MainWindow
from indicatietool.session.definitief import make_definitief
from indicatietool.session.desk import Desk
from indicatietool.session.oefenen.casussen import cases_of_kaders, model_of
from indicatietool.session.presets import PresetSoort, apply, plan
from indicatietool.session.session import Session
from indicatietool.session.steps import StapSoort
from indicatietool.store.kluis import Kluis
from tests.handleiding.woorden import words_on
from tests.kluizen import LICHT, WACHTWOORD, make_toegang

VANDAAG = date(2026, 12, 1)
SIZE = (1240, 800)
CASE = "o2-weer-op-orde.json"
ALSO = ("b1-waakvlam.json", "o3-opnieuw-leren.json", "b4-intensief-thuis.json")
PATIENCE_MS = 20_000
ABOVE = 100
"""Pixels of the page above the widget that a picture starts at."""
SAVED = "Opgeslagen om 10.15 uur"
STARTS_AT = {
    StapSoort.LOOPTIJD: "verloop.keuze",
    StapSoort.OPLOSSINGEN: "aftrek.dagstructuur.toevoegen",
}
"""The widget at the top of a picture of a long page."""
WITHOUT_PICTURE = frozenset((StapSoort.HULPVRAAG,))
"""Pages that look like another one."""


@dataclass(frozen=True)
class Beeld:
    """One picture, with the words in it."""

    naam: str
    tekening: QPixmap
    woorden: str


def slow_clock() -> Callable[[], datetime]:
    """Return a clock of one kluis, that tells seven minutes later each time it is asked."""
    moments = count()
    return lambda: datetime(2026, 12, 1, 8, tzinfo=UTC) + timedelta(minutes=7 * next(moments))


class Fotograaf:
    """Walks through the window and takes a picture of every page."""

    def __init__(self, folder: Path, kaders: dict | None = None) -> None:
        """Work in an empty folder.

        Args:
            folder: for the kluizen; may go afterwards.
            kaders: kaders that were read before; filled when they were not.
        """
        self._toegang = make_toegang(folder, VANDAAG)
        if kaders is not None:
            self._toegang.kaders._loaded = kaders
        self.window = MainWindow(lambda: self._toegang, folder / "voorkeuren.json")
        self.window.resize(*SIZE)

    def run(self) -> Iterator[Beeld]:
        """Yield the pictures; the window closes after the last."""
        try:
            yield from self._start()
            yield from self._pages()
            yield from self._others()
        finally:
            self._close()

    def _start(self) -> Iterator[Beeld]:
        window = self.window
        window.show()
        self._wait(lambda: window.home is not None)
        yield self._take("kluis")
        kluis, _ = Kluis.create(
            self._toegang.kluis_folder, WACHTWOORD, kdf=LICHT, actor="consulent", clock=slow_clock()
        )
        mine = Desk(kluis, self._toegang.kaders, VANDAAG)
        for number, name in enumerate((CASE, *ALSO)):
            self._keep(mine, name, VANDAAG - timedelta(days=11 * number), is_done=number == 2)
        window.lock.on_opened(mine, "")
        window.home.setCurrentIndex(0)
        yield self._take("start")

    def _pages(self) -> Iterator[Beeld]:
        window = self.window
        oefen = Kluis.create_oefen(self._toegang.practice_folder, actor="consulent", clock=slow_clock())
        desk = self._toegang._practice = Desk(oefen, self._toegang.kaders, VANDAAG)
        dossier = self._keep(desk, CASE, VANDAAG)
        window.home.setCurrentIndex(1)
        self._wait(lambda: window.home.practice is not None)
        yield self._take("oefenen")
        window.open_from(lambda: desk.open(dossier.nummer))
        session = window.wizard.view.session
        for act in (
            lambda: apply(session, plan(session, PresetSoort.AFBOUW)),
            lambda: session.revoke(session.indicatie.taken[1].taak),
        ):
            act()
            session.save()
        window.wizard.view.changed.emit()
        seen: set[StapSoort] = set()
        for stap in window.wizard.view.steps():
            if stap.soort not in seen | WITHOUT_PICTURE:
                seen.add(stap.soort)
                window.wizard.go_to(stap.id)
                window.wizard.page.focus_first()
                self._settle()
                self._scroll_to(STARTS_AT.get(stap.soort, ""))
                yield self._take(str(stap.soort))

    def _others(self) -> Iterator[Beeld]:
        window = self.window
        session = window.wizard.view.session
        dialog = HistoryDialog(window, session)
        dialog.show()
        yield self._take("geschiedenis", dialog)
        dialog.close()
        browser = KaderBrowser((session.geladen,))
        browser.show()
        yield self._take("kader", browser)
        browser.close()
        window.wizard.go_to(str(StapSoort.FACTOREN))
        window.appearance.choose(kleuren="donker", letters=125)
        self._settle()
        yield self._take("weergave")

    def _keep(self, desk: Desk, name: str, dag: date, *, is_done: bool = False) -> Dossier:
        """Keep a shipped case as a dossier that was begun on a day: definitief, or not done."""
        casus = next(c for c in cases_of_kaders(desk.kaders) if c.plaats.name == name)
        model, geladen = model_of(desk, casus).dossier, casus.geladen
        dossier = model.with_changes(
            nummer=desk.next_nummer(),
            oefening=desk.is_practice,
            oefencasus=model.oefencasus.blind() if desk.is_practice else None,
            gemaakt=dag,
            kader=geladen.verwijzing,
            afronding=model.afronding if is_done else Afronding(),
        )
        session = Session(dossier, geladen, desk.kluis, VANDAAG)
        session.set_veld("melding.meldingsdatum", dag - timedelta(days=28))
        session.save()
        if is_done:
            make_definitief(session)
        return session.dossier

    def _scroll_to(self, naam: str) -> None:
        page = self.window.wizard.page
        widget = page.findChild(QWidget, naam) if naam else None
        if widget is not None:
            inside = page.area.widget()
            page.area.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y() - ABOVE)

    def _take(self, naam: str, widget: QWidget | None = None) -> Beeld:
        said = OFFLINE if self.window.wizard is None else SAVED
        for _ in range(2):  # the bar takes its width from what it said before
            self._settle()
            if self.window.wizard is not None:
                self.window.wizard.view.rest()
            self.window.say(said)
        widget = widget or self.window
        return Beeld(naam, widget.grab(), words_on(widget))

    def _wait(self, happened: Callable[[], bool]) -> None:
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not happened():
            assert not deadline.hasExpired(), "the window is not ready in time"
            self._settle()

    @staticmethod
    def _settle() -> None:
        for _ in range(6):
            QApplication.processEvents()

    def _close(self) -> None:
        if self.window.wizard is not None:
            self.window.wizard.view.save()
        self.window.appearance.choose(kleuren="licht", letters=100)
        self.window.close()
        self._wait(lambda: not self.window.isVisible())
        self._settle()
