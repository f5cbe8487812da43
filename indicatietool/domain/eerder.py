"""The earlier onderzoek that a herindicatie, herziening or omzetting builds on, kept beside the new facts.

A snapshot: the difference can be shown without the earlier dossier.
"""

from dataclasses import dataclass
from fractions import Fraction

from pydantic import Field

from indicatietool.domain.base import Datum, Exact, Feit, KorteTekst, Sleutel
from indicatietool.domain.fasen import MinutenPerMaand
from indicatietool.domain.schaal import BlokCode


class EerdereTaak(Feit):
    """Hoe één taak er in het eerdere onderzoek uitkwam."""

    taak: Sleutel
    naam: KorteTekst
    blok: BlokCode | None = None
    minuten_per_week: Exact


class EerderOnderzoek(Feit):
    """De uitkomst van het onderzoek waar dit dossier op voortbouwt.

    Bron: eisen 80, 101, 132 en 140.
    """

    nummer: Sleutel | None = Field(
        default=None, description="nummer van dat dossier; leeg als het van vóór dit programma is"
    )
    datum: Datum | None = None
    kader: KorteTekst = Field(default="", description="naam en versie van het normenkader van toen")
    minuten_per_maand: MinutenPerMaand
    einddatum: Datum | None = None
    profiel: BlokCode | None = None
    taken: tuple[EerdereTaak, ...] = Field(default=(), max_length=500)


@dataclass(frozen=True, slots=True)
class TaakVerschil:
    """Eén taak toen en nu: het blok en de minuten per week; None waar de taak er niet was of nog open is."""

    naam: str
    blok_toen: str | None
    blok_nu: str | None
    toen: Fraction | None
    nu: Fraction | None
