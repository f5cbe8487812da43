"""Plussen en minnen: what each scored circumstance adds or takes off, in the client and around the client.

Comes in: kader, dossier, outcome. Goes out: a Weegfactor per answer, in minutes per week over all taken.

Bron: eisen 55, 56, 61, 62 and 78.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.indicatie import Indicatie
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.regels import Regel
from indicatietool.domain.voorstel import RekenstapSoort, Voorstel


@dataclass(frozen=True, slots=True)
class Weegfactor:
    """Eén antwoord op een factor: waar het geldt en hoeveel minuten per week het scheelt."""

    van: Literal["client", "omgeving"]
    factor: str
    antwoord: str
    waar: tuple[str, ...]
    minuten_per_week: Fraction


@dataclass(slots=True)
class _Som:
    waar: list[str] = field(default_factory=list)
    minuten: Fraction = Fraction(0)


def weigh(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> tuple[Weegfactor, ...]:
    """Return every answer that was given to a factor: pluses first, then minuses, then what changes nothing.

    A rule that asks for more than one factor counts for the first of them.
    """
    sommen: dict[tuple[str, str | int], _Som] = {}
    for factor, antwoord, waar in _answers(kader, dossier):
        sommen.setdefault((factor.id, antwoord), _Som()).waar.append(waar)
    for sleutel, minuten in _effects(kader, dossier, indicatie):
        if sleutel in sommen:
            sommen[sleutel].minuten += minuten
    return tuple(
        sorted(
            (_told(kader, sleutel, som) for sleutel, som in sommen.items()),
            key=lambda factor: (
                _rank(factor.minuten_per_week),
                -abs(factor.minuten_per_week),
                factor.factor,
            ),
        )
    )


def _rank(minuten: Fraction) -> int:
    return 0 if minuten > 0 else 1 if minuten < 0 else 2


def _told(kader: Normenkader, sleutel: tuple[str, str | int], som: _Som) -> Weegfactor:
    factor = kader.factor_by_id[sleutel[0]]
    return Weegfactor(factor.van, factor.naam, factor.tell(sleutel[1]), tuple(som.waar), som.minuten)


def _answers(kader: Normenkader, dossier: Dossier) -> Iterator[tuple[Factor, str | int, str]]:
    antwoorden = dossier.antwoorden
    for factor in kader.factoren:
        match factor.gevraagd_bij:
            case Plaats.DOSSIER:
                gegeven = [("", antwoorden.keuzes)]
            case Plaats.LEEFGEBIED:
                gegeven = [
                    (kader.leefgebied_by_id[a.leefgebied].naam, a.keuzes) for a in antwoorden.leefgebieden
                ]
            case Plaats.TAAK:
                gegeven = [(kader.taak_by_id[a.taak].naam, a.keuzes) for a in antwoorden.taken]
        yield from ((factor, keuzes[factor.id], waar) for waar, keuzes in gegeven if factor.id in keuzes)


def _effects(
    kader: Normenkader, dossier: Dossier, indicatie: Indicatie
) -> Iterator[tuple[tuple[str, str | int], Fraction]]:
    """Yield per step of a voorstel the answer that made it, and what it did."""
    factor_of = {regel.tekst: factor for regel in kader.regels if (factor := _first_factor(regel))}
    for uitkomst in indicatie.taken:
        if not isinstance(uitkomst.voorstel, Voorstel):
            continue
        gekozen = _chosen(dossier, uitkomst.taak, uitkomst.leefgebied)
        for stap in uitkomst.voorstel.stappen:
            factor = factor_of.get(stap.tekst) or factor_of.get(stap.tekst.rpartition(" (")[0], "")
            is_rule = stap.soort in (RekenstapSoort.REGEL, RekenstapSoort.AFTREK)
            if is_rule and factor in gekozen:
                yield (factor, gekozen[factor]), stap.na.richt - stap.voor.richt


def _first_factor(regel: Regel) -> str:
    return next((voorwaarde.factor for voorwaarde in regel.als if voorwaarde.factor), "")


def _chosen(dossier: Dossier, taak: str, leefgebied: str) -> Mapping[str, str | int]:
    antwoorden = dossier.antwoorden
    bij_taak, bij_leefgebied = antwoorden.taak(taak), antwoorden.leefgebied(leefgebied)
    return {
        **antwoorden.keuzes,
        **(bij_leefgebied.keuzes if bij_leefgebied else {}),
        **(bij_taak.keuzes if bij_taak else {}),
    }
