"""One taak on the page of besluiten: its line, advice beside it, and below it what the consulent can do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.voorstel import BeoordeelZelf, Onbepaald, Voorstel
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.pages.besluit_kop import RijKop
from indicatietool.gui.pages.besluit_tekst import bullet_of, line_of, typed
from indicatietool.gui.theme import GROEN, ORANJE, colour, edge, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.afwijking import AfwijkingForm
from indicatietool.gui.widgets.bullet import Bullet
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.links import ask_place
from indicatietool.gui.widgets.rows import chain_after
from indicatietool.gui.widgets.rustig import RustigeTekst
from indicatietool.gui.widgets.tekstblok import TekstblokBalk
from indicatietool.gui.widgets.waarom import Waarom, voorstel_sentence
from indicatietool.session.overzicht import stand_sentence


class BesluitRij(QWidget):
    """Eén regel van de tabel; wat eronder staat wordt pas gemaakt als het nodig is."""

    decided = Signal(bool)

    def __init__(self, view: ViewModel, taak: str) -> None:
        """Build the line of a taak."""
        super().__init__()
        self._view, self._session, self.taak = view, view.session, taak
        self._detail: BesluitDetail | None = None
        self._uitkomst: TaakUitkomst | None = None
        self.bullet: Bullet | None = None
        self._is_shown = False
        self.kop = RijKop()
        self.kop.setObjectName(f"besluit.{taak}")
        self._advice = text_label()
        self._advice.setObjectName(f"advies.{taak}")
        colour(self._advice, ORANJE)
        self._advice.hide()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addWidget(self.kop)
        self._box.addWidget(self._advice)

    @property
    def is_open(self) -> bool:
        """Tell whether what stands below the line can be seen."""
        return self._detail is not None and self._detail.isVisibleTo(self)

    @property
    def needs_besluit(self) -> bool:
        """Tell whether there is something to decide that was not decided yet."""
        uitkomst = self._session.uitkomst(self.taak)
        return uitkomst.stand is not BesluitStand.GENOMEN and not isinstance(uitkomst.voorstel, Onbepaald)

    @property
    def detail(self) -> "BesluitDetail":
        """Return what stands below the line."""
        if self._detail is None:
            self._detail = BesluitDetail(self._view, self.taak)
            self._detail.hide()
            self._detail.decided.connect(self.decided)
            self._box.addWidget(self._detail)
            self._detail.refresh()
            chain_after(self.kop, self._detail)
        return self._detail

    @property
    def form(self) -> AfwijkingForm:
        """Return the form for another number."""
        return self.detail.form

    def fold(self, *, is_open: bool) -> None:
        """Show or hide what stands below the line."""
        self.kop.set_open(is_open=is_open)
        if is_open or self._detail is not None:
            self.detail.setVisible(is_open)

    def take(self, uitkomst: TaakUitkomst) -> None:
        """Take the outcome as it is now; `refresh` shows it."""
        if uitkomst is not self._uitkomst:
            self._uitkomst, self.bullet, self._is_shown = uitkomst, bullet_of(uitkomst), False

    def refresh(self, top: float, advice: tuple[str, ...]) -> None:
        """Show the taak as it was taken last.

        Args:
            top: the value at the right edge of the drawings, in minutes per week.
            advice: what to look at again.
        """
        self.kop.set_top(top)
        if self._uitkomst is not None and not self._is_shown:
            self._is_shown = True
            self.kop.show_text(line_of(self._uitkomst, self._session.kader.schaal.naam, self.bullet))
        text = "\n".join(f"Let op: {regel}" for regel in advice)
        if text != self._advice.text():
            self._advice.setText(text)
            self._advice.setVisible(bool(text))
        if self._detail is not None:
            self._detail.refresh()


class BesluitDetail(QFrame):
    """Wat de consulent over één taak kan besluiten: overnemen of afwijken, even zwaar."""

    decided = Signal(bool)

    def __init__(self, view: ViewModel, taak: str) -> None:
        """Build what stands below the line of a taak."""
        super().__init__()
        self._view, self._session, self.taak = view, view.session, taak
        naam = self._session.kader.taak_by_id[taak].naam
        self.setFrameShape(QFrame.Shape.StyledPanel)
        edge(self)
        self._voorstel, self._stand = RustigeTekst(f"voorstel.{taak}"), text_label()
        self._stand.setObjectName(f"stand.{taak}")
        self._tint = ""
        self.overnemen = named_button("&Overnemen", f"overnemen.{taak}", f"Voorstel overnemen voor {naam}")
        self.afwijken = named_button("&Afwijken", f"afwijken.{taak}", f"Afwijken bij {naam}")
        self.why = named_button("&Waarom dit getal?", f"waarom.{taak}", f"Waarom dit getal bij {naam}")
        self.to_questions = named_button("Naar de open vragen", f"vragen.{taak}", f"Open vragen van {naam}")
        self.steps = Waarom()
        self.form = AfwijkingForm(
            self._session.kader.gronden,
            "Ander aantal",
            "minuten per week",
            waarbij=naam,
            blocks=lambda editor: TekstblokBalk(view, editor, f"motivering {naam}"),
        )
        self.form.setObjectName(f"besluit.{taak}.form")
        self._lay_out()
        self._bind()

    def refresh(self) -> None:
        """Show voorstel and besluit as they are now."""
        uitkomst = self._session.uitkomst(self.taak)
        voorstel = uitkomst.voorstel
        has_voorstel, is_asked = isinstance(voorstel, Voorstel), isinstance(voorstel, Onbepaald)
        is_free = not self._session.is_definitief
        self.overnemen.setVisible(not is_asked)
        self.overnemen.setEnabled(has_voorstel and is_free)
        self.afwijken.setVisible(not is_asked)
        self.afwijken.setEnabled(is_free)
        self.why.setVisible(has_voorstel)
        self.to_questions.setVisible(is_asked)
        self.form.setVisible(not is_asked)
        self.form.setEnabled(is_free)
        self._voorstel.setText(_told(uitkomst))
        if isinstance(voorstel, Voorstel):
            self.steps.show_voorstel(voorstel)
        else:
            self.steps.hide()
        self._stand.setText(stand_sentence(uitkomst))
        tint = GROEN if uitkomst.stand is BesluitStand.GENOMEN else ORANJE
        if tint != self._tint:
            self._tint = tint
            colour(self._stand, tint)
        self.form.undo.setEnabled(uitkomst.besluit is not None)
        self.form.show_decision(*typed(uitkomst.besluit), anew=self._session.is_definitief)

    def take_over(self) -> None:
        """Take the voorstel over."""
        self._decide(self._session.take_over, self.taak)

    def _lay_out(self) -> None:
        row = QWidget()
        line = FlowLayout(row)
        line.setSpacing(6)
        for button in (self.overnemen, self.afwijken, self.why, self.to_questions):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        for widget in (self._voorstel, row, self.steps, self.form, self._stand):
            layout.addWidget(widget)

    def _bind(self) -> None:
        self.overnemen.clicked.connect(self.take_over)
        self.afwijken.clicked.connect(lambda: self.form.minuten.setFocus())
        self.why.clicked.connect(self.steps.toggle)
        self.to_questions.clicked.connect(self._on_questions)
        self.form.number_typed.connect(self._on_number)
        self.form.decided.connect(self._on_decided)
        self.form.revoked.connect(lambda: self._view.act(self._session.revoke, self.taak))

    def _on_number(self, minuten: int | None) -> None:
        outside = minuten is not None and not self._session.is_within_marge(self.taak, minuten)
        self.form.ask_why(asked=outside)

    def _on_decided(self, minuten: int, grond: str, motivering: str) -> None:
        if grond:
            self._decide(self._session.depart, self.taak, minuten, grond, motivering)
        else:
            self._decide(self._session.choose_within, self.taak, minuten)

    def _decide(self, act: object, *args: object) -> None:
        was_open = self._session.uitkomst(self.taak).stand is not BesluitStand.GENOMEN
        if self._view.act(act, *args):
            self.decided.emit(was_open)

    def _on_questions(self) -> None:
        uitkomst = self._session.uitkomst(self.taak)
        vragen = uitkomst.voorstel.open_vragen if isinstance(uitkomst.voorstel, Onbepaald) else ()
        if vragen:
            ask_place(self._view, vragen[0].veld)


def _told(uitkomst: TaakUitkomst) -> str:
    match uitkomst.voorstel:
        case Voorstel() as voorstel:
            return f"{voorstel_sentence(voorstel)}."
        case Onbepaald(open_vragen=vragen):
            return "Nog open: " + ", ".join(vraag.tekst for vraag in vragen) + "."
        case BeoordeelZelf(uitleg=uitleg):
            return f"Beoordeel zelf: {uitleg}"
