"""The dates that fit the profiel, with the reasons; taken over by a button, never by themselves."""

from PySide6.QtCore import Qt

from indicatietool.gui.pages.kaart import Kaart
from indicatietool.gui.theme import text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.session.datum import show_date
from indicatietool.session.termijnen import Termijnenvoorstel, propose_terms, take_terms


class TermijnenKaart(Kaart):
    """De voorgestelde einddatum en evaluaties."""

    def __init__(self, view: ViewModel) -> None:
        """Build the card."""
        super().__init__(view, "Voorgestelde termijnen")
        self._text = text_label()
        self._text.setObjectName("termijnen")
        self.take = named_button(
            "Termijnen overnemen", "termijnen.overnemen", "Voorgestelde termijnen overnemen"
        )
        self.longer = named_button("", "termijnen.langer")
        self.box.addWidget(self._text)
        for button in (self.take, self.longer):
            self.box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.take.clicked.connect(self._on_take)
        self.longer.clicked.connect(self._on_longer)

    def refresh(self) -> None:
        """Show what fits the profiel and the start as they are now."""
        voorstel = propose_terms(self.session)
        free = not self.session.is_definitief
        self.take.setVisible(voorstel is not None)
        self.take.setEnabled(free)
        longer = voorstel.langer_tot if voorstel else None
        self.longer.setVisible(longer is not None)
        self.longer.setEnabled(free)
        if longer is not None:
            self.longer.setText(f"Einddatum {show_date(longer)}, met motivering")
        self._text.setText(
            describe(voorstel)
            if voorstel
            else "Kies eerst een profiel (stap Weging en profiel) en een ingangsdatum."
        )

    def _on_take(self) -> None:
        voorstel = propose_terms(self.session)
        if voorstel is not None:
            self.view.act(take_terms, self.session, voorstel.termijnen)

    def _on_longer(self) -> None:
        voorstel = propose_terms(self.session)
        if voorstel is not None and voorstel.langer_tot is not None:
            self.view.act(self.session.set_veld, "weging.einddatum", voorstel.langer_tot)


def describe(voorstel: Termijnenvoorstel) -> str:
    """Return the dates with their reasons."""
    termijnen = voorstel.termijnen
    return "\n".join(
        [
            f"Einddatum {show_date(termijnen.einddatum)}, eerste evaluatie "
            f"{show_date(termijnen.eerste_evaluatie)}, daarna elke "
            f"{termijnen.evaluatie_elke_maanden} maanden. Stukken "
            f"{termijnen.aanleveren_weken_ervoor} weken ervoor.",
            *voorstel.redenen,
        ]
    )
