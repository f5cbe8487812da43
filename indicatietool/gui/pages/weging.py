"""Profiel, product, looptijd and evaluatie: suggested after weighing, taken over or chosen otherwise."""

from PySide6.QtWidgets import QPushButton

from indicatietool.domain.indicatie import Termijnen
from indicatietool.domain.velden import WEGING
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.pages.form import FieldSet
from indicatietool.gui.theme import text_label
from indicatietool.gui.widgets.editors import KeuzeEditor, TekstEditor, labelled


class WegingPage(Page):
    """Na het plussen en minnen: het profiel van het geheel."""

    uitleg = "De richting en de zwaarte volgen uit de taken. Klopt het voorstel met wat u heeft gezien?"

    def _build(self) -> None:
        self._fields = FieldSet(self.view, WEGING[:1], self.body)
        self._build_profiel()
        self._build_product()
        self._build_termijnen()
        self._dates = FieldSet(self.view, WEGING[1:], self.body)
        self.body.addStretch(1)

    def _build_profiel(self) -> None:
        kader = self.session.kader
        frame, box = card("Profiel")
        self._suggested = text_label()
        self.take_profiel = QPushButton("Voorgesteld profiel overnemen")
        self.take_profiel.setObjectName("profiel.overnemen")
        self.profiel = KeuzeEditor([(blok.code, f"{blok.code} · {blok.naam}") for blok in kader.blokken])
        self.profiel.setObjectName("weging.profiel")
        self.profiel_motivering = TekstEditor(2)
        self.profiel_motivering.setObjectName("weging.profiel_motivering")
        box.addWidget(self._suggested)
        box.addWidget(self.take_profiel)
        box.addWidget(labelled("Gekozen profiel", self.profiel))
        box.addWidget(
            labelled("Waarom dit profiel", self.profiel_motivering, "Nodig als u iets anders kiest.")
        )
        self.body.addWidget(frame)

    def _build_product(self) -> None:
        kader = self.session.kader
        frame, box = card("Product")
        self._product_hint = text_label()
        self.product = KeuzeEditor([(product.id, product.naam) for product in kader.producten])
        self.product.setObjectName("weging.product")
        self.product_motivering = TekstEditor(2)
        self.product_motivering.setObjectName("weging.product_motivering")
        box.addWidget(self._product_hint)
        box.addWidget(labelled("Gekozen product", self.product))
        box.addWidget(labelled("Toelichting bij het product", self.product_motivering))
        self.body.addWidget(frame)

    def _build_termijnen(self) -> None:
        frame, box = card("Voorgestelde termijnen")
        self._termijnen = text_label()
        self.take_termijnen = QPushButton("Voorgestelde termijnen overnemen")
        self.take_termijnen.setObjectName("termijnen.overnemen")
        box.addWidget(self._termijnen)
        box.addWidget(self.take_termijnen)
        self.body.addWidget(frame)

    def _bind(self) -> None:
        for pad, editor in (
            ("weging.profiel", self.profiel),
            ("weging.profiel_motivering", self.profiel_motivering),
            ("weging.product", self.product),
            ("weging.product_motivering", self.product_motivering),
        ):
            editor.edited.connect(lambda value, pad=pad: self.view.act(self.session.set_veld, pad, value))
        self.take_profiel.clicked.connect(self._on_take_profiel)
        self.take_termijnen.clicked.connect(self._on_take_termijnen)

    def _refresh(self) -> None:
        weging = self.session.dossier.weging
        voorstel = self.session.indicatie.profiel
        self._fields.refresh()
        self._dates.refresh()
        self.profiel.set_value(weging.profiel)
        self.profiel_motivering.set_value(weging.profiel_motivering)
        self.product.set_value(weging.product)
        self.product_motivering.set_value(weging.product_motivering)
        self.take_profiel.setEnabled(voorstel is not None)
        self._suggested.setText(
            f"Voorstel: {voorstel.blok}.\n" + "\n".join(voorstel.redenen)
            if voorstel
            else "Er is nog geen voorstel: er zijn geen taken met minuten."
        )
        profiel = self.session.kader.profiel_by_blok.get(weging.profiel or "")
        product = self.session.kader.product_by_id.get(profiel.product) if profiel else None
        self._product_hint.setText(
            f"Bij {weging.profiel} past: {product.naam}. {product.omschrijving}"
            if product
            else "Kies eerst een profiel."
        )
        termijnen = self.session.suggest_termijnen()
        self.take_termijnen.setEnabled(termijnen is not None)
        self._termijnen.setText(
            describe_termijnen(termijnen) if termijnen else "Kies eerst een profiel en een ingangsdatum."
        )

    def _on_take_profiel(self) -> None:
        voorstel = self.session.indicatie.profiel
        if voorstel is not None:
            self.view.act(self.session.set_veld, "weging.profiel", voorstel.blok)

    def _on_take_termijnen(self) -> None:
        termijnen = self.session.suggest_termijnen()
        if termijnen is None:
            return
        for naam in (
            "einddatum",
            "eerste_evaluatie",
            "evaluatie_elke_maanden",
            "aanleveren_weken_ervoor",
        ):
            self.view.act(self.session.set_veld, f"weging.{naam}", getattr(termijnen, naam))


def describe_termijnen(termijnen: Termijnen) -> str:
    """Return the suggested dates in one sentence."""
    einde, evaluatie = termijnen.einddatum, termijnen.eerste_evaluatie
    return (
        f"Einddatum {einde:%d-%m-%Y}, eerste evaluatie {evaluatie:%d-%m-%Y}, "
        f"daarna elke {termijnen.evaluatie_elke_maanden} maanden; stukken "
        f"{termijnen.aanleveren_weken_ervoor} weken ervoor."
    )
