"""Aanbiedersversie: what goes into the ondersteuningsplan, and what is expected of it; not how to work.

Bron: eisen 6, 107, 108, 109 en 112.
"""

from indicatietool.domain.tekst import show_minutes
from indicatietool.verslag.blocks import Alinea, Kolom, Lijst, Rij, Tabel, VerslagBlok
from indicatietool.verslag.onderdelen.uitkomst import taken_of
from indicatietool.verslag.zaak import Zaak

VORM_VRIJ = "Een ondersteuningsplan is verplicht. De vorm is vrij. Dit staat er in elk geval in:"
INHOUD = (
    "de doelen hieronder, in de woorden van de cliënt;",
    "per doel waaraan te zien is dat het lukt;",
    "per doel wat de cliënt zelf doet, wat anderen doen en wat u doet;",
    "hoe de minuten over de doelen zijn verdeeld;",
    "wanneer u met de cliënt bekijkt hoe het gaat;",
    "hoe de begeleiding kan worden afgebouwd;",
    "of de cliënt het met het plan eens is.",
)


def plan(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the doelen with their taken and minutes in one table, ready to take over."""
    rijen = tuple(rij for leefgebied in zaak.kader.leefgebied_by_id for rij in _row(zaak, leefgebied))
    kolommen = (
        Kolom("Leefgebied", 34),
        Kolom("Doel", 52),
        Kolom("Taken", 54),
        Kolom("Minuten per week", 30, True),
    )
    tabel = (Tabel(kolommen, rijen, "Doelen, taken en minuten"),) if rijen else ()
    return (Alinea(VORM_VRIJ), Lijst(INHOUD), *tabel)


def _row(zaak: Zaak, leefgebied: str) -> tuple[Rij, ...]:
    taken = taken_of(zaak, leefgebied)
    if not taken:
        return ()
    antwoord = zaak.dossier.antwoorden.leefgebied(leefgebied)
    minuten = sum((u.minuten_per_week for u in taken if u.minuten_per_week is not None), start=0)
    namen = ", ".join(uitkomst.naam for uitkomst in taken)
    doel = antwoord.doel.strip() if antwoord else ""
    return (Rij((zaak.leefgebied_naam(leefgebied), doel, namen, show_minutes(minuten))),)
