"""The figures of a lesson: one taak scored so that only its blok counts, and what each answer does then.

Comes in: a kader and a taak. Goes out: a Proefgeval and the effect of every answer to a factor. The engine
computes all of them; no client is needed and nothing is stored.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from indicatietool.domain.antwoorden import (
    Antwoorden,
    Frequentie,
    LeefgebiedAntwoord,
    LeefgebiedSituatie,
    TaakAntwoord,
)
from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.normenkader import Normenkader, Per, Taak
from indicatietool.domain.schaal import OpenCel
from indicatietool.domain.voorstel import RekenstapSoort, Voorstel
from indicatietool.engine.propose import propose
from indicatietool.session.anders import with_keuze

_ONCE_A_WEEK = Frequentie(keer=1, per_weken=1)
_SOME_MINUTES = 30
"""What a taak that is multiplied by a number is multiplied by, where the kader allows it."""
_FEW = (0, 1, 2)
"""Numbers to show the effect of, for a factor that is a number."""
_BASIS = (RekenstapSoort.BASIS, RekenstapSoort.FREQUENTIE)


@dataclass(frozen=True, slots=True)
class Proefgeval:
    """Eén taak met antwoorden die niets veranderen; `minuten` is what it comes to, per week."""

    taak: Taak
    blok: str | None
    antwoorden: Antwoorden
    minuten: Fraction


@dataclass(frozen=True, slots=True)
class KeuzeEffect:
    """Wat één antwoord met een Proefgeval doet, in minuten per week; None where there is no voorstel."""

    keuze: str | int
    minuten: Fraction | None
    verschil: Fraction


def neutral_case(kader: Normenkader, taak: Taak, blok: str | None) -> Proefgeval | None:
    """Return a taak on its own, once a week, with the answer to every factor that changes least.

    Returns:
        None where the norm of this taak is open: then there is no number.
    """
    antwoorden = _begin(kader, taak, blok)
    if antwoorden is None:
        return None
    for factor in kader.factoren_by_taak[taak.id]:
        if factor.id == taak.maal:
            continue
        sleutel = _sleutel(factor, taak)
        opties = (with_keuze(antwoorden, factor, sleutel, keuze) for keuze in _values(factor))
        antwoorden = min(opties, key=lambda optie: _moved(kader, optie, taak))
    voorstel = _voorstel(kader, antwoorden, taak)
    if voorstel is None:
        return None
    return Proefgeval(taak, blok, antwoorden, voorstel.omvang.richt)


def effects(kader: Normenkader, geval: Proefgeval, factor: Factor) -> tuple[KeuzeEffect, ...]:
    """Return what each answer to a factor does, all else being equal."""
    gevonden = []
    for keuze in _values(factor):
        anders = with_keuze(geval.antwoorden, factor, _sleutel(factor, geval.taak), keuze)
        voorstel = _voorstel(kader, anders, geval.taak)
        minuten = voorstel.omvang.richt if voorstel else None
        verschil = Fraction(0) if minuten is None else minuten - geval.minuten
        gevonden.append(KeuzeEffect(keuze, minuten, verschil))
    return tuple(gevonden)


def telling_case(kader: Normenkader, factor: Factor, first: Proefgeval | None) -> Proefgeval | None:
    """Return a case on which a factor shows what it does; one where it does nothing when there is no other.

    Args:
        kader: the kader.
        factor: what is asked.
        first: the case to prefer.
    """
    rest: Proefgeval | None = None
    eerst = () if first is None else (first,)
    for geval in chain(eerst, _cases(kader, factor)):
        if factor not in kader.factoren_by_taak[geval.taak.id] or factor.id == geval.taak.maal:
            continue
        if any(effect.verschil for effect in effects(kader, geval, factor)):
            return geval
        rest = rest or geval
    return rest


def example_taak(kader: Normenkader) -> Taak:
    """Return the taak to explain the scale with: most blokken with an anchor of their own, all known."""

    def rank(taak: Taak) -> tuple[int, int, bool]:
        is_open = any(isinstance(cel, OpenCel) for cel in (*taak.minuten.values(), taak.vast))
        return len(taak.ankers), len(taak.minuten), not is_open

    return max(kader.taken, key=rank)


# -- inside ---------------------------------------------------------------------------------------


def _cases(kader: Normenkader, factor: Factor) -> Iterator[Proefgeval]:
    """Yield a case per taak that is asked about a factor, at the middle of each richting."""
    for taak in kader.taken:
        if factor in kader.factoren_by_taak[taak.id]:
            for blok in _middles(kader, taak):
                geval = neutral_case(kader, taak, blok)
                if geval is not None:
                    yield geval


def _middles(kader: Normenkader, taak: Taak) -> Iterator[str | None]:
    blokken = kader.blokken_of(taak)
    if not blokken:
        yield None
    for richting in dict.fromkeys(blok.richting for blok in blokken):
        van_deze = [blok.code for blok in blokken if blok.richting is richting]
        yield van_deze[len(van_deze) // 2]


def _begin(kader: Normenkader, taak: Taak, blok: str | None) -> Antwoorden | None:
    """Return a first answer to everything; None where the cell is open."""
    cel = taak.vast if blok is None else taak.minuten.get(blok)
    if cel is None or isinstance(cel, OpenCel):
        return None
    antwoord = TaakAntwoord(
        taak=taak.id, blok=blok, frequentie=_ONCE_A_WEEK if taak.per is Per.KEER else None
    )
    leefgebied = LeefgebiedAntwoord(leefgebied=taak.leefgebied, situatie=LeefgebiedSituatie.BEGELEIDING)
    antwoorden = Antwoorden(leefgebieden=(leefgebied,), taken=(antwoord,))
    for factor in kader.factoren_by_taak[taak.id]:
        keuze = min(_SOME_MINUTES, factor.hoogste) if factor.id == taak.maal else _values(factor)[0]
        antwoorden = with_keuze(antwoorden, factor, _sleutel(factor, taak), keuze)
    return antwoorden


def _values(factor: Factor) -> tuple[str | int, ...]:
    if factor.soort == "aantal":
        return tuple(getal for getal in _FEW if getal <= factor.hoogste)
    return tuple(keuze.id for keuze in factor.keuzes)


def _sleutel(factor: Factor, taak: Taak) -> str:
    return {Plaats.TAAK: taak.id, Plaats.LEEFGEBIED: taak.leefgebied, Plaats.DOSSIER: ""}[factor.gevraagd_bij]


def _voorstel(kader: Normenkader, antwoorden: Antwoorden, taak: Taak) -> Voorstel | None:
    antwoord = antwoorden.taak(taak.id)
    voorstel = propose(kader, antwoorden, antwoord) if antwoord else None
    return voorstel if isinstance(voorstel, Voorstel) else None


def _moved(kader: Normenkader, antwoorden: Antwoorden, taak: Taak) -> Fraction:
    """Return how far the outcome lies from the cell itself."""
    voorstel = _voorstel(kader, antwoorden, taak)
    if voorstel is None:
        return Fraction(10_080)
    basis = next(stap.na for stap in reversed(voorstel.stappen) if stap.soort in _BASIS)
    return abs(voorstel.omvang.richt - basis.richt)
