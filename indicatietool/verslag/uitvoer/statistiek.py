"""One anonymous line per indicatie, to see whether the norm and the estimates hold.

Comes in: Zaken. Goes out: rows without number, name, day, text or leefgebied, in an order that says nothing.

What is left out, and why: the number, days and texts point at one person; leefgebieden and taken say what is
wrong with someone. Minutes are rounded to 30 and the duration to whole months, because the exact number
stands in the beschikking: who has that letter must not find the line. The gemeente is only there when asked
for: few people a gemeente share a profiel.

Bron: eisen 130, 153 and 171; recht.md §5 (AP 2018, dataminimalisatie).
"""

from collections.abc import Iterable
from fractions import Fraction

from indicatietool.domain.besluit import Afwijken
from indicatietool.domain.gemeente import gemeente_naam
from indicatietool.domain.indicatie import Indicatie
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.looptijd import duration
from indicatietool.errors import VerslagError
from indicatietool.verslag.uitvoer.kommabestand import Cel, to_csv
from indicatietool.verslag.zaak import Zaak

KOLOMMEN = (
    "kader",
    "kader_versie",
    "oefening",
    "soort_onderzoek",
    "profiel",
    "product",
    "minuten_per_maand_op_30",
    "taken",
    "afgeweken_hoger",
    "afgeweken_lager",
    "zelf_beoordeeld",
    "totaal_afgeweken",
    "looptijd_maanden",
)
"""Stable: names and order may only grow at the end, before the gemeente."""
GEMEENTE = "gemeente"
AFRONDING = 30
"""Minutes per month are rounded to a multiple of this."""


def statistics_as_csv(zaken: Iterable[Zaak], *, with_gemeente: bool = False) -> bytes:
    """Return a row per indicatie, sorted by content so that the order of the dossiers is lost.

    Args:
        zaken: finished indicaties.
        with_gemeente: add the gemeente; only for counts over many dossiers.

    Raises:
        VerslagError: one of them is still voorlopig.
    """
    rijen = sorted((_row(zaak, with_gemeente=with_gemeente) for zaak in zaken), key=str)
    return to_csv((*KOLOMMEN, GEMEENTE) if with_gemeente else KOLOMMEN, rijen)


def _row(zaak: Zaak, *, with_gemeente: bool) -> tuple[Cel, ...]:
    if zaak.is_voorlopig:
        raise VerslagError(
            f"Dossier {zaak.dossier.nummer} is nog voorlopig en telt niet mee in de statistiek. "
            "Maak het af of laat het weg."
        )
    weging, melding = zaak.dossier.weging, zaak.dossier.melding
    hoger, lager, zelf = _departures(zaak.indicatie)
    rij: tuple[Cel, ...] = (
        zaak.kader.kader.id,
        zaak.kader.kader.versie,
        zaak.dossier.oefening,
        melding.soort_onderzoek and str(melding.soort_onderzoek),
        weging.profiel,
        weging.product,
        _rounded(zaak.indicatie.minuten_per_maand),
        len(zaak.indicatie.taken),
        hoger,
        lager,
        zelf,
        _direction(zaak.indicatie.minuten_per_maand, zaak.indicatie.berekend_per_maand),
        _months(zaak),
    )
    return (*rij, gemeente_naam(melding.gemeente)) if with_gemeente else rij


def _departures(indicatie: Indicatie) -> tuple[int, int, int]:
    """Return how many besluiten are above the voorstel, below it, and without a norm to compare with."""
    hoger = lager = zelf = 0
    for uitkomst in indicatie.taken:
        if not isinstance(uitkomst.besluit, Afwijken):
            continue
        if isinstance(uitkomst.voorstel, Voorstel):
            richt = uitkomst.voorstel.omvang.richt
            hoger += uitkomst.besluit.minuten > richt
            lager += uitkomst.besluit.minuten < richt
        else:
            zelf += 1
    return hoger, lager, zelf


def _direction(gekozen: int, berekend: int) -> str:
    return "nee" if gekozen == berekend else "hoger" if gekozen > berekend else "lager"


def _rounded(minuten: int) -> int:
    return int(Fraction(minuten, AFRONDING) + Fraction(1, 2)) * AFRONDING


def _months(zaak: Zaak) -> int | None:
    weging = zaak.dossier.weging
    if weging.ingangsdatum is None or weging.einddatum is None:
        return None
    looptijd = duration(weging.ingangsdatum, weging.einddatum)
    return looptijd.maanden + (looptijd.dagen >= 15)
