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
from indicatietool.gui.start.screen import StartScreen

if TYPE_CHECKING:
    from indicatietool.gui.window import MainWindow

TWICE = "Het programma is al open op deze laptop. Ga naar dat venster. Dit venster sluit nu."


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
    for label in window.statusBar().findChildren(QLabel):  # names of files and of kaders are told there
        label.setTextFormat(Qt.TextFormat.PlainText)
    fill_menus(window)
    window.start.dress()
    make_home(window)
    window.home.door.show_closed()
    window.appearance.changed.connect(lambda: show_anew(window))
    if window.appearance.problem:
        window.say(window.appearance.problem)
    _require_free(window)


def _require_free(window: "MainWindow") -> None:
    """Leave with a clear message when this program runs already: two windows can't share a kluis."""
    try:
        window.toegang.require_free()
    except BezetError as error:
        code = error.exit_code
        warn(window, f"{TWICE}\n\n{error}")
        QTimer.singleShot(0, lambda: window.leave(code))


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
    practice.practice_asked.connect(lambda casus: window.open_from(lambda: desk.practice(casus)))
    practice.show_cases(desk.practice_cases())
    practice.practise.setFocus()


def show_anew(window: "MainWindow") -> None:
    """Make the widgets anew: colours, letters or names differ. Everyone stays where they were."""
    if window.home.door.is_busy or window.lock.is_waiting:
        return
    place = window.wizard.place if window.wizard is not None else None
    tab, was_practising = window.home.currentIndex(), window.home.practice is not None
    desk = window.desk
    window.start.dress()
    make_home(window)
    if was_practising:
        window.attempt(lambda: show_practice(window))
    if desk is not None:
        window.home.show_mine(desk)
    else:
        window.home.door.show_closed()
    window.home.setCurrentIndex(tab)
    if place is not None:
        window.remake_wizard(place)


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
