"""Dossiers on disk: one JSON file each, replaced atomically. A later store can take this place unseen.

Comes in: Dossiers, or a folder of files. Goes out: the same Dossiers, or a DossierError; a damaged file
is left as it is.
"""

import json
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from indicatietool.domain.dossier import Dossier, DossierRegel
from indicatietool.errors import DossierError, IndicatietoolError, OpslagError, Probleem
from indicatietool.store.atomic import write_durably
from indicatietool.store.problems import describe
from indicatietool.store.reading import parse_json, read_bytes


def read_dossier(pad: Path) -> Dossier:
    """Return the dossier in a file.

    Raises:
        DossierError: the file can't be read as a dossier; it is not changed.
    """
    return dossier_from_json(read_bytes(pad, DossierError), pad)


def dossier_from_json(inhoud: bytes, pad: Path) -> Dossier:
    """Return the dossier in JSON bytes; `pad` names the file in a message."""
    data = parse_json(inhoud, pad, DossierError)
    formaat = data.get("formaat")
    if isinstance(formaat, int) and formaat > 1:
        raise DossierError(
            pad.name,
            (Probleem("formaat", "is van een nieuwere versie.", "Werk de indicatietool bij."),),
        )
    try:
        return Dossier.model_validate_json(json.dumps(data))
    except ValidationError as error:
        raise DossierError(pad.name, describe(error, data, Dossier)) from None


def dossier_to_json(dossier: Dossier) -> bytes:
    """Return a dossier as readable JSON, the same bytes for the same dossier."""
    return (json.dumps(dossier.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode()


class DossierStore:
    """De map waarin de dossiers van deze gebruiker staan."""

    def __init__(self, folder: Path) -> None:
        """Use this folder; it is made when the first dossier is saved."""
        self.folder = folder

    def path_of(self, nummer: str) -> Path:
        """Return where a dossier is, or would be."""
        return self.folder / f"{nummer}.json"

    def save(self, dossier: Dossier) -> None:
        """Save a dossier durably.

        Raises:
            OpslagError: it could not be written; the file of before is still there.
        """
        write_durably(self.path_of(dossier.nummer), dossier_to_json(dossier))

    def load(self, nummer: str) -> Dossier:
        """Return a saved dossier.

        Raises:
            DossierError: the file is missing or damaged, or is a copy under another name.
        """
        pad = self.path_of(nummer)
        dossier = read_dossier(pad)
        if dossier.nummer != nummer:
            raise DossierError(
                pad.name,
                (
                    Probleem(
                        "nummer",
                        f"is {dossier.nummer}, maar het bestand heet {pad.name}.",
                        "Geef een kopie ook een eigen nummer; anders vervangt bewaren het andere dossier.",
                    ),
                ),
            )
        return dossier

    def delete(self, nummer: str) -> None:
        """Remove a dossier for good.

        Raises:
            OpslagError: it could not be removed.
        """
        try:
            self.path_of(nummer).unlink(missing_ok=True)
        except OSError as error:
            raise OpslagError(f"Het dossier kon niet worden verwijderd ({error.strerror}).") from error

    def list(self) -> tuple[DossierRegel, ...]:
        """Return the dossiers, last changed first; a damaged file is listed with its message."""
        if not self.folder.is_dir():
            return ()
        regels = [self._row(pad) for pad in self.folder.glob("[!.]*.json")]
        return tuple(sorted(regels, key=lambda regel: regel.gewijzigd, reverse=True))

    def next_nummer(self, jaar: int) -> str:
        """Return a free number for a new dossier, such as "2027-0004"; it says nothing about the client."""
        prefix = f"{jaar}-"
        bezet = [
            int(pad.stem.removeprefix(prefix))
            for pad in (self.folder.glob(f"{prefix}*.json") if self.folder.is_dir() else ())
            if pad.stem.removeprefix(prefix).isdecimal()
        ]
        return f"{prefix}{max(bezet, default=0) + 1:04d}"

    def _row(self, pad: Path) -> DossierRegel:
        gewijzigd = datetime.fromtimestamp(pad.lstat().st_mtime)
        try:
            dossier = self.load(pad.stem)
        except IndicatietoolError as error:
            return DossierRegel(pad.stem, "", False, gewijzigd, str(error))
        return DossierRegel(pad.stem, dossier.melding.client, dossier.oefening, gewijzigd)
