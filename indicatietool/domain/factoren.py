"""The questions beside the scale: factoren with a choice, a number, or a class that follows from points.

Knows no taken and no minutes.
"""

from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from indicatietool.domain.base import Feit, GevuldeTekst, Sleutel, Tekst


class Plaats(StrEnum):
    """Waar een factor wordt gevraagd: bij elke taak, bij een leefgebied of één keer per dossier."""

    TAAK = "taak"
    LEEFGEBIED = "leefgebied"
    DOSSIER = "dossier"


class Keuze(Feit):
    """Een antwoord dat bij een factor kan worden gekozen."""

    id: Sleutel
    naam: GevuldeTekst
    anker: GevuldeTekst = Field(description="zichtbaar gedrag of feit waaraan dit te herkennen is")
    punten: int = Field(default=0, ge=-99, le=99, description="punten die deze keuze meetelt")


class Puntengrens(Feit):
    """Vanaf hoeveel punten een keuze geldt: `vanaf` telt het getal zelf mee, `boven` niet."""

    keuze: Sleutel
    vanaf: int | None = None
    boven: int | None = None

    @model_validator(mode="after")
    def _one_border(self) -> "Puntengrens":
        if (self.vanaf is None) == (self.boven is None):
            raise ValueError("noem óf vanaf óf boven, niet allebei en niet geen van beide")
        return self


class Puntentabel(Feit):
    """Welke factoren samen punten geven, en welke keuze daaruit volgt; de laatste grens die past geldt."""

    factoren: tuple[Sleutel, ...] = Field(min_length=1, description="factoren waarvan de punten tellen")
    grenzen: tuple[Puntengrens, ...] = Field(min_length=1, description="oplopend")


class Factor(Feit):
    """Een omstandigheid die meer of minder minuten kan geven, zoals motivatie of risico."""

    id: Sleutel
    naam: GevuldeTekst
    vraag: GevuldeTekst
    gevraagd_bij: Plaats
    van: Literal["client", "omgeving"] = Field(description="ligt in de cliënt of in de omgeving")
    uitleg: Tekst = ""
    soort: Literal["keuze", "aantal"] = Field(default="keuze", description="een keuze of een getal")
    keuzes: tuple[Keuze, ...] = Field(default=(), max_length=12)
    hoogste: int = Field(default=99, ge=1, le=999, description="bij een getal: het hoogste dat mag")
    eenheid: Tekst = Field(default="", description="bij een getal: wat er geteld wordt, bijv. kamers")
    punten: Puntentabel | None = Field(
        default=None, description="deze factor wordt niet gevraagd maar volgt uit opgetelde punten"
    )
    bron: Sleutel

    def tell(self, keuze: str | int) -> str:
        """Return an answer in words: the name of the choice, or the number with what is counted."""
        if isinstance(keuze, int):
            return f"{keuze} {self.eenheid}".strip()
        return next((k.naam for k in self.keuzes if k.id == keuze), keuze)

    def tell_with_anker(self, keuze: str | int) -> str:
        """Return an answer in words with its anchor."""
        return next((f"{k.naam}. {k.anker}" for k in self.keuzes if k.id == keuze), self.tell(keuze))

    @model_validator(mode="after")
    def _fits_its_soort(self) -> "Factor":
        if self.soort == "keuze" and len(self.keuzes) < 2:
            raise ValueError("heeft te weinig keuzes; geef er minstens twee")
        if self.soort == "aantal" and (self.keuzes or self.punten):
            raise ValueError("is een getal en heeft dan geen keuzes of punten; haal die weg")
        return self
