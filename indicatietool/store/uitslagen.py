"""Uitslagen as files: what a consulent hands in after practising a case.

Comes in: an Uitslag, or a file that anyone may have made. Goes out: the file, or the Uitslag after every
check of its form. Does not know whether its figures are right: that needs the kader.
"""

import json
from pathlib import Path

from pydantic import ValidationError

from indicatietool.domain.uitslag import Uitslag
from indicatietool.errors import NieuwereUitslagError, Probleem, UitslagError
from indicatietool.store.atomic import write_durably
from indicatietool.store.problems import describe
from indicatietool.store.reading import parse_json, read_bytes

SUFFIX = ".uitslag"
MAX_FILE = 200_000
"""Largest file in bytes: a case with every taak of a kader is a tenth of it."""
FORMAAT = 1
_VREEMD = "Laat de consulent de uitslag opnieuw bewaren met de indicatietool."


def uitslag_to_json(uitslag: Uitslag) -> bytes:
    """Return an uitslag as readable JSON, the same bytes for the same uitslag."""
    data = uitslag.model_dump(mode="json")
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def write_uitslag(pad: Path, uitslag: Uitslag) -> None:
    """Write an uitslag durably.

    Raises:
        OpslagError: it can't be written; a file that was there is still there.
    """
    write_durably(pad, uitslag_to_json(uitslag))


def read_uitslag(pad: Path) -> Uitslag:
    """Return the uitslag in a file.

    Raises:
        UitslagError: it is no uitslag, too large, or has anything that does not belong there.
        NieuwereUitslagError: a newer program made it.
        OpslagError: it can't be read.
    """
    data = parse_json(read_bytes(pad, UitslagError, MAX_FILE), pad, UitslagError)
    formaat = data.get("formaat")
    if type(formaat) is int and formaat > FORMAAT:
        raise NieuwereUitslagError(
            pad.name, (Probleem("formaat", "is van een nieuwere versie.", "Werk de indicatietool bij."),)
        )
    if "casus" not in data or "deelnemer" not in data:
        raise UitslagError(pad.name, (Probleem("bestand", "dit is geen uitslag van een casus.", _VREEMD),))
    try:
        return Uitslag.model_validate_json(json.dumps(data))
    except ValidationError as error:
        raise UitslagError(pad.name, describe(error, data, Uitslag)) from None
