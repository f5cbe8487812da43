"""The shell around the pages: steps with status left, one page, the outcome right, buttons below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from indicatietool.gui.outcome import OutcomePanel
from indicatietool.gui.pages import Page, page_for
from indicatietool.gui.theme import (
    BLAUW,
    GRIJS,
    GROEN,
    ORANJE,
    ROOD,
    colour,
    enlarge,
    icon,
    make_primary,
    select_softly,
    text_label,
)
from indicatietool.gui.view_model import ViewModel
from indicatietool.session.steps import Stap, StapStatus

_ICONS = {
    StapStatus.NOG_NIET: ("circle", GRIJS),
    StapStatus.BEZIG: ("circle-dot", BLAUW),
    StapStatus.KLAAR: ("circle-check", GROEN),
    StapStatus.LET_OP: ("triangle-alert", ORANJE),
}


class Wizard(QWidget):
    """Eén onderzoek, stap voor stap, in vrije volgorde."""

    left = Signal()

    def __init__(self, view: ViewModel) -> None:
        """Show a consultation at the step where it was left."""
        super().__init__()
        self.view = view
        self._pages: dict[str, Page] = {}
        self._steps: tuple[Stap, ...] = ()
        self._current = ""
        self.step_list = QListWidget()
        self.step_list.setObjectName("stappen")
        self.step_list.setAccessibleName("Stappen van het onderzoek")
        self.step_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        select_softly(self.step_list)
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
        self._lay_out()
        self._bind()
        self._refresh_steps()
        stap, _, plek = view.session.dossier.gebleven.partition("/")
        self.go_to(stap or self._steps[0].id)
        self.page.resume(plek)

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
        if stap.id != self._current:
            self._show(stap)
        if veld:
            self.page.go_to(veld)

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
        self._pages[stap.id] = page
        self._current = stap.id
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        self.view.act(self.view.session.stay_at, stap.id)

    def _index(self) -> int:
        return next((i for i, stap in enumerate(self._steps) if stap.id == self._current), 0)

    def _lay_out(self) -> None:
        kop = QLabel("Onderzoek")
        enlarge(kop, 1.1, bold=True)
        side = QWidget()
        side_layout = QVBoxLayout(side)
        side_layout.addWidget(kop)
        side_layout.addWidget(self.step_list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        buttons.addWidget(self.forward)
        middle = QWidget()
        middle_layout = QVBoxLayout(middle)
        middle_layout.addWidget(self.stack, 1)
        middle_layout.addWidget(self.problem)
        middle_layout.addLayout(buttons)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget, share in ((side, 0), (middle, 1), (self.outcome, 0)):
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, share)
        splitter.setSizes([255, 735, 290])
        splitter.setChildrenCollapsible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _bind(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.later.clicked.connect(self.left.emit)
        self.step_list.currentRowChanged.connect(self._on_row)
        self.view.changed.connect(self._on_changed)
        self.view.step_asked.connect(self.go_to)
        self.view.problem.connect(self._show_problem)

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._steps):
            self.go_to(self._steps[row].id)

    def _on_changed(self) -> None:
        self._refresh_steps()
        if self._current in self._pages:
            self.page.refresh()

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _refresh_steps(self) -> None:
        self._steps = self.view.steps()
        self.step_list.blockSignals(True)
        while self.step_list.count() > len(self._steps):
            self.step_list.takeItem(self.step_list.count() - 1)
        for row, stap in enumerate(self._steps):
            item = self.step_list.item(row)
            if item is None:
                item = QListWidgetItem()
                self.step_list.addItem(item)
            inset = "    " if stap.leefgebied else ""
            text = f"{inset}{stap.titel}\n{inset}{stap.status}"
            if item.text() != text:
                item.setText(text)
                item.setToolTip(stap.titel)
                item.setIcon(icon(*_ICONS[stap.status]))
        self.step_list.setCurrentRow(self._index())
        self.step_list.blockSignals(False)
        index = self._index()
        self.back.setEnabled(index > 0)
        last = index + 1 >= len(self._steps)
        self.forward.setEnabled(not last)
        self.forward.setText("Volgende →" if last else f"V&olgende: {self._steps[index + 1].titel} →")
