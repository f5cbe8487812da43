"""Voorstel and besluit, per taak and in total. Nothing is decided beforehand; outside the marge asks why.

Bron: eis 8: each voorstel is confirmed on its own; there is no way to take them over all at once.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from indicatietool.domain.indicatie import BesluitStand, Indicatie
from indicatietool.domain.tekst import show_minutes
from indicatietool.gui.pages.advies_kaart import AdviesKaart
from indicatietool.gui.pages.base import Page
from indicatietool.gui.pages.besluit_rij import BesluitRij
from indicatietool.gui.pages.besluit_tekst import right_edge
from indicatietool.gui.pages.besluit_totaal import TotaalKaart
from indicatietool.gui.pages.eerder_kaart import EerderKaart
from indicatietool.gui.pages.overige import OverigeKaart
from indicatietool.gui.theme import ORANJE, colour, text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.rustig import RustigeTekst
from indicatietool.session.advies import advise

LEGEND = (
    "Lichte band: de marge. Streep: het voorstel. Rondje: uw keuze binnen de marge. Ruit: uw keuze erbuiten. "
    "Alles in minuten per week."
)


class BesluitPage(Page):
    """Over elk voorstel besluit de consulent."""

    uitleg = (
        "Dit zijn voorstellen. U besluit per taak: neem het over, kies een ander aantal binnen de marge, of "
        "wijk af met een grond en een motivering."
    )
    toetsen = (
        ("O", "het voorstel van de gekozen taak overnemen"),
        ("A", "afwijken: een ander aantal typen"),
        ("W", "waarom dit getal"),
        ("V", "naar het volgende open voorstel"),
        ("Pijl omhoog en omlaag", "een andere taak kiezen"),
        ("Enter", "de taak openklappen of dichtklappen"),
    )

    def _build(self) -> None:
        self._rows: dict[str, BesluitRij] = {}
        self._current = ""
        self._groups: list[tuple[str, RustigeTekst]] = []
        self._build_top()
        table = QWidget()
        self._table = QVBoxLayout(table)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._table.setSpacing(2)
        self._fill_table()
        self.body.addWidget(table)
        self._general = text_label()
        self._general.setObjectName("advies.besluit")
        colour(self._general, ORANJE)
        self.body.addWidget(self._general)
        self._overige = OverigeKaart(self.view)
        self.body.addWidget(self._overige)
        self._total = TotaalKaart(self.view)
        self.body.addWidget(self._total)
        self._advies = AdviesKaart(self.view)
        self.body.addWidget(self._advies)
        self._eerder = EerderKaart(self.view)
        self.body.addWidget(self._eerder)
        self.body.addStretch(1)

    def _build_top(self) -> None:
        self._count = RustigeTekst("besluiten.stand", bold=True)
        self.walk = named_button("&Volgende open voorstel", "besluiten.langslopen", symbol="arrow-right")
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.addWidget(self.walk)
        self.body.addLayout(line)
        self._legend = text_label(LEGEND, soft=True)
        self.body.addWidget(self._legend)

    def _fill_table(self) -> None:
        leefgebied = ""
        for uitkomst in self.session.indicatie.taken:
            if uitkomst.leefgebied != leefgebied:
                leefgebied = uitkomst.leefgebied
                kop = RustigeTekst(f"leefgebied.{leefgebied}", 1.1, bold=True)
                self._groups.append((leefgebied, kop))
                self._table.addWidget(kop)
            row = self._rows[uitkomst.taak] = BesluitRij(self.view, uitkomst.taak)
            self._bind_row(row)
            self._table.addWidget(row)
        if not self._rows:
            self._table.addWidget(text_label("Er zijn nog geen taken gescoord.", soft=True))
            return
        first = next((taak for taak, row in self._rows.items() if row.needs_besluit), next(iter(self._rows)))
        self._current = first
        self._rows[first].kop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows[first].fold(is_open=True)

    def _bind_row(self, row: BesluitRij) -> None:
        row.kop.moved.connect(lambda by, taak=row.taak: self._on_moved(taak, by))
        row.kop.asked.connect(lambda letter, taak=row.taak: self._on_key(taak, letter))
        row.kop.clicked.connect(lambda _checked, taak=row.taak: self._on_clicked(taak))
        row.decided.connect(lambda was_open, taak=row.taak: self._on_decided(taak, was_open))

    def _bind(self) -> None:
        self.walk.clicked.connect(lambda: self._go_on(self._current))

    def _refresh(self) -> None:
        indicatie = self.session.indicatie
        advice: dict[str, list[str]] = {}
        for toets in advise(self.session.kader, self.session.dossier, indicatie):
            advice.setdefault(toets.veld, []).append(toets.tekst)
        for uitkomst in indicatie.taken:
            if uitkomst.taak in self._rows:
                self._rows[uitkomst.taak].take(uitkomst)
        top = right_edge(row.bullet for row in self._rows.values())
        for taak, row in self._rows.items():
            row.refresh(top, tuple(advice.get(f"besluit.{taak}", ())))
        som = {leefgebied: minuten for leefgebied, (minuten, _marge) in indicatie.per_leefgebied().items()}
        for leefgebied, kop in self._groups:
            minuten = som.get(leefgebied, 0)
            naam = self.session.kader.leefgebied_by_id[leefgebied].naam
            kop.setText(f"{naam} · {show_minutes(minuten)} minuten per week")
        general = "\n".join(f"Let op: {tekst}" for tekst in advice.get("besluit", ()))
        self._general.setText(general)
        self._general.setVisible(bool(general))
        self._refresh_top(indicatie)
        self._overige.refresh()
        self._total.refresh(tuple(advice.get("afwijking_totaal", ())))
        self._advies.refresh(tuple(advice.get("melding.advies_gevolgd", ())))
        self._eerder.refresh()

    def _refresh_top(self, indicatie: Indicatie) -> None:
        done = sum(uitkomst.stand is BesluitStand.GENOMEN for uitkomst in indicatie.taken)
        self._count.setText(f"{done} van {len(self._rows)} taken besloten")
        for widget in (self._count, self.walk, self._legend):
            widget.setVisible(bool(self._rows))
        self.walk.setEnabled(any(row.needs_besluit for row in self._rows.values()))

    def go_to(self, veld: str) -> None:
        """Put the focus on the besluit about a taak, or on another field of this page."""
        taak = veld.removeprefix("besluit.")
        if taak in self._rows:
            self._open(taak)
        elif veld == "afwijking_totaal":
            super().go_to("besluit.totaal")
        elif veld.startswith("overig."):
            super().go_to("overige.toevoegen")
        else:
            super().go_to(veld)

    def focus_first(self) -> None:
        """Put the focus on the taak in hand."""
        if self._rows:
            self._choose(self._current)
        else:
            super().focus_first()

    def _on_moved(self, taak: str, by: int) -> None:
        taken = list(self._rows)
        self._choose(taken[max(0, min(len(taken) - 1, taken.index(taak) + by))])

    def _on_key(self, taak: str, letter: str) -> None:
        row = self._rows[taak]
        match letter:
            case "v":
                self._go_on(taak)
            case "o":
                row.detail.take_over()
            case "a":
                self._open(taak)
                row.detail.afwijken.click()
            case _:
                self._open(taak)
                row.detail.why.click()

    def _on_clicked(self, taak: str) -> None:
        if self._rows[taak].is_open:
            self._rows[taak].fold(is_open=False)
        else:
            self._open(taak)

    def _on_decided(self, taak: str, was_open: bool) -> None:
        """Go on to the next voorstel without besluit; it is shown as much as this one was."""
        if was_open:
            self._go_on(taak)
        else:
            self._choose(taak)

    def _go_on(self, taak: str) -> None:
        taken = list(self._rows)
        start = taken.index(taak) + 1 if taak in self._rows else 0
        wanted = next((t for t in taken[start:] + taken[:start] if self._rows[t].needs_besluit), None)
        if wanted is None:
            self._choose(taak)
        elif taak in self._rows and self._rows[taak].is_open:
            self._open(wanted)
        else:
            self._choose(wanted)

    def _open(self, taak: str) -> None:
        """Unfold one taak and fold the others."""
        for ander, row in self._rows.items():
            if ander != taak and row.is_open:
                row.fold(is_open=False)
        self._rows[taak].fold(is_open=True)
        self._choose(taak)

    def _choose(self, taak: str) -> None:
        """Put the focus on the line of a taak; only that one is on the way of Tab."""
        if self._current in self._rows:
            self._rows[self._current].kop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = taak
        row = self._rows[taak]
        row.kop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row.kop.setFocus()
        self.show_at(row)
