"""Passages that do not go into every version of the verslag, each with its reason.

Bron: eis 165.
"""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from indicatietool.domain.dossier import Afscherming
from indicatietool.errors import InvoerError
from indicatietool.gui.pages.kaart import Kaart
from indicatietool.gui.theme import text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.editors import KeuzeEditor, TekstEditor, labelled
from indicatietool.gui.widgets.item_list import ItemForm, ItemList
from indicatietool.session.session import Session
from indicatietool.session.vormen import guardable, name_of_place
from indicatietool.session.waarden import read_fact

UITLEG = (
    "In de dossierversie staat altijd alles. De cliënt mag het hele dossier inzien; scherm alleen af wat "
    "niet in de brief aan de cliënt past."
)


class AfschermingKaart(Kaart):
    """Welke passages de aanbieder of de cliënt niet in zijn versie krijgt."""

    def __init__(self, view: ViewModel) -> None:
        """Build the card."""
        super().__init__(view, "Passages afschermen")
        self.box.addWidget(text_label(UITLEG, soft=True))
        self.items = ItemList(
            "afscherming", "afscherming", AfschermingForm(self.session), self._told, self._keep
        )
        self.box.addWidget(self.items)

    def refresh(self) -> None:
        """Show the passages that are guarded."""
        self.items.show_items(self.session.dossier.afgeschermd, may_change=not self.session.is_definitief)

    def _keep(self, afgeschermd: tuple[Afscherming, ...]) -> bool:
        return self.view.act(self.session.guard, afgeschermd)

    def _told(self, passage: Afscherming) -> str:
        voor = [
            wie
            for wie, is_so in (
                ("de aanbieder", passage.niet_voor_aanbieder),
                ("de cliënt", passage.niet_voor_client),
            )
            if is_so
        ]
        naam = name_of_place(self.session, passage.plek)
        return f"{naam}: niet voor {' en '.join(voor)}. {passage.reden}"


class AfschermingForm(ItemForm):
    """Eén afscherming."""

    def __init__(self, session: Session) -> None:
        """Build the form."""
        super().__init__()
        self._session = session
        self.plek = KeuzeEditor((), leeg="— kies een passage —")
        self.plek.setSizeAdjustPolicy(KeuzeEditor.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.plek.setMinimumContentsLength(24)
        self.aanbieder = QCheckBox("Niet in de versie voor de aanbieder")
        self.client = QCheckBox("Niet in de versie voor de cliënt")
        self.reden = TekstEditor(2)
        self.first = self.plek
        for name in ("plek", "aanbieder", "client", "reden"):
            getattr(self, name).setObjectName(f"afscherming.{name}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(labelled("Welke passage", self.plek))
        layout.addWidget(self.aanbieder)
        layout.addWidget(self.client)
        layout.addWidget(labelled("Reden (verplicht)", self.reden))

    def begin(self) -> None:
        """Show an empty form with the passages that are there now."""
        self._show(None, aanbieder=True, client=False, reden="")

    def load(self, item: Any) -> None:
        """Show a passage to change it."""
        self._show(
            item.plek, aanbieder=item.niet_voor_aanbieder, client=item.niet_voor_client, reden=item.reden
        )

    def read(self) -> Afscherming:
        """Return the passage.

        Raises:
            InvoerError: something is missing.
        """
        if self.plek.value() is None:
            raise InvoerError("Kies welke passage u wilt afschermen.")
        if not (self.aanbieder.isChecked() or self.client.isChecked()):
            raise InvoerError("Kies voor wie de passage niet is: de aanbieder, de cliënt of allebei.")
        if not self.reden.value().strip():
            raise InvoerError("Schrijf op waarom deze passage niet in die versie hoort.")
        return read_fact(
            Afscherming,
            {
                "plek": str(self.plek.value()),
                "niet_voor_aanbieder": self.aanbieder.isChecked(),
                "niet_voor_client": self.client.isChecked(),
                "reden": self.reden.value(),
            },
        )

    def _show(self, plek: str | None, *, aanbieder: bool, client: bool, reden: str) -> None:
        places = [(passage.plek, passage.naam) for passage in guardable(self._session)]
        if plek is not None and plek not in dict(places):
            places.append((plek, name_of_place(self._session, plek)))
        self.plek.set_choices(places)
        self.plek.set_value(plek)
        self.aanbieder.setChecked(aanbieder)
        self.client.setChecked(client)
        self.reden.set_value(reden)
