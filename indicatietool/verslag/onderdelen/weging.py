"""Part 9: the tool that was used, the profiel, plussen en minnen, and the table per taak."""

from indicatietool.domain.besluit import Afwijken, BinnenMarge, Overnemen
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.normenkader import KaderStatus
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.score import chosen_for
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Kolom,
    Kop,
    Lijst,
    Rij,
    RijSoort,
    Tabel,
    VerslagBlok,
)
from indicatietool.verslag.invulling import paragraphs, row, table_of, words_of
from indicatietool.verslag.onderdelen.figuren import margin_bars, waterfall
from indicatietool.verslag.onderdelen.optelling import month_table
from indicatietool.verslag.onderdelen.uitkomst import NOG_OPEN, show_marge, taken_of, without_voorstel
from indicatietool.verslag.zaak import Zaak

KORT = 400
"""Longest motivering, in characters, that fits in the table; a longer one stands in part 10 only."""

STATUS_ZINNEN = {
    KaderStatus.VOORBEELD: (
        "De cijfers van dit normenkader zijn een voorbeeld. Ze zijn niet vastgesteld en niet onderzocht. "
        "Gebruik de uitkomst niet voor een echte aanvraag."
    ),
    KaderStatus.CONCEPT: (
        "De cijfers van dit normenkader zijn een concept. Ze zijn nog niet vastgesteld en kunnen veranderen."
    ),
    KaderStatus.VASTGESTELD: "De cijfers van dit normenkader zijn vastgesteld.",
    KaderStatus.VERVALLEN: (
        "Dit normenkader is vervallen. De cijfers gelden niet meer voor een nieuwe aanvraag."
    ),
}


