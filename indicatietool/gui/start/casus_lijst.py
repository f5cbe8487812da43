"""The practice cases as a calm list: title, what it teaches, which kader; under basis and lastig.

Comes in: Casussen. Goes out: the one that is chosen. Worked with arrows and Enter; shows no minutes.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from indicatietool.gui.widgets.regel_lijst import STANDS_FOR, RegelLijst
from indicatietool.session.oefenen.casussen import Casus, Oefening

_LOW, _LINES = 230, 4
"""The least height: pixels, and lines of text on top of them."""


class CasusLijst(RegelLijst):
    """De oefencasussen om uit te kiezen."""

    asked = Signal()

    def __init__(self) -> None:
        """Show no cases yet."""
        super().__init__("oefencasussen", "Oefencasussen; Enter begint de oefening")
        self.setMinimumHeight(_LOW + self.fontMetrics().lineSpacing() * _LINES)
        self.itemActivated.connect(self.asked)

    @property
    def chosen(self) -> Casus | None:
        """Return the chosen case."""
        item = self.currentItem()
        return item.data(STANDS_FOR) if item is not None else None

    def show_cases(self, cases: Sequence[Casus], exercises: Callable[[Casus], Sequence[Oefening]]) -> None:
        """Show these cases and what was practised with each; the chosen one stays chosen."""
        was = self.chosen
        self.clear()
        groep = None
        for casus in cases:
            if casus.groep is not groep:
                groep = casus.groep
                self.add_heading(str(groep))
            self.add_row(casus.verhaal.titel, *under(casus), *done(exercises(casus)), stands_for=casus)
        self.choose(was)

    def choose(self, wens: Casus | None) -> None:
        """Choose a case, or the first when it is not there."""
        there = {row: self.item(row).data(STANDS_FOR) for row in range(self.count())}
        rows = [row for row, casus in there.items() if casus is not None]
        same = [row for row in rows if wens is not None and there[row].plaats == wens.plaats]
        self.setCurrentRow(same[0] if same else rows[0] if rows else -1)
        if rows and self.currentRow() == rows[0]:
            self.scrollToTop()


def under(casus: Casus) -> tuple[str, ...]:
    """Return what stands under the title: what it teaches, and where it comes from."""
    kop = casus.geladen.kader.kader
    eigen = f" · eigen casus {casus.plaats}" if casus.is_eigen else ""
    waar = f"{kop.naam} {kop.versie}{eigen}"
    leerdoel = casus.verhaal.leerdoel.strip().removesuffix(".")
    return (leerdoel, waar) if leerdoel else (waar,)


def done(exercises: Sequence[Oefening]) -> tuple[str, ...]:
    """Return what was practised with a case: in which dossiers, and whether they were compared."""
    delen = [f"{deel.nummer} ({'vergeleken' if deel.model_gezien else 'bezig'})" for deel in exercises]
    return (f"Geoefend in {', '.join(delen)}",) if delen else ()
