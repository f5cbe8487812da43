"""Parts 4 and 5: the client's own words, then the situation, needs and wishes."""

from indicatietool.verslag.blocks import AlineaStijl, VerslagBlok
from indicatietool.verslag.invulling import field, words_of
from indicatietool.verslag.zaak import Zaak


def hulpvraag(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return what the client asks, as the client says it."""
    return words_of(zaak.dossier, "hulpvraag.eigen_woorden", AlineaStijl.CITAAT)


def situatie(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the situation, the needs and wishes, how much the client can bear, and earlier help."""
    return (
        *field(zaak.dossier, "hulpvraag.situatie"),
        *field(zaak.dossier, "hulpvraag.behoeften"),
        *field(zaak.dossier, "hulpvraag.belastbaarheid"),
        *field(zaak.dossier, "hulpvraag.hulpgeschiedenis"),
    )
