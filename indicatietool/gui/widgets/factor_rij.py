"""A factor in one compact row: its name and the answers; the anchors unfold while the row is in hand."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import GRIJS, ZWART, colour, enlarge, text_label
from indicatietool.gui.widgets.anker_keuze import Keuzegroep, KeuzeKnop, Optie
from indicatietool.gui.widgets.rows import separator


class FactorRij(Keuzegroep):
    """Eén factor op één regel; uitgeklapt staat onder de antwoorden waaraan elk te herkennen is."""

    def __init__(self, naam: str, vraag: str, opties: Sequence[Optie]) -> None:
        """Show a folded row.

        Args:
            naam: name of the factor.
            vraag: the question, shown while the row is unfolded.
            opties: the answers.
        """
        super().__init__()
        self._kop = text_label(naam)
        self._name, self._question = naam, vraag
        self._line = QWidget()
        flow = FlowLayout(self._line)
        flow.setSpacing(6)
        enlarge(self._kop, 1.0, bold=True)
        self._ankers = QWidget()
        lines = QVBoxLayout(self._ankers)
        lines.setContentsMargins(0, 0, 0, 2)
        lines.setSpacing(1)
        self._labels: dict[str, QLabel] = {}
        for number, (id_, tekst, anker) in enumerate(opties, start=1):
            button = KeuzeKnop(tekst)
            button.setObjectName(id_)
            button.setAccessibleName(f"{naam}: {tekst}")
            button.setAccessibleDescription(anker)
            button.setToolTip(f"{anker}\nToets {number}")
            button.toggled.connect(lambda checked, id_=id_: self._on_toggled(id_, checked))
            flow.addWidget(button)
            self._add(id_, button)
            self._labels[id_] = text_label(f"{number}  {tekst}: {anker}")
            colour(self._labels[id_], GRIJS)
            lines.addWidget(self._labels[id_])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(1)
        for widget in (self._kop, self._line, self._ankers):
            layout.addWidget(widget)
        layout.addWidget(separator())
        self.setAccessibleName(naam)
        self.set_open(False)

    @property
    def is_open(self) -> bool:
        """Tell whether the anchors are shown."""
        return not self._ankers.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Unfold or fold the anchors."""
        self._ankers.setVisible(is_open)
        self._kop.setText(f"{self._name}: {self._question}" if is_open and self._question else self._name)

    def _on_toggled(self, id_: str, checked: bool) -> None:
        colour(self._labels[id_], ZWART if checked else GRIJS)
