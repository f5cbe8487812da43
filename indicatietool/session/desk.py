"""The desk: which dossiers and normenkaders there are, and opening them.

Comes in: folders and a date. Goes out: Sessions. The window and the command line start here.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from indicatietool.domain.dossier import Dossier, DossierRegel
from indicatietool.domain.normenkader import KaderStatus
from indicatietool.errors import NormenkaderError, Probleem
from indicatietool.session.session import Session
from indicatietool.store.dossiers import DossierStore, read_dossier
from indicatietool.store.normenkaders import (
    CASES_FOLDER,
    GeladenKader,
    check_fit,
    find_for,
    find_normenkaders,
    is_valid_on,
    load_normenkader,
)

PRACTICE_KADER = "voorbeeld-begeleiding"
PRACTICE_CASE = "o2"


class Desk:
    """De werkplek van de consulent: dossiers, normenkaders en de datum van vandaag."""

    def __init__(self, dossiers: Path, normen: Path, vandaag: date) -> None:
        """Use these folders; nothing is read yet."""
        self.store = DossierStore(dossiers)
        self.normen = normen
        self.vandaag = vandaag
        self._loaded: dict[Path, GeladenKader] = {}

    def list(self) -> tuple[DossierRegel, ...]:
        """Return the saved dossiers, last changed first."""
        return self.store.list()

    def kader_for_new(self) -> GeladenKader:
        """Return the normenkader for a new dossier: the newest that is valid today and not vervallen.

        Raises:
            NormenkaderError: none is valid today; an older one is never taken in silence. Or the folder
                has another name than the kader, so that the dossier could not be opened again.
        """
        geldig = [
            geladen
            for folder in find_normenkaders(self.normen)
            if is_valid_on(geladen := self.load_kader(folder), self.vandaag)
            and geladen.kader.kader.status is not KaderStatus.VERVALLEN
        ]
        if not geldig:
            raise NormenkaderError(
                self.normen.name,
                (Probleem("geldig_van", "geen kader geldt vandaag.", "Lees een geldig kader in."),),
            )
        nieuwste = max(geldig, key=lambda geladen: geladen.kader.kader.geldig_van)
        kop, folder = nieuwste.kader.kader, nieuwste.folder
        if (folder.parent.name, folder.name) != (kop.id, kop.versie):
            wat = f"de map heet anders dan het kader: {kop.id}/{kop.versie}."
            raise NormenkaderError(
                f"{folder.parent.name}/{folder.name}",
                (Probleem("map", wat, "Geef de map de naam van het kader."),),
            )
        return nieuwste

    def load_kader(self, folder: Path) -> GeladenKader:
        """Return a normenkader, read and proven once."""
        if folder not in self._loaded:
            self._loaded[folder] = load_normenkader(folder)
        return self._loaded[folder]

    def new(self) -> Session:
        """Begin a new dossier; it is saved at the first change."""
        geladen = self.kader_for_new()
        dossier = Dossier(
            nummer=self.store.next_nummer(self.vandaag.year),
            gemaakt=self.vandaag,
            kader=geladen.verwijzing,
        )
        return Session(dossier, geladen, self.store, self.vandaag)

    def open(self, nummer: str) -> Session:
        """Open a saved dossier.

        Raises:
            DossierError: damaged, or scored with a kader that is not here.
        """
        return self.open_dossier(self.store.load(nummer))

    def open_dossier(self, dossier: Dossier, kader: Path | None = None) -> Session:
        """Open a dossier with its own normenkader, or with the one that is pointed at.

        Raises:
            DossierError: it does not fit that kader.
            NormenkaderError: the kader can't be used.
        """
        geladen = self.load_kader(kader if kader is not None else find_for(dossier, self.normen))
        check_fit(geladen, dossier)
        return Session(dossier, geladen, self.store, self.vandaag)

    def practice_cases(self) -> Mapping[str, Path]:
        """Return the practice cases of all kaders: title → file."""
        return {
            voorbeeld.titel: folder / CASES_FOLDER / voorbeeld.casus
            for folder in find_normenkaders(self.normen)
            for voorbeeld in self.load_kader(folder).voorbeelden
        }

    def practice(self, casus: Path) -> Session:
        """Begin a practice dossier: the case as it was told, still to be scored.

        The vignette stays; the scores, besluiten and weighing are left to the consulent.
        """
        model = self.model_answers(casus)
        geladen = self.load_kader(casus.parent.parent)
        check_fit(geladen, model)
        dossier = Dossier(
            nummer=self.store.next_nummer(self.vandaag.year),
            oefening=True,
            gemaakt=self.vandaag,
            kader=geladen.verwijzing,
            melding=model.melding,
            hulpvraag=model.hulpvraag,
        )
        return Session(dossier, geladen, self.store, self.vandaag)

    def model_answers(self, casus: Path) -> Dossier:
        """Return a practice case with its scores and besluiten."""
        return read_dossier(casus)

    def demonstrated_case(self) -> Path:
        """Return the practice case that is demonstrated; its file holds the model answers.

        Raises:
            NormenkaderError: it was not installed.
        """
        for folder in find_normenkaders(self.normen):
            if folder.parent.name == PRACTICE_KADER:
                casussen = sorted((folder / CASES_FOLDER).glob(f"{PRACTICE_CASE}*.json"))
                if casussen:
                    return casussen[0]
        raise NormenkaderError(
            PRACTICE_KADER,
            (Probleem("casussen", "de oefencasus ontbreekt.", "Installeer het programma opnieuw."),),
        )
