"""Rows on a rekenblad: a label, what was put in, whether it holds, and the minutes after it.

Comes in: formulas. Goes out: cells. Knows no normenkader.
"""

from dataclasses import dataclass
from typing import Any

from indicatietool.store.workbook.write import put


@dataclass
class Rekenrijen:
    """Het rekenblad van één voorbeeld, waar rij na rij op komt."""

    blad: Any
    rij: int = 0

    @property
    def naam(self) -> str:
        """Return the name as formulas on other sheets write it."""
        return f"'{self.blad.title}'"

    def add(
        self, label: str, waarde: object = None, *, geldt: str | None = None, stand: str | None = None
    ) -> int:
        """Write a row and return its number; geldt and stand are formulas without =."""
        self.rij += 1
        put(self.blad.cell(self.rij, 1), label)
        if isinstance(waarde, str):
            put(self.blad.cell(self.rij, 2), waarde)
        elif isinstance(waarde, int):
            put(self.blad.cell(self.rij, 2), waarde, "0")
        for kolom, formule in ((3, geldt), (4, stand)):
            self.formula(self.rij, kolom, formule)
        return self.rij

    def compute(self, label: str, formule: str) -> str:
        """Write a row whose value is a formula and return its address."""
        rij = self.add(label)
        self.formula(rij, 2, formule)
        return f"$B${rij}"

    def formula(self, rij: int, kolom: int, formule: str | None) -> None:
        """Write a formula in a cell, where there is one."""
        if formule is not None:
            cel = self.blad.cell(rij, kolom)
            cel.value = f"={formule}"
            cel.number_format = "0.######"

    def heading(self, label: str) -> None:
        """Write a line in bold, with a blank one before."""
        from openpyxl.styles import Font

        self.rij += 1
        self.blad.cell(self.add(label), 1).font = Font(bold=True)

    def step(self, label: str, formule: str) -> str:
        """Write a row with the minutes after a step and return their address."""
        return f"$D${self.add(label, stand=formule)}"