def weging(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return how the number came about, from the tool that was used to the minutes per month."""
    return (
        *_tool(zaak),
        *_profiel(zaak),
        *_plus_and_minus(zaak),
        *_per_taak(zaak),
        Kop(2, "Van week naar maand"),
        month_table(zaak),
    )


def _tool(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    bewijs = zaak.verantwoording
    return (
        Kop(2, "Hoe is er gerekend", "Awb art. 3:46 en 3:47"),
        Alinea(
            f"Bij deze weging is een rekenhulpmiddel gebruikt: de indicatietool, versie "
            f"{bewijs.programmaversie}. Het rekent met vaste regels uit een normenkader. Het is geen "
            "kunstmatige intelligentie (AI). Dezelfde antwoorden geven altijd dezelfde uitkomst."
        ),
        Alinea(
            "De consulent heeft per taak vastgelegd wat nodig is, hoe vaak, en wat u zelf of anderen doen. "
            "Het hulpmiddel doet daarmee een voorstel in minuten, met een marge. De consulent weegt dat "
            "voorstel en bepaalt zelf het aantal minuten. Afwijken mag altijd, met een motivering. "
            "Het hulpmiddel vervangt de beoordeling door de consulent niet."
        ),
        Alinea(
            f"Gebruikt is het normenkader {bewijs.kader_naam}, versie {bewijs.kader_versie}, "
            f"uitgegeven door {zaak.kader.kader.uitgever}. {STATUS_ZINNEN[zaak.kader.kader.status]}"
        ),
        *paragraphs(zaak.kader.kader.toelichting, AlineaStijl.KLEIN),
    )


def _profiel(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    voorstel, keuze = zaak.indicatie.profiel, zaak.dossier.weging.profiel
    if not zaak.kader.profielen:
        return (Kop(2, "Profiel"), Alinea("Dit normenkader kent geen profielen.", AlineaStijl.LEEG))
    voorgesteld = zaak.blok_naam(voorstel.blok) if voorstel else "Er is geen profiel voorgesteld."
    return (
        Kop(2, "Profiel"),
        *table_of(
            row("Voorgesteld profiel", voorgesteld),
            row("Gekozen profiel", zaak.blok_naam(keuze) if keuze else ""),
            row(
                "Motivering van de keuze",
                zaak.dossier.weging.profiel_motivering,
                nodig=bool(voorstel and keuze and voorstel.blok != keuze),
            ),
        ),
        *((Lijst(voorstel.redenen),) if voorstel and voorstel.redenen else ()),
    )


def _plus_and_minus(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    keuzes = zaak.dossier.antwoorden.keuzes
    rijen = tuple(
        Rij((factor.naam, zaak.keuze_naam(factor.id, keuzes[factor.id]), _lies_in(factor.van)))
        for factor in zaak.kader.factoren_at(Plaats.DOSSIER)
        if factor.id in keuzes
    )
    kolommen = (Kolom("Factor", 60), Kolom("Keuze", 70), Kolom("Ligt in", 40))
    tabel = (Tabel(kolommen, rijen, "Factoren die voor alle taken tellen"),) if rijen else ()
    tekst = words_of(zaak.dossier, "weging.plussen_en_minnen")
    return (Kop(2, "Plussen en minnen", "Awb art. 3:46"), *tekst, *tabel)


def _lies_in(van: str) -> str:
    return "de cliënt" if van == "client" else "de omgeving"


def _per_taak(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    kop = Kop(2, "Voorstel en besluit per taak")
    if not zaak.indicatie.taken:
        return (kop, Alinea("Er is nog geen taak gekozen.", AlineaStijl.LEEG))
    return (
        kop,
        Alinea(
            "Binnen de marge mag de consulent zelf kiezen. Buiten de marge geeft de consulent een grond en "
            "een motivering. De getallen zijn hier afgerond op één decimaal; de bijlage rekent exact."
        ),
        _taak_table(zaak),
        waterfall(zaak),
        *margin_bars(zaak),
    )


def _taak_table(zaak: Zaak) -> Tabel:
    kolommen = (
        Kolom("Taak", 46),
        Kolom("Blok", 12),
        Kolom("Factoren", 48),
        Kolom("Voorstel", 17, True),
        Kolom("Marge", 22, True),
        Kolom("Besluit consulent", 25, True),
    )
    rijen = [rij for leefgebied in zaak.kader.leefgebied_by_id for rij in _group(zaak, leefgebied)]
    return Tabel(kolommen, (*rijen, _sum_row(zaak)), "Netto minuten per week, per taak")


def _group(zaak: Zaak, leefgebied: str) -> tuple[Rij, ...]:
    taken = taken_of(zaak, leefgebied)
    if not taken:
        return ()
    tussenkop = Rij((zaak.leefgebied_naam(leefgebied),), soort=RijSoort.TUSSENKOP)
    return (tussenkop, *(_taak_row(zaak, uitkomst) for uitkomst in taken))


def _taak_row(zaak: Zaak, uitkomst: TaakUitkomst) -> Rij:
    voorstel, marge = _voorstel_cells(uitkomst)
    cellen = (
        uitkomst.naam,
        uitkomst.blok or NOG_OPEN,
        _factoren(zaak, uitkomst),
        voorstel,
        marge,
        _besluit(uitkomst),
    )
    return Rij(cellen, toelichting=_motivering(uitkomst))


def _voorstel_cells(uitkomst: TaakUitkomst) -> tuple[str, str]:
    if isinstance(uitkomst.voorstel, Voorstel):
        omvang = uitkomst.voorstel.omvang
        return show_minutes(omvang.richt), show_marge(omvang)
    return without_voorstel(uitkomst), ""


def _factoren(zaak: Zaak, uitkomst: TaakUitkomst) -> str:
    """Return the factoren asked at the taak or its leefgebied; those of the dossier have their own table."""
    taak = zaak.kader.taak_by_id[uitkomst.taak]
    gekozen = chosen_for(zaak.kader, zaak.dossier.antwoorden, taak, zaak.antwoord(uitkomst))
    return "\n".join(
        f"{factor.naam}: {zaak.keuze_naam(factor.id, gekozen[factor.id]).lower()}"
        for factor in zaak.kader.factoren
        if factor.gevraagd_bij is not Plaats.DOSSIER and factor.id in gekozen
    )


def _besluit(uitkomst: TaakUitkomst) -> str:
    if uitkomst.stand is BesluitStand.OPEN:
        return NOG_OPEN
    if uitkomst.stand is BesluitStand.VERLOPEN:
        return "opnieuw bekijken"
    match uitkomst.besluit:
        case Overnemen():
            return f"{show_minutes(uitkomst.besluit.minuten_per_week)}\novergenomen"
        case BinnenMarge():
            return f"{uitkomst.besluit.minuten_per_week}\nbinnen marge"
        case Afwijken():
            return f"{uitkomst.besluit.minuten}\nafgeweken"
        case None:
            return NOG_OPEN


def _motivering(uitkomst: TaakUitkomst) -> str:
    if not isinstance(uitkomst.besluit, Afwijken):
        return ""
    motivering = uitkomst.besluit.motivering.strip()
    return f"Motivering: {motivering}" if len(motivering) <= KORT else "Motivering: zie onderdeel 10."


def _sum_row(zaak: Zaak) -> Rij:
    omvangen = [u.voorstel.omvang for u in zaak.indicatie.taken if isinstance(u.voorstel, Voorstel)]
    geteld = [u.minuten_per_week for u in zaak.indicatie.taken if u.minuten_per_week is not None]
    cellen = (
        "Samen per week",
        "",
        "",
        show_minutes(sum(omvang.richt for omvang in omvangen)),
        show_marge(zaak.indicatie.marge_per_week),
        show_minutes(sum(geteld)),
    )
    return Rij(cellen, soort=RijSoort.TOTAAL)
