"""Dossiers as JSON: the form they have in the kluis, in a hand-over file and in the cases of a kader.

Comes in: bytes or a file, of this format or an earlier one. Goes out: a Dossier, or a DossierError; a damaged
file is left as it is.
"""

import json
from pathlib import Path

from pydantic import ValidationError

from indicatietool.domain.dossier import FORMAAT, Dossier
from indicatietool.errors import DossierError, NieuwerDossierError, Probleem
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
    if type(formaat) is int and formaat == 1:
        data = {**data, "formaat": FORMAAT}  # 2 only adds fields that may be left out
    if isinstance(formaat, int) and formaat > FORMAAT:
        raise NieuwerDossierError(
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
