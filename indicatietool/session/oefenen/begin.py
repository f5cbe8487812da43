"""A blind practice dossier: the case as it was told, still to be scored.

Comes in: a case. Goes out: a session that begins with the story only. No model answer goes along.
"""

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.velden import ADVIES
from indicatietool.errors import InvoerError
from indicatietool.session.desk import Desk
from indicatietool.session.oefenen.casussen import Casus, model_of
from indicatietool.session.session import Session

_ANSWERS_IN_MELDING = tuple(veld.naam for groep in ADVIES for veld in groep.velden)
"""What is done with the advice of an aanbieder can only be said once there is a number: it is an answer."""
ZAAKNUMMER = "OEFENING"
"""Stands in place of a zaaknummer: that of a shipped case names the blok of its profiel."""


def begin(desk: Desk, casus: Casus) -> Session:
    """Begin a practice dossier with a case; it is saved at the first change.

    Raises:
        InvoerError: this desk is for real dossiers.
        DossierError: the case can't be read.
    """
    if desk.kluis is not None and not desk.is_practice:
        raise InvoerError("Oefenen doet u in de oefenkluis, niet tussen echte dossiers.")
    model = model_of(desk, casus)
    dossier = blind(model.dossier, desk.next_nummer()).with_changes(gemaakt=desk.vandaag)
    return Session(dossier, model.geladen, desk.kluis, desk.vandaag)


def blind(casus: Dossier, nummer: str) -> Dossier:
    """Return a case as it is scored: melding, hulpvraag and story, and no answer of any kind.

    Args:
        casus: a practice dossier with a case.
        nummer: of the new dossier.

    Raises:
        InvoerError: it is a real dossier, or there is no case in it.
    """
    if not casus.oefening or casus.oefencasus is None:
        raise InvoerError(
            "Dit is geen oefencasus. Alleen een oefendossier met een verhaal kan worden uitgedeeld."
        )
    melding = casus.melding
    leeg = {naam: type(melding).model_fields[naam].default for naam in _ANSWERS_IN_MELDING}
    return Dossier(
        nummer=nummer,
        oefening=True,
        gemaakt=casus.gemaakt,
        kader=casus.kader,
        melding=type(melding)(**{**dict(melding), **leeg, "zaaknummer": ZAAKNUMMER}),
        hulpvraag=casus.hulpvraag,
        eerder=casus.eerder,
        oefencasus=casus.oefencasus.blind(),
    )
