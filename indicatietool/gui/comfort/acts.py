"""What the menus Bewerken, Beeld and Help do, and reading in a kader.

What a dialog needs is imported when it is asked for: none of it is part of the start.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from indicatietool import __version__
from indicatietool.gui.comfort.undo import FieldFirst
from indicatietool.gui.messages import tell
from indicatietool.session.steps import StapSoort

if TYPE_CHECKING:
    from indicatietool.gui.kader_browser import KaderBrowser
    from indicatietool.gui.window import MainWindow

ABOUT = (
    "Indicatietool {}\n\nHulpmiddel bij het indiceren van individuele begeleiding (Wmo). De tool doet een "
    "voorstel; "
    "u besluit. Het programma maakt geen verbinding met het internet.\n\nLicentie: EUPL-1.2."
)


class ComfortActs(QObject):
    """Terughalen, zoeken, hulp, en wat er verder bij het werk helpt."""

    def __init__(self, window: "MainWindow") -> None:
        """Act in this window."""
        super().__init__(window)
        self._window = window
        self._browser: KaderBrowser | None = None
        self._field_first = FieldFirst(self)

    def undo(self) -> None:
        """Take the last step back, and show where it was."""
        self._travel("to_undo", "undo", "Ongedaan gemaakt", "Er is niets om ongedaan te maken.")

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travel("to_redo", "redo", "Opnieuw gedaan", "Er is niets om opnieuw te doen.")

    def find(self) -> None:
        """Look in the open dossier, or in the list of dossiers."""
        window = self._window
        if window.wizard is None:
            if window.home.panel is not None:
                window.home.panel.search.setFocus()
                window.home.panel.search.selectAll()
            return
        from indicatietool.gui.comfort.find import FindDialog

        dialog = FindDialog(window, window.wizard.view.session)
        dialog.chosen.connect(window.wizard.view.step_asked)
        dialog.open()

    def next_gap(self) -> None:
        """Go to the next thing that is still missing for a definitief dossier."""
        from indicatietool.session.checks import missing
        from indicatietool.session.volgende import next_gap

        wizard = self._window.wizard
        if wizard is None:
            self._window.say("Open eerst een dossier.")
            return
        session = wizard.view.session
        gaps = missing(session.kader, session.dossier, session.indicatie)
        gap = next_gap(gaps, wizard.view.steps(), wizard.current_step, _names_in_hand(wizard.page))
        if gap is None:
            self._window.say("Alles is ingevuld.")
            wizard.go_to(StapSoort.CONTROLEREN, "definitief.maken")
            return
        wizard.go_to(gap.stap, gap.veld)
        if not gap.veld:
            wizard.page.focus_first()
        self._window.say(gap.tekst)

    def help(self) -> None:
        """Show the handleiding at what is on screen."""
        window = self._window
        if window.wizard is not None:
            onderwerp = window.wizard.current_step.partition(".")[0]
        elif window.home.panel is None:
            onderwerp = "kluis"
        else:
            onderwerp = "oefenen" if window.home.panel.desk.is_practice else "start"
        from indicatietool.gui.comfort.help import HelpDialog

        HelpDialog(window, onderwerp).open()

    def keys(self) -> None:
        """Show all keys."""
        from indicatietool.gui.comfort.keys import KeysDialog

        window = self._window
        page_keys = getattr(window.wizard.page, "toetsen", ()) if window.wizard is not None else ()
        KeysDialog(window, window.menuBar(), page_keys).open()

    def about(self) -> None:
        """Tell what program this is."""
        tell(self._window, ABOUT.format(__version__))

    def show_kader(self) -> None:
        """Look through the normenkader of the open dossier, or through all."""
        from indicatietool.gui.kader_browser import KaderBrowser

        window = self._window
        open_kader = window.wizard.view.session.geladen if window.wizard is not None else None
        kaders = (open_kader,) if open_kader is not None else window.toegang.kaders.usable()
        self._browser = KaderBrowser(kaders)
        self._browser.show()

    def ask_kader(self) -> None:
        """Ask which kader is read in."""
        folder = QFileDialog.getExistingDirectory(self._window, "Welke map met een normenkader leest u in?")
        if folder:
            self._window.attempt(lambda: self.read_in_kader(Path(folder)))

    def read_in_kader(self, pad: Path) -> None:
        """Check a kader from outside, keep a copy, and tell what came in.

        Raises:
            NormenkaderError: it can't be used; nothing was kept.
        """
        window = self._window
        geladen = window.toegang.kaders.read_in(pad)
        window.refresh_kaders()
        tell(
            window,
            f"{geladen.name} is ingelezen: {len(geladen.kader.taken)} taken, "
            f"{len(geladen.voorbeelden)} voorbeelden nagerekend.",
        )

    def _travel(self, words: str, go: str, done: str, nothing: str) -> None:
        window = self._window
        what = getattr(window.wizard.view.session, words) if window.wizard is not None else ""
        if what and getattr(window.wizard.view, go)():
            window.say(f"{done}: {what}")
        else:
            window.say(nothing)


def _names_in_hand(page: QWidget) -> list[str]:
    """Return the names of what has the focus on a page, and of what it stands in."""
    names: list[str] = []
    widget = page.window().focusWidget()
    while widget is not None and widget is not page:
        names.append(widget.objectName())
        widget = widget.parentWidget()
    return names
