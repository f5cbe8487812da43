"""Carrying answers over to another normenkader: what it does not know is left out, never guessed.

Comes in: answers and a kader. Goes out: the answers that fit it.
"""

from indicatietool.domain.antwoorden import Antwoorden, LeefgebiedAntwoord, TaakAntwoord
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.normenkader import Normenkader
from indicatietool.engine.fit import known_keuzes


def carry_over(kader: Normenkader, antwoorden: Antwoorden) -> Antwoorden:
    """Return the answers that this kader knows; with the kader they were given under: all of them."""
    return antwoorden.model_copy(
        update={
            "keuzes": known_keuzes(kader, antwoorden.keuzes, Plaats.DOSSIER),
            "leefgebieden": tuple(
                _leefgebied(kader, antwoord)
                for antwoord in antwoorden.leefgebieden
                if antwoord.leefgebied in kader.leefgebied_by_id
            ),
            "taken": tuple(
                _taak(kader, antwoord) for antwoord in antwoorden.taken if antwoord.taak in kader.taak_by_id
            ),
        }
    )


def _leefgebied(kader: Normenkader, antwoord: LeefgebiedAntwoord) -> LeefgebiedAntwoord:
    return antwoord.model_copy(update={"keuzes": known_keuzes(kader, antwoord.keuzes, Plaats.LEEFGEBIED)})


def _taak(kader: Normenkader, antwoord: TaakAntwoord) -> TaakAntwoord:
    blok = antwoord.blok if antwoord.blok in kader.taak_by_id[antwoord.taak].minuten else None
    keuzes = known_keuzes(kader, antwoord.keuzes, Plaats.TAAK)
    return antwoord.model_copy(update={"blok": blok, "keuzes": keuzes})
