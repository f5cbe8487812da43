"""A walk past every page of the wizard, each with something on it: what tests of the screen look at.

Comes in: a folder to work in. Goes out: page after page, on screen, with rows unfolded and forms open. Knows
no pytest: the command that makes the snapshots anew walks the same way.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QWidget

from indicatietool.gui.pages import Page
from indicatietool.gui.window import MainWindow
from indicatietool.gui.wizard import Wizard
from indicatietool.paths import normen_folder
from indicatietool.session.overdragen import take_in
from indicatietool.session.presets import PresetSoort, apply, plan
from indicatietool.session.steps import StapSoort
from tests.kluizen import make_toegang

CASUS = normen_folder() / "voorbeeld-begeleiding" / "2026.1" / "casussen" / "o2-weer-op-orde.json"
VANDAAG = date(2026, 12, 1)
PATIENCE_MS = 20_000
SIZE = (1240, 800)
"""Width and height of the window, in pixels."""


class Rondgang:
    """Walks through the window; `pages` may be walked once."""

    def __init__(
        self,
        folder: Path,
        kaders: dict | None = None,
        size: tuple[int, int] = SIZE,
        letters: int = 100,
        kleuren: str = "licht",
    ) -> None:
        """Open the window.

        Args:
            folder: for the kluizen; may go afterwards.
            kaders: kaders that were read before; filled when they were not.
            size: of the window, in pixels.
            letters: size of the letters, in percents.
            kleuren: one of gui.kleuren.PALETTES.
        """
        toegang = make_toegang(folder, VANDAAG)
        if kaders is not None:
            toegang.kaders._loaded = kaders
        self.window = MainWindow(lambda: toegang, folder / "voorkeuren.json")
        self.window.show()
        self.wait(lambda: self.window.home is not None)
        self.window.appearance.choose(letters=letters, kleuren=kleuren)
        self.window.resize(*size)
        self.settle()
        self._toegang = toegang

    def home(self) -> Iterator[tuple[str, QWidget]]:
        """Yield the door, as a first start shows it, and the list of practice cases; before `pages`."""
        home = self.window.home
        yield "kluis", home
        home.setCurrentIndex(1)
        self.wait(lambda: home.practice is not None and home.practice.isVisible())
        self.settle()
        yield "oefenen", home

    def _open(self) -> None:
        """Open a practice case in which one besluit is open and the fasen stand."""
        desk = self._toegang.practice()
        session = desk.open(take_in(desk, CASUS).nummer)
        apply(session, plan(session, PresetSoort.AFBOUW))
        session.revoke(session.indicatie.taken[1].taak)
        session.save()
        self.window.open_from(lambda: desk.open(session.dossier.nummer))
        self.wait(lambda: self.window.wizard is not None)

    @property
    def wizard(self) -> Wizard:
        """Return the wizard with the practice case."""
        assert self.window.wizard is not None
        return self.window.wizard

    def pages(self) -> Iterator[tuple[str, Page]]:
        """Yield the name of every kind of page and the page, in the order of the steps."""
        self._open()
        seen: set[StapSoort] = set()
        for stap in self.wizard.view.steps():
            if stap.soort not in seen:
                seen.add(stap.soort)
                self.wizard.go_to(stap.id)
                self.wizard.page.focus_first()
                self.settle()
                UNFOLD.get(stap.soort, lambda _page: None)(self.wizard.page)
                self.settle()
                yield str(stap.soort), self.wizard.page

    def close(self) -> None:
        """Save, put the letters and colours back and close the window."""
        if self.window.wizard is not None:
            self.window.wizard.view.save()
        self.window.appearance.choose(kleuren="licht", letters=100)
        self.window.close()
        self.wait(lambda: not self.window.isVisible())
        self.settle()

    def wait(self, happened: Callable[[], bool]) -> None:
        """Let the window work until something happened."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not happened():
            assert not deadline.hasExpired(), "the window is not ready in time"
            self.settle()

    @staticmethod
    def settle() -> None:
        """Let the window do what it has to do."""
        for _ in range(6):
            QApplication.processEvents()


def _score(page: Page) -> None:
    page.focus_question(next(reversed(page.detail.vragen)))
    page.ask_why("waarom")


def _deduct(page: Page) -> None:
    page._cards[0].add.click()


def _phase(page: Page) -> None:
    page.fasen.change(0)


UNFOLD: dict[StapSoort, Callable[[Page], None]] = {
    StapSoort.SCOREN: _score,
    StapSoort.OPLOSSINGEN: _deduct,
    StapSoort.LOOPTIJD: _phase,
}
"""What is unfolded on a page besides what is open of itself."""
