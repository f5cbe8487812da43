"""Making a dossier definitief, and opening it again with a reason.

Comes in: a session. Goes out: a sealed version in the kluis, with the Verantwoording that every verslag of it
carries.
"""

from indicatietool.domain.indicatie import Verantwoording
from indicatietool.errors import InvoerError
from indicatietool.session.checks import missing
from indicatietool.session.session import Session
from indicatietool.session.verantwoording import account_for, to_json


def make_definitief(session: Session) -> Verantwoording:
    """Seal the dossier as it is now; from here on it can only be looked at.

    Raises:
        InvoerError: something is still missing, or the dossier is in no kluis.
        ConflictError: it is definitief already.
    """
    gaps = missing(session.kader, session.dossier, session.indicatie)
    if gaps:
        meer = f" Er is nog meer: {len(gaps) - 1}." if len(gaps) > 1 else ""
        raise InvoerError(f"Het dossier is nog niet compleet. {gaps[0].tekst}{meer}")
    verantwoording = account_for(session)
    session.bewaring.seal(to_json(verantwoording))
    return verantwoording


def reopen(session: Session, waarom: str) -> None:
    """Open a definitief dossier again; the sealed version stays.

    Raises:
        InvoerError: no reason was given.
        ConflictError: it is not definitief.
    """
    if not waarom.strip():
        raise InvoerError("Schrijf op waarom u dit dossier heropent.")
    session.bewaring.reopen(waarom)
