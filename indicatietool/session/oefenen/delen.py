"""Handing out a practice case as a file: blind for who practises, or with the model for another trainer.

Comes in: a session with a case. Goes out: a `.indicatie` file without wachtwoord, for there is no client in
it. No history, and in a blind file no worked examples of the kader either: those hold model answers.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from indicatietool.domain.dossier import Dossier
from indicatietool.errors import InvoerError
from indicatietool.session.oefenen.begin import blind
from indicatietool.session.overdragen import require_new_file
from indicatietool.session.session import Session
from indicatietool.store.overdracht import Pakket, bare_kader_files, kader_files, write_overdracht


def share_blind(session: Session, naar: Path) -> None:
    """Write a case to a file as it is scored: the story, and no answer of any kind.

    Args:
        session: the case, or a practice dossier that was begun with it.
        naar: a new file whose name ends in .indicatie.

    Raises:
        InvoerError: it is a real dossier or has no case; or the file can't be called so.
        OpslagError: it can't be written.
    """
    casus = session.dossier.oefencasus
    nummer = f"oefening-{casus.kenmerk[:8]}" if casus is not None else session.dossier.nummer
    _write(session, blind(session.dossier, nummer), bare_kader_files(session.geladen), naar)


def share_with_model(session: Session, naar: Path) -> None:
    """Write a case to a file with its answers and reasons, for a trainer or for after the exercise.

    Raises:
        InvoerError: it is a real dossier or holds no model; or the file can't be called so.
        OpslagError: it can't be written.
    """
    if not has_model(session.dossier):
        raise InvoerError("In dit dossier staat geen modelantwoord. Kies de casus zelf bij Oefenen.")
    _write(session, session.dossier, kader_files(session.geladen), naar)


def has_model(dossier: Dossier) -> bool:
    """Tell whether the answers in a dossier are the model of a case."""
    casus = dossier.oefencasus
    return casus is not None and not casus.uitgedeeld and bool(dossier.antwoorden.taken)


def _write(session: Session, dossier: Dossier, kader: Mapping[str, bytes], naar: Path) -> None:
    require_new_file(naar)
    inhoud = write_overdracht(naar, Pakket.of(dossier, kader))
    session.bewaring.log("casus uitgedeeld", hashlib.sha256(inhoud).hexdigest())
