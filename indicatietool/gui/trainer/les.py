"""The lesson: a normenkader as slides, worked with the keys of a remote, with an overview to jump from.

Comes in: kaders. Goes out: nothing; no dossier takes part in a lesson.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QPushButton, QStackedWidget, QWidget

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.comfort.announce import announce
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import enlarge, make_primary, select_softly, text_label
from indicatietool.gui.trainer.afstand import Wens, ZwartScherm, asked_by, toggle_full_screen
from indicatietool.gui.trainer.dia import DiaGebied, for_a_room
from indicatietool.gui.widgets.aided import follow_selection
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.session.les import lesson, mark_of
from indicatietool.session.les_dia import Dia

if TYPE_CHECKING:
    from indicatietool.gui.kader_browser import KaderBrowser
    from indicatietool.session.kaders import GeladenKader

TITLE = "Les"
SLIDE, OVERVIEW = 0, 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LesVenster(Dialog):
    """Het normenkader als les."""

    def __init__(self, parent: QWidget | None, kaders: "Sequence[GeladenKader]") -> None:
        """Show the first slide of the first of these kaders.

        Args:
            parent: the window it belongs to.
            kaders: at least one.
        """
        super().__init__(parent, TITLE, cancel="&Sluiten")
        self.heading = self.layout().itemAt(0).widget()
        enlarge(self.heading, max(1.3, for_a_room(2.0)), bold=True)
        self._kaders = tuple(kaders)
        self._slides: tuple[Dia, ...] = ()
        self._at = 0
        self._browser: KaderBrowser | None = None
        self.slide = DiaGebied(self.keyPressEvent)
        self.overview = QListWidget()
        self.overview.setObjectName("les.overzicht")
        self.overview.setAccessibleName("Overzicht van de les; Enter gaat ernaartoe")
        self.overview.setWordWrap(True)
        enlarge(self.overview, for_a_room(1.5))
        select_softly(self.overview)
        follow_selection(self.overview)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.slide)
        self.stack.addWidget(self.overview)
        self.which = QComboBox()
        self.which.setObjectName("les.kader")
        self.which.setAccessibleName("Normenkader van de les")
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(24)
        self.which.addItems([geladen.name for geladen in self._kaders])
        self.where = text_label(soft=True)
        self.back = named_button("← &Vorige", "les.vorige")
        self.forward = named_button("V&olgende →", "les.volgende")
        make_primary(self.forward)
        self.all = named_button("&Overzicht", "les.alles", "Overzicht van de les")
        self.read = named_button("&Nalezen", "les.nalezen", "Nalezen in het normenkader")
        self._lay_out()
        self._bind()
        self.grow(1400, 1000)
        self._on_kader(0)

    @property
    def dia(self) -> Dia:
        """Return the slide that is shown."""
        return self._slides[self._at]

    def go_to(self, place: int) -> None:
        """Show a slide; before the first and past the last there is none."""
        if not 0 <= place < len(self._slides):
            return
        self._at = place
        dia = self.dia
        self.slide.show_slide(dia, mark_of(self._kader))
        self.where.setText(f"{dia.deel} · {place + 1} van {len(self._slides)}")
        self.back.setEnabled(place > 0)
        self.forward.setEnabled(place + 1 < len(self._slides))
        self.read.setEnabled(bool(dia.vindplaats[1]))
        self._show(SLIDE)
        announce(self.slide, dia.tekst)

    def show_overview(self) -> None:
        """Show all slides to jump to, or go back to the slide."""
        if self.stack.currentIndex() == OVERVIEW:
            self._show(SLIDE)
        else:
            self.overview.setCurrentRow(self._at)
            self._show(OVERVIEW)

    def read_on(self) -> None:
        """Show the part of the kader that the slide is about."""
        from indicatietool.gui.kader_browser import KaderBrowser

        self._browser = KaderBrowser((self._kader,), self)
        self._browser.show_part(*self.dia.vindplaats)
        self._browser.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of a remote."""
        wens = asked_by(event)
        if self.stack.currentIndex() == OVERVIEW:
            self._key_in_overview(event)
        elif wens is Wens.VERDER:
            if not self.slide.scroll(1):
                self.go_to(self._at + 1)
        elif wens is Wens.TERUG:
            if not self.slide.scroll(-1):
                self.go_to(self._at - 1)
        elif wens is Wens.GROOT:
            toggle_full_screen(self)
        elif wens is Wens.ZWART:
            ZwartScherm(self)
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(len(self._slides) - 1)
        elif event.key() in _ENTER:
            self.show_overview()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        else:
            super().keyPressEvent(event)

    @property
    def _kader(self) -> "GeladenKader":
        return self._kaders[self.which.currentIndex()]

    def _key_in_overview(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.go_to(self.overview.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self._show(SLIDE)
        else:
            super().keyPressEvent(event)

    def _show(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        self.heading.setText(self.dia.titel if page == SLIDE else "Overzicht")
        (self.slide if page == SLIDE else self.overview).setFocus()

    def _on_kader(self, _index: int) -> None:
        try:
            self._slides = lesson(self._kader)
        except IndicatietoolError as error:
            self.tell(str(error))
            self.message.show()
            return
        self.message.hide()
        self.overview.clear()
        for dia in self._slides:
            waar = "" if dia.titel.startswith(dia.deel) else f"{dia.deel}: "
            QListWidgetItem(f"{waar}{dia.titel}", self.overview)
        self.go_to(0)

    def _bind(self) -> None:
        self.back.clicked.connect(lambda: self.go_to(self._at - 1))
        self.forward.clicked.connect(lambda: self.go_to(self._at + 1))
        self.all.clicked.connect(self.show_overview)
        self.read.clicked.connect(self.read_on)
        self.which.activated.connect(self._on_kader)
        self.overview.itemClicked.connect(lambda item: self.go_to(self.overview.row(item)))

    def _lay_out(self) -> None:
        self.body.addWidget(self.stack, 1)
        row = QWidget()
        line = FlowLayout(row)
        line.setSpacing(8)
        for widget in (self.back, self.forward, self.all, self.read, self.which, self.cancel, self.where):
            if isinstance(widget, QPushButton):
                widget.setAutoDefault(False)
            line.addWidget(widget)
        self.where.setWordWrap(False)
        self.which.setVisible(len(self._kaders) > 1)
        layout = self.layout()
        layout.replaceWidget(self.buttons, row)
        self.buttons.hide()
        self.message.hide()
