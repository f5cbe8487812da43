"""What the group says together: the whole in sentences, then the taken, those that divide most first."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from indicatietool.domain.kalibratie import Aantal, Kalibratie, Minutenbeeld, TaakKalibratie, Verdeling
from indicatietool.domain.kalibratie_tekst import (
    chose,
    counted_in_words,
    needed_in_words,
    show_alpha,
    spread_in_words,
    summary,
    to_discuss,
)
from indicatietool.domain.oefening import Oefencasus
from indicatietool.gui.theme import LICHT, enlarge, ground, scale, select_softly, text_label, title_label
from indicatietool.gui.widgets.aided import follow_selection
from indicatietool.gui.widgets.stippen import Keuzerij, Keuzestippen, Stippenlijn

THE_WHOLE = "De groep als geheel"
NARROW = 900
"""Below this many pixels at ordinary letters the list stands above the taak instead of beside it."""


class SamenBlad(QWidget):
    """De uitkomst van de groep."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._kalibratie = Kalibratie(0)
        self._casus: Oefencasus | None = None
        self.list = QListWidget()
        self.list.setObjectName("kalibratie.taken")
        self.list.setAccessibleName("Taken, de meest verdeelde bovenaan")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        self.list.setMinimumHeight(self.fontMetrics().height() * 4)
        select_softly(self.list)
        self.detail = QScrollArea()
        self.detail.setObjectName("kalibratie.taak")
        self.detail.setAccessibleName("De gekozen taak")
        self.detail.setWidgetResizable(True)
        self.detail.setMinimumHeight(self.fontMetrics().height() * 9)
        self.detail.setFrameShape(QFrame.Shape.NoFrame)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.list, 2)
        self._layout.addWidget(self.detail, 5)
        follow_selection(self.list)
        self.list.currentRowChanged.connect(self._show)

    def resizeEvent(self, event: object) -> None:
        """Stand the list above the taak where there is no room beside it."""
        is_narrow = self.width() < NARROW * scale()
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(way)
        super().resizeEvent(event)

    def show_group(self, kalibratie: Kalibratie, casus: Oefencasus) -> None:
        """Show this group, the whole first; the case tells why the model is what it is."""
        self._kalibratie, self._casus = kalibratie, casus
        self.list.clear()
        self.list.addItem(THE_WHOLE)
        for nummer, taak in enumerate(kalibratie.taken, start=1):
            QListWidgetItem(f"{nummer}. {taak.naam}\n{_in_short(taak)}", self.list)
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        if row < 0:
            return
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setSpacing(8)
        if row == 0:
            _fill_whole(layout, self._kalibratie)
            _add_texts(layout, "Om te bespreken", [*to_discuss(self._kalibratie), self._casus.bespreekpunten])
        else:
            taak = self._kalibratie.taken[row - 1]
            _fill_taak(layout, taak)
            reden = self._casus.reden(taak.taak)
            if reden is not None:
                _add_texts(layout, "Waarom het model dit kiest", [reden.waarom, reden.waarom_niet])
        layout.addStretch(1)
        self.detail.setWidget(box)


def _in_short(taak: TaakKalibratie) -> str:
    tweedeling = taak.keuze.tweedeling
    if tweedeling is not None:
        een, ander = tweedeling
        return f"verdeeld: {chose(een.aantal)} {een.naam}, {chose(ander.aantal)} {ander.naam}"
    meest = max(taak.keuze.aantallen, key=lambda aantal: aantal.aantal)
    samen = f"{meest.aantal} van de {taak.deelnemers} kozen {meest.naam}"
    return f"{samen}; verdeeld bij een factor" if taak.tweedelingen else samen


def _fill_whole(layout: QVBoxLayout, kalibratie: Kalibratie) -> None:
    layout.addWidget(title_label(THE_WHOLE, 1.3))
    for zin in summary(kalibratie):
        layout.addWidget(text_label(zin))
    if kalibratie.totaal is not None:
        layout.addWidget(_heading("Totaal, minuten per maand"))
        layout.addWidget(_minutes(kalibratie.totaal, "Totaal per maand"))
    if kalibratie.situatie:
        layout.addWidget(_heading("Cliënt en situatie"))
    _add_questions(layout, kalibratie.situatie)


def _fill_taak(layout: QVBoxLayout, taak: TaakKalibratie) -> None:
    layout.addWidget(title_label(taak.naam, 1.3))
    layout.addWidget(text_label(needed_in_words(taak)))
    layout.addWidget(_heading(taak.keuze.naam))
    layout.addWidget(_dots(taak.keuze))
    layout.addWidget(text_label(f"Overeenstemming bij deze taak: alpha {show_alpha(taak.alpha_keuze)}."))
    if taak.tweedelingen:
        layout.addWidget(_heading("Ankers die de groep verdelen"))
    for verdeling, een, ander in taak.tweedelingen:
        layout.addWidget(_side_by_side(verdeling, een, ander))
    layout.addWidget(_heading("Minuten per maand"))
    layout.addWidget(_minutes(taak.minuten, f"{taak.naam}, minuten per maand"))
    layout.addWidget(text_label(spread_in_words(taak.minuten)))
    _add_questions(layout, taak.factoren)


def _add_questions(layout: QVBoxLayout, vragen: tuple[Verdeling, ...]) -> None:
    for verdeling in sorted(vragen, key=lambda vraag: -vraag.verdeeldheid):
        if verdeling.verdeeldheid:
            layout.addWidget(_heading(verdeling.naam))
            layout.addWidget(_dots(verdeling))
        else:
            layout.addWidget(text_label(counted_in_words(verdeling), soft=True))


def _add_texts(layout: QVBoxLayout, kop: str, teksten: Iterable[str]) -> None:
    gevuld = [tekst for tekst in teksten if tekst.strip()]
    if gevuld:
        layout.addWidget(_heading(kop))
    for tekst in gevuld:
        layout.addWidget(text_label(tekst))


def _heading(text: str) -> QWidget:
    label = text_label(text)
    enlarge(label, 1.0, bold=True)
    label.setContentsMargins(0, 8, 0, 0)
    return label


def _dots(verdeling: Verdeling) -> Keuzestippen:
    dots = Keuzestippen(verdeling.naam)
    rows = [Keuzerij(a.naam, a.aantal, a.keuze == verdeling.model) for a in verdeling.aantallen]
    dots.show_rows(rows, counted_in_words(verdeling))
    return dots


def _minutes(beeld: Minutenbeeld, naam: str) -> Stippenlijn:
    line = Stippenlijn(naam)
    line.show_values(
        [float(waarde) for waarde in beeld.waarden],
        (float(beeld.spreiding.kwart), float(beeld.spreiding.driekwart)),
        None if beeld.model is None else float(beeld.model),
        spread_in_words(beeld),
    )
    return line


def _side_by_side(verdeling: Verdeling, een: Aantal, ander: Aantal) -> QWidget:
    """Return the two anchors beside each other, each with how many chose it."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(10)
    for column, aantal in enumerate((een, ander)):
        card = QFrame()
        ground(card, LICHT)
        inside = QVBoxLayout(card)
        kop = text_label(f"{chose(aantal.aantal)}: {aantal.naam}")
        enlarge(kop, 1.0, bold=True)
        inside.addWidget(kop)
        if verdeling.vraag != "blok":
            inside.addWidget(text_label(verdeling.naam))
        inside.addWidget(text_label(aantal.anker))
        inside.addStretch(1)
        grid.addWidget(card, 0, column)
        grid.setColumnStretch(column, 1)
    return box
