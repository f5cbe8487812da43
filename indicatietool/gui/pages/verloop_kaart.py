"""Four common ways for minutes to run over time: first shown in words, then filled in when asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.theme import ORANJE, ZWART, colour, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.editors import KeuzeEditor, labelled
from indicatietool.session.presets import PRESETS, PresetSoort, apply, plan


class VerloopKaart(QWidget):
    """Een gebruikelijk verloop kiezen, bekijken en invullen."""

    def __init__(self, view: ViewModel) -> None:
        """Build the choice."""
        super().__init__()
        self._view, self._session = view, view.session
        self.choice = KeuzeEditor(
            [(preset.soort, preset.naam) for preset in PRESETS], leeg="— kies een verloop —"
        )
        self.choice.setObjectName("verloop.keuze")
        self._shown = text_label()
        self._shown.setObjectName("verloop.voorbeeld")
        self.take = named_button("Dit verloop invullen", "verloop.invullen")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            labelled(
                "Een gebruikelijk verloop",
                self.choice,
                "U ziet eerst wat er wordt ingevuld. Daarna past u het aan. De motivering schrijft u zelf.",
            )
        )
        layout.addWidget(self._shown)
        layout.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.choice.edited.connect(lambda _value: self.refresh())
        self.take.clicked.connect(self._on_take)
        self.refresh()

    def refresh(self) -> None:
        """Show what the chosen preset would fill in now."""
        soort = self.choice.value()
        for widget in (self._shown, self.take):
            widget.setVisible(soort is not None)
        if soort is None:
            return
        preset = next(preset for preset in PRESETS if preset.soort is soort)
        try:
            regels = plan(self._session, PresetSoort(soort)).regels
        except IndicatietoolError as error:
            colour(self._shown, ORANJE)
            self._shown.setText(str(error))
            self.take.setEnabled(False)
            return
        colour(self._shown, ZWART)
        vervangt = " De fasen die er nu zijn, vervallen." if self._session.dossier.fasen else ""
        kop = f"{preset.uitleg} Dit wordt ingevuld:{vervangt}"
        self._shown.setText("\n".join([kop, *(f"– {regel}" for regel in regels)]))
        self.take.setEnabled(not self._session.is_definitief)

    def _on_take(self) -> None:
        def fill_in() -> None:
            apply(self._session, plan(self._session, PresetSoort(self.choice.value())))

        if self._view.act(fill_in):
            self.choice.set_value(None)
            self.choice.setFocus()
            self.refresh()
