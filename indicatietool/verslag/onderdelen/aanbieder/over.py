"""Aanbiedersversie, last: with which normenkader and program it was made, and how to check it."""

from indicatietool.verslag.blocks import Alinea, Lijst, VerslagBlok
from indicatietool.verslag.controlecode import HOE_TE_CONTROLEREN
from indicatietool.verslag.invulling import paragraphs, row, show_date, table_of
from indicatietool.verslag.onderdelen.algoritme import STATUS_ZINNEN
from indicatietool.verslag.zaak import Zaak

HULPMIDDEL = (
    "De minuten zijn bepaald door de consulent, met een rekenhulpmiddel dat met vaste regels een voorstel "
    "doet. Het is een hulpmiddel, geen vervanging van professionele beoordeling."
)
MINDER = (
    "In deze versie staat alleen wat een aanbieder nodig heeft om te begeleiden. De situatie, eerdere hulp "
    "en de afweging staan er niet in."
)
NIET_ALLES = "Een deel van de tekst is niet voor de aanbieder bestemd en is weggelaten."


def over(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the proof that an aanbieder needs."""
    bewijs = zaak.verantwoording
    return (
        *paragraphs(zaak.normtekst("namens")),
        Alinea(HULPMIDDEL),
        Alinea(STATUS_ZINNEN[zaak.kader.kader.status]),
        *table_of(
            row("Normenkader", f"{bewijs.kader_naam}, versie {bewijs.kader_versie} ({bewijs.kader_status})"),
            row("Programma", f"indicatietool {bewijs.programmaversie}"),
            row("Dossier", bewijs.dossier),
            row("Datum", show_date(bewijs.datum)),
            row("Controlecode", zaak.controlecode),
        ),
        Alinea(HOE_TE_CONTROLEREN),
        Alinea(MINDER),
        *((Alinea(NIET_ALLES),) if zaak.laat_weg else ()),
        *((Lijst(zaak.profiel.contact),) if zaak.profiel and zaak.profiel.contact else ()),
    )
