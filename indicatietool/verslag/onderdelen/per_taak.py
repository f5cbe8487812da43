"""Part 9: voorstel, marge and besluit per taak, as a figure and as the table below it."""

from indicatietool.domain.besluit import Afwijken, BinnenMarge, Overnemen
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
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
from indicatietool.verslag.onderdelen.figuren import margin_bars, waterfall
from indicatietool.verslag.onderdelen.nummers import Deel
from indicatietool.verslag.onderdelen.uitkomst import NOG_OPEN, show_marge, taken_of, without_voorstel
from indicatietool.verslag.zaak import Zaak

MEER_OF_MINDER = (
    "De minuten volgen uit wat er per taak nodig is en hoe vaak, min wat u zelf of anderen doen. De marge "
    "laat zien hoeveel ruimte de norm geeft. Minder dan de marge dekt volgens de norm niet wat nodig is, en "
    "meer dan de marge vraagt om een reden die bij u past."
)
KORT = 400
"""Longest motivering, in characters, that fits in the table; a longer one stands in its own part only."""


def per_taak(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the taken with their marge in a figure and a table, then from bruto to the total likewise."""
    kop = Kop(2, "Voorstel en besluit per taak")
    if not zaak.indicatie.taken:
        return (kop, Alinea("Er is nog geen taak gekozen.", AlineaStijl.LEEG))
    return (
        kop,
        Alinea(
            "Binnen de marge mag de consulent zelf kiezen. Buiten de marge geeft de consulent een grond en "
            "een motivering. De getallen zijn hier afgerond op één decimaal; de bijlage rekent exact."
        ),
        *margin_bars(zaak),
        _taak_table(zaak),
        *_more_or_less(zaak),
        *waterfall(zaak),
    )


def _more_or_less(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return per leefgebied where the chosen minutes lie beside the voorstel and its marge."""
    regels = tuple(
        _beside_marge(zaak, leefgebied)
        for leefgebied in zaak.kader.leefgebied_by_id
        if taken_of(zaak, leefgebied)
    )
    return (Kop(2, "Waarom niet meer of minder", "Awb art. 3:46"), Alinea(MEER_OF_MINDER), Lijst(regels))


def _beside_marge(zaak: Zaak, leefgebied: str) -> str:
    gekozen, omvang = zaak.indicatie.within(leefgebied)
    if gekozen > omvang.max:
        waar = f"boven de marge; de motivering staat in onderdeel {Deel.AFWIJKING}"
    elif gekozen < omvang.min:
        waar = f"onder de marge; de motivering staat in onderdeel {Deel.AFWIJKING}"
    else:
        waar = "binnen de marge"
    return (
        f"{zaak.leefgebied_naam(leefgebied)}: {show_minutes(gekozen)} minuten per week, {waar}. "
        f"Voorstel {show_minutes(omvang.richt)}, marge {show_marge(omvang)}."
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
    return (
        f"Motivering: {motivering}"
        if len(motivering) <= KORT
        else f"Motivering: zie onderdeel {Deel.AFWIJKING}."
    )


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
