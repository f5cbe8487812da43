"""The main window: the start screen or one consultation. Opens, saves and closes; the rest is elsewhere."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget

from indicatietool.gui.start_page import StartPage

if TYPE_CHECKING:
    from indicatietool.gui.dossier_list import DossierList
    from indicatietool.gui.wizard import Wizard
    from indicatietool.session.desk import Desk
    from indicatietool.session.session import Session


class MainWindow(QMainWindow):
    """Het venster van de indicatietool."""

    ready = Signal()

    def __init__(self, make_desk: "Callable[[], Desk]") -> None:
        """Show the start screen; dossiers and normenkaders are read after the first paint.

        Args:
            make_desk: makes the desk; called once, after the first paint.
        """
        super().__init__()
        self._make_desk = make_desk
        self._desk: Desk | None = None
        self.dossiers: DossierList | None = None
        self.wizard: Wizard | None = None
        self.setWindowTitle("Indicatietool")
        self.resize(1280, 800)
        self.start = StartPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self._saved = QLabel("Offline: dit programma maakt geen verbinding")
        self._kader = QLabel()
        self.statusBar().addWidget(self._saved)
        self.statusBar().addPermanentWidget(self._kader)
        self._file_menu = self.menuBar().addMenu("&Bestand")
        self.start.painted.connect(self._complete)

    @property
    def desk(self) -> "Desk":
        """Return the desk; the first call imports what the start screen does not need."""
        if self._desk is None:
            self._desk = self._make_desk()
        return self._desk

    def open_session(self, session: "Session") -> None:
        """Show one consultation."""
        from indicatietool.gui.view_model import ViewModel
        from indicatietool.gui.wizard import Wizard

        self._close_wizard()
        view = ViewModel(session, self)
        self.wizard = Wizard(view)
        self.wizard.left.connect(self.show_start)
        view.saved.connect(self._saved.setText)
        view.changed.connect(self._refresh_title)
        self._stack.addWidget(self.wizard)
        self._stack.setCurrentWidget(self.wizard)
        self.wizard.page.focus_first()
        kop = session.kader.kader
        self._kader.setText(f"Normenkader {kop.naam} {kop.versie} · status {kop.status}")
        self._refresh_title()

    def show_start(self) -> None:
        """Save, and go back to the list of dossiers."""
        if self._close_wizard():
            self._stack.setCurrentWidget(self.start)
            self.setWindowTitle("Indicatietool")
            self._kader.setText("")
            self._attempt(self._fill_dossiers)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save before closing; ask when that fails."""
        event.accept() if self._close_wizard() else event.ignore()

    def _complete(self) -> None:
        from indicatietool.gui import theme
        from indicatietool.gui.dossier_list import DossierList

        theme.complete(QApplication.instance())
        self._fill_menu()
        content = self.dossiers = DossierList()
        content.new_asked.connect(lambda kader: self._open(lambda: self.desk.new(kader)))
        content.open_asked.connect(lambda nummer: self._open(lambda: self.desk.open(nummer)))
        content.practice_asked.connect(lambda casus: self._open(lambda: self.desk.practice(casus)))
        self.start.fill(content)
        self._attempt(self._fill_dossiers)
        self._attempt(self._fill_kaders)
        content.new.setFocus()
        self.ready.emit()

    def _fill_dossiers(self) -> None:
        if self.dossiers is not None:
            self.dossiers.show_dossiers(self.desk.list())

    def _fill_kaders(self) -> None:
        if self.dossiers is None:
            return
        self.dossiers.show_cases(self.desk.practice_cases())
        self.dossiers.show_kaders(
            [(geladen.name, geladen) for geladen in self.desk.kaders.for_new(self.desk.vandaag)]
        )

    def _show_kader(self) -> None:
        from indicatietool.gui.kader_browser import KaderBrowser

        open_kader = self.wizard.view.session.geladen if self.wizard is not None else None
        kaders = (open_kader,) if open_kader is not None else self.desk.kaders.usable()
        self._browser = KaderBrowser(kaders)
        self._browser.show()

    def _read_in_kader(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        folder = QFileDialog.getExistingDirectory(self, "Welke map met een normenkader leest u in?")
        if folder:
            self._attempt(lambda: self.read_in_kader(Path(folder)))

    def read_in_kader(self, folder: Path) -> None:
        """Check a kader from outside, keep a copy, and tell what came in.

        Raises:
            NormenkaderError: it can't be used; nothing was kept.
        """
        from indicatietool.gui.messages import tell

        geladen = self.desk.kaders.read_in(folder)
        self._fill_kaders()
        tell(
            self,
            f"{geladen.name} is ingelezen: {len(geladen.kader.taken)} taken, "
            f"{len(geladen.voorbeelden)} voorbeelden nagerekend.",
        )

    def _open(self, make: "Callable[[], Session]") -> None:
        self._attempt(lambda: self.open_session(make()))

    def _attempt(self, action: Callable[[], None]) -> None:
        from indicatietool.errors import IndicatietoolError
        from indicatietool.gui.messages import warn

        try:
            action()
        except IndicatietoolError as error:
            warn(self, str(error))

    def _close_wizard(self) -> bool:
        if self.wizard is None:
            return True
        if not self.wizard.view.save():
            from indicatietool.gui.messages import ask

            question = "Het dossier kon niet worden bewaard. Toch sluiten? Wat u typte gaat dan verloren."
            if not ask(self, question):
                return False
        self._stack.removeWidget(self.wizard)
        self.wizard.hide()
        self.wizard.deleteLater()
        self.wizard = None
        return True

    def _refresh_title(self) -> None:
        if self.wizard is None:
            return
        from indicatietool.session.steps import scored

        session = self.wizard.view.session
        done, total = scored(session.indicatie)
        soort = "oefening" if session.dossier.oefening else "dossier"
        self.setWindowTitle(f"Indicatietool – {soort} {session.dossier.nummer} – {done} van {total} taken")

    def _fill_menu(self) -> None:
        from PySide6.QtGui import QAction, QKeySequence

        for text, shortcut, slot in (
            ("&Start: alle dossiers", QKeySequence("Ctrl+Home"), self.show_start),
            ("Nu &opslaan", QKeySequence("Ctrl+S"), self._save),
            ("Normenkader &bekijken…", QKeySequence("Ctrl+K"), self._show_kader),
            ("Normenkader &inlezen…", QKeySequence(), self._read_in_kader),
            ("&Afsluiten", QKeySequence("Ctrl+Q"), self.close),
        ):
            action = QAction(text, self)
            action.setShortcut(shortcut)
            action.triggered.connect(slot)
            self._file_menu.addAction(action)

    def _save(self) -> None:
        if self.wizard is not None:
            self.wizard.view.save()
