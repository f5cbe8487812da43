"""The keys of the scoring page: a table for the list of keys, and what each one does.

Comes in: key presses that no field used, so that typing is never disturbed. Goes out: acts on the page.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from indicatietool.gui.widgets.toetsen import has_other_modifier, number_of

if TYPE_CHECKING:
    from indicatietool.gui.pages.scoren import ScorenPage

KEYS = (
    (
        "1 tot en met 4",
        "blok ontwikkelgericht, of het antwoord met dat nummer; daarna de volgende open vraag",
    ),
    ("Shift+1 tot en met 4, of 5 tot en met 8", "blok behoudgericht"),
    ("F", "naar hoe vaak; typ daar bijvoorbeeld 2w (2 keer per week), 1t, 1m, 1k, 1h of 1j"),
    ("F6 of Ctrl+Enter", "naar de volgende open vraag"),
    ("Enter", "in de lijst of bij hoe vaak: naar de volgende open vraag"),
    ("N of Alt+↓", "volgende taak"),
    ("P of Alt+↑", "vorige taak"),
    ("Spatie", "in de lijst: deze taak is wel of niet nodig"),
    ("O", "naar wat u heeft gezien of gehoord"),
    ("L", "naar de lijst van taken"),
    ("W", "waarom dit getal"),
    ("M", "waarom niet meer of minder"),
    ("Z", "wat weegt het zwaarst"),
    ("Escape", "de uitleg sluiten"),
)
"""Key and what it does, as the list of keys shows it."""

_WHY = {Qt.Key.Key_W: "waarom", Qt.Key.Key_M: "meer-of-minder", Qt.Key.Key_Z: "zwaarst"}
_MOVES = {Qt.Key.Key_N: 1, Qt.Key.Key_P: -1}
_PLACES = {Qt.Key.Key_F: "frequentie", Qt.Key.Key_O: "observatie"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScoreToetsen(QObject):
    """Wat elke toets op de pagina van het scoren doet."""

    def __init__(self, page: "ScorenPage") -> None:
        """Listen on this page."""
        super().__init__(page)
        self._page = page
        for keys, act in (
            (("Alt+Down",), lambda: page.move(1)),
            (("Alt+Up",), lambda: page.move(-1)),
            (("F6", "Ctrl+Return", "Ctrl+Enter"), page.go_to_next_open),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), page)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key is for; tells whether it was one of ours."""
        number = number_of(event)
        if number is not None:
            return self._score(number)
        if event.key() == Qt.Key.Key_Escape and not self._page.paneel.isHidden():
            self._page.close_why()
            return True
        if has_other_modifier(event) or self._page.detail is None:
            return False
        return self._go(event.key())

    def _go(self, key: int) -> bool:
        page = self._page
        if key in _WHY:
            page.ask_why(_WHY[key])
        elif key in _MOVES:
            page.move(_MOVES[key])
        elif key in _PLACES:
            page.focus_question(_PLACES[key])
        elif key == Qt.Key.Key_L:
            page.list.setFocus()
        elif key in _ENTER:
            page.go_to_next_open()
        else:
            return False
        return True

    def _score(self, number: int) -> bool:
        """Answer the question in hand, and go on to the next open one."""
        detail = self._page.detail
        if detail is None:
            return False
        naam = detail.focused() or next(iter(detail.vragen), "")
        vraag = detail.vragen.get(naam)
        if vraag is None or not vraag.choose(number):
            return False
        self._page.go_to_next_open(naam)
        return True
