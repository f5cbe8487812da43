"""Every error raised on purpose, each with a finished Dutch message: what, where, and what to do.

Knows nothing of the domain, of files or of screens.
"""

from dataclasses import dataclass


class IndicatietoolError(Exception):
    """Base of every expected error; `str(error)` is the message for the user."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Probleem:
    """Eén gebrek in een bestand: de plaats, wat er mis is en wat de lezer kan doen."""

    plaats: str
    wat: str
    remedie: str

    def __str__(self) -> str:
        """Return the problem on one line."""
        return f"{self.plaats}: {self.wat} {self.remedie}".strip()


class BestandError(IndicatietoolError):
    """A file that can't be used: all its problems at once.

    Args:
        bestand: name of the file as the user knows it.
        problemen: at least one problem, in the order of the file.
    """

    soort = "bestand"

    def __init__(self, bestand: str, problemen: tuple[Probleem, ...]) -> None:
        """Make the message from the problems."""
        self.bestand = bestand
        self.problemen = problemen
        kop = (
            f"{bestand}: dit {self.soort} is niet te gebruiken ({len(problemen)} "
            f"{'probleem' if len(problemen) == 1 else 'problemen'})."
        )
        super().__init__("\n".join([kop, *(f"  - {probleem}" for probleem in problemen)]))


class NormenkaderError(BestandError):
    """A normenkader that can't be read, contradicts itself or fails its own examples."""

    soort = "normenkader"


class DossierError(BestandError):
    """A dossier that can't be read, or that does not fit its normenkader."""

    soort = "dossier"


class NieuwerDossierError(DossierError):
    """A dossier made by a newer version of the program; it is left as it is."""

    exit_code = 7


class HuisstijlError(BestandError):
    """A file with the house style of the gemeenten, or a logo, that can't be used."""

    soort = "huisstijlbestand"


class OverdrachtError(BestandError):
    """A `.indicatie` file that can't be used: not ours, cut off, or larger than it may be."""

    soort = "overdrachtsbestand"


class UitslagError(BestandError):
    """An uitslag or a kept session of a group that can't be used."""

    soort = "uitslagbestand"


class NieuwereUitslagError(UitslagError):
    """An uitslag made by a newer version of the program; it is left as it is."""

    exit_code = 7


class BesluitError(IndicatietoolError):
    """A besluit that can't be taken as asked."""


class ConflictError(IndicatietoolError):
    """A change that does not fit what the kluis holds: sealed, or a nummer that is taken."""


class IntegriteitError(IndicatietoolError):
    """Something in the kluis is damaged, was tampered with or is missing; nothing was changed."""

    exit_code = 3


class BezetError(IndicatietoolError):
    """The kluis is in use by another window or program."""

    exit_code = 4


class OpslagError(IndicatietoolError):
    """A file that could not be written or read by the operating system."""

    exit_code = 5


class WachtwoordError(IndicatietoolError):
    """A wachtwoord or herstelcode that does not open the kluis."""

    exit_code = 6


class NieuwereVersieError(IndicatietoolError):
    """Something made by a newer version of the program; it is left as it is."""

    exit_code = 7


class VerslagError(IndicatietoolError):
    """A verslag that can't be made yet, or can't be written."""


class InvoerError(IndicatietoolError):
    """A value that can't stand in the field where it was typed."""
