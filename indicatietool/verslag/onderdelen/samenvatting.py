"""Part 2: the number first, then what it means for the client."""

from fractions import Fraction

from indicatietool.domain.dossier import Weging
from indicatietool.domain.tekst import show_hours, show_minutes
from indicatietool.engine.looptijd import Looptijd, duration
from indicatietool.verslag.blocks import Alinea, Nadrukblok, VerslagBlok
from indicatietool.verslag.invulling import row, rows, table_of
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
    gemiddeld = Fraction(zaak.indicatie.minuten_per_maand) / zaak.kader.rekenwijze.weken_per_maand
    return f"Dat is gemiddeld {show_minutes(gemiddeld)} minuten per week (ongeveer {show_hours(gemiddeld)})."


def total_over(zaak: Zaak) -> tuple[str, ...]:
    """Return the total over the whole months of the looptijd; nothing while a date is missing."""
    looptijd = _looptijd(zaak.dossier.weging)
    if looptijd is None or looptijd.maanden < 1:
        return ()
    maanden, dagen = looptijd.maanden, looptijd.dagen
    totaal = maanden * zaak.indicatie.minuten_per_maand
    duur = "1 hele maand" if maanden == 1 else f"{maanden} hele maanden"
    zin = f"In {duur} is dat samen {totaal} minuten ({show_hours(totaal)})."
    if dagen:
        los = "1 losse dag" if dagen == 1 else f"{dagen} losse dagen"
        zin += f" De looptijd heeft daarnaast {los}, hier niet meegeteld."
    return (zin,)


def whole_total(zaak: Zaak) -> int | None:
    """Return the minutes over the looptijd when that is a number of whole months, else None."""
    looptijd = _looptijd(zaak.dossier.weging)
    if looptijd is None or looptijd.dagen:
        return None
    return looptijd.maanden * zaak.indicatie.minuten_per_maand


def _looptijd(weging: Weging) -> Looptijd | None:
    if weging.ingangsdatum is None or weging.einddatum is None:
        return None
    return duration(weging.ingangsdatum, weging.einddatum)


def _maximum(zaak: Zaak) -> str:
    if zaak.kader.rekenwijze.periode == "totaal":
        return (
            "De indicatie geldt als totaal voor de hele looptijd. U kunt de minuten over de maanden "
            "verdelen. Er kan niet meer worden gegeven dan het totaal."
        )
    return (
        "Dit is het hoogste aantal minuten in een kalendermaand. Minuten die u niet gebruikt, gaan niet "
        "mee naar de volgende maand."
    )
