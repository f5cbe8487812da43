"""What a typed field is: its label, kind, legal ground, and reading it from a dossier.

The fields themselves stand in domain.velden.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indicatietool.domain.bsn import mask
from indicatietool.domain.dossier import Dossier


class VeldSoort(StrEnum):
    """Hoe een veld wordt ingevuld."""

    REGEL = "regel"
    TEKST = "tekst"
    DATUM = "datum"
    JA_NEE = "ja_nee"
    GETAL = "getal"
    KEUZE = "keuze"
    BSN = "bsn"


@dataclass(frozen=True, slots=True)
class Veld:
    """Eén invulbaar gegeven van het dossier.

    `pad` is section.field of the Dossier; `nodig` means: needed for a definitive report.
    """

    pad: str
    label: str
    soort: VeldSoort
    uitleg: str = ""
    grondslag: str = ""
    nodig: bool = False
    keuzes: tuple[tuple[str, str], ...] = ()

    @property
    def sectie(self) -> str:
        """Return the part of the dossier that holds the field."""
        return self.pad.partition(".")[0]

    @property
    def naam(self) -> str:
        """Return the field's name within its part."""
        return self.pad.partition(".")[2]


@dataclass(frozen=True, slots=True)
class VeldGroep:
    """Velden die onder één kopje bij elkaar horen."""

    titel: str
    velden: tuple[Veld, ...]


def value_of(dossier: Dossier, veld: Veld) -> object:
    """Return what a dossier holds in a field; None or an empty text when nothing was filled in."""
    return getattr(getattr(dossier, veld.sectie), veld.naam)


def is_filled(dossier: Dossier, veld: Veld) -> bool:
    """Tell whether something was filled in; only spaces is nothing, but "nee" and 0 are answers."""
    value = value_of(dossier, veld)
    return value is not None and str(value).strip() != ""


def text_of(dossier: Dossier, veld: Veld) -> str:
    """Return a field as text for a reader; empty when nothing was filled in."""
    value = value_of(dossier, veld)
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case date():
            return f"{value.day}-{value.month}-{value.year}"
        case StrEnum():
            return dict(veld.keuzes)[value]
        case str() if veld.soort is VeldSoort.BSN:
            return mask(value)
        case _:
            return str(value)
