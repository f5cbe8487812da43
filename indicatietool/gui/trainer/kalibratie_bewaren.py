"""Keeping the anonymous uitslag of a practice dossier: all that goes in the file is shown first."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QWidget

from indicatietool.domain.uitslag import Uitslag
from indicatietool.errors import IndicatietoolError
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.save_as import ask_where
from indicatietool.gui.theme import enlarge, text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.session.desk import Desk
from indicatietool.session.kalibratie.deelnemer import begin_as_another, secret_of
from indicatietool.session.kalibratie.inleveren import (
    NOTHING_MORE,
    file_name,
    file_text,
    in_words,
    missing,
    uitslag_of,
    write,
)
from indicatietool.session.session import Session

UITLEG = "Dit levert u in bij de trainer. Hieronder staat alles wat in het bestand komt. " + NOTHING_MORE
NOT_YET = "Er is nog geen uitslag. Wat eerst moet:"
AS_ANOTHER = "Vanaf nu telt wie op deze laptop inlevert als een andere deelnemer. Bewaar de uitslag nu."


class UitslagDialog(Dialog):
    """De uitslag van een oefencasus bekijken en bewaren."""

    def __init__(self, parent: QWidget | None, desk: Desk, session: Session) -> None:
        """Show what goes in the file, or what must be done first.

        Args:
            parent: the window it belongs to.
            desk: of the oefenkluis, which knows who hands in.
            session: the practice dossier.
        """
        super().__init__(parent, "Uitslag bewaren", UITLEG, ok="&Bewaren…")
        self._desk, self._session = desk, session
        self.uitslag: Uitslag | None = None
        self._values: list[QLabel] = []
        self.another = named_button("Ik ben een andere &deelnemer op deze laptop", "uitslag.ander")
        self.another.setAutoDefault(False)
        self.file = QPlainTextEdit()
        self.file.setObjectName("uitslag.bestand")
        self.file.setAccessibleName("Het bestand, letter voor letter")
        self.file.setReadOnly(True)
        self.file.setTabChangesFocus(True)
        self.file.setMinimumHeight(self.fontMetrics().height() * 8)
        self.another.clicked.connect(self._begin_as_another)
        gebreken = missing(session)
        self.ok.setEnabled(not gebreken)
        if gebreken:
            for zin in (NOT_YET, *gebreken):
                self.body.addWidget(text_label(zin))
            self.body.addStretch(1)
            return
        self._attempt(lambda: self._lay_out(uitslag_of(session, secret_of(desk.kluis))))
        self.ok.setEnabled(self.uitslag is not None)

    def _lay_out(self, uitslag: Uitslag) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(18)
        for row, (naam, _) in enumerate(in_words(uitslag, self._session.kader)):
            label = text_label(naam)
            enlarge(label, 1.0, bold=True)
            self._values.append(text_label())
            grid.addWidget(label, row, 0)
            grid.addWidget(self._values[-1], row, 1)
        self.body.addLayout(grid)
        self.body.addWidget(text_label("Het bestand, letter voor letter:"))
        self.body.addWidget(self.file)
        self.body.addWidget(self.another)
        self._show(uitslag)

    def _show(self, uitslag: Uitslag) -> None:
        self.uitslag = uitslag
        for label, (_, tekst) in zip(self._values, in_words(uitslag, self._session.kader), strict=True):
            label.setText(tekst)
        self.file.setPlainText(file_text(uitslag))

    def _begin_as_another(self) -> None:
        self._attempt(lambda: self._show(uitslag_of(self._session, begin_as_another(self._desk.kluis))))
        self.tell(AS_ANOTHER)

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except IndicatietoolError as error:
            self.tell(str(error))

    def submit(self) -> None:
        """Ask where the file goes and write it."""
        pad = ask_where(self, "de uitslag", file_name(self.uitslag), "Uitslag (*.uitslag)")
        if pad is not None:
            self._attempt(lambda: self._write(pad))

    def _write(self, pad: Path) -> None:
        write(self.uitslag, pad)
        self.tell(f"De uitslag staat in {pad.name}. Lever dat bestand in bij de trainer.")
        self.cancel.setText("&Sluiten")
