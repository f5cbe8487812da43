"""The main window: the start screen or one consultation. Opens, saves and closes; the rest is elsewhere.

Comes in: how to get at the Toegang. Goes out: sessions on screen. Nothing heavy is imported before the first
paint.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget

from indicatietool.gui.peek import glance
from indicatietool.gui.start_page import StartPage

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from indicatietool.domain.antwoorden import Antwoorden
    from indicatietool.errors import IndicatietoolError
    from indicatietool.gui.aside import Aside
    from indicatietool.gui.comfort.appearance import Appearance
    from indicatietool.gui.kluis.lock import Lock
    from indicatietool.gui.start.dossiers import DossierPanel
    from indicatietool.gui.start.screen import StartScreen
    from indicatietool.gui.wizard import Place, Wizard
    from indicatietool.session.desk import Desk
    from indicatietool.session.instellingen import Instellingen
    from indicatietool.session.session import Session
    from indicatietool.session.toegang import Toegang
    from indicatietool.session.wat_als import WatAls

NAME = "Indicatietool"
OFFLINE = "Offline: dit programma maakt geen verbinding"
PATIENCE_MS = 400
"""A save that takes longer goes on beside the window."""


class MainWindow(QMainWindow):
    """Het venster van de indicatietool."""

    ready = Signal()
    kluis_opened = Signal()
    session_opened = Signal()

    def __init__(
        self, make_toegang: "Callable[[], Toegang]", preferences: Path, meegegeven: Path | None = None
    ) -> None:
        """Show the start screen; dossiers and normenkaders are read after the first paint.

        Args:
            make_toegang: makes the way to the kluizen; called once, after the first paint.
            preferences: the file that remembers how the window looks.
            meegegeven: a file with a dossier that the program was opened with.
        """
        super().__init__()
        self._make_toegang = make_toegang
        self.meegegeven = meegegeven
        self._preferences = preferences
        self.exit_code = 0
        self._toegang: Toegang | None = None
        self._may_close = self._is_closing = False
        self._wish: Callable[[], None] | None = None
        self._leaving: Aside[None] | None = None
        self.desk: Desk | None = None
        self.settings: Instellingen | None = None
        self.home: StartScreen | None = None
        self.wizard: Wizard | None = None
        self.trial: WatAls | None = None
        self.appearance: Appearance | None = None
        self.lock: Lock | None = None
        self.setWindowTitle(NAME)
        box = glance(preferences).venster
        self.setGeometry(*box) if box else self.resize(1280, 800)
        self.start = StartPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self._saved = QLabel(OFFLINE)
        self._kader = QLabel()
        self.statusBar().addWidget(self._saved)
        self.statusBar().addPermanentWidget(self._kader)
        self.menuBar()
        self.setAcceptDrops(True)
        self.start.painted.connect(self._complete)

    # -- what there is --------------------------------------------------------------------------

    @property
    def toegang(self) -> "Toegang":
        """Return the way to the kluizen; the first call imports what the start screen does not need."""
        if self._toegang is None:
            self._toegang = self._make_toegang()
        return self._toegang

    @property
    def dossiers(self) -> "DossierPanel | None":
        """Return the list of my dossiers; None while the kluis is closed."""
        return self.home.dossiers if self.home is not None else None

    # -- dossiers -------------------------------------------------------------------------------

    def open_from(self, make: "Callable[[], Session]", place: "Place | None" = None) -> None:
        """Save what is open, make a session and show it; a message follows where that can't be."""

        def go_on() -> None:
            if not self.attempt(lambda: self._show_session(make(), place)):
                self._show_list()

        self.put_away(go_on)

    def show_start(self) -> None:
        """Save, and go back to the list of dossiers."""
        self.put_away(self._show_list)

    def put_away(self, then: Callable[[], None]) -> None:
        """Save and close the open dossier, then go on; ask first when saving fails.

        What is asked while a slow disk is still saving comes in the place of what was asked before.
        """

        def go_on() -> None:
            wish, self._wish = self._wish, None
            self.drop_wizard()
            if wish is not None:
                wish()

        def failed(error: "IndicatietoolError") -> None:
            from indicatietool.gui.messages import ask

            question = f"{error}\n\nToch sluiten? Wat nog niet is bewaard, gaat dan verloren."
            if ask(self, question):
                go_on()

        if self.wizard is None:
            then()
            return
        self._wish = then
        if self._leaving is None or not self._leaving.is_running:
            self._leaving = self.save_aside(go_on, failed)

    def save_aside(
        self, saved: Callable[[], None], failed: "Callable[[IndicatietoolError], None]"
    ) -> "Aside[None]":
        """Save all of the open dossier beside the window; a quick disk is waited for."""
        from indicatietool.gui.aside import Aside

        wizard = self.wizard
        assert wizard is not None, "there is nothing to save"
        focus = self.focusWidget()
        wizard.view.rest()
        wizard.setEnabled(False)
        self._saved.setText("Wordt bewaard…")

        def ended(_none: None) -> None:
            if self.wizard is wizard:
                wizard.setEnabled(True)
                wizard.view.note_written(None)
            saved()

        def kept(error: "IndicatietoolError") -> None:
            wizard.setEnabled(True)
            if focus is not None:
                focus.setFocus()
            wizard.view.note_written(error)
            failed(error)

        aside = Aside(self, wizard.view.session.save, ended, kept)
        aside.wait(PATIENCE_MS)
        return aside

    def drop_wizard(self) -> None:
        """Take the open dossier off the screen; what was not saved is gone."""
        if self.wizard is None:
            return
        self.wizard.view.close()
        self._take_off(self.wizard)
        self._saved.setText(OFFLINE)
        self._kader.setText("")
        self.refresh_title()

    def _say_kader(self, text: str) -> None:
        """Say in the status bar which kader is in use, in at most half of it."""
        from PySide6.QtCore import Qt  # 20 ms at its first use, which the first paint can't spare

        metrics, half = self._kader.fontMetrics(), self.width() // 2
        self._kader.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, half))
        self._kader.setToolTip(text)

    def _take_off(self, wizard: "Wizard") -> None:
        self._stack.removeWidget(wizard)
        wizard.hide()
        wizard.deleteLater()
        self.wizard = None

    def attempt(self, action: Callable[[], None]) -> bool:
        """Do something; a message follows where it can't be done. Tells whether it was done."""
        from indicatietool.errors import IndicatietoolError
        from indicatietool.gui.messages import warn

        try:
            action()
        except IndicatietoolError as error:
            warn(self, str(error))
            return False
        return True

    def say(self, text: str) -> None:
        """Say something in the status bar."""
        self._saved.setText(text)

    def save(self) -> None:
        """Save the open dossier now, beside the window."""
        if self.wizard is not None and not self.wizard.view.save_aside():
            self.say("Alles is al opgeslagen")

    def rescue(self) -> bool:
        """Save now and without questions, for what comes unannounced; tells whether all is on disk."""
        return self.wizard is None or self.wizard.view.save()

    def leave(self, exit_code: int = 0) -> None:
        """Save and close without questions: the system ends, or the program can't go on."""
        self.rescue()
        self.exit_code, self._may_close = exit_code, True
        self.close()

    # -- events ---------------------------------------------------------------------------------

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Save before closing; a slow disk is waited for, a failure is asked about."""
        if not self._may_close:
            self._is_closing = True
            self.put_away(self._allow_close)
            self._is_closing = False
        if self._may_close:
            self._close_all()
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take what can be read in: a kader, or a dossier from a colleague."""
        from indicatietool.gui.comfort.drop import dropped_file

        if self.home is not None and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Read in what was dropped."""
        from indicatietool.gui.comfort.drop import dropped_file, take

        pad = dropped_file(event.mimeData())
        if pad is not None:
            event.acceptProposedAction()
            self.attempt(lambda: take(self, pad))

    # -- inside ---------------------------------------------------------------------------------

    def _complete(self) -> None:
        from indicatietool.gui import theme
        from indicatietool.gui.complete import complete

        theme.complete(QApplication.instance())
        complete(self, self._preferences)
        self.ready.emit()

    def _show_session(self, session: "Session", place: "Place | None", trial: "WatAls | None" = None) -> None:
        from indicatietool.gui.view_model import ViewModel
        from indicatietool.gui.wizard import Wizard

        shows_bsn = self.settings is not None and self.settings.bsn
        view = ViewModel(session, self, shows_bsn=shows_bsn, hides_names=self.appearance.hides_names)
        wizard = self.wizard = Wizard(view, is_trial=trial is not None)
        self.trial = trial
        kop = session.kader.kader
        self._saved.setText("")
        self._say_kader(f"Normenkader {kop.naam} {kop.versie} · status {kop.status}")
        wizard.left.connect(self.show_start)
        wizard.reopen_asked.connect(self.dossier_acts.ask_reopen)
        wizard.trying_ended.connect(self.dossier_acts.end_trial)
        wizard.view.saved.connect(self.say)
        wizard.view.not_saved.connect(lambda _text: self._saved.setText("Niet opgeslagen"))
        wizard.view.changed.connect(self.refresh_title)
        if trial is not None:
            from indicatietool.gui.trainer.wat_als import add_panel

            add_panel(wizard, trial, self.show_trial)
        self._stack.addWidget(wizard)
        self._stack.setCurrentWidget(wizard)
        wizard.resume(place)
        self.refresh_title()
        self.session_opened.emit()

    def remake_wizard(self, place: "Place") -> None:
        """Make the widgets of the open dossier anew; the dossier itself is not touched."""
        old = self.wizard
        session = old.view.session
        old.view.rest()
        old.view.deleteLater()
        self._take_off(old)
        self._show_session(session, place, self.trial)
        self.wizard.view.save_soon()

    def try_out(self, antwoorden: "Antwoorden | None" = None) -> None:
        """Show a copy of the open dossier to try things on; nothing of it is kept.

        Args:
            antwoorden: what is answered on the copy; None begins with the answers of the dossier.
        """
        from indicatietool.session.wat_als import try_on, with_answers

        trial = self.trial or try_on(self.wizard.view.session)
        self.show_trial(trial if antwoorden is None else with_answers(trial, antwoorden))

    def show_trial(self, trial: "WatAls") -> None:
        """Show a copy to try things on, where the consulent was."""
        place = self.wizard.place
        self.put_away(lambda: self._show_session(trial.session, place, trial))

    def show_home(self) -> None:
        """Show the start screen as it is."""
        self._stack.setCurrentWidget(self.start)

    def refresh_list(self) -> None:
        """Read the list of dossiers on screen anew."""
        if self.home.panel is not None:
            self.attempt(self.home.panel.refresh)

    def refresh_kaders(self) -> None:
        """Show anew which normenkaders there are."""
        from indicatietool.gui.complete import show_kaders

        if self.home.panel is not None:
            show_kaders(self, self.home.panel)

    def _show_list(self) -> None:
        self.show_home()
        self.refresh_list()
        self.home.focus_first()

    def refresh_title(self) -> None:
        """Say in the title which dossier is open and how far it is; never whose it is."""
        if self.wizard is None:
            self.setWindowTitle(NAME)
            return
        from indicatietool.session.steps import scored

        session = self.wizard.view.session
        done, total = scored(session.indicatie)
        soort = "oefening" if session.dossier.oefening else "dossier"
        self.setWindowTitle(f"{NAME} – {soort} {session.dossier.nummer} – {done} van {total} taken")

    def _allow_close(self) -> None:
        self._may_close = True
        if not self._is_closing:
            self.close()

    def _close_all(self) -> None:
        from indicatietool.gui.complete import close_all

        if self.home is not None:
            close_all(self)
