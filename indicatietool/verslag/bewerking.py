"""The operation behind each step, as a sum that can be done again by hand: "60 + 10 % × 60 = 66".

Comes in: a Voorstel or an Indicatie with what it was made of. Goes out: a text per step, with exact numbers
only. The engine says in words what a step does; here stand the operands. A sum is only printed when it gives
exactly the number that the engine found; else the difference is printed, so that no printed sum is wrong.

The signs: + − × : and %, "ten hoogste" and "ten minste" for a border, "vervangen door", "afgerond … op", and
"(niet minder dan 0)" where a sum would have gone below zero.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from indicatietool.domain.antwoorden import TaakAntwoord
from indicatietool.domain.indicatie import Indicatie, TaakUitkomst, TotaalStap
from indicatietool.domain.normenkader import Afrondingsregel, Normenkader, Rekenwijze
from indicatietool.domain.regels import (
    Effect,
    Maximum,
    MinutenErbij,
    Periode,
    Procent,
    TenHoogste,
    TenMinste,
    Vervalt,
    Vervangt,
)
from indicatietool.domain.tekst import show_exact
from indicatietool.domain.voorstel import Rekenstap, RekenstapSoort, Voorstel
from indicatietool.engine.propose import case_of
from indicatietool.engine.regels import Geval, number_of, per_week
from indicatietool.verslag.zaak import Zaak

SOM = "Som: "
"""How each sum begins, so that it can be found in the text of a page."""

_NAAR = {"omhoog": "naar boven", "omlaag": "naar beneden", "dichtstbij": "naar het dichtstbijzijnde"}

Som = tuple[str, Fraction]
"""A sum in signs, and what it comes to."""


def told(som: str, uitkomst: Fraction | int) -> str:
    """Return a sum as it is printed.

    >>> told("7 1/2 × 6/5", 9)
    'Som: 7 1/2 × 6/5 = 9'
    """
    return f"{SOM}{som} = {show_exact(uitkomst)}"


def sums_of(zaak: Zaak, uitkomst: TaakUitkomst, voorstel: Voorstel) -> tuple[str, ...]:
    """Return the sum of each step of a voorstel, in the order of the steps."""
    antwoord = zaak.antwoord(uitkomst)
    geval = case_of(zaak.kader, zaak.dossier.antwoorden, antwoord, zaak.dossier.melding.gemeente)
    basis = next(
        stap.na.richt
        for stap in reversed(voorstel.stappen)
        if stap.soort in {RekenstapSoort.BASIS, RekenstapSoort.FREQUENTIE}
    )
    bruto = voorstel.bruto.richt
    return tuple(
        _first_that_fits(
            _candidates(geval, antwoord, stap, basis if stap.soort.is_bruto else bruto),
            stap.voor.richt,
            stap.na.richt,
        )
        for stap in voorstel.stappen
    )


def sums_of_total(zaak: Zaak) -> tuple[str, ...]:
    """Return the sum of each step from the taken to the minutes per month."""
    kader, indicatie = zaak.kader, zaak.indicatie
    laatste = len(indicatie.stappen) - 1
    sommen = []
    for plek, stap in enumerate(indicatie.stappen):
        if plek == laatste:
            som = _rounded(stap.voor, kader.rekenwijze.afronding_totaal)
            sommen.append(told(som, stap.na))
        elif plek == laatste - 1:
            som = f"{show_exact(stap.voor)} × {show_exact(kader.rekenwijze.weken_per_maand)}"
            sommen.append(told(som, stap.na))
        else:
            sommen.append(_first_that_fits(_of_total(kader, indicatie, stap), stap.voor, stap.na))
    return tuple(sommen)


def replaced(voor: Fraction | int, door: Fraction | int) -> str:
    """Return the sum of a number that takes the place of another."""
    return told(f"{show_exact(voor)} vervangen door {show_exact(door)}", door)


def _first_that_fits(sommen: Iterable[Som], voor: Fraction, na: Fraction) -> str:
    passend = next((som for som, uitkomst in sommen if uitkomst == na), None)
    return told(passend or _added(voor, na - voor, show_exact(abs(na - voor)))[0], na)


def _candidates(geval: Geval, antwoord: TaakAntwoord, stap: Rekenstap, van: Fraction) -> Iterator[Som]:
    """Yield what the step may be; `van` is the omvang that a percentage is taken of."""
    nu = stap.voor.richt
    match stap.soort:
        case RekenstapSoort.FREQUENTIE:
            yield from _conversions(geval, antwoord, nu)
        case RekenstapSoort.REGEL | RekenstapSoort.AFTREK:
            yield from _by_rule(geval, stap, van)
            yield from _by_help(antwoord, stap, van)
        case RekenstapSoort.SAMENVAL:
            for samenval in geval.kader.samenval:
                yield _added(nu, Fraction(-samenval.minuten_per_week), str(samenval.minuten_per_week))
        case RekenstapSoort.AFRONDING:
            if geval.kader.rekenwijze.afronding_taak:
                yield _rounded(nu, geval.kader.rekenwijze.afronding_taak), stap.na.richt
        case RekenstapSoort.BASIS | RekenstapSoort.MAXIMUM:
            return


def _conversions(geval: Geval, antwoord: TaakAntwoord, nu: Fraction) -> Iterator[Som]:
    wijze, taak = geval.kader.rekenwijze, geval.taak
    if taak is not None and taak.maal is not None:
        aantal = number_of(geval, taak.maal)
        yield f"{show_exact(nu)} × {aantal}", nu * aantal
    if antwoord.frequentie is not None:
        keer = Fraction(antwoord.frequentie.keer, antwoord.frequentie.per_weken)
        yield f"{show_exact(nu)} × {show_exact(keer)}", nu * keer
    yield f"{show_exact(nu)} × {show_exact(wijze.dagen_per_week)}", nu * wijze.dagen_per_week
    for weken in (wijze.weken_per_maand, wijze.weken_per_jaar):
        yield f"{show_exact(nu)} : {show_exact(weken)}", nu / weken


def _by_rule(geval: Geval, stap: Rekenstap, van: Fraction) -> Iterator[Som]:
    for regel in geval.kader.regels:
        if stap.tekst == regel.tekst or stap.tekst.startswith(f"{regel.tekst} ("):
            yield _effect(regel.effect, geval, stap.voor.richt, van)


def _effect(effect: Effect, geval: Geval, nu: Fraction, van: Fraction) -> Som:
    wijze = geval.kader.rekenwijze
    match effect:
        case Procent():
            geheel = van if effect.van == "basis" else nu
            return _share(nu, geheel, effect.procent)
        case MinutenErbij():
            keer = number_of(geval, effect.maal)
            aantal = per_week(abs(effect.minuten), effect.per, wijze) * keer
            maal = f"{keer} × " if effect.maal else ""
            wat = f"{maal}{_per_week(abs(effect.minuten), effect.per, wijze)}"
            return _added(nu, aantal if effect.minuten >= 0 else -aantal, wat)
        case Vervangt():
            vast = per_week(effect.minuten, effect.per, wijze)
            return f"{show_exact(nu)} vervangen door {_per_week(effect.minuten, effect.per, wijze)}", vast
        case Vervalt():
            return f"{show_exact(nu)} vervangen door 0", Fraction(0)
        case TenHoogste():
            grens = per_week(effect.minuten, effect.per, wijze)
            som = f"{show_exact(nu)} ten hoogste {_per_week(effect.minuten, effect.per, wijze)}"
            return som, min(nu, grens)
        case TenMinste():
            grens = per_week(effect.minuten, effect.per, wijze)
            som = f"{show_exact(nu)} ten minste {_per_week(effect.minuten, effect.per, wijze)}"
            return som, max(nu, grens)


def _per_week(minuten: int, per: Periode, wijze: Rekenwijze) -> str:
    match per:
        case Periode.DAG:
            return f"{minuten} × {show_exact(wijze.dagen_per_week)}"
        case Periode.WEEK:
            return str(minuten)
        case Periode.MAAND:
            return f"{minuten} : {show_exact(wijze.weken_per_maand)}"
        case Periode.JAAR:
            return f"{minuten} : {show_exact(wijze.weken_per_jaar)}"


def _by_help(antwoord: TaakAntwoord, stap: Rekenstap, bruto: Fraction) -> Iterator[Som]:
    for aftrek in antwoord.aftrek:
        if not (aftrek.telt_mee and stap.tekst.endswith(aftrek.reden)):
            continue
        if aftrek.procent is not None:
            yield _share(stap.voor.richt, bruto, -aftrek.procent)
        else:
            minuten = aftrek.minuten_per_week or 0
            yield _added(stap.voor.richt, Fraction(-minuten), str(minuten))


def _of_total(kader: Normenkader, indicatie: Indicatie, stap: TotaalStap) -> Iterator[Som]:
    nu = show_exact(stap.voor)
    for hoogste in kader.hoogste:
        if stap.tekst == hoogste.tekst:
            *minder, _ = sorted(_minutes_of(hoogste.taken, indicatie))
            yield f"{nu} − ({' + '.join(show_exact(m) for m in minder)})", stap.voor - sum(minder)
    for maximum in kader.maxima:
        if stap.tekst == maximum.tekst:
            yield _capped(maximum, indicatie, stap.voor)


def _capped(maximum: Maximum, indicatie: Indicatie, nu: Fraction) -> Som:
    grens = maximum.minuten_per_week
    if not maximum.taken:
        return f"{show_exact(nu)} ten hoogste {grens}", min(nu, Fraction(grens))
    samen = sum(_minutes_of(maximum.taken, indicatie), Fraction(0))
    return f"{show_exact(nu)} − ({show_exact(samen)} − {grens})", nu - (samen - grens)


def _minutes_of(taken: Iterable[str], indicatie: Indicatie) -> list[Fraction]:
    groep = set(taken)
    return [u.minuten_per_week for u in indicatie.taken if u.taak in groep and u.minuten_per_week is not None]


def _share(nu: Fraction, geheel: Fraction, procent: int) -> Som:
    wat = f"{abs(procent)} % × {show_exact(geheel)}"
    return _added(nu, geheel * procent / 100, wat)


def _added(nu: Fraction, aantal: Fraction, wat: str) -> Som:
    som = f"{show_exact(nu)} {'−' if aantal < 0 else '+'} {wat}"
    if nu + aantal < 0:
        return f"{som} (niet minder dan 0)", Fraction(0)
    return som, nu + aantal


def _rounded(nu: Fraction, regel: Afrondingsregel) -> str:
    return f"{show_exact(nu)} afgerond {_NAAR[regel.richting]} op {regel.stap}"
