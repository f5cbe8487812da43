"""The evaluation sheet: one page to write on when doelen are looked at again.

Comes in: a Zaak. Goes out: a Verslag of blocks, to render like any other. Names nobody: the dossier number is
printed and who is there writes a name. The list of what must be on paper is a setting, not a fixed form.

Bron: eisen 107 up to and including 111; Wmo 2015 art. 2.3.9.
"""

from collections.abc import Iterator
from itertools import zip_longest

from indicatietool.domain.versie import Versie
from indicatietool.engine.looptijd import Evaluatiemoment, evaluations
from indicatietool.errors import VerslagError
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Kolom,
    Kop,
    Rij,
    Tabel,
    Verslag,
    VerslagBlok,
)
from indicatietool.verslag.invulling import show_date
from indicatietool.verslag.versies import dossier_for
from indicatietool.verslag.zaak import Zaak

VERPLICHT = (
    "Per doel: bereikt, deels of niet, en waaraan dat te zien is",
    "Hoeveel minuten begeleiding per maand zijn gebruikt",
    "Wat de cliënt er zelf van vindt",
    "Wat mantelzorg en netwerk doen en aankunnen",
    "Voorstel: gelijk, meer, minder of stoppen, met de reden",
)
"""What must be on paper at each evaluation, until the SDD sets its own list (eis 108)."""
UITKOMSTEN = (
    "De inzet past en blijft gelijk",
    "Nieuw onderzoek naar meer of minder",
    "De begeleiding stopt",
    "De cliënt heeft een kopie van dit formulier",
)
BEREIKT, JA_NEE = "ja / deels / nee", "ja / nee"
PER_LINE = 42
"""Characters of a doel that fit on a line of the sheet; the whole of it stands in the verslag."""
LINES = 16
"""Lines for all doelen together, so that everything stays on one page; each gets at least one."""


def evaluation_sheet(zaak: Zaak, verplicht: tuple[str, ...] = VERPLICHT) -> Verslag:
    """Return the sheet for the next evaluation.

    Args:
        zaak: kader, dossier and outcome; the day of its verantwoording says which evaluation is next.
        verplicht: what must be on paper, at most eight short lines.

    Raises:
        VerslagError: no evaluation is planned.
    """
    moment = _next(zaak)
    return Verslag(
        titel="Evaluatieformulier begeleiding",
        kenmerk=f"dossier {zaak.dossier.nummer}",
        kopregels=("OEFENING: verzonnen casus, geen echte cliënt",) if zaak.dossier.oefening else (),
        blokken=tuple(_blocks(zaak, moment, verplicht)),
        watermerk=None,
        voettekst=f"Indicatie volgens normenkader {zaak.kader.kader.id} {zaak.kader.kader.versie}",
        datum=zaak.verantwoording.datum,
        auteur="Sociale Dienst Drechtsteden",
        is_concept=False,
        versie=Versie.AANBIEDER,
    )


def _next(zaak: Zaak) -> Evaluatiemoment:
    momenten = evaluations(zaak.dossier.weging)
    if not momenten:
        raise VerslagError(
            f"In dossier {zaak.dossier.nummer} is nog geen evaluatie gepland. "
            "Vul bij de weging de eerste evaluatie in."
        )
    komend = (moment for moment in momenten if moment.dag >= zaak.verantwoording.datum)
    return next(komend, momenten[-1])


def _blocks(zaak: Zaak, moment: Evaluatiemoment, verplicht: tuple[str, ...]) -> Iterator[VerslagBlok]:
    yield Alinea(_facts(zaak, moment))
    yield Kop(3, "Doelen")
    yield _goals(zaak)
    yield Kop(3, "Staat dit op papier?")
    yield _checklist(verplicht)
    yield Kop(3, "Uitkomst")
    yield _checklist(UITKOMSTEN)
    yield Kop(3, "Besproken en gezien")
    kolommen = (Kolom("Datum", 30), Kolom("Paraaf cliënt", 70), Kolom("Paraaf aanbieder of consulent", 70))
    yield Tabel(kolommen, (Rij(("\n", "", "")),))


def _facts(zaak: Zaak, moment: Evaluatiemoment) -> str:
    weging = zaak.dossier.weging
    uiterlijk = f", verslag van de aanbieder binnen op {show_date(moment.aanleveren)}"
    product = f" {zaak.product_naam(weging.product)}" if weging.product else ""
    einde = f", tot en met {show_date(weging.einddatum)}" if weging.einddatum else ""
    return (
        f"Evaluatie op {show_date(moment.dag)}{uiterlijk if moment.aanleveren else ''}. "
        f"Indicatie{product}: {zaak.indicatie.minuten_per_maand} minuten per maand{einde}."
    )


def _goals(zaak: Zaak) -> VerslagBlok:
    voor_aanbieder = dossier_for(zaak.dossier, Versie.AANBIEDER)
    doelen = {a.leefgebied: a.doel for a in voor_aanbieder.antwoorden.leefgebieden if a.doel.strip()}
    if not doelen:
        return Alinea("In het dossier staat nog geen doel.", AlineaStijl.LEEG)
    most = PER_LINE * max(1, LINES // len(doelen))
    kolommen = (Kolom("Leefgebied", 42), Kolom("Doel", 72), Kolom("Bereikt?", 27), Kolom("Toelichting", 29))
    return Tabel(
        kolommen,
        tuple(
            Rij((zaak.leefgebied_naam(leefgebied), _short(doelen[leefgebied], most), BEREIKT, ""))
            for leefgebied in zaak.kader.leefgebied_by_id
            if leefgebied in doelen
        ),
    )


def _checklist(verplicht: tuple[str, ...]) -> Tabel:
    """Return the list in two columns, each with room to answer."""
    helft = (len(verplicht) + 1) // 2
    paren = zip_longest(verplicht[:helft], verplicht[helft:], fillvalue="")
    kolommen = (Kolom("Onderdeel", 65), Kolom("Ja of nee", 20)) * 2
    return Tabel(kolommen, tuple(Rij((een, JA_NEE, twee, JA_NEE if twee else "")) for een, twee in paren))


def _short(tekst: str, most: int) -> str:
    regel = " ".join(tekst.split())
    return regel if len(regel) <= most else f"{regel[: most - 1].rstrip()}…"
