"""The story of a practice case, one key away on every page: above the page, or in its place in a low window.

Comes in: a consultation, and what shows its pages. Goes out: the same, with the story to unfold. Knows
nothing of the model answers.
"""

from contextlib import suppress

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from indicatietool.domain.dossier import Dossier
from indicatietool.gui.theme import scale, title_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.leesvenster import Alinea, LeesVenster

PRACTICE = "Oefening: een verzonnen geval, geen echte cliënt"
COMPARED = "vergeleken met het modelantwoord op {:%d-%m-%Y}"
KEY = "F9"
BUTTON = f"Verhaal ({KEY})"
LOW = 430
"""Height in pixels at 100 % below which story and page don't fit together."""


class Vignet(QSplitter):
    """De pagina's, met het verhaal van de oefencasus erboven of ervoor in de plaats."""

    def __init__(self, view: ViewModel, pages: QStackedWidget, button: QPushButton) -> None:
        """Show the pages only.

        Args:
            view: the consultation.
            pages: shows one page at a time.
            button: asks for the story; only there when there is one.
        """
        super().__init__(Qt.Orientation.Vertical)
        self._session = view.session
        self._pages, self._button = pages, button
        self._came_from: QWidget | None = None
        self._was_open = False
        self._title = title_label("", 1.1)
        self.close_button = named_button(f"Sluiten ({KEY})", "vignet.sluiten", "Verhaal sluiten")
        self.text = LeesVenster("vignet", "Verhaal van de casus")
        self._story = self._laid_out()
        self.setChildrenCollapsible(False)
        self.addWidget(self._story)
        self.addWidget(pages)
        self.setStretchFactor(1, 1)
        self._story.hide()
        self._shortcut = QShortcut(QKeySequence(KEY), self)
        self._shortcut.activated.connect(self.toggle)
        button.clicked.connect(self.toggle)
        self.close_button.clicked.connect(self.toggle)
        pages.currentChanged.connect(self._on_page)
        view.changed.connect(self.refresh)
        self.refresh()

    @property
    def is_open(self) -> bool:
        """Tell whether the story is on screen."""
        return not self._story.isHidden()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at before the page, in the order of reading."""
        return (self.close_button, self.text)

    def refresh(self) -> None:
        """Show the story as it is now; without one there is nothing to unfold."""
        casus = self._session.dossier.oefencasus
        self._button.setVisible(casus is not None)
        self._shortcut.setEnabled(casus is not None)
        if casus is None:
            self._close()
            return
        self._title.setText(casus.titel)
        delen = [deel.strip() for deel in casus.vignet.split("\n")]
        self.text.show_paragraphs([Alinea("zin", deel) for deel in delen if deel])

    def toggle(self) -> None:
        """Show the story, or put it away and go back to where the focus was."""
        if self.is_open:
            self._close()
            return
        self._came_from = self.window().focusWidget()
        self._story.show()
        self._share()
        self.text.setFocus()
        if not self._was_open:  # a text that is shown for the first time lies a line too far
            self._was_open = True
            bar = self.text.verticalScrollBar()
            QTimer.singleShot(0, bar, lambda: bar.setValue(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the story take the place of the page where the two don't fit together."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        self._pages.setVisible(not (self.is_open and self._is_low))
        if self.is_open and not self._is_low:
            self.setSizes([self.height() * 2 // 5, self.height() * 3 // 5])

    @property
    def _is_low(self) -> bool:
        return self.height() < LOW * scale()

    def _close(self) -> None:
        if not self.is_open:
            return
        self._story.hide()
        self._pages.show()
        came_from, self._came_from = self._came_from, None
        if came_from is not None:
            with suppress(RuntimeError):  # the page made its widgets anew meanwhile
                came_from.setFocus()

    def _on_page(self) -> None:
        """Put the story away when it lies over the page that is asked for."""
        self._came_from = None  # a page that has gone takes its widgets along
        if self.is_open and self._is_low:
            self._close()

    def _laid_out(self) -> QWidget:
        story = QWidget()
        line = QHBoxLayout()
        line.addWidget(self._title, 1)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(story)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addLayout(line)
        layout.addWidget(self.text, 1)
        return story


def practice_line(dossier: Dossier) -> str:
    """Return what the banner over a practice dossier says; nothing for a real one."""
    if not dossier.oefening:
        return ""
    casus = dossier.oefencasus
    gezien = casus.model_gezien if casus is not None else None
    return f"{PRACTICE} · {COMPARED.format(gezien)}" if gezien else PRACTICE
