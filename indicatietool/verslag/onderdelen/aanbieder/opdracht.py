"""Aanbiedersversie, first: the number, the product, the days and the periods."""

from indicatietool.domain.dossier import Leveringsvorm
from indicatietool.domain.gemeente import gemeente_naam
from indicatietool.domain.tekst import show_hours, show_minutes
from indicatietool.verslag.blocks import Alinea, LetOp, Lijst, Nadrukblok, VerslagBlok
from indicatietool.verslag.invulling import row, show_date, table_of
from indicatietool.verslag.onderdelen.looptijd import GEEN_FASEN, fase_table
from indicatietool.verslag.onderdelen.samenvatting import average_per_week, how_long
from indicatietool.verslag.zaak import Zaak

PER_MAAND = (
    "Dit is het hoogste aantal minuten in een kalendermaand. Wat niet is gebruikt, gaat niet mee naar de "
    "volgende maand."
)
TOTAAL = "Dit is het hoogste aantal minuten voor de hele looptijd, te verdelen over de maanden."
FLEXIBEL = (
    "De cliënt mag vragen om tijdelijk minder begeleiding. Minder begeleiding op initiatief van de aanbieder "
    "kan niet zonder overleg met de gemeente."
)
DIRECTE_TIJD = (
    "De minuten zijn directe tijd met of voor de cliënt. Reistijd en administratie tellen niet mee."
)
NOG_GEEN_OPDRACHT = (
    "Dit is geen toewijzing. De toewijzing komt van de gemeente, nadat zij op de aanvraag heeft besloten."
)
GEHEIM = (
    "Het adres van de cliënt is geheim",
    "Deel geen adres en stuur geen berichten via het berichtenverkeer. Neem contact op met de gemeente.",
)
LEVERING = {Leveringsvorm.ZIN: "zorg in natura", Leveringsvorm.PGB: "pgb"}


def opdracht(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the size of the begeleiding and the rules for using it."""
    melding, weging = zaak.dossier.melding, zaak.dossier.weging
    return (
        *((LetOp(*GEHEIM),) if melding.geheim_adres else ()),
        _number(zaak),
        *table_of(
            row("Cliënt", melding.client, nodig=False),
            row("Zaaknummer", melding.zaaknummer, nodig=False),
            row("Gemeente", gemeente_naam(melding.gemeente), nodig=False),
            row("Consulent", melding.consulent, nodig=False),
            row("Product", zaak.product_naam(weging.product or ""), nodig=False),
            row("Profiel", zaak.blok_naam(weging.profiel) if weging.profiel else "", nodig=False),
            row("Leveringsvorm", LEVERING[weging.leveringsvorm] if weging.leveringsvorm else "", nodig=False),
            row("Ingangsdatum", show_date(weging.ingangsdatum), nodig=False),
            row("Einddatum", show_date(weging.einddatum), nodig=False),
        ),
        *((fase_table(zaak),) if zaak.heeft_fasen else (Alinea(GEEN_FASEN),)),
        Lijst((TOTAAL if zaak.is_totaal else PER_MAAND, FLEXIBEL, DIRECTE_TIJD, NOG_GEEN_OPDRACHT)),
    )


def _number(zaak: Zaak) -> Nadrukblok:
    boven = "Voorlopige uitkomst, kan nog veranderen" if zaak.is_voorlopig else "Begeleiding"
    maand = zaak.indicatie.minuten_per_maand
    gemiddeld = average_per_week(zaak, maand)
    week = f"Dat is gemiddeld {show_minutes(gemiddeld)} minuten per week (ongeveer {show_hours(gemiddeld)})."
    if zaak.is_totaal and zaak.duurtotaal is not None:
        uitleg = (f"Voor {how_long(zaak)}, gemiddeld {maand} minuten per maand.", week)
        return Nadrukblok(boven, f"{zaak.duurtotaal.minuten} minuten in totaal", uitleg)
    return Nadrukblok(boven, f"{maand} minuten per maand", (week,))
