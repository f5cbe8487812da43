"""The normenkader that travels with a dossier: its exact files, and back to a kader that was checked.

Comes in: a GeladenKader, or a Pakket from outside. Goes out: files by name, or a GeladenKader. Never puts a
kader among those of the user: `unpacked_kader` gives a folder that can be read in with a click.
"""

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from indicatietool.errors import NormenkaderError, Probleem
from indicatietool.paths import normen_folder
from indicatietool.store.normenkaders import (
    CASES_FOLDER,
    EXAMPLES_FILE,
    KADER_FILE,
    GeladenKader,
    check_fit,
    load_normenkader,
    read_normenkader,
)
from indicatietool.store.overdracht.pakket import Pakket
from indicatietool.store.overdracht.vorm import KADER_FILES, MAX_CASES
from indicatietool.store.reading import read_bytes
from indicatietool.store.vastgesteld import REGISTER_FILE, read_register


def kader_files(geladen: GeladenKader) -> Mapping[str, bytes]:
    """Return the files of a kader by name, normenkader.toml as it was loaded.

    A kader that came from a seal has no folder any more and travels as normenkader.toml alone.
    """
    folder = geladen.folder
    if not (folder / KADER_FILE).is_file():
        return {KADER_FILE: geladen.inhoud}
    casussen = sorted((folder / CASES_FOLDER).glob("*.json"))
    namen = [pad.name for pad in sorted(folder.iterdir()) if pad.is_file()]
    if len(casussen) > MAX_CASES:
        namen.remove(EXAMPLES_FILE)
    else:
        namen += [f"{CASES_FOLDER}/{pad.name}" for pad in casussen]
    bestanden = {
        naam: read_bytes(folder / naam, NormenkaderError) for naam in namen if KADER_FILES.fullmatch(naam)
    }
    return {**bestanden, KADER_FILE: geladen.inhoud}


def bare_kader_files(geladen: GeladenKader) -> Mapping[str, bytes]:
    """Return the files of a kader without its examples: their casussen hold model answers."""
    return {
        naam: inhoud
        for naam, inhoud in kader_files(geladen).items()
        if naam != EXAMPLES_FILE and not naam.startswith(f"{CASES_FOLDER}/")
    }


def kader_of(pakket: Pakket, normen: Path | None = None) -> GeladenKader:
    """Return the kader in a Pakket, checked as any kader, and fitting its dossier.

    Args:
        pakket: from outside.
        normen: the folder whose published versions it may not contradict; those of the program by default.

    Raises:
        NormenkaderError: it can't be used, or is not what was published under this version.
        DossierError: the dossier belongs to another kader.
    """
    with unpacked_kader(pakket) as folder:
        has_examples = EXAMPLES_FILE in pakket.kader
        geladen = load_normenkader(folder) if has_examples else read_normenkader(folder)
    _check_published(geladen, normen or normen_folder())
    check_fit(geladen, pakket.dossier)
    return replace(geladen, folder=Path())


@contextmanager
def unpacked_kader(pakket: Pakket) -> Iterator[Path]:
    """Give the kader of a Pakket as a folder that is gone afterwards, to look at or to read in."""
    with tempfile.TemporaryDirectory(prefix="indicatietool-") as tijdelijk:
        folder = Path(tijdelijk) / "kader"
        for naam, inhoud in pakket.kader.items():
            pad = folder / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud)
        yield folder


def _check_published(geladen: GeladenKader, normen: Path) -> None:
    kop = geladen.kader.kader
    vast = read_register(normen / REGISTER_FILE).find(kop.id, kop.versie)
    if vast is None or vast.sha256 == hashlib.sha256(geladen.inhoud).hexdigest():
        return
    raise NormenkaderError(
        f"{kop.id} {kop.versie}",
        (
            Probleem(
                "bestand",
                f"is niet het kader dat op {vast.datum:%d-%m-%Y} is vastgesteld.",
                "Vraag de afzender om een nieuw bestand met het vastgestelde kader.",
            ),
        ),
    )
