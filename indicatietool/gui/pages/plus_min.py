"""Plussen en minnen as they follow from the scores: of the client, and apart from those around the client."""

from fractions import Fraction

from indicatietool.domain.tekst import show_minutes
from indicatietool.gui.pages.kaart import Kaart
from indicatietool.gui.theme import text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.text_grid import TextGrid
from indicatietool.session.plussen import Weegfactor, weigh

NAMED = 2
"""Up to so many taken are named; more are counted."""

KANTEN = (("client", "Bij de cliënt"), ("omgeving", "In de omgeving"))


class PlusMinKaart(Kaart):
    """Wat er meer en wat er minder vraagt, in minuten per week.

    Bron: eisen 61 and 62.
    """

    def __init__(self, view: ViewModel) -> None:
        """Build the card."""
        super().__init__(view, "Plussen en minnen uit de scores")
        self._count = text_label()
        self.box.addWidget(self._count)
        self.box.addWidget(
            text_label("Zoveel minuten per week scheelt elk antwoord, over alle taken samen.", soft=True)
        )
        self._grids = {}
        for van, titel in KANTEN:
            grid = TextGrid(f"plusmin.{van}", ("Minuten", titel), (1, 5), (0,))
            self._grids[van] = grid
            self.box.addWidget(grid)

    def refresh(self) -> None:
        """Show the answers as they are now."""
        session = self.session
        factoren = weigh(session.kader, session.dossier, session.indicatie)
        for van, grid in self._grids.items():
            grid.show_rows([_row(factor) for factor in factoren if factor.van == van])
        actief = {uitkomst.leefgebied for uitkomst in session.indicatie.taken}
        taken = len(session.indicatie.taken)
        self._count.setText(
            f"Begeleiding bij {len(actief)} van {len(session.kader.leefgebieden)} leefgebieden. Taken: "
            f"{taken}."
            if factoren
            else "Er zijn nog geen omstandigheden gescoord."
        )


def _row(factor: Weegfactor) -> tuple[str, str]:
    waar = [naam for naam in factor.waar if naam]
    bij = f" ({', '.join(waar) if len(waar) <= NAMED else f'{len(waar)} taken'})" if waar else ""
    return _signed(factor.minuten_per_week), f"{factor.factor}: {factor.antwoord.lower()}{bij}"


def _signed(minuten: Fraction) -> str:
    if not minuten:
        return "geen verschil"
    return f"{'+' if minuten > 0 else '−'} {show_minutes(abs(minuten))}"
