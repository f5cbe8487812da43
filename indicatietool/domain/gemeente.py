"""The seven municipalities of the Drechtsteden and their CBS codes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gemeente:
    """Een gemeente namens wier college de indicatie wordt gesteld.

    Bron: CBS-gemeentecodes; domein/iwmo.md §4.6.
    """

    code: str
    naam: str


GEMEENTEN = (
    Gemeente("0482", "Alblasserdam"),
    Gemeente("0505", "Dordrecht"),
    Gemeente("0523", "Hardinxveld-Giessendam"),
    Gemeente("0531", "Hendrik-Ido-Ambacht"),
    Gemeente("0590", "Papendrecht"),
    Gemeente("0610", "Sliedrecht"),
    Gemeente("0642", "Zwijndrecht"),
)


def gemeente_naam(code: str | None) -> str:
    """Return the name for a CBS code, or an empty text when none was chosen."""
    return next((gemeente.naam for gemeente in GEMEENTEN if gemeente.code == code), "")
