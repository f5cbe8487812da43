"""What weighs most, as bars left and right of the total of now: heaviest first, with numbers and in words.

Comes in: an open dossier. Goes out: what a consulent wants to try out, as a whole set of answers. Computes
nothing: session.zwaarst does, with the engine.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabWidget,
    QWidget,
)

from indicatietool.gui.dialog import Dialog
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import (
    BLAUW,
    ORANJE,
    ZWART,
    colour,
    enlarge,
    ink,
    scale,
    select_softly,
    text_label,
)
from indicatietool.gui.widgets.aided import follow_selection
from indicatietool.session.session import Session
from indicatietool.session.zwaarst import Gewicht, Verschuiving, heaviest

UITLEG = "Links: minder minuten per maand. Rechts: meer. Enter probeert het zwaarste uit op een kopie."
EMPTY = "Hier is nog niets te wegen. Scoor eerst een taak."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex


def signed(verschil: int) -> str:
    """Return a shift in minutes per month with its sign.

    >>> signed(45), signed(-20)
    ('+45', '−20')
    """
    return f"+{verschil}" if verschil > 0 else f"−{-verschil}"


class TornadoDialog(Dialog):
    """Wat het zwaarst weegt in dit dossier."""

    tried = Signal(object)

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        """Weigh everything in a dossier.

        Args:
            parent: the window it belongs to.
            session: the dossier, or a copy of it to try things on.
        """
        super().__init__(parent, "Wat weegt het zwaarst", UITLEG, cancel="&Sluiten")
        per_maand = session.indicatie.berekend_per_maand
        self.total = text_label(f"Nu: {per_maand} minuten per maand")
        enlarge(self.total, 1.3, bold=True)
        colour(self.total, BLAUW)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tornado.bladen")
        self.tabs.tabBar().setAccessibleName("Wat wordt gewogen")
        zwaarst = heaviest(session)
        self.lists = tuple(
            TornadoLijst(name, titel, gewichten)
            for name, titel, gewichten in (
                ("taken", "Taken", zwaarst.taken),
                ("factoren", "Factoren", zwaarst.factoren),
                ("antwoorden", "Antwoorden", zwaarst.antwoorden),
            )
        )
        for lijst in self.lists:
            self.tabs.addTab(lijst, lijst.accessibleName())
            lijst.currentRowChanged.connect(self._show_tries)
            lijst.tried.connect(self._try)
        self.less, self.more = self._button("minder"), self._button("meer")
        tries = QWidget()
        line = FlowLayout(tries)
        line.setSpacing(8)
        line.addWidget(self.less)
        line.addWidget(self.more)
        for widget in (self.total, self.tabs, tries):
            self.body.addWidget(widget, 1 if widget is self.tabs else 0)
        self.cancel.setAutoDefault(False)
        self.tabs.currentChanged.connect(self._show_tries)
        self.grow(900, 700)
        self._show_tries()
        self.tabs.setCurrentIndex(next((n for n, lijst in enumerate(self.lists) if lijst.count()), 0))
        self.list.setFocus()
        if not any(lijst.count() for lijst in self.lists):
            self.tell(EMPTY)

    @property
    def list(self) -> "TornadoLijst":
        """Return the list on screen."""
        return self.lists[self.tabs.currentIndex()]

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"tornado.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._try(self._tries[name]))
        return button

    def _show_tries(self, _row: int = 0) -> None:
        """Say on the buttons what can be tried of the chosen row."""
        gewicht = self.list.chosen
        naast = gewicht.verschuivingen if gewicht else ()
        self._tries = {"minder" if v.verschil < 0 else "meer": v for v in naast}
        for name, button in (("minder", self.less), ("meer", self.more)):
            verschuiving = self._tries.get(name)
            button.setVisible(verschuiving is not None)
            if verschuiving is not None:
                anders = verschuiving.anders.replace("&", "&&")
                button.setText(f"Probeer “{anders}”")

    def _try(self, verschuiving: Verschuiving) -> None:
        self.tried.emit(verschuiving.antwoorden)
        self.accept()


class TornadoLijst(QListWidget):
    """Eén blad: een regel per taak, factor of antwoord, het zwaarste eerst."""

    tried = Signal(object)

    def __init__(self, name: str, titel: str, gewichten: tuple[Gewicht, ...]) -> None:
        """Show these; every row is told in a sentence to a screen reader."""
        super().__init__()
        self.setObjectName(f"tornado.{name}")
        self.setAccessibleName(titel)
        self.gewichten = gewichten
        self.top = max((gewicht.zwaarte for gewicht in gewichten), default=1)
        self.setItemDelegate(TornadoRegel(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        select_softly(self)
        follow_selection(self)
        for gewicht in gewichten:
            item = QListWidgetItem(gewicht.naam, self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, gewicht.tekst)
        if gewichten:
            self.setCurrentRow(0)

    @property
    def chosen(self) -> Gewicht | None:
        """Return what the chosen row weighs, or None in an empty list."""
        row = self.currentRow()
        return self.gewichten[row] if 0 <= row < len(self.gewichten) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Try the heaviest answer of a row with Enter."""
        if event.key() in _ENTER and self.chosen is not None:
            self.tried.emit(max(self.chosen.verschuivingen, key=lambda v: abs(v.verschil)))
        else:
            super().keyPressEvent(event)


class TornadoRegel(QStyledItemDelegate):
    """Tekent één regel: de naam, de balken met hun getal, en eronder welk antwoord dat is."""

    def __init__(self, lijst: TornadoLijst) -> None:
        """Draw the rows of this list."""
        super().__init__(lijst)
        self._lijst = lijst

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for three lines of text."""
        return QSize(200, 3 * self._lijst.fontMetrics().height() + round(14 * scale()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw name, bars, numbers and answers."""
        gewicht = self._lijst.gewichten[index.row()]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        metrics, unit = option.fontMetrics, scale()
        box = QRectF(option.rect).adjusted(8, 4 * unit, -8, -4 * unit)
        line = metrics.height()
        painter.setPen(ink(ZWART))
        naam = metrics.elidedText(gewicht.naam, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), naam)
        number = metrics.horizontalAdvance("−0000") + 6 * unit
        middle, half = box.center().x(), box.width() / 2 - number
        top = box.top() + line + 3 * unit
        for verschuiving in gewicht.verschuivingen:
            is_more = verschuiving.verschil > 0
            long = max(2.0, abs(verschuiving.verschil) / self._lijst.top * half)
            left = middle if is_more else middle - long
            painter.fillRect(QRectF(left, top, long, line - 2 * unit), ink(ORANJE if is_more else BLAUW))
            text = signed(verschuiving.verschil)
            x = left + long + 4 * unit if is_more else left - metrics.horizontalAdvance(text) - 4 * unit
            painter.drawText(QPointF(x, top + metrics.ascent() - unit), text)
            room = int(box.width() / 2 - 8 * unit)
            anders = metrics.elidedText(verschuiving.anders, Qt.TextElideMode.ElideRight, room)
            x = middle + 4 * unit if is_more else middle - metrics.horizontalAdvance(anders) - 4 * unit
            painter.drawText(QPointF(x, top + line + metrics.ascent()), anders)
        painter.fillRect(QRectF(middle - unit / 2, top - unit, max(1.0, unit), 2 * line), ink(ZWART))
        painter.restore()
