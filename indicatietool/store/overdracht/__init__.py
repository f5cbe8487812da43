"""The `.indicatie` file: one dossier on its way to a colleague or an archive, with all it needs to recompute.

Comes in: a Pakket, or a file that anyone may have made. Goes out: the file, or the Pakket after every check.
Installs nothing and saves no dossier: that is for who asked.
"""

from pathlib import Path

from indicatietool.errors import OverdrachtError, WachtwoordError
from indicatietool.store.atomic import write_durably
from indicatietool.store.kluis import STANDARD_KDF, Kdf
from indicatietool.store.overdracht.kader import bare_kader_files, kader_files, kader_of, unpacked_kader
from indicatietool.store.overdracht.lezen import unpack
from indicatietool.store.overdracht.pakket import Pakket
from indicatietool.store.overdracht.schrijven import pack
from indicatietool.store.overdracht.slot import close_with, is_closed, open_with
from indicatietool.store.overdracht.vorm import MAX_FILE
from indicatietool.store.reading import read_bytes

SUFFIX = ".indicatie"
CLOSED = "is versleuteld. Geef het wachtwoord dat de afzender erop heeft gezet."


def write_overdracht(
    pad: Path, pakket: Pakket, wachtwoord: str | None = None, *, kdf: Kdf = STANDARD_KDF
) -> bytes:
    """Write a Pakket durably and return the bytes of the file.

    Args:
        pad: where it comes; named after the nummer of the dossier, never after a person.
        pakket: what goes along.
        wachtwoord: encrypts the file; without it, anyone who has the file can read it.
        kdf: how heavy it is to try a wachtwoord.

    Raises:
        OverdrachtError: it is too large to be read back.
        OpslagError: it can't be written; a file that was there is still there.
    """
    inhoud = pack(pakket)
    if wachtwoord:
        inhoud = close_with(wachtwoord, inhoud, kdf)
    write_durably(pad, inhoud)
    return inhoud


def read_overdracht(pad: Path, wachtwoord: str | None = None) -> Pakket:
    """Return what is in a file, after every check; the file is not changed.

    Args:
        pad: the file.
        wachtwoord: needed when the file is encrypted.

    Raises:
        OverdrachtError: it is no `.indicatie` file, or too large.
        WachtwoordError: it is encrypted and the wachtwoord is missing or wrong.
        IntegriteitError: it was damaged or changed after it was made.
        NieuwereVersieError: a newer program made it.
        DossierError, NormenkaderError: what is in it can't be used.
        OpslagError: it can't be read.
    """
    inhoud = read_bytes(pad, OverdrachtError, MAX_FILE)
    if is_closed(inhoud):
        if not wachtwoord:
            raise WachtwoordError(f"{pad.name} {CLOSED}")
        inhoud = open_with(wachtwoord, inhoud, pad.name)
    return unpack(inhoud, pad.name)


__all__ = [
    "SUFFIX",
    "Pakket",
    "bare_kader_files",
    "kader_files",
    "kader_of",
    "pack",
    "read_overdracht",
    "unpack",
    "unpacked_kader",
    "write_overdracht",
]
