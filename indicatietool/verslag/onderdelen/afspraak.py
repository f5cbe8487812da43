"""What client and aanbieder both read per leefgebied: facts under a heading, with the taken in a table."""

from collections.abc import Callable, Iterator

from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.normenkader import Per
from indicatietool.verslag.blocks import Kop, Tabel, VerslagBlok
from indicatietool.verslag.invulling import row, table_of
from indicatietool.verslag.onderdelen.uitkomst import NOG_OPEN, taken_of
from indicatietool.verslag.zaak import Zaak

HOE_VAAK = {
    Per.DAG: "elke dag",
    Per.WEEK: "elke week",
    Per.MAAND: "elke maand",
    Per.JAAR: "elk jaar",
    Per.HUISHOUDEN: "elke week",
}

Feiten = tuple[tuple[str, str], ...]
"""Label and name of a text of a LeefgebiedAntwoord, in the order in which they are told."""


def per_leefgebied(
    zaak: Zaak, feiten: Feiten, table: Callable[[Zaak, tuple[TaakUitkomst, ...]], Tabel]
) -> Iterator[VerslagBlok]:
    """Yield each leefgebied with taken: its heading, the facts that were filled in, and the table."""
    for leefgebied in zaak.kader.leefgebied_by_id:
        taken = taken_of(zaak, leefgebied)
        if not taken:
            continue
        yield Kop(2, zaak.leefgebied_naam(leefgebied))
        antwoord = zaak.dossier.antwoorden.leefgebied(leefgebied)
        if antwoord:
            yield from table_of(*(row(label, getattr(antwoord, deel), nodig=False) for label, deel in feiten))
        yield table(zaak, taken)


def often(zaak: Zaak, uitkomst: TaakUitkomst) -> str:
    """Return how often a taak is needed, in plain words."""
    per = zaak.kader.taak_by_id[uitkomst.taak].per
    if per is not Per.KEER:
        return HOE_VAAK[per]
    frequentie = zaak.antwoord(uitkomst).frequentie
    return str(frequentie) if frequentie else NOG_OPEN
