"""Two kaders, or two versions of one, beside each other on the same case: per taak, and the total.

Comes in: kaders, and the open practice dossier if there is one. Goes out: nothing is changed or kept.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.comfort.announce import announce
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.theme import BLAUW, colour, enlarge, text_label
from indicatietool.gui.widgets.leesvenster import Alinea, LeesVenster
from indicatietool.gui.widgets.text_grid import TextGrid
from indicatietool.session.les import mark_of
from indicatietool.session.naast_elkaar import Kant, NaastElkaar, cases_of, side_by_side

if TYPE_CHECKING:
    from indicatietool.domain.dossier import Dossier
    from indicatietool.session.kaders import GeladenKader
    from indicatietool.session.session import Session

TITLE = "Twee kaders naast elkaar"
UITLEG = "Dezelfde antwoorden, twee kaders. Gerekend met de voorstellen, zonder besluiten."
HEADINGS = ("Taak, minuten per week", "Links", "Rechts", "Verschil")
OPEN_CASE = "De oefencasus die open is"


class NaastElkaarDialog(Dialog):
    """Eén casus onder twee normenkaders."""

    def __init__(
        self, parent: QWidget | None, kaders: "Sequence[GeladenKader]", session: "Session | None" = None
    ) -> None:
        """Show the first case under the first kader and the one most like it.

        Args:
            parent: the window it belongs to.
            kaders: at least one.
            session: what is open; only a practice dossier takes part.
        """
        super().__init__(parent, TITLE, UITLEG, cancel="&Sluiten")
        self._kaders = tuple(kaders)
        self._own = session.dossier if session is not None and session.dossier.oefening else None
        self._cases: tuple[tuple[str, Dossier], ...] = ()
        self.links = self._choice("links", "Links")
        self.rechts = self._choice("rechts", "Rechts")
        self.casus = self._choice("casus", "Casus")
        self.total = text_label()
        enlarge(self.total, 1.4, bold=True)
        colour(self.total, BLAUW)
        self.grid = TextGrid("naast.taken", HEADINGS, (3, 2, 2, 2))
        self.rest = LeesVenster("naast.rest", "Wat is weggelaten en wat open blijft")
        self.rest.setMinimumHeight(self.fontMetrics().height() * 6)
        for widget in (self.total, self.grid, self.rest):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        for box in (self.links, self.rechts):
            box.addItems([geladen.name for geladen in self._kaders])
        self.rechts.setCurrentIndex(_most_alike(self._kaders))
        self.links.activated.connect(self._on_left)
        for box in (self.rechts, self.casus):
            box.activated.connect(lambda _index: self._compare())
        self.cancel.setAutoDefault(False)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a table in large letters is read by scrolling
        self.area.setAccessibleName("Vergelijking per taak")
        self.grow(960, 760)
        self._on_left()
        self.links.setFocus()

    def _choice(self, name: str, text: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"naast.{name}")
        box.setAccessibleName(text)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        label = text_label(text)
        label.setBuddy(box)
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label)
        layout.addWidget(box)
        self.body.addWidget(row)
        return box

    def _on_left(self, _index: int = 0) -> None:
        """Offer the open case and the examples of the left kader."""
        own = ((OPEN_CASE, self._own),) if self._own is not None else ()
        try:
            self._cases = (*own, *cases_of(self._kaders[self.links.currentIndex()]))
        except IndicatietoolError as error:
            self._cases = own
            self.tell(str(error))
        self.casus.clear()
        self.casus.addItems([titel for titel, _ in self._cases])
        self._compare()

    def _compare(self) -> None:
        if not self._cases:
            self.total.setText("Dit kader heeft geen uitgewerkte casus. Open eerst een oefencasus.")
            self.grid.show_rows(())
            self.rest.show_paragraphs(())
            return
        links, rechts = (self._kaders[box.currentIndex()] for box in (self.links, self.rechts))
        naast = side_by_side(links, rechts, self._cases[self.casus.currentIndex()][1])
        self.total.setText(naast.zin)
        announce(self.total, naast.zin)
        self.grid.show_rows((*naast.taken, naast.totaal), last_is_total=True)
        merken = tuple(dict.fromkeys(merk for merk in map(mark_of, (links, rechts)) if merk))
        self.rest.show_paragraphs(tuple(_paragraphs(naast, merken)))


def _most_alike(kaders: "Sequence[GeladenKader]") -> int:
    """Return the place of another version of the first kader, of another kader, or of the first itself."""
    eerste = kaders[0].kader.kader.id
    anderen = range(1, len(kaders))
    zelfde = (place for place in anderen if kaders[place].kader.kader.id == eerste)
    return next(zelfde, 1 if len(kaders) > 1 else 0)


def _paragraphs(naast: NaastElkaar, merken: tuple[str, ...]) -> Iterator[Alinea]:
    yield from (Alinea("kop", merk) for merk in merken)
    for kant in (naast.links, naast.rechts):
        yield Alinea("kop", f"{kant.naam}: {kant.per_maand} minuten per maand")
        yield from _side(kant)


def _side(kant: Kant) -> Iterator[Alinea]:
    if not kant.weggelaten and not kant.open_vragen:
        yield Alinea("zin", "Alle antwoorden passen bij dit kader.")
    if kant.weggelaten:
        yield Alinea("zin", "Weggelaten, want dit kader kent het niet:")
        yield from (Alinea("punt", f"– {wat}") for wat in kant.weggelaten)
    if kant.open_vragen:
        yield Alinea("zin", "Nog te beantwoorden bij dit kader:")
        yield from (Alinea("punt", f"– {wat}") for wat in kant.open_vragen)
