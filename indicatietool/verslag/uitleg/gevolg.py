"""What a rule of a kader does and when it holds, in plain words.

Comes in: the Stof and a Regel. Goes out: phrases without a capital or full stop, with figures or without.
"""

from collections.abc import Iterator

from indicatietool.domain.factoren import Factor
from indicatietool.domain.regels import (
    Effect,
    MinutenErbij,
    Procent,
    Regel,
    TenHoogste,
    TenMinste,
    Vervalt,
    Vervangt,
    Voorwaarde,
)
from indicatietool.domain.schaal import Richting
from indicatietool.verslag.uitleg.stof import Stof, in_a_row

RICHTINGEN = {Richting.ONTWIKKEL: "ontwikkelen", Richting.BEHOUD: "behouden"}
TELT_NIET = "verandert het aantal niet"


def effect_of(stof: Stof, effect: Effect) -> str:
    """Return what an effect does to the minutes of a taak."""
    match effect:
        case Procent(procent=0) | MinutenErbij(minuten=0):
            return TELT_NIET
        case Procent():
            if not stof.met_cijfers:
                return _more(effect.procent)
            return f"{abs(effect.procent)} % {_erbij(effect.procent)}"
        case MinutenErbij():
            maal = f" voor elke {counted_by(stof, effect.maal)}" if effect.maal else ""
            if not stof.met_cijfers:
                return f"{_more(effect.minuten)}{maal}"
            aantal = f"{abs(effect.minuten)} minuten per {effect.per}"
            return f"{aantal} {_erbij(effect.minuten)}{maal}"
        case Vervalt():
            return "er blijven geen minuten over"
        case Vervangt():
            return f"het wordt {_amount(effect)}" if stof.met_cijfers else "er geldt een vast aantal"
        case TenHoogste():
            return f"ten hoogste {_amount(effect)}" if stof.met_cijfers else "niet meer dan een grens"
        case TenMinste():
            return f"ten minste {_amount(effect)}" if stof.met_cijfers else "niet minder dan een grens"


def conditions_of(stof: Stof, regel: Regel, without: Factor | None = None, most: int = 4) -> str:
    """Return when a rule holds.

    Args:
        stof: the kader and whether figures are shown.
        regel: the rule.
        without: a factor that the reader is looking at already.
        most: how many taken are named; of more only the number.

    Returns:
        Phrases such as "bij ontwikkelen, bij blok O1 en O2"; empty when nothing else is asked.
    """
    return tell_conditions(stof, regel.als, without, most)


def tell_conditions(
    stof: Stof, voorwaarden: tuple[Voorwaarde, ...], without: Factor | None = None, most: int = 4
) -> str:
    """Return conditions as `conditions_of` does."""
    delen = [
        f"niet {zin}" if v.niet else zin
        for v in voorwaarden
        if (zin := ", ".join(_phrases(stof, v, without, most)))
    ]
    return ", ".join(delen)


def holds_for(voorwaarde: Voorwaarde, factor: Factor, keuze: str) -> bool:
    """Tell whether a condition asks for this answer to this factor."""
    return voorwaarde.factor == factor.id and (keuze in voorwaarde.keuzes) != voorwaarde.niet


def counted_by(stof: Stof, factor: str) -> str:
    """Return what a factor with a number counts, such as "extra kamer"."""
    gevonden = stof.kader.factor_by_id[factor]
    return gevonden.eenheid or gevonden.naam.lower()


def tell_rule(stof: Stof, regel: Regel, factor: Factor) -> str:
    """Return what a rule does, for a reader who looks at one answer to one factor."""
    waar = conditions_of(stof, regel, without=factor)
    wie = ", omdat anderen dit doen" if regel.deel == "aftrek" else ""
    return f"{effect_of(stof, regel.effect)}{wie}{f' ({waar})' if waar else ''}"


def _phrases(stof: Stof, v: Voorwaarde, without: Factor | None, most: int) -> Iterator[str]:
    kader = stof.kader
    if v.factor is not None:
        factor = kader.factor_by_id[v.factor]
        antwoord = in_a_row([factor.tell(k) for k in v.keuzes], "of") or _borders(stof, v)
        if without is None or factor.id != without.id:
            yield f"als {factor.naam.lower()} “{antwoord}” is"
        elif not v.keuzes:
            yield antwoord
    if v.richtingen:
        yield f"bij {in_a_row([RICHTINGEN[richting] for richting in v.richtingen], 'of')}"
    if v.blokken:
        yield f"bij {stof.schaal} {in_a_row(list(v.blokken))}"
    if v.taken:
        yield f"bij {stof.name_of_taken(v.taken, most)}"
    if v.leefgebieden:
        yield f"bij {in_a_row([kader.leefgebied_by_id[gebied].naam for gebied in v.leefgebieden], 'of')}"
    if v.met_een_van:
        yield f"als ook {stof.name_of_taken(v.met_een_van, most)} nodig is"
    if v.met_alle:
        yield f"als ook {in_a_row([kader.taak_by_id[taak].naam for taak in v.met_alle])} nodig zijn"
    if v.gemeenten:
        yield "alleen in sommige gemeenten"


def _borders(stof: Stof, v: Voorwaarde) -> str:
    grenzen = (("vanaf", v.vanaf), ("meer dan", v.boven), ("tot en met", v.tot_en_met), ("onder", v.onder))
    getallen = [f"{woord} {grens}" for woord, grens in grenzen if grens is not None]
    return in_a_row([stof.regel(getal) for getal in getallen])


def _amount(effect: Vervangt | TenHoogste | TenMinste) -> str:
    return f"{effect.minuten} minuten per {effect.per}"


def _more(aantal: int) -> str:
    return "meer minuten" if aantal > 0 else "minder minuten"


def _erbij(aantal: int) -> str:
    return "erbij" if aantal > 0 else "eraf"
