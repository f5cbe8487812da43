"""A file that travels inside a verslag. Knows nothing of PDF."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bijlage:
    """Een bestand dat in het verslag wordt meegegeven, zoals het dossier."""

    naam: str
    inhoud: bytes
    mediatype: str = "application/octet-stream"
    omschrijving: str = "Het dossier waaruit dit verslag is gemaakt"
