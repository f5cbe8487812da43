"""The profiel of the whole, suggested after weighing: first the richting, then the gradatie.

Comes in: the outcomes per taak. Goes out: a suggestion with its reasons, never a choice.
"""

from fractions import Fraction

from indicatietool.domain.indicatie import ProfielVoorstel, TaakUitkomst
from indicatietool.domain.normenkader import Normenkader, Profiel
from indicatietool.domain.schaal import Richting
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import sum_exact


def suggest_profiel(
    kader: Normenkader, taken: tuple[TaakUitkomst, ...], per_week: Fraction
) -> ProfielVoorstel | None:
    """Return the profiel that the kader's table gives for these minutes.

    The richting is that of the most minutes; with equal minutes it is ontwikkel, since that keeps
    the way to learning open. The gradatie is that of the band that holds the total.

    Args:
        kader: its `profielen` may be empty.
        taken: the outcomes; those without blok or minutes don't weigh.
        per_week: the total, in exact minutes per week.

    Returns:
        The suggestion, or None when there is nothing to weigh or no band holds the total.
    """
    if kader.profielen and all(kader.blok_by_code[p.blok].richting is None for p in kader.profielen):
        return _without_richting(kader, taken, per_week)
    per_richting: dict[Richting, list[Fraction]] = {richting: [] for richting in Richting}
    for uitkomst in taken:
        if uitkomst.blok is not None and uitkomst.minuten_per_week is not None:
            richting = kader.blok_by_code[uitkomst.blok].richting
            if richting is not None:
                per_richting[richting].append(uitkomst.minuten_per_week)
    gewicht = {richting: sum_exact(minuten) for richting, minuten in per_richting.items()}
    if not kader.profielen or not any(gewicht.values()):
        return None
    ontwikkel, behoud = gewicht[Richting.ONTWIKKEL], gewicht[Richting.BEHOUD]
    zwaarste = Richting.ONTWIKKEL if ontwikkel >= behoud else Richting.BEHOUD
    profiel = _band(kader, zwaarste, per_week)
    if profiel is None:
        return None
    return ProfielVoorstel(
        blok=profiel.blok,
        redenen=(
            f"Ontwikkelgericht: {show_minutes(ontwikkel)} minuten per week; "
            f"behoudgericht: {show_minutes(behoud)} minuten per week. "
            f"Het meeste is {zwaarste}gericht.",
            _falls_in(profiel, per_week),
        ),
    )


def _without_richting(
    kader: Normenkader, taken: tuple[TaakUitkomst, ...], per_week: Fraction
) -> ProfielVoorstel | None:
    profiel = _band(kader, None, per_week)
    if profiel is None or not any(uitkomst.minuten_per_week for uitkomst in taken):
        return None
    return ProfielVoorstel(blok=profiel.blok, redenen=(_falls_in(profiel, per_week),))


def _falls_in(profiel: Profiel, per_week: Fraction) -> str:
    return (
        f"Samen {show_minutes(per_week)} minuten per week. Dat valt in de band van {profiel.blok}: "
        f"vanaf {profiel.vanaf_minuten_per_week} tot {profiel.tot_minuten_per_week} minuten."
    )


def _band(kader: Normenkader, richting: Richting | None, per_week: Fraction) -> Profiel | None:
    banden = (p for p in kader.profielen if kader.blok_by_code[p.blok].richting is richting)
    return next(
        (p for p in banden if p.vanaf_minuten_per_week <= per_week < p.tot_minuten_per_week),
        None,
    )
