"""What others take over of a taak, as the consulent found it. What is not there or not free does not count.

Comes in: the aftrek of one taak. Goes out: a Rekenstap for each, also for one that does not count.
"""

from collections.abc import Iterator

from indicatietool.domain.antwoorden import Aftrek, AftrekSoort, Beschikbaar, TaakAntwoord
from indicatietool.domain.voorstel import Omvang, Rekenstap, RekenstapSoort

ZELF_VASTGESTELD = "vastgesteld door de consulent"
"""The bron of what does not come from the kader: frequency, number and aftrek."""

_NOT_THERE = {
    Beschikbaar.NEE: "is er niet",
    Beschikbaar.WACHTLIJST: "staat op een wachtlijst",
    Beschikbaar.OVERBELAST: "is overbelast",
}


def deduct_steps(antwoord: TaakAntwoord, bruto: Omvang, nu: Omvang) -> Iterator[Rekenstap]:
    """Yield a step for each aftrek, in an order that does not depend on how they were typed."""
    for aftrek in sorted(antwoord.aftrek, key=_canonical_order):
        stap = _deduct(aftrek, bruto, nu)
        yield stap
        nu = stap.na


def _canonical_order(aftrek: Aftrek) -> tuple[int, int, int, str, str]:
    return (
        list(AftrekSoort).index(aftrek.soort),
        aftrek.minuten_per_week or 0,
        aftrek.procent or 0,
        aftrek.reden,
        f"{aftrek.beschikbaar} {aftrek.duur} {aftrek.vrijwillig}",
    )


def _deduct(aftrek: Aftrek, bruto: Omvang, nu: Omvang) -> Rekenstap:
    naam = aftrek.soort.naam.capitalize()
    if aftrek.beschikbaar is not Beschikbaar.JA:
        waarom = _NOT_THERE[aftrek.beschikbaar]
        tekst = f"{naam} {waarom}: geen aftrek. {aftrek.reden}"
        return Rekenstap(RekenstapSoort.AFTREK, tekst, nu, nu, ZELF_VASTGESTELD)
    if not aftrek.vrijwillig:
        tekst = f"{naam} is niet vrijwillig of niet vol te houden: geen aftrek. {aftrek.reden}"
        return Rekenstap(RekenstapSoort.AFTREK, tekst, nu, nu, ZELF_VASTGESTELD)
    if aftrek.procent is not None:
        na = nu.plus_share(bruto, -aftrek.procent, 100)
        hoeveel = f"{aftrek.procent} % van bruto"
    else:
        na = nu.shifted(-(aftrek.minuten_per_week or 0))
        hoeveel = f"{aftrek.minuten_per_week} minuten per week"
    tekst = f"{naam} ({aftrek.duur}) neemt {hoeveel} over. {aftrek.reden}"
    return Rekenstap(RekenstapSoort.AFTREK, tekst, nu, na, ZELF_VASTGESTELD)
