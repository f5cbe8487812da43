"""The panel that answers why: this number, not more or less, and what weighs most. It closes with Escape.

Comes in: a consultation and the taak in hand. Goes out: text. Computes only what is on screen.
"""

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from indicatietool.gui.theme import scale, title_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.leesvenster import Alinea, LeesVenster
from indicatietool.gui.widgets.voorstel_balk import VRAGEN
from indicatietool.session.uitleg import why, why_not_more_or_less
from indicatietool.session.zwaarst import Gewicht, heaviest

_MOST = 8
"""What is shown at most of each list of what weighs most."""
_REST_MS = 300
"""Rest after the last change before everything is weighed anew."""


class WaaromPaneel(QWidget):
    """Het antwoord op één vraag, onder de taak; nooit een venster dat eerst weg moet."""

    closed = Signal()

    def __init__(self, view: ViewModel) -> None:
        """Start hidden."""
        super().__init__()
        self._session = view.session
        self._taak = self._vraag = ""
        self._soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._soon.timeout.connect(self._fill)
        self._kop = title_label("", 1.1)
        self.close_button = named_button("Sluiten (Esc)", "uitleg.sluiten", "Uitleg sluiten")
        self.text = LeesVenster("uitleg", "Uitleg")
        line = QHBoxLayout()
        line.addWidget(self._kop, 1)
        line.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.text, 1)
        self.setMinimumHeight(round(150 * min(scale(), 1.2)))
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def ask(self, vraag: str) -> None:
        """Show the answer to one of the three questions and put the focus on it."""
        self._vraag = vraag
        titel = next(titel for name, _, titel in VRAGEN if name == vraag)
        self._kop.setText(titel)
        self.text.setAccessibleName(titel)
        self.show()
        self._fill()
        self.text.setFocus()

    def answers(self, vraag: str) -> bool:
        """Tell whether this question is answered on screen."""
        return not self.isHidden() and self._vraag == vraag

    def in_tab_order(self) -> list[QWidget]:
        """Return what can take the focus, in the order of reading."""
        return [self.close_button, self.text]

    def follow(self, taak: str) -> None:
        """Be about this taak; what is on screen is filled in again after a short rest."""
        self._taak = taak
        if not self.isHidden():
            self._soon.start()

    def _fill(self) -> None:
        if not self.isHidden():
            self.text.show_paragraphs(tuple(self._paragraphs(self._vraag)))

    def _paragraphs(self, vraag: str) -> Iterator[Alinea]:
        if vraag == "zwaarst":
            yield from self._heaviest()
        elif self._session.dossier.antwoorden.taak(self._taak) is None:
            yield Alinea("zin", "Deze taak is niet gekozen. Geef eerst antwoord; dan is er uitleg.")
        elif vraag == "waarom":
            uitleg = why(self._session, self._taak)
            yield Alinea("kop", uitleg.kop)
            yield from (Alinea("punt", f"– {zin.tekst}", zin.bron) for zin in uitleg.zinnen)
        else:
            yield from self._more_or_less()

    def _more_or_less(self) -> Iterator[Alinea]:
        niet = why_not_more_or_less(self._session, self._taak)
        if niet.kop:
            yield Alinea("kop", niet.kop)
        yield from (Alinea("punt", f"– {gevolg.tekst}") for gevolg in niet.gevolgen)
        if niet.zonder_gevolg:
            namen = ", ".join(naam.lower() for naam in niet.zonder_gevolg)
            yield Alinea("zin", f"Een ander antwoord verandert dit getal niet bij: {namen}.")

    def _heaviest(self) -> Iterator[Alinea]:
        zwaarst = heaviest(self._session)
        yield Alinea("zin", "Minuten per maand, over het hele dossier. Uw dossier verandert hier niet door.")
        yield from _list_of("Taken", zwaarst.taken)
        yield from _list_of("Kenmerken, overal één stap anders", zwaarst.factoren)
        yield from _list_of("Antwoorden, één stap anders", zwaarst.antwoorden)


def _list_of(titel: str, gewichten: tuple[Gewicht, ...]) -> Iterator[Alinea]:
    if gewichten:
        yield Alinea("kop", titel)
        yield from (Alinea("punt", f"– {gewicht.tekst}") for gewicht in gewichten[:_MOST])
