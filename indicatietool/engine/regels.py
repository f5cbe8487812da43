"""The rules of a kader: when they hold, and what they do to an omvang.

Comes in: a Geval and the rules. Goes out: Rekenstappen. Knows every effect kind; a new one is a branch here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from indicatietool.domain.normenkader import Normenkader, Rekenwijze, Taak
from indicatietool.domain.regels import (
    Effect,
    KlareRegel,
    MinutenErbij,
    Periode,
    Procent,
    Regel,
    TenHoogste,
    TenMinste,
    Vervalt,
    Vervangt,
    Voorwaarde,
)
from indicatietool.domain.schaal import Blok
from indicatietool.domain.tekst import show_exact
from indicatietool.domain.voorstel import NIETS, Omvang, Rekenstap, RekenstapSoort
from indicatietool.engine.score import Chosen, points_of


@dataclass(frozen=True, slots=True)
class Geval:
    """Alles waar een voorwaarde naar kan vragen: het dossier, en de taak als het om één taak gaat."""

    kader: Normenkader
    chosen: Chosen
    nodig: frozenset[str]
    gemeente: str | None
    taak: Taak | None = None
    blok: Blok | None = None


def per_week(minuten: int, per: Periode, wijze: Rekenwijze) -> Fraction:
    """Return minutes per week, exact, by the kader's own conversion."""
    match per:
        case Periode.DAG:
            return minuten * wijze.dagen_per_week
        case Periode.WEEK:
            return Fraction(minuten)
        case Periode.MAAND:
            return minuten / wijze.weken_per_maand
        case Periode.JAAR:
            return minuten / wijze.weken_per_jaar
        case _:
            assert_never(per)


def all_hold(voorwaarden: Sequence[Voorwaarde], geval: Geval) -> bool:
    """Tell whether every condition holds."""
    for voorwaarde in voorwaarden:  # noqa: SIM110 — with all() this is the slowest line of the engine
        if _holds(voorwaarde, geval) is voorwaarde.niet:
            return False
    return True


def _holds(v: Voorwaarde, geval: Geval) -> bool:
    if v.factor is not None:
        keuze = geval.chosen.get(v.factor)
        if keuze not in v.keuzes and (v.keuzes or not _is_within(v, keuze)):
            return False
    if v.richtingen and (geval.blok is None or geval.blok.richting not in v.richtingen):
        return False
    if v.blokken and (geval.blok is None or geval.blok.code not in v.blokken):
        return False
    if v.taken and (geval.taak is None or geval.taak.id not in v.taken):
        return False
    if v.leefgebieden and (geval.taak is None or geval.taak.leefgebied not in v.leefgebieden):
        return False
    if v.met_een_van and geval.nodig.isdisjoint(v.met_een_van):
        return False
    if v.met_alle and not geval.nodig.issuperset(v.met_alle):
        return False
    return not v.gemeenten or geval.gemeente in v.gemeenten


def _is_within(v: Voorwaarde, keuze: str | int | None) -> bool:
    if not isinstance(keuze, int):
        return False
    return (
        (v.vanaf is None or keuze >= v.vanaf)
        and (v.boven is None or keuze > v.boven)
        and (v.tot_en_met is None or keuze <= v.tot_en_met)
        and (v.onder is None or keuze < v.onder)
    )


def rule_steps(geval: Geval, deel: str, basis: Omvang, nu: Omvang) -> Iterator[Rekenstap]:
    """Yield a step for each rule that holds, in the order of the kader.

    Args:
        geval: the taak and all that bears on it.
        deel: which rules, "bruto" or "aftrek".
        basis: the omvang that a percentage of "basis" is taken of.
        nu: the omvang before the first rule.
    """
    soort = RekenstapSoort.REGEL if deel == "bruto" else RekenstapSoort.AFTREK
    gehad: set[str] = set()
    for klaar in geval.kader.klare_regels(deel):
        if klaar.groep in gehad or not _holds_for(klaar, geval):
            continue
        if klaar.groep is not None:
            gehad.add(klaar.groep)
            klaar = _strongest(geval, klaar, deel, basis, nu)
        if klaar.procent is not None:
            tekst, na = klaar.tekst, nu.plus_share(basis if klaar.van_basis else nu, klaar.procent, 100)
        else:
            tekst, na = _tell(klaar.regel, geval), _apply(klaar.regel.effect, geval, basis, nu)
        yield Rekenstap(soort, tekst, nu, na, klaar.bron)
        nu = na


def _holds_for(klaar: KlareRegel, geval: Geval) -> bool:
    chosen = geval.chosen
    for factor, keuzes, niet in klaar.keuzes:
        if (chosen.get(factor) in keuzes) is niet:
            return False
    return not klaar.rest or all_hold(klaar.rest, geval)


def _strongest(geval: Geval, first: KlareRegel, deel: str, basis: Omvang, nu: Omvang) -> KlareRegel:
    groep = [r for r in geval.kader.klare_regels(deel) if r.groep == first.groep and _holds_for(r, geval)]
    return max(groep, key=lambda klaar: _apply(klaar.regel.effect, geval, basis, nu).richt)


def _tell(regel: Regel, geval: Geval) -> str:
    maal = regel.effect.maal if isinstance(regel.effect, MinutenErbij) else None
    if maal is None:
        return regel.tekst
    factor = geval.kader.factor_by_id[maal]
    return f"{regel.tekst} ({geval.chosen[maal]} × {factor.eenheid or factor.naam.lower()})"


def _apply(effect: Effect, geval: Geval, basis: Omvang, nu: Omvang) -> Omvang:
    wijze = geval.kader.rekenwijze
    match effect:
        case Procent():
            return nu.plus_share(basis if effect.van == "basis" else nu, effect.procent, 100)
        case MinutenErbij():
            return nu.shifted(per_week(effect.minuten, effect.per, wijze) * number_of(geval, effect.maal))
        case Vervangt():
            vast = per_week(effect.minuten, effect.per, wijze)
            return Omvang.of(vast, vast, vast)
        case Vervalt():
            return NIETS
        case TenHoogste():
            return nu.at_most(per_week(effect.minuten, effect.per, wijze))
        case TenMinste():
            return nu.at_least(per_week(effect.minuten, effect.per, wijze))
        case _:
            assert_never(effect)


def number_of(geval: Geval, factor: str | None) -> int:
    """Return the number that was answered to a factor; 1 where nothing is multiplied."""
    if factor is None:
        return 1
    getal = geval.chosen.get(factor)
    if not isinstance(getal, int):
        raise ValueError("a taak is only computed once its numbers are known")
    return getal


def points_steps(geval: Geval, nu: Omvang) -> Iterator[Rekenstap]:
    """Yield a step, without effect of its own, that tells which class follows from which points."""
    for factor in geval.kader.puntenfactoren:
        keuze = geval.chosen.get(factor.id)
        punten = points_of(geval.kader, factor, geval.chosen)
        if keuze is None or punten is None:
            continue
        naam = next(k.naam for k in factor.keuzes if k.id == keuze)
        tekst = f"{factor.naam}: {show_exact(punten)} punten, dat is “{naam}”"
        yield Rekenstap(RekenstapSoort.REGEL, tekst, nu, nu, geval.kader.bron_text_by_id[factor.bron])
