"""The shell around the pages: steps with status left, one page, the outcome right, buttons below.

Over it lie the banners: practice, a copy to try things on, definitief, and what could not be saved.
"""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from indicatietool.gui.banner import Banner
from indicatietool.gui.beamer import hide_names
from indicatietool.gui.comfort.announce import show_message
from indicatietool.gui.comfort.tab_order import move_focus
from indicatietool.gui.outcome import OutcomePanel
from indicatietool.gui.pages import Page, page_for
from indicatietool.gui.step_list import StepList
from indicatietool.gui.theme import (
    LICHT,
    ROOD,
    colour,
    enlarge,
    make_primary,
    scale,
    text_label,
)
from indicatietool.gui.trainer import vignet
from indicatietool.gui.trainer.vignet import Vignet
from indicatietool.gui.view_model import ViewModel
from indicatietool.session.steps import Stap

TRYING = "Kopie: hiervan wordt niets bewaard"
SEALED = "Dit dossier is definitief. U kunt het bekijken, niet wijzigen."
NARROW = 900
"""Width in pixels at 100 % below which there is no third column."""
NOT_SAVED = "Opslaan lukt niet: {} Wat u typte staat nog hier; het programma probeert het steeds opnieuw."


class Place(NamedTuple):
    """Een plek in een dossier: waar het werk verder gaat."""

    nummer: str
    is_practice: bool
    stap: str
    veld: str


