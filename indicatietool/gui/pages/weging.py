"""Plussen en minnen, profiel and product: suggested after weighing, taken over or chosen otherwise."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from indicatietool.domain.velden import WEGING
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.pages.form import FieldSet
from indicatietool.gui.pages.plus_min import PlusMinKaart
from indicatietool.gui.theme import ORANJE, colour, text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.editors import KeuzeEditor, TekstEditor, labelled
from indicatietool.gui.widgets.tekstblok import TekstblokBalk
from indicatietool.session.advies import advise
from indicatietool.session.checks import starts_in_behoud

BEHOUD = (
    "Dit is een eerste onderzoek. Schrijf op waarom de situatie stabiel houden nu past, bijvoorbeeld uit de "
    "hulpgeschiedenis of wat er al is geprobeerd."
)


class WegingPage(Page):
    """Na het plussen en minnen: het profiel en het product van het geheel."""

    uitleg = "De richting en de zwaarte volgen uit de taken. Klopt het voorstel met wat u heeft gezien?"

    def _build(self) -> None:
        self._plus_min = PlusMinKaart(self.view)
        self.body.addWidget(self._plus_min)
        self._fields = FieldSet(self.view, WEGING[:1], self.body)
        pad = "weging.plussen_en_minnen"
        blocks = TekstblokBalk(self.view, self._fields.editor(pad), "weging in uw woorden")
        self._fields.add_after(pad, blocks)
        self._build_profiel()
        self._build_product()
        self._beleid = FieldSet(self.view, WEGING[1:], self.body)
        self.body.addStretch(1)

    def _build_profiel(self) -> None:
        kader = self.session.kader
        frame, box = card("Profiel")
        self._suggested = text_label()
        self._suggested.setObjectName("profiel.voorstel")
        self.take_profiel = named_button(
            "Voorgesteld profiel overnemen", "profiel.overnemen", symbol="circle-check"
        )
        self.profiel = KeuzeEditor([(blok.code, f"{blok.code} · {blok.naam}") for blok in kader.blokken])
        self.profiel.setObjectName("weging.profiel")
        self._advice = text_label()
        colour(self._advice, ORANJE)
        self.profiel_motivering = self._text("profiel_motivering")
        self.behoud_motivering = self._text("behoud_motivering")
        box.addWidget(self._suggested)
        box.addWidget(self.take_profiel, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(labelled("Gekozen profiel", self.profiel))
        box.addWidget(self._advice)
        box.addWidget(
            labelled("Waarom dit profiel", self.profiel_motivering, "Nodig als u iets anders kiest.")
        )
        self._behoud: QWidget = labelled("Waarom een start in behoud", self.behoud_motivering, BEHOUD)
        box.addWidget(self._behoud)
        self.body.addWidget(frame)

    def _build_product(self) -> None:
        kader = self.session.kader
        frame, box = card("Product")
        self._product_hint = text_label()
        self.take_product = named_button(
            "Voorgesteld product overnemen", "product.overnemen", symbol="circle-check"
        )
        self.product = KeuzeEditor([(product.id, product.naam) for product in kader.producten])
        self.product.setObjectName("weging.product")
        self.product_motivering = self._text("product_motivering")
        box.addWidget(self._product_hint)
        box.addWidget(self.take_product, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(labelled("Gekozen product", self.product))
        box.addWidget(labelled("Toelichting bij het product", self.product_motivering))
        self.body.addWidget(frame)
        frame.setVisible(bool(kader.producten))

    def _text(self, naam: str) -> TekstEditor:
        editor = TekstEditor(2)
        editor.setObjectName(f"weging.{naam}")
        return editor

    def _bind(self) -> None:
        for editor in self._chosen():
            pad = editor.objectName()
            editor.edited.connect(lambda value, pad=pad: self.view.act(self.session.set_veld, pad, value))
        self.take_profiel.clicked.connect(self._on_take_profiel)
        self.take_product.clicked.connect(self._on_take_product)

    def _chosen(self) -> tuple[KeuzeEditor | TekstEditor, ...]:
        return (
            self.profiel,
            self.profiel_motivering,
            self.behoud_motivering,
            self.product,
            self.product_motivering,
        )

    def _refresh(self) -> None:
        self._plus_min.refresh()
        self._fields.refresh()
        self._beleid.refresh()
        weging = self.session.dossier.weging
        for editor in self._chosen():
            editor.set_value(getattr(weging, editor.objectName().partition(".")[2]))
        self._refresh_profiel()
        self._refresh_product()
        toetsen = advise(self.session.kader, self.session.dossier, self.session.indicatie)
        hier = [toets.tekst for toets in toetsen if toets.veld == "weging.profiel"]
        self._advice.setText("\n".join(f"Let op: {tekst}" for tekst in hier))
        self._advice.setVisible(bool(hier))
        in_behoud = starts_in_behoud(self.session.kader, self.session.dossier)
        self._behoud.setVisible(in_behoud or bool(weging.behoud_motivering))

    def _refresh_profiel(self) -> None:
        voorstel, weging = self.session.indicatie.profiel, self.session.dossier.weging
        free = not self.session.is_definitief
        self.take_profiel.setEnabled(voorstel is not None and weging.profiel != voorstel.blok and free)
        if voorstel is None:
            self._suggested.setText("Er is nog geen voorstel: er zijn geen taken met minuten.")
            return
        blok = self.session.kader.blok_by_code[voorstel.blok]
        self._suggested.setText("\n".join([f"Voorstel: {blok.code} · {blok.naam}.", *voorstel.redenen]))

    def _refresh_product(self) -> None:
        product = self._suggested_product()
        weging = self.session.dossier.weging
        free = not self.session.is_definitief
        self.take_product.setEnabled(product is not None and weging.product != product.id and free)
        self._product_hint.setText(
            f"Bij profiel {weging.profiel} past: {product.naam}. {product.omschrijving}"
            if product
            else "Kies eerst een profiel."
        )

    def _suggested_product(self) -> object:
        kader = self.session.kader
        profiel = kader.profiel_by_blok.get(self.session.dossier.weging.profiel or "")
        return kader.product_by_id.get(profiel.product) if profiel else None

    def _on_take_profiel(self) -> None:
        voorstel = self.session.indicatie.profiel
        if voorstel is not None:
            self.view.act(self.session.set_veld, "weging.profiel", voorstel.blok)

    def _on_take_product(self) -> None:
        product = self._suggested_product()
        if product is not None:
            self.view.act(self.session.set_veld, "weging.product", product.id)
