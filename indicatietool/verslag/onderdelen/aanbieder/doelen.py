"""Aanbiedersversie: per leefgebied the doel, how to see it, and the taken with blok and minutes."""

from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.verslag.blocks import Alinea, Kolom, Kop, Rij, RijSoort, Tabel, VerslagBlok
from indicatietool.verslag.onderdelen.afspraak import often, per_leefgebied
from indicatietool.verslag.onderdelen.uitkomst import NOG_OPEN
from indicatietool.verslag.zaak import Zaak

GEMIDDELD = (
    "De minuten per week zijn een gemiddelde. Hoe de begeleiding eruitziet, spreekt u af met de cliënt."
)
FEITEN = (("Doel", "doel"), ("Waaraan te zien", "indicator"), ("Wat is lastig", "problemen"))
GEEN = "Er zijn nog geen taken."


def doelen(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the assignment per leefgebied, and what lies outside the taken of the kader."""
    blokken = (*per_leefgebied(zaak, FEITEN, _table), *_other(zaak))
    return (*blokken, Alinea(GEMIDDELD)) if blokken else (Alinea(GEEN),)


def _table(zaak: Zaak, taken: tuple[TaakUitkomst, ...]) -> Tabel:
    kolommen = (
        Kolom("Taak", 62),
        Kolom(zaak.kader.schaal.naam, 18),
        Kolom("Hoe vaak", 34),
        Kolom("Anderen doen", 32, True),
        Kolom("Minuten per week", 24, True),
    )
    bekend = [u.minuten_per_week for u in taken if u.minuten_per_week is not None]
    samen = (Rij(("Samen", "", "", "", show_minutes(sum(bekend))), soort=RijSoort.TOTAAL),)
    rijen = tuple(_row(zaak, uitkomst) for uitkomst in taken)
    return Tabel(kolommen, (*rijen, *(samen if len(taken) > 1 else ())))


def _row(zaak: Zaak, uitkomst: TaakUitkomst) -> Rij:
    minuten = NOG_OPEN if uitkomst.minuten_per_week is None else show_minutes(uitkomst.minuten_per_week)
    cellen = (uitkomst.naam, uitkomst.blok or "", often(zaak, uitkomst), _by_others(uitkomst), minuten)
    return Rij(cellen, toelichting=_blok(zaak, uitkomst))


def _by_others(uitkomst: TaakUitkomst) -> str:
    """Return what others take over of a taak, in minutes; who they are, the client tells."""
    if uitkomst.bruto is None or uitkomst.netto is None or uitkomst.bruto == uitkomst.netto:
        return ""
    return show_minutes(uitkomst.bruto - uitkomst.netto)


def _blok(zaak: Zaak, uitkomst: TaakUitkomst) -> str:
    """Return what the blok of a taak looks like, in the words of the kader."""
    blok = zaak.kader.blok_by_code.get(uitkomst.blok or "")
    if blok is None:
        return ""
    return f"{blok.naam}. {zaak.kader.taak_by_id[uitkomst.taak].ankers.get(blok.code, blok.anker)}"


def _other(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    rijen = tuple(
        Rij((overig.omschrijving.strip(), show_minutes(overig.minuten_per_week)))
        for overig in zaak.dossier.antwoorden.overige
    )
    if not rijen:
        return ()
    kolommen = (Kolom("Begeleiding", 130), Kolom("Minuten per week", 40, True))
    return (Kop(2, "Overige begeleiding"), Tabel(kolommen, rijen))
