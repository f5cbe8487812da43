"""What is still missing, each a way to the very field; advice; the law as a checklist; all answers."""

from PySide6.QtCore import Qt

from indicatietool.domain.velden import AFRONDING
from indicatietool.gui.beamer import HIDDEN
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.pages.definitief import DefinitiefKaart
from indicatietool.gui.pages.form import FieldSet
from indicatietool.gui.theme import BLAUW, GRIJS, GROEN, ORANJE, text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.links import Link, LinkList
from indicatietool.session.advies import advise
from indicatietool.session.checks import Gemis, missing
from indicatietool.session.overzicht import recap
from indicatietool.session.stappenplan import Punt, Stand, law_points, stappenplan
from indicatietool.session.steps import step_of

_SHOWN = 300
"""Gaps that are listed at most; the rest is counted."""
_LONG = 220
"""Characters of an answer that stand in the overview."""
_SIGNS = {
    Stand.VASTGELEGD: ("circle-check", GROEN),
    Stand.DEELS: ("circle-dot", BLAUW),
    Stand.NOG_NIET: ("circle", GRIJS),
}


class ControlerenPage(Page):
    """Wat er nog ontbreekt voor een definitief verslag, en waar u nog eens naar kunt kijken."""

    uitleg = "Kies een regel om naar het veld te gaan. Een concept kunt u altijd maken."
    toetsen = (("Enter of Spatie", "in een lijst: naar het veld gaan"),)

    def _build(self) -> None:
        self._definitief = DefinitiefKaart(self.view)
        self.body.addWidget(self._definitief)
        self._missing = self._list_card(
            "Nog nodig voor een definitief verslag",
            "ontbreekt",
            "Wat nog ontbreekt; Enter gaat naar het veld",
        )
        self._advice = self._list_card(
            "Advies: kijk hier nog eens naar", "advies", "Adviezen; Enter gaat naar het veld"
        )
        self._law = self._list_card(
            "Stappenplan en wet", "stappenplan", "Stappenplan van de Centrale Raad en artikel 2.3.2 lid 4"
        )
        self._fields = FieldSet(self.view, AFRONDING, self.body)
        self._build_recap()
        self.body.addStretch(1)
        self._gaps: tuple[Gemis, ...] | None = None

    def _list_card(self, titel: str, name: str, accessible: str) -> LinkList:
        frame, box = card(titel)
        lijst = LinkList(name, accessible)
        lijst.followed.connect(self.view.step_asked)
        lijst.nothing = text_label("Geen opmerkingen.", soft=True)
        box.addWidget(lijst.nothing)
        box.addWidget(lijst)
        self.body.addWidget(frame)
        return lijst

    def _build_recap(self) -> None:
        frame, box = card("Alle antwoorden")
        self.show_all = named_button("Alle antwoorden tonen", "overzicht.tonen", symbol="list")
        self.show_all.setCheckable(True)
        self._recap = LinkList("overzicht", "Alle antwoorden; Enter gaat naar het veld om het te wijzigen")
        self._recap.followed.connect(self.view.step_asked)
        self._recap.hide()
        box.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._recap)
        self.body.addWidget(frame)

    def _bind(self) -> None:
        self.show_all.toggled.connect(self._on_show_all)

    def _refresh(self) -> None:
        kader, dossier, indicatie = self.session.kader, self.session.dossier, self.session.indicatie
        self._fields.refresh()
        gaps = missing(kader, dossier, indicatie)
        self._definitief.refresh(len(gaps))
        self._show(self._missing, self._links_of(gaps), "Alles is ingevuld.")
        advice = tuple(
            Link(toets.tekst, step_of(kader, toets.veld), toets.veld, "triangle-alert", ORANJE)
            for toets in advise(kader, dossier, indicatie)
        )
        self._show(self._advice, advice, "Geen opmerkingen.")
        self._show(
            self._law,
            (
                Link("Stappenplan van de Centrale Raad van Beroep (CRvB 2018:819)"),
                *(_point(punt) for punt in stappenplan(kader, dossier, indicatie)),
                Link("Wmo 2015, artikel 2.3.2 lid 4"),
                *(_point(punt) for punt in law_points(kader, dossier)),
            ),
            "",
        )
        if self.show_all.isChecked():
            self._recap.show_links(tuple(self._recap_links()))

    def _links_of(self, gaps: tuple[Gemis, ...]) -> tuple[Link, ...]:
        titels = {stap.id: stap.titel for stap in self.view.steps()}
        links: list[Link] = []
        for gemis in gaps[:_SHOWN]:
            titel = titels.get(gemis.stap, "")
            if not links or all(link.stap != gemis.stap for link in links):
                links.append(Link(titel))
            links.append(Link(gemis.tekst, gemis.stap, gemis.veld))
        if len(gaps) > _SHOWN:
            links.append(Link(f"En nog {len(gaps) - _SHOWN} andere."))
        return tuple(links)

    def _recap_links(self) -> list[Link]:
        links: list[Link] = []
        for regel in recap(self.session):
            if not links or links[-1].stap != regel.stap.id:
                links.append(Link(regel.stap.titel))
            is_hidden = self.view.hides_names and regel.veld in HIDDEN
            waarde = "verborgen" if is_hidden else " ".join(regel.waarde.split())
            kort = waarde if len(waarde) <= _LONG else f"{waarde[:_LONG]}…"
            links.append(Link(f"{regel.label}: {kort}", regel.stap.id, regel.veld, "pencil", GRIJS))
        return links

    def _show(self, lijst: LinkList, links: tuple[Link, ...], nothing: str) -> None:
        lijst.show_links(links)
        lijst.setVisible(bool(links))
        lijst.nothing.setText(nothing)
        lijst.nothing.setVisible(not links)

    def _on_show_all(self, shown: bool) -> None:
        self.show_all.setText("Alle antwoorden verbergen" if shown else "Alle antwoorden tonen")
        if shown:
            self._recap.show_links(tuple(self._recap_links()))
        self._recap.setVisible(shown)


def _point(punt: Punt) -> Link:
    symbool, tint = _SIGNS[punt.stand]
    uitkomst = f" ({punt.uitkomst})" if punt.uitkomst else ""
    return Link(
        f"{punt.kenmerk}. {punt.wat}: {punt.stand}{uitkomst}", str(punt.stap), punt.veld, symbool, tint
    )
