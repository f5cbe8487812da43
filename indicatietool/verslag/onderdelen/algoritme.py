"""Part 9, first: that a tool was used, how it reckons and what it does not do."""

from indicatietool.domain.normenkader import KaderStatus
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kop, VerslagBlok
from indicatietool.verslag.invulling import paragraphs
from indicatietool.verslag.zaak import Zaak

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


def algoritme(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the paragraphs about the tool, the facts it was given and the normenkader it used.

    Bron: Awb art. 3:46 en 3:47; Algoritmekader awb-02; eis 8.
    """
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
            "Het is een hulpmiddel, geen vervanging van professionele beoordeling."
        ),
        Alinea(
            f"Gebruikt is het normenkader {bewijs.kader_naam}, versie {bewijs.kader_versie}, "
            f"uitgegeven door {zaak.kader.kader.uitgever}. {STATUS_ZINNEN[zaak.kader.kader.status]}"
        ),
        *paragraphs(zaak.kader.kader.toelichting, AlineaStijl.KLEIN),
    )
