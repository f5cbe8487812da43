"""Cliëntversie, first: the number, what it is per week, and what it means."""

from indicatietool.domain.dossier import Leveringsvorm
from indicatietool.domain.schaal import Richting
from indicatietool.domain.tekst import show_hours
from indicatietool.verslag.blocks import Alinea, Kolom, Lijst, Nadrukblok, Rij, Tabel, VerslagBlok
from indicatietool.verslag.invulling import row, show_date, table_of
from indicatietool.verslag.onderdelen.looptijd import name_of_line
from indicatietool.verslag.onderdelen.samenvatting import average_per_week, how_long
from indicatietool.verslag.zaak import Zaak

AARD = {
    Richting.ONTWIKKEL: "U leert nieuwe dingen. Daarna kunt u meer zelf of met minder hulp.",
    Richting.BEHOUD: "De begeleiding houdt uw situatie stabiel. Zo houdt u wat u heeft bereikt.",
}
LEVERING = {
    Leveringsvorm.ZIN: "De gemeente regelt een aanbieder voor u.",
    Leveringsvorm.PGB: "U krijgt een budget en regelt de hulp zelf (pgb).",
}
GEEN_BEGELEIDING = "Uit het onderzoek blijkt dat er geen begeleiding van de gemeente nodig is."
PER_MAAND = (
    "Dit is het hoogste aantal minuten in een kalendermaand.",
    "Minuten die u niet gebruikt, gaan niet mee naar de volgende maand.",
)
TOTAAL = (
    "Dit is het hoogste aantal minuten voor de hele looptijd.",
    "U kunt de minuten over de maanden verdelen.",
)
ALTIJD = (
    "U spreekt met uw begeleider af wanneer de begeleiding er is.",
    "U mag zelf vragen om een tijd minder begeleiding.",
    "De aanbieder mag niet uit zichzelf minder begeleiding geven dan u nodig heeft.",
    "De minuten zijn tijd met u of voor u. Reistijd van de begeleider telt niet mee.",
)
WISSELEND = "Het aantal minuten is niet steeds gelijk. In de tabel ziet u wat wanneer geldt."
EXTRA = "Tijdelijk extra begeleiding komt boven op de andere minuten."


def getal(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the number and what it means for the client."""
    if not zaak.indicatie.minuten_per_maand and not zaak.is_voorlopig:
        return (Alinea(GEEN_BEGELEIDING),)
    return (
        _number(zaak),
        *_periods(zaak),
        *table_of(
            row("Wat voor begeleiding", _kind(zaak), nodig=False),
            row("Product", zaak.product_naam(zaak.dossier.weging.product or ""), nodig=False),
            row("Begint op", show_date(zaak.dossier.weging.ingangsdatum), nodig=False),
            row("Stopt na", show_date(zaak.dossier.weging.einddatum), nodig=False),
            row("Hoe u de hulp krijgt", _delivery(zaak), nodig=False),
        ),
        Lijst((*(TOTAAL if zaak.is_totaal else PER_MAAND), *ALTIJD)),
    )


def _number(zaak: Zaak) -> Nadrukblok:
    boven = "Dit aantal kan nog veranderen" if zaak.is_voorlopig else "Zoveel begeleiding heeft u nodig"
    maand = zaak.indicatie.minuten_per_maand
    week = f"Dat is ongeveer {show_hours(average_per_week(zaak, maand))} per week."
    if zaak.is_totaal and zaak.duurtotaal is not None:
        uitleg = (f"Dat is voor {how_long(zaak)}.", f"Dat is gemiddeld {maand} minuten per maand.", week)
        return Nadrukblok(boven, f"{zaak.duurtotaal.minuten} minuten in totaal", uitleg)
    return Nadrukblok(boven, f"{maand} minuten per maand", (week,))


def _periods(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    if not zaak.heeft_fasen:
        return ()
    kolommen = (
        Kolom("Periode", 50),
        Kolom("Van", 22),
        Kolom("Tot en met", 22),
        Kolom("Minuten per maand", 34, True),
        Kolom("Ongeveer per week", 42, True),
    )
    rijen = tuple(
        Rij(
            (
                name_of_line(lijn),
                show_date(lijn.van),
                show_date(lijn.tot),
                str(lijn.minuten_per_maand),
                show_hours(average_per_week(zaak, lijn.minuten_per_maand)),
            )
        )
        for lijn in zaak.lijnen
    )
    extra = (Alinea(EXTRA),) if zaak.dossier.tijdelijke_lijnen else ()
    return (Alinea(WISSELEND), Tabel(kolommen, rijen), *extra)


def _kind(zaak: Zaak) -> str:
    blok = zaak.kader.blok_by_code.get(zaak.dossier.weging.profiel or "")
    return AARD[blok.richting] if blok and blok.richting else ""


def _delivery(zaak: Zaak) -> str:
    vorm = zaak.dossier.weging.leveringsvorm
    return LEVERING[vorm] if vorm else ""
