"""Part 12: the goals and how to see them, when they are looked at, and what happens at the end."""

from indicatietool.engine.looptijd import Evaluatiemoment, evaluations
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Kolom,
    Kop,
    Rij,
    Tabel,
    VerslagBlok,
)
from indicatietool.verslag.invulling import NIET_INGEVULD, field, paragraphs, show_date
from indicatietool.verslag.zaak import Zaak

EINDE = (
    "De begeleiding stopt op de einddatum. Heeft u daarna nog hulp nodig, meld u dan op tijd opnieuw. "
    "Verandert uw situatie eerder, laat het dan weten."
)


def doelen(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the goals, when they are looked at, what changes the support and what happens at the end."""
    return (
        *_goals(zaak),
        *evaluation(zaak),
        *field(zaak.dossier, "weging.op_en_afschalen"),
        *field(zaak.dossier, "weging.bij_einddatum"),
        *paragraphs(zaak.normtekst("bij-einddatum", EINDE), AlineaStijl.KLEIN),
        *paragraphs(zaak.profiel.initiatief if zaak.profiel else "", AlineaStijl.KLEIN),
        *paragraphs(zaak.normtekst("life-events"), AlineaStijl.KLEIN),
    )


def evaluation(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return each day of evaluation with the day on which the aanbieder hands in its papers.

    Bron: eisen 102 tot en met 106.
    """
    kop = Kop(2, "Evaluatie", "Wmo 2015 art. 2.3.9")
    momenten = evaluations(zaak.dossier.weging)
    if not momenten:
        return (kop, Alinea(NIET_INGEVULD, AlineaStijl.LEEG))
    elke = zaak.dossier.weging.evaluatie_elke_maanden
    daarna = (Alinea(f"Na de eerste evaluatie volgt er een elke {elke} maanden."),) if elke else ()
    kolommen = (Kolom("Evaluatie op", 60), Kolom("Stukken van de aanbieder uiterlijk op", 110))
    return (kop, Tabel(kolommen, tuple(_moment(moment) for moment in momenten)), *daarna)


def _moment(moment: Evaluatiemoment) -> Rij:
    return Rij((show_date(moment.dag), show_date(moment.aanleveren) or "niet afgesproken"))


def _goals(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    rijen = tuple(
        Rij((zaak.leefgebied_naam(antwoord.leefgebied), antwoord.doel.strip(), antwoord.indicator.strip()))
        for antwoord in zaak.leefgebieden()
        if antwoord.doel.strip()
    )
    if not rijen:
        return (Kop(2, "Doelen"), Alinea(NIET_INGEVULD, AlineaStijl.LEEG))
    if not any(rij.cellen[2] for rij in rijen):
        kort = tuple(Rij(rij.cellen[:2]) for rij in rijen)
        return (Kop(2, "Doelen"), Tabel((Kolom("Leefgebied", 50), Kolom("Doel", 120)), kort))
    kolommen = (Kolom("Leefgebied", 40), Kolom("Doel", 76), Kolom("Waaraan te zien", 54))
    return (Kop(2, "Doelen"), Tabel(kolommen, rijen))
