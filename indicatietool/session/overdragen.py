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
from indicatietool.errors import ConflictError, DossierError, InvoerError, OverdrachtError, WachtwoordError
from indicatietool.session.desk import Desk
from indicatietool.session.herkomst import Herkomst, origin_of
from indicatietool.session.kaart import card_of
from indicatietool.session.session import Session
from indicatietool.store.atomic import is_there
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
from indicatietool.store.overdracht.vorm import MAX_FILE
from indicatietool.store.reading import read_bytes


@dataclass(frozen=True, slots=True)
class Binnengekomen:
    """Een dossier dat is opgenomen: het nummer hier, het nummer in het bestand en wat u moet weten."""

    nummer: str
    nummer_in_bestand: str
    herkomst: tuple[str, ...] = ()
    """Sentences about what the file says of before: whether it was definitief, and its history."""


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
    require_new_file(naar)
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


def require_new_file(naar: Path) -> None:
    """Refuse a name that is taken, or that is no name for a file to hand over.

    Raises:
        InvoerError: another kind of name, or the file is there already.
    """
    if naar.suffix.lower() != SUFFIX:
        raise InvoerError(f"Een overdrachtsbestand heet iets dat eindigt op {SUFFIX}. Kies zo'n naam.")
    if is_there(naar):
        raise InvoerError(f"{naar.name}: dit bestand is er al, en dat blijft zo. Kies een andere naam.")


def take_in(
    desk: Desk, pad: Path, wachtwoord: str | None = None, *, met_kader: bool = False
) -> Binnengekomen:
    """Put the dossier of a file in the kluis; its nummer changes where that is taken.

    It is a concept with one event, whatever it was elsewhere: docs/adr/0014-inlezen.md.

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
    pakket = None
    if pad.suffix.lower() == SUFFIX:
        pakket = read_overdracht(pad, wachtwoord)
        dossier, geladen = pakket.dossier, _kader_for(desk, pakket, met_kader=met_kader)
    else:
        dossier = read_dossier(pad)
        geladen = desk.kaders.load(desk.kaders.find_for(dossier))
    check_fit(geladen, dossier)
    nieuw = dossier.with_changes(nummer=_free_nummer(desk, kluis, dossier), kader=geladen.verwijzing)
    indicatie = indicate(geladen.kader, nieuw)
    herkomst = Herkomst()
    if pakket is not None:
        sha256 = hashlib.sha256(read_bytes(pad, OverdrachtError, MAX_FILE)).hexdigest()
        herkomst = origin_of(pakket, sha256, indicatie.minuten_per_maand)
    kaart = card_of(geladen.kader, nieuw, indicatie)
    kluis.begin(nieuw, kaart, soort=GebeurtenisSoort.INGELEZEN, waarom=herkomst.regel)
    return Binnengekomen(nieuw.nummer, dossier.nummer, herkomst.zinnen)


def is_practice(pad: Path) -> bool:
    """Tell whether a file holds a practice case; an encrypted file does not show that and counts as none.

    Raises:
        IntegriteitError, NieuwereVersieError, BestandError, OpslagError: the file can't be used.
    """
    try:
        return read_overdracht(pad).dossier.oefening
    except WachtwoordError:
        return False


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
