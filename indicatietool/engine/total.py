"""From voorstellen and besluiten to one whole number of minutes per month.

Comes in: kader and dossier. Goes out: an Indicatie, voorlopig as long as anything is open.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from fractions import Fraction
from typing import assert_never

from indicatietool.domain.antwoorden import TaakAntwoord
from indicatietool.domain.besluit import Afwijken, Besluit, BinnenMarge, Overnemen
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import (
    BesluitStand,
    Indicatie,
    IndicatieStatus,
    TaakUitkomst,
    TotaalStap,
    sum_of_proposals,
)
from indicatietool.domain.normenkader import Normenkader, Taak
from indicatietool.domain.regels import Hoogste, Maximum
from indicatietool.domain.tekst import show_exact
from indicatietool.domain.voorstel import Onbepaald, TaakVoorstel, Voorstel
from indicatietool.engine.aftrek import ZELF_VASTGESTELD
from indicatietool.engine.profile import suggest_profiel
from indicatietool.engine.propose import propose
from indicatietool.engine.regels import Geval, all_hold
from indicatietool.engine.rounding import describe_rounding, round_minutes
from indicatietool.engine.score import with_points

Weigher = Callable[[Normenkader, Dossier, TaakAntwoord, Besluit | None], TaakUitkomst]
"""What gives the outcome of one taak: `weigh`, or one that remembers."""


def weigh(
    kader: Normenkader, dossier: Dossier, antwoord: TaakAntwoord, besluit: Besluit | None
) -> TaakUitkomst:
    """Return the outcome of one taak: its voorstel, and what was decided about it."""
    voorstel = propose(kader, dossier.antwoorden, antwoord, dossier.melding.gemeente)
    return outcome_of(kader.taak_by_id[antwoord.taak], antwoord.blok, voorstel, besluit)


def indicate(kader: Normenkader, dossier: Dossier, weigher: Weigher = weigh) -> Indicatie:
    """Return the outcome of a dossier under a normenkader.

    Args:
        kader: the normenkader; it must know everything the dossier refers to.
        dossier: the facts.
        weigher: gives the outcome per taak.

    Returns:
        The Indicatie. Its status is voorlopig while a taak is onbepaald, a besluit is open or
        has lapsed, or there is nothing to indicate.
    """
    besluiten = {besluit.taak: besluit.besluit for besluit in dossier.besluiten}
    antwoorden = {antwoord.taak: antwoord for antwoord in dossier.antwoorden.taken}
    taken = tuple(
        weigher(kader, dossier, antwoorden[taak], besluiten.get(taak))
        for taak in kader.taak_by_id
        if taak in antwoorden
    )
    stappen, per_week = _sum_up(kader, dossier, taken)
    exact_per_maand = per_week * kader.rekenwijze.weken_per_maand
    berekend = round_minutes(exact_per_maand, kader.rekenwijze.afronding_totaal)
    afwijking = dossier.afwijking_totaal
    return Indicatie(
        taken=taken,
        stappen=(*stappen, *_to_month(kader, per_week, exact_per_maand, berekend)),
        minuten_per_week=per_week,
        marge_per_week=sum_of_proposals(taken),
        berekend_per_maand=berekend,
        minuten_per_maand=afwijking.minuten_per_maand if afwijking else berekend,
        afwijking=afwijking,
        status=_status(dossier, taken),
        profiel=suggest_profiel(kader, taken, per_week),
    )


def still_stands(voorstel: TaakVoorstel, besluit: Besluit) -> bool:
    """Tell whether a besluit still fits the voorstel as it is now.

    A voorstel that was taken over and has changed since must be looked at again; so must a value
    that was free because it lay within the marge and no longer does. Afwijken stands: its
    motivering speaks for itself.
    """
    match besluit:
        case Overnemen():
            return isinstance(voorstel, Voorstel) and voorstel.omvang.richt == besluit.minuten_per_week
        case BinnenMarge():
            return isinstance(voorstel, Voorstel) and voorstel.omvang.contains(
                Fraction(besluit.minuten_per_week)
            )
        case Afwijken():
            return True
        case _:
            assert_never(besluit)


def outcome_of(taak: Taak, blok: str | None, voorstel: TaakVoorstel, besluit: Besluit | None) -> TaakUitkomst:
    """Return the outcome of a taak with this voorstel and this besluit."""
    stand = BesluitStand.OPEN
    if besluit is not None:
        stand = BesluitStand.GENOMEN if still_stands(voorstel, besluit) else BesluitStand.VERLOPEN
    return TaakUitkomst(
        taak=taak.id,
        naam=taak.naam,
        leefgebied=taak.leefgebied,
        blok=blok,
        voorstel=voorstel,
        besluit=besluit,
        stand=stand,
        minuten_per_week=_counted(voorstel, besluit if stand is BesluitStand.GENOMEN else None),
    )


def _counted(voorstel: TaakVoorstel, besluit: Besluit | None) -> Fraction | None:
    match besluit:
        case None:
            return voorstel.omvang.richt if isinstance(voorstel, Voorstel) else None
        case Afwijken():
            return Fraction(besluit.minuten)
        case Overnemen() | BinnenMarge():
            return Fraction(besluit.minuten_per_week)
        case _:
            assert_never(besluit)


def _sum_up(
    kader: Normenkader, dossier: Dossier, taken: tuple[TaakUitkomst, ...]
) -> tuple[tuple[TotaalStap, ...], Fraction]:
    stappen: list[TotaalStap] = []
    nu = Fraction(0)

    def step(tekst: str, na: Fraction, bron: str) -> None:
        nonlocal nu
        stappen.append(TotaalStap(tekst, nu, na, bron))
        nu = na

    for uitkomst in taken:
        if uitkomst.minuten_per_week is not None:
            step(uitkomst.naam, nu + uitkomst.minuten_per_week, _counted_from(uitkomst))
    for hoogste in kader.hoogste:
        minder = _all_but_highest(hoogste, taken)
        if minder:
            step(hoogste.tekst, nu - minder, kader.bron_text_by_id[hoogste.bron])
    for maximum in _caps_that_hold(kader, dossier):
        te_veel = (_within(maximum.taken, taken) if maximum.taken else nu) - maximum.minuten_per_week
        if te_veel > 0:
            step(maximum.tekst, nu - te_veel, kader.bron_text_by_id[maximum.bron])
    for overig in dossier.antwoorden.overige:
        tekst = f"Overige begeleiding buiten het kader: {overig.omschrijving}"
        step(tekst, nu + overig.minuten_per_week, ZELF_VASTGESTELD)
    return tuple(stappen), nu


def _caps_that_hold(kader: Normenkader, dossier: Dossier) -> Iterator[Maximum]:
    antwoorden = dossier.antwoorden
    geval = Geval(
        kader,
        with_points(kader, antwoorden.keuzes),
        antwoorden.nodig,
        dossier.melding.gemeente,
    )
    gehad: set[str] = set()
    for maximum in sorted(kader.maxima, key=lambda maximum: not maximum.taken):
        if maximum.groep in gehad or not all_hold(maximum.als, geval):
            continue
        if maximum.groep is not None:
            gehad.add(maximum.groep)
        yield maximum


def _minutes_of(groep: Collection[str], taken: tuple[TaakUitkomst, ...]) -> list[Fraction]:
    return [u.minuten_per_week for u in taken if u.taak in groep and u.minuten_per_week is not None]


def _within(groep: Collection[str], taken: tuple[TaakUitkomst, ...]) -> Fraction:
    return sum(_minutes_of(groep, taken), Fraction(0))


def _all_but_highest(hoogste: Hoogste, taken: tuple[TaakUitkomst, ...]) -> Fraction:
    minuten = _minutes_of(hoogste.taken, taken)
    return sum(minuten, Fraction(0)) - max(minuten, default=Fraction(0))


def _counted_from(uitkomst: TaakUitkomst) -> str:
    if uitkomst.stand is not BesluitStand.GENOMEN or uitkomst.besluit is None:
        return "voorstel, nog geen besluit"
    return {
        "overnemen": "voorstel overgenomen",
        "binnen_marge": "gekozen binnen de marge",
        "afwijken": "afgeweken met motivering",
    }[uitkomst.besluit.soort]


def _to_month(kader: Normenkader, per_week: Fraction, exact: Fraction, berekend: int) -> Iterable[TotaalStap]:
    wijze = kader.rekenwijze
    bron = kader.bron_text_by_id[wijze.bron]
    factor = show_exact(wijze.weken_per_maand)
    yield TotaalStap(f"Van week naar maand: × {factor}", per_week, exact, bron)
    regel = describe_rounding(wijze.afronding_totaal)
    yield TotaalStap(regel.capitalize(), exact, Fraction(berekend), bron)


def _status(dossier: Dossier, taken: tuple[TaakUitkomst, ...]) -> IndicatieStatus:
    klaar = all(
        uitkomst.stand is BesluitStand.GENOMEN and not isinstance(uitkomst.voorstel, Onbepaald)
        for uitkomst in taken
    )
    iets = bool(taken or dossier.antwoorden.overige)
    return IndicatieStatus.BEPAALD if klaar and iets else IndicatieStatus.VOORLOPIG
