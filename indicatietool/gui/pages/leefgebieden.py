"""Which leefgebieden matter. Nothing is demanded: what is not touched, is not registered (AP 2018)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.normenkader import Leefgebied
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.theme import text_label
from indicatietool.gui.widgets.editors import KeuzeEditor, TekstEditor, labelled

_SITUATIES = [(situatie, situatie.naam) for situatie in LeefgebiedSituatie]


class LeefgebiedenPage(Page):
    """Per leefgebied wat er aan de hand is, alleen waar dat ter zake doet."""

    uitleg = (
        "Kies alleen leefgebieden die bij de hulpvraag horen. "
        "Laat de rest leeg: wat niet nodig is, wordt niet vastgelegd."
    )

    def _build(self) -> None:
        self._cards = {}
        for leefgebied in self.session.kader.leefgebieden:
            kaart = LeefgebiedKaart(leefgebied)
            self._cards[leefgebied.id] = kaart
            self.body.addWidget(kaart)
        self.body.addStretch(1)

    def _bind(self) -> None:
        for id_, kaart in self._cards.items():
            kaart.situatie.edited.connect(
                lambda value, id_=id_: self.view.act(self.session.set_situatie, id_, value)
            )
            for naam, editor in kaart.texts.items():
                editor.edited.connect(
                    lambda text, id_=id_, naam=naam: self.view.act(
                        self.session.set_leefgebied_tekst, id_, naam, text
                    )
                )

    def _refresh(self) -> None:
        for id_, kaart in self._cards.items():
            antwoord = self.session.dossier.antwoorden.leefgebied(id_)
            kaart.situatie.set_value(antwoord.situatie if antwoord else None)
            begeleiding = antwoord is not None and antwoord.situatie is LeefgebiedSituatie.BEGELEIDING
            kaart.begeleiding.setVisible(begeleiding)
            kaart.anders.setVisible(antwoord is not None and not begeleiding)
            for naam, editor in kaart.texts.items():
                editor.set_value(getattr(antwoord, naam) if antwoord else "")


class LeefgebiedKaart(QWidget):
    """One leefgebied: its situation, and only then room for words."""

    def __init__(self, leefgebied: Leefgebied) -> None:
        """Build the card for a leefgebied."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        frame, box = card(leefgebied.naam)
        layout.addWidget(frame)
        hint = " Leg hier alleen iets vast als het echt nodig is." if leefgebied.gevoelig else ""
        box.addWidget(text_label(leefgebied.omschrijving + hint, soft=True))
        self.situatie = KeuzeEditor(_SITUATIES, leeg="— niet besproken —")
        self.situatie.setObjectName(f"leefgebied.{leefgebied.id}")
        self.situatie.setAccessibleName(f"Situatie bij {leefgebied.naam}")
        box.addWidget(self.situatie)
        self.texts = {naam: TekstEditor(2) for naam in ("problemen", "doel", "toelichting")}
        for naam, editor in self.texts.items():
            editor.setObjectName(f"leefgebied.{leefgebied.id}.{naam}")
        self.begeleiding, inside = _plain()
        problemen = labelled("Problemen", self.texts["problemen"], "Wat lukt niet, en waaraan ziet u dat?")
        inside.addWidget(problemen)
        inside.addWidget(labelled("Doel", self.texts["doel"], "Wat wil de cliënt bereiken of behouden?"))
        self.anders, beside = _plain()
        beside.addWidget(labelled("Toelichting", self.texts["toelichting"], "Wie of wat lost dit op?"))
        box.addWidget(self.begeleiding)
        box.addWidget(self.anders)


def _plain() -> tuple[QWidget, QVBoxLayout]:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    return widget, layout
