"""Part 9: what makes it more or less, apart for what lies in the client and what lies around the client."""

from collections.abc import Iterator

from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kolom, Kop, Rij, Tabel, VerslagBlok
from indicatietool.verslag.zaak import Zaak

KANTEN = (("client", "Factoren in de cliënt"), ("omgeving", "Factoren in de omgeving"))
ALLE_TAKEN = "alle taken"
GEEN = "Er is nog geen factor gekozen."


def factoren(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the choices per factor: first what lies in the client, then what lies in the surroundings.

    Bron: eis 61.
    """
    tabellen = tuple(tabel for van, titel in KANTEN for tabel in _side(zaak, van, titel))
    return (Kop(2, "Factoren"), *(tabellen or (Alinea(GEEN, AlineaStijl.LEEG),)))


def _side(zaak: Zaak, van: str, titel: str) -> Iterator[Tabel]:
    rijen = tuple(
        Rij((factor.naam, keuze, waar))
        for factor in zaak.kader.factoren
        if factor.van == van and factor.punten is None
        for keuze, waar in _choices(zaak, factor)
    )
    if rijen:
        kolommen = (Kolom("Factor", 50), Kolom("Keuze", 50), Kolom("Geldt voor", 70))
        yield Tabel(kolommen, rijen, titel)


def _choices(zaak: Zaak, factor: Factor) -> Iterator[tuple[str, str]]:
    """Yield each choice of a factor in words, once, with all it holds for."""
    plekken: dict[str, list[str]] = {}
    for keuze, waar in _answers(zaak, factor):
        plekken.setdefault(keuze, []).append(waar)
    overal = factor.gevraagd_bij is Plaats.TAAK and len(zaak.dossier.antwoorden.taken)
    for keuze, alle in plekken.items():
        yield keuze, ALLE_TAKEN if len(alle) == overal else ", ".join(alle)


def _answers(zaak: Zaak, factor: Factor) -> Iterator[tuple[str, str]]:
    antwoorden, namen = zaak.dossier.antwoorden, zaak.kader.taak_by_id
    match factor.gevraagd_bij:
        case Plaats.DOSSIER:
            gegeven = [(ALLE_TAKEN, antwoorden.keuzes)]
        case Plaats.LEEFGEBIED:
            gegeven = [(zaak.leefgebied_naam(a.leefgebied), dict(a.keuzes)) for a in zaak.leefgebieden()]
        case Plaats.TAAK:
            gegeven = [(namen[a.taak].naam, dict(a.keuzes)) for a in antwoorden.taken]
    for waar, keuzes in gegeven:
        if factor.id in keuzes:
            yield zaak.keuze_naam(factor.id, keuzes[factor.id]), waar
