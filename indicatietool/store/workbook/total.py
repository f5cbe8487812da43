"""The formulas of the total of one dossier: the sum, the highest of a group, the caps, and the month.

Comes in: a Rekening whose taken are written. Goes out: rows on its rekenblad.
"""

from collections.abc import Mapping, Sequence

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.store.workbook.expressions import Normbladen, Vakken, conditions, rounded
from indicatietool.store.workbook.rows import Rekenrijen


class Totaal:
    """De optelling van één dossier op een rekenblad."""

    def __init__(
        self,
        blok: Rekenrijen,
        kader: Normenkader,
        dossier: Dossier,
        normbladen: Normbladen,
        vakken: Vakken,
        geteld: Mapping[str, str],
    ) -> None:
        """Keep what the rows refer to: geteld is taak → the address of its minutes."""
        self._blok, self._kader, self._dossier, self._norm = blok, kader, dossier, normbladen
        self._alles, self._geteld = vakken, geteld

    def add_total(self) -> str:
        """Write the sum, the caps and the month; return the address of the minutes per month."""
        self._blok.heading("Totaal")
        nu = self._blok.step("som van de taken", "+".join(self._geteld.values()) or "0")
        for hoogste in self._kader.hoogste:
            cellen = self._counted(hoogste.taken)
            if cellen:
                nu = self._blok.step(hoogste.tekst, f"{nu}-(SUM({cellen})-MAX({cellen}))")
        nu = self._caps(nu)
        for overig in self._dossier.antwoorden.overige:
            rij = self._blok.add(f"overig: {overig.omschrijving}", overig.minuten_per_week)
            self._blok.formula(rij, 4, f"{nu}+$B${rij}")
            nu = f"$D${rij}"
        wijze = self._norm.row("rekenwijze")
        nu = self._blok.step("per maand, exact", f"{nu}*{self._alles.weken_per_maand}")
        stap, richting = wijze["afronding_totaal.stap"], wijze["afronding_totaal.richting"]
        nu = self._blok.step("per maand, afgerond", rounded(nu, stap, richting))
        afwijking = self._dossier.afwijking_totaal
        if afwijking is not None:
            nu = f"$B${self._blok.add('vastgesteld met motivering', afwijking.minuten_per_maand)}"
        return nu

    def _caps(self, nu: str) -> str:
        gehad: dict[str, list[str]] = {}
        for maximum in sorted(self._kader.maxima, key=lambda maximum: not maximum.taken):
            plek = self._norm.row("maxima", sleutel=(maximum.id,))
            plekken = [
                self._norm.row("maxima", "als", sleutel=(maximum.id, str(deel)))
                for deel in range(len(maximum.als))
            ]
            geldt = conditions(maximum.als, plekken, self._alles)
            eerder = gehad.setdefault(maximum.groep, []) if maximum.groep else []
            if eerder:
                geldt = f"AND({geldt},NOT(OR({','.join(eerder)})))"
            rij = self._blok.add(maximum.tekst, geldt=geldt)
            eerder.append(f"$C${rij}")
            som = nu
            if maximum.taken:
                cellen = self._counted(maximum.taken)
                som = f"SUM({cellen})" if cellen else "0"
            self._blok.formula(rij, 4, f"IF($C${rij},{nu}-MAX(0,{som}-{plek['minuten_per_week']}),{nu})")
            nu = f"$D${rij}"
        return nu

    def _counted(self, taken: Sequence[str]) -> str:
        return ",".join(cel for taak, cel in self._geteld.items() if taak in taken)
