"""A list of sentences, each a way to a field: by click, Enter or Space."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QScrollArea, QSizePolicy

from indicatietool.gui.theme import BLAUW, icon, icon_size, select_softly
from indicatietool.gui.view_model import ViewModel
from indicatietool.session.steps import step_of


@dataclass(frozen=True, slots=True)
class Link:
    """Eén zin met de plek waar zij over gaat; without a stap it is a heading."""

    tekst: str
    stap: str = ""
    veld: str = ""
    symbool: str = "chevron-right"
    tint: str = BLAUW


class LinkList(QListWidget):
    """Zinnen die de weg wijzen. It is as high as its sentences; the page scrolls, not the list."""

    followed = Signal(str, str)

    def __init__(self, name: str, accessible: str) -> None:
        """Show nothing yet.

        Args:
            name: of the object.
            accessible: what a screen reader calls the list.
        """
        super().__init__()
        self._links: tuple[Link, ...] | None = None
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setIconSize(icon_size())
        select_softly(self)
        self.itemClicked.connect(self._follow)
        self.currentRowChanged.connect(self._show_current)

    def show_links(self, links: tuple[Link, ...]) -> None:
        """Show these; the same costs nothing."""
        if links == self._links:
            return
        row = self.currentRow()
        self._links = links
        self.clear()
        for link in links:
            item = QListWidgetItem(link.tekst)
            if link.stap:
                item.setIcon(icon(link.symbool, link.tint))
            else:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                _make_heading(self, item)
            self.addItem(item)
        if self.hasFocus():
            self._take_up(row)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link in hand with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentItem() is not None:
                self._follow(self.currentItem())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        """Take the first link in hand; a list without the focus has none."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self._take_up(0)

    def resizeEvent(self, event: object) -> None:
        """Follow a new width: sentences may need more lines."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for little width."""
        return QSize(200, self.height())

    def _fit(self) -> None:
        self.doItemsLayout()
        high = max(self.contentsSize().height(), self.fontMetrics().height()) + 2 * self.frameWidth() + 2
        if high != self.height():
            self.setFixedHeight(high)

    def _take_up(self, row: int) -> None:
        """Take the link at or after a row in hand, else the last one."""
        rows = [number for number, link in enumerate(self._links or ()) if link.stap]
        later = [number for number in rows if number >= row]
        self.setCurrentRow((later or rows[-1:] or [-1])[0])

    def _show_current(self, row: int) -> None:
        """Let the page scroll along with the link in hand."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and row >= 0 and self.hasFocus():
            box = self.visualItemRect(self.item(row))
            corner = self.viewport().mapTo(area.widget(), box.center())
            area.ensureVisible(corner.x(), corner.y(), 0, box.height() + 12)

    def _follow(self, item: QListWidgetItem) -> None:
        link = (self._links or ())[self.row(item)]
        if link.stap:
            self.followed.emit(link.stap, link.veld)


def ask_place(view: ViewModel, plek: str) -> None:
    """Ask the window to go to a place of the dossier."""
    view.step_asked.emit(step_of(view.session.kader, plek), plek)


def _make_heading(owner: QListWidget, item: QListWidgetItem) -> None:
    font = owner.font()
    font.setBold(True)
    item.setFont(font)
    item.setForeground(owner.palette().text())
