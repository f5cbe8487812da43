"""The main window: the start screen or one consultation. Opens, saves and closes; the rest is elsewhere."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.messages import ask, warn
from indicatietool.gui.start_page import StartPage

if TYPE_CHECKING:
    from indicatietool.gui.wizard import Wizard
    from indicatietool.session.desk import Desk
    from indicatietool.session.session import Session


class MainWindow(QMainWindow):
    """Het venster van de indicatietool."""

    ready = Signal()

    def __init__(self, dossiers: Path, normen: Path, vandaag: date) -> None:
        """Show the start screen; folders are read after the first paint.

        Args:
            dossiers: folder with the user's dossiers.
            normen: folder with the normenkaders.
            vandaag: today's date.
        """
        super().__init__()
        self._places = dossiers, normen, vandaag
        self._desk: Desk | None = None
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
        self._make_menu()
        self.start.new_asked.connect(lambda: self._open(lambda: self.desk.new()))
        self.start.open_asked.connect(lambda nummer: self._open(lambda: self.desk.open(nummer)))
        self.start.practice_asked.connect(lambda casus: self._open(lambda: self.desk.practice(casus)))
        QTimer.singleShot(0, self._fill_after_paint)

    @property
    def desk(self) -> "Desk":
        """Return the desk; the first call imports what the start screen does not need."""
        if self._desk is None:
            from indicatietool.session.desk import Desk

            self._desk = Desk(*self._places)
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
        kop = session.kader.kader
        self._kader.setText(f"Normenkader {kop.naam} {kop.versie} · status {kop.status}")
        self._refresh_title()

    def show_start(self) -> None:
        """Save, and go back to the list of dossiers."""
        if self._close_wizard():
            self._stack.setCurrentWidget(self.start)
            self.setWindowTitle("Indicatietool")
            self._fill_dossiers()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save before closing; ask when that fails."""
        event.accept() if self._close_wizard() else event.ignore()

    def _fill_after_paint(self) -> None:
        QApplication.processEvents()
        self._fill_dossiers()
        try:
            self.start.show_cases(self.desk.practice_cases())
        except IndicatietoolError as error:
            warn(self, str(error))
        self.ready.emit()

    def _fill_dossiers(self) -> None:
        try:
            self.start.show_dossiers(self.desk.list())
        except IndicatietoolError as error:
            warn(self, str(error))

    def _open(self, make: "Callable[[], Session]") -> None:
        try:
            session = make()
        except IndicatietoolError as error:
            warn(self, str(error))
            return
        self.open_session(session)

    def _close_wizard(self) -> bool:
        if self.wizard is None:
            return True
        question = "Het dossier kon niet worden bewaard. Toch sluiten? Wat u typte gaat dan verloren."
        if not self.wizard.view.save() and not ask(self, question):
            return False
        self._stack.removeWidget(self.wizard)
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

    def _make_menu(self) -> None:
        menu = self.menuBar().addMenu("&Bestand")
        for text, shortcut, slot in (
            ("&Start: alle dossiers", QKeySequence("Ctrl+Home"), self.show_start),
            ("Nu &opslaan", QKeySequence.StandardKey.Save, self._save),
            ("&Afsluiten", QKeySequence("Ctrl+Q"), self.close),
        ):
            action = QAction(text, self)
            action.setShortcut(shortcut)
            action.triggered.connect(slot)
            menu.addAction(action)

    def _save(self) -> None:
        if self.wizard is not None:
            self.wizard.view.save()
