"""Advice about what was answered: observations, what others take over, and a client who declines help.

Comes in: kader and dossier. Goes out: a Toets per remark, with the place it is about. Nothing is held up.

Bron: eisen 22 and 89; Wmo 2015 art. 2.3.2 lid 4 onder d.
"""

from collections.abc import Iterator

from indicatietool.domain.antwoorden import Aftrek, AftrekSoort, LeefgebiedSituatie
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Toets
from indicatietool.domain.normenkader import Normenkader
from indicatietool.session.observatie import why_observed

OVERBELAST = (
    "U gaf aan dat de mantelzorger overbelast is. Dan kan die niets overnemen. Zet deze hulp op “overbelast”."
)
"""Stands at every aftrek that counts on someone who can't."""


def about_answers(kader: Normenkader, dossier: Dossier) -> tuple[Toets, ...]:
    """Return advice about the answers, in the order of the steps."""
    return (*_declined(kader, dossier), *_observations(kader, dossier), *_overburdened(kader, dossier))


def counts_on_overburdened(dossier: Dossier, aftrek: Aftrek) -> bool:
    """Tell whether an aftrek counts on a mantelzorger who is overburdened."""
    overbelast = dossier.oplossingen.mantelzorger_overbelast is True
    return overbelast and aftrek.soort is AftrekSoort.MANTELZORG and aftrek.telt_mee


def _declined(kader: Normenkader, dossier: Dossier) -> Iterator[Toets]:
    for antwoord in dossier.antwoorden.leefgebieden:
        if antwoord.situatie is LeefgebiedSituatie.WIL_NIET and not antwoord.toelichting.strip():
            naam = kader.leefgebied_by_id[antwoord.leefgebied].naam
            yield Toets(
                f"leefgebied.{antwoord.leefgebied}.toelichting",
                f"{naam}: de cliënt wil hier geen hulp. Schrijf op waarom, in de woorden van de cliënt.",
            )


def _observations(kader: Normenkader, dossier: Dossier) -> Iterator[Toets]:
    for antwoord in dossier.antwoorden.taken:
        if not antwoord.observatie.strip() and why_observed(kader, antwoord):
            naam = kader.taak_by_id[antwoord.taak].naam
            yield Toets(
                f"taak.{antwoord.taak}.observatie",
                f"{naam}: {kader.schaal.naam.lower()} {antwoord.blok} is zwaar en er staat geen voorbeeld "
                "bij. Schrijf op wat u zag of hoorde.",
            )


def _overburdened(kader: Normenkader, dossier: Dossier) -> Iterator[Toets]:
    for antwoord in dossier.antwoorden.taken:
        if any(counts_on_overburdened(dossier, aftrek) for aftrek in antwoord.aftrek):
            naam = kader.taak_by_id[antwoord.taak].naam
            yield Toets(f"aftrek.{antwoord.taak}", f"{naam}: {OVERBELAST[0].lower()}{OVERBELAST[1:]}")
