"""Why this number: the rekenstappen of a voorstel, one line each, with the state after it."""

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from indicatietool.domain.tekst import show_exact, show_minutes
from indicatietool.domain.voorstel import Voorstel
from indicatietool.gui.theme import edge, enlarge, text_label
from indicatietool.gui.widgets.rows import clear


class Waarom(QFrame):
    """The steps of one voorstel as a small bill; hidden until asked for."""

    def __init__(self) -> None:
        """Start hidden and empty."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        edge(self)
        self.setAccessibleName("Waarom dit voorstel")
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        self._voorstel: Voorstel | None = None
        self._shown: Voorstel | None = None
        self.setVisible(False)

    def show_voorstel(self, voorstel: Voorstel) -> None:
        """Take a voorstel; its steps are filled in when they can be seen."""
        self._voorstel = voorstel
        if not self.isHidden():
            self._fill(voorstel)

    def toggle(self) -> None:
        """Show or hide the steps."""
        if self.isHidden() and self._voorstel is not None:
            self._fill(self._voorstel)
        self.setVisible(self.isHidden())

    def _fill(self, voorstel: Voorstel) -> None:
        if voorstel == self._shown:
            return
        self._shown = voorstel
        clear(self._grid)
        for column, kop in enumerate(("Stap", "Minuten", "Marge", "Bron")):
            label = text_label(kop)
            enlarge(label, 0.95, bold=True)
            self._grid.addWidget(label, 0, column)
        for row, stap in enumerate(voorstel.stappen, start=1):
            self._grid.addWidget(text_label(stap.tekst), row, 0)
            self._grid.addWidget(_narrow(show_exact(stap.na.richt)), row, 1)
            marge = f"{show_minutes(stap.na.min)}–{show_minutes(stap.na.max)}"
            self._grid.addWidget(_narrow(marge), row, 2)
            self._grid.addWidget(text_label(stap.bron, soft=True), row, 3)


def voorstel_sentence(voorstel: Voorstel) -> str:
    """Return a voorstel in one sentence."""
    omvang = voorstel.omvang
    return (
        f"Voorstel: {show_minutes(omvang.richt)} minuten per week "
        f"(marge {show_minutes(omvang.min)} tot {show_minutes(omvang.max)})"
    )


def _narrow(text: str) -> QWidget:
    label = text_label(text)
    label.setWordWrap(False)
    return label
