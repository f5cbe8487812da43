"""The door to the dossiers: is there a kluis, make one, open it, and everything about its key.

Comes in: a wachtwoord or herstelcode. Goes out: a Desk with an open kluis. The window and the command line
use the same door.
"""

import getpass
from collections.abc import Callable
from datetime import date
from pathlib import Path

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kaart import Dossierkaart, DossierStatus, kaart_of
from indicatietool.domain.kluis import ImportVerslag, Kopie, WachtwoordOordeel
from indicatietool.engine.total import indicate
from indicatietool.errors import IndicatietoolError
from indicatietool.paths import (
    dossier_folder,
    kluis_folder,
    normen_folder,
    own_normen_folder,
    practice_folder,
)
from indicatietool.session.desk import Desk
from indicatietool.session.kaart import card_of
from indicatietool.session.kaders import Kaders
from indicatietool.store.kluis import STANDARD_KDF, Kdf, Kluis
from indicatietool.store.kluis.database import require_free
from indicatietool.store.kluis.plaats import databases
from indicatietool.store.wachtwoorden import judge, suggest


class Toegang:
    """De toegang tot de kluis en de oefenkluis van deze gebruiker."""

    def __init__(
        self,
        kluis: Path,
        oefenkluis: Path,
        kaders: Kaders,
        vandaag: Callable[[], date] = date.today,
        kdf: Kdf = STANDARD_KDF,
        losse_dossiers: Path | None = None,
    ) -> None:
        """Look at these folders; nothing is opened yet.

        Args:
            kluis: folder of the kluis.
            oefenkluis: folder of the oefenkluis.
            kaders: the normenkaders on this laptop.
            vandaag: tells today's date.
            kdf: how heavy it is to try a wachtwoord, for a kluis that is made here.
            losse_dossiers: folder with dossiers of before there was a kluis.
        """
        self.kluis_folder = kluis
        self.practice_folder = oefenkluis
        self.kaders = kaders
        self._vandaag = vandaag
        self._kdf = kdf
        self._loose = losse_dossiers
        self._actor = _who()
        self._practice: Desk | None = None

    @classmethod
    def of_user(cls) -> "Toegang":
        """Return the door to the folders of whoever runs the program."""
        kaders = Kaders(normen_folder(), own_normen_folder())
        return cls(kluis_folder(), practice_folder(), kaders, losse_dossiers=dossier_folder())

    @property
    def has_kluis(self) -> bool:
        """Tell whether there is a kluis to open."""
        return Kluis.exists_in(self.kluis_folder)

    @staticmethod
    def judge(wachtwoord: str) -> WachtwoordOordeel:
        """Return how strong a wachtwoord is, in words."""
        return judge(wachtwoord)

    @staticmethod
    def suggest() -> str:
        """Return a fresh wachtzin of five words."""
        return suggest()

    def create(self, wachtwoord: str) -> tuple[Desk, str]:
        """Make the kluis and return the desk with the herstelcode, which is shown once.

        Raises:
            InvoerError: there is a kluis already, or the wachtwoord is too weak.
        """
        kluis, code = Kluis.create(self.kluis_folder, wachtwoord, actor=self._actor, kdf=self._kdf)
        return self._desk(kluis), code

    def unlock(self, wachtwoord: str) -> Desk:
        """Open the kluis; raises as `Kluis.unlock`."""
        return self._desk(Kluis.unlock(self.kluis_folder, wachtwoord, actor=self._actor))

    def unlock_with_herstelcode(self, code: str, nieuw: str) -> Desk:
        """Open the kluis with the herstelcode and give it a new wachtwoord; raises as `Kluis.unlock`."""
        kluis = Kluis.reset_wachtwoord(self.kluis_folder, code, nieuw, actor=self._actor, kdf=self._kdf)
        return self._desk(kluis)

    def practice(self) -> Desk:
        """Return the desk for practice, without wachtwoord; its kluis is made when it is not there."""
        if self._practice is None:
            folder = self.practice_folder
            make = Kluis.open_oefen if Kluis.exists_in(folder) else Kluis.create_oefen
            self._practice = self._desk(make(folder, actor=self._actor))
        return self._practice

    def copies(self) -> tuple[Kopie, ...]:
        """Return the copies of the kluis, newest first; it may be closed or damaged."""
        return Kluis.copies(self.kluis_folder)

    def restore(self, kopie: Path | Kopie, wachtwoord: str) -> Desk:
        """Put a copy in the place of the kluis, which must be closed; raises as `Kluis.restore`."""
        return self._desk(Kluis.restore(self.kluis_folder, kopie, wachtwoord, actor=self._actor))

    def require_free(self) -> None:
        """Find out at once, without the wachtwoord, whether the kluis is open elsewhere.

        Raises:
            BezetError: it is.
        """
        for pad in databases(self.kluis_folder):
            require_free(pad)

    @property
    def loose_count(self) -> int:
        """Return how many dossiers of before there was a kluis are still files of their own."""
        return len(list(self._loose.glob("*.json"))) if self._loose is not None else 0

    def import_loose(self, desk: Desk) -> ImportVerslag:
        """Take in the dossiers of before there was a kluis; each file goes once it is proven to be inside."""
        if self._loose is None or desk.kluis is None:
            return ImportVerslag()
        return desk.kluis.import_json(self._loose, self._card)

    def close(self) -> None:
        """Close the oefenkluis, if it is open; whoever opened the kluis closes it."""
        if self._practice is not None and self._practice.kluis is not None:
            self._practice.kluis.close()
            self._practice = None

    def _desk(self, kluis: Kluis) -> Desk:
        return Desk(kluis, self.kaders, self._vandaag())

    def _card(self, dossier: Dossier) -> Dossierkaart:
        try:
            kader = self.kaders.load(self.kaders.find_for(dossier)).kader
        except IndicatietoolError:  # its kader is not here: it can be listed, and opened once it is
            return kaart_of(dossier, DossierStatus.CONCEPT, None, 0, len(dossier.antwoorden.taken))
        return card_of(kader, dossier, indicate(kader, dossier))


def _who() -> str:
    """Return the name by which the computer knows the user; the history and the log say it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user id without a name
        return "onbekend"
