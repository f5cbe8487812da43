"""The formulas of one dossier: a chain of rows per taak; the total is in workbook.total.

Comes in: kader, dossier and the addresses of the norm sheets. Goes out: rows on a rekenblad.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from indicatietool.domain.antwoorden import Aftrek, TaakAntwoord
from indicatietool.domain.besluit import Afwijken, BinnenMarge
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.factoren import Factor
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.normenkader import Normenkader, Per, Taak
from indicatietool.domain.regels import Regel
from indicatietool.domain.voorstel import Voorstel
from indicatietool.store.workbook.expressions import (
    Normbladen,
    Plek,
    Vakken,
    cell_value,
    conditions,
    effect_on,
    rounded,
)
from indicatietool.store.workbook.rows import Rekenrijen
from indicatietool.store.workbook.total import Totaal


class Rekening:
    """De rijen van één dossier op een rekenblad."""

    def __init__(
        self,
        blok: Rekenrijen,
        kader: Normenkader,
        dossier: Dossier,
        normbladen: Normbladen,
        periodes: Mapping[str, str],
    ) -> None:
        """Write what holds for the whole dossier."""
        self._blok, self._kader, self._dossier, self._norm = blok, kader, dossier, normbladen
        self._geteld: dict[str, str] = {}
        gemeente = f"$B${blok.add('gemeente', dossier.melding.gemeente or 'geen')}"
        blok.heading("Taken die nodig zijn")
        eerste = blok.rij + 1
        for antwoord in dossier.antwoorden.taken:
            blok.add(kader.taak_by_id[antwoord.taak].naam, antwoord.taak)
        blok.heading("Antwoorden voor het hele dossier")
        antwoorden = self._answers(dossier.antwoorden.keuzes)
        self._vakken = Vakken(
            antwoorden=antwoorden,
            nodig=f"$B${eerste}:$B${max(eerste, eerste + len(dossier.antwoorden.taken) - 1)}",
            gemeente=gemeente,
            **periodes,
        )
        self._alles = replace(self._vakken, antwoorden=self._with_points(antwoorden))

    def add_taak(self, uitkomst: TaakUitkomst) -> None:
        """Write the chain of one taak, and what the besluit counts of it."""
        taak = self._kader.taak_by_id[uitkomst.taak]
        self._blok.heading(f"Taak: {taak.naam}")
        nu = self._chain(taak) if isinstance(uitkomst.voorstel, Voorstel) else None
        besluit = uitkomst.besluit if uitkomst.stand is BesluitStand.GENOMEN else None
        match besluit:
            case BinnenMarge(minuten_per_week=minuten):
                rij = self._blok.add("besluit: een waarde binnen de marge", minuten)
                nu = f"$B${rij}"
            case Afwijken(minuten=minuten):
                rij = self._blok.add("besluit: afgeweken met motivering", minuten)
                nu = f"$B${rij}"
            case _:
                pass
        if nu is not None:
            self._geteld[taak.id] = self._blok.step("telt mee", nu)

    def total(self) -> Totaal:
        """Return the total of the taken that were written."""
        return Totaal(self._blok, self._kader, self._dossier, self._norm, self._alles, self._geteld)

    def _chain(self, taak: Taak) -> str:
        antwoord = self._dossier.antwoorden.taak(taak.id)
        if antwoord is None:
            raise ValueError("an outcome is of a taak that was answered")
        plek = self._norm.row("taken", sleutel=(taak.id,))
        vakken = self._for_taak(taak, antwoord, plek)
        cel = taak.vast if not taak.vraagt_blok else taak.minuten[antwoord.blok or ""]
        if cel is None:
            raise ValueError("a taak with a voorstel has a cell")
        adres = plek["vast"] if not taak.vraagt_blok else plek[f"minuten.{antwoord.blok}"]
        bandbreedte = self._norm.row("schaal")["bandbreedte"]
        nu = self._blok.step(f"norm, minuten per {taak.per}", cell_value(cel, adres, bandbreedte))
        if taak.maal is not None:
            nu = self._blok.step(f"× {taak.maal}", f"{nu}*{vakken.antwoorden[taak.maal]}")
        nu = basis = self._to_week(taak, antwoord, nu)
        nu = bruto = self._rules(self._kader.regels_of("bruto"), vakken, basis, nu)
        nu = self._rules(self._kader.regels_of("aftrek"), vakken, bruto, nu)
        for aftrek in antwoord.aftrek:
            nu = self._deduct(aftrek, bruto, nu)
        for samenval in self._kader.samenval:
            if samenval.taak == taak.id:
                minuten = self._norm.row("samenval", sleutel=(samenval.id,))["minuten_per_week"]
                rij = self._blok.add(
                    samenval.tekst, geldt=f'SUMPRODUCT(--({vakken.nodig}="{samenval.met}"))>0'
                )
                self._blok.formula(rij, 4, f"IF($C${rij},MAX(0,{nu}-{minuten}),{nu})")
                nu = f"$D${rij}"
        if self._kader.rekenwijze.afronding_taak is not None:
            wijze = self._norm.row("rekenwijze")
            stap, richting = wijze["afronding_taak.stap"], wijze["afronding_taak.richting"]
            nu = self._blok.step("afgerond", rounded(nu, stap, richting))
        return nu

    def _for_taak(self, taak: Taak, antwoord: TaakAntwoord, plek: Plek) -> Vakken:
        leefgebied = self._dossier.antwoorden.leefgebied(taak.leefgebied)
        antwoorden = dict(self._vakken.antwoorden)
        antwoorden |= self._answers(leefgebied.keuzes if leefgebied else {})
        antwoorden |= self._answers(antwoord.keuzes)
        blok = richting = None
        if taak.vraagt_blok and antwoord.blok is not None:
            blok = f"$B${self._blok.add(self._kader.schaal.naam.lower(), antwoord.blok)}"
            richting = self._norm.row("blokken", sleutel=(antwoord.blok,))["richting"]
        return replace(
            self._vakken,
            antwoorden=self._with_points(antwoorden),
            taak=plek["id"],
            leefgebied=plek["leefgebied"],
            blok=blok,
            richting=richting,
        )

    def _answers(self, keuzes: Mapping[str, str | int]) -> dict[str, str]:
        return {
            factor: f"$B${self._blok.add(self._kader.factor_by_id[factor].naam, keuze)}"
            for factor, keuze in keuzes.items()
        }

    def _with_points(self, antwoorden: Mapping[str, str]) -> dict[str, str]:
        alles = dict(antwoorden)
        for factor in self._kader.puntenfactoren:
            tabel = factor.punten
            if tabel is None or not all(naam in alles for naam in tabel.factoren):
                continue
            punten = self._blok.compute(
                f"{factor.naam}: punten",
                "+".join(
                    self._points(self._kader.factor_by_id[naam], alles[naam]) for naam in tabel.factoren
                ),
            )
            keuze = '""'
            for nummer, grens in enumerate(tabel.grenzen):
                plek = self._norm.row("factoren", "punten", "grenzen", sleutel=(factor.id, str(nummer)))
                soort, teken = ("vanaf", ">=") if grens.vanaf is not None else ("boven", ">")
                keuze = f"IF({punten}{teken}{plek[soort]},{plek['keuze']},{keuze})"
            alles[factor.id] = self._blok.compute(factor.naam, keuze)
        return alles

    def _points(self, factor: Factor, cel: str) -> str:
        if factor.soort == "aantal":
            return cel
        punten = [
            self._norm.row("factoren", "keuzes", sleutel=(factor.id, str(nummer)))
            for nummer in range(len(factor.keuzes))
        ]
        return "+".join(f"IF({cel}={plek['id']},{plek['punten']},0)" for plek in punten)

    def _to_week(self, taak: Taak, antwoord: TaakAntwoord, nu: str) -> str:
        match taak.per:
            case Per.KEER if antwoord.frequentie is not None:
                keer = self._blok.add("aantal keer", antwoord.frequentie.keer)
                weken = self._blok.add("in zoveel weken", antwoord.frequentie.per_weken)
                return self._blok.step("× keer per week", f"{nu}*$B${keer}/$B${weken}")
            case Per.DAG:
                return self._blok.step("× dagen per week", f"{nu}*{self._vakken.dagen_per_week}")
            case Per.MAAND:
                return self._blok.step("/ weken per maand", f"{nu}/{self._vakken.weken_per_maand}")
            case Per.JAAR:
                return self._blok.step("/ weken per jaar", f"{nu}/{self._vakken.weken_per_jaar}")
            case _:
                return nu

    def _rules(self, regels: Sequence[Regel], vakken: Vakken, basis: str, nu: str) -> str:
        regels = [regel for regel in regels if _may_touch(regel, vakken, self._kader)]
        eerste = self._blok.rij + 1
        geldt = {regel.id: f"$C${eerste + nummer}" for nummer, regel in enumerate(regels)}
        for nummer, regel in enumerate(regels):
            plekken = [
                self._norm.row("regels", "als", sleutel=(regel.id, str(deel)))
                for deel in range(len(regel.als))
            ]
            rij = self._blok.add(regel.tekst, geldt=conditions(regel.als, plekken, vakken))
            groep = [ander for ander in regels if ander.groep == regel.groep] if regel.groep else [regel]
            eerder = [geldt[ander.id] for ander in regels[:nummer] if ander in groep]
            telt = f"AND({geldt[regel.id]},NOT(OR({','.join(eerder)})))" if eerder else geldt[regel.id]
            uitkomsten = [(geldt[ander.id], self._effect(ander, vakken, basis, nu)) for ander in groep]
            na = (
                uitkomsten[0][1]
                if len(groep) == 1
                else f"MAX({','.join(f'IF({waar},{uit},-1)' for waar, uit in uitkomsten)})"
            )
            self._blok.formula(rij, 4, f"IF({telt},{na},{nu})")
            nu = f"$D${rij}"
        return nu

    def _effect(self, regel: Regel, vakken: Vakken, basis: str, nu: str) -> str:
        return effect_on(regel.effect, self._norm.row("regels", sleutel=(regel.id,)), vakken, basis, nu)

    def _deduct(self, aftrek: Aftrek, bruto: str, nu: str) -> str:
        beschikbaar = self._blok.add(f"{aftrek.soort.naam}: beschikbaar", str(aftrek.beschikbaar))
        vrijwillig = self._blok.add(f"{aftrek.soort.naam}: vrijwillig", "ja" if aftrek.vrijwillig else "nee")
        soort = "minuten per week" if aftrek.procent is None else "procent van bruto"
        waarde = aftrek.minuten_per_week if aftrek.procent is None else aftrek.procent
        rij = self._blok.add(
            f"{aftrek.soort.naam}: {soort}",
            waarde,
            geldt=f'AND($B${beschikbaar}="ja",$B${vrijwillig}="ja")',
        )
        minder = f"$B${rij}" if aftrek.procent is None else f"{bruto}*$B${rij}/100"
        self._blok.formula(rij, 4, f"IF($C${rij},MAX(0,{nu}-{minder}),{nu})")
        return f"$D${rij}"


def _may_touch(regel: Regel, vakken: Vakken, kader: Normenkader) -> bool:
    """Tell whether a rule asks only for what this taak can answer; the others would be rows of FALSE."""
    return all(v.niet or v.factor is None or v.factor in vakken.antwoorden for v in regel.als) and not any(
        v.taken and not v.niet and not _names(v.taken, vakken, kader) for v in regel.als
    )


def _names(taken: Sequence[str], vakken: Vakken, kader: Normenkader) -> bool:
    nummers = {taak.id: nummer for nummer, taak in enumerate(kader.taken, start=2)}
    return any(vakken.taak is not None and vakken.taak.endswith(f"${nummers[taak]}") for taak in taken)
