"""Getting in and out of a kluis: making, opening, closing, keys, copies and putting one back.

Comes in: a folder and a secret. Goes out: an open Kluis, or an IndicatietoolError in Dutch. Dossiers are in
`kluis`.
"""

from pathlib import Path
from types import TracebackType
from typing import Self

from indicatietool.domain.kluis import KluisSoort, Kopie
from indicatietool.store.kluis import kopieen, openen, terugzetten
from indicatietool.store.kluis.geopend import OpenKluis
from indicatietool.store.kluis.plaats import has_kluis
from indicatietool.store.kluis.sleutelbos import STANDARD_KDF, Kdf
from indicatietool.store.kluis.wie import OORSPRONG, Clock, Wie, utc_now


class Deur:
    """De deur van een kluis: maken, openen, sluiten, sleutels en kopieën."""

    def __init__(self, geopend: OpenKluis) -> None:
        """Show what was opened; use `create`, `unlock` and the like."""
        self._kluis = geopend
        self._db = geopend.db

    # -- making and opening ---------------------------------------------------------------------

    @staticmethod
    def exists_in(folder: Path) -> bool:
        """Tell whether there is a kluis in this folder, sound or damaged; a half-made one does not count."""
        return has_kluis(folder)

    @classmethod
    def create(
        cls,
        folder: Path,
        wachtwoord: str,
        *,
        actor: str = "",
        clock: Clock = utc_now,
        oorsprong: str = OORSPRONG,
        kdf: Kdf = STANDARD_KDF,
    ) -> tuple[Self, str]:
        """Make a new, empty kluis and return it open, with the herstelcode: shown once, kept nowhere.

        Args:
            folder: where the kluis comes; made when it is not there.
            wachtwoord: at least REDELIJK for `store.wachtwoorden.judge`.
            actor: who works with it, as the history and the log will say.
            clock: gives the moment, with a time zone.
            oorsprong: which program on which kind of computer, for the log.
            kdf: how heavy it is to try a wachtwoord.

        Raises:
            InvoerError: there is a kluis already, or the wachtwoord is too weak.
        """
        geopend, code = openen.create(folder, wachtwoord, Wie(actor, oorsprong, clock), kdf)
        return cls(geopend), code

    @classmethod
    def create_oefen(
        cls, folder: Path, *, actor: str = "", clock: Clock = utc_now, oorsprong: str = OORSPRONG
    ) -> Self:
        """Make an oefenkluis: without wachtwoord, for practice cases only.

        Raises:
            InvoerError: there is a kluis already.
        """
        return cls(openen.create_oefen(folder, Wie(actor, oorsprong, clock)))

    @classmethod
    def unlock(
        cls,
        folder: Path,
        wachtwoord: str,
        *,
        actor: str = "",
        clock: Clock = utc_now,
        oorsprong: str = OORSPRONG,
    ) -> Self:
        """Open the kluis with the wachtwoord; an older one is brought up to date after a copy.

        Raises:
            InvoerError: there is no kluis in this folder, or it is the oefenkluis.
            BezetError: it is open elsewhere; told within milliseconds.
            WachtwoordError: the wachtwoord does not fit.
            IntegriteitError: a file is missing, damaged or foreign; no file was changed.
            NieuwereVersieError: made by a newer version of the program; no file was changed.
            OpslagError: it can't be read or written.
        """
        return cls(openen.unlock(folder, wachtwoord, Wie(actor, oorsprong, clock)))

    @classmethod
    def unlock_with_herstelcode(
        cls, folder: Path, code: str, *, actor: str = "", clock: Clock = utc_now, oorsprong: str = OORSPRONG
    ) -> Self:
        """Open the kluis with the herstelcode; raises as `unlock` does."""
        return cls(openen.unlock_with_herstelcode(folder, code, Wie(actor, oorsprong, clock)))

    @classmethod
    def open_oefen(
        cls, folder: Path, *, actor: str = "", clock: Clock = utc_now, oorsprong: str = OORSPRONG
    ) -> Self:
        """Open the oefenkluis; raises as `unlock` does."""
        return cls(openen.open_oefen(folder, Wie(actor, oorsprong, clock)))

    @classmethod
    def reset_wachtwoord(
        cls,
        folder: Path,
        herstelcode: str,
        nieuw: str,
        *,
        actor: str = "",
        clock: Clock = utc_now,
        oorsprong: str = OORSPRONG,
        kdf: Kdf = STANDARD_KDF,
    ) -> Self:
        """Open the kluis with the herstelcode and give it another wachtwoord; the herstelcode stays valid.

        Raises:
            InvoerError: the new wachtwoord is too weak.
            WachtwoordError: the herstelcode does not fit; and as `unlock` does.
        """
        return cls(openen.reset_wachtwoord(folder, herstelcode, nieuw, Wie(actor, oorsprong, clock), kdf))

    def close(self) -> None:
        """Close the kluis and drop the key; closing twice is no error."""
        self._kluis.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """Return the folder of this kluis."""
        return self._kluis.folder

    @property
    def soort(self) -> KluisSoort:
        """Return whether it is for real dossiers or for practice."""
        return self._kluis.bos.soort

    @property
    def actor(self) -> str:
        """Return who works with it, as the history and the log say."""
        return self._kluis.wie.actor

    @actor.setter
    def actor(self, naam: str) -> None:
        self._kluis.wie = self._kluis.wie.named(naam)

    # -- keys -----------------------------------------------------------------------------------

    def change_wachtwoord(self, oud: str, nieuw: str, *, kdf: Kdf = STANDARD_KDF) -> None:
        """Give the kluis another wachtwoord; nothing is encrypted anew. Copies of before keep the old one.

        Raises:
            WachtwoordError: the old wachtwoord does not fit.
            InvoerError: the new one is too weak, or this is the oefenkluis.
        """
        self._kluis.change_wachtwoord(oud, nieuw, kdf)

    def new_herstelcode(self, wachtwoord: str, *, kdf: Kdf = STANDARD_KDF) -> str:
        """Make another herstelcode and return it; the one of before no longer opens this kluis.

        Raises:
            WachtwoordError: the wachtwoord does not fit.
            InvoerError: this is the oefenkluis.
        """
        return self._kluis.new_herstelcode(wachtwoord, kdf)

    # -- copies ---------------------------------------------------------------------------------

    def copy(self) -> Path:
        """Make an encrypted copy that opens on its own, and return its folder; old copies make room."""
        return kopieen.copy(self._kluis)

    @staticmethod
    def copies(folder: Path) -> tuple[Kopie, ...]:
        """Return the copies of the kluis in this folder, newest first; the kluis may be closed or damaged."""
        return kopieen.find(folder)

    @classmethod
    def restore(
        cls,
        folder: Path,
        kopie: Path | Kopie,
        wachtwoord: str,
        *,
        actor: str = "",
        clock: Clock = utc_now,
        oorsprong: str = OORSPRONG,
    ) -> Self:
        """Put a copy in the place of the kluis and return it open; the old state is put aside first.

        Args:
            folder: of the kluis, which must be closed; may be missing or damaged.
            kopie: one of `copies`, or the folder of a copy somewhere else.
            wachtwoord: that of now or of when the copy was made, or the herstelcode; "" for an oefenkluis.
            actor: who does this.
            clock: gives the moment.
            oorsprong: for the log.

        Raises:
            WachtwoordError: it opens neither.
            IntegriteitError: the copy is damaged; the kluis is as it was.
            BezetError: the kluis is open.
            OpslagError: no room or no right to write; the kluis is as it was.
        """
        return cls(terugzetten.restore(folder, kopie, wachtwoord, Wie(actor, oorsprong, clock)))
