"""Where list and taak stand on the scoring page: beside each other, above each other, or in one scroll.

Comes in: how much room there is, counted in ordinary letters, so that large letters count as little room.
Goes out: widgets in their places.
"""

from enum import Enum

from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from indicatietool.gui.pages.taak_detail import TaakDetail
from indicatietool.gui.theme import scale
from indicatietool.gui.widgets.taken_lijst import TakenLijst

_BESIDE = 600
"""Width of the page from which list and taak stand beside each other."""
_ABOVE = 440
"""Height of the page from which the list stays in view above the taak."""
_ROWS_ABOVE = 3
"""Taken that are in view there."""
_ALL = 16_777_215
"""As high as can be, in the words of Qt."""


class Plaats(Enum):
    """Waar de lijst staat."""

    BESIDE = "beside"
    ABOVE = "above"
    WITHIN = "within"


class Indeling(QWidget):
    """De lijst en de taak, zo goed als het past."""

    def __init__(self, taken: TakenLijst, area: QScrollArea) -> None:
        """Put the list beside the scrolling room of the taak."""
        super().__init__()
        self._list, self._area = taken, area
        self._detail: TaakDetail | None = None
        self._place: Plaats | None = None
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.setSpacing(10)
        self._split.addWidget(area, 1)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 8, 0)
        area.setWidget(inside)
        self._put(Plaats.BESIDE)

    def show_detail(self, detail: TaakDetail) -> None:
        """Show another taak, from its top."""
        if self._detail is not None:
            self._inside.removeWidget(self._detail)
            self._detail.hide()
            self._detail.deleteLater()
        self._detail = detail
        self._inside.addWidget(detail, 1)
        detail.show()
        self._fit_columns()
        if self._place is not Plaats.WITHIN:
            self._area.verticalScrollBar().setValue(0)

    def fit(self, width: int, height: int) -> Plaats:
        """Put everything where there is room for it.

        Args:
            width: of the page, in pixels.
            height: of the page, in pixels.

        Returns:
            Where the list stands now.
        """
        if width / scale() >= _BESIDE:
            place = Plaats.BESIDE
        else:
            place = Plaats.ABOVE if height / scale() >= _ABOVE else Plaats.WITHIN
        if place is not self._place:
            self._put(place)
        self._fit_columns()
        return place

    def resizeEvent(self, event: object) -> None:
        """Follow a new width."""
        super().resizeEvent(event)
        self._fit_columns()

    def _put(self, place: Plaats) -> None:
        self._place = place
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        beside = place is Plaats.BESIDE
        self._list.setSizePolicy(*((fixed, free) if beside else (free, fixed)))
        high = {Plaats.BESIDE: _ALL, Plaats.ABOVE: self._list.height_for(_ROWS_ABOVE)}
        self._list.setMaximumHeight(high.get(place, self._list.height_for(self._list.count())))
        (self._split if place is not Plaats.WITHIN else self._inside).insertWidget(0, self._list)
        self._list.lower()  # a screen reader reads in this order: the list first
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._split.setDirection(direction)

    def _fit_columns(self) -> None:
        if self._detail is not None:
            beside = self._place is Plaats.BESIDE
            taken = self._list.sizeHint().width() + self._split.spacing() if beside else 0
            bar = self._area.verticalScrollBar().sizeHint().width()
            self._detail.fit(self.width() - taken - bar)
