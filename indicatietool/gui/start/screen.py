"""The start screen: my dossiers behind the door of the kluis, and practice beside it.

Comes in: the Toegang. Goes out: signals of the panels, bound by the window.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from indicatietool.gui.banner import Banner
from indicatietool.gui.kluis.door import Door
from indicatietool.gui.scrolling import scrolling
from indicatietool.gui.start.dossiers import DossierPanel
from indicatietool.gui.start.practice import PracticePanel
from indicatietool.session.toegang import Toegang

if TYPE_CHECKING:
    from indicatietool.session.desk import Desk

MINE, PRACTICE = 0, 1


class StartScreen(QTabWidget):
    """Mijn dossiers en oefenen, elk op een eigen blad."""

    panel_made = Signal(object)
    practice_shown = Signal()

    def __init__(self, toegang: Toegang, *, hides_names: bool = False) -> None:
        """Stand before the closed door."""
        super().__init__()
        self.hides_names = hides_names
        self.tab_before = MINE
        self.setObjectName("start")
        self.door = Door(toegang)
        self.dossiers: DossierPanel | None = None
        self.practice: PracticePanel | None = None
        self.unproven = Banner("herstelcode.open", "triangle-alert", button="Nieuwe herstelcode…")
        self._mine = QStackedWidget()
        self._mine.addWidget(self.door)
        self._practice_page = QWidget()
        self._practice_page.setLayout(QVBoxLayout())
        self._practice_page.layout().setContentsMargins(0, 0, 0, 0)
        first = QWidget()
        layout = QVBoxLayout(first)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.unproven)
        layout.addWidget(self._mine, 1)
        self.addTab(scrolling(first), "&Mijn dossiers")
        self.addTab(scrolling(self._practice_page), "&Oefenen")
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName("Mijn dossiers of oefenen")
        self.door.practice_asked.connect(lambda: self.setCurrentIndex(PRACTICE))
        self.currentChanged.connect(self._on_tab)

    @property
    def panel(self) -> DossierPanel | None:
        """Return the list of dossiers on screen, or None before a closed door."""
        if self.currentIndex() == PRACTICE:
            return self.practice.dossiers if self.practice is not None else None
        return self.dossiers

    def show_mine(self, desk: "Desk") -> None:
        """Show the dossiers of an open kluis."""
        self.dossiers = DossierPanel(desk, hides_names=self.hides_names)
        self._mine.addWidget(self.dossiers)
        self._mine.setCurrentWidget(self.dossiers)
        self.panel_made.emit(self.dossiers)

    def show_practice(self, desk: "Desk") -> None:
        """Show the oefenkluis."""
        self.practice = PracticePanel(desk, hides_names=self.hides_names)
        self._practice_page.layout().addWidget(self.practice)
        self.panel_made.emit(self.practice.dossiers)

    def show_door(self, text: str = "") -> None:
        """Take the dossiers off the screen and stand before the closed door."""
        if self.dossiers is not None:
            self._mine.removeWidget(self.dossiers)
            self.dossiers.deleteLater()
            self.dossiers = None
        self.unproven.say("")
        self._mine.setCurrentWidget(self.door)
        self.door.show_closed(text)

    def focus_first(self) -> None:
        """Put the focus where work goes on; before a room that is the list of cases."""
        if self.hides_names and self.currentIndex() == PRACTICE and self.practice is not None:
            self.practice.cases.setFocus()
        elif self.panel is not None:
            self.panel.focus_first()
        elif self.currentIndex() == MINE:
            self.door.leaf.focus_first()

    def _on_tab(self, index: int) -> None:
        if index == PRACTICE and self.practice is None:
            self.practice_shown.emit()
