"""A ring in whatever has the focus, to be found at a glance in every scheme (WCAG 2.4.7, 2.4.13).

It lies inside its widget: nothing cuts it off, and no layout notices it. (QFocusFrame crashes when its widget
goes before it does.)
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from indicatietool.gui.theme import focus_ink

WIDTH = 2
UNSEEN = "qt_rubberband"
"""A name that Qt leaves out of the accessible tree: the ring says nothing that the focus does not say."""


class _Ring(QWidget):
    """The ring of one widget."""

    def __init__(self, widget: QWidget) -> None:
        """Lie in this widget, on top."""
        super().__init__(widget)
        self.setObjectName(UNSEEN)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setGeometry(widget.rect())
        widget.installEventFilter(self)
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink along."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.parentWidget().rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a rounded line within a lighter or darker one: it can be seen on a dark button as well."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ink, inset in ((self.palette().base().color(), WIDTH), (focus_ink(), 0)):
            painter.setPen(QPen(ink, WIDTH))
            side = inset + WIDTH / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(side, side, -side, -side), 3, 3)


class FocusRing(QObject):
    """Volgt de focus met een ring."""

    def __init__(self, parent: QObject) -> None:
        """Follow the focus of the whole program."""
        super().__init__(parent)
        QApplication.instance().focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        for ring in old.findChildren(_Ring, UNSEEN, Qt.FindChildOption.FindDirectChildrenOnly) if old else ():
            ring.hide()
            ring.deleteLater()
        if new is not None and not new.isWindow() and not isinstance(new, QMenu | QMenuBar):
            _Ring(new)
