"""One choice out of several, each with its anchor text beside it. Nothing is chosen beforehand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from indicatietool.gui.theme import BLAUW, LICHT, enlarge, ink, text_label

Optie = tuple[str, str, str]
"""id, name and anchor of one choice."""


class KeuzeKnop(QRadioButton):
    """A radio button whose text is bold while it is chosen, and that always keeps the room for it.

    A bold font of its own would lay the whole page out anew at every choice.
    """

    def sizeHint(self) -> QSize:
        """Ask for the room of the bold text."""
        extra = QFontMetrics(self._bold()).horizontalAdvance(self.text())
        return super().sizeHint() + QSize(
            max(0, extra - self.fontMetrics().horizontalAdvance(self.text())), 0
        )

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as the style does, bold while chosen."""
        painter = QStylePainter(self)
        if self.isChecked():
            painter.setFont(self._bold())
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = self.rect()
        painter.drawControl(QStyle.ControlElement.CE_RadioButton, option)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font


class OptieRij(QWidget):
    """Eén antwoord met zijn anker. The chosen one has a frame, a ground, bold letters and a filled dot."""

    def __init__(self, groep: str, optie: Optie) -> None:
        """Show one choice.

        Args:
            groep: what is chosen, for a screen reader.
            optie: the choice.
        """
        super().__init__()
        id_, naam, self.anker = optie
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 4)
        layout.setSpacing(0)
        self.button = KeuzeKnop(naam)
        self.button.setObjectName(id_)
        self.button.setAccessibleName(f"{groep}: {naam}")
        self.button.setAccessibleDescription(self.anker)
        layout.addWidget(self.button)
        self.label: QLabel | None = None
        if self.anker:
            self.label = text_label(self.anker)
            self.label.setContentsMargins(self.button.iconSize().width() + 8, 0, 0, 0)
            self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self.label.installEventFilter(self)
            layout.addWidget(self.label)
        layout.addStretch(1)
        self.button.toggled.connect(lambda _checked: self.update())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a click on the anchor text choose it."""
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self.label:
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and frame around the chosen one."""
        if not self.button.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink(BLAUW), 2))
        painter.setBrush(ink(LICHT))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class Keuzegroep(QWidget):
    """What all ways to choose one answer have: a group, its value, and one stop for the Tab key.

    The arrow keys move within the group, space chooses; `choose` is what a number key does.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        """Start without choices."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        self._is_shown = False

    def set_value(self, optie: str | None) -> None:
        """Show this choice, or none; tells nobody."""
        self._is_shown = True
        try:
            self._show(optie)
        finally:
            self._is_shown = False

    def _show(self, optie: str | None) -> None:
        if optie is None and self._group.checkedButton() is not None:
            self._group.setExclusive(False)
            self._group.checkedButton().setChecked(False)
            self._group.setExclusive(True)
            self._stop_at(next(iter(self._buttons.values())))
        elif optie is not None and not self._buttons[optie].isChecked():
            self._buttons[optie].setChecked(True)
            self._stop_at(self._buttons[optie])

    def value(self) -> str | None:
        """Return the choice that is made, or None."""
        return next((id_ for id_, button in self._buttons.items() if button.isChecked()), None)

    def button(self, optie: str) -> QRadioButton:
        """Return the radio button of one choice."""
        return self._buttons[optie]

    def choose(self, number: int) -> bool:
        """Choose the answer with this number, from 1; tells whether there is one."""
        buttons = tuple(self._buttons.values())
        if not 1 <= number <= len(buttons):
            return False
        buttons[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        buttons[number - 1].click()
        return True

    def take_focus(self) -> None:
        """Put the focus on the choice that was made, or on the first."""
        id_ = self.value()
        button = self._buttons[id_] if id_ else next(iter(self._buttons.values()))
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def in_tab_order(self) -> list[QWidget]:
        """Return what can take the focus, in the order of reading."""
        return list(self._buttons.values())

    def _add(self, id_: str, button: QRadioButton) -> None:
        button.toggled.connect(lambda checked: self._tell(id_, checked))
        self._group.addButton(button)
        self._buttons[id_] = button
        if len(self._buttons) > 1:
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _tell(self, id_: str, checked: bool) -> None:
        """Tell of a choice, however it was made: a screen reader ticks without a click."""
        if checked and not self._is_shown:
            self.chosen.emit(id_)

    def _stop_at(self, one: QRadioButton) -> None:
        """Let Tab stop once in the group."""
        for button in self._buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button is one else Qt.FocusPolicy.ClickFocus
            if button.focusPolicy() != policy:
                button.setFocusPolicy(policy)


class AnkerKeuze(Keuzegroep):
    """Radio buttons whose anchor stands under them, in one column or in two."""

    def __init__(
        self, naam: str, opties: Sequence[Optie], columns: int = 1, koppen: Sequence[str] = ()
    ) -> None:
        """Show the choices from top to bottom.

        Args:
            naam: what is chosen, for a screen reader.
            opties: the choices; an empty anchor shows the name alone.
            columns: 1 or 2; the first half of the choices stands left.
            koppen: a heading over each half, or none.
        """
        super().__init__()
        self._rows = [OptieRij(naam, optie) for optie in opties]
        for (id_, *_), row in zip(opties, self._rows, strict=True):
            self._add(id_, row.button)
        self._koppen = [text_label(kop) for kop in koppen]
        for kop in self._koppen:
            enlarge(kop, 1.0, bold=True)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self.set_columns(columns)

    def fit(self, width: int) -> None:
        """Show two columns where the two halves fit beside each other."""
        if self._koppen:
            widest = max(row.minimumSizeHint().width() for row in self._rows)
            self.set_columns(2 if 2 * widest + self._grid.horizontalSpacing() <= width else 1)

    def set_columns(self, columns: int) -> None:
        """Place the choices in one column or in two; reading goes down the first, then the second."""
        if columns == self._columns:
            return
        self._columns = columns
        half = -(-len(self._rows) // max(2, len(self._koppen)))
        for widget in (*self._koppen, *self._rows):
            self._grid.removeWidget(widget)
        for part in range(max(2, len(self._koppen))):
            column = [*self._koppen[part : part + 1], *self._rows[part * half : (part + 1) * half]]
            for place, widget in enumerate(column):
                below = part * (half + bool(self._koppen)) + place
                self._grid.addWidget(widget, *((place, part) if columns == 2 else (below, 0)))
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
