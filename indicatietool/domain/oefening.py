"""A practice case: the written story that everyone scores, and why the model answers are what they are.

Comes in: text of a trainer. Goes out: facts inside a practice dossier, whose answers are the model answers. A
consulent who practises gets the same dossier blind: the story without answers and reasons.

Bron: eis 2, 12, 22 and 148.
"""

import hashlib
import json
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from indicatietool.domain.base import Datum, Feit, GevuldeTekst, KorteTekst, Sleutel, Tekst


class CasusNiveau(StrEnum):
    """Hoe moeilijk een oefencasus is."""

    BASIS = "basis"
    LASTIG = "lastig"


class Modelreden(Feit):
    """Waarom één taak in het modelantwoord zo is gescoord, en welke buur het net niet is."""

    taak: Sleutel
    waarom: GevuldeTekst = Field(description="welke woorden uit het verhaal bij het gekozen anker horen")
    waarom_niet: Tekst = Field(default="", description="waarom een ander blok of antwoord hier niet past")


class Oefencasus(Feit):
    """Een verzonnen geval om te oefenen: het verhaal, wat ervan te leren is, en de redenen bij het model."""

    id: Sleutel
    titel: Annotated[GevuldeTekst, Field(max_length=200)]
    niveau: CasusNiveau = CasusNiveau.BASIS
    leerdoel: KorteTekst = ""
    vignet: GevuldeTekst = Field(description="wat een consulent ziet en hoort, zonder scores of minuten")
    bespreekpunten: Tekst = Field(default="", description="voor de trainer: waarover het gesprek kan gaan")
    redenen: tuple[Modelreden, ...] = Field(default=(), max_length=500)
    uitgedeeld: bool = Field(
        default=False, description="zonder modelantwoord: de antwoorden in het dossier zijn van wie oefent"
    )
    model_gezien: Datum | None = Field(
        default=None, description="dag waarop wie oefent het modelantwoord zag; leeg = nog niet"
    )

    @model_validator(mode="after")
    def _one_reason_per_taak(self) -> Self:
        taken = [reden.taak for reden in self.redenen]
        dubbel = sorted({taak for taak in taken if taken.count(taak) > 1})
        if dubbel:
            raise ValueError(f"over taak {', '.join(dubbel)} staan twee redenen; haal er één weg")
        return self

    @model_validator(mode="after")
    def _handed_out_without_reasons(self) -> Self:
        if self.uitgedeeld and (self.redenen or self.bespreekpunten):
            raise ValueError("een uitgedeelde casus heeft geen redenen of bespreekpunten; haal die weg")
        return self

    @property
    def kenmerk(self) -> str:
        """Return the fingerprint of the story (sha256, hex): equal for who scores it and who wrote it."""
        verhaal = json.dumps([self.id, self.titel, self.vignet], ensure_ascii=False)
        return hashlib.sha256(verhaal.encode()).hexdigest()

    def reden(self, taak: str) -> Modelreden | None:
        """Return the reason for a taak, or None where the model gives none."""
        return next((reden for reden in self.redenen if reden.taak == taak), None)

    def blind(self) -> Self:
        """Return the case as a consulent gets it: without reasons and points to discuss."""
        weg = {"redenen": (), "bespreekpunten": "", "model_gezien": None}
        return self.model_copy(update={**weg, "uitgedeeld": True})
