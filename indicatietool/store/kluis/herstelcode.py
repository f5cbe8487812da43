"""The herstelcode: 130 random bits on paper, with a check on typing mistakes.

Comes in: what a person typed over. Goes out: the code in one spelling, or a WachtwoordError.
"""

import hashlib
import secrets

from indicatietool.errors import WachtwoordError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which look like another character."""

_LOOKALIKES = str.maketrans("OIL", "011")
_RANDOM = 26
"""Characters of 5 bits: 130 bits, so that guessing is hopeless without any KDF."""
_CHECK = 2
_GROUP = 4


def new_code() -> str:
    """Return a new herstelcode in seven groups of four characters."""
    body = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM))
    whole = body + _check_of(body)
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def read_code(tekst: str) -> str:
    """Return a typed code as the kluis knows it: capitals, no hyphens or spaces.

    Raises:
        WachtwoordError: it is not a herstelcode, or there is a typing mistake in it.
    """
    code = "".join(tekst.upper().split()).replace("-", "").translate(_LOOKALIKES)
    if len(code) != _RANDOM + _CHECK or not set(code) <= set(_ALPHABET):
        raise WachtwoordError(
            "Dit is geen herstelcode. De code heeft zeven groepjes van vier letters en cijfers. Typ hem over."
        )
    if code[_RANDOM:] != _check_of(code[:_RANDOM]):
        raise WachtwoordError("Er zit een typefout in de herstelcode. Vergelijk hem met het papier.")
    return code


def _check_of(body: str) -> str:
    """Return two characters that find 1,023 of 1,024 typing mistakes."""
    number = int.from_bytes(hashlib.sha256(body.encode()).digest()[:2], "big")
    return _ALPHABET[number >> 5 & 31] + _ALPHABET[number & 31]
