"""What every page has: a heading, a scrolling body, and three methods `_build`, `_bind`, `_refresh`."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from indicatietool.gui.theme import edge, enlarge, text_label, title_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.session.steps import Stap


class Page(QWidget):
    """Eén onderwerp van het onderzoek op het scherm."""

    uitleg = ""

    def __init__(self, view: ViewModel, stap: Stap) -> None:
        """Build the page, bind it, and show what is known."""
        super().__init__()
        self.view = view
        self.session = view.session
        self.stap = stap
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 6, 12, 6)
        outer.addWidget(title_label(stap.titel))
        if self.uitleg:
            outer.addWidget(text_label(self.uitleg, soft=True))
        self.outer = outer
        self.body = self._scrolling(outer)
        self._build()
        self._bind()
        self.refresh()

    def refresh(self) -> None:
        """Show the session as it is now."""
        self._refresh()

    def go_to(self, veld: str) -> None:
        """Put the focus on a field of this page."""
        widget = self.findChild(QWidget, veld)
        if widget is not None:
            widget.setFocus()
            self.show_at(widget)

    def show_at(self, widget: QWidget) -> None:
        """Scroll to a widget, once everything has its place."""
        room = self.fontMetrics().height() * 4
        QTimer.singleShot(0, widget, lambda: self.area.ensureWidgetVisible(widget, 0, room))

    def focus_first(self) -> None:
        """Put the focus on the first thing to fill in."""
        self.area.setFocus()
        self.focusNextChild()

    def resume(self, plek: str) -> None:
        """Take up the page where it was left; a page without places of its own ignores it."""

    def _build(self) -> None:
        raise NotImplementedError

    def _bind(self) -> None:
        """Bind signals to acts; a page without its own signals leaves this empty."""

    def _refresh(self) -> None:
        """Show the session; a page that never changes leaves this empty."""

    def _scrolling(self, outer: QVBoxLayout) -> QVBoxLayout:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 8, 0)
        area.setWidget(inside)
        outer.addWidget(area, 1)
        self.area = area
        area.setAccessibleName(self.stap.titel)
        return layout


def card(title: str = "", accessible: str = "") -> tuple[QFrame, QVBoxLayout]:
    """Return a framed box with an optional heading, and the layout to fill."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    edge(frame)
    frame.setAutoFillBackground(True)
    frame.setBackgroundRole(frame.palette().ColorRole.Base)
    if accessible or title:
        frame.setAccessibleName(accessible or title)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(12, 8, 12, 10)
    if title:
        kop = text_label(title)
        enlarge(kop, 1.1, bold=True)
        layout.addWidget(kop)
    return frame, layout
