"""How often: a number of times in a number of weeks. Empty until both are chosen.

A letter behind the number chooses the period: “2w” is 2 keer per week.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from indicatietool.domain.antwoorden import Frequentie
from indicatietool.gui.comfort.announce import show_message
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import ORANJE, colour, enlarge, text_label
from indicatietool.gui.widgets.aided import put
from indicatietool.gui.widgets.editors import KeuzeEditor
from indicatietool.gui.widgets.rows import separator
from indicatietool.gui.widgets.toetsen import has_other_modifier

_PERIODEN = [
    (1, "per week"),
    (2, "per 2 weken"),
    (3, "per 3 weken"),
    (4, "per 4 weken"),
    (6, "per 6 weken"),
    (8, "per 8 weken"),
    (13, "per 13 weken (kwartaal)"),
    (26, "per half jaar"),
    (52, "per jaar (incidenteel)"),
]
PERIOD_KEYS = {"w": 1, "t": 2, "m": 4, "k": 13, "h": 26, "j": 52}
"""Letter → weeks."""

HINT = (
    "Typ bijvoorbeeld 2w: 2 keer per week. De letter zegt per wat: w week, t twee weken, m vier weken, "
    "k kwartaal, h half jaar, j jaar."
)
MOST = 99
NO_NUMBER = f"Typ een heel getal van 1 tot en met {MOST}."


class KeerVeld(QLineEdit):
    """A number of times; a letter is never typed, that of a period is passed on."""

    period_typed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits; hand on the letter of a period; other letters do nothing here."""
        weken = PERIOD_KEYS.get(event.text().lower())
        if has_other_modifier(event) or not event.text().isalpha():
            super().keyPressEvent(event)
        elif weken is not None:
            self.period_typed.emit(weken)


class PeriodeKeuze(KeuzeEditor):
    """The period; Alt+down opens it here, as in any list, whatever that key does elsewhere."""

    def event(self, event: QEvent) -> bool:
        """Claim Alt with an arrow."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            arrow = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
            if arrow and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)


class FrequentieEditor(QWidget):
    """“2 keer per week”, typed and chosen.

    `completed`: a letter of a period was typed and the frequency is whole.
    """

    edited = Signal(object)
    completed = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.keer = KeerVeld()
        self.keer.setMaxLength(40)
        self.keer.setFixedWidth(self.fontMetrics().horizontalAdvance("000") + 24)
        self.keer.setObjectName("keer")
        self.keer.setAccessibleName("Aantal keer")
        self.keer.setAccessibleDescription(HINT)
        self.keer.setToolTip(HINT)
        self.periode = PeriodeKeuze(_PERIODEN, leeg="— per wat? —")
        self.periode.setObjectName("periode")
        self.periode.setAccessibleName("Per hoeveel weken")
        keer = text_label("keer")
        keer.setWordWrap(False)
        keer.setBuddy(self.periode)
        kop = text_label("Hoe vaak (toets F)")
        kop.setWordWrap(False)
        kop.setBuddy(self.keer)
        enlarge(kop, 1.0, bold=True)
        row = QWidget()
        line = FlowLayout(row)
        line.setSpacing(6)
        for label in (kop, keer):
            label.setMinimumHeight(self.keer.sizeHint().height())
        for widget in (kop, self.keer, keer, self.periode):
            line.addWidget(widget)
        self._hint = text_label(HINT, soft=True)
        self._hint.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(row)
        layout.addWidget(self._hint)
        self.remark = text_label()
        colour(self.remark, ORANJE)
        self.remark.hide()
        layout.addWidget(self.remark)
        layout.addWidget(separator())
        self.keer.textChanged.connect(self._on_typed)
        self.keer.period_typed.connect(self._on_letter)
        self.periode.edited.connect(lambda: self.edited.emit(self.value()))

    @property
    def is_open(self) -> bool:
        """Tell whether the hint is shown."""
        return not self._hint.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Show or hide how to type it."""
        self._hint.setVisible(is_open)

    def set_value(self, frequentie: Frequentie | None) -> None:
        """Show a frequency, or nothing; a half-typed one is left alone."""
        if frequentie == self.value():
            return
        self.remark.hide()
        if frequentie is None:
            put(self.keer, "")
            self.periode.set_value(None)
            return
        put(self.keer, str(frequentie.keer))
        self.periode.set_value(frequentie.per_weken)

    def value(self) -> Frequentie | None:
        """Return the frequency, or None while a part is missing."""
        keer, per_weken = self._times(), self.periode.value()
        if keer is None or not isinstance(per_weken, int):
            return None
        return Frequentie(keer=keer, per_weken=per_weken)

    def in_tab_order(self) -> list[QWidget]:
        """Return what can take the focus, in the order of reading."""
        return [self.keer, self.periode]

    def take_focus(self) -> None:
        """Put the focus on the number, ready to be typed over."""
        self.keer.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.keer.selectAll()

    def _times(self) -> int | None:
        text = self.keer.text().strip()
        is_number = text.isascii() and text.isdecimal()
        return int(text) if is_number and 1 <= int(text) <= MOST else None

    def _on_typed(self, text: str) -> None:
        show_message(self.remark, NO_NUMBER if text.strip() and self._times() is None else "")
        self.edited.emit(self.value())

    def _on_letter(self, weken: int) -> None:
        self.periode.set_value(weken)
        self.edited.emit(self.value())
        if self.value() is not None:
            self.completed.emit()
