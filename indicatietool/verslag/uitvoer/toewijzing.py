"""The toewijzingsblok: an indicatie as lines that the backoffice can turn into a toewijzing.

Comes in: a Zaak and the day on which the toewijzing is established. Goes out: a Toewijzingsblok, or a
VerslagError with all that stands in the way. Holds no name, address or BSN.

Bron: domein/iwmo.md; iWmo 3.2 rules OP003, OP033x1, OP043, OP257, OP259, OP298, OP380, IV013 and IV078.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from indicatietool.domain.dossier import Leveringsvorm, SoortOnderzoek
from indicatietool.domain.kalender import shifted
from indicatietool.domain.normenkader import KaderStatus
from indicatietool.domain.tijdlijn import LijnSoort, Toewijzingslijn
from indicatietool.engine.tijdlijn import gaps_in_time, total_of
from indicatietool.errors import VerslagError
from indicatietool.verslag.invulling import show_date
from indicatietool.verslag.uitvoer.iwmo import (
    MINUUT,
    PER_MAAND,
    TOTAAL,
    ToegewezenOmvang,
    Toewijzingsregel,
    objections,
)
from indicatietool.verslag.zaak import Zaak

VERLENGING, ANDERE_OMVANG, NIEUWE_BEKOSTIGING = "04", "05", "10"
REDEN_OUDE_REGEL = {
    SoortOnderzoek.HERINDICATIE: ANDERE_OMVANG,
    SoortOnderzoek.HERZIENING: ANDERE_OMVANG,
    SoortOnderzoek.OMZETTING: NIEUWE_BEKOSTIGING,
}
"""Why the toewijzing of before ends (WMO002); a first onderzoek ends nothing."""


@dataclass(frozen=True, slots=True)
class Beeindiging:
    """Het einde van de toewijzing die er al was; nummer en product daarvan staan in de backoffice."""

    einddatum: date
    reden_wijziging: str
    minuten_per_maand: int | None = None


@dataclass(frozen=True, slots=True)
class Toewijzingsblok:
    """Alle regels van één toewijzing, met wat er eindigt en waar de backoffice op moet letten."""

    dossier: str
    kader: str
    is_oefening: bool
    regels: tuple[Toewijzingsregel, ...]
    eindigt: Beeindiging | None
    opmerkingen: tuple[str, ...]


def make_toewijzing(zaak: Zaak, toewijzingsdatum: date) -> Toewijzingsblok:
    """Return the toewijzing of a finished indicatie: a line per fase and per temporary line.

    Args:
        zaak: kader, dossier and outcome.
        toewijzingsdatum: the day on which the gemeente establishes it (IV013).

    Raises:
        VerslagError: it may not be made (yet); with every reason and what to do.
    """
    lijnen = zaak.lijnen
    bezwaren = tuple(_obstacles(zaak, lijnen))
    if bezwaren:
        raise VerslagError(_told(zaak, bezwaren))
    regels = tuple(_line(zaak, lijn, toewijzingsdatum) for lijn in lijnen)
    gebroken = tuple(f"{fout.regel}: {fout.tekst}." for regel in regels for fout in objections(regel))
    if gebroken:
        raise VerslagError(_told(zaak, gebroken))
    eindigt = _ending(zaak, min(regel.ingangsdatum for regel in regels))
    return Toewijzingsblok(
        dossier=zaak.dossier.nummer,
        kader=f"{zaak.kader.kader.id} {zaak.kader.kader.versie}",
        is_oefening=zaak.dossier.oefening,
        regels=regels,
        eindigt=eindigt,
        opmerkingen=tuple(dict.fromkeys(_remarks(zaak, lijnen, eindigt, toewijzingsdatum))),
    )


def _obstacles(zaak: Zaak, lijnen: tuple[Toewijzingslijn, ...]) -> Iterator[str]:
    melding, weging = zaak.dossier.melding, zaak.dossier.weging
    if melding.geheim_adres:
        yield (
            "Het adres is geheim. Gegevens van deze cliënt gaan niet via het berichtenverkeer (OP003). "
            "Bel de backoffice of volg de werkwijze voor geheime adressen."
        )
    if zaak.is_voorlopig:
        yield "Het aantal minuten is nog voorlopig. Maak eerst de open vragen en besluiten af."
    match weging.leveringsvorm:
        case None:
            yield "De leveringsvorm is nog niet gekozen. Kies zorg in natura of pgb."
        case Leveringsvorm.PGB:
            yield (
                "De cliënt krijgt een pgb. Dan gaat er geen toewijzing naar een aanbieder (OP043). "
                "Kies zorg in natura als dat niet klopt."
            )
    yield from _product_obstacles(zaak)
    if not lijnen:
        yield "De ingangsdatum of de einddatum ontbreekt. Vul beide in, of voeg fasen toe."


def _product_obstacles(zaak: Zaak) -> Iterator[str]:
    product = zaak.kader.product_by_id.get(zaak.dossier.weging.product or "")
    if not any(product.iwmo_code for product in zaak.kader.producten):
        yield (
            f"Normenkader {zaak.kader.kader.id} {zaak.kader.kader.versie} heeft geen iWmo-productcodes. "
            "Vraag uw beheerder om de codes in het normenkader te zetten."
        )
    elif product is None:
        yield "Het product is nog niet gekozen. Kies het bij de weging."
    elif not product.iwmo_code:
        yield f"Product {product.naam} heeft in dit normenkader geen iWmo-productcode. Vraag uw beheerder."


def _line(zaak: Zaak, lijn: Toewijzingslijn, toewijzingsdatum: date) -> Toewijzingsregel:
    totaal = zaak.is_totaal
    volume = total_of((lijn,)).minuten if totaal else lijn.minuten_per_maand
    verlengt = zaak.dossier.melding.soort_onderzoek is SoortOnderzoek.HERINDICATIE
    return Toewijzingsregel(
        soort=str(lijn.soort),
        productcode=zaak.kader.product_by_id[zaak.dossier.weging.product or ""].iwmo_code,
        toewijzingsdatum=toewijzingsdatum,
        ingangsdatum=lijn.van,
        einddatum=lijn.tot,
        omvang=ToegewezenOmvang(volume, MINUUT, TOTAAL if totaal else PER_MAAND),
        reden_wijziging=VERLENGING if verlengt and lijn.soort is not LijnSoort.TIJDELIJK else "",
    )


def _ending(zaak: Zaak, ingangsdatum: date) -> Beeindiging | None:
    """Return what ends the day before; nothing when there was none or it has ended by then."""
    soort, eerder = zaak.dossier.melding.soort_onderzoek, zaak.dossier.eerder
    reden = REDEN_OUDE_REGEL.get(soort) if soort else None
    dag = shifted(ingangsdatum, -1)
    if reden is None or dag is None:
        return None
    if eerder and eerder.einddatum and eerder.einddatum <= dag:
        return None
    return Beeindiging(dag, reden, eerder.minuten_per_maand if eerder else None)


def _remarks(
    zaak: Zaak, lijnen: tuple[Toewijzingslijn, ...], eindigt: Beeindiging | None, vandaag: date
) -> Iterator[str]:
    if zaak.dossier.oefening:
        yield "OEFENING: dit is een verzonnen casus. Voer deze regels niet in."
    if zaak.kader.kader.status is not KaderStatus.VASTGESTELD or zaak.bezwaar:
        yield "De norm is niet vastgesteld of niet ondertekend. Gebruik deze regels niet voor een besluit."
    totaal = zaak.is_totaal
    if eindigt is not None:
        yield from _about_ending(eindigt, totaal)
    if not totaal:
        yield from _broken_months(lijnen)
        yield from _could_be_extended(zaak, lijnen, vandaag)
    yield from _stacked(lijnen, totaal)
    for van, tot in gaps_in_time(zaak.dossier):
        yield f"Van {show_date(van)} tot en met {show_date(tot)} is er geen fase en dus geen toewijzing."
    if any(lijn.minuten_per_maand == 0 for lijn in lijnen):
        yield "Een regel met 0 minuten wijst niets toe. Laat hem weg, of zet er minuten in."


def _about_ending(eindigt: Beeindiging, totaal: bool) -> Iterator[str]:
    yield (
        f"Loopt er nog een toewijzing? Beëindig die op {show_date(eindigt.einddatum)} met reden "
        f"{eindigt.reden_wijziging}, in overleg met de aanbieder. Wijs daarna de nieuwe regels toe (OP257)."
    )
    if totaal:
        yield (
            "Is de oude toewijzing ook een totaal (frequentie 6) voor hetzelfde product? Dan mag u daarin "
            "het volume aanpassen (OP033x1). Verlagen kan alleen als de aanbieder instemt (OP298)."
        )


def _broken_months(lijnen: tuple[Toewijzingslijn, ...]) -> Iterator[str]:
    for lijn in lijnen:
        na = shifted(lijn.tot, 1)
        if lijn.van.day != 1 or (na is not None and na.day != 1):
            yield (
                "Een regel begint of eindigt midden in een maand. In die maand mogen toch alle minuten "
                "worden gedeclareerd (IV078). Begin liever op de eerste dag van een maand."
            )


def _could_be_extended(zaak: Zaak, lijnen: tuple[Toewijzingslijn, ...], vandaag: date) -> Iterator[str]:
    eerder = zaak.dossier.eerder
    verlenging = zaak.dossier.melding.soort_onderzoek is SoortOnderzoek.HERINDICATIE
    if not verlenging or eerder is None or eerder.einddatum is None or eerder.einddatum < vandaag:
        return
    if len(lijnen) == 1 and lijnen[0].minuten_per_maand == eerder.minuten_per_maand:
        yield (
            "Het aantal minuten blijft gelijk en de oude toewijzing loopt nog. Blijft ook het product "
            f"gelijk? Verleng dan de oude toewijzing tot en met {show_date(lijnen[0].tot)} met reden "
            f"{VERLENGING}. Maak dan geen nieuwe regel (OP380)."
        )


def _stacked(lijnen: tuple[Toewijzingslijn, ...], totaal: bool) -> Iterator[str]:
    """Yield what to do where two lines of one product share days: that may not go to one aanbieder."""
    for nummer, eerste in enumerate(lijnen):
        for tweede in lijnen[nummer + 1 :]:
            van, tot = max(eerste.van, tweede.van), min(eerste.tot, tweede.tot)
            if van > tot:
                continue
            samen = eerste.minuten_per_maand + tweede.minuten_per_maand
            optellen = "tel ze op in één regel" if totaal else f"wijs dan één regel van {samen} minuten toe"
            yield (
                f"Van {show_date(van)} tot en met {show_date(tot)} lopen twee regels van hetzelfde product. "
                f"Gaan ze naar dezelfde aanbieder, {optellen} voor die dagen (OP259)."
            )


def _told(zaak: Zaak, redenen: tuple[str, ...]) -> str:
    kop = f"Van dossier {zaak.dossier.nummer} is nog geen toewijzing te maken."
    return "\n".join((kop, *(f"  - {reden}" for reden in redenen)))
