"""What eigen kracht, netwerk and voorliggende voorzieningen take over: in words, and per taak as aftrek."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from indicatietool.domain.antwoorden import Aftrek, Beschikbaar
from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.velden import OPLOSSINGEN
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.pages.form import FieldSet
from indicatietool.gui.theme import icon, text_label, title_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.aftrek import AftrekForm
from indicatietool.gui.widgets.rows import clear, removable_row


class OplossingenPage(Page):
    """Wat de cliënt zelf kan en wat anderen overnemen; zonder reden gaat er niets af."""

    uitleg = (
        "Onderzoek wat de cliënt zelf kan, wat anderen doen en wat er in de buurt is. "
        "Er gaat alleen iets af als u een reden opschrijft en de hulp er echt is."
    )

    def _build(self) -> None:
        self._fields = FieldSet(self.view, OPLOSSINGEN, self.body)
        self.body.addWidget(title_label("Per taak: wat nemen anderen over?", 1.2))
        self._cards = [TaakAftrek(self.view, uitkomst.taak) for uitkomst in self.session.indicatie.taken]
        for kaart in self._cards:
            self.body.addWidget(kaart)
        if not self._cards:
            self.body.addWidget(text_label("Er zijn nog geen taken gescoord.", soft=True))
        self.body.addStretch(1)

    def _refresh(self) -> None:
        self._fields.refresh()
        for kaart in self._cards:
            kaart.refresh()


class TaakAftrek(QWidget):
    """Eén taak van bruto naar netto, met de aftrek erbij."""

    def __init__(self, view: ViewModel, taak: str) -> None:
        """Build the card of a taak."""
        super().__init__()
        self._view, self.taak = view, taak
        naam = view.session.kader.taak_by_id[taak].naam
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        frame, box = card(naam)
        layout.addWidget(frame)
        self._sum = text_label()
        self._rows = QVBoxLayout()
        self.add = QPushButton("Aftrek toevoegen…")
        self.add.setIcon(icon("plus"))
        self.add.setObjectName(f"aftrek.{taak}.toevoegen")
        self.add.setAccessibleName(f"Aftrek toevoegen bij {naam}")
        self.form = AftrekForm()
        self.form.setObjectName(f"aftrek.{taak}.form")
        self.form.setVisible(False)
        box.addWidget(self._sum)
        box.addLayout(self._rows)
        box.addWidget(self.add)
        box.addWidget(self.form)
        self._shown: tuple[Aftrek, ...] | None = None
        self.add.clicked.connect(self._open_form)
        self.form.done.connect(self._on_done)
        self.form.cancelled.connect(lambda: self.form.setVisible(False))

    def refresh(self) -> None:
        """Show bruto, netto and the aftrek as they are now."""
        uitkomst = self._view.session.indicatie.uitkomst(self.taak)
        self._sum.setText(_sentence(uitkomst))
        if self._aftrek() != self._shown:
            self._shown = self._aftrek()
            self._rebuild()

    def _aftrek(self) -> tuple[Aftrek, ...]:
        antwoord = self._view.session.dossier.antwoorden.taak(self.taak)
        return antwoord.aftrek if antwoord else ()

    def _rebuild(self) -> None:
        clear(self._rows)
        for index, aftrek in enumerate(self._aftrek()):
            row, away = removable_row(describe_aftrek(aftrek), f"Aftrek {aftrek.soort.naam} weghalen")
            away.clicked.connect(lambda _checked, index=index: self._remove(index))
            self._rows.addWidget(row)

    def _open_form(self) -> None:
        self.form.clear()
        self.form.setVisible(True)
        self.form.soort.setFocus()

    def _on_done(self, aftrek: Aftrek) -> None:
        session = self._view.session
        if self._view.act(session.set_aftrek, self.taak, (*self._aftrek(), aftrek)):
            self.form.setVisible(False)
            self.add.setFocus()

    def _remove(self, index: int) -> None:
        over = tuple(aftrek for nummer, aftrek in enumerate(self._aftrek()) if nummer != index)
        self._view.act(self._view.session.set_aftrek, self.taak, over)


def describe_aftrek(aftrek: Aftrek) -> str:
    """Return an aftrek in one sentence, and whether it counts."""
    hoeveel = (
        f"{aftrek.procent} %" if aftrek.procent is not None else f"{aftrek.minuten_per_week} minuten per week"
    )
    telt = "" if aftrek.telt_mee else " — telt niet mee"
    beschikbaar = {
        Beschikbaar.JA: "beschikbaar",
        Beschikbaar.NEE: "niet beschikbaar",
        Beschikbaar.WACHTLIJST: "op een wachtlijst",
    }[aftrek.beschikbaar]
    vrijwillig = "" if aftrek.vrijwillig else ", niet vrijwillig"
    return (
        f"{aftrek.soort.naam.capitalize()}: {hoeveel}, {aftrek.duur}, {beschikbaar}{vrijwillig}{telt}. "
        f"{aftrek.reden}"
    )


def _sentence(uitkomst: TaakUitkomst | None) -> str:
    if uitkomst is None or uitkomst.bruto is None or uitkomst.netto is None:
        return "Nog geen voorstel: beantwoord eerst de open vragen."
    return (
        f"Bruto {show_minutes(uitkomst.bruto)} minuten per week → "
        f"netto {show_minutes(uitkomst.netto)} minuten per week"
    )
