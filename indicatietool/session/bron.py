"""A dossier from a file with the kader it was scored with: a `.indicatie` file, or JSON beside a kader.

Comes in: a path. Goes out: a Bron, to compute with in memory. Saves and installs nothing.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from indicatietool.errors import DossierError
from indicatietool.session.kaders import Kaders
from indicatietool.session.session import Session
from indicatietool.store.dossiers import dossier_from_json, dossier_to_json
from indicatietool.store.kluis.canoniek import sha256_of
from indicatietool.store.normenkaders import KADER_FILE, GeladenKader, check_fit
from indicatietool.store.overdracht import SUFFIX, Pakket, kader_files, kader_of, read_overdracht
from indicatietool.store.reading import read_bytes


@dataclass(frozen=True, slots=True)
class Bron:
    """Een dossier uit een bestand, met het normenkader dat erbij hoort."""

    pakket: Pakket
    geladen: GeladenKader

    def session(self, vandaag: date) -> Session:
        """Return a session in memory only."""
        return Session(self.pakket.dossier, self.geladen, None, vandaag)


def read_bron(
    pad: Path, kaders: Kaders, kader: Path | None = None, wachtwoord: str | None = None, sha256: str = ""
) -> Bron:
    """Return the dossier in a file with its kader.

    Args:
        pad: a `.indicatie` file, or a dossier as JSON.
        kaders: the normenkaders on this laptop, for a dossier as JSON.
        kader: the folder of the kader, when it is not one of those.
        wachtwoord: of an encrypted `.indicatie` file.
        sha256: the fingerprint it should have. An older program wrote JSON otherwise: bytes with this
            fingerprint are kept as they are.

    Raises:
        BestandError: the file can't be used, or does not fit the kader.
        WachtwoordError, IntegriteitError, NieuwereVersieError: as `read_overdracht` says.
    """
    if pad.suffix.lower() == SUFFIX:
        pakket = read_overdracht(pad, wachtwoord)
        return Bron(pakket, kader_of(pakket))
    inhoud = read_bytes(pad, DossierError)
    dossier = dossier_from_json(inhoud, pad)
    beside = pad.resolve().parent.parent
    is_case = dossier.kader.sha256 is None and (beside / KADER_FILE).is_file()
    folder = kader or (beside if is_case else kaders.find_for(dossier))
    geladen = kaders.load(folder)
    check_fit(geladen, dossier)
    eigen = inhoud if sha256_of(inhoud) == sha256 else dossier_to_json(dossier)
    return Bron(Pakket(dossier, eigen, kader_files(geladen)), geladen)
