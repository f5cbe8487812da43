"""The strip over a copy to try things on: before → now, large enough for a room, and the way back.

Comes in: a consultation on a copy, and how it was. Goes out: a copy to show anew when one goes back to the
beginning. Computes nothing.
"""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from indicatietool.gui.comfort.announce import Announcer
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import (
    BLAUW,
    GRIJS,
    LICHT,
    ORANJE,
    colour,
    enlarge,
    ground,
    icon,
    scale,
    text_label,
)
from indicatietool.gui.widgets.leesvenster import Alinea, LeesVenster
from indicatietool.gui.wizard import NARROW, Wizard
from indicatietool.session.wat_als import Beweging, Stand, WatAls, stand, start_over

CARDS = 3
CHANGES = "Wat er sinds het begin is veranderd"
SHORT, LARGE = 1.25, 1.7
"""How much larger the one line is, for a room; and from which size of the letters on it is not."""
FIXED_ARROW = "\u00a0→\u00a0"
"""An arrow between two numbers that stay on one line."""
NOTHING = "Er is nog niets veranderd. Verander een score, hoe vaak, of een kenmerk; dit blijft een kopie."


def add_panel(wizard: Wizard, trial: WatAls, show: Callable[[WatAls], None]) -> None:
    """Put the strip over the pages of a copy.

    Args:
        wizard: shows the copy.
        trial: the copy, and how it was.
        show: shows a copy anew, after going back to the beginning.
    """
    panel = WatAlsPaneel(trial)
    wizard.add_strip(panel, panel.stops)
    wizard.view.changed.connect(panel.refresh)
    panel.begin.clicked.connect(lambda: show(start_over(trial)))


class BewegingKaart(QFrame):
    """Eén getal toen en nu."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._kop, self._getal, self._uitleg = text_label(), text_label(), text_label()
        enlarge(self._getal, 1.5, bold=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label in (self._kop, self._getal, self._uitleg):
            layout.addWidget(label)
        layout.addStretch(1)

    def show_it(self, beweging: Beweging) -> None:
        """Show this; what moved is coloured as well as written out."""
        for label, text in zip((self._kop, self._getal, self._uitleg), beweging[:3], strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        colour(self._getal, ORANJE if "→" in beweging.getal else BLAUW)
        self.setAccessibleName(beweging.zin)


class WatAlsPaneel(QWidget):
    """Voorheen en nu op één strook, met wat er is veranderd."""

    def __init__(self, trial: WatAls) -> None:
        """Show a copy as it is now."""
        super().__init__()
        self.setObjectName("wat-als")
        self._trial = trial
        self._announcer = Announcer(self)
        self._announcer.begin_at(stand(trial).voorgelezen)
        ground(self, LICHT)
        self.cards = tuple(BewegingKaart() for _ in range(CARDS))
        self.short = text_label()
        enlarge(self.short, SHORT if scale() < LARGE else 1.0, bold=True)
        self.remark = text_label()
        colour(self.remark, GRIJS)
        self.changed = QPushButton()
        self.changed.setObjectName("wat-als.veranderd")
        self.begin = QPushButton(icon("undo-2"), "Terug naar het &begin")
        self.begin.setObjectName("wat-als.begin")
        self.list = LeesVenster("wat-als.lijst", CHANGES)
        self.list.setMaximumHeight(round(130 * scale()))
        self.list.hide()
        self._lay_out()
        self.changed.clicked.connect(self._show_changes)
        self.refresh()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in the order of reading."""
        return (self.changed, self.begin, self.list)

    def refresh(self) -> None:
        """Show before and now."""
        nu = stand(self._trial)
        for card, beweging in zip(self.cards, nu.bewegingen, strict=False):
            card.show_it(beweging)
        self.cards[-1].setVisible(len(nu.bewegingen) == CARDS)
        short = " · ".join(beweging.kort for beweging in nu.bewegingen)
        self.short.setText(short.replace(" → ", FIXED_ARROW))
        self.remark.setText(nu.opmerking)
        self.remark.setVisible(bool(nu.opmerking))
        self.changed.setText(f"&Wat is veranderd ({len(nu.veranderd)})")
        self.begin.setEnabled(bool(nu.veranderd))
        self.list.show_paragraphs(tuple(_paragraphs(nu)))
        self._tell(nu)

    def _tell(self, nu: Stand) -> None:
        """Tell a screen reader what moved, once for each change."""
        words = nu.voorgelezen
        self._announcer.say(words)
        self.setAccessibleName(f"Voorheen en nu. {words}")

    def _show_changes(self) -> None:
        """Show or hide the list; where there is no room for it, in a dialog."""
        if self._is_narrow:
            dialog = Dialog(self, "Wat is veranderd", cancel="&Sluiten")
            text = LeesVenster("wat-als.veranderingen", CHANGES)
            text.show_paragraphs(tuple(_paragraphs(stand(self._trial))))
            dialog.body.addWidget(text, 1)
            dialog.grow(760, 520)
            dialog.open()
            text.setFocus()
        else:
            self.list.setVisible(self.list.isHidden())
            (self.changed if self.list.isHidden() else self.list).setFocus()

    def _lay_out(self) -> None:
        self._buttons_row = QWidget()
        buttons = FlowLayout(self._buttons_row)
        buttons.setSpacing(8)
        buttons.addWidget(self.changed)
        buttons.addWidget(self.begin)
        self._cards_row = QWidget()
        cards = QHBoxLayout(self._cards_row)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(round(16 * scale()))
        for card in self.cards:
            cards.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(4)
        for widget in (self._cards_row, self.short, self.remark, self._buttons_row, self.list):
            layout.addWidget(widget)
        self._is_narrow = False
        self.short.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it in one line where there is no room for three large numbers."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW * scale()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.list.setVisible(self.list.isVisible() and not is_narrow)
            self._cards_row.setVisible(not is_narrow)
            self.short.setVisible(is_narrow)


def _paragraphs(nu: Stand) -> Iterator[Alinea]:
    if not nu.veranderd:
        yield Alinea("zin", NOTHING)
        return
    yield Alinea("kop", "Veranderd sinds het begin")
    yield from (Alinea("punt", f"– {wat}") for wat in nu.veranderd)
    if nu.taken:
        yield Alinea("kop", "Voorstellen die bewogen, minuten per week")
        bewegingen = (taak.beweging for taak in nu.taken)
        yield from (Alinea("punt", f"– {b.kop}: {b.getal}, {b.uitleg}") for b in bewegingen)
