"""Which departures of a dossier another normenkader makes needless: what was chosen is proposed there.

Comes in: two kaders and a dossier that fits both. Goes out: how many there are, and which fall away.
"""

from dataclasses import dataclass
from fractions import Fraction

from indicatietool.domain.besluit import Afwijken
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie, TaakUitkomst
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.total import indicate

TOTAAL = "totaal"
"""The place of the departure from the sum itself."""


@dataclass(frozen=True, slots=True)
class Afwijkingen:
    """De afwijkingen in één dossier, en de plekken waar een ander normenkader ze onnodig maakt."""

    aantal: int
    onnodig: tuple[str, ...]


def departures(a: Normenkader, b: Normenkader, dossier: Dossier) -> Afwijkingen:
    """Return the departures of a dossier, and those that lie within the marge of the other kader.

    Args:
        a: the kader as it was.
        b: the kader as it becomes.
        dossier: fits both.

    Returns:
        Places are ids of taken, or TOTAAL. A departure that lay within the marge of `a` was never needed
        because of a figure, so it is not one that falls away.
    """
    oud, nieuw = indicate(a, dossier), indicate(b, dossier)
    gekozen = {u.taak: u.besluit.minuten for u in oud.taken if isinstance(u.besluit, Afwijken)}
    onnodig = [
        taak
        for taak, minuten in gekozen.items()
        if not _lies_within(oud.uitkomst(taak), minuten) and _lies_within(nieuw.uitkomst(taak), minuten)
    ]
    totaal = dossier.afwijking_totaal
    if totaal and _comes_to(nieuw, totaal.minuten_per_maand) and not _comes_to(oud, totaal.minuten_per_maand):
        onnodig.append(TOTAAL)
    return Afwijkingen(len(gekozen) + bool(totaal), tuple(onnodig))


def _lies_within(uitkomst: TaakUitkomst | None, minuten: int) -> bool:
    voorstel = uitkomst.voorstel if uitkomst else None
    return isinstance(voorstel, Voorstel) and voorstel.omvang.contains(Fraction(minuten))


def _comes_to(indicatie: Indicatie, minuten_per_maand: int) -> bool:
    return indicatie.berekend_per_maand == minuten_per_maand
