"""Does the group come closer together? Kept sessions as a list, a drawing and a sentence."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from indicatietool.domain.kalibratie import Sessie
from indicatietool.domain.kalibratie_tekst import BETROUWBAAR, VOORZICHTIG, show_alpha
from indicatietool.errors import IndicatietoolError
from indicatietool.gui import messages
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.rows_table import RowsTable
from indicatietool.gui.theme import text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.trend import Punt, Trendtekening
from indicatietool.session.kalibratie.sessies import (
    Bewaard,
    kept,
    line_of,
    remove,
    trend_in_words,
    width_of,
)

ALL = "Alle casussen"
GRENZEN = ((BETROUWBAAR, "0,80"), (VOORZICHTIG, "0,667"), (0.0, "0"))
KOLOMMEN = (
    ("Datum", "31-12-2027"),
    ("Casus", ""),
    ("Uitslagen", "000"),
    ("Alpha", "−0,00"),
    ("Breedte", "0000"),
)


class TrendBlad(QWidget):
    """De bewaarde sessies."""

    def __init__(self, folder: Path) -> None:
        """Show the sessions in a folder."""
        super().__init__()
        self._folder = folder
        self._all: tuple[Bewaard, ...] = ()
        self.which = QComboBox()
        self.which.setObjectName("trend.casus")
        self.which.setAccessibleName("Sessies van welke casus")
        self.words = text_label()
        self.line = Trendtekening("Overeenstemming (alpha) per sessie", GRENZEN, 1.0)
        self.width_title = text_label("Totaal per maand: het midden, de middelste helft en de uitersten")
        self.widths = Trendtekening("Spreiding van het totaal per maand, per sessie")
        self.table = RowsTable("trend.sessies", "Bewaarde sessies, oudste bovenaan", KOLOMMEN, 1)
        self.table.setMinimumHeight(self.fontMetrics().height() * 6)
        self.gone = named_button("Sessie &verwijderen…", "trend.verwijderen")
        self.gone.setAutoDefault(False)
        self.trouble = text_label()
        self.trouble.setObjectName("trend.mededeling")
        acts = QWidget()
        FlowLayout(acts).addWidget(self.gone)
        layout = QVBoxLayout(self)
        for widget in (
            self.which,
            self.words,
            self.line,
            self.width_title,
            self.widths,
            self.table,
            acts,
            self.trouble,
        ):
            layout.addWidget(widget, 1 if widget is self.table else 0)
        self.which.currentIndexChanged.connect(self._fill)
        self.table.row_chosen.connect(lambda row: self.gone.setEnabled(row >= 0))
        self.gone.clicked.connect(self._remove)
        self.refresh()

    @property
    def shown(self) -> tuple[Bewaard, ...]:
        """Return the sessions of the chosen case."""
        kenmerk = self.which.currentData()
        return tuple(deel for deel in self._all if not kenmerk or deel.sessie.kenmerk == kenmerk)

    def refresh(self) -> None:
        """Read the sessions again."""
        self._all, fouten = kept(self._folder)
        self.trouble.setText("\n".join(fouten))
        self.trouble.setVisible(bool(fouten))
        chosen = self.which.currentData()
        self.which.blockSignals(True)
        self.which.clear()
        self.which.addItem(ALL, "")
        for kenmerk, titel in {deel.sessie.kenmerk: deel.sessie.titel for deel in self._all}.items():
            self.which.addItem(titel, kenmerk)
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        self.which.blockSignals(False)
        self._fill()

    def _fill(self, _index: int = 0) -> None:
        sessies = tuple(deel.sessie for deel in self.shown)
        self.words.setText(trend_in_words(sessies))
        said = ". ".join(map(line_of, sessies))
        self.line.show_points([point for sessie in sessies if (point := _alpha(sessie))], said)
        self.widths.show_points([_width(sessie) for sessie in sessies], said)
        self.width_title.setVisible(bool(sessies))
        self.table.rows.show_rows(
            [
                (
                    f"{sessie.datum:%d-%m-%Y}",
                    sessie.titel,
                    str(sessie.deelnemers),
                    show_alpha(sessie.alpha_keuze),
                    width_of(sessie),
                )
                for sessie in sessies
            ]
        )
        self.gone.setEnabled(False)

    def _remove(self) -> None:
        sessie = self.shown[self.table.chosen]
        vraag = f"De sessie van {sessie.sessie.datum:%d-%m-%Y} verwijderen? Dat kan niet ongedaan worden."
        if not messages.ask(self, vraag):
            return
        try:
            remove(sessie)
        except IndicatietoolError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
            return
        self.refresh()


def _alpha(sessie: Sessie) -> Punt | None:
    if sessie.alpha_keuze is None:
        return None
    return Punt(f"{sessie.datum:%d-%m-%y}", sessie.alpha_keuze, show_alpha(sessie.alpha_keuze))


def _width(sessie: Sessie) -> Punt:
    totaal = sessie.totaal
    band = tuple(map(float, (totaal.laagst, totaal.kwart, totaal.driekwart, totaal.hoogst)))
    return Punt(f"{sessie.datum:%d-%m-%y}", float(totaal.mediaan), f"breedte {width_of(sessie)}", band)
