"""The desk: which dossiers and normenkaders there are, and opening them.

Comes in: folders and a date. Goes out: Sessions. The window and the command line start here.
"""

from datetime import date

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kaart import DossierRegel
from indicatietool.domain.kluis import KluisSoort
from indicatietool.errors import DossierError, InvoerError
from indicatietool.paths import normen_folder, own_normen_folder
from indicatietool.session.kaders import Kaders
from indicatietool.session.session import Session
from indicatietool.store.kluis import Kluis
from indicatietool.store.normenkaders import GeladenKader, check_fit, kader_from_seal


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
            NormenkaderError: no kader is valid today, or this one fails its own examples.
        """
        kaders = self.kaders
        geladen = kaders.first_for_new(self.vandaag) if kader is None else kaders.proven(kader)
        dossier = Dossier(
            nummer=self.next_nummer(),
            oefening=self.is_practice,
            gemaakt=self.vandaag,
            kader=geladen.verwijzing,
        )
        return Session(dossier, geladen, self.kluis, self.vandaag)

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
        dossier = self.read(nummer)
        session = Session(dossier, self.kader_of(dossier), self.kluis, self.vandaag)
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

    def read(self, nummer: str) -> Dossier:
        """Return the facts of a saved dossier, without opening it.

        Raises:
            InvoerError: there is no kluis open, or it is not in it.
        """
        if self.kluis is None:
            raise InvoerError("Er is geen kluis open. Open eerst de kluis.")
        return self.kluis.load(nummer)

    def kader_of(self, dossier: Dossier) -> GeladenKader:
        """Return the kader that a dossier was scored with, from this laptop or from its seal.

        Raises:
            DossierError: it is not here, or the dossier does not fit it.
        """
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
