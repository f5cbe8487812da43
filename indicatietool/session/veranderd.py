"""Everything that differs between two standings of a dossier, answers with what they were and what they are.

Comes in: two dossiers under one kader. Goes out: a line for each difference. What was typed is named only.
"""

from collections.abc import Iterator, Mapping

from indicatietool.domain.antwoorden import Antwoorden, TaakAntwoord
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.session.wat import changes

NOTHING = "niets"


def what_changed(kader: Normenkader, oud: Dossier, nieuw: Dossier) -> tuple[str, ...]:
    """Return everything that differs, answers with what they were and what they are."""
    zelfde = oud.with_changes(antwoorden=nieuw.antwoorden)
    rest = (verandering.wat for verandering in changes(kader, zelfde, nieuw))
    return (*_answers(kader, oud.antwoorden, nieuw.antwoorden), *rest)


def arrow(was: str, nu: str) -> str:
    """Return what was and what is, or only what is where nothing moved.

    >>> arrow("480", "525"), arrow("480", "480")
    ('480 → 525', '480')
    """
    return nu if was == nu else f"{was} → {nu}"


def _answers(kader: Normenkader, oud: Antwoorden, nieuw: Antwoorden) -> Iterator[str]:
    yield from _keuzes(kader, "", oud.keuzes, nieuw.keuzes)
    for leefgebied in kader.leefgebieden:
        was, nu = oud.leefgebied(leefgebied.id), nieuw.leefgebied(leefgebied.id)
        situaties = tuple(antwoord.situatie.naam if antwoord else NOTHING for antwoord in (was, nu))
        if situaties[0] != situaties[1]:
            yield f"{leefgebied.naam}: {arrow(*situaties)}"
        yield from _keuzes(kader, leefgebied.naam, was.keuzes if was else {}, nu.keuzes if nu else {})
    for taak in kader.taken:
        yield from _taak(kader, taak.naam, oud.taak(taak.id), nieuw.taak(taak.id))
    if oud.overige != nieuw.overige:
        yield "Overige begeleiding"


def _taak(kader: Normenkader, naam: str, was: TaakAntwoord | None, nu: TaakAntwoord | None) -> Iterator[str]:
    if was is None or nu is None:
        if was is not nu:
            yield f"{naam} {'erbij' if was is None else 'eruit'}"
        return
    if was.blok != nu.blok:
        yield f"{naam}, {kader.schaal.naam.lower()}: {arrow(was.blok or NOTHING, nu.blok or NOTHING)}"
    if was.frequentie != nu.frequentie:
        yield f"{naam}, hoe vaak: {arrow(str(was.frequentie or NOTHING), str(nu.frequentie or NOTHING))}"
    yield from _keuzes(kader, naam, was.keuzes, nu.keuzes)
    if was.aftrek != nu.aftrek:
        yield f"{naam}, wat anderen overnemen"


def _keuzes(
    kader: Normenkader, waar: str, was: Mapping[str, str | int], nu: Mapping[str, str | int]
) -> Iterator[str]:
    for factor in kader.factoren:
        if was.get(factor.id) != nu.get(factor.id):
            toen, dan = (
                factor.tell(keuzes[factor.id]) if factor.id in keuzes else NOTHING for keuzes in (was, nu)
            )
            naam = f"{waar}, {factor.naam.lower()}" if waar else factor.naam
            yield f"{naam}: {arrow(toen, dan)}"
