"""Signs as minisign does, with a key pair of the test itself."""

import base64
import hashlib
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class Ondertekenaar:
    """A key pair, and the files that `minisign -S` would write with it."""

    def __init__(self, zaad: bytes = b"z" * 32, nummer: bytes = b"12345678") -> None:
        self._geheim = Ed25519PrivateKey.from_private_bytes(zaad)
        self.nummer = nummer

    @property
    def publiek(self) -> str:
        """The line of minisign.pub that starts with RW."""
        return base64.b64encode(b"Ed" + self.nummer + self._geheim.public_key().public_bytes_raw()).decode()

    def sign(
        self, inhoud: bytes, *, soort: bytes = b"ED", toelichting: str = "timestamp:1795305600"
    ) -> bytes:
        """The content of the .minisig."""
        getekend = inhoud if soort == b"Ed" else hashlib.blake2b(inhoud, digest_size=64).digest()
        handtekening = self._geheim.sign(getekend)
        geheel = self._geheim.sign(handtekening + toelichting.encode())
        regels = (
            b"untrusted comment: signature from the test",
            base64.b64encode(soort + self.nummer + handtekening),
            b"trusted comment: " + toelichting.encode(),
            base64.b64encode(geheel),
        )
        return b"\n".join(regels) + b"\n"

    def sign_file(self, bestand: Path, *, soort: bytes = b"ED") -> Path:
        """Write the .minisig beside a file."""
        teken = bestand.with_name(bestand.name + ".minisig")
        teken.write_bytes(self.sign(bestand.read_bytes(), soort=soort))
        return teken
