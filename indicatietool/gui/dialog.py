"""What every dialog of this program has: plain text, a message line, Dutch buttons, work done beside it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.aside import Aside
from indicatietool.gui.comfort.announce import announce
from indicatietool.gui.scrolling import scrolling
from indicatietool.gui.theme import ORANJE, colour, make_primary, scale, text_label, title_label

_T = TypeVar("_T")


class Dialog(QDialog):
    """Een venster bij het venster. `open()` toont het; het programma loopt door."""

    def __init__(
        self, parent: QWidget | None, titel: str, uitleg: str = "", ok: str = "", cancel: str = "&Annuleren"
    ) -> None:
        """Show heading, explanation, room for content, a message line and buttons.

        Args:
            parent: the window it belongs to.
            titel: heading, also of the window.
            uitleg: what it is for.
            ok: what the button says that does it; without it there is only a way out.
            cancel: what the way out says.
        """
        super().__init__(parent)
        self.setWindowTitle(titel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._aside: Aside | None = None
        self._has_room = False
        layout = QVBoxLayout(self)
        layout.addWidget(title_label(titel, 1.3))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        if uitleg:
            self.body.addWidget(text_label(uitleg))
        self._content = QWidget()
        self._content.setLayout(self.body)
        self.body.setContentsMargins(0, 0, 6, 0)
        self.area = scrolling(self._content)
        layout.addWidget(self.area, 1)
        self.message = text_label()
        self.message.setObjectName("mededeling")
        colour(self.message, ORANJE)
        layout.addWidget(self.message)
        self.buttons = QDialogButtonBox()
        self.cancel = self.buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.cancel.setObjectName("dialoog.sluiten")
        self.cancel.clicked.connect(self.reject)
        self.ok: QPushButton | None = None
        if ok:
            self.ok = self.buttons.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
            self.ok.setObjectName("dialoog.ok")
            make_primary(self.ok)
            self.ok.clicked.connect(self.submit)
        layout.addWidget(self.buttons)
        if self.ok is not None:
            self.ok.setDefault(True)  # only now: a button finds its dialog when it is in it

    def submit(self) -> None:
        """Do what the dialog is for; a dialog without that button leaves this as it is."""

    def tell(self, text: str) -> None:
        """Say what happened."""
        self.message.setText(text)
        announce(self.message, text)

    def run(self, work: Callable[[], _T], then: Callable[[_T], None], meanwhile: str) -> None:
        """Do work beside the window; nothing can be pressed meanwhile, and a failure is told here.

        Args:
            work: may not touch widgets.
            then: gets what it returned.
            meanwhile: what is said while it runs.
        """
        self._set_busy(meanwhile)

        def ended(result: _T) -> None:
            self._set_busy("")
            then(result)

        def failed(error: IndicatietoolError) -> None:
            self._set_busy("")
            self.tell(str(error))

        self._aside = Aside(self, work, ended, failed)

    def reject(self) -> None:
        """Close, unless something is being done that must end first."""
        if self._aside is None or not self._aside.is_running:
            super().reject()

    def sizeHint(self) -> QSize:
        """Ask for room to read and no more than that; never more than the screen has."""
        wide = round(600 * scale())
        inside = self._bounded(wide, 0).width() - 40
        high = self._content.sizeHint().height()
        if self._content.hasHeightForWidth():
            high = self._content.heightForWidth(inside)
        around = self.layout().sizeHint().height() - self.area.sizeHint().height()
        return self._bounded(wide, high + around + 2 * self.area.frameWidth())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is asked for; Qt gives a dialog no more than two thirds of the screen."""
        if not self._has_room:
            self._has_room = True
            self.resize(self.sizeHint())
        super().showEvent(event)

    def grow(self, wide: int, high: int) -> None:
        """Ask for this much room in pixels at 100 %; never more than the screen has."""
        self._has_room = True
        self.resize(self._bounded(round(wide * scale()), round(high * scale())))

    def _bounded(self, wide: int, high: int) -> QSize:
        room = self.screen().availableSize()
        return QSize(min(wide, room.width() - 40), min(high, room.height() - 60))

    def _set_busy(self, text: str) -> None:
        self._content.setEnabled(not text)
        self.buttons.setEnabled(not text)
        self.tell(text)
        if not text:
            self._aside = None
