"""What leaves the program beside the verslag: for the backoffice, the calendar, the aanbieder, the counts."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from indicatietool.gui.comfort.announce import show_message
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.pages.kaart import Kaart
from indicatietool.gui.save_as import ask_where
from indicatietool.gui.theme import GROEN, colour, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.editors import KeuzeEditor
from indicatietool.session.uitvoer import VORMEN, Uitvoer, clipboard_text, file_name, write_export

_FILTERS = {
    ".csv": "Rijen voor een rekenblad (*.csv)",
    ".ics": "Agenda (*.ics)",
    ".json": "Json (*.json)",
    ".pdf": "Pdf (*.pdf)",
    ".txt": "Tekst (*.txt)",
}
COPIED = (
    "Gekopieerd. Plak het nu in het andere systeem; bij het sluiten van de kluis gaat het van het klembord."
)


class UitvoerKaart(Kaart):
    """Bestanden en teksten voor andere systemen."""

    def __init__(self, view: ViewModel) -> None:
        """Build the card."""
        super().__init__(view, "Naar andere systemen")
        self.box.addWidget(
            text_label("Zonder naam of BSN. Dit kan als alle besluiten zijn genomen.", soft=True)
        )
        self.forms: dict[Uitvoer, KeuzeEditor] = {}
        for soort in Uitvoer:
            self.box.addWidget(self._row(soort))
        self._said = text_label()
        self._said.setObjectName("uitvoer.gedaan")
        colour(self._said, GROEN)
        self._said.hide()
        self.box.addWidget(self._said)

    def save_at(self, soort: Uitvoer, file: Path) -> None:
        """Write an export to a file."""
        if self._try(lambda: write_export(self.session, soort, file)):
            show_message(self._said, f"Bewaard: {file.name}. Dit bestand is niet versleuteld.")

    def _row(self, soort: Uitvoer) -> QWidget:
        row = QWidget()
        line = FlowLayout(row)
        line.setSpacing(8)
        titel = soort.naam[:1].upper() + soort.naam[1:]
        naam = text_label(titel)
        naam.setWordWrap(False)
        form = KeuzeEditor((), leeg="")
        form.clear_choices_to([(suffix, suffix.lstrip(".")) for suffix in VORMEN[soort]])
        form.setObjectName(f"uitvoer.{soort}.vorm")
        form.setAccessibleName(f"Soort bestand voor {soort.naam}")
        naam.setBuddy(form)
        self.forms[soort] = form
        save = named_button("Bewaren als…", f"uitvoer.{soort}", f"Bewaren als bestand: {titel}", "save")
        save.clicked.connect(lambda: self._on_save(soort))
        line.addWidget(naam)
        line.addWidget(form)
        line.addWidget(save)
        if ".txt" in VORMEN[soort]:
            copy = named_button(
                "Kopiëren", f"uitvoer.{soort}.kopieren", f"Kopiëren: {titel}", "clipboard-check"
            )
            copy.clicked.connect(lambda: self._on_copy(soort))
            line.addWidget(copy)
        return row

    def _on_save(self, soort: Uitvoer) -> None:
        vorm = str(self.forms[soort].value())
        file = ask_where(self, soort.naam, file_name(self.session, soort, vorm), _FILTERS[vorm])
        if file is not None:
            self.save_at(soort, file)

    def _on_copy(self, soort: Uitvoer) -> None:
        texts: list[str] = []
        if self._try(lambda: texts.append(clipboard_text(self.session, soort))):
            QGuiApplication.clipboard().setText(texts[0])
            show_message(self._said, COPIED)

    def _try(self, act: Callable[[], object]) -> bool:
        show_message(self._said, "")
        return self.view.act(act)
