"""The verslag of a session: sealed with kader, program and date, and written durably.

Comes in: a Session. Goes out: a PDF file, a concept as long as anything is missing.
"""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from indicatietool.domain.versie import Versie
from indicatietool.session.gemeenten import profile_of
from indicatietool.session.recept import Recept, compose_from, make_pdf, recipe_of
from indicatietool.session.session import Session
from indicatietool.store.atomic import write_durably
from indicatietool.store.overdracht import Pakket, kader_files

if TYPE_CHECKING:
    from indicatietool.verslag.blocks import Verslag


def compose_report(session: Session, versie: Versie = Versie.DOSSIER) -> "Verslag":
    """Return the verslag as blocks: a concept that says what is missing, or definitive."""
    return compose_from(_recipe(session, versie), _pakket(session), session.geladen)


def write_report(session: Session, pad: Path, versie: Versie = Versie.DOSSIER) -> None:
    """Write the verslag as PDF, with what is needed to recompute it inside.

    Raises:
        VerslagError: it can't be laid out.
        OpslagError: it can't be written there.
    """
    inhoud = make_pdf(_recipe(session, versie), _pakket(session), session.geladen)
    write_durably(pad, inhoud)
    session.bewaring.log("verslag gemaakt", hashlib.sha256(inhoud).hexdigest())


def _recipe(session: Session, versie: Versie) -> Recept:
    """Return how to make it, in the house style of the gemeente."""
    geladen = profile_of(session.dossier.melding.gemeente)
    if geladen is None:
        return recipe_of(session, versie)
    return recipe_of(session, versie, geladen.profiel, geladen.logo)


def _pakket(session: Session) -> Pakket:
    return Pakket.of(session.dossier.without_bsn(), kader_files(session.geladen))
