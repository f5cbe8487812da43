"""Texts of the consulent's own beside a motivering: insert one, keep what is selected, remove one."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.comfort.announce import show_message
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import GROEN, ROOD, colour, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.editors import KeuzeEditor, RegelEditor, TekstEditor, labelled
from indicatietool.session.tekstblokken import Tekstblok, blocks_of, drop_block, keep_block

NO_CLIENT = "Een tekstblok gebruikt u ook bij anderen. Zet er geen gegevens van de cliënt in."


class TekstblokBalk(QWidget):
    """De eigen tekstblokken bij één tekstvak; alleen in een kluis."""

    def __init__(self, view: ViewModel, editor: TekstEditor, waarbij: str) -> None:
        """Work with the blocks for this editor.

        Args:
            view: the consultation; its kluis holds the blocks.
            editor: where a block goes, and where a new one comes from.
            waarbij: what the editor is for, for a screen reader.
        """
        super().__init__()
        self._session, self._editor = view.session, editor
        self._blocks: tuple[Tekstblok, ...] = ()
        self.choice = KeuzeEditor((), leeg="— kies —")
        self.choice.setObjectName("tekstblok.keuze")
        self.choice.setAccessibleName(f"Tekstblok bij {waarbij}")
        self.insert = named_button("Invoegen", "tekstblok.invoegen", f"Tekstblok invoegen bij {waarbij}")
        self.keep = named_button(
            "Bewaren als tekstblok…", "tekstblok.bewaren", f"Bewaren als tekstblok: {waarbij}"
        )
        self.drop = named_button(
            "Weghalen", "tekstblok.weghalen", f"Weghalen: gekozen tekstblok bij {waarbij}", "trash-2"
        )
        self.naam = RegelEditor()
        self.naam.setObjectName("tekstblok.naam")
        self.ready = named_button("Tekstblok bewaren", "tekstblok.klaar", "Tekstblok bewaren onder deze naam")
        self.stop = named_button("Niet bewaren", "tekstblok.stop", "Tekstblok niet bewaren")
        self._said = text_label()
        self._form = QWidget()
        self._lay_out()
        self.insert.clicked.connect(self._on_insert)
        self.keep.clicked.connect(self._on_keep)
        self.drop.clicked.connect(self._on_drop)
        self.ready.clicked.connect(self._on_ready)
        self.naam.returnPressed.connect(self._on_ready)
        self.stop.clicked.connect(self._close)
        self.choice.edited.connect(lambda _value: self._refresh_buttons())
        if not self._session.bewaring.is_in_kluis:
            self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show the blocks that there are."""
        blocks = blocks_of(self._session.bewaring)
        if blocks != self._blocks:
            self._blocks = blocks
            self.choice.set_choices([(blok.naam, blok.naam) for blok in blocks])
        self._refresh_buttons()

    def showEvent(self, event: object) -> None:
        """Take in what was kept elsewhere."""
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        row = QWidget()
        line = FlowLayout(row)
        line.setSpacing(6)
        kop = text_label("Tekstblok")
        kop.setWordWrap(False)
        kop.setBuddy(self.choice)
        for widget in (kop, self.choice, self.insert, self.keep, self.drop):
            line.addWidget(widget)
        naming = QVBoxLayout(self._form)
        naming.setContentsMargins(0, 0, 0, 0)
        naming.addWidget(labelled("Naam van het tekstblok", self.naam, NO_CLIENT))
        buttons = QHBoxLayout()
        buttons.addWidget(self.ready)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        naming.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(row)
        layout.addWidget(self._form)
        layout.addWidget(self._said)
        self._form.hide()
        self._said.hide()

    def _refresh_buttons(self) -> None:
        chosen = self.choice.value() is not None
        self.insert.setEnabled(chosen)
        self.drop.setEnabled(chosen)

    def _on_insert(self) -> None:
        blok = next((blok for blok in self._blocks if blok.naam == self.choice.value()), None)
        if blok is None:
            return
        voor = self._editor.toPlainText()[: self._editor.textCursor().position()]
        self._editor.insert(("" if not voor or voor[-1].isspace() else " ") + blok.tekst)
        self._editor.setFocus()
        self._say("")

    def _on_keep(self) -> None:
        self.naam.set_value("")
        self._say("")
        self._form.show()
        self.naam.setFocus()

    def _on_ready(self) -> None:
        selected = self._editor.textCursor().selectedText().replace("\N{PARAGRAPH SEPARATOR}", "\n")
        tekst = selected or self._editor.value()
        session = self._session
        if self._try(lambda: keep_block(session.bewaring, session.dossier, self.naam.value(), tekst)):
            naam = self.naam.value()
            self._close()
            self._say(f"Tekstblok “{naam}” is bewaard.", ok=True)

    def _on_drop(self) -> None:
        naam = str(self.choice.value())
        if self._try(lambda: drop_block(self._session.bewaring, naam)):
            self._say(f"Tekstblok “{naam}” is weg.", ok=True)
            self.choice.setFocus()

    def _close(self) -> None:
        self._form.hide()
        self.keep.setFocus()
        self._say("")

    def _try(self, act: object) -> bool:
        try:
            act()
        except IndicatietoolError as error:
            self._say(str(error))
            return False
        self.refresh()
        return True

    def _say(self, text: str, *, ok: bool = False) -> None:
        colour(self._said, GROEN if ok else ROOD)
        show_message(self._said, text)
