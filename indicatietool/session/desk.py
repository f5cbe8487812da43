"""The desk: which dossiers and normenkaders there are, and opening them.

Comes in: folders and a date. Goes out: Sessions. The window and the command line start here.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from indicatietool.domain.dossier import Dossier, DossierRegel
from indicatietool.errors import NormenkaderError, Probleem
from indicatietool.paths import dossier_folder, normen_folder, own_normen_folder
from indicatietool.session.kaders import PRACTICE_KADER, Kaders
from indicatietool.session.session import Session
from indicatietool.store.dossiers import DossierStore, read_dossier
from indicatietool.store.normenkaders import GeladenKader, check_fit

PRACTICE_CASE = "o2"


class Desk:
    """De werkplek van de consulent: dossiers, normenkaders en de datum van vandaag."""

    def __init__(self, dossiers: Path, normen: Path, vandaag: date, eigen_normen: Path | None = None) -> None:
        """Use these folders; nothing is read yet.

        Args:
            dossiers: folder with the dossiers.
            normen: folder with the kaders that came with the program.
            vandaag: today's date.
            eigen_normen: folder for kaders that the user reads in.
        """
        self.store = DossierStore(dossiers)
        self.kaders = Kaders(normen, eigen_normen)
        self.vandaag = vandaag

    @classmethod
    def of_user(cls) -> "Desk":
        """Return the desk of whoever runs the program: their own folders, today."""
        return cls(dossier_folder(), normen_folder(), date.today(), own_normen_folder())

    def list(self) -> tuple[DossierRegel, ...]:
        """Return the saved dossiers, last changed first."""
        return self.store.list()

    def new(self, kader: GeladenKader | None = None) -> Session:
        """Begin a new dossier; it is saved at the first change.

        Args:
            kader: the normenkader to score with; None takes the first of `kaders.for_new`.

        Raises:
            NormenkaderError: no kader is valid today.
        """
        geladen = kader or self.kaders.for_new(self.vandaag)[0]
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
        geladen = self.kaders.load(kader if kader is not None else self.kaders.find_for(dossier))
        check_fit(geladen, dossier)
        return Session(dossier, geladen, self.store, self.vandaag)

    def practice_cases(self) -> Mapping[str, Path]:
        """Return the practice cases of all kaders: title → file."""
        return dict(self.kaders.practice_files())

    def practice(self, casus: Path) -> Session:
        """Begin a practice dossier: the case as it was told, still to be scored.

        The vignette stays; the scores, besluiten and weighing are left to the consulent.
        """
        model = self.model_answers(casus)
        geladen = self.kaders.load(casus.parent.parent)
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
        for casus in self.practice_cases().values():
            if casus.parts[-4] == PRACTICE_KADER and casus.name.startswith(PRACTICE_CASE):
                return casus
        raise NormenkaderError(
            PRACTICE_KADER,
            (Probleem("casussen", "de oefencasus ontbreekt.", "Installeer het programma opnieuw."),),
        )
