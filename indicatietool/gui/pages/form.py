"""Pages of typed fields, built from the table in domain.velden: melding and hulpvraag."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.domain.gemeente import GEMEENTEN
from indicatietool.domain.veld import Veld, VeldGroep, VeldSoort, value_of
from indicatietool.domain.velden import HULPVRAAG, MELDING
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.editors import (
    DatumEditor,
    GetalEditor,
    JaNeeEditor,
    KeuzeEditor,
    RegelEditor,
    TekstEditor,
    labelled,
)

Editor = DatumEditor | GetalEditor | JaNeeEditor | KeuzeEditor | RegelEditor | TekstEditor


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
                box.addWidget(self._row(veld))
            layout.addWidget(frame)

    def refresh(self) -> None:
        """Show what the dossier holds."""
        for veld, editor in self._editors.values():
            editor.set_value(value_of(self._view.session.dossier, veld))

    def _row(self, veld: Veld) -> QWidget:
        editor = editor_for(veld)
        editor.setObjectName(veld.pad)
        editor.edited.connect(
            lambda value, pad=veld.pad: self._view.act(self._view.session.set_veld, pad, value)
        )
        self._editors[veld.pad] = (veld, editor)
        help_text = " · ".join(part for part in (veld.uitleg, veld.grondslag) if part)
        return labelled(
            veld.label + ("" if veld.nodig else " (als het van toepassing is)"), editor, help_text
        )


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


class MeldingPage(Page):
    """De melding, de procedure en het advies van een aanbieder."""

    uitleg = "Leg alleen vast wat nodig is. Alles wordt bewaard terwijl u typt."

    def _build(self) -> None:
        self._fields = FieldSet(self.view, MELDING, self.body)
        self._gemeente = KeuzeEditor([(gemeente.code, gemeente.naam) for gemeente in GEMEENTEN])
        self._gemeente.setObjectName("melding.gemeente")
        self._fields.boxes[MELDING[0].titel].addWidget(labelled("Gemeente", self._gemeente))
        self.body.addStretch(1)

    def _bind(self) -> None:
        self._gemeente.edited.connect(
            lambda value: self.view.act(self.session.set_veld, "melding.gemeente", value)
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
