"""Part 2: the number first, then what it means; and the sentences about the number that versions share."""

from fractions import Fraction

from indicatietool.domain.tekst import show_hours, show_minutes
from indicatietool.engine.looptijd import duration
from indicatietool.verslag.blocks import Alinea, Nadrukblok, VerslagBlok
from indicatietool.verslag.invulling import row, rows, table_of
from indicatietool.verslag.onderdelen.looptijd import fase_table
from indicatietool.verslag.zaak import Zaak

MEER_OF_MINDER = (
    "U mag zelf vragen om tijdelijk minder begeleiding. De aanbieder mag niet uit zichzelf minder "
    "begeleiding geven dan u nodig heeft."
)
DIRECTE_TIJD = (
    "De minuten zijn directe tijd: de tijd waarin de begeleider met u of voor u aan het werk is. "
    "Reistijd en de eigen administratie van de aanbieder tellen niet mee."
)
NOG_GEEN_BESCHIKKING = (
    "Dit verslag is de schriftelijke weergave van het onderzoek. Het is nog geen beschikking. "
    "Die krijgt u apart, nadat u een aanvraag heeft gedaan."
)


def samenvatting(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the number of minutes, the product, the dates and what they mean."""
    return (
        number_block(zaak),
        *table_of(
            row(
                "Product",
                zaak.product_naam(zaak.dossier.weging.product or ""),
                nodig=bool(zaak.kader.producten),
            ),
            *rows(
                zaak.dossier,
                "weging.leveringsvorm",
                "weging.ingangsdatum",
                "weging.einddatum",
                "weging.eerste_evaluatie",
            ),
        ),
        *((fase_table(zaak),) if zaak.heeft_fasen else ()),
        Alinea(_maximum(zaak)),
        Alinea(MEER_OF_MINDER),
        Alinea(DIRECTE_TIJD),
        Alinea(NOG_GEEN_BESCHIKKING),
    )


def number_block(zaak: Zaak) -> Nadrukblok:
    """Return the number of minutes per month with what it is per week and over the whole duration."""
    return Nadrukblok(
        boven="Voorlopige uitkomst, kan nog veranderen" if zaak.is_voorlopig else "Indicatie begeleiding",
        getal=f"{zaak.indicatie.minuten_per_maand} minuten per maand",
        regels=(per_week(zaak), *total_over(zaak)),
    )


def per_week(zaak: Zaak) -> str:
    """Return what the minutes per month are on average per week."""
    gemiddeld = average_per_week(zaak, zaak.indicatie.minuten_per_maand)
    return f"Dat is gemiddeld {show_minutes(gemiddeld)} minuten per week (ongeveer {show_hours(gemiddeld)})."


def average_per_week(zaak: Zaak, minuten_per_maand: int) -> Fraction:
    """Return minutes per month as minutes per week, exact, by the kader's own conversion."""
    return Fraction(minuten_per_maand) / zaak.kader.rekenwijze.weken_per_maand


def total_over(zaak: Zaak) -> tuple[str, ...]:
    """Return the total over the whole duration, fases and temporary lines included; nothing without dates.

    Bron: eisen 27 en 28.
    """
    totaal = zaak.duurtotaal
    if totaal is None:
        return ()
    samen = f"{totaal.minuten} minuten ({show_hours(totaal.minuten)})"
    if zaak.is_totaal:
        return (f"De indicatie geldt als totaal voor {how_long(zaak)}: {samen}.",)
    return (f"Over {how_long(zaak)} is dat samen {samen}.",)


def how_long(zaak: Zaak) -> str:
    """Return the duration of all lines in words."""
    eerste, laatste = min(lijn.van for lijn in zaak.lijnen), max(lijn.tot for lijn in zaak.lijnen)
    looptijd = duration(eerste, laatste)
    maanden = "1 maand" if looptijd.maanden == 1 else f"{looptijd.maanden} maanden"
    dagen = "1 dag" if looptijd.dagen == 1 else f"{looptijd.dagen} dagen"
    delen = [deel for aantal, deel in ((looptijd.maanden, maanden), (looptijd.dagen, dagen)) if aantal]
    return f"de hele looptijd van {' en '.join(delen)}"


def _maximum(zaak: Zaak) -> str:
    if zaak.is_totaal:
        return (
            "De indicatie geldt als totaal voor de hele looptijd. U kunt de minuten over de maanden "
            "verdelen. Er kan niet meer worden gegeven dan het totaal."
        )
    return (
        "Dit is het hoogste aantal minuten in een kalendermaand. Minuten die u niet gebruikt, gaan niet "
        "mee naar de volgende maand."
    )
