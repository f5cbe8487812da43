"""The onderzoeksverslag: for whom and in which form, how it looks now, and what goes to other systems."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from indicatietool.domain.versie import Versie
from indicatietool.errors import IndicatietoolError
from indicatietool.gui.comfort.announce import show_message
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.pages.afscherming import AfschermingKaart
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.pages.uitvoer_kaart import COPIED, UitvoerKaart
from indicatietool.gui.save_as import ask_where
from indicatietool.gui.theme import GROEN, ORANJE, colour, enlarge, text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.editors import KeuzeEditor, labelled
from indicatietool.gui.widgets.voorbeeld import Voorbeeld
from indicatietool.session.checks import missing
from indicatietool.session.tekens import odd_characters
from indicatietool.session.vormen import (
    Onderdeel,
    Vorm,
    file_name,
    note_copied,
    preview,
    sections,
    write_verslag,
)

VERSIES = (
    (Versie.DOSSIER, "Alles, met elke stap van de berekening."),
    (Versie.CLIENT, "In gewone taal, met het aantal voorop."),
    (Versie.AANBIEDER, "Doelen, taken en minuten."),
)
WARNING = (
    "Een verslag bevat gegevens van de cliënt en is niet versleuteld. Bewaar het in het zaaksysteem en haal "
    "het daarna van deze laptop."
)
PREVIEW_AFTER_MS = 250
"""Rest after the last change before the preview is made anew."""


class VerslagPage(Page):
    """Het onderzoeksverslag maken, bekijken en doorgeven."""

    uitleg = "Het verslag bevat elke stap van de berekening. Een ander kan elke minuut narekenen."

    def _build(self) -> None:
        self._file: Path | None = None
        self._sections: tuple[Onderdeel, ...] = ()
        self._build_choice()
        self._build_preview()
        self._guard = AfschermingKaart(self.view)
        self.body.addWidget(self._guard)
        self.body.addWidget(UitvoerKaart(self.view))
        self.body.addStretch(1)
        self._soon = QTimer(self, singleShot=True, interval=PREVIEW_AFTER_MS)
        self._soon.timeout.connect(self._show_preview)

    def _build_choice(self) -> None:
        frame, box = card("Onderzoeksverslag")
        self._kind = text_label()
        self._kind.setObjectName("verslag.soort")
        enlarge(self._kind, 1.1, bold=True)
        box.addWidget(self._kind)
        self._versies = QButtonGroup(self)
        self.versies: dict[Versie, QRadioButton] = {}
        for versie, uitleg in VERSIES:
            button = self.versies[versie] = QRadioButton(versie.naam.capitalize())
            button.setObjectName(f"versie.{versie}")
            button.setAccessibleDescription(uitleg)
            self._versies.addButton(button)
            box.addWidget(button)
            box.addWidget(text_label(uitleg, soft=True))
        self.versies[Versie.DOSSIER].setChecked(True)
        self.vorm = KeuzeEditor((), leeg="")
        self.vorm.clear_choices_to([(vorm, vorm.naam) for vorm in Vorm])
        self.vorm.setObjectName("verslag.vorm")
        box.addWidget(labelled("Soort bestand", self.vorm))
        box.addWidget(text_label(WARNING, soft=True))
        box.addWidget(self._buttons())
        self._odd = text_label()
        self._odd.setObjectName("verslag.tekens")
        colour(self._odd, ORANJE)
        self._odd.hide()
        box.addWidget(self._odd)
        self._made = text_label()
        self._made.setObjectName("verslag.gemaakt")
        colour(self._made, GROEN)
        self._made.hide()
        box.addWidget(self._made)
        self.body.addWidget(frame)

    def _buttons(self) -> QWidget:
        self.make = named_button("Verslag bewaren als…", "verslag.maken", symbol="save")
        self.print = named_button("Afdrukken via uw pdf-lezer…", "verslag.afdrukken", symbol="printer")
        self.open = named_button("Openen in uw pdf-lezer", "verslag.openen", symbol="file-text")
        self.open.setVisible(False)
        row = QWidget()
        line = FlowLayout(row)
        line.setSpacing(6)
        for button in (self.make, self.print, self.open):
            line.addWidget(button)
        return row

    def _build_preview(self) -> None:
        frame, box = card("Voorbeeld")
        self._trouble = text_label()
        colour(self._trouble, ORANJE)
        self.preview = Voorbeeld()
        self.section = KeuzeEditor((), leeg="— kies een onderdeel —")
        self.section.setObjectName("verslag.onderdeel")
        self.copy = named_button("Onderdeel kopiëren", "verslag.kopieren", symbol="clipboard-check")
        self.copy.setEnabled(False)
        self._copied = text_label()
        colour(self._copied, GROEN)
        self._copied.hide()
        box.addWidget(self._trouble)
        box.addWidget(self.preview)
        box.addWidget(
            labelled("Eén onderdeel overnemen in een ander systeem", self.section, "Met opmaak en als tekst.")
        )
        box.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._copied)
        self.body.addWidget(frame)

    def _bind(self) -> None:
        self.make.clicked.connect(self._on_make)
        self.print.clicked.connect(self._on_print)
        self.open.clicked.connect(self._on_open)
        self.copy.clicked.connect(self._on_copy)
        self.section.edited.connect(lambda _value: self._refresh_copy())
        self._versies.buttonToggled.connect(lambda _button, checked: checked and self._show_preview())

    @property
    def versie(self) -> Versie:
        """Return for whom the verslag is."""
        return next(versie for versie, button in self.versies.items() if button.isChecked())

    def _refresh(self) -> None:
        gaps = missing(self.session.kader, self.session.dossier, self.session.indicatie)
        minuten = self.session.indicatie.minuten_per_maand
        if self.session.is_definitief:
            self._kind.setText(f"Definitief: {minuten} minuten per maand.")
        elif gaps:
            wat = "ontbreekt nog 1 gegeven" if len(gaps) == 1 else f"ontbreken nog {len(gaps)} gegevens"
            self._kind.setText(f"Concept: er {wat} (zie Controleren).")
        else:
            self._kind.setText("Concept: alles is ingevuld. Maak het dossier definitief bij Controleren.")
        self._guard.refresh()
        if self.preview.toPlainText():
            self._soon.start()
        else:
            self._show_preview()

    def make_at(self, file: Path, vorm: Vorm = Vorm.PDF) -> bool:
        """Make the verslag in a file; tells whether it was made."""
        show_message(self._made, "")
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done = self.view.act(write_verslag, self.session, file, self.versie, vorm)
        finally:
            QGuiApplication.restoreOverrideCursor()
        if done:
            self._file = file
            show_message(self._made, f"Bewaard: {file.name}. Dit bestand is niet versleuteld.")
        self.open.setVisible(done and vorm is Vorm.PDF)
        return done

    def _ask(self, vorm: Vorm) -> bool:
        naam = file_name(self.session, self.versie, vorm)
        file = ask_where(self, "het verslag", naam, f"{vorm.value.upper()} (*.{vorm.value})")
        return file is not None and self.make_at(file, vorm)

    def _on_make(self) -> None:
        self._ask(Vorm(self.vorm.value()))

    def _on_print(self) -> None:
        if self._ask(Vorm.PDF):
            self._on_open()

    def _on_open(self) -> None:
        if self._file is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file))):
            show_message(
                self._made, f"Op deze laptop is geen pdf-lezer gevonden. Het bestand is {self._file.name}."
            )

    def _show_preview(self) -> None:
        """Show how the verslag would look now."""
        hidden = self.view.hides_names
        try:
            html = "" if hidden else preview(self.session, self.versie)
            self._sections = () if hidden else tuple(sections(self.session, self.versie))
            odd = "" if hidden else odd_characters(self.session, self.versie)
        except IndicatietoolError as error:
            self._say_trouble(str(error))
            return
        self._say_trouble("In de beamermodus is het voorbeeld verborgen." if hidden else "")
        show_message(self._odd, odd)
        self.preview.show_html(html)
        titels = [onderdeel.titel for onderdeel in self._sections]
        if [text for _value, text in self.section.choices()] != titels:
            self.section.set_choices([(titel, titel) for titel in titels])
            self._refresh_copy()

    def _say_trouble(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
        self.preview.setVisible(not text)

    def _refresh_copy(self) -> None:
        self.copy.setEnabled(self.section.value() is not None)
        show_message(self._copied, "")

    def _on_copy(self) -> None:
        onderdeel = next((o for o in self._sections if o.titel == self.section.value()), None)
        if onderdeel is None:
            return
        data = QMimeData()
        data.setHtml(onderdeel.html)
        data.setText(onderdeel.tekst)
        QGuiApplication.clipboard().setMimeData(data)
        note_copied(self.session, onderdeel)
        show_message(self._copied, COPIED)
