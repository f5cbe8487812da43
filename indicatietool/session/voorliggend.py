"""Per leefgebied who or what solves it: the cliënt, the network, another voorziening, or begeleiding.

Comes in: kader, dossier, outcome. Goes out: one outcome in words per leefgebied that was talked about.

Bron: eisen 59, 90 and 91; Wmo 2015 art. 2.3.2 lid 4.
"""

from dataclasses import dataclass

from indicatietool.domain.antwoorden import AftrekSoort, LeefgebiedAntwoord, LeefgebiedSituatie
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.tekst import show_minutes


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """Wat er bij één leefgebied uitkwam: zelf, samen met anderen, voorliggend of begeleiding."""

    leefgebied: str
    naam: str
    situatie: LeefgebiedSituatie
    tekst: str


def solved_by(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> tuple[Uitkomst, ...]:
    """Return the outcome of every leefgebied that was talked about, in the order of the kader."""
    return tuple(
        Uitkomst(
            antwoord.leefgebied,
            kader.leefgebied_by_id[antwoord.leefgebied].naam,
            antwoord.situatie,
            _tell(dossier, indicatie, antwoord),
        )
        for leefgebied in kader.leefgebied_by_id
        if (antwoord := dossier.antwoorden.leefgebied(leefgebied)) is not None
    )


def declined_help(kader: Normenkader, dossier: Dossier) -> tuple[str, ...]:
    """Return the names of the leefgebieden where the client wants no help."""
    return tuple(
        kader.leefgebied_by_id[antwoord.leefgebied].naam
        for antwoord in dossier.antwoorden.leefgebieden
        if antwoord.situatie is LeefgebiedSituatie.WIL_NIET
    )


def _tell(dossier: Dossier, indicatie: Indicatie, antwoord: LeefgebiedAntwoord) -> str:
    if antwoord.situatie is LeefgebiedSituatie.BEGELEIDING:
        return f"begeleiding nodig. {_voorliggend_at(dossier, indicatie, antwoord.leefgebied)}"
    toelichting = antwoord.toelichting.strip()
    return f"{antwoord.situatie.naam}.{f' {toelichting}' if toelichting else ''}"


def _voorliggend_at(dossier: Dossier, indicatie: Indicatie, leefgebied: str) -> str:
    """Return what voorliggende voorzieningen do in a leefgebied that needs begeleiding."""
    aftrekken = [
        aftrek
        for uitkomst in indicatie.taken
        if uitkomst.leefgebied == leefgebied and (taak := dossier.antwoorden.taak(uitkomst.taak))
        for aftrek in taak.aftrek
        if aftrek.soort is AftrekSoort.VOORLIGGEND
    ]
    if not aftrekken:
        return "Geen voorliggende voorziening genoteerd."
    tellend = [aftrek for aftrek in aftrekken if aftrek.telt_mee]
    if not tellend:
        return "Er is een voorziening, maar die is nu niet beschikbaar: er gaat niets af."
    minuten = sum(aftrek.minuten_per_week or 0 for aftrek in tellend)
    delen = [f"{show_minutes(minuten)} minuten per week"] if minuten else []
    delen += [f"{aftrek.procent} %" for aftrek in tellend if aftrek.procent is not None]
    return f"Een voorliggende voorziening neemt {' en '.join(delen)} over."
