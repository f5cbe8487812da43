"""The door of the kluis on the start screen: welcome, herstelcode, unlocking; the slow work goes beside it.

Comes in: the Toegang. Goes out: a Desk with an open kluis, and what to tell about it.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from indicatietool.domain.kluis import ImportVerslag
from indicatietool.errors import IndicatietoolError, IntegriteitError
from indicatietool.gui.aside import Aside
from indicatietool.gui.kluis.pages import DoorLeaf, FirstStart, Unlock
from indicatietool.gui.kluis.recovery import RecoveryPage
from indicatietool.session.desk import Desk
from indicatietool.session.instellingen import set_code_unproven
from indicatietool.session.toegang import Toegang

OPENING = "De kluis wordt geopend…"
MAKING = "De kluis wordt gemaakt…"

Entered = tuple[Desk, str]


class Door(QStackedWidget):
    """De deur van de kluis."""

    opened = Signal(object, str)
    practice_asked = Signal()

    def __init__(self, toegang: Toegang) -> None:
        """Stand before the kluis of this user."""
        super().__init__()
        self._toegang = toegang
        self._entered: Entered | None = None
        self.aside: Aside | None = None
        self.first, self.recovery, self.unlock = FirstStart(), RecoveryPage(), Unlock()
        self.recovery.practise.hide()
        for leaf in (self.first, self.recovery, self.unlock):
            self.addWidget(leaf)
            leaf.practice_asked.connect(self.practice_asked)
        self.first.asked.connect(self._make)
        self.recovery.kept.connect(self._on_kept)
        self.unlock.asked.connect(self._unlock)
        self.unlock.code_asked.connect(self.ask_code)
        self.unlock.restore_asked.connect(self.ask_restore)

    @property
    def leaf(self) -> DoorLeaf:
        """Return what stands on screen."""
        return self.currentWidget()

    @property
    def is_busy(self) -> bool:
        """Tell whether something runs, or a herstelcode is on screen that is shown only once."""
        return self._entered is not None or (self.aside is not None and self.aside.is_running)

    def show_closed(self, text: str = "") -> None:
        """Show the welcome, or the closed door, with something good to tell."""
        leaf = self.unlock if self._toegang.has_kluis else self.first
        self.first.show_loose(self._toegang.loose_count)
        self.first.pair.clear()
        self.unlock.field.clear()
        self.setCurrentWidget(leaf)
        leaf.set_busy("")
        leaf.tell(text, is_problem=False)
        leaf.focus_first()

    def leave_unproven(self) -> None:
        """Close a kluis whose herstelcode was still on screen."""
        if self._entered is not None:
            desk, _ = self._entered
            self._entered = None
            self.recovery.forget()
            desk.kluis.close()

    def enter(self, make: Callable[[], Desk], meanwhile: str) -> None:
        """Open the kluis in some way, take in the loose dossiers of before, and tell the window."""
        self._aside(lambda: self._take_in(make()), self._on_entered, meanwhile)

    def ask_code(self) -> None:
        """Ask for the herstelcode and a new wachtwoord."""
        from indicatietool.gui.kluis.reset import ResetDialog

        dialog = ResetDialog(self, self._toegang)
        dialog.opened.connect(self._on_desk)
        dialog.open()

    def ask_restore(self) -> None:
        """Ask which copy comes back."""
        from indicatietool.gui.kluis.restore import RestoreDialog

        dialog = RestoreDialog(self, self._toegang)
        dialog.opened.connect(self._on_desk)
        dialog.open()

    def _aside(self, work: Callable[[], object], then: Callable[..., None], meanwhile: str) -> None:
        leaf = self.leaf

        def failed(error: IndicatietoolError) -> None:
            leaf.set_busy("")
            leaf.tell(_with_way_out(error))
            leaf.focus_first()

        def ended(result: object) -> None:
            leaf.set_busy("")
            then(result)

        leaf.set_busy(meanwhile)
        self.aside = Aside(self, work, ended, failed)

    def _make(self, wachtwoord: str) -> None:
        self._aside(lambda: self._create(wachtwoord), self._on_made, MAKING)

    def _create(self, wachtwoord: str) -> tuple[Entered, str]:
        desk, code = self._toegang.create(wachtwoord)
        set_code_unproven(desk.kluis, True)
        return self._take_in(desk), code

    def _on_made(self, made: tuple[Entered, str]) -> None:
        self._entered, code = made
        self.first.pair.clear()
        self.recovery.show_code(code)
        self.setCurrentWidget(self.recovery)
        self.recovery.focus_first()

    def _on_kept(self) -> None:
        entered, self._entered = self._entered, None
        if entered is None:
            return
        self.recovery.forget()
        desk, tekst = entered
        try:
            set_code_unproven(desk.kluis, False)
        except IndicatietoolError as error:
            tekst = f"{tekst}\n{error}".strip()
        self.opened.emit(desk, tekst)

    def _unlock(self, wachtwoord: str) -> None:
        self.enter(lambda: self._toegang.unlock(wachtwoord), OPENING)

    def _on_desk(self, desk: Desk) -> None:
        self.enter(lambda: desk, OPENING)

    def _take_in(self, desk: Desk) -> Entered:
        desk.kaders.usable()  # read here, beside the window, so that the list of dossiers stands at once
        try:
            return desk, tell_import(self._toegang.import_loose(desk))
        except IndicatietoolError as error:
            return desk, f"De dossiers van vóór de kluis zijn nog niet ingelezen. {error}"

    def _on_entered(self, entered: Entered) -> None:
        self.unlock.field.clear()
        self.opened.emit(*entered)


def tell_import(verslag: ImportVerslag) -> str:
    """Return in words what was read in and what stayed; empty when there was nothing."""
    lines = []
    if verslag.ingelezen:
        aantal = len(verslag.ingelezen)
        lines.append(
            f"{aantal} {'dossier' if aantal == 1 else 'dossiers'} van vóór de kluis "
            f"{'staat' if aantal == 1 else 'staan'} nu in de kluis. De losse bestanden zijn weg."
        )
    lines += [f"Dossier {oud} heet nu {nieuw}." for oud, nieuw in verslag.hernummerd]
    if verslag.oefening:
        lines.append(
            f"{len(verslag.oefening)} oefendossier(s) zijn blijven staan; die horen in de oefenkluis."
        )
    lines += [f"{naam} is niet ingelezen en staat er nog: {reden}" for naam, reden in verslag.gebleven]
    return "\n".join(lines)


def _with_way_out(error: IndicatietoolError) -> str:
    if isinstance(error, IntegriteitError):
        return f"{error} Kies hieronder “Een kopie terugzetten”."
    return str(error)
