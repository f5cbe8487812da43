"""Who hands in an uitslag, without a name: equal for one laptop and one case, unlinkable between cases.

Comes in: an open oefenkluis. Goes out: a secret that stays there, and what is made of it per case.
"""

import hmac
import secrets

from indicatietool.errors import InvoerError
from indicatietool.store.kluis import Kluis

_SETTING = "uitslag_deelnemer"
_BYTES = 32


def participant(geheim: bytes, kenmerk: str) -> str:
    """Return the mark of a participant on one case: 32 hex digits.

    Args:
        geheim: the secret of the laptop; without it two marks can't be connected.
        kenmerk: the fingerprint of the case.
    """
    return hmac.digest(geheim, kenmerk.encode(), "sha256").hex()[:32]


def secret_of(kluis: Kluis | None) -> bytes:
    """Return the secret of an oefenkluis; made when it is first asked for.

    Raises:
        InvoerError: there is no oefenkluis.
        OpslagError: it could not be kept.
    """
    if kluis is None:
        raise InvoerError("Een uitslag hoort bij de oefenkluis. Open de casus via Oefenen.")
    bewaard = kluis.setting(_SETTING)
    if isinstance(bewaard, str) and len(bewaard) == 2 * _BYTES:
        return bytes.fromhex(bewaard)
    return begin_as_another(kluis)


def begin_as_another(kluis: Kluis) -> bytes:
    """Let who hands in from now on count as another participant, for a laptop that is shared.

    Raises:
        OpslagError: it could not be kept.
    """
    geheim = secrets.token_bytes(_BYTES)
    kluis.set_setting(_SETTING, geheim.hex())
    return geheim
