"""An open kluis: its folder, its keys and its database held together; changing who may open it.

Comes in: what `openen` opened. Goes out: another key file, durably and at once. Dossiers are elsewhere.
"""

from pathlib import Path

from indicatietool.domain.kluis import KluisSoort
from indicatietool.errors import InvoerError, OpslagError
from indicatietool.store.kluis import instellingen, logboek
from indicatietool.store.kluis.database import Database
from indicatietool.store.kluis.herstelcode import new_code, read_code
from indicatietool.store.kluis.plaats import read_keys, write_keys
from indicatietool.store.kluis.sleutelbos import Kdf, Sleutelbos
from indicatietool.store.kluis.wie import Wie
from indicatietool.store.wachtwoorden import require_strong

UNCERTAIN = (
    "De schijf hapert. Probeer bij het openen eerst het nieuwe wachtwoord of de nieuwe code, dan het oude."
)
NO_WACHTWOORD = "De oefenkluis heeft geen wachtwoord; open hem zonder."


class OpenKluis:
    """Een geopende kluis, met de sleutel in het geheugen."""

    def __init__(self, folder: Path, bos: Sleutelbos, sleutel: bytearray, db: Database, wie: Wie) -> None:
        """Hold these together; `sleutel` is wiped when it is closed."""
        self.folder = folder
        self.bos = bos
        self.db = db
        self.wie = wie
        self._sleutel = sleutel

    @property
    def sleutel(self) -> bytes:
        """Return the data key."""
        return bytes(self._sleutel)

    def close(self) -> None:
        """Close the database and drop the key."""
        self.db.close()
        self._sleutel[:] = bytes(len(self._sleutel))

    def change_wachtwoord(self, oud: str, nieuw: str, kdf: Kdf) -> None:
        """Wrap the data key with another wachtwoord.

        Raises:
            WachtwoordError: the old one does not fit.
            InvoerError: the new one is too weak, or this is the oefenkluis.
        """
        self._require_wachtwoord(oud)
        self.set_wachtwoord(nieuw, kdf)

    def set_wachtwoord(self, nieuw: str, kdf: Kdf) -> None:
        """Wrap the data key with another wachtwoord, for who was let in by other means."""
        require_strong(nieuw)
        self._replace(self.bos.with_slot("wachtwoord", nieuw, self.sleutel, kdf), "wachtwoord gewijzigd")

    def new_herstelcode(self, wachtwoord: str, kdf: Kdf) -> str:
        """Wrap the data key with a new herstelcode and return it.

        Raises:
            WachtwoordError: the wachtwoord does not fit.
            InvoerError: this is the oefenkluis.
        """
        self._require_wachtwoord(wachtwoord)
        code = new_code()
        bos = self.bos.with_slot("herstelcode", read_code(code), self.sleutel, kdf)
        self._replace(bos, "herstelcode gewijzigd")
        return code

    def _require_wachtwoord(self, wachtwoord: str) -> None:
        if self.bos.soort is KluisSoort.OEFEN:
            raise InvoerError(NO_WACHTWOORD)
        self.bos.unwrap("wachtwoord", wachtwoord)

    def _replace(self, nieuw: Sleutelbos, actie: str) -> None:
        """Replace the key file; the kluis expects it beforehand and notes it afterwards.

        Killed anywhere in between, the old or the new file is there whole and the kluis knows both.
        """
        with self.db.transaction():
            instellingen.put(
                self.db,
                instellingen.SLEUTELBOS,
                {"nu": self.bos.vingerafdruk, "straks": nieuw.vingerafdruk, "actie": actie},
            )
        try:
            write_keys(self.folder, nieuw)
        except OpslagError:
            if read_keys(self.folder) != nieuw:
                raise
            self.bos = nieuw
            raise OpslagError(UNCERTAIN) from None
        self.bos = nieuw
        try:
            note_keys(self.db, self.wie, nieuw)
        except OpslagError:  # the change holds; it is noted when the kluis is opened next
            return


def note_keys(db: Database, wie: Wie, bos: Sleutelbos) -> None:
    """Note which key file belongs to this kluis, when it is one that was expected."""
    match instellingen.get(db, instellingen.SLEUTELBOS):
        case {"straks": straks, "actie": str(actie)} if straks == bos.vingerafdruk:
            with db.transaction():
                remember_keys(db, bos)
                logboek.add(db, wie, actie, "kluis", inhoud_sha256=bos.vingerafdruk)
        case {"nu": nu, "straks": _} if nu == bos.vingerafdruk:
            with db.transaction():
                remember_keys(db, bos)


def remember_keys(db: Database, bos: Sleutelbos) -> None:
    """Remember this key file as the one that belongs here, as part of the transaction."""
    instellingen.put(db, instellingen.SLEUTELBOS, {"nu": bos.vingerafdruk})


def expects(db: Database, bos: Sleutelbos) -> bool:
    """Tell whether this key file is the one that the kluis last wrote."""
    match instellingen.get(db, instellingen.SLEUTELBOS):
        case {"nu": nu, **rest}:
            return bos.vingerafdruk in (nu, rest.get("straks"))
        case _:
            return False
