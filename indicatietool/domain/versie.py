"""For whom a verslag is made: the file, the client or the aanbieder. Knows no text."""

from enum import StrEnum


class Versie(StrEnum):
    """Voor wie een verslag is: voor het dossier, voor de cliënt of voor de aanbieder.

    Bron: recht.md §3.5; eisen 161, 162 en 165.
    """

    DOSSIER = "dossier"
    CLIENT = "client"
    AANBIEDER = "aanbieder"

    @property
    def naam(self) -> str:
        """Return the name as the consulent says it."""
        return {"dossier": "dossierversie", "client": "cliëntversie", "aanbieder": "aanbiedersversie"}[self]
