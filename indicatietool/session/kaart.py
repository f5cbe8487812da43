"""The card of a dossier: what the list on the start screen shows, computed when it is saved."""

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie
from indicatietool.domain.kaart import Dossierkaart, DossierStatus, kaart_of
from indicatietool.domain.normenkader import Normenkader
from indicatietool.session.checks import missing
from indicatietool.session.steps import scored


def card_of(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> Dossierkaart:
    """Return the card of a dossier that is not definitief."""
    status = DossierStatus.CONCEPT if missing(kader, dossier, indicatie) else DossierStatus.COMPLEET
    klaar, totaal = scored(indicatie)
    return kaart_of(dossier, status, indicatie.minuten_per_maand, klaar, totaal)
