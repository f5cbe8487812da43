"""What happened to a dossier: who, what, when and why; its sealed versions; two versions side by side."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from indicatietool.domain.kluis import GebeurtenisSoort
from indicatietool.errors import IndicatietoolError
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.rows_table import RowsTable
from indicatietool.gui.theme import text_label
from indicatietool.session.geschiedenis import Tekstverschil, change_at, compare, versions
from indicatietool.session.session import Session

HIDDEN = "verborgen: de beamermodus staat aan"
_EVENTS = (
    ("Wanneer", "22-12-2026 14.03"),
    ("Wie", "consulent"),
    ("Wat", "Blok van een taak"),
    ("Waarom", "Reden"),
)
_CHANGES = (("Wat", "Post en administratie: blok"), ("Was", "begeleiding nodig, in woorden"), ("Werd", "O2"))
_SEALS = (
    ("Versie", "Versie"),
    ("Definitief op", "22-12-2026 14.03"),
    ("Door", "consulent"),
    ("Minuten", "Minuten"),
    ("Heropend", "22-12-2026 door consulent: reden"),
)
_VERBS = {
    GebeurtenisSoort.BEGIN: "dossier begonnen",
    GebeurtenisSoort.ONGEDAAN: "ongedaan gemaakt: ",
    GebeurtenisSoort.OPNIEUW: "opnieuw gedaan: ",
    GebeurtenisSoort.HEROPEND: "heropend",
    GebeurtenisSoort.DEFINITIEF: "definitief gemaakt",
    GebeurtenisSoort.HERSTELD: "hersteld uit een kopie",
    GebeurtenisSoort.INGELEZEN: "ingelezen uit een bestand",
}
MOMENT = "%d-%m-%Y %H.%M"


class HistoryDialog(Dialog):
    """De geschiedenis van één dossier."""

    def __init__(self, parent: QWidget, session: Session, *, hides: bool = False) -> None:
        """Show the events, last first.

        Args:
            parent: the window.
            session: the dossier; everything that counts is saved.
            hides: no value is shown, because a room looks along.
        """
        super().__init__(parent, f"Geschiedenis van dossier {session.dossier.nummer}", cancel="&Sluiten")
        self._session, self._hides = session, hides
        self._events = tuple(e for e in reversed(session.bewaring.history()) if e.wat or e.soort in _VERBS)
        self.events = RowsTable("gebeurtenissen", "Wat er met het dossier gebeurde", _EVENTS, wide=2)
        self.changes = RowsTable("wijzigingen", "Wat deze stap veranderde", _CHANGES, wide=2)
        self.seals = RowsTable("versies", "Vastgelegde versies", _SEALS, wide=4)
        self.old, self.new = QComboBox(), QComboBox()
        self.old.setObjectName("oud")
        self.new.setObjectName("nieuw")
        self.differences = RowsTable("verschillen", "Verschillen tussen de versies", _CHANGES, wide=2)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._first_tab(), "&Geschiedenis")
        self.tabs.addTab(self._second_tab(), "&Vastgelegde versies")
        self.tabs.addTab(self._third_tab(), "Ver&gelijken")
        self.tabs.setMinimumHeight(self.fontMetrics().height() * 26)
        self.body.addWidget(self.tabs, 1)
        self.grow(900, 700)
        self._fill()
        self.events.row_chosen.connect(self._on_event)
        for box in (self.old, self.new):
            box.currentIndexChanged.connect(self._on_versions)
        if self._events:
            self.events.selectRow(0)
        self.events.setFocus()

    def _first_tab(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(self.events, 2)
        layout.addWidget(text_label("Wat deze stap veranderde", soft=True))
        layout.addWidget(self.changes, 1)
        return page

    def _second_tab(self) -> QWidget:
        page = QWidget()
        QVBoxLayout(page).addWidget(self.seals)
        return page

    def _third_tab(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        line = QHBoxLayout()
        for text, box in (("Vergelijk", self.old), ("met", self.new)):
            label = text_label(text)
            label.setBuddy(box)
            box.setAccessibleName(f"{text} deze versie")
            line.addWidget(label)
            line.addWidget(box, 1)
        layout.addLayout(line)
        self._none = text_label(soft=True)
        layout.addWidget(self._none)
        layout.addWidget(self.differences, 1)
        return page

    def _fill(self) -> None:
        self.events.rows.show_rows(
            [
                (f"{e.moment.astimezone():{MOMENT}}", e.actor, f"{_VERBS.get(e.soort, '')}{e.wat}", e.waarom)
                for e in self._events
            ]
        )
        zegels = self._session.bewaring.zegels()
        self.seals.rows.show_rows(
            [
                (
                    str(z.versie),
                    f"{z.moment.astimezone():{MOMENT}}",
                    z.actor,
                    str(z.verantwoording.get("minuten_per_maand", "")),
                    f"{z.heropend_op.astimezone():{MOMENT}} door {z.heropend_door}: {z.heropend_waarom}"
                    if z.heropend_op
                    else "",
                )
                for z in zegels
            ]
        )
        self.tabs.setTabEnabled(1, bool(zegels))
        self.tabs.setTabEnabled(2, bool(zegels))
        self._versions = ()
        try:
            self._versions = versions(self._session)
        except IndicatietoolError as error:
            self.tell(str(error))
        for box in (self.old, self.new):
            box.addItems([versie.titel for versie in self._versions])
        self.new.setCurrentIndex(len(self._versions) - 1)
        self._on_versions()

    def _on_event(self, row: int) -> None:
        if row >= 0:
            self.changes.rows.show_rows(self._rows(change_at(self._session, self._events[row].volg)))

    def _on_versions(self) -> None:
        old, new = self.old.currentIndex(), self.new.currentIndex()
        if old < 0 or new < 0:
            return
        found = compare(self._session.kader, self._versions[old].dossier, self._versions[new].dossier)
        self.differences.rows.show_rows(self._rows(found))
        self._none.setText("" if found else "Deze twee versies zijn gelijk.")

    def _rows(self, verschillen: tuple[Tekstverschil, ...]) -> list[tuple[str, str, str]]:
        if self._hides:
            return [(verschil.wat, HIDDEN, HIDDEN) for verschil in verschillen]
        return [(v.wat, _one_line(v.oud), _one_line(v.nieuw)) for v in verschillen]


def _one_line(tekst: str) -> str:
    return " ".join(tekst.split()) or "—"
