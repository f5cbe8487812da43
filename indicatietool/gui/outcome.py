"""The running outcome at the right of the wizard: one number, how sure it is, and what it is made of."""

from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from indicatietool.domain.indicatie import Indicatie, IndicatieStatus
from indicatietool.domain.tekst import show_hours, show_minutes
from indicatietool.gui.comfort.announce import Announcer
from indicatietool.gui.theme import BLAUW, GRIJS, ORANJE, colour, enlarge, scale, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.balken import Balk, MargeBalken, Trede, Waterval
from indicatietool.gui.widgets.rustig import RustigeTekst
from indicatietool.session.steps import scored
from indicatietool.session.voorliggend import declined_help


class OutcomePanel(QScrollArea):
    """Het voorlopige aantal minuten per maand, altijd in beeld."""

    def __init__(self, view: ViewModel) -> None:
        """Show the outcome of a consultation and follow it."""
        super().__init__()
        self._view = view
        self._is_bepaald: bool | None = None
        self._number = RustigeTekst("uitkomst.getal", 3.6, bold=True)
        self._number.set_colour(BLAUW)
        self._unit = text_label("minuten per maand")
        self._status = RustigeTekst("uitkomst.status", bold=True)
        self._week = RustigeTekst("uitkomst.week")
        self._marge = RustigeTekst("uitkomst.marge")
        for soft in (self._week, self._marge):
            soft.set_colour(GRIJS)
        self._declined = text_label()
        self._declined.setObjectName("wil.niet")
        self._declined.hide()
        self._figures = text_label()
        self._so_far = text_label()
        self._progress = QProgressBar()
        self._progress.setAccessibleName("Aantal taken dat gescoord is")
        self._bars, self._waterfall = MargeBalken(), Waterval()
        self.setWidget(self._laid_out())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Indicatie tot nu toe")
        self._announcer = Announcer(self)
        self._announcer.begin_at(f"{view.session.indicatie.minuten_per_maand} minuten per maand")
        view.changed.connect(self.refresh)
        self.refresh()

    def show_less(self, less: bool) -> None:
        """Leave the drawings out where there is no room for them; the pages show them as well."""
        self._drawings.setVisible(not less)
        self._number.set_size(2.0 if less else 3.6)

    def refresh(self) -> None:
        """Show the outcome as it is now."""
        session = self._view.session
        indicatie = session.indicatie
        bepaald = indicatie.status is IndicatieStatus.BEPAALD
        self._announcer.say(f"{indicatie.minuten_per_maand} minuten per maand")
        self._number.setText(str(indicatie.minuten_per_maand))
        self._status.setText("Alle besluiten zijn genomen" if bepaald else "Voorlopig")
        if bepaald is not self._is_bepaald:
            self._is_bepaald = bepaald
            self._status.set_colour(BLAUW if bepaald else ORANJE)
        self._week.setText(f"Ongeveer {show_hours(indicatie.minuten_per_week)} per week")
        marge = indicatie.marge_per_week
        self._marge.setText(
            f"Voorstel per week {show_minutes(marge.richt)}, "
            f"marge {show_minutes(marge.min)} tot {show_minutes(marge.max)}"
        )
        declined = declined_help(session.kader, session.dossier)
        self._declined.setText(f"Cliënt wil geen hulp bij: {', '.join(declined).lower()}.")
        self._declined.setVisible(bool(declined))
        done, total = scored(indicatie)
        self._progress.setMaximum(max(1, total))
        self._progress.setValue(done)
        so_far = f"{done} van {total} taken gescoord" if total else "nog geen taken gekozen"
        self._so_far.setText(so_far)
        self._progress.setAccessibleDescription(so_far)
        self._bars.show_rows(self._rows(indicatie))
        self._waterfall.show_steps(waterfall_steps(indicatie))
        status = "" if session.kader.is_vastgesteld else f"{session.kader.kader.status}, niet vastgesteld"
        bezwaren = [bezwaar for bezwaar in (status, session.geladen.watermerk_reden) if bezwaar]
        self._figures.setText(f"Cijfers: {'; '.join(bezwaren)}" if bezwaren else "")

    def _rows(self, indicatie: Indicatie) -> tuple[Balk, ...]:
        per_leefgebied = indicatie.per_leefgebied()
        rows = []
        for id_, leefgebied in self._view.session.kader.leefgebied_by_id.items():
            if id_ in per_leefgebied:
                som, marge = per_leefgebied[id_]
                laag, hoog = marge.onder / marge.noemer, marge.boven / marge.noemer
                rows.append(Balk(leefgebied.naam, float(som), laag, hoog, show_minutes(som)))
        return tuple(rows)

    def _laid_out(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setSpacing(4)
        kop = text_label("Indicatie")
        enlarge(kop, 1.1, bold=True)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(round(12 * scale()))
        bars = text_label("Minuten per week per leefgebied")
        waterfall = text_label("Bruto → netto, minuten per week")
        colour(self._figures, ORANJE)
        for widget in (kop, self._number, self._unit, self._status, self._week, self._marge, self._declined):
            layout.addWidget(widget)
        layout.addSpacing(8)
        for widget in (self._so_far, self._progress, self._figures):
            layout.addWidget(widget)
        self._drawings = QWidget()
        drawings = QVBoxLayout(self._drawings)
        drawings.setContentsMargins(0, 12, 0, 0)
        for widget in (bars, self._bars, waterfall, self._waterfall):
            drawings.addWidget(widget)
        layout.addWidget(self._drawings)
        layout.addStretch(1)
        return box


def waterfall_steps(indicatie: Indicatie) -> tuple[Trede, ...]:
    """Return bruto, what is taken over, netto and besluit as columns; empty without a voorstel."""
    bruto, netto = indicatie.bruto_per_week, indicatie.netto_per_week
    if not bruto:
        return ()
    nu = indicatie.minuten_per_week
    aftrek = bruto - netto
    return (
        Trede("bruto", 0, float(bruto), show_minutes(bruto)),
        Trede("anderen", float(bruto), float(netto), f"−{show_minutes(aftrek)}" if aftrek else "0"),
        Trede("netto", 0, float(netto), show_minutes(netto)),
        Trede("telt nu", 0, float(nu), show_minutes(nu)),
    )
