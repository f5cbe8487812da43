"""The running outcome at the right of the wizard: one number, how sure it is, and what it is made of."""

from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from indicatietool.domain.indicatie import Indicatie, IndicatieStatus
from indicatietool.domain.tekst import show_hours, show_minutes
from indicatietool.gui.theme import BLAUW, ORANJE, colour, enlarge, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.balken import Balk, MargeBalken, Trede, Waterval
from indicatietool.session.steps import scored


class OutcomePanel(QScrollArea):
    """Het voorlopige aantal minuten per maand, altijd in beeld."""

    def __init__(self, view: ViewModel) -> None:
        """Show the outcome of a consultation and follow it."""
        super().__init__()
        self._view = view
        self._number = text_label("0")
        enlarge(self._number, 3.6, bold=True)
        colour(self._number, BLAUW)
        self._unit = text_label("minuten per maand")
        self._status = text_label()
        enlarge(self._status, 1.0, bold=True)
        self._week = text_label(soft=True)
        self._marge = text_label(soft=True)
        self._figures = text_label()
        self._progress = QProgressBar()
        self._progress.setAccessibleName("Aantal taken dat gescoord is")
        self._bars, self._waterfall = MargeBalken(), Waterval()
        self.setWidget(self._laid_out())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        view.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the outcome as it is now."""
        session = self._view.session
        indicatie = session.indicatie
        bepaald = indicatie.status is IndicatieStatus.BEPAALD
        self._number.setText(str(indicatie.minuten_per_maand))
        self._status.setText("Alle besluiten zijn genomen" if bepaald else "Voorlopig")
        colour(self._status, BLAUW if bepaald else ORANJE)
        self._week.setText(f"Ongeveer {show_hours(indicatie.minuten_per_week)} per week")
        marge = indicatie.marge_per_week
        self._marge.setText(
            f"Voorstel per week {show_minutes(marge.richt)}, "
            f"marge {show_minutes(marge.min)} tot {show_minutes(marge.max)}"
        )
        done, total = scored(indicatie)
        self._progress.setMaximum(max(1, total))
        self._progress.setValue(done)
        self._progress.setFormat(f"{done} van {total} taken gescoord" if total else "nog geen taken gekozen")
        self._bars.show_rows(self._rows(indicatie))
        self._waterfall.show_steps(waterfall_steps(indicatie))
        status = "" if session.kader.is_vastgesteld else f"{session.kader.kader.status}, niet vastgesteld"
        bezwaren = [bezwaar for bezwaar in (status, session.geladen.watermerk_reden) if bezwaar]
        self._figures.setText(f"Cijfers: {'; '.join(bezwaren)}" if bezwaren else "")

    def _rows(self, indicatie: Indicatie) -> tuple[Balk, ...]:
        kader = self._view.session.kader
        rows = []
        for id_, leefgebied in kader.leefgebied_by_id.items():
            if not any(uitkomst.leefgebied == id_ for uitkomst in indicatie.taken):
                continue
            som, marge = indicatie.within(id_)
            rows.append(
                Balk(leefgebied.naam, float(som), float(marge.min), float(marge.max), show_minutes(som))
            )
        return tuple(rows)

    def _laid_out(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setSpacing(4)
        kop = text_label("Indicatie")
        enlarge(kop, 1.1, bold=True)
        self._progress.setTextVisible(True)
        bars = text_label("Minuten per week per leefgebied")
        waterfall = text_label("Bruto → netto, minuten per week")
        colour(self._figures, ORANJE)
        for widget in (kop, self._number, self._unit, self._status, self._week, self._marge):
            layout.addWidget(widget)
        layout.addSpacing(8)
        for widget in (self._progress, self._figures):
            layout.addWidget(widget)
        layout.addSpacing(12)
        for widget in (bars, self._bars, waterfall, self._waterfall):
            layout.addWidget(widget)
        layout.addStretch(1)
        return box


def waterfall_steps(indicatie: Indicatie) -> tuple[Trede, ...]:
    """Return bruto, what is taken over, netto and besluit as columns; empty without a voorstel."""
    bruto, netto = indicatie.bruto_per_week, indicatie.netto_per_week
    if not bruto:
        return ()
    nu = indicatie.minuten_per_week
    aftrek = indicatie.aftrek_per_week
    return (
        Trede("bruto", 0, float(bruto), show_minutes(bruto)),
        Trede("anderen", float(bruto), float(netto), f"−{show_minutes(aftrek)}" if aftrek else "0"),
        Trede("netto", 0, float(netto), show_minutes(netto)),
        Trede("telt nu", 0, float(nu), show_minutes(nu)),
    )
