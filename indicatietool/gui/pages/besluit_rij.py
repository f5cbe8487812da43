"""One taak on the page of besluiten: its voorstel, the reasons, and the three things the consulent can do."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from indicatietool.domain.besluit import Afwijken, Besluit, BinnenMarge, Overnemen
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import BeoordeelZelf, Onbepaald, Voorstel
from indicatietool.gui.pages.base import card
from indicatietool.gui.theme import BLAUW, ORANJE, colour, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.afwijking import AfwijkingForm
from indicatietool.gui.widgets.waarom import Waarom, voorstel_sentence


class BesluitRij(QWidget):
    """Het voorstel voor één taak en het besluit erover."""

    def __init__(self, view: ViewModel, taak: str) -> None:
        """Build the row of a taak."""
        super().__init__()
        self._view, self._session, self.taak = view, view.session, taak
        naam = self._session.kader.taak_by_id[taak].naam
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        frame, box = card(naam)
        layout.addWidget(frame)
        self._voorstel, self._stand = text_label(), text_label()
        self._stand.setObjectName(f"stand.{taak}")
        self.overnemen = QPushButton("Voorstel overnemen")
        self.overnemen.setObjectName(f"overnemen.{taak}")
        self.overnemen.setAccessibleName(f"Voorstel overnemen voor {naam}")
        self._why_button = QPushButton("Waarom?")
        self._why_button.setAccessibleName(f"Waarom dit voorstel voor {naam}")
        self._steps = Waarom()
        gronden = [(grond.id, grond.naam) for grond in self._session.kader.gronden]
        self.form = AfwijkingForm(gronden, "Ander aantal", "minuten per week")
        self.form.setObjectName(f"besluit.{taak}")
        line = QHBoxLayout()
        line.addWidget(self._voorstel, 1)
        line.addWidget(self._why_button)
        line.addWidget(self.overnemen)
        box.addLayout(line)
        box.addWidget(self._steps)
        box.addWidget(self.form)
        box.addWidget(self._stand)
        self._bind()

    def _bind(self) -> None:
        self.overnemen.clicked.connect(lambda: self._view.act(self._session.take_over, self.taak))
        self._why_button.clicked.connect(self._steps.toggle)
        self.form.number_typed.connect(self._on_number)
        self.form.decided.connect(self._on_decided)
        self.form.revoked.connect(lambda: self._view.act(self._session.revoke, self.taak))

    def refresh(self) -> None:
        """Show voorstel and besluit as they are now."""
        uitkomst = self._session.uitkomst(self.taak)
        voorstel = uitkomst.voorstel
        has_voorstel = isinstance(voorstel, Voorstel)
        self.overnemen.setEnabled(has_voorstel)
        self._why_button.setEnabled(has_voorstel)
        self.form.setEnabled(not isinstance(voorstel, Onbepaald))
        match voorstel:
            case Voorstel():
                self._steps.show_voorstel(voorstel)
                self._voorstel.setText(f"{voorstel_sentence(voorstel)} · blok {uitkomst.blok}")
            case Onbepaald(open_vragen=vragen):
                self._voorstel.setText("Nog open: " + ", ".join(vraag.tekst for vraag in vragen))
            case BeoordeelZelf(uitleg=uitleg):
                self._voorstel.setText(f"Beoordeel zelf: {uitleg}")
        self._stand.setText(stand_sentence(uitkomst))
        colour(self._stand, BLAUW if uitkomst.stand is BesluitStand.GENOMEN else ORANJE)
        self.form.undo.setEnabled(uitkomst.besluit is not None)
        self.form.show_decision(*_typed(uitkomst.besluit))

    def _on_number(self, minuten: int | None) -> None:
        outside = minuten is not None and not self._session.is_within_marge(self.taak, minuten)
        self.form.ask_why(asked=outside)

    def _on_decided(self, minuten: int, grond: str, motivering: str) -> None:
        if grond:
            self._view.act(self._session.depart, self.taak, minuten, grond, motivering)
        else:
            self._view.act(self._session.choose_within, self.taak, minuten)


def stand_sentence(uitkomst: TaakUitkomst) -> str:
    """Return in words how the besluit about a taak stands."""
    match uitkomst.stand, uitkomst.besluit:
        case BesluitStand.VERLOPEN, _:
            return "Let op: het voorstel is veranderd na uw besluit. Besluit opnieuw."
        case _, Overnemen() as besluit:
            return (
                f"Besluit: voorstel overgenomen, {show_minutes(besluit.minuten_per_week)} minuten per week."
            )
        case _, BinnenMarge() as besluit:
            return f"Besluit: {besluit.minuten_per_week} minuten per week, binnen de marge."
        case _, Afwijken() as besluit:
            return f"Besluit: afgeweken naar {besluit.minuten} minuten per week, met motivering."
        case _:
            return "Nog geen besluit."


def _typed(besluit: Besluit | None) -> tuple[int | None, str, str]:
    match besluit:
        case BinnenMarge():
            return besluit.minuten_per_week, "", ""
        case Afwijken():
            return besluit.minuten, besluit.grond, besluit.motivering
        case _:
            return None, "", ""
