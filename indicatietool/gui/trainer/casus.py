"""Writing a practice case: its story and, per taak of the open practice dossier, why the model answers so.

Comes in: the session whose answers are the model. Goes out: the case in the dossier, kept while one types and
taken back with undo. The answers themselves are changed on the pages.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from indicatietool.domain.oefening import CasusNiveau, Oefencasus
from indicatietool.errors import IndicatietoolError, InvoerError
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.pages.base import card
from indicatietool.gui.theme import text_label
from indicatietool.gui.trainer.casus_delen import hand_out
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.editors import KeuzeEditor, labelled
from indicatietool.gui.widgets.tekst_editor import TekstEditor
from indicatietool.session.oefenen.schrijven import HANDED_OUT, advice, write_case
from indicatietool.session.oefenen.vergelijk_tekst import per_week

if TYPE_CHECKING:
    from indicatietool.gui.window import MainWindow
    from indicatietool.session.session import Session

__all__ = ["CasusDialog", "hand_out"]

TITLE = "Casus schrijven"
HOW = (
    "De antwoorden in dit oefendossier zijn het model. Hier schrijft u het verhaal en de redenen erbij. "
    "Alles wordt bewaard terwijl u typt."
)
NO_STORY = "Het verhaal is nog niet geschreven."
FIRST_WHY = "{}: schrijf eerst waarom dit antwoord past. Tot dan wordt de andere reden niet bewaard."
NOTHING = "Er is niets meer op te merken."
REST_MS = 400
"""Rest after the last key before it is kept."""


class CasusDialog(Dialog):
    """Het verhaal, het leerdoel en de redenen van één casus."""

    def __init__(self, parent: "MainWindow", session: "Session") -> None:
        """Show the case of the open practice dossier, or an empty one.

        Raises:
            InvoerError: a real dossier, a definitief one, or the dossier of someone who practises.
        """
        _require_own(session)
        super().__init__(parent, TITLE, HOW, cancel="&Sluiten")
        self._window, self._session = parent, session
        self._is_dirty = False
        self.titel, self.leerdoel = _line("casus.titel"), _line("casus.leerdoel")
        self.niveau = KeuzeEditor(())
        self.niveau.setObjectName("casus.niveau")
        self.niveau.clear_choices_to([(niveau, str(niveau)) for niveau in CasusNiveau])
        self.vignet, self.bespreekpunten = _text("casus.vignet", 10), _text("casus.bespreekpunten", 3)
        self.redenen: dict[str, tuple[TekstEditor, TekstEditor]] = {}
        self.advice = text_label()
        self.advice.setObjectName("casus.advies")
        self.share = named_button("Uit&delen…", "casus.uitdelen", "Deze casus uitdelen", "save")
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._lay_out()
        self._load()
        self._bind()
        self._advise()
        self.grow(860, 720)
        self.titel.setFocus()

    def keep(self) -> bool:
        """Keep what was typed now; tells whether it could be kept."""
        self._soon.stop()
        if not self._is_dirty:
            return True
        try:
            casus = self._written()
        except IndicatietoolError as error:
            self.tell(str(error))
            return False
        self.tell(self._unfinished())
        self._is_dirty = not self._window.wizard.view.act(self._session.set_oefencasus, casus)
        self._advise()
        return not self._is_dirty

    def reject(self) -> None:
        """Keep what was typed and close."""
        self.keep()
        super().reject()

    def _texts(self) -> tuple[TekstEditor, ...]:
        return (
            self.vignet,
            self.bespreekpunten,
            *(editor for pair in self.redenen.values() for editor in pair),
        )

    def _written(self) -> Oefencasus:
        """Return the case as it stands; a title or story that is still to come has words to say so."""
        return write_case(
            self._session,
            titel=self.titel.text().strip() or self._no_title,
            niveau=self.niveau.value(),
            leerdoel=self.leerdoel.text(),
            vignet=self.vignet.value().strip() or NO_STORY,
            bespreekpunten=self.bespreekpunten.value(),
            redenen={taak: (waarom.value(), niet.value()) for taak, (waarom, niet) in self.redenen.items()},
        )

    @property
    def _no_title(self) -> str:
        return f"Casus {self._session.dossier.nummer}"

    def _unfinished(self) -> str:
        for taak, (waarom, niet) in self.redenen.items():
            if niet.value().strip() and not waarom.value().strip():
                return FIRST_WHY.format(self._session.uitkomst(taak).naam)
        return ""

    def _advise(self) -> None:
        casus = self._session.dossier.oefencasus
        regels = advice(self._session, casus) if casus is not None else ()
        self.advice.setText("\n".join(f"– {regel}" for regel in regels) if regels else NOTHING)

    def _on_edited(self) -> None:
        self._is_dirty = True
        self._soon.start()

    def _on_share(self) -> None:
        if self.keep():
            try:
                hand_out(self._window, None, self._session)
            except IndicatietoolError as error:
                self.tell(str(error))

    def _bind(self) -> None:
        for line in (self.titel, self.leerdoel):
            line.textEdited.connect(self._on_edited)
        self.niveau.edited.connect(self._on_edited)
        for editor in self._texts():
            editor.edited.connect(self._on_edited)
        self._soon.timeout.connect(self.keep)
        self.share.clicked.connect(self._on_share)

    def _load(self) -> None:
        casus = self._session.dossier.oefencasus
        if casus is None:
            return
        self.titel.setText("" if casus.titel == self._no_title else casus.titel)
        self.niveau.set_value(casus.niveau)
        self.leerdoel.setText(casus.leerdoel)
        self.leerdoel.setCursorPosition(0)
        self.vignet.set_value("" if casus.vignet == NO_STORY else casus.vignet)
        self.bespreekpunten.set_value(casus.bespreekpunten)
        for taak, (waarom, niet) in self.redenen.items():
            reden = casus.reden(taak)
            if reden is not None:
                waarom.set_value(reden.waarom)
                niet.set_value(reden.waarom_niet)

    def _lay_out(self) -> None:
        for label, editor, uitleg in (
            ("Titel", self.titel, "Zonder blok of uitkomst erin: wie oefent, ziet de titel."),
            ("Niveau", self.niveau, ""),
            ("Leerdoel", self.leerdoel, "Wat leert iemand van deze casus? Eén zin."),
            ("Het verhaal", self.vignet, "Wat u ziet en hoort. Geen scores, geen minuten."),
            ("Om te bespreken", self.bespreekpunten, "Alleen voor de trainer."),
        ):
            self.body.addWidget(labelled(label, editor, uitleg))
        for uitkomst in self._session.indicatie.taken:
            self.body.addWidget(self._reasons_of(uitkomst.taak))
        if not self._session.indicatie.taken:
            self.body.addWidget(text_label("Er is nog geen taak gekozen. Scoor eerst het model."))
        frame, layout = card("Nog eens bekijken")
        layout.addWidget(self.advice)
        self.body.addWidget(frame)
        self.body.addStretch(1)
        self.buttons.addButton(self.share, QDialogButtonBox.ButtonRole.ActionRole)
        for button in (self.share, self.cancel):
            button.setAutoDefault(False)  # Enter in a line of text may not close or share anything

    def _reasons_of(self, taak: str) -> QWidget:
        uitkomst = self._session.uitkomst(taak)
        frame, layout = card(uitkomst.naam)
        antwoord = self._session.dossier.antwoorden.taak(taak)
        delen = (uitkomst.blok or "", str(antwoord.frequentie or ""), per_week(uitkomst.minuten_per_week))
        layout.addWidget(text_label(", ".join(deel for deel in delen if deel), soft=True))
        pair = (_text(f"reden.{taak}.waarom", 2), _text(f"reden.{taak}.niet", 2))
        for label, editor in zip(
            ("Waarom dit antwoord past", "Waarom iets anders niet past"), pair, strict=True
        ):
            layout.addWidget(labelled(label, editor))
            editor.setAccessibleName(f"{uitkomst.naam}: {label.lower()}")
        self.redenen[taak] = pair
        return frame


def _require_own(session: "Session") -> None:
    dossier = session.dossier
    if not dossier.oefening:
        raise InvoerError("Dit is een echt dossier. Schrijf een casus in een oefendossier.")
    if dossier.oefencasus is not None and dossier.oefencasus.uitgedeeld:
        raise InvoerError(HANDED_OUT)
    if session.is_definitief:
        raise InvoerError("Dit oefendossier is definitief. Heropen het eerst.")


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setMaxLength(200)
    return line


def _text(name: str, lines: int) -> TekstEditor:
    editor = TekstEditor(lines)
    editor.setObjectName(name)
    return editor
