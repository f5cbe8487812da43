"""Aanbiedersversie: the question in the client's own words, wishes, agreements for a crisis and peaks."""

from indicatietool.verslag.blocks import Alinea, AlineaStijl, VerslagBlok
from indicatietool.verslag.onderdelen.client.woorden import told
from indicatietool.verslag.zaak import Zaak

VERDER = "Wat u verder moet weten, hoort u van de cliënt zelf. De gemeente geeft alleen door wat nodig is."


def vraag(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return what the aanbieder must know of the client to begin; the rest the client tells."""
    return (
        *told(zaak, "Vraag van de cliënt", "hulpvraag.eigen_woorden", AlineaStijl.CITAAT),
        *told(zaak, "Wensen van de cliënt", "hulpvraag.behoeften"),
        *told(zaak, "Wat de cliënt aankan", "hulpvraag.belastbaarheid"),
        *told(zaak, "Afspraken bij crisis", "oplossingen.crisisafspraken"),
        *told(zaak, "Verwachte pieken", "weging.verwachte_pieken"),
        Alinea(VERDER, AlineaStijl.KLEIN),
    )
