"""What travels in one `.indicatie` file. Knows no zip, no encryption and no files.

Comes in: a dossier as it was written, the kader as it was used, and possibly the proof and the history.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from indicatietool import __version__
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kluis import Gebeurtenis, Json
from indicatietool.store.dossiers import dossier_to_json

NORMENKADER = "normenkader.toml"


@dataclass(frozen=True, slots=True)
class Pakket:
    """Eén dossier op reis, met alles wat nodig is om het later na te rekenen.

    `dossier_json` are the bytes as they were written: their sha256 is printed in the verslag, and a newer
    program would write them otherwise. `kader` are the files of the folder of the normenkader by name,
    `normenkader.toml` among them.
    """

    dossier: Dossier
    dossier_json: bytes = field(repr=False)
    kader: Mapping[str, bytes] = field(repr=False)
    verantwoording: Mapping[str, Json] | None = field(default=None, repr=False)
    geschiedenis: tuple[Gebeurtenis, ...] = field(default=(), repr=False)
    programmaversie: str = __version__

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        kader: Mapping[str, bytes],
        verantwoording: Mapping[str, Json] | None = None,
        geschiedenis: tuple[Gebeurtenis, ...] = (),
    ) -> "Pakket":
        """Return the Pakket of a dossier as it is now."""
        bestanden = MappingProxyType(dict(kader))
        return cls(dossier, dossier_to_json(dossier), bestanden, verantwoording, geschiedenis)