class Wizard(QWidget):
    """Eén onderzoek, stap voor stap, in vrije volgorde."""

    left = Signal()
    reopen_asked = Signal()
    trying_ended = Signal()

    def __init__(self, view: ViewModel, *, is_trial: bool = False) -> None:
        """Show a consultation at the step where it was left.

        Args:
            view: the consultation.
            is_trial: a copy to try things on; nothing of it is kept.
        """
        super().__init__()
        self.view = view
        self.is_trial = is_trial
        self._pages: dict[str, Page] = {}
        self._steps: tuple[Stap, ...] = ()
        self._current = ""
        self._strip_stops: tuple[QWidget, ...] = ()
        self.step_list = StepList()
        self.stack = QStackedWidget()
        self.problem = text_label()
        self.problem.setObjectName("probleem")
        colour(self.problem, ROOD)
        self.back = QPushButton("← &Vorige")
        self.back.setObjectName("vorige")
        self.later = QPushButton("&Later afmaken")
        self.later.setObjectName("later")
        self.forward = QPushButton()
        self.forward.setObjectName("volgende")
        make_primary(self.forward)
        self.outcome = OutcomePanel(view)
        self.practice = Banner("oefenbanner", "presentation", button=vignet.BUTTON)
        self.story = Vignet(view, self.stack, self.practice.button)
        self.trying = Banner("probeerbanner", "pencil", button="Terug naar het &dossier")
        self.sealed = Banner("definitief", "file-text", LICHT, "&Heropenen…")
        self.unsaved = Banner("niet.opgeslagen", "triangle-alert")
        self._lay_out()
        self._bind()
        self._refresh_steps()
        stap, _, plek = view.session.dossier.gebleven.partition("/")
        self.go_to(stap or self._steps[0].id)
        self.page.resume(plek)
        self._refresh_banners()

    @property
    def place(self) -> Place:
        """Return where the consulent is: the step, and the field with the focus."""
        dossier = self.view.session.dossier
        return Place(dossier.nummer, dossier.oefening, self._current, self._focused_name())

    def resume(self, place: Place | None) -> None:
        """Take up the work at a place, or put the focus on the first thing to fill in."""
        if place is None:
            self.page.focus_first()
            return
        self.go_to(place.stap)
        named = self.page.findChild(QWidget, place.veld) if place.veld else None
        if named is not None:
            named.setFocus()
        else:
            self.page.focus_first()

    @property
    def page(self) -> Page:
        """Return the page on screen."""
        return self._pages[self._current]

    @property
    def current_step(self) -> str:
        """Return the id of the step on screen."""
        return self._current

    def go_to(self, stap_id: str, veld: str = "") -> None:
        """Show a step, and put the focus on a field; an unknown step shows the first."""
        stap = next((stap for stap in self._steps if stap.id == stap_id), self._steps[0])
        moves = stap.id != self._current
        if moves:
            self._show(stap)
        if veld:
            self.page.go_to(veld)
        elif moves and self.isVisible() and self.focusWidget() is not self.step_list:
            self.page.focus_first()

    def add_strip(self, strip: QWidget, stops: tuple[QWidget, ...]) -> None:
        """Put a strip between the banners and the columns; Tab stops at these widgets of it."""
        self.layout().insertWidget(self.layout().count() - 1, strip)
        self._strip_stops = stops

    def go_forward(self) -> None:
        """Show the next step."""
        self._move(1)

    def go_back(self) -> None:
        """Show the step before this one."""
        self._move(-1)

    def _move(self, by: int) -> None:
        index = self._index() + by
        if 0 <= index < len(self._steps):
            self.go_to(self._steps[index].id)
            self.page.focus_first()

    def _show(self, stap: Stap) -> None:
        old = self._pages.pop(self._current, None)
        page = page_for(self.view, stap)
        if self.view.hides_names:
            hide_names(page)
        self._pages[stap.id] = page
        self._current = stap.id
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        self.view.act(self.view.session.stay_at, stap.id)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go from banner and steps through the page to the buttons and the outcome, as one reads."""

        def within() -> QWidget | None:
            QWidget.focusNextPrevChild(self, forward)
            return self.focusWidget()

        banners = (self.practice, self.trying, self.sealed, self.unsaved)
        buttons = (self.back, self.later, self.forward)
        above = (*(banner.button for banner in banners), *self._strip_stops)
        stops = (*above, self.step_list, *self.story.stops, self.page, *buttons, self.outcome)
        move_focus(self.page, stops, self.focusWidget(), within, forward=forward)
        return True

    def _index(self) -> int:
        return next((i for i, stap in enumerate(self._steps) if stap.id == self._current), 0)

    def _lay_out(self) -> None:
        kop = QLabel("Onderzoek")
        enlarge(kop, 1.1, bold=True)
        side = QWidget()
        self._side = QVBoxLayout(side)
        self._side.addWidget(kop)
        self._side.addWidget(self.step_list, 3)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        buttons.addWidget(self.forward)
        middle = QWidget()
        middle_layout = QVBoxLayout(middle)
        middle_layout.addWidget(self.story, 1)
        middle_layout.addWidget(self.problem)
        middle_layout.addLayout(buttons)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget in (side, middle, self.outcome):
            self._splitter.addWidget(widget)
        self._order_columns()
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._is_narrow = False
        self._share()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for banner in (self.practice, self.trying, self.sealed, self.unsaved):
            layout.addWidget(banner)
        layout.addWidget(self._splitter, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the outcome under the steps where three columns leave too little room for the page."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW * scale()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.outcome.show_less(is_narrow)
            if is_narrow:
                self._side.addWidget(self.outcome, 2)
            else:
                self._splitter.addWidget(self.outcome)
                self._order_columns()
            self.outcome.show()
            self._name_forward()
            self._share()

    def _order_columns(self) -> None:
        """Let a screen reader meet the columns from left to right; a splitter puts the last in front."""
        for index in range(self._splitter.count()):
            self._splitter.widget(index).raise_()
        for index in range(1, self._splitter.count()):
            self._splitter.handle(index).raise_()

    def _share(self) -> None:
        """Divide the width: enough for the names of the steps, the rest for the page."""
        left, right = round(255 * min(scale(), 1.4)), round(290 * scale())
        widths = [left, max(1, self.width() - left - right), right]
        self._splitter.setSizes(widths[:2] if self._is_narrow else widths)

    def _bind(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.later.clicked.connect(self.left)
        self.step_list.chosen.connect(self.go_to)
        self.view.changed.connect(self._on_changed)
        self.view.step_asked.connect(self.go_to)
        self.view.problem.connect(lambda text: show_message(self.problem, text))
        self.view.not_saved.connect(lambda reason: self.unsaved.say(NOT_SAVED.format(reason)))
        self.view.saved.connect(lambda _text: self.unsaved.say(""))
        self.sealed.button.clicked.connect(self.reopen_asked)
        self.trying.button.clicked.connect(self.trying_ended)

    def _refresh_banners(self) -> None:
        session = self.view.session
        self.practice.say(vignet.practice_line(session.dossier))
        self.trying.say(TRYING if self.is_trial else "")
        self.sealed.say(SEALED if session.is_definitief else "")

    def _focused_name(self) -> str:
        widget = self.page.focusWidget()
        while widget is not None and widget is not self.page:
            name = widget.objectName()
            if name and not name.startswith("qt_"):
                return name
            widget = widget.parentWidget()
        return ""

    def _on_changed(self) -> None:
        self._refresh_steps()
        self._refresh_banners()
        if self._current in self._pages:
            self.page.refresh()

    def _refresh_steps(self) -> None:
        self._steps = self.view.steps()
        self.step_list.show_steps(self._steps, self._index())
        index = self._index()
        self.back.setEnabled(index > 0)
        self.forward.setEnabled(index + 1 < len(self._steps))
        self._name_forward()

    def _name_forward(self) -> None:
        """Say on the button which step follows; where there is little room, only in its name and tip."""
        following = self._steps[self._index() + 1 :][:1]
        what = f"Volgende: {following[0].titel}" if following else "Volgende"
        self.forward.setText("V&olgende →" if self._is_narrow else f"V&olgende{what[len('Volgende') :]} →")
        self.forward.setAccessibleName(what)
        self.forward.setToolTip(what if self._is_narrow else "")
