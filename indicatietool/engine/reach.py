"""Which rules of a kader can ever bear on a taak, whatever is answered.

Comes in: kader, taak. Goes out: the rules, in the order of the kader. Knows no dossiers.
"""

from collections.abc import Iterator, Sequence

from indicatietool.domain.normenkader import Normenkader, Taak
from indicatietool.domain.regels import Hoogste, Maximum, Regel, Samenval, Voorwaarde


def rules_for(kader: Normenkader, taak: Taak) -> tuple[Regel, ...]:
    """Return the rules that can change the minutes of a taak under some answers."""
    return tuple(regel for regel in kader.regels if _can_hold(kader, taak, regel.als))


def limits_for(kader: Normenkader, taak: Taak) -> Iterator[Samenval | Maximum | Hoogste]:
    """Yield what relates a taak to others: samenval, a maximum, or only the heaviest counts."""
    yield from (samenval for samenval in kader.samenval if taak.id in (samenval.taak, samenval.met))
    yield from (maximum for maximum in kader.maxima if not maximum.taken or taak.id in maximum.taken)
    yield from (hoogste for hoogste in kader.hoogste if taak.id in hoogste.taken)


def _can_hold(kader: Normenkader, taak: Taak, als: Sequence[Voorwaarde]) -> bool:
    return all(_may_be_true(kader, taak, v) if not v.niet else _may_be_false(taak, v) for v in als)


def _may_be_true(kader: Normenkader, taak: Taak, v: Voorwaarde) -> bool:
    blokken = kader.blokken_of(taak)
    gevraagd = {f.id for f in (*kader.factoren_by_taak[taak.id], *kader.puntenfactoren)}
    return (
        (v.factor is None or v.factor in gevraagd)
        and (not v.richtingen or any(blok.richting in v.richtingen for blok in blokken))
        and (not v.blokken or any(blok.code in v.blokken for blok in blokken))
        and (not v.taken or taak.id in v.taken)
        and (not v.leefgebieden or taak.leefgebied in v.leefgebieden)
    )


def _may_be_false(taak: Taak, v: Voorwaarde) -> bool:
    """Tell whether an inverted condition can hold: not where all it names is always true of this taak."""
    elders = v.factor or v.richtingen or v.blokken or v.met_een_van or v.met_alle or v.gemeenten
    altijd = (not v.taken or taak.id in v.taken) and (not v.leefgebieden or taak.leefgebied in v.leefgebieden)
    return bool(elders) or not altijd
