"""The voorstel for one taak. The trace is the calculation: the outcome is its last step.

Comes in: kader, all answers, one taak. Goes out: Voorstel, Onbepaald or BeoordeelZelf.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import assert_never

from indicatietool.domain.antwoorden import Antwoorden, TaakAntwoord
from indicatietool.domain.normenkader import Normenkader, Per, Taak
from indicatietool.domain.schaal import Blok, Cel, OpenCel, Schaal, TenHoogsteCel
from indicatietool.domain.tekst import show_exact
from indicatietool.domain.voorstel import (
    NIETS,
    BeoordeelZelf,
    Omvang,
    Onbepaald,
    Rekenstap,
    RekenstapSoort,
    TaakVoorstel,
    Voorstel,
)
from indicatietool.engine.aftrek import ZELF_VASTGESTELD, deduct_steps
from indicatietool.engine.regels import Geval, number_of, points_steps, rule_steps
from indicatietool.engine.rounding import describe_rounding, round_minutes
from indicatietool.engine.score import chosen_for, open_vragen


def propose(
    kader: Normenkader, antwoorden: Antwoorden, antwoord: TaakAntwoord, gemeente: str | None = None
) -> TaakVoorstel:
    """Return the voorstel for one taak.

    Args:
        kader: a normenkader that knows this taak and its answers.
        antwoorden: all answers; needed for factoren of the dossier and for what depends on other taken.
        antwoord: the answers of the taak itself.
        gemeente: CBS code, for norms that differ per gemeente.

    Returns:
        A Voorstel in minutes per week; Onbepaald while a question is open; BeoordeelZelf for an open norm.
    """
    taak = kader.taak_by_id[antwoord.taak]
    if isinstance(taak.vast, OpenCel):
        return BeoordeelZelf(taak.vast.open)
    vragen = open_vragen(kader, antwoorden, antwoord)
    if vragen:
        return Onbepaald(vragen)
    geval = case_of(kader, antwoorden, antwoord, gemeente)
    blok = geval.blok
    cel = taak.vast if blok is None else taak.minuten[blok.code]
    if cel is None:
        raise ValueError("a taak without open questions has a cell")
    if isinstance(cel, OpenCel):
        return BeoordeelZelf(cel.open)
    return Voorstel(tuple(_steps(geval, taak, antwoord, cell_omvang(cel, blok, kader.schaal))))


def case_of(
    kader: Normenkader, antwoorden: Antwoorden, antwoord: TaakAntwoord, gemeente: str | None
) -> Geval:
    """Return all that a rule can ask about one taak."""
    taak = kader.taak_by_id[antwoord.taak]
    blok = kader.blok_by_code[antwoord.blok] if antwoord.blok is not None and taak.vraagt_blok else None
    chosen = chosen_for(kader, antwoorden, taak, antwoord)
    return Geval(kader, chosen, antwoorden.nodig, gemeente, taak, blok)


def cell_omvang(cel: int | Cel | TenHoogsteCel, blok: Blok | None, schaal: Schaal) -> Omvang:
    """Return a cell with its marge: its own, or the percentage of the blok; no blok, no marge."""
    match cel:
        case TenHoogsteCel():
            return Omvang.of(0, cel.ten_hoogste, cel.ten_hoogste)
        case Cel(richt=None):
            richt: dict[str, Fraction | int] = {
                "onder": cel.min,
                "midden": Fraction(cel.min + cel.max, 2),
                "boven": cel.max,
            }
            return Omvang.of(cel.min, richt[schaal.bandbreedte], cel.max)
        case Cel(richt=int() as exact):
            return Omvang.of(cel.min, exact, cel.max)
        case int():
            onder = blok.marge.onder_procent if blok else 0
            boven = blok.marge.boven_procent if blok else 0
            return Omvang.around(cel, onder, boven)
        case _:
            raise ValueError("an open cell has no omvang")


def _steps(geval: Geval, taak: Taak, antwoord: TaakAntwoord, cel: Omvang) -> Iterable[Rekenstap]:
    kader = geval.kader
    stappen = [_basis(geval, taak, cel)]
    stappen += _times_number(geval, taak, stappen[-1].na)
    stappen += _to_week(kader, taak, antwoord, stappen[-1].na)
    basis = stappen[-1].na
    stappen += points_steps(geval, basis)
    stappen += rule_steps(geval, "bruto", basis, stappen[-1].na)
    bruto = stappen[-1].na
    stappen += rule_steps(geval, "aftrek", bruto, bruto)
    stappen += deduct_steps(antwoord, bruto, stappen[-1].na)
    stappen += _coinciding(geval, taak, stappen[-1].na)
    stappen += _rounded(kader, stappen[-1].na)
    return stappen


def _basis(geval: Geval, taak: Taak, na: Omvang) -> Rekenstap:
    kader, blok = geval.kader, geval.blok
    trede = f" bij {kader.schaal.naam.lower()} {blok.code}" if blok else ""
    cel = taak.vast if blok is None else taak.minuten[blok.code]
    hoeveel = show_exact(na.richt)
    match cel:
        case TenHoogsteCel():
            hoeveel = f"ten hoogste {hoeveel}"
        case Cel(richt=None):
            hoeveel = f"{cel.min} tot {cel.max}, waarvan {kader.schaal.bandbreedte}: {hoeveel}"
        case _:
            pass
    woord = "minuut" if hoeveel == "1" else "minuten"
    tekst = f"Norm voor “{taak.naam}”{trede}: {hoeveel} {woord} per {taak.per}"
    return Rekenstap(RekenstapSoort.BASIS, tekst, NIETS, na, kader.bron_text_by_id[taak.bron])


def _times_number(geval: Geval, taak: Taak, voor: Omvang) -> Iterator[Rekenstap]:
    if taak.maal is None:
        return
    factor, aantal = geval.kader.factor_by_id[taak.maal], number_of(geval, taak.maal)
    tekst = f"× {aantal} {factor.eenheid or factor.naam.lower()}"
    yield Rekenstap(RekenstapSoort.FREQUENTIE, tekst, voor, voor.times(Fraction(aantal)), ZELF_VASTGESTELD)


def _to_week(kader: Normenkader, taak: Taak, antwoord: TaakAntwoord, voor: Omvang) -> Iterator[Rekenstap]:
    wijze = kader.rekenwijze
    bron = kader.bron_text_by_id[wijze.bron]
    match taak.per:
        case Per.WEEK | Per.HUISHOUDEN:
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
    yield Rekenstap(RekenstapSoort.FREQUENTIE, tekst, voor, voor.times(factor), bron)


def _coinciding(geval: Geval, taak: Taak, nu: Omvang) -> Iterator[Rekenstap]:
    for samenval in geval.kader.samenval:
        if samenval.taak == taak.id and samenval.met in geval.nodig:
            na = nu.shifted(-samenval.minuten_per_week)
            bron = geval.kader.bron_text_by_id[samenval.bron]
            yield Rekenstap(RekenstapSoort.SAMENVAL, samenval.tekst, nu, na, bron)
            nu = na


def _rounded(kader: Normenkader, nu: Omvang) -> Iterator[Rekenstap]:
    afronding = kader.rekenwijze.afronding_taak
    if afronding is None:
        return
    na = Omvang.of(*(round_minutes(deel, afronding) for deel in (nu.min, nu.richt, nu.max)))
    tekst = describe_rounding(afronding).capitalize()
    yield Rekenstap(RekenstapSoort.AFRONDING, tekst, nu, na, kader.bron_text_by_id[kader.rekenwijze.bron])
