"""The verslag of a session: sealed with kader, program and date, and written durably.

Comes in: a Session. Goes out: a PDF file, a concept as long as anything is missing.
"""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from indicatietool import __version__
from indicatietool.domain.indicatie import Verantwoording
from indicatietool.session.checks import missing
from indicatietool.session.session import Session
from indicatietool.store.atomic import write_durably
from indicatietool.store.dossiers import dossier_to_json

if TYPE_CHECKING:
    from indicatietool.verslag.blocks import Verslag


def account_for(session: Session) -> Verantwoording:
    """Return the Verantwoording of a session as it stands now."""
    kop, indicatie = session.kader.kader, session.indicatie
    return Verantwoording(
        dossier=session.dossier.nummer,
        kader_id=kop.id,
        kader_naam=kop.naam,
        kader_versie=kop.versie,
        kader_status=str(kop.status),
        kader_sha256=session.geladen.sha256,
        dossier_sha256=hashlib.sha256(dossier_to_json(session.dossier)).hexdigest(),
        programmaversie=__version__,
        datum=session.vandaag,
        minuten_per_maand=indicatie.minuten_per_maand,
        status=indicatie.status,
    )


def compose_report(session: Session) -> "Verslag":
    """Return the verslag as blocks: a concept that says what is missing, or definitive."""
    from indicatietool.verslag.content import compose  # with its renderer only when a verslag is made

    gaps = missing(session.kader, session.dossier, session.indicatie)
    return compose(
        session.kader,
        session.dossier,
        session.indicatie,
        account_for(session),
        tuple(gemis.tekst for gemis in gaps),
        session.geladen.watermerk_reden,
    )


def write_report(session: Session, pad: Path) -> None:
    """Write the verslag as PDF.

    Raises:
        VerslagError: it can't be laid out.
        OpslagError: it can't be written there.
    """
    from indicatietool.verslag.pdf import render_pdf

    write_durably(pad, render_pdf(compose_report(session)))
