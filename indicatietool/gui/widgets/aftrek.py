"""A short form for one aftrek: who, how much, why, is it there, does it stay, is it wanted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from indicatietool.domain.antwoorden import Aftrek, AftrekSoort, Beschikbaar, Duur
from indicatietool.gui.comfort.announce import show_message
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import BLAUW, ROOD, colour, edge, text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.editors import GetalEditor, JaNeeEditor, KeuzeEditor, TekstEditor, labelled

_BESCHIKBAAR = [
    (Beschikbaar.JA, "ja"),
    (Beschikbaar.NEE, "nee"),
    (Beschikbaar.WACHTLIJST, "wachtlijst: nu nog niet"),
    (Beschikbaar.OVERBELAST, "overbelast: kan het niet"),
]
_EENHEDEN = [("minuten", "minuten per week"), ("procent", "procent van bruto")]
_UNIT_KEYS = {"%": "procent", "p": "procent", "m": "minuten"}

KEYS = (
    ("F6", "naar de volgende taak"),
    ("20m of 20%", "bij hoeveel: minuten per week, of procent van bruto"),
    ("Ctrl+Enter", "in het formulier: de aftrek vastleggen"),
    ("Escape", "in het formulier: annuleren"),
)
"""Key and what it does, as the list of keys shows it."""


class HoeveelVeld(GetalEditor):
    """A number; m or % behind it chooses the unit."""

    unit_typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits; hand on the sign of a unit."""
        unit = _UNIT_KEYS.get(event.text().lower())
        if unit is None:
            super().keyPressEvent(event)
        else:
            self.unit_typed.emit(unit)


