"""Making a dossier definitief: what it is now, what it means, and the last question before it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from indicatietool.domain.besluit import Afwijken, BinnenMarge, Overnemen
from indicatietool.domain.tekst import show_hours
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.pages.kaart import Kaart
from indicatietool.gui.theme import GROEN, ORANJE, colour, enlarge, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.text_grid import TextGrid
from indicatietool.session.advies import advise
from indicatietool.session.datum import show_date
from indicatietool.session.definitief import make_definitief
from indicatietool.session.session import Session

MEANING = (
    "Daarna kunt u dit dossier bekijken, maar niet meer wijzigen. Het verslag is dan geen concept meer en "
    "krijgt een vaste controlecode. Klopt er toch iets niet? Dan heropent u het dossier, met een reden. Deze "
    "versie blijft bewaard."
)


class DefinitiefKaart(Kaart):
    """Hoe ver het dossier is, en de knop om het definitief te maken."""

    def __init__(self, view: ViewModel) -> None:
        """Build the card."""
        super().__init__(view, "Definitief maken")
        self._state, self._hint = text_label(), text_label(soft=True)
        self._state.setObjectName("definitief.stand")
        enlarge(self._state, 1.1, bold=True)
        self.make = named_button("Definitief maken…", "definitief.maken", symbol="circle-check")
        self.report = named_button("Naar het verslag", "definitief.verslag", symbol="file-text")
        self.box.addWidget(self._state)
        self.box.addWidget(self._hint)
        for button in (self.make, self.report):
            self.box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.make.clicked.connect(lambda: DefinitiefDialog(self.window(), view).open())
        self.report.clicked.connect(lambda: view.step_asked.emit("verslag", ""))

    def refresh(self, gaps: int) -> None:
        """Show how far the dossier is.

        Args:
            gaps: how many things are still missing.
        """
        session = self.session
        zegel = session.bewaring.sealed()
        kept = session.bewaring.is_in_kluis
        self.make.setVisible(zegel is None)
        self.make.setEnabled(not gaps and kept)
        colour(self._state, ORANJE if gaps and zegel is None else GROEN)
        if zegel is not None:
            moment = zegel.moment.astimezone()
            self._state.setText(f"Definitief sinds {show_date(moment.date())} om {moment:%H.%M} uur.")
            self._hint.setText(
                "Wijzigen kan pas als u het dossier heropent. De knop staat bovenaan het venster."
            )
        elif not kept:
            self._state.setText(_counted(gaps))
            self._hint.setText("Dit is een kopie. Alleen een dossier in de kluis kan definitief worden.")
        else:
            self._state.setText(_counted(gaps))
            self._hint.setText(
                "Een concept van het verslag kunt u altijd maken, ook als er nog iets ontbreekt."
            )


class DefinitiefDialog(Dialog):
    """Wat er wordt vastgelegd, en wat dat betekent."""

    def __init__(self, parent: QWidget, view: ViewModel) -> None:
        """Show the summary."""
        super().__init__(parent, "Dossier definitief maken", MEANING, ok="Definitief maken")
        self._view = view
        grid = TextGrid("definitief.samenvatting", ("Wat", "Wordt vastgelegd"), (2, 3))
        grid.show_rows(list(_summary(view.session, hides_names=view.hides_names)))
        self.body.addWidget(grid)
        self.body.addStretch(1)

    def submit(self) -> None:
        """Seal the dossier; a reason why it can't be is told here."""
        mistakes: list[str] = []
        self._view.problem.connect(mistakes.append)
        done = self._view.act(lambda: make_definitief(self._view.session))
        self._view.problem.disconnect(mistakes.append)
        if done:
            self.accept()
        else:
            self.tell(next((text for text in mistakes if text), ""))


def _counted(gaps: int) -> str:
    if not gaps:
        return "Alles is ingevuld. U kunt het dossier definitief maken."
    return "Er ontbreekt nog 1 gegeven." if gaps == 1 else f"Er ontbreken nog {gaps} gegevens."


def _summary(session: Session, *, hides_names: bool) -> list[tuple[str, str]]:
    dossier, indicatie, weging = session.dossier, session.indicatie, session.dossier.weging
    product = session.kader.product_by_id.get(weging.product or "")
    wie = "verborgen" if hides_names else dossier.melding.client or "niet ingevuld"
    advies = len(advise(session.kader, dossier, indicatie))
    rijen = [
        ("Dossier en cliënt", f"{dossier.nummer}, {wie}"),
        (
            "Indicatie",
            f"{indicatie.minuten_per_maand} minuten per maand, ongeveer "
            f"{show_hours(indicatie.minuten_per_week)} per week",
        ),
        ("Besluiten", _besluiten(session)),
        (
            "Profiel en product",
            ", ".join(deel for deel in (weging.profiel, product and product.naam) if deel),
        ),
        ("Looptijd", f"{show_date(weging.ingangsdatum)} tot en met {show_date(weging.einddatum)}"),
        ("Fasen", str(len(dossier.fasen)) if dossier.fasen else "geen"),
        ("Normenkader", f"{session.kader.kader.naam} {session.kader.kader.versie}"),
        ("Adviezen die nog openstaan", f"{advies}. Zij houden niets tegen." if advies else "geen"),
    ]
    return [rij for rij in rijen if rij[1]]


def _besluiten(session: Session) -> str:
    soorten = [besluit.besluit for besluit in session.dossier.besluiten]
    delen = [
        (sum(isinstance(besluit, Overnemen) for besluit in soorten), "overgenomen"),
        (sum(isinstance(besluit, BinnenMarge) for besluit in soorten), "anders binnen de marge"),
        (sum(isinstance(besluit, Afwijken) for besluit in soorten), "afgeweken met motivering"),
    ]
    tekst = ", ".join(f"{aantal} {wat}" for aantal, wat in delen if aantal)
    return f"{tekst}; totaal anders vastgesteld" if session.dossier.afwijking_totaal else tekst
