"""The desk: which dossiers and normenkaders there are, and opening them.

Comes in: folders and a date. Goes out: Sessions. The window and the command line start here.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kaart import DossierRegel
from indicatietool.domain.kluis import KluisSoort
from indicatietool.errors import DossierError, InvoerError, NormenkaderError, Probleem
from indicatietool.paths import normen_folder, own_normen_folder
from indicatietool.session.kaders import PRACTICE_KADER, Kaders
from indicatietool.session.session import Session
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.kluis import Kluis
from indicatietool.store.normenkaders import GeladenKader, check_fit, kader_from_seal

PRACTICE_CASE = "o2"


class Desk:
    """De werkplek van de consulent: dossiers, normenkaders en de datum van vandaag."""

    def __init__(self, kluis: Kluis | None, kaders: Kaders, vandaag: date) -> None:
        """Work with these; nothing is read yet.

        Args:
            kluis: where the dossiers are; None for work in memory only.
            kaders: the normenkaders on this laptop.
            vandaag: today's date.
        """
        self.kluis = kluis
        self.kaders = kaders
        self.vandaag = vandaag

    @classmethod
    def without_kluis(cls) -> "Desk":
        """Return a desk for files on their own: the kaders of this laptop, today, and no kluis."""
        return cls(None, Kaders(normen_folder(), own_normen_folder()), date.today())

    @property
    def is_practice(self) -> bool:
        """Tell whether only practice cases are kept here."""
        return self.kluis is not None and self.kluis.soort is KluisSoort.OEFEN

    def list(self) -> tuple[DossierRegel, ...]:
        """Return the saved dossiers, last changed first."""
        return self.kluis.list() if self.kluis is not None else ()

    def search(self, tekst: str) -> frozenset[str]:
        """Return the nummers of the dossiers in which every word is found."""
        return frozenset(self.kluis.search(tekst)) if self.kluis is not None else frozenset()

    def new(self, kader: GeladenKader | None = None) -> Session:
        """Begin a new dossier; it is saved at the first change.

        Args:
            kader: the normenkader to score with; None takes the first of `kaders.for_new`.

        Raises:
            NormenkaderError: no kader is valid today.
        """
        geladen = kader or self.kaders.for_new(self.vandaag)[0]
        return self._begin(
            Dossier(
                nummer=self.next_nummer(),
                oefening=self.is_practice,
                gemaakt=self.vandaag,
                kader=geladen.verwijzing,
            ),
            geladen,
        )

    def next_nummer(self) -> str:
        """Return a number that no dossier here ever had; it says nothing about the client."""
        jaar = self.vandaag.year
        return self.kluis.next_nummer(jaar) if self.kluis is not None else f"{jaar}-0001"

    def open(self, nummer: str) -> Session:
        """Open a saved dossier; the log says that it was shown.

        Raises:
            DossierError: scored with a kader that is not here.
            IntegriteitError: damaged.
        """
        if self.kluis is None:
            raise InvoerError("Er is geen kluis open. Open eerst de kluis.")
        dossier = self.kluis.load(nummer)
        session = Session(dossier, self._kader_of(dossier), self.kluis, self.vandaag)
        session.bewaring.log("getoond")
        return session

    def delete(self, nummer: str, waarom: str) -> None:
        """Remove a saved dossier for good; the log keeps that it was, and why it went.

        Raises:
            InvoerError: it is not there, or no reason was given.
        """
        if self.kluis is None or not waarom.strip():
            raise InvoerError("Kies waarom dit dossier weg mag.")
        self.kluis.delete(nummer, waarom)

    def practice_cases(self) -> Mapping[str, Path]:
        """Return the practice cases of all kaders: title → file."""
        return dict(self.kaders.practice_files())

    def practice(self, casus: Path) -> Session:
        """Begin a practice dossier: the case as it was told, still to be scored.

        The vignette stays; the scores, besluiten and weighing are left to the consulent.

        Raises:
            InvoerError: this desk is for real dossiers.
        """
        if self.kluis is not None and not self.is_practice:
            raise InvoerError("Oefenen doet u in de oefenkluis, niet tussen echte dossiers.")
        model = self.model_answers(casus)
        geladen = self.kaders.load(casus.parent.parent)
        check_fit(geladen, model)
        return self._begin(
            Dossier(
                nummer=self.next_nummer(),
                oefening=True,
                gemaakt=self.vandaag,
                kader=geladen.verwijzing,
                melding=model.melding,
                hulpvraag=model.hulpvraag,
            ),
            geladen,
        )

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

    def _begin(self, dossier: Dossier, geladen: GeladenKader) -> Session:
        return Session(dossier, geladen, self.kluis, self.vandaag)

    def _kader_of(self, dossier: Dossier) -> GeladenKader:
        try:
            geladen = self.kaders.load(self.kaders.find_for(dossier))
        except DossierError:
            zegels = self.kluis.zegels(dossier.nummer) if self.kluis is not None else ()
            kept = [zegel.kader for zegel in zegels if zegel.kader_sha256 == dossier.kader.sha256]
            if not kept:
                raise
            geladen = kader_from_seal(kept[-1])
        check_fit(geladen, dossier)
        return geladen
