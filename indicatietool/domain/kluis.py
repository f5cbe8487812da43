"""What the kluis tells of itself: events, sealed versions, lines of the log, copies.

Facts only: frozen, without files, keys or a clock. Moments are in UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum
from typing import Final, TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""A value as JSON knows it."""

Pad: TypeAlias = tuple[str | int, ...]
"""The way to a value in a dossier: names of fields, and places in a list from 0."""


class _Ontbreekt(Enum):
    ONTBREEKT = "ontbreekt"

    def __repr__(self) -> str:
        return "ONTBREEKT"


ONTBREEKT: Final = _Ontbreekt.ONTBREEKT
"""In the place of a value that is not there: added in `oud`, taken away in `nieuw`."""

Waarde: TypeAlias = "Json | _Ontbreekt"


class KluisSoort(StrEnum):
    """Waar een kluis voor is: echte dossiers of alleen oefengevallen."""

    ECHT = "echt"
    OEFEN = "oefen"


class GebeurtenisSoort(StrEnum):
    """Wat er met een dossier gebeurde."""

    BEGIN = "begin"
    WIJZIGING = "wijziging"
    ONGEDAAN = "ongedaan"
    OPNIEUW = "opnieuw"
    HEROPEND = "heropend"
    DEFINITIEF = "definitief"
    HERSTELD = "hersteld"
    INGELEZEN = "ingelezen"


@dataclass(frozen=True, slots=True)
class Wijziging:
    """Eén gegeven dat veranderde: waar het staat, wat er stond en wat er nu staat.

    `oud` is ONTBREEKT where a part was added, `nieuw` where it was taken away.
    """

    pad: Pad
    oud: Waarde
    nieuw: Waarde


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Eén stap in de geschiedenis van een dossier: wie, wat, wanneer en waarom.

    `volg` counts from 1 per dossier; `van` is the volg of the event that this one undoes or redoes.
    """

    dossier: str
    volg: int
    moment: datetime
    actor: str
    soort: GebeurtenisSoort
    wat: str
    waarom: str
    van: int | None
    wijzigingen: tuple[Wijziging, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Zegel:
    """Een vastgelegde versie van een dossier, met het normenkader waarmee is gerekend.

    `inhoud` is the dossier as JSON, `kader` the normenkader as it was used; `versie` counts from 1.
    """

    dossier: str
    versie: int
    moment: datetime
    actor: str
    inhoud: bytes = field(repr=False)
    kader: bytes = field(repr=False)
    kader_sha256: str
    verantwoording: Mapping[str, Json] = field(repr=False)
    heropend_op: datetime | None = None
    heropend_door: str = ""
    heropend_waarom: str = ""


@dataclass(frozen=True, slots=True)
class LogRegel:
    """Eén regel van het logboek: wie deed wat, waarmee, wanneer en met welk resultaat.

    Bron: BIO 8.15.01. `inhoud_sha256` stands for a value; the value itself is never in the log.
    """

    volg: int
    moment: datetime
    actor: str
    actie: str
    object: str
    resultaat: str
    oorsprong: str
    inhoud_sha256: str
    vorige: str
    hash: str


@dataclass(frozen=True, slots=True)
class LogKop:
    """De laatste regel van het logboek; afgedrukt in een verslag bewijst hij alles ervoor."""

    volg: int
    hash: str


@dataclass(frozen=True, slots=True)
class Kopie:
    """Een versleutelde kopie van de kluis: de naam, het moment en de grootte in bytes.

    `is_opzij` tells that it is a state that was put aside when another copy was restored.
    """

    naam: str
    moment: datetime
    omvang: int
    is_opzij: bool = False


@dataclass(frozen=True, slots=True)
class ImportVerslag:
    """Wat er is ingelezen uit de losse bestanden van vroeger, en wat is blijven staan.

    `ingelezen` holds nummers; `hernummerd` old and new nummer; `oefening` files with a practice case that
    belong in the oefenkluis; `gebleven` files that could not be read, each with the reason.
    """

    ingelezen: tuple[str, ...] = ()
    hernummerd: tuple[tuple[str, str], ...] = ()
    oefening: tuple[str, ...] = ()
    gebleven: tuple[tuple[str, str], ...] = ()


class WachtwoordSterkte(StrEnum):
    """Hoe moeilijk een wachtwoord te raden is, in woorden."""

    TE_ZWAK = "te zwak"
    REDELIJK = "redelijk"
    STERK = "sterk"


@dataclass(frozen=True, slots=True)
class WachtwoordOordeel:
    """Wat het programma van een wachtwoord vindt, met een zin over wat beter kan.

    `bits` is the estimated entropy, rounded down.
    """

    sterkte: WachtwoordSterkte
    bits: int
    uitleg: str
