"""Aanbiedersversie: when it is evaluated, when papers are due, and what happens at the end."""

from indicatietool.verslag.blocks import VerslagBlok
from indicatietool.verslag.invulling import paragraphs
from indicatietool.verslag.onderdelen.client.woorden import told
from indicatietool.verslag.onderdelen.doelen import evaluation
from indicatietool.verslag.zaak import Zaak


def evaluatie(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the days of evaluation, when it becomes more or less, and the end."""
    return (
        *evaluation(zaak),
        *told(zaak, "Wanneer meer of minder begeleiding", "weging.op_en_afschalen"),
        *told(zaak, "Wat gebeurt er op de einddatum", "weging.bij_einddatum"),
        *paragraphs(zaak.profiel.bij_einddatum if zaak.profiel else ""),
    )
