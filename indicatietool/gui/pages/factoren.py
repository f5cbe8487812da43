"""The factoren that are asked once and count for every taak: in the client, and around the client."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.theme import text_label, title_label
from indicatietool.gui.widgets.anker_keuze import AnkerKeuze
from indicatietool.gui.widgets.getal_keuze import GetalKeuze
from indicatietool.gui.widgets.toetsen import number_of

KEYS = (("1 tot en met 9", "het antwoord met dat nummer; daarna naar de volgende vraag zonder antwoord"),)
"""Key and what it does, as the list of keys shows it."""


class FactorenPage(Page):
    """Kenmerken die voor alle taken tellen."""

    uitleg = (
        "Deze antwoorden tellen bij elke taak mee. Kies wat u heeft gezien of gehoord; "
        "dat kan met de toetsen 1, 2, 3."
    )
    toetsen = KEYS

    def _build(self) -> None:
        self._choices: dict[str, AnkerKeuze | GetalKeuze] = {}
        self._frames: dict[str, QFrame] = {}
        factoren = self.session.kader.factoren_at(Plaats.DOSSIER)
        for kop, van in (("In de cliënt zelf", "client"), ("In de omgeving", "omgeving")):
            deze = [factor for factor in factoren if factor.van == van]
            if deze:
                self.body.addWidget(title_label(kop, 1.2))
            for factor in deze:
                self._add(factor)
        self.body.addStretch(1)

    def _add(self, factor: Factor) -> None:
        frame, box = card(factor.naam)
        box.addWidget(text_label(factor.vraag))
        if factor.uitleg:
            box.addWidget(text_label(factor.uitleg, soft=True))
        choice = factor_keuze(factor)
        choice.setObjectName(f"factor.{factor.id}")
        self._choices[factor.id] = choice
        self._frames[factor.id] = frame
        box.addWidget(choice)
        self.body.addWidget(frame)

    def _bind(self) -> None:
        for id_, choice in self._choices.items():
            choice.chosen.connect(
                lambda keuze, id_=id_: self.view.act(self.session.answer_factor, id_, keuze)
            )

    def _refresh(self) -> None:
        keuzes = self.session.dossier.antwoorden.keuzes
        for id_, choice in self._choices.items():
            choice.set_value(keuzes.get(id_))

    def focus_first(self) -> None:
        """Put the focus on the first question."""
        self._take_up(next(iter(self._choices), ""))

    def go_to(self, veld: str) -> None:
        """Put the focus on a question."""
        self._take_up(veld.removeprefix("factor."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the question in hand with its number, and go on to the next one without an answer."""
        number, in_hand = number_of(event), self._in_hand()
        if number is None or not in_hand or not self._choices[in_hand].choose(number):
            super().keyPressEvent(event)
            return
        namen, keuzes = list(self._choices), self.session.dossier.antwoorden.keuzes
        place = namen.index(in_hand)
        around = (*namen[place + 1 :], *namen[:place])
        self._take_up(next((naam for naam in around if naam not in keuzes), in_hand))

    def _in_hand(self) -> str:
        focus = self.window().focusWidget()
        return next((id_ for id_, choice in self._choices.items() if choice.isAncestorOf(focus)), "")

    def _take_up(self, factor: str) -> None:
        if factor in self._choices:
            self._choices[factor].take_focus()
            frame = self._frames[factor]
            QTimer.singleShot(0, frame, lambda: self.area.ensureWidgetVisible(frame, 0, 12))


def factor_keuze(factor: Factor) -> AnkerKeuze | GetalKeuze:
    """Return what answers a factor: its choices with their anchors, or a number."""
    if factor.soort == "aantal":
        return GetalKeuze(factor.naam, factor.hoogste, factor.eenheid)
    return AnkerKeuze(factor.naam, [(keuze.id, keuze.naam, keuze.anker) for keuze in factor.keuzes])
