"""A short form for one aftrek: who, how much, why, is it there, does it stay, is it wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from indicatietool.domain.antwoorden import Aftrek, AftrekSoort, Beschikbaar, Duur
from indicatietool.gui.theme import ROOD, colour, text_label
from indicatietool.gui.widgets.editors import GetalEditor, JaNeeEditor, KeuzeEditor, TekstEditor, labelled

_BESCHIKBAAR = [
    (Beschikbaar.JA, "ja"),
    (Beschikbaar.NEE, "nee"),
    (Beschikbaar.WACHTLIJST, "nee, er is een wachtlijst"),
]


class AftrekForm(QFrame):
    """Alles wat nodig is om één aftrek te onderbouwen; niets staat vooraf ingevuld."""

    done = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.soort = KeuzeEditor([(soort, soort.naam) for soort in AftrekSoort])
        self.hoeveel = GetalEditor()
        self.eenheid = KeuzeEditor([("minuten", "minuten per week"), ("procent", "procent van bruto")])
        self.reden = TekstEditor(2)
        self.beschikbaar = KeuzeEditor(_BESCHIKBAAR)
        self.duur = KeuzeEditor([(Duur.STRUCTUREEL, "blijvend"), (Duur.TIJDELIJK, "tijdelijk")])
        self.vrijwillig = JaNeeEditor()
        self._mistake = text_label()
        colour(self._mistake, ROOD)
        self.ready = QPushButton("Aftrek vastleggen")
        self.stop = QPushButton("Annuleren")
        self._lay_out()
        self.ready.clicked.connect(self._on_ready)
        self.stop.clicked.connect(self.cancelled.emit)

    def clear(self) -> None:
        """Empty all fields."""
        for editor in (self.soort, self.hoeveel, self.eenheid, self.beschikbaar, self.duur, self.vrijwillig):
            editor.set_value(None)
        self.reden.set_value("")
        self._mistake.setText("")

    def _lay_out(self) -> None:
        for name in ("soort", "hoeveel", "eenheid", "reden", "beschikbaar", "duur", "vrijwillig", "ready"):
            getattr(self, name).setObjectName(name)
        grid = QGridLayout()
        grid.addWidget(labelled("Wie of wat", self.soort), 0, 0)
        grid.addWidget(labelled("Hoeveel", self.hoeveel), 0, 1)
        grid.addWidget(labelled("Eenheid", self.eenheid), 0, 2)
        grid.addWidget(labelled("Is die hulp er nu echt?", self.beschikbaar), 1, 0)
        grid.addWidget(labelled("Blijvend of tijdelijk", self.duur), 1, 1)
        grid.addWidget(labelled("Wil en kan degene dit?", self.vrijwillig), 1, 2)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.ready)
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        layout.addWidget(labelled("Reden", self.reden, "Wie doet wat, en waaruit blijkt dat?"))
        layout.addWidget(self._mistake)
        layout.addLayout(buttons)

    def _on_ready(self) -> None:
        hoeveel, eenheid = self.hoeveel.value(), self.eenheid.value()
        vrijwillig = self.vrijwillig.value()
        if None in (self.soort.value(), hoeveel, eenheid, self.beschikbaar.value(), self.duur.value()):
            self._mistake.setText("Vul alle velden in. Zonder deze gegevens gaat er niets af.")
        elif vrijwillig is None or not self.reden.value().strip():
            self._mistake.setText("Schrijf de reden op en zeg of degene die helpt dit wil en kan.")
        elif eenheid == "procent" and hoeveel is not None and hoeveel > 100:
            self._mistake.setText("Een deel is hoogstens 100 procent.")
        elif hoeveel is not None and hoeveel > 10_080:
            self._mistake.setText("Een week heeft 10080 minuten. Verbeter het getal.")
        else:
            self.done.emit(
                Aftrek(
                    soort=self.soort.value(),
                    minuten_per_week=hoeveel if eenheid == "minuten" else None,
                    procent=hoeveel if eenheid == "procent" else None,
                    reden=self.reden.value(),
                    beschikbaar=self.beschikbaar.value(),
                    duur=self.duur.value(),
                    vrijwillig=vrijwillig,
                )
            )
