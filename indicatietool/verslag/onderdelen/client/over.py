"""Cliëntversie, last: how this verslag was made, what it rests on and where to see the rest."""

from indicatietool.verslag.blocks import Alinea, VerslagBlok
from indicatietool.verslag.controlecode import HOE_TE_CONTROLEREN
from indicatietool.verslag.invulling import paragraphs, row, show_date, table_of
from indicatietool.verslag.onderdelen.algoritme import STATUS_ZINNEN
from indicatietool.verslag.zaak import Zaak

INZIEN = "Er is ook een uitgebreide versie met de hele berekening. Die mag u inzien. Vraag het uw consulent."
HULPMIDDEL = "Het rekenprogramma is een hulpmiddel. Het vervangt het oordeel van de consulent niet."
NIET_ALLES = "Een deel van het dossier staat niet in deze versie. Vraag uw consulent waarom."


def over(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return who made it, with which normenkader and program, and how to check it."""
    bewijs = zaak.verantwoording
    return (
        *paragraphs(zaak.normtekst("namens")),
        Alinea(HULPMIDDEL),
        Alinea(STATUS_ZINNEN[zaak.kader.kader.status]),
        *table_of(
            row("Normenkader", f"{bewijs.kader_naam}, versie {bewijs.kader_versie} ({bewijs.kader_status})"),
            row("Verordening", zaak.profiel.verordening if zaak.profiel else "", nodig=False),
            row("Rekenprogramma", f"indicatietool {bewijs.programmaversie}"),
            row("Dossier", bewijs.dossier),
            row("Zaaknummer", zaak.dossier.melding.zaaknummer, nodig=False),
            row("Datum", show_date(bewijs.datum)),
            row("Controlecode", zaak.controlecode),
        ),
        Alinea(HOE_TE_CONTROLEREN),
        *((Alinea(NIET_ALLES),) if zaak.laat_weg else ()),
        Alinea(INZIEN),
    )
