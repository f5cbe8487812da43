"""The steps from the minutes per taak to the minutes per month, short for part 9 and whole for part 14."""

from collections.abc import Iterable

from indicatietool.domain.indicatie import TotaalStap
from indicatietool.domain.tekst import show_exact
from indicatietool.verslag.bewerking import replaced, sums_of_total
from indicatietool.verslag.blocks import Kolom, Rij, RijSoort, Tabel
from indicatietool.verslag.bronnen import Bronnenlijst, sources_of
from indicatietool.verslag.onderdelen.nummers import Deel
from indicatietool.verslag.zaak import Zaak

_KOLOMMEN = (
    Kolom("Stap", 82),
    Kolom("Voor", 22, True),
    Kolom("Na", 22, True),
    Kolom("Hoe bepaald", 44),
)


def month_table(zaak: Zaak) -> Tabel:
    """Return the steps after the taken: maxima, overige begeleiding, week to month and the rounding."""
    geteld = [u.minuten_per_week for u in zaak.indicatie.taken if u.minuten_per_week is not None]
    som = Rij(("Samen van alle taken, per week", "", show_exact(sum(geteld)), ""))
    stappen = [(stap, "") for stap in zaak.indicatie.stappen[len(geteld) :]]
    return _table(zaak, stappen, "Totaal (in minuten)", som)


def whole_table(zaak: Zaak) -> Tabel:
    """Return every step with its sum, one for each taak that counts."""
    stappen = zip(zaak.indicatie.stappen, sums_of_total(zaak), strict=True)
    return _table(zaak, stappen, "Van taken naar minuten per maand (exact)")


def _table(zaak: Zaak, stappen: Iterable[tuple[TotaalStap, str]], bijschrift: str, *eerst: Rij) -> Tabel:
    bronnen = sources_of(zaak)
    rijen = tuple(_row(stap, som, bronnen) for stap, som in stappen)
    return Tabel(_KOLOMMEN, (*eerst, *rijen, *_afwijking(zaak), _outcome(zaak)), bijschrift)


def _row(stap: TotaalStap, som: str, bronnen: Bronnenlijst) -> Rij:
    cellen = (stap.tekst, show_exact(stap.voor), show_exact(stap.na), bronnen.mark(stap.bron))
    return Rij(cellen, toelichting=som)


def _afwijking(zaak: Zaak) -> tuple[Rij, ...]:
    afwijking = zaak.indicatie.afwijking
    if afwijking is None:
        return ()
    berekend, nieuw = zaak.indicatie.berekend_per_maand, afwijking.minuten_per_maand
    tekst = f"De consulent stelt het totaal anders vast, zie onderdeel {Deel.AFWIJKING}"
    cellen = (tekst, str(berekend), str(nieuw), "afgeweken met motivering")
    return (Rij(cellen, toelichting=replaced(berekend, nieuw)),)


def _outcome(zaak: Zaak) -> Rij:
    wat = "Voorlopige uitkomst" if zaak.is_voorlopig else "Indicatie"
    return Rij((f"{wat} per maand", "", str(zaak.indicatie.minuten_per_maand), ""), soort=RijSoort.TOTAAL)
