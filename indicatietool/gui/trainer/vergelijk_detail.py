"""One taak of a comparison: each differing answer with its anchor beside that of the model, and the reason.

Comes in: a TaakVergelijking. Goes out: nothing; it is to be read, with the arrow keys to scroll.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from indicatietool.gui.pages.base import card
from indicatietool.gui.theme import (
    BLAUW,
    LICHT,
    ORANJE,
    colour,
    enlarge,
    ground,
    scale,
    text_label,
    title_label,
)
from indicatietool.gui.widgets.rows import clear
from indicatietool.session.oefenen.vergelijk import TaakVergelijking, Verschil
from indicatietool.session.oefenen.vergelijk_tekst import (
    ADD_UP,
    effect_in_words,
    minutes_of,
    note_of,
)

MISSED = "Gemist anker"
STACKED = 1.4
"""Size of letters from which the two answers stand under each other."""


class VergelijkDetail(QScrollArea):
    """De antwoorden naast elkaar."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("vergelijking.detail")
        self.setAccessibleName("Uw antwoord naast het model")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(8, 0, 8, 0)
        self.setWidget(inside)

    def show_taak(self, taak: TaakVergelijking) -> None:
        """Show one taak."""
        self._begin(taak.naam)
        for text in (minutes_of(taak), note_of(taak), "" if taak.is_gelijk else _sentence(taak.hoger)):
            if text:
                self._layout.addWidget(text_label(text))
        for verschil in taak.verschillen:
            self._layout.addWidget(_side_by_side(verschil))
        reden = taak.reden
        if reden is not None:
            self._layout.addWidget(_reason("Waarom het model dit kiest", reden.waarom))
            if reden.waarom_niet:
                self._layout.addWidget(_reason("Waarom iets anders niet past", reden.waarom_niet))
        self._end()

    def show_whole(self, titel: str, verschillen: Sequence[Verschil]) -> None:
        """Show what differs in answers that are not about one taak."""
        self._begin(titel)
        self._layout.addWidget(text_label(ADD_UP, soft=True))
        for verschil in verschillen:
            self._layout.addWidget(_side_by_side(verschil))
        self._end()

    def _begin(self, titel: str) -> None:
        clear(self._layout)
        self._layout.addWidget(title_label(titel, 1.2))

    def _end(self) -> None:
        self._layout.addStretch(1)
        self.verticalScrollBar().setValue(0)


def _side_by_side(verschil: Verschil) -> QWidget:
    frame, layout = card(verschil.vraag)
    layout.addWidget(text_label(_sentence(verschil.hoger), soft=True))
    stacked = scale() >= STACKED
    line = QBoxLayout(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
    line.addWidget(_answer("U", verschil.eigen, verschil.eigen_anker), 1)
    line.addWidget(_answer("Model", verschil.model, verschil.model_anker, MISSED), 1)
    layout.addLayout(line)
    return frame


def _answer(wie: str, antwoord: str, anker: str, above: str = "Uw anker") -> QWidget:
    box = QWidget()
    if wie == "Model":
        ground(box, LICHT)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(8, 6, 8, 6)
    kop = text_label(f"{wie}: {antwoord}")
    enlarge(kop, 1.0, bold=True)
    layout.addWidget(kop)
    if anker:
        mark = text_label(above)
        colour(mark, ORANJE if above == MISSED else BLAUW)
        layout.addWidget(mark)
        layout.addWidget(text_label(anker))
    layout.addStretch(1)
    return box


def _reason(kop: str, tekst: str) -> QWidget:
    frame, layout = card(kop)
    layout.addWidget(text_label(tekst))
    return frame


def _sentence(hoger: int) -> str:
    return f"{effect_in_words(hoger).capitalize()}."
