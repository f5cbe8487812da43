"""The voorstel for one taak. The trace is the calculation: the outcome is its last step.

Comes in: kader, all answers, one taak. Goes out: Voorstel, Onbepaald or BeoordeelZelf.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import assert_never

from indicatietool.domain.antwoorden import Aftrek, AftrekSoort, Antwoorden, Beschikbaar, TaakAntwoord
from indicatietool.domain.normenkader import Normenkader, Per, Taak
from indicatietool.domain.regels import MinutenErbij, Procent, Regel, TenHoogste, TenMinste, Vervalt, Vervangt
from indicatietool.domain.schaal import Blok, Cel
from indicatietool.domain.tekst import show_exact
from indicatietool.domain.voorstel import (
    NIETS,
    BeoordeelZelf,
    Omvang,
    Onbepaald,
    Rekenstap,
    StapSoort,
    TaakVoorstel,
    Voorstel,
)
from indicatietool.engine.rounding import describe_rounding, round_minutes
from indicatietool.engine.score import chosen_for, open_vragen

ZELF_VASTGESTELD = "vastgesteld door de consulent"
"""The bron of what does not come from the kader: frequency and aftrek."""


def propose(kader: Normenkader, antwoorden: Antwoorden, antwoord: TaakAntwoord) -> TaakVoorstel:
    """Return the voorstel for one taak.

    Args:
        kader: a normenkader that knows this taak and its answers.
        antwoorden: all answers; needed for factoren of the dossier and for samenval.
        antwoord: the answers of the taak itself.

    Returns:
        A Voorstel in minutes per week; Onbepaald while a question is open; BeoordeelZelf for an open norm.
    """
    taak = kader.taak_by_id[antwoord.taak]
    if taak.open_norm:
        return BeoordeelZelf(taak.open_norm)
    vragen = open_vragen(kader, antwoorden, antwoord)
    if vragen or antwoord.blok is None:
        return Onbepaald(vragen)
    return Voorstel(tuple(_steps(kader, antwoorden, taak, antwoord, kader.blok_by_code[antwoord.blok])))


def cell_omvang(cel: int | Cel, blok: Blok) -> Omvang:
    """Return a cell with its marge: its own, or the percentage of the blok."""
    if isinstance(cel, Cel):
        return Omvang.of(cel.min, cel.richt, cel.max)
    return Omvang.of(
        Fraction(cel * (100 - blok.marge.onder_procent), 100),
        cel,
        Fraction(cel * (100 + blok.marge.boven_procent), 100),
    )


def _steps(
    kader: Normenkader, antwoorden: Antwoorden, taak: Taak, antwoord: TaakAntwoord, blok: Blok
) -> Iterator[Rekenstap]:
    stap = _basis(kader, taak, blok)
    yield stap
    for volgende in _to_week(kader, taak, antwoord, stap.na):
        stap = volgende
        yield stap
    basis = stap.na
    chosen = chosen_for(antwoorden, taak, antwoord)
    for regel in kader.regels:
        if _applies(regel, taak, blok, chosen):
            na = _apply(regel, basis, stap.na)
            stap = Rekenstap(StapSoort.REGEL, regel.tekst, stap.na, na, kader.bron_text_by_id[regel.bron])
            yield stap
    bruto = stap.na
    for aftrek in sorted(antwoord.aftrek, key=_canonical_order):
        stap = _deduct(aftrek, bruto, stap.na)
        yield stap
    for samenval in kader.samenval:
        if samenval.taak == taak.id and antwoorden.taak(samenval.met) is not None:
            na = stap.na.shifted(-samenval.minuten_per_week)
            bron = kader.bron_text_by_id[samenval.bron]
            stap = Rekenstap(StapSoort.SAMENVAL, samenval.tekst, stap.na, na, bron)
            yield stap
    if kader.rekenwijze.afronding_taak is not None:
        yield _round(kader, stap.na)


def _basis(kader: Normenkader, taak: Taak, blok: Blok) -> Rekenstap:
    na = cell_omvang(taak.minuten[blok.code], blok)
    tekst = f"Norm voor “{taak.naam}” bij blok {blok.code}: {show_exact(na.richt)} minuten per {taak.per}"
    return Rekenstap(StapSoort.BASIS, tekst, NIETS, na, kader.bron_text_by_id[taak.bron])


def _to_week(kader: Normenkader, taak: Taak, antwoord: TaakAntwoord, voor: Omvang) -> Iterator[Rekenstap]:
    wijze = kader.rekenwijze
    bron = kader.bron_text_by_id[wijze.bron]
    match taak.per:
        case Per.WEEK:
            return
        case Per.KEER:
            frequentie = antwoord.frequentie
            if frequentie is None:
                raise ValueError("a taak per keer is only computed once its frequentie is known")
            factor = Fraction(frequentie.keer, frequentie.per_weken)
            tekst = f"{str(frequentie).capitalize()}: × {show_exact(factor)} per week"
            bron = ZELF_VASTGESTELD
        case Per.DAG:
            factor = wijze.dagen_per_week
            tekst = f"Van dag naar week: × {show_exact(factor)}"
        case Per.MAAND:
            factor = 1 / wijze.weken_per_maand
            tekst = f"Van maand naar week: gedeeld door {show_exact(wijze.weken_per_maand)}"
        case Per.JAAR:
            factor = 1 / wijze.weken_per_jaar
            tekst = f"Van jaar naar week: gedeeld door {show_exact(wijze.weken_per_jaar)}"
        case _:
            assert_never(taak.per)
    yield Rekenstap(StapSoort.FREQUENTIE, tekst, voor, voor.times(factor), bron)


def _applies(regel: Regel, taak: Taak, blok: Blok, chosen: Mapping[str, str]) -> bool:
    for voorwaarde in regel.als:  # a plain loop: with all() this is the slowest line of the engine
        if not (
            (voorwaarde.factor is None or chosen.get(voorwaarde.factor) in voorwaarde.keuzes)
            and (not voorwaarde.richtingen or blok.richting in voorwaarde.richtingen)
            and (not voorwaarde.blokken or blok.code in voorwaarde.blokken)
            and (not voorwaarde.taken or taak.id in voorwaarde.taken)
            and (not voorwaarde.leefgebieden or taak.leefgebied in voorwaarde.leefgebieden)
        ):
            return False
    return True


def _apply(regel: Regel, basis: Omvang, nu: Omvang) -> Omvang:
    effect = regel.effect
    match effect:
        case Procent():
            over = basis if effect.van == "basis" else nu
            return nu.plus_share(over, effect.procent, 100)
        case MinutenErbij():
            return nu.shifted(effect.minuten_per_week)
        case Vervangt():
            return Omvang.of(*(effect.minuten_per_week,) * 3)
        case Vervalt():
            return NIETS
        case TenHoogste():
            return nu.at_most(effect.minuten_per_week)
        case TenMinste():
            return nu.at_least(effect.minuten_per_week)
        case _:
            assert_never(effect)


def _canonical_order(aftrek: Aftrek) -> tuple[int, int, int, str, str]:
    return (
        list(AftrekSoort).index(aftrek.soort),
        aftrek.minuten_per_week or 0,
        aftrek.procent or 0,
        aftrek.reden,
        f"{aftrek.beschikbaar} {aftrek.duur} {aftrek.vrijwillig}",
    )


def _deduct(aftrek: Aftrek, bruto: Omvang, nu: Omvang) -> Rekenstap:
    naam = aftrek.soort.naam.capitalize()
    if aftrek.beschikbaar is not Beschikbaar.JA:
        waarom = "staat op een wachtlijst" if aftrek.beschikbaar is Beschikbaar.WACHTLIJST else "is er niet"
        tekst = f"{naam} {waarom}: geen aftrek. {aftrek.reden}"
        return Rekenstap(StapSoort.AFTREK, tekst, nu, nu, ZELF_VASTGESTELD)
    if not aftrek.vrijwillig:
        tekst = f"{naam} is niet vrijwillig of niet vol te houden: geen aftrek. {aftrek.reden}"
        return Rekenstap(StapSoort.AFTREK, tekst, nu, nu, ZELF_VASTGESTELD)
    if aftrek.procent is not None:
        na = nu.plus_share(bruto, -aftrek.procent, 100)
        hoeveel = f"{aftrek.procent} % van bruto"
    else:
        na = nu.shifted(-(aftrek.minuten_per_week or 0))
        hoeveel = f"{aftrek.minuten_per_week} minuten per week"
    tekst = f"{naam} ({aftrek.duur}) neemt {hoeveel} over. {aftrek.reden}"
    return Rekenstap(StapSoort.AFTREK, tekst, nu, na, ZELF_VASTGESTELD)


def _round(kader: Normenkader, nu: Omvang) -> Rekenstap:
    afronding = kader.rekenwijze.afronding_taak
    if afronding is None:
        raise ValueError("this kader does not round per taak")
    na = Omvang.of(*(round_minutes(deel, afronding) for deel in (nu.min, nu.richt, nu.max)))
    tekst = describe_rounding(afronding).capitalize()
    return Rekenstap(StapSoort.AFRONDING, tekst, nu, na, kader.bron_text_by_id[kader.rekenwijze.bron])
