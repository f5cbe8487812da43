"""Scoring one taak: blok, frequentie, factoren and an observation, with the voorstel under it."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from indicatietool.domain.factoren import Plaats
from indicatietool.domain.normenkader import Normenkader, Per, Taak
from indicatietool.domain.schaal import Richting
from indicatietool.domain.voorstel import BeoordeelZelf, Onbepaald, Voorstel
from indicatietool.gui.pages.base import card
from indicatietool.gui.pages.factoren import factor_keuze
from indicatietool.gui.theme import ORANJE, colour, enlarge, text_label, title_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.anker_keuze import AnkerKeuze
from indicatietool.gui.widgets.editors import TekstEditor, labelled
from indicatietool.gui.widgets.frequentie import FrequentieEditor
from indicatietool.gui.widgets.getal_keuze import GetalKeuze
from indicatietool.gui.widgets.waarom import Waarom, voorstel_sentence


class TaakDetail(QWidget):
    """Eén taak om te scoren. Elk antwoord zegt meteen dat de taak nodig is."""

    def __init__(self, view: ViewModel, taak: Taak) -> None:
        """Build the questions that the kader asks about this taak."""
        super().__init__()
        self._view, self._session, self.taak = view, view.session, taak
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addWidget(title_label(taak.naam, 1.25))
        layout.addWidget(text_label(taak.omschrijving, soft=True))
        self.nodig = QCheckBox("Bij deze taak is begeleiding nodig")
        self.nodig.setObjectName(f"taak.{taak.id}.nodig")
        layout.addWidget(self.nodig)
        self.blok = self._blokken(self._session.kader, layout)
        self.frequentie = FrequentieEditor()
        self.frequentie.setObjectName(f"taak.{taak.id}.frequentie")
        if taak.per is Per.KEER:
            layout.addWidget(labelled("Hoe vaak is dit nodig?", self.frequentie))
        self.factoren = self._factoren(layout)
        self.observatie = TekstEditor(2)
        self.observatie.setObjectName(f"taak.{taak.id}.observatie")
        wat = "Eén voorbeeld: wat is er gebeurd, wanneer, wie was erbij?"
        layout.addWidget(labelled("Wat heeft u gezien of gehoord?", self.observatie, wat))
        layout.addStretch(1)
        self._bind()
        self.refresh()

    def _blokken(self, kader: Normenkader, layout: QVBoxLayout) -> AnkerKeuze | None:
        blokken = kader.blokken_of(self.taak)
        if not blokken:
            return None
        frame, box = card(accessible=kader.schaal.naam)
        has_richting = all(blok.richting for blok in blokken)
        if has_richting:
            blokken = tuple(sorted(blokken, key=lambda b: (b.richting != Richting.ONTWIKKEL, b.gradatie)))
            box.addLayout(_headings())
        keuze = AnkerKeuze(
            kader.schaal.naam,
            [(b.code, f"{b.code} · {b.naam}", self.taak.ankers.get(b.code, b.anker)) for b in blokken],
            columns=2,
        )
        keuze.setObjectName(f"taak.{self.taak.id}.blok")
        box.addWidget(keuze)
        layout.addWidget(frame)
        return keuze

    def _factoren(self, layout: QVBoxLayout) -> dict[str, AnkerKeuze | GetalKeuze]:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        choices: dict[str, AnkerKeuze | GetalKeuze] = {}
        kader = self._session.kader
        gevraagd = [
            *kader.factoren_at(Plaats.LEEFGEBIED),
            *(factor for factor in kader.factoren_at(Plaats.TAAK) if factor.id in self.taak.vraagt),
        ]
        for index, factor in enumerate(gevraagd):
            frame, box = card(factor.naam)
            box.addWidget(text_label(factor.vraag, soft=True))
            choice = factor_keuze(factor)
            choice.setObjectName(f"taak.{self.taak.id}.{factor.id}")
            box.addWidget(choice)
            box.addStretch(1)
            grid.addWidget(frame, index // 2, index % 2)
            choices[factor.id] = choice
        layout.addLayout(grid)
        return choices

    def _bind(self) -> None:
        session, id_ = self._session, self.taak.id
        self.nodig.toggled.connect(lambda nodig: self._view.act(session.choose_taak, id_, nodig=nodig))
        if self.blok is not None:
            self.blok.chosen.connect(lambda blok: self._answer(session.answer_blok, id_, blok))
        self.frequentie.edited.connect(lambda value: self._answer(session.answer_frequentie, id_, value))
        self.observatie.edited.connect(lambda text: self._answer(session.answer_observatie, id_, text))
        for factor, choice in self.factoren.items():
            choice.chosen.connect(
                lambda keuze, factor=factor: self._answer(
                    session.answer_factor, factor, keuze, self._asked_at(factor)
                )
            )

    def _asked_at(self, factor: str) -> str:
        at_taak = self._session.kader.factor_by_id[factor].gevraagd_bij is Plaats.TAAK
        return self.taak.id if at_taak else self.taak.leefgebied

    def _answer(self, action: object, *args: object) -> None:
        def choose_and_answer() -> None:
            self._session.choose_taak(self.taak.id, nodig=True)
            action(*args)

        self._view.act(choose_and_answer)

    def refresh(self) -> None:
        """Show the answers as they are now."""
        antwoord = self._session.dossier.antwoorden.taak(self.taak.id)
        with QSignalBlocker(self.nodig):
            self.nodig.setChecked(antwoord is not None)
        if self.blok is not None:
            self.blok.set_value(antwoord.blok if antwoord else None)
        self.frequentie.set_value(antwoord.frequentie if antwoord else None)
        self.observatie.set_value(antwoord.observatie if antwoord else "")
        leefgebied = self._session.dossier.antwoorden.leefgebied(self.taak.leefgebied)
        keuzes = {
            **(leefgebied.keuzes if leefgebied else {}),
            **(antwoord.keuzes if antwoord else {}),
        }
        for factor, choice in self.factoren.items():
            choice.set_value(keuzes.get(factor))


def _headings() -> QHBoxLayout:
    line = QHBoxLayout()
    for richting, wat in ((Richting.ONTWIKKEL, "leren"), (Richting.BEHOUD, "stabiel houden")):
        label = text_label(f"{richting.capitalize()}gericht: {wat}")
        enlarge(label, 1.0, bold=True)
        line.addWidget(label, 1)
    return line


class VoorstelBalk(QWidget):
    """Het voorstel van de taak die in beeld is, met de stappen ernaartoe."""

    def __init__(self) -> None:
        """Start without a voorstel."""
        super().__init__()
        self.text = text_label()
        self.text.setObjectName("voorstel")
        enlarge(self.text, 1.1, bold=True)
        self.button = QPushButton("&Waarom?")
        self.button.setObjectName("waarom")
        self.button.setAccessibleName("Waarom dit voorstel")
        self._steps = Waarom()
        line = QHBoxLayout()
        line.addWidget(self.text, 1)
        line.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._steps)
        layout.addLayout(line)
        self.button.clicked.connect(self._steps.toggle)

    def show_outcome(self, voorstel: Voorstel | Onbepaald | BeoordeelZelf | None) -> None:
        """Show a voorstel, or what is still open."""
        bepaald = isinstance(voorstel, Voorstel)
        self.button.setEnabled(bepaald)
        colour(self.text, "#222222" if bepaald else ORANJE)
        match voorstel:
            case Voorstel():
                self._steps.show_voorstel(voorstel)
                self.text.setText(voorstel_sentence(voorstel))
            case Onbepaald(open_vragen=vragen):
                self._steps.setVisible(False)
                self.text.setText("Nog open: " + ", ".join(vraag.tekst for vraag in vragen))
            case BeoordeelZelf(uitleg=uitleg):
                self.text.setText(f"Beoordeel zelf: {uitleg}")
            case None:
                self._steps.setVisible(False)
                self.text.setText("Geef antwoord als hier begeleiding nodig is.")
