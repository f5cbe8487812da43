"""Looptijd, evaluatie and fases: suggested with reasons, drawn on a time line, always to be changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from indicatietool.domain.fasen import Fase, TijdelijkeLijn
from indicatietool.domain.velden import LOOPTIJD
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.pages.fase_forms import FaseForm, TijdelijkForm
from indicatietool.gui.pages.form import FieldSet
from indicatietool.gui.pages.termijnen_kaart import TermijnenKaart
from indicatietool.gui.pages.verloop_kaart import VerloopKaart
from indicatietool.gui.theme import ORANJE, colour, text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.item_list import ItemList
from indicatietool.gui.widgets.rows import insert
from indicatietool.gui.widgets.text_grid import TextGrid
from indicatietool.gui.widgets.tijdlijn import Tijdlijn
from indicatietool.session.advies import advise
from indicatietool.session.datum import show_date
from indicatietool.session.gemeenten import text_at_end
from indicatietool.session.tijd import (
    Stuk,
    evaluation_days,
    fase_in_words,
    line_in_words,
    pieces,
    total_in_words,
)

TEMPORARY = "Voor een crisis of een gebeurtenis. Dit telt niet mee in de minuten per maand van de indicatie."
OF_THIS_PAGE = ("weging.ingangsdatum", "weging.einddatum", "weging.eerste_evaluatie", "weging.volumevorm")


class LooptijdPage(Page):
    """Wanneer de begeleiding begint en eindigt, en hoe de minuten over de tijd lopen."""

    uitleg = "Begin met de ingangsdatum. De voorstellen hieronder kunt u overnemen en daarna aanpassen."

    def _build(self) -> None:
        self._fields = FieldSet(self.view, LOOPTIJD[:1], self.body)
        self._advice = text_label()
        self._advice.setObjectName("advies.looptijd")
        colour(self._advice, ORANJE)
        self._fields.boxes[LOOPTIJD[0].titel].addWidget(self._advice)
        self._termijnen = TermijnenKaart(self.view)
        self.body.addWidget(self._termijnen)
        self._build_time()
        self._build_evaluation()
        self.body.addStretch(1)

    def _build_time(self) -> None:
        frame, box = card("Verloop over de tijd")
        self._verloop = VerloopKaart(self.view)
        self._line = Tijdlijn()
        self._table = TextGrid("tijdlijn.tabel", ("Periode", "Minuten per maand", "Samen"), (5, 2, 2), (1, 2))
        self._total = text_label()
        self._total.setObjectName("looptijd.totaal")
        box.addWidget(self._verloop)
        for widget in (self._line, self._table, self._total):
            box.addWidget(widget)
        self._heading(box, "Fasen", "Zonder fasen is het aantal de hele looptijd hetzelfde.")
        self.fasen = ItemList("fasen", "fase", FaseForm(self.view), fase_in_words, self._keep_fasen)
        self.fasen.setObjectName("fasen")
        box.addWidget(self.fasen)
        gemeente = self.session.dossier.melding.gemeente
        uitleg = (TEMPORARY, self.session.kader.tekst_for("life-events", gemeente))
        self._heading(box, "Tijdelijk extra", " ".join(deel for deel in uitleg if deel))
        self.tijdelijk = ItemList(
            "tijdelijk", "tijdelijke begeleiding", TijdelijkForm(self.view), line_in_words, self._keep_lijnen
        )
        box.addWidget(self.tijdelijk)
        self.body.addWidget(frame)

    def _build_evaluation(self) -> None:
        self._evaluation = FieldSet(self.view, LOOPTIJD[1:], self.body)
        box = self._evaluation.boxes[LOOPTIJD[1].titel]
        self._days = TextGrid("evaluaties", ("Evaluatie op", "Stukken van de aanbieder uiterlijk op"), (1, 1))
        insert(box, 4, self._days)
        self._end = text_label(soft=True)
        self.take_end = named_button(
            "Deze tekst overnemen", "einddatum.overnemen", "Deze tekst overnemen van de gemeente"
        )
        box.addWidget(self._end)
        box.addWidget(self.take_end, 0, Qt.AlignmentFlag.AlignLeft)

    def _bind(self) -> None:
        self.take_end.clicked.connect(
            lambda: self.view.act(self.session.set_veld, "weging.bij_einddatum", self._text_at_end())
        )

    def _refresh(self) -> None:
        dossier, free = self.session.dossier, not self.session.is_definitief
        self._fields.refresh()
        self._evaluation.refresh()
        self._termijnen.refresh()
        self._verloop.refresh()
        stukken = pieces(self.session)
        self._line.show_pieces(stukken)
        self._table.show_rows([_row(stuk) for stuk in stukken])
        totaal = total_in_words(self.session)
        nu = self.session.indicatie.minuten_per_maand
        self._total.setText(
            f"De indicatie is {nu} minuten per maand. Over de hele looptijd is dat samen {totaal}."
            if totaal
            else "Vul de ingangsdatum en de einddatum in om het verloop te zien."
        )
        self.fasen.show_items(dossier.fasen, may_change=free)
        self.tijdelijk.show_items(dossier.tijdelijke_lijnen, may_change=free)
        self._days.show_rows(
            [
                (show_date(moment.dag), show_date(moment.aanleveren) or "niet afgesproken")
                for moment in evaluation_days(self.session)
            ]
        )
        self._refresh_end()
        self._refresh_advice()

    def _refresh_end(self) -> None:
        tekst = self._text_at_end()
        anders = bool(tekst) and tekst.strip() != self.session.dossier.weging.bij_einddatum.strip()
        self._end.setText(f"Tekst van de gemeente: {tekst}" if anders else "")
        self._end.setVisible(anders)
        self.take_end.setVisible(anders)

    def _refresh_advice(self) -> None:
        toetsen = advise(self.session.kader, self.session.dossier, self.session.indicatie)
        hier = [
            toets.tekst
            for toets in toetsen
            if toets.veld in OF_THIS_PAGE or toets.veld.startswith(("fase.", "tijdelijk."))
        ]
        self._advice.setText("\n".join(f"Let op: {tekst}" for tekst in hier))
        self._advice.setVisible(bool(hier))

    def go_to(self, veld: str) -> None:
        """Put the focus on a field, or open the form of a fase or a temporary line."""
        soort, _, rest = veld.partition(".")
        nummer = rest.partition(".")[0]
        if soort in ("fase", "tijdelijk") and nummer.isdecimal():
            lijst = self.fasen if soort == "fase" else self.tijdelijk
            lijst.change(int(nummer) - 1)
        else:
            super().go_to("fasen.toevoegen" if veld == "fasen" else veld)

    def _text_at_end(self) -> str:
        gemeente = self.session.dossier.melding.gemeente
        return self.session.kader.tekst_for("bij-einddatum", gemeente) or text_at_end(gemeente)

    def _heading(self, box: QVBoxLayout, text: str, uitleg: str) -> None:
        kop = text_label(text)
        font = kop.font()
        font.setBold(True)
        kop.setFont(font)
        box.addWidget(kop)
        box.addWidget(text_label(uitleg, soft=True))

    def _keep_fasen(self, fasen: tuple[Fase, ...]) -> bool:
        return self.view.act(self.session.set_fasen, tuple(sorted(fasen, key=lambda fase: fase.van)))

    def _keep_lijnen(self, lijnen: tuple[TijdelijkeLijn, ...]) -> bool:
        return self.view.act(self.session.set_tijdelijke_lijnen, lijnen)


def _row(stuk: Stuk) -> tuple[str, str, str]:
    periode = f"{stuk.naam}\n{show_date(stuk.van)} tot en met {show_date(stuk.tot)}"
    if stuk.minuten_per_maand is None:
        return periode, "geen fase", ""
    extra = "+ " if stuk.is_tijdelijk else ""
    return periode, f"{extra}{stuk.minuten_per_maand}", str(stuk.samen)
