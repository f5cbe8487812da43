"""Cliëntversie: what the client told, first in the client's own words."""

from indicatietool.verslag.blocks import AlineaStijl, VerslagBlok
from indicatietool.verslag.onderdelen.client.woorden import told
from indicatietool.verslag.zaak import Zaak


def verhaal(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the question, the situation, the wishes and earlier help.

    Bron: Wmo 2015 art. 2.3.2 lid 4 onder a.
    """
    return (
        *told(zaak, "Uw vraag", "hulpvraag.eigen_woorden", AlineaStijl.CITAAT),
        *told(zaak, "Uw situatie", "hulpvraag.situatie"),
        *told(zaak, "Wat u belangrijk vindt", "hulpvraag.behoeften"),
        *told(zaak, "Wat u aankunt", "hulpvraag.belastbaarheid"),
        *told(zaak, "Hulp die u eerder had", "hulpvraag.hulpgeschiedenis"),
        *told(zaak, "Hoe uw eigen plan is gebruikt", "melding.persoonlijk_plan_gebruikt"),
    )
