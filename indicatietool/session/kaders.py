"""The normenkaders on this laptop: those of the program and those that were read in.

Comes in: folders. Goes out: kaders, or the reason why one cannot be used. Each is read once and proven once
on its own examples; the lists on the screen do without the proof, an indicatie never does.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import KaderStatus, Voorbeeld
from indicatietool.errors import DossierError, IndicatietoolError, NormenkaderError, OpslagError, Probleem
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import (
    CASES_FOLDER,
    GeladenKader,
    find_for,
    find_normenkaders,
    load_normenkader,
    prove,
    read_normenkader,
)
from indicatietool.store.oorzaak import in_dutch

PRACTICE_KADER = "voorbeeld-begeleiding"
_HARDEST_FIRST = (KaderStatus.VASTGESTELD, KaderStatus.CONCEPT, KaderStatus.VOORBEELD, KaderStatus.VERVALLEN)


class Kaders:
    """De normenkaders die dit programma kan vinden."""

    def __init__(self, normen: Path, eigen: Path | None = None) -> None:
        """Look in these folders.

        Args:
            normen: the kaders that came with the program.
            eigen: the kaders that the user read in; None when there is no such folder.
        """
        self.normen = normen
        self.eigen = eigen
        self._read: dict[Path, GeladenKader] = {}
        self._proven: set[Path] = set()
        self._failing: dict[Path, NormenkaderError] = {}
        self._cases: dict[Path, Dossier] = {}

    def load(self, folder: Path) -> GeladenKader:
        """Return a normenkader to compute with, read and proven once.

        Raises:
            NormenkaderError: it can't be used.
        """
        return self.proven(self.read(folder))

    def read(self, folder: Path) -> GeladenKader:
        """Return a normenkader to name in a list; `proven` before anything is computed with it.

        Raises:
            NormenkaderError: it can't be read.
        """
        if folder not in self._read:
            self._read[folder] = read_normenkader(folder)
        return self._read[folder]

    def proven(self, geladen: GeladenKader) -> GeladenKader:
        """Return a normenkader that passes its own examples; they are run once.

        Raises:
            NormenkaderError: it fails them; from then on it is one of the `problems`.
        """
        folder = geladen.folder
        if folder in self._failing:
            raise self._failing[folder]
        if folder not in self._proven:
            try:
                prove(geladen)
            except NormenkaderError as fout:
                self._failing[folder] = fout
                raise
            self._proven.add(folder)
        return geladen

    def folders(self) -> tuple[Path, ...]:
        """Return the folders of all versions, those of the program first."""
        eigen = find_normenkaders(self.eigen) if self.eigen is not None else ()
        return (*find_normenkaders(self.normen), *eigen)

    def usable(self) -> tuple[GeladenKader, ...]:
        """Return the kaders that can be used; one that can't is left out, see `problems`."""
        return self._without_errors(self.load)

    def listed(self) -> tuple[GeladenKader, ...]:
        """Return the kaders to name in a list: those that can be read and were not found to fail."""
        return tuple(kader for kader in self._without_errors(self.read) if kader.folder not in self._failing)

    def problems(self) -> tuple[str, ...]:
        """Return why some kaders can't be used, as far as is known."""
        fouten = []
        for folder in self.folders():
            try:
                fout: IndicatietoolError | None = self._failing.get(self.read(folder).folder)
            except IndicatietoolError as error:
                fout = error
            if fout is not None:
                fouten.append(str(fout))
        return tuple(fouten)

    def first_for_new(self, dag: date) -> GeladenKader:
        """Return the first kader of `for_new` that passes its own examples; raises as `for_new`."""
        while True:
            geladen = self.for_new(dag)[0]
            with suppress(NormenkaderError):  # now it is one of the problems, and no longer listed
                return self.proven(geladen)

    def for_new(self, dag: date) -> tuple[GeladenKader, ...]:
        """Return the kaders for an indicatie that starts on this day, the most settled and newest first.

        They are there to choose from: `proven` before one is used.

        Raises:
            NormenkaderError: none is valid then; an older one is never taken in silence.
        """
        geldig = [
            geladen
            for geladen in self.listed()
            if geladen.kader.kader.is_valid_on(dag)
            and geladen.kader.kader.status is not KaderStatus.VERVALLEN
        ]
        if not geldig:
            fouten = self.problems()
            if fouten:
                raise NormenkaderError(self.normen.name, (Probleem("kaders", fouten[0], ""),))
            raise NormenkaderError(
                self.normen.name,
                (Probleem("geldig_van", "geen kader geldt vandaag.", "Lees een geldig kader in."),),
            )
        for geladen in geldig:
            _require_matching_names(geladen)
        return tuple(sorted(geldig, key=_rank))

    def find_for(self, dossier: Dossier) -> Path:
        """Return the folder of the kader that a dossier was scored with.

        Raises:
            DossierError: that kader or that version is not on this laptop.
        """
        try:
            return find_for(dossier, self.normen)
        except DossierError:
            if self.eigen is None:
                raise
            return find_for(dossier, self.eigen)

    def read_in(self, folder: Path) -> GeladenKader:
        """Check a kader from outside and keep a copy of it for this user.

        Args:
            folder: the folder of one version, its normenkader.toml, or a zip of that folder.

        Raises:
            NormenkaderError: it can't be used, or that version is here already.
            OpslagError: it could not be copied.
        """
        if folder.suffix.lower() == ".zip":
            from indicatietool.store.kaderzip import unzipped  # not part of the start

            with unzipped(folder) as uitgepakt:
                return self.read_in(uitgepakt)
        geladen = load_normenkader(folder)
        kop = geladen.kader.kader
        if self.eigen is None:
            raise OpslagError("Er is geen map voor eigen normenkaders. Start het programma opnieuw.")
        if any((er.parent.name, er.name) == (kop.id, kop.versie) for er in self.folders()):
            raise NormenkaderError(
                f"{kop.id} {kop.versie}",
                (Probleem("versie", "deze versie is er al.", "Een nieuwe norm krijgt een nieuwe versie."),),
            )
        doel = self.eigen / kop.id / kop.versie
        try:
            shutil.copytree(geladen.folder, doel)
        except OSError as error:
            shutil.rmtree(doel, ignore_errors=True)
            raise OpslagError(
                f"Het normenkader kon niet worden bewaard ({in_dutch(error)}). Maak ruimte op de schijf."
            ) from error
        return self.load(doel)

    def practice_examples(self) -> Iterator[tuple[GeladenKader, Voorbeeld]]:
        """Yield every worked example with its kader, those of the voorbeeldkader first, not yet `proven`."""
        for geladen in sorted(self.listed(), key=lambda g: g.kader.kader.id != PRACTICE_KADER):
            for voorbeeld in geladen.voorbeelden:
                yield geladen, voorbeeld

    def example(self, geladen: GeladenKader, voorbeeld: Voorbeeld) -> Dossier:
        """Return a worked example, read once.

        Raises:
            DossierError: it can't be read.
        """
        pad = geladen.folder / CASES_FOLDER / voorbeeld.casus
        if pad not in self._cases:
            self._cases[pad] = read_dossier(pad)
        return self._cases[pad]

    def _without_errors(self, get: Callable[[Path], GeladenKader]) -> tuple[GeladenKader, ...]:
        gevonden = []
        for folder in self.folders():
            with suppress(IndicatietoolError):
                gevonden.append(get(folder))
        return tuple(gevonden)


def _rank(geladen: GeladenKader) -> tuple[int, bool, int]:
    kop = geladen.kader.kader
    return _HARDEST_FIRST.index(kop.status), kop.id != PRACTICE_KADER, -kop.geldig_van.toordinal()


def _require_matching_names(geladen: GeladenKader) -> None:
    kop, folder = geladen.kader.kader, geladen.folder
    if (folder.parent.name, folder.name) != (kop.id, kop.versie):
        raise NormenkaderError(
            f"{folder.parent.name}/{folder.name}",
            (
                Probleem(
                    "map",
                    f"de map heet anders dan het kader: {kop.id}/{kop.versie}.",
                    "Geef de map de naam van het kader.",
                ),
            ),
        )
