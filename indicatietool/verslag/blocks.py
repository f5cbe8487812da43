"""The blocks a verslag is built from: one story for PDF, ODT, DOCX, HTML and plain text.

Plain data in words and exact numbers. Knows no paper, fonts or colours.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from indicatietool.domain.versie import Versie


class AlineaStijl(StrEnum):
    """Hoe een alinea klinkt."""

    GEWOON = "gewoon"
    KLEIN = "klein"
    NADRUK = "nadruk"
    CITAAT = "citaat"
    LEEG = "leeg"


@dataclass(frozen=True, slots=True)
class Kop:
    """Een kop: niveau 1 is een onderdeel van het verslag, 3 het laagst."""

    niveau: Literal[1, 2, 3]
    tekst: str
    grondslag: str = ""


@dataclass(frozen=True, slots=True)
class Alinea:
    """Een stuk lopende tekst."""

    tekst: str
    stijl: AlineaStijl = AlineaStijl.GEWOON


@dataclass(frozen=True, slots=True)
class Lijst:
    """Een opsomming."""

    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gegeven:
    """Eén gegeven met zijn naam; `is_leeg` betekent dat de waarde alleen zegt dat er niets is."""

    label: str
    waarde: str
    grondslag: str = ""
    is_leeg: bool = False


@dataclass(frozen=True, slots=True)
class Gegevens:
    """Een rij gegevens onder elkaar."""

    rijen: tuple[Gegeven, ...]


@dataclass(frozen=True, slots=True)
class Kolom:
    """Een kolom van een tabel: kop, breedte als deel van het geheel, en de kant waar de tekst staat."""

    kop: str
    breedte: int
    is_getal: bool = False


class RijSoort(StrEnum):
    """Welke rol een rij in een tabel heeft."""

    GEWOON = "gewoon"
    TUSSENKOP = "tussenkop"
    TOTAAL = "totaal"


@dataclass(frozen=True, slots=True)
class Rij:
    """Een rij van een tabel; de toelichting staat eronder, over de volle breedte."""

    cellen: tuple[str, ...]
    toelichting: str = ""
    soort: RijSoort = RijSoort.GEWOON


@dataclass(frozen=True, slots=True)
class Tabel:
    """Een tabel met een bijschrift erboven."""

    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    bijschrift: str = ""


@dataclass(frozen=True, slots=True)
class Nadrukblok:
    """Het getal waar het om gaat, met een regel erboven en regels eronder."""

    boven: str
    getal: str
    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetOp:
    """Een vak met iets dat de lezer niet mag missen."""

    titel: str
    inleiding: str
    regels: tuple[str, ...] = ()


class StaafSoort(StrEnum):
    """Wat een staaf in een waterval doet: een stand tonen, of minuten erbij of eraf."""

    STAND = "stand"
    ERBIJ = "erbij"
    ERAF = "eraf"


@dataclass(frozen=True, slots=True)
class Staaf:
    """Eén staaf van een waterval, van het ene aantal minuten per week tot het andere."""

    label: str
    van: Fraction
    tot: Fraction
    waarde: str
    soort: StaafSoort


@dataclass(frozen=True, slots=True)
class Waterval:
    """Een figuur van bruto naar het totaal, in minuten per week."""

    bijschrift: str
    alternatief: str
    staven: tuple[Staaf, ...]


@dataclass(frozen=True, slots=True)
class MargeBalk:
    """Eén taak in de figuur met marges: laagst, richtwaarde, hoogst en gekozen, in minuten per week."""

    label: str
    min: Fraction
    richt: Fraction
    max: Fraction
    gekozen: Fraction | None
    waarde: str


@dataclass(frozen=True, slots=True)
class MargeBalken:
    """Een figuur die per taak toont waar de keuze ligt ten opzichte van de marge."""

    bijschrift: str
    alternatief: str
    balken: tuple[MargeBalk, ...]


@dataclass(frozen=True, slots=True)
class Stippenrij:
    """Eén rij stippen op een lijn van minuten per maand, van laag naar hoog; niemand is te herkennen."""

    label: str
    punten: tuple[Fraction, ...]
    model: Fraction | None
    waarde: str


@dataclass(frozen=True, slots=True)
class Stippen:
    """Een figuur met een stip per uitslag van een groep, alle rijen op één schaal."""

    bijschrift: str
    alternatief: str
    rijen: tuple[Stippenrij, ...]


@dataclass(frozen=True, slots=True)
class Ondertekenaar:
    """Wie het verslag ondertekent; de naam mag leeg zijn en wordt dan geschreven."""

    rol: str
    naam: str = ""


@dataclass(frozen=True, slots=True)
class Ondertekening:
    """De plek voor hokjes, een reden en handtekeningen.

    `keuzes` are tick boxes; after the last one there is room to write why. `aanvraag` is a tick box too.
    """

    keuzes: tuple[str, ...]
    aanvraag: str
    ondertekenaars: tuple[Ondertekenaar, ...]


@dataclass(frozen=True, slots=True)
class NieuwePagina:
    """Wat volgt begint op een nieuwe bladzijde."""


VerslagBlok = (
    Kop
    | Alinea
    | Lijst
    | Gegevens
    | Tabel
    | Nadrukblok
    | LetOp
    | Waterval
    | MargeBalken
    | Stippen
    | Ondertekening
    | NieuwePagina
)


@dataclass(frozen=True, slots=True)
class Verslag:
    """Een onderzoeksverslag, klaar om te maken: wat er staat, niet hoe het eruitziet.

    Bron: Wmo 2015 art. 2.3.2 lid 8; de volgorde van domein/recht.md §3.4.
    """

    titel: str
    kenmerk: str
    kopregels: tuple[str, ...]
    blokken: tuple[VerslagBlok, ...]
    watermerk: str | None
    voettekst: str
    datum: date
    auteur: str
    is_concept: bool
    taal: str = "nl-NL"
    versie: Versie = Versie.DOSSIER
    controlecode: str = ""
    kleur: str = "#0b5394"
    """The colour of headings and rules, with a contrast of at least 4.5 on white."""
    logo: bytes = b""
    """A PNG for the first page; empty without one."""
    logo_alternatief: str = ""


@dataclass(frozen=True, slots=True)
class Sectie:
    """Eén onderdeel van een verslag met zijn titel, om apart te kopiëren."""

    titel: str
    blokken: tuple[VerslagBlok, ...]


def sections_of(verslag: Verslag) -> tuple[Sectie, ...]:
    """Return the parts of a verslag, each from its heading of level 1; what comes before has its title."""
    starts = [plek for plek, blok in enumerate(verslag.blokken) if isinstance(blok, Kop) and blok.niveau == 1]
    vooraf = verslag.blokken[: starts[0] if starts else None]
    eerste = (Sectie(verslag.titel, vooraf),) if vooraf else ()
    delen = zip(starts, [*starts[1:], len(verslag.blokken)], strict=True)
    return (*eerste, *(_section(verslag.blokken[van:tot]) for van, tot in delen))


def _section(blokken: tuple[VerslagBlok, ...]) -> Sectie:
    kop, *rest = blokken
    titel = kop.tekst if isinstance(kop, Kop) else ""
    return Sectie(titel, tuple(blok for blok in (kop, *rest) if not isinstance(blok, NieuwePagina)))


def texts_in(deel: object) -> Iterator[str]:
    """Yield every text that says something in a verslag, a block or a tuple of them, in reading order."""
    if isinstance(deel, str):
        if deel.strip():
            yield deel
    elif isinstance(deel, tuple):
        for onderdeel in deel:
            yield from texts_in(onderdeel)
    elif is_dataclass(deel):
        for veld in fields(deel):
            yield from texts_in(getattr(deel, veld.name))
