"""The half of the window that comes after the first paint: door, lists, menus, lock, appearance.

Comes in: a painted MainWindow. Goes out: a window that works. Imported late: it brings pydantic along.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from indicatietool.errors import BezetError, IndicatietoolError
from indicatietool.gui.comfort.acts import ComfortActs
from indicatietool.gui.comfort.appearance import Appearance
from indicatietool.gui.comfort.clipboard import ClipboardGuard
from indicatietool.gui.comfort.focus_ring import FocusRing
from indicatietool.gui.kluis.acts import KluisActs
from indicatietool.gui.kluis.lock import Lock
from indicatietool.gui.menus import fill_menus
from indicatietool.gui.messages import warn
from indicatietool.gui.start.acts import DossierActs
from indicatietool.gui.start.dossiers import DossierPanel
from indicatietool.gui.start.meegegeven import Meegegeven
from indicatietool.gui.start.screen import PRACTICE, StartScreen
from indicatietool.gui.trainer.acts import TrainerActs
from indicatietool.gui.trainer.afstand import BeamerToetsen
from indicatietool.session.oefenen.begin import begin

if TYPE_CHECKING:
    from indicatietool.gui.window import MainWindow

TWICE = "Het programma is al open op deze laptop. Ga naar dat venster. Dit venster sluit nu."
TWICE_WITH_FILE = (
    "Het programma is al open op deze laptop. Ga naar dat venster en kies daar “Dossier inlezen…”, of sleep "
    "het bestand erop. Dit venster sluit nu; {} is niet ingelezen."
)


def complete(window: "MainWindow", preferences: Path) -> None:
    """Give a painted window its content and its menus.

    Args:
        window: painted, and nothing more.
        preferences: the file that remembers how the window looks.
    """
    window.appearance = Appearance(window, preferences)
    window.clipboard = ClipboardGuard(window)
    window.focus_ring = FocusRing(window)
    window.lock = Lock(window)
    window.dossier_acts = DossierActs(window)
    window.kluis_acts = KluisActs(window)
    window.comfort_acts = ComfortActs(window)
    window.trainer_acts = TrainerActs(window)
    window.beamer_keys = BeamerToetsen(window)
    for label in window.statusBar().findChildren(QLabel):  # names of files and of kaders are told there
        label.setTextFormat(Qt.TextFormat.PlainText)
    fill_menus(window)
    window.start.dress()
    make_home(window)
    window.home.door.show_closed()
    window.appearance.changed.connect(lambda: show_anew(window))
    if window.appearance.problem:
        window.say(window.appearance.problem)
    if not _is_free(window):
        return
    if window.appearance.hides_names:
        window.home.setCurrentIndex(PRACTICE)
    if window.meegegeven is not None:
        Meegegeven(window, window.meegegeven)


def _is_free(window: "MainWindow") -> bool:
    """Leave with a clear message when this program runs already: two windows can't share a kluis."""
    try:
        window.toegang.require_free()
    except BezetError as error:
        code = error.exit_code
        text = TWICE if window.meegegeven is None else TWICE_WITH_FILE.format(window.meegegeven.name)
        warn(window, f"{text}\n\n{error}")
        QTimer.singleShot(0, lambda: window.leave(code))
        return False
    return True


def make_home(window: "MainWindow") -> StartScreen:
    """Make the start screen and put it in its frame."""
    home = window.home = StartScreen(window.toegang, hides_names=window.appearance.hides_names)
    home.panel_made.connect(lambda panel: _bind_panel(window, panel))
    home.practice_shown.connect(lambda: window.attempt(lambda: show_practice(window)))
    home.door.opened.connect(lambda desk, text: window.lock.on_opened(desk, text))
    home.unproven.button.clicked.connect(window.kluis_acts.new_code)
    window.start.fill(home)
    return home


def show_practice(window: "MainWindow") -> None:
    """Open the oefenkluis and show what is in it.

    Raises:
        IndicatietoolError: it can't be opened.
    """
    desk = window.toegang.practice()
    window.home.show_practice(desk)
    practice = window.home.practice
    practice.practice_asked.connect(lambda casus: window.open_from(lambda: begin(desk, casus)))
    practice.cases.setFocus()


def show_anew(window: "MainWindow") -> None:
    """Make the widgets anew: colours, letters or names differ. Everyone stays where they were."""
    if window.home.door.is_busy or window.lock.is_waiting:
        return
    place = window.wizard.place if window.wizard is not None else None
    old, desk = window.home, window.desk
    was_practising = old.practice is not None
    window.start.dress()
    home = make_home(window)
    tab, home.tab_before = _tab_after(old, home)
    if was_practising:
        window.attempt(lambda: show_practice(window))
    if desk is not None:
        home.show_mine(desk)
    else:
        home.door.show_closed()
    home.setCurrentIndex(tab)
    if place is not None:
        window.remake_wizard(place)


def _tab_after(old: StartScreen, new: StartScreen) -> tuple[int, int]:
    """Return which tab the new start screen shows, and which one comes back when the room has gone.

    While a room looks along the start screen begins with the practice cases, not with anyone's dossiers.
    """
    tab = old.currentIndex()
    if new.hides_names and not old.hides_names:
        return PRACTICE, tab
    if old.hides_names and not new.hides_names and tab == PRACTICE:
        return old.tab_before, tab
    return tab, old.tab_before


def close_all(window: "MainWindow") -> None:
    """Leave nothing open or readable behind: kluizen, other windows, clipboard; remember the place."""
    window.lock.close_others()
    window.clipboard.clear_own()
    window.lock.close_kluis()
    window.toegang.close()
    window.appearance.remember_window()


def _bind_panel(window: "MainWindow", panel: DossierPanel) -> None:
    desk, acts = panel.desk, window.dossier_acts
    panel.new_asked.connect(lambda kader: window.open_from(lambda: desk.new(kader)))
    panel.open_asked.connect(lambda nummer: window.open_from(lambda: desk.open(nummer)))
    panel.action_asked.connect(lambda what, nummer: acts.act(what, desk, nummer))
    panel.omzetting_asked.connect(lambda: acts.ask_omzetting(desk))
    panel.take_in_asked.connect(lambda: acts.ask_take_in(desk))
    window.attempt(panel.refresh)
    show_kaders(window, panel)


def show_kaders(window: "MainWindow", panel: DossierPanel) -> None:
    """Show which normenkaders a new onderzoek can use; none is a message, not an end."""
    try:
        panel.show_kaders(panel.desk.kaders.for_new(panel.desk.vandaag))
    except IndicatietoolError as error:
        panel.show_kaders(())
        window.say(str(error))
