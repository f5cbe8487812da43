"""Scoring one taak: blok, frequentie, factoren and an observation. Knows no keys; the page does.

Comes in: a taak. Goes out: answers, as acts on the session. Every answer says at once that the taak is
needed.
"""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.normenkader import Normenkader, Per, Taak
from indicatietool.domain.schaal import Richting
from indicatietool.gui.pages.base import card
from indicatietool.gui.theme import ORANJE, colour, text_label, title_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.anker_keuze import AnkerKeuze
from indicatietool.gui.widgets.editors import TekstEditor, labelled
from indicatietool.gui.widgets.factor_rij import FactorRij
from indicatietool.gui.widgets.frequentie import FrequentieEditor
from indicatietool.gui.widgets.getal_keuze import GetalKeuze
from indicatietool.session.observatie import why_observed

Vraag = AnkerKeuze | FactorRij | FrequentieEditor | GetalKeuze
"""What answers one question; each can take the focus and take a number key."""

OBSERVATIE = "observatie"


class TaakDetail(QWidget):
    """Eén taak om te scoren."""

    def __init__(self, view: ViewModel, taak: Taak) -> None:
        """Build the questions that the kader asks about this taak."""
        super().__init__()
        self._view, self._session, self.taak = view, view.session, taak
        self.vragen: dict[str, Vraag] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title_label(taak.naam, 1.25))
        layout.addWidget(text_label(taak.omschrijving, soft=True))
        self.nodig = QCheckBox("Bij deze taak is begeleiding nodig")
        self.nodig.setObjectName(f"taak.{taak.id}.nodig")
        self.nodig.setToolTip("Spatie in de lijst van taken doet hetzelfde.")
        layout.addWidget(self.nodig)
        self.blok = self._blokken(self._session.kader, layout)
        frame, box = card(accessible="Hoe vaak, en wat meer of minder tijd vraagt")
        self.frequentie = FrequentieEditor()
        self._add_frequentie(box)
        self.factoren = self._factoren(box)
        layout.addWidget(frame)
        frame.setHidden(box.count() == 0)
        self._add_observatie(layout)
        layout.addStretch(1)
        self._bind()
        self.refresh()

    # -- what the page asks -----------------------------------------------------------------------

    def focused(self) -> str:
        """Return the question that has the focus; empty when none has."""
        focus = self.window().focusWidget()
        for naam, vraag in self.vragen.items():
            if focus is not None and vraag.isAncestorOf(focus):
                return naam
        return OBSERVATIE if focus is self.observatie else ""

    def next_open(self, na: str = "") -> str:
        """Return the next question without an answer, from a question on and around; empty when all are.

        The observation is the last one, where it is asked and not yet written.
        """
        namen = list(self.vragen)
        start = namen.index(na) + 1 if na in namen else 0
        for naam in (*namen[start:], *namen[:start]):
            if not self._is_answered(naam):
                return naam
        asked = not self._why.isHidden() and not self.observatie.value().strip()
        return OBSERVATIE if asked and na != OBSERVATIE else ""

    def in_tab_order(self) -> list[QWidget]:
        """Return everything in this taak that can take the focus, in the order of reading."""
        inside = [widget for vraag in self.vragen.values() for widget in vraag.in_tab_order()]
        return [self.nodig, *inside, self.observatie]

    def take_focus(self, naam: str) -> QWidget:
        """Put the focus on a question; returns its widget."""
        if naam == OBSERVATIE or naam not in self.vragen:
            self.observatie.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return self.observatie
        self.vragen[naam].take_focus()
        return self.vragen[naam]

    def unfold(self, naam: str) -> None:
        """Show what belongs to this question, such as its anchors, and fold the others."""
        for id_, vraag in self.vragen.items():
            if isinstance(vraag, FactorRij | FrequentieEditor) and vraag.is_open is not (id_ == naam):
                vraag.set_open(id_ == naam)

    def fit(self, width: int) -> None:
        """Show the blokken beside each other, or in one column where there is little room."""
        if self.blok is not None:
            margins = self.layout().contentsMargins(), self.blok.parentWidget().layout().contentsMargins()
            self.blok.fit(width - sum(margin.left() + margin.right() for margin in margins))

    def refresh(self) -> None:
        """Show the answers as they are now."""
        antwoorden = self._session.dossier.antwoorden
        antwoord = antwoorden.taak(self.taak.id)
        leefgebied = antwoorden.leefgebied(self.taak.leefgebied)
        with QSignalBlocker(self.nodig):
            self.nodig.setChecked(antwoord is not None)
        if self.blok is not None:
            self.blok.set_value(antwoord.blok if antwoord else None)
        self.frequentie.set_value(antwoord.frequentie if antwoord else None)
        self.observatie.set_value(antwoord.observatie if antwoord else "")
        keuzes = {**(leefgebied.keuzes if leefgebied else {}), **(antwoord.keuzes if antwoord else {})}
        for factor, choice in self.factoren.items():
            choice.set_value(keuzes.get(factor))
        self._answered = {
            naam
            for naam, given in (
                ("blok", antwoord is not None and antwoord.blok is not None),
                ("frequentie", antwoord is not None and antwoord.frequentie is not None),
                *((factor, factor in keuzes) for factor in self.factoren),
            )
            if given
        }
        why = why_observed(self._session.kader, antwoord)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    # -- building ---------------------------------------------------------------------------------

    def _blokken(self, kader: Normenkader, layout: QVBoxLayout) -> AnkerKeuze | None:
        blokken = kader.blokken_of(self.taak)
        if not blokken:
            return None
        frame, box = card(accessible=kader.schaal.naam)
        box.setContentsMargins(6, 6, 6, 6)
        richtingen = {blok.richting for blok in blokken}
        halves = richtingen == set(Richting) and len(blokken) % 2 == 0
        if halves:
            blokken = tuple(sorted(blokken, key=lambda b: (b.richting != Richting.ONTWIKKEL, b.gradatie)))
        half = len(blokken) // 2
        koppen = (
            f"Ontwikkelgericht (1–{half})",
            f"Behoudgericht ({half + 1}–{2 * half})",
        )
        keuze = AnkerKeuze(
            kader.schaal.naam,
            [(b.code, f"{b.code} · {b.naam}", self.taak.ankers.get(b.code, b.anker)) for b in blokken],
            columns=2,
            koppen=koppen if halves else (),
        )
        keuze.setObjectName(f"taak.{self.taak.id}.blok")
        box.addWidget(keuze)
        layout.addWidget(frame)
        self.vragen["blok"] = keuze
        return keuze

    def _add_frequentie(self, box: QVBoxLayout) -> None:
        self.frequentie.setObjectName(f"taak.{self.taak.id}.frequentie")
        if self.taak.per is Per.KEER:
            box.addWidget(self.frequentie)
            self.vragen["frequentie"] = self.frequentie

    def _factoren(self, box: QVBoxLayout) -> dict[str, FactorRij | GetalKeuze]:
        choices: dict[str, FactorRij | GetalKeuze] = {}
        kader = self._session.kader
        gevraagd = (
            *kader.factoren_at(Plaats.LEEFGEBIED),
            *(factor for factor in kader.factoren_at(Plaats.TAAK) if factor.id in self.taak.vraagt),
        )
        for factor in gevraagd:
            choice = _vraag(factor)
            choice.setObjectName(f"taak.{self.taak.id}.{factor.id}")
            is_number = isinstance(choice, GetalKeuze)
            box.addWidget(labelled(factor.naam, choice, factor.vraag) if is_number else choice)
            choices[factor.id] = self.vragen[factor.id] = choice
        return choices

    def _add_observatie(self, layout: QVBoxLayout) -> None:
        self.observatie = TekstEditor(2)
        self.observatie.setObjectName(f"taak.{self.taak.id}.observatie")
        wat = "Eén voorbeeld: wat is er gebeurd, wanneer, wie was erbij?"
        self._why = text_label()
        colour(self._why, ORANJE)
        layout.addWidget(self._why)
        layout.addWidget(labelled("Wat heeft u gezien of gehoord? (toets O)", self.observatie, wat))

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

    def _is_answered(self, naam: str) -> bool:
        return naam in self._answered


def _vraag(factor: Factor) -> FactorRij | GetalKeuze:
    if factor.soort == "aantal":
        return GetalKeuze(factor.naam, factor.hoogste, factor.eenheid)
    return FactorRij(factor.naam, factor.vraag, [(k.id, k.naam, k.anker) for k in factor.keuzes])