class AftrekForm(QFrame):
    """Alles wat nodig is om één aftrek te onderbouwen; niets staat vooraf ingevuld.

    `drafted` tells on every change what would be recorded, as far as it is known; None while that is
    too little.
    """

    done = Signal(object)
    drafted = Signal(object)
    cancelled = Signal()

    def __init__(self, wat: str) -> None:
        """Start empty.

        Args:
            wat: the taak, for a screen reader.
        """
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        edge(self)
        self.setAccessibleName(f"Wat nemen anderen over bij {wat}")
        self.soort = KeuzeEditor([(soort, soort.naam) for soort in AftrekSoort])
        self.hoeveel = HoeveelVeld()
        self.eenheid = KeuzeEditor(_EENHEDEN)
        self.beschikbaar = KeuzeEditor(_BESCHIKBAAR)
        self.duur = KeuzeEditor([(Duur.STRUCTUREEL, "blijvend"), (Duur.TIJDELIJK, "tijdelijk")])
        self.vrijwillig = JaNeeEditor()
        self.reden = TekstEditor(2)
        self._effect = text_label()
        self._effect.setObjectName("effect")
        colour(self._effect, BLAUW)
        self._mistake = text_label()
        colour(self._mistake, ROOD)
        self.ready = named_button("Aftrek vastleggen", "ready", f"Aftrek vastleggen bij {wat}")
        self.stop = named_button("Annuleren", "stop", f"Annuleren: geen aftrek bij {wat}")
        self._lay_out()
        self._bind()

    def fill(self, aftrek: Aftrek | None) -> None:
        """Show an aftrek to change, or nothing."""
        procent = aftrek is not None and aftrek.procent is not None
        self.soort.set_value(aftrek.soort if aftrek else None)
        self.hoeveel.set_value((aftrek.procent if procent else aftrek.minuten_per_week) if aftrek else None)
        self.eenheid.set_value(("procent" if procent else "minuten") if aftrek else None)
        self.beschikbaar.set_value(aftrek.beschikbaar if aftrek else None)
        self.duur.set_value(aftrek.duur if aftrek else None)
        self.vrijwillig.set_value(aftrek.vrijwillig if aftrek else None)
        self.reden.set_value(aftrek.reden if aftrek else "")
        self._on_edited()

    def show_effect(self, text: str) -> None:
        """Tell what this aftrek would do."""
        self._effect.setText(text)
        self._effect.setVisible(bool(text))

    def _say(self, mistake: str) -> None:
        show_message(self._mistake, mistake)

    def _lay_out(self) -> None:
        names = ("soort", "hoeveel", "eenheid", "beschikbaar", "duur", "vrijwillig", "reden")
        for name in names:
            getattr(self, name).setObjectName(name)
        self.hoeveel.setToolTip("20m is 20 minuten per week, 20% is 20 procent van bruto.")
        row = QWidget()
        flow = FlowLayout(row)
        flow.setSpacing(12)
        for label, editor in (
            ("Wie of wat", self.soort),
            ("Hoeveel", self.hoeveel),
            ("Eenheid", self.eenheid),
            ("Is die hulp er nu echt?", self.beschikbaar),
            ("Blijvend of tijdelijk", self.duur),
            ("Wil en kan degene dit?", self.vrijwillig),
        ):
            part = labelled(label, editor)
            part.layout().itemAt(0).widget().setWordWrap(False)
            flow.addWidget(part)
        buttons = QWidget()
        line = FlowLayout(buttons)
        line.setSpacing(6)
        for button in (self.ready, self.stop):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(2)
        layout.addWidget(row)
        layout.addWidget(labelled("Reden", self.reden, "Wie doet wat, en waaruit blijkt dat?"))
        for widget in (self._effect, self._mistake, buttons):
            layout.addWidget(widget)

    def _bind(self) -> None:
        for editor in (self.soort, self.hoeveel, self.eenheid, self.beschikbaar, self.duur, self.vrijwillig):
            editor.edited.connect(lambda _value: self._on_edited())
        self.hoeveel.unit_typed.connect(self._on_unit)
        self.ready.clicked.connect(self._on_ready)
        self.stop.clicked.connect(self.cancelled)
        for keys, act in (
            ("Ctrl+Return", self._on_ready),
            ("Ctrl+Enter", self._on_ready),
            ("Escape", self.cancelled.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _on_unit(self, unit: str) -> None:
        self.eenheid.set_value(unit)
        self._on_edited()
        self.beschikbaar.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edited(self) -> None:
        """Tell what this would be; what is not answered yet counts here as yes."""
        self._say("")
        if self.soort.value() is None or self._amount_mistake():
            self.drafted.emit(None)
            return
        self.drafted.emit(
            self._aftrek(
                reden=self.reden.value().strip() or "nog geen reden",
                beschikbaar=self.beschikbaar.value() or Beschikbaar.JA,
                duur=self.duur.value() or Duur.STRUCTUREEL,
                vrijwillig=self.vrijwillig.value() is not False,
            )
        )

    def _amount_mistake(self) -> str:
        hoeveel, eenheid = self.hoeveel.value(), self.eenheid.value()
        if hoeveel is None or eenheid is None:
            return "Vul alle velden in. Zonder deze gegevens gaat er niets af."
        if eenheid == "procent" and hoeveel > 100:
            return "Een deel is hoogstens 100 procent."
        if hoeveel > 10_080:
            return "Een week heeft 10080 minuten. Verbeter het getal."
        return ""

    def _aftrek(self, **rest: object) -> Aftrek:
        procent = self.eenheid.value() == "procent"
        hoeveel = self.hoeveel.value()
        return Aftrek(
            soort=self.soort.value(),
            minuten_per_week=None if procent else hoeveel,
            procent=hoeveel if procent else None,
            **rest,
        )

    def _on_ready(self) -> None:
        mistake = self._amount_mistake()
        gekozen = (self.soort.value(), self.beschikbaar.value(), self.duur.value())
        if None in gekozen:
            mistake = mistake or "Vul alle velden in. Zonder deze gegevens gaat er niets af."
        elif self.vrijwillig.value() is None or not self.reden.value().strip():
            mistake = mistake or "Schrijf de reden op en zeg of degene die helpt dit wil en kan."
        self._say(mistake)
        if not mistake:
            self.done.emit(
                self._aftrek(
                    reden=self.reden.value(),
                    beschikbaar=gekozen[1],
                    duur=gekozen[2],
                    vrijwillig=bool(self.vrijwillig.value()),
                )
            )
