"""One slide of a lesson, as words and numbers. Knows no kader and no widgets."""

from dataclasses import dataclass
from typing import NamedTuple


class Kolom(NamedTuple):
    """Eén kolom van een dia: een kop, een groot getal (leeg als er geen is) en regels tekst."""

    kop: str
    getal: str = ""
    regels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dia:
    """Eén dia: bij welk deel zij hoort, wat er staat, en waar het in het normenkader te lezen is.

    `vindplaats` is groep and titel of a part in `session.kader_view`; both empty when there is none.
    `heeft_cijfers` tells whether figures of the kader stand on it.
    """

    deel: str
    titel: str
    inleiding: str = ""
    kolommen: tuple[Kolom, ...] = ()
    slot: str = ""
    heeft_cijfers: bool = True
    vindplaats: tuple[str, str] = ("", "")

    @property
    def tekst(self) -> str:
        """Return everything on it, as it is read aloud."""
        kolommen = (deel for kolom in self.kolommen for deel in (kolom.kop, kolom.getal, *kolom.regels))
        delen = (self.titel, self.inleiding, *kolommen, self.slot)
        return " ".join(deel if deel.endswith((".", "?")) else f"{deel}." for deel in delen if deel)
