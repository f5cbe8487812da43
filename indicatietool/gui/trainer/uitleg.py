"""A normenkader on paper: explained for aanbieders and clients, or what differs between two of them.

Comes in: the kaders on this laptop. Goes out: a file where the user wants it. Figures only where the kader
allows that; where it doesn't, the tick box is grey and says why.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from indicatietool.domain.versie import Versie
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.save_as import ask_where
from indicatietool.gui.theme import text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.editors import KeuzeEditor, labelled
from indicatietool.session import kader_uitleg, vergelijking_verslag
from indicatietool.session.vormen import Vorm

if TYPE_CHECKING:
    from indicatietool.session.desk import Desk
    from indicatietool.session.kaders import GeladenKader

EXPLAIN = (
    "Een uitleg om te delen: wat het normenkader is, wat de blokken en vragen betekenen en hoe het aantal "
    "minuten tot stand komt. Er staan geen gegevens van cliënten in."
)
DIFFER = (
    "Een stuk voor overleg: wat er verandert en wat dat doet met de casussen. De eerste bladzijde is een "
    "samenvatting."
)
LEZERS = (
    (Versie.AANBIEDER, "Aanbieders: alles, met elke taak en elke regel"),
    (Versie.CLIENT, "Cliënten: de korte versie"),
)
MAKING = "Het stuk wordt gemaakt…"
NO_READER = "Op deze laptop is geen programma gevonden om het te openen."
SAME = "Kies twee verschillende kaders of versies."
OWN = "&Ook eigen dossiers, in aantallen"
NO_KLUIS = "Open eerst de kluis om dit te kunnen kiezen."


class _OpPapier(Dialog):
    """What both dialogs share: figures or not, the kind of file, saving and opening."""

    def __init__(
        self, parent: QWidget | None, titel: str, uitleg: str, kaders: "Sequence[GeladenKader]"
    ) -> None:
        super().__init__(parent, titel, uitleg, ok="&Bewaren als…", cancel="&Sluiten")
        self._kaders = tuple(kaders)
        self._file: Path | None = None
        self.vandaag = date.today()
        self.figures = QCheckBox("Met &cijfers")
        self.figures.setObjectName("uitleg.cijfers")
        self.reason = text_label(soft=True)
        self.reason.setObjectName("uitleg.reden")
        self.vorm = _choice([(vorm, vorm.naam) for vorm in Vorm], "uitleg.vorm")
        self.show_file = named_button("Ope&nen", "uitleg.openen", "Het gemaakte bestand openen", "file-text")
        self.show_file.clicked.connect(self._on_open)
        self.show_file.hide()
        self.is_picky = False
        """Whether the user chose to leave figures out where they may be shown."""
        self.figures.clicked.connect(self._on_figures)

    def _add_rest(self) -> None:
        for widget in (self.figures, self.reason, labelled("Soort bestand", self.vorm)):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addWidget(self.show_file)
        self._refresh()

    def _ask_for_kader(self, naam: str, label: str) -> KeuzeEditor:
        keuze = _choice([(nummer, kader.name) for nummer, kader in enumerate(self._kaders)], naam)
        keuze.edited.connect(lambda _value: self._refresh())
        self.body.addWidget(labelled(label, keuze))
        return keuze

    def _chosen(self, keuze: KeuzeEditor) -> "GeladenKader":
        return self._kaders[keuze.currentIndex()]

    def _allow(self, *kaders: "GeladenKader") -> None:
        """Let figures be chosen where every kader allows them; they are on unless the user left them out."""
        reden = kader_uitleg.refusal(*kaders)
        self.figures.setEnabled(not reden)
        self.figures.setChecked(not reden and not self.is_picky)
        self.figures.setAccessibleDescription(reden)
        self.reason.setText(reden)
        self.reason.setVisible(bool(reden))
        self.show_file.hide()

    def _on_figures(self, on: bool) -> None:
        self.is_picky = not on

    def save_at(self, file: Path) -> None:
        """Make it in a file, beside the window."""
        self.show_file.hide()
        self.run(self._work(file, met_cijfers=self.figures.isChecked()), lambda _: self._made(file), MAKING)

    def _ask_file(self, wat: str, naam: str) -> None:
        vorm = Vorm(str(self.vorm.value()))
        file = ask_where(self, wat, naam, f"{vorm.value.upper()} (*.{vorm.value})")
        if file is not None:
            self.save_at(file)

    def _made(self, file: Path) -> None:
        self._file = file
        self.tell(f"Bewaard: {file.name}.")
        self.show_file.show()
        self.show_file.setFocus()

    def _on_open(self) -> None:
        if self._file is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file))):
            self.tell(f"{NO_READER} Het bestand is {self._file.name}.")

    def _refresh(self) -> None:
        raise NotImplementedError

    def _work(self, file: Path, *, met_cijfers: bool) -> Callable[[], object]:
        raise NotImplementedError


class UitlegDialog(_OpPapier):
    """Een normenkader uitleggen, voor aanbieders of cliënten."""

    def __init__(self, parent: QWidget | None, kaders: "Sequence[GeladenKader]") -> None:
        """Ask which kader, for whom, with figures or without, and which kind of file.

        Args:
            parent: the window it belongs to.
            kaders: at least one; the first is chosen.
        """
        super().__init__(parent, "Normenkader uitleggen", EXPLAIN, kaders)
        self.kader = self._ask_for_kader("uitleg.kader", "Normenkader")
        self.voor = _choice(LEZERS, "uitleg.voor")
        self.body.addWidget(labelled("Voor wie", self.voor))
        self._add_rest()

    def submit(self) -> None:
        """Ask where it goes and make it there."""
        naam = kader_uitleg.file_name(self._chosen(self.kader), self._versie, Vorm(str(self.vorm.value())))
        self._ask_file("de uitleg", naam)

    @property
    def _versie(self) -> Versie:
        return Versie(str(self.voor.value()))

    def _refresh(self) -> None:
        self._allow(self._chosen(self.kader))

    def _work(self, file: Path, *, met_cijfers: bool) -> Callable[[], object]:
        kader, versie, dag = self._chosen(self.kader), self._versie, self.vandaag
        return lambda: kader_uitleg.write_explanation(kader, file, dag, versie, met_cijfers=met_cijfers)


class VerschilDialog(_OpPapier):
    """Het verschil tussen twee normenkaders, voor overleg over beleid."""

    def __init__(
        self, parent: QWidget | None, kaders: "Sequence[GeladenKader]", desk: "Desk | None" = None
    ) -> None:
        """Ask which two kaders, with figures or without, and whether own dossiers count along.

        Args:
            parent: the window it belongs to.
            kaders: at least one; the first two are chosen.
            desk: of the open kluis; None when it is closed.
        """
        super().__init__(parent, "Verschil tussen twee kaders", DIFFER, kaders)
        self._desk = desk
        self.was = self._ask_for_kader("verschil.was", "Zoals het was")
        self.wordt = self._ask_for_kader("verschil.wordt", "Zoals het wordt")
        self.wordt.setCurrentIndex(self._other_version())
        self.own = QCheckBox(OWN)
        self.own.setObjectName("verschil.eigen")
        self.own.setEnabled(desk is not None)
        self.own.setAccessibleDescription("" if desk else NO_KLUIS)
        self.body.addWidget(self.own)
        if desk is None:
            self.body.addWidget(text_label(NO_KLUIS, soft=True))
        self._add_rest()

    def _other_version(self) -> int:
        """Return the place of another version of the first kader, else of the next kader."""
        eerste = self._kaders[0].kader.kader.id
        zelfde = (n for n, kader in enumerate(self._kaders) if n and kader.kader.kader.id == eerste)
        return next(zelfde, min(1, len(self._kaders) - 1))

    def submit(self) -> None:
        """Ask where it goes and make it there."""
        was, wordt = self._chosen(self.was), self._chosen(self.wordt)
        self._ask_file(
            "het verschil", vergelijking_verslag.file_name(was, wordt, Vorm(str(self.vorm.value())))
        )

    def _refresh(self) -> None:
        was, wordt = self._chosen(self.was), self._chosen(self.wordt)
        self._allow(was, wordt)
        is_same = was.verwijzing == wordt.verwijzing
        self.ok.setEnabled(not is_same)
        self.tell(SAME if is_same else "")

    def _work(self, file: Path, *, met_cijfers: bool) -> Callable[[], object]:
        was, wordt, dag = self._chosen(self.was), self._chosen(self.wordt), self.vandaag
        desk = self._desk if self.own.isChecked() else None

        def make() -> None:
            eigen = None if desk is None else vergelijking_verslag.own_dossiers(desk, was)
            vergelijking_verslag.write_difference(was, wordt, file, dag, eigen=eigen, met_cijfers=met_cijfers)

        return make


def _choice(keuzes: "Sequence[tuple[object, str]]", naam: str) -> KeuzeEditor:
    """Return a list of which the first is chosen; a long name never makes the window wide."""
    keuze = KeuzeEditor((), leeg="")
    keuze.clear_choices_to(keuzes)
    keuze.setObjectName(naam)
    keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    keuze.setMinimumContentsLength(24)
    return keuze
