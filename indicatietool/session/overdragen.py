"""A dossier that leaves for a colleague or an archive, and one that arrives.

Comes in: a session, or a file from outside. Goes out: a `.indicatie` file, or a dossier in the kluis under a
nummer that is free. Window and command line hand over in the same way.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kluis import GebeurtenisSoort
from indicatietool.engine.total import indicate
from indicatietool.errors import ConflictError, DossierError, InvoerError
from indicatietool.session.desk import Desk
from indicatietool.session.kaart import card_of
from indicatietool.session.session import Session
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.kluis import Kluis
from indicatietool.store.normenkaders import GeladenKader, check_fit
from indicatietool.store.overdracht import (
    SUFFIX,
    Pakket,
    kader_files,
    kader_of,
    read_overdracht,
    unpacked_kader,
    write_overdracht,
)


@dataclass(frozen=True, slots=True)
class Binnengekomen:
    """Een dossier dat is opgenomen: het nummer hier, en het nummer in het bestand."""

    nummer: str
    nummer_in_bestand: str


def hand_over(session: Session, naar: Path, wachtwoord: str | None = None) -> None:
    """Write the dossier with its kader, proof and history to a file; the dossier itself stays.

    Args:
        session: the dossier; what was not saved yet is saved first.
        naar: a new file whose name ends in .indicatie.
        wachtwoord: encrypts the file; without it anyone who has the file can read it.

    Raises:
        InvoerError: another kind of name, or the file is there already.
        OpslagError: it can't be written.
    """
    if naar.suffix.lower() != SUFFIX:
        raise InvoerError(f"Een overdrachtsbestand heet iets dat eindigt op {SUFFIX}. Kies zo'n naam.")
    if naar.exists():
        raise InvoerError(f"{naar.name}: dit bestand is er al, en dat blijft zo. Kies een andere naam.")
    session.save()
    zegel = session.bewaring.sealed()
    pakket = Pakket.of(
        session.dossier,
        kader_files(session.geladen),
        zegel.verantwoording if zegel is not None else None,
        session.bewaring.history(),
    )
    inhoud = write_overdracht(naar, pakket, wachtwoord)
    session.bewaring.log("overgedragen", hashlib.sha256(inhoud).hexdigest())


def take_in(
    desk: Desk, pad: Path, wachtwoord: str | None = None, *, met_kader: bool = False
) -> Binnengekomen:
    """Put the dossier of a file in the kluis; its nummer changes where that is taken.

    Args:
        desk: with an open kluis.
        pad: a `.indicatie` file, or a dossier as JSON.
        wachtwoord: of the file, when it is encrypted.
        met_kader: also read in its normenkader, when that is not on this laptop.

    Raises:
        ConflictError: this very dossier is in the kluis already.
        DossierError: its normenkader is not on this laptop.
        IntegriteitError, WachtwoordError, NieuwereVersieError, BestandError: the file can't be used.
    """
    kluis = desk.kluis
    if kluis is None:
        raise InvoerError("Er is geen kluis open. Open eerst de kluis.")
    if pad.suffix.lower() == SUFFIX:
        pakket = read_overdracht(pad, wachtwoord)
        dossier, geladen = pakket.dossier, _kader_for(desk, pakket, met_kader=met_kader)
    else:
        dossier = read_dossier(pad)
        geladen = desk.kaders.load(desk.kaders.find_for(dossier))
    check_fit(geladen, dossier)
    nieuw = dossier.with_changes(nummer=_free_nummer(desk, kluis, dossier), kader=geladen.verwijzing)
    kaart = card_of(geladen.kader, nieuw, indicate(geladen.kader, nieuw))
    kluis.begin(nieuw, kaart, soort=GebeurtenisSoort.INGELEZEN)
    return Binnengekomen(nieuw.nummer, dossier.nummer)


def _kader_for(desk: Desk, pakket: Pakket, *, met_kader: bool) -> GeladenKader:
    """Return the kader of this laptop where it is here; else the one of the file, once that was agreed to."""
    kader_of(pakket)
    try:
        return desk.kaders.load(desk.kaders.find_for(pakket.dossier))
    except DossierError:
        if not met_kader:
            raise
    with unpacked_kader(pakket) as folder:
        return desk.kaders.read_in(folder)


def _free_nummer(desk: Desk, kluis: Kluis, dossier: Dossier) -> str:
    if not kluis.exists(dossier.nummer):
        return dossier.nummer
    if kluis.load(dossier.nummer) == dossier:
        raise ConflictError(f"Dit dossier staat al in de kluis, als {dossier.nummer}. Er is niets veranderd.")
    return desk.next_nummer()
