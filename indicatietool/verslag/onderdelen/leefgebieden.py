"""Part 6: per relevant leefgebied the problems, the goal, how to see it and the taken, bruto."""

from indicatietool.domain.antwoorden import LeefgebiedAntwoord, LeefgebiedSituatie
from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Kolom,
    Kop,
    Rij,
    RijSoort,
    Tabel,
    VerslagBlok,
)
from indicatietool.verslag.invulling import row, table_of
from indicatietool.verslag.onderdelen.nummers import Deel
from indicatietool.verslag.onderdelen.uitkomst import NOG_OPEN, how_often, taken_of, without_voorstel
from indicatietool.verslag.zaak import Zaak

UITLEG = (
    "Hieronder staat per leefgebied wat lastig is, wat het doel is en welke begeleiding daarbij hoort. "
    f"De minuten zijn bruto: nog zonder wat u zelf of anderen kunnen doen. Dat komt in onderdeel "
    f"{Deel.OPLOSSINGEN}."
)
NERGENS = "Er is geen leefgebied waar begeleiding nodig is."
NIETS_BESPROKEN = "Er is nog geen leefgebied besproken."


def leefgebieden(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return every leefgebied where begeleiding was looked at, with its taken."""
    relevant = tuple(leefgebied for leefgebied in zaak.kader.leefgebied_by_id if _matters(zaak, leefgebied))
    if not relevant:
        besproken = bool(zaak.dossier.antwoorden.leefgebieden)
        return (Alinea(NERGENS if besproken else NIETS_BESPROKEN, AlineaStijl.LEEG),)
    return (Alinea(UITLEG), *(blok for leefgebied in relevant for blok in _leefgebied(zaak, leefgebied)))


def _matters(zaak: Zaak, leefgebied: str) -> bool:
    antwoord = zaak.dossier.antwoorden.leefgebied(leefgebied)
    nodig = antwoord is not None and antwoord.situatie is LeefgebiedSituatie.BEGELEIDING
    return nodig or bool(taken_of(zaak, leefgebied))


def _leefgebied(zaak: Zaak, leefgebied: str) -> tuple[VerslagBlok, ...]:
    antwoord = zaak.dossier.antwoorden.leefgebied(leefgebied)
    return (
        Kop(2, zaak.leefgebied_naam(leefgebied)),
        *_findings(zaak, antwoord),
        *_taken(zaak, taken_of(zaak, leefgebied)),
    )


def _findings(zaak: Zaak, antwoord: LeefgebiedAntwoord | None) -> tuple[VerslagBlok, ...]:
    if antwoord is None:
        return (Alinea("Over dit leefgebied is verder niets vastgelegd.", AlineaStijl.LEEG),)
    factoren = (
        row(factor.naam, zaak.keuze_naam(factor.id, antwoord.keuzes[factor.id]))
        for factor in zaak.kader.factoren
        if factor.id in antwoord.keuzes
    )
    return table_of(
        row("Problemen", antwoord.problemen),
        row("Doel", antwoord.doel),
        row("Waaraan te zien", antwoord.indicator, nodig=False),
        row("Toelichting", antwoord.toelichting, nodig=False),
        *factoren,
    )


def _taken(zaak: Zaak, taken: tuple[TaakUitkomst, ...]) -> tuple[VerslagBlok, ...]:
    if not taken:
        return (Alinea("Bij dit leefgebied is nog geen taak gekozen.", AlineaStijl.LEEG),)
    kolommen = (
        Kolom("Taak", 80),
        Kolom("Blok", 16),
        Kolom("Hoe vaak", 42),
        Kolom("Bruto per week", 32, True),
    )
    rijen = tuple(_taak_row(zaak, uitkomst) for uitkomst in taken)
    return (Tabel(kolommen, (*rijen, *_sum_row(taken)), "Nodige begeleiding (bruto, in minuten)"),)


def _taak_row(zaak: Zaak, uitkomst: TaakUitkomst) -> Rij:
    observatie = zaak.antwoord(uitkomst).observatie.strip()
    return Rij(
        cellen=(uitkomst.naam, uitkomst.blok or NOG_OPEN, how_often(zaak, uitkomst), _bruto(uitkomst)),
        toelichting=f"Gezien of verteld: {observatie}" if observatie else "",
    )


def _bruto(uitkomst: TaakUitkomst) -> str:
    if uitkomst.bruto is not None:
        return show_minutes(uitkomst.bruto)
    return without_voorstel(uitkomst)


def _sum_row(taken: tuple[TaakUitkomst, ...]) -> tuple[Rij, ...]:
    bekend = [uitkomst.bruto for uitkomst in taken if uitkomst.bruto is not None]
    if len(bekend) < 2:
        return ()
    return (Rij(("Samen", "", "", show_minutes(sum(bekend))), soort=RijSoort.TOTAAL),)
