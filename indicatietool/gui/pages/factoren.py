"""The factoren that are asked once and count for every taak: in the client, and around the client."""

from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.theme import text_label, title_label
from indicatietool.gui.widgets.anker_keuze import AnkerKeuze
from indicatietool.gui.widgets.getal_keuze import GetalKeuze


class FactorenPage(Page):
    """Kenmerken die voor alle taken tellen."""

    uitleg = "Deze antwoorden tellen bij elke taak mee. Kies wat u heeft gezien of gehoord."

    def _build(self) -> None:
        self._choices: dict[str, AnkerKeuze | GetalKeuze] = {}
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


def factor_keuze(factor: Factor) -> AnkerKeuze | GetalKeuze:
    """Return what answers a factor: its choices with their anchors, or a number."""
    if factor.soort == "aantal":
        return GetalKeuze(factor.naam, factor.hoogste, factor.eenheid)
    return AnkerKeuze(factor.naam, [(keuze.id, keuze.naam, keuze.anker) for keuze in factor.keuzes])
