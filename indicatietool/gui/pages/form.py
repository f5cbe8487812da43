"""Pages of typed fields, built from the table in domain.velden: melding and hulpvraag."""

from collections.abc import Iterable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from indicatietool.domain.gemeente import GEMEENTEN
from indicatietool.domain.veld import Veld, VeldGroep, VeldSoort, value_of
from indicatietool.domain.velden import HULPVRAAG, MELDING
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.theme import text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.editors import (
    BsnEditor,
    DatumEditor,
    GetalEditor,
    JaNeeEditor,
    KeuzeEditor,
    RegelEditor,
    TekstEditor,
    labelled,
)
from indicatietool.gui.widgets.rows import chain_after, insert, last_stop

Editor = BsnEditor | DatumEditor | GetalEditor | JaNeeEditor | KeuzeEditor | RegelEditor | TekstEditor

COUNTED_FROM_START = frozenset(("weging.einddatum", "weging.eerste_evaluatie"))
"""Days for which +6m counts from the ingangsdatum."""


class FieldSet:
    """Editors for groups of velden, bound to a consultation; used by every page with typed fields."""

    def __init__(self, view: ViewModel, groepen: Iterable[VeldGroep], layout: QVBoxLayout) -> None:
        """Build a card per group into a layout."""
        self._view = view
        self._editors: dict[str, tuple[Veld, Editor]] = {}
        self.boxes: dict[str, QVBoxLayout] = {}
        for groep in groepen:
            frame, box = card(groep.titel)
            self.boxes[groep.titel] = box
            for veld in groep.velden:
                if veld.soort is not VeldSoort.BSN or view.shows_bsn:
                    box.addWidget(self._row(veld))
            layout.addWidget(frame)

    def refresh(self) -> None:
        """Show what the dossier holds."""
        for veld, editor in self._editors.values():
            editor.set_value(value_of(self._view.session.dossier, veld))

    def editor(self, pad: str) -> Editor:
        """Return the editor of a field."""
        return self._editors[pad][1]

    def add_after(self, pad: str, widget: QWidget) -> None:
        """Put a widget under a field, and on the way of Tab right after it."""
        row = self._editors[pad][1].parentWidget()
        box = next(box for box in self.boxes.values() if box.indexOf(row) >= 0)
        insert(box, box.indexOf(row) + 1, widget)
        chain_after(last_stop(row), widget)

    def _row(self, veld: Veld) -> QWidget:
        editor = editor_for(veld)
        editor.setObjectName(veld.pad)
        editor.edited.connect(
            lambda value, pad=veld.pad: self._view.act(self._view.session.set_veld, pad, value)
        )
        if isinstance(editor, DatumEditor):
            self._tell_days(editor, veld)
        self._editors[veld.pad] = (veld, editor)
        help_text = " · ".join(part for part in (veld.uitleg, veld.grondslag) if part)
        return labelled(
            veld.label + ("" if veld.nodig else " (als het van toepassing is)"), editor, help_text
        )

    def _tell_days(self, editor: DatumEditor, veld: Veld) -> None:
        session = self._view.session
        editor.vandaag = lambda: session.vandaag
        if veld.pad in COUNTED_FROM_START:
            editor.vanaf = lambda: session.dossier.weging.ingangsdatum
            editor.is_last_day = veld.pad == "weging.einddatum"


def editor_for(veld: Veld) -> Editor:
    """Return an empty editor that fits the kind of field."""
    match veld.soort:
        case VeldSoort.REGEL:
            return RegelEditor()
        case VeldSoort.TEKST:
            return TekstEditor()
        case VeldSoort.DATUM:
            return DatumEditor()
        case VeldSoort.JA_NEE:
            return JaNeeEditor()
        case VeldSoort.GETAL:
            return GetalEditor()
        case VeldSoort.KEUZE:
            return KeuzeEditor(veld.keuzes)
        case VeldSoort.BSN:
            return BsnEditor()


class MeldingPage(Page):
    """De melding, de procedure en het advies van een aanbieder."""

    uitleg = "Leg alleen vast wat nodig is. Alles wordt bewaard terwijl u typt."

    def _build(self) -> None:
        self._fields = FieldSet(self.view, MELDING, self.body)
        self._gemeente = KeuzeEditor([(gemeente.code, gemeente.naam) for gemeente in GEMEENTEN])
        self._gemeente.setObjectName("melding.gemeente")
        last = MELDING[0].velden[-1].pad
        self._fields.add_after(last, labelled("Gemeente", self._gemeente))
        self._to_advice = QPushButton("Naar uw besluit over dit advies")
        self._to_advice.setObjectName("advies.naar")
        advies = self._fields.boxes[MELDING[-1].titel]
        advies.addWidget(
            text_label("Of u het volgt, zegt u bij het besluit: dan is er een aantal.", soft=True)
        )
        advies.addWidget(self._to_advice)
        self.body.addStretch(1)

    def _bind(self) -> None:
        self._gemeente.edited.connect(
            lambda value: self.view.act(self.session.set_veld, "melding.gemeente", value)
        )
        self._to_advice.clicked.connect(
            lambda: self.view.step_asked.emit("besluit", "melding.advies_gevolgd")
        )

    def _refresh(self) -> None:
        self._fields.refresh()
        self._gemeente.set_value(self.session.dossier.melding.gemeente)


class HulpvraagPage(Page):
    """De hulpvraag, eerst in de woorden van de cliënt."""

    uitleg = "Begin met wat de cliënt zelf zegt. Daarna de situatie."

    def _build(self) -> None:
        self._fields = FieldSet(self.view, HULPVRAAG, self.body)
        self.body.addStretch(1)

    def _refresh(self) -> None:
        self._fields.refresh()
