"""The control code of a verslag: short enough to read aloud, the same in every version.

Comes in: Verantwoording and outcome. Goes out: three groups of four characters. The head of the log is not
part of it: what the code covers can be found again from the dossier and what each version prints.
"""

import hashlib
import json

from indicatietool.domain.base import write_exact
from indicatietool.domain.indicatie import Indicatie, Verantwoording

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 characters: without I, L, O and U, which are misread."""
_LENGTH = 12
"""Characters of five bits: one in 10^18 that another outcome has the same code."""

HOE_TE_CONTROLEREN = (
    "Elke versie van dit verslag heeft dezelfde controlecode. Verschilt de code, dan horen de versies niet "
    "bij elkaar."
)


def control_code(bewijs: Verantwoording, indicatie: Indicatie) -> str:
    """Return the code over kader, dossier, program, day, the minutes per taak and the total.

    Returns:
        Twelve characters in three groups, such as "7K2M-9QXD-3FHT"; equal input gives an equal code.
    """
    vingerafdruk = hashlib.sha256(canonical(bewijs, indicatie)).digest()
    getal = int.from_bytes(vingerafdruk[:8], "big")
    tekens = "".join(_ALPHABET[getal >> 5 * plek & 31] for plek in range(_LENGTH))
    return "-".join(tekens[plek : plek + 4] for plek in range(0, _LENGTH, 4))


def canonical(bewijs: Verantwoording, indicatie: Indicatie) -> bytes:
    """Return what the code is taken over, in one spelling: JSON with sorted names, in UTF-8."""
    per_taak = {
        u.taak: None if u.minuten_per_week is None else write_exact(u.minuten_per_week)
        for u in indicatie.taken
    }
    inhoud = {
        "dossier": bewijs.dossier,
        "dossier_sha256": bewijs.dossier_sha256,
        "kader": [bewijs.kader_id, bewijs.kader_versie, bewijs.kader_status, bewijs.kader_sha256],
        "programma": bewijs.programmaversie,
        "datum": bewijs.datum.isoformat(),
        "status": str(bewijs.status),
        "minuten_per_taak_per_week": per_taak,
        "minuten_per_maand": indicatie.minuten_per_maand,
    }
    return json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
