"""How a leefgebied stands: a list whose answers each have a number and a letter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.gui.widgets.editors import KeuzeEditor
from indicatietool.gui.widgets.toetsen import has_other_modifier

_S = LeefgebiedSituatie
LETTERS = {
    "b": _S.BEGELEIDING,
    "z": _S.EIGEN_KRACHT,
    "n": _S.NETWERK,
    "v": _S.VOORLIGGEND,
    "w": _S.WIL_NIET,
    "o": _S.NIET_AAN_DE_ORDE,
}
"""Letter → answer; the number of an answer is its place in LeefgebiedSituatie."""

KEYS = (
    ("1 of B", "begeleiding nodig; daarna naar het volgende leefgebied"),
    ("2 of Z", "lost dit zelf op"),
    ("3 of N", "netwerk lost dit op"),
    ("4 of V", "andere voorziening lost dit op"),
    ("5 of W", "cliënt wil hier geen hulp"),
    ("6 of O", "niet aan de orde"),
    ("0 of Delete", "niet besproken"),
    ("Enter", "naar de tekst bij dit leefgebied"),
    ("F6 of Ctrl+Enter", "naar het volgende leefgebied"),
)
"""Key and what it does, as the list of keys shows it."""

_EMPTY = "— niet besproken —"


class SituatieKeuze(KeuzeEditor):
    """Wat er bij een leefgebied aan de hand is. `passed`: a key answered; go on to the next one."""

    passed = Signal()
    text_asked = Signal()

    def __init__(self) -> None:
        """Show that it was not talked about."""
        keuzes = [(situatie, f"{situatie.naam} ({nummer})") for nummer, situatie in enumerate(_S, start=1)]
        super().__init__(keuzes, leeg=_EMPTY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with one key; everything else works as in any list."""
        if has_other_modifier(event):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.text_asked.emit()
        elif event.key() == Qt.Key.Key_Delete or event.text() == "0":
            self._answer(None)
        elif event.text().isdecimal() and int(event.text()) <= len(_S):
            self._answer(list(_S)[int(event.text()) - 1])
        elif event.text().lower() in LETTERS:
            self._answer(LETTERS[event.text().lower()])
        else:
            super().keyPressEvent(event)

    def _answer(self, situatie: LeefgebiedSituatie | None) -> None:
        self.set_value(situatie)
        self.edited.emit(situatie)
        self.passed.emit()
