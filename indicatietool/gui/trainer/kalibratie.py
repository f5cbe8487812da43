"""Calibrating a group: choose the case, gather the uitslagen, see what they say, keep it for the trend.

Comes in: the desk of the oefenkluis. Shows only what the session package works out; knows no figures.
"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.save_as import ask_where
from indicatietool.gui.scrolling import scrolling
from indicatietool.gui.trainer.kalibratie_lijst import Inleverlijst
from indicatietool.gui.trainer.kalibratie_samen import SamenBlad
from indicatietool.gui.trainer.kalibratie_trend import TrendBlad
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.session.desk import Desk
from indicatietool.session.kalibratie.casus import Kalibratiecasus, read_case
from indicatietool.session.kalibratie.groep import Groep, cases_to_choose, chosen_case, form_group, nobody
from indicatietool.session.kalibratie.sessies import folder_of_sessions, keep

UITLEG = (
    "Elke deelnemer scoort dezelfde casus en levert een bestand .uitslag in. Daarin staat geen naam. Het "
    "programma legt ze naast elkaar."
)
OF_UITSLAGEN, OF_CASES = "Uitslagen (*.uitslag)", "Casus (*.json *.indicatie)"


class KalibratieVenster(Dialog):
    """Het venster van de trainer die een groep kalibreert."""

    def __init__(self, parent: QWidget | None, desk: Desk, folder: Path | None = None) -> None:
        """Begin with the first case and nobody.

        Args:
            parent: the window it belongs to.
            desk: of the oefenkluis; its cases can be chosen.
            folder: where sessions are kept; None takes that of the user.
        """
        super().__init__(parent, "Kalibratie van een groep", UITLEG, cancel="&Sluiten")
        self._desk, self._folder = desk, folder or folder_of_sessions()
        self._cases = cases_to_choose(desk)
        self._own: list[tuple[str, Kalibratiecasus]] = []
        self._sources: set[Path] = set()
        self.group: Groep | None = None
        self.which = QComboBox()
        self.which.setObjectName("kalibratie.casus")
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(20)
        self.which.addItems([casus.verhaal.titel for casus in self._cases])
        self.handed_in, self.together = Inleverlijst(), SamenBlad()
        self.trend = TrendBlad(self._folder)
        self.tabs = _Bladen()
        self.tabs.setObjectName("kalibratie.bladen")
        self.tabs.tabBar().setAccessibleName("Onderdelen van de kalibratie")
        self.tabs.addTab(scrolling(self._gathering()), "&Uitslagen")
        self.tabs.addTab(self._outcome(), "&Groep")
        self.tabs.addTab(scrolling(self.trend), "&Trend")
        self.body.addWidget(self.tabs, 1)
        self.cancel.setAutoDefault(False)
        self.which.currentIndexChanged.connect(self.regroup)
        self.grow(1000, 760)
        self.which.setFocus()
        self.regroup()

    def _gathering(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        naam = QLabel("&Casus die de groep scoorde")
        naam.setBuddy(self.which)
        acts = self._acts(
            ("&Map toevoegen…", "map", self._ask_folder),
            ("&Bestanden toevoegen…", "bestanden", self._ask_files),
            ("&Leegmaken", "leeg", self._empty),
            ("&Andere casus uit een bestand…", "casus.bestand", self._ask_case),
        )
        for widget in (naam, self.which, acts, self.handed_in):
            layout.addWidget(widget, 1 if widget is self.handed_in else 0)
        return page

    def _outcome(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        self.results = self._acts(
            ("&Pagina bewaren (pdf)…", "pdf", self._save_page),
            ("Sessie &bewaren voor de trend", "bewaren", self._keep),
        )
        layout.addWidget(self.together, 1)
        layout.addWidget(self.results)
        return page

    def _acts(self, *acts: tuple[str, str, object]) -> QWidget:
        row = QWidget()
        line = FlowLayout(row)
        line.setSpacing(8)
        for tekst, name, act in acts:
            button = named_button(tekst, f"kalibratie.{name}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            line.addWidget(button)
        return row

    # -- gathering ------------------------------------------------------------------------------

    def add(self, bronnen: Iterable[Path]) -> None:
        """Gather these files and folders as well."""
        nieuw = set(bronnen)
        if nieuw:
            self._sources |= nieuw
            self.regroup(added=nieuw)

    def regroup(self, _index: int = 0, *, added: frozenset[Path] | set[Path] = frozenset()) -> None:
        """Gather all again for the chosen case; what was added goes out again when it can't be used."""
        try:
            casus = self._chosen_case()
        except IndicatietoolError as error:
            self.tell(str(error))
            return
        if casus is None:
            self.tell("Er is nog geen casus. Schrijf er een, of kies een bestand met een casus.")
            return
        focus = self.focusWidget()
        sources = frozenset(self._sources)
        self.setAcceptDrops(False)

        def ended(group: Groep | IndicatietoolError) -> None:
            self.setAcceptDrops(True)
            if isinstance(group, Groep):
                self._show(group)
            else:
                self._sources -= added
                self.tell(str(group))
            if focus is not None:
                focus.setFocus()

        def work() -> Groep | IndicatietoolError:
            try:
                return form_group(sources, casus) if sources else nobody(casus)
            except IndicatietoolError as error:
                return error

        self.run(work, ended, "De uitslagen worden bekeken…")

    def _chosen_case(self) -> Kalibratiecasus | None:
        index = self.which.currentIndex()
        if index < 0:
            return None
        if index < len(self._cases):
            return chosen_case(self._desk, self._cases[index])
        return self._own[index - len(self._cases)][1]

    def _show(self, group: Groep) -> None:
        self.group = group
        self.handed_in.show_gathered(group.verzameling)
        self.together.show_group(group.kalibratie, group.casus.oefencasus)
        self.results.setEnabled(group.kalibratie.may_be_shown)

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "In welke map staan de uitslagen?")
        self.add([Path(folder)] if folder else [])

    def _ask_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, "Welke uitslagen telt u mee?", "", OF_UITSLAGEN)
        self.add(map(Path, files))

    def _empty(self) -> None:
        self._sources.clear()
        self.regroup()

    def _ask_case(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, "Welke casus deelde u uit?", "", OF_CASES)
        if file:
            self.add_case(Path(file))

    def add_case(self, pad: Path) -> None:
        """Choose the case in a file."""
        try:
            casus = read_case(pad, self._desk.kaders)
        except IndicatietoolError as error:
            self.tell(str(error))
            return
        self._own.append((pad.name, casus))
        self.which.addItem(f"{casus.oefencasus.titel} ({pad.name})")
        self.which.setCurrentIndex(self.which.count() - 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Gather what was dropped."""
        self.tabs.setCurrentIndex(0)
        self.add(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    # -- the outcome ----------------------------------------------------------------------------

    def _save_page(self) -> None:
        from indicatietool.session.kalibratie.pagina import file_name, write_page

        group = self.group
        pad = ask_where(self, "de pagina van de sessie", file_name(group.casus), "Pdf (*.pdf)")
        if pad is not None:
            self.run(
                lambda: write_page(group, pad, self._desk.vandaag),
                lambda _nothing: self.tell(f"De pagina staat in {pad.name}."),
                "De pagina wordt gemaakt…",
            )

    def _keep(self) -> None:
        try:
            keep(self.group.casus, self.group.kalibratie, self._desk.vandaag, self._folder)
        except IndicatietoolError as error:
            self.tell(str(error))
            return
        self.trend.refresh()
        self.tell("De sessie is bewaard: alleen cijfers, geen uitslagen. Zie het blad Trend.")


class _Bladen(QTabWidget):
    """Tabs that take the room there is: each page scrolls by itself, and none makes the others higher."""

    def hasHeightForWidth(self) -> bool:
        """Ask for no height of its own: Qt would ask for that of the highest page."""
        return False

    def sizeHint(self) -> QSize:
        """Be content with the least."""
        return self.minimumSizeHint()
