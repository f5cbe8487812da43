"""The slides about factoren: what each answer looks like, and what it does to the minutes of one taak.

Comes in: a kader and a case of one taak. Goes out: slides. The engine computes every effect.
"""

from collections.abc import Iterator

from indicatietool.domain.factoren import Factor
from indicatietool.domain.normenkader import Normenkader, Per
from indicatietool.domain.tekst import show_minutes
from indicatietool.session.les_cijfers import KeuzeEffect, Proefgeval, effects, telling_case
from indicatietool.session.les_dia import Dia, Kolom
from indicatietool.session.uitleg_zinnen import minutes, quoted

FACTOREN = "Factoren"
NOTHING_MOVES = "verandert niets"
TOGETHER = "Alleen verandert dit het getal niet. Het telt pas mee samen met andere antwoorden."


def moving(kader: Normenkader, geval: Proefgeval | None) -> Iterator[Dia]:
    """Yield one slide with everything that gives one taak more or fewer minutes; none where nothing does."""
    if geval is None:
        return
    gevonden = [
        (f"{factor.naam} {quoted(factor.tell(effect.keuze).lower())}", effect.verschil)
        for factor in kader.factoren_by_taak[geval.taak.id]
        if factor.id != geval.taak.maal
        for effect in effects(kader, geval, factor)
        if effect.verschil
    ]
    zwaarste_eerst = sorted(gevonden, key=lambda paar: -abs(paar[1]))
    meer = tuple(f"{wat}: +{show_minutes(v)}" for wat, v in zwaarste_eerst if v > 0)
    minder = tuple(f"{wat}: −{show_minutes(-v)}" for wat, v in zwaarste_eerst if v < 0)
    kolommen = (
        *((Kolom("Meer minuten per week", regels=meer),) if meer else ()),
        *((Kolom("Minder minuten per week", regels=minder),) if minder else ()),
    )
    if kolommen:
        yield Dia(
            FACTOREN,
            "Wat beweegt de minuten?",
            _computed_with(kader, geval),
            kolommen,
            vindplaats=(kader.leefgebied_by_id[geval.taak.leefgebied].naam, geval.taak.naam),
        )


def factor_slide(kader: Normenkader, factor: Factor, first: Proefgeval | None) -> Dia:
    """Return the slide of one factor: each answer beside the other, with its anchor and what it does.

    Args:
        kader: the kader.
        factor: what is asked.
        first: the case to compute with, where the factor does something to it.
    """
    vindplaats = (FACTOREN, factor.naam)
    if factor.punten is not None:
        namen = ", ".join(kader.factor_by_id[naam].naam for naam in factor.punten.factoren)
        grenzen = tuple(
            f"{factor.tell(grens.keuze)}: "
            + (f"vanaf {grens.vanaf} punten" if grens.vanaf is not None else f"boven {grens.boven} punten")
            for grens in factor.punten.grenzen
        )
        uitleg = f"Dit wordt niet gevraagd. Het volgt uit de punten van: {namen}."
        return Dia(FACTOREN, factor.naam, uitleg, (Kolom("Grenzen", regels=grenzen),), vindplaats=vindplaats)
    geval = telling_case(kader, factor, first)
    if geval is None:
        kolommen = tuple(Kolom(keuze.naam, regels=(keuze.anker,)) for keuze in factor.keuzes)
        slot = (
            f"Dit getal komt in de berekening zelf, in {factor.eenheid}." if factor.soort == "aantal" else ""
        )
        return Dia(FACTOREN, factor.naam, factor.vraag, kolommen, slot, bool(slot), vindplaats)
    gevonden = effects(kader, geval, factor)
    kolommen = tuple(_keuze(factor, effect) for effect in gevonden)
    slot = _computed_with(kader, geval)
    if not any(effect.verschil for effect in gevonden):
        slot = TOGETHER
    return Dia(FACTOREN, factor.naam, factor.vraag, kolommen, slot, vindplaats=vindplaats)


def _keuze(factor: Factor, effect: KeuzeEffect) -> Kolom:
    anker = next((keuze.anker for keuze in factor.keuzes if keuze.id == effect.keuze), "")
    woord = "meer" if effect.verschil > 0 else "minder"
    getal = f"{minutes(abs(effect.verschil))} {woord} per week" if effect.verschil else NOTHING_MOVES
    return Kolom(factor.tell(effect.keuze), getal, (anker,) if anker else ())


def _computed_with(kader: Normenkader, geval: Proefgeval) -> str:
    trede = f", {kader.schaal.naam.lower()} {geval.blok}" if geval.blok else ""
    vaak = ", 1 keer per week" if geval.taak.per is Per.KEER else ""
    return f"Gerekend met {quoted(geval.taak.naam)}{trede}{vaak}: {minutes(geval.minuten)} per week."
