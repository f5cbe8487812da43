"""The rules of a normenkader: a closed set of typed effects under conditions. No expressions, no code.

Knows ids of factoren, blokken and taken, not their contents.
"""

from enum import StrEnum
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, model_validator

from indicatietool.domain.base import Feit, GevuldeTekst, Sleutel
from indicatietool.domain.schaal import BlokCode, Minuten, Richting

MAX_MINUTEN = 525_600
"""Minutes in a year."""

RuimeMinuten = Annotated[int, Field(ge=0, le=MAX_MINUTEN, description="minuten, 0 t/m 525600 (een jaar)")]
Gemeentecode = Annotated[str, Field(pattern=r"^[0-9]{4}$", description="CBS-gemeentecode")]


class Periode(StrEnum):
    """Een tijdvak waarover minuten zijn uitgedrukt."""

    DAG = "dag"
    WEEK = "week"
    MAAND = "maand"
    JAAR = "jaar"


class Voorwaarde(Feit):
    """Wanneer een regel geldt; wat is ingevuld moet allemaal waar zijn (met `niet`: juist niet)."""

    factor: Sleutel | None = None
    keuzes: tuple[Sleutel, ...] = Field(default=(), description="één van deze keuzes bij de factor")
    vanaf: int | None = Field(default=None, description="bij een getal: dit of meer")
    boven: int | None = Field(default=None, description="bij een getal: meer dan dit")
    tot_en_met: int | None = Field(default=None, description="bij een getal: dit of minder")
    onder: int | None = Field(default=None, description="bij een getal: minder dan dit")
    richtingen: tuple[Richting, ...] = ()
    blokken: tuple[BlokCode, ...] = ()
    taken: tuple[Sleutel, ...] = Field(default=(), description="alleen bij deze taken")
    leefgebieden: tuple[Sleutel, ...] = Field(default=(), description="alleen bij deze leefgebieden")
    met_een_van: tuple[Sleutel, ...] = Field(default=(), description="minstens een van deze taken is nodig")
    met_alle: tuple[Sleutel, ...] = Field(default=(), description="al deze taken zijn nodig")
    gemeenten: tuple[Gemeentecode, ...] = Field(default=(), description="alleen in deze gemeenten")
    niet: bool = Field(default=False, description="draait de voorwaarde om")

    @model_validator(mode="after")
    def _says_something(self) -> "Voorwaarde":
        getal = any(grens is not None for grens in (self.vanaf, self.boven, self.tot_en_met, self.onder))
        if (self.factor is None) == bool(self.keuzes or getal):
            raise ValueError("factor en keuzes horen bij elkaar; vul ze allebei in of geen van beide")
        if self.keuzes and getal:
            raise ValueError("noemt keuzes en een grens; een factor heeft keuzes of een getal")
        rest = (self.richtingen, self.blokken, self.taken, self.leefgebieden)
        if not (self.factor or any(rest) or self.met_een_van or self.met_alle or self.gemeenten):
            raise ValueError("is leeg; noem een factor, richting, blok, taak of leefgebied")
        return self

    @property
    def asks_only_keuze(self) -> bool:
        """Tell whether nothing but a choice decides; most conditions of a kader are of this kind."""
        rest = (self.richtingen, self.blokken, self.taken, self.leefgebieden, self.met_een_van)
        return bool(self.keuzes) and not any((*rest, self.met_alle, self.gemeenten))


class Procent(Feit):
    """Effect: een percentage erbij of eraf, van de basis of van de tussenstand."""

    soort: Literal["procent"]
    procent: int = Field(ge=-100, le=400, description="procent erbij (+) of eraf (-), -100 t/m 400")
    van: Literal["basis", "tussenstand"] = Field(description="waarvan het percentage wordt genomen")


class MinutenErbij(Feit):
    """Effect: een vast aantal minuten erbij of eraf, nooit onder nul; met `maal` zoveel keer."""

    soort: Literal["minuten"]
    minuten: int = Field(ge=-MAX_MINUTEN, le=MAX_MINUTEN, description="minuten erbij (+) of eraf (-)")
    per: Periode = Periode.WEEK
    maal: Sleutel | None = Field(default=None, description="een factor met een getal, bijv. kamers")


class Vervangt(Feit):
    """Effect: een vast aantal minuten komt in de plaats van de tussenstand."""

    soort: Literal["vervangt"]
    minuten: RuimeMinuten
    per: Periode = Periode.WEEK


class Vervalt(Feit):
    """Effect: voor deze taak blijven geen minuten over."""

    soort: Literal["vervalt"]


class TenHoogste(Feit):
    """Effect: de tussenstand wordt niet hoger dan dit aantal minuten."""

    soort: Literal["maximum"]
    minuten: RuimeMinuten
    per: Periode = Periode.WEEK


class TenMinste(Feit):
    """Effect: de tussenstand wordt niet lager dan dit aantal minuten."""

    soort: Literal["minimum"]
    minuten: RuimeMinuten
    per: Periode = Periode.WEEK


Effect = Annotated[
    Procent | MinutenErbij | Vervangt | Vervalt | TenHoogste | TenMinste, Field(discriminator="soort")
]


class Regel(Feit):
    """Een stap van het normenkader die onder voorwaarden de minuten van een taak verandert."""

    id: Sleutel
    tekst: GevuldeTekst = Field(description="de Nederlandse zin die bij de rekenstap staat")
    als: tuple[Voorwaarde, ...] = Field(min_length=1, description="alle voorwaarden moeten gelden")
    effect: Effect
    deel: Literal["bruto", "aftrek"] = Field(
        default="bruto", description="aftrek: wat anderen overnemen volgens de norm, ná bruto"
    )
    groep: Sleutel | None = Field(
        default=None, description="van de regels in een groep telt alleen de hoogste uitkomst"
    )
    bron: Sleutel


class KlareRegel(NamedTuple):
    """Een regel met wat per kader vaststaat al opgezocht; elke taak gaat langs elke regel.

    `keuzes` are the conditions that only compare a choice: factor, keuzes and `niet`; `rest` the others.
    `procent` is None where the effect is no percentage.
    """

    regel: Regel
    groep: str | None
    keuzes: tuple[tuple[str, tuple[str, ...], bool], ...]
    rest: tuple[Voorwaarde, ...]
    procent: int | None
    van_basis: bool
    tekst: str
    bron: str

    @classmethod
    def of(cls, regel: Regel, bron: str) -> "KlareRegel":
        """Return a rule prepared; `bron` is its source as it stands beside a rekenstap."""
        effect = regel.effect if isinstance(regel.effect, Procent) else None
        return cls(
            regel,
            regel.groep,
            tuple((v.factor or "", v.keuzes, v.niet) for v in regel.als if v.asks_only_keuze),
            tuple(v for v in regel.als if not v.asks_only_keuze),
            effect.procent if effect else None,
            effect is not None and effect.van == "basis",
            regel.tekst,
            bron,
        )


class Samenval(Feit):
    """Twee taken die deels in dezelfde tijd worden gedaan; de aftrek gebeurt één keer."""

    id: Sleutel
    taak: Sleutel = Field(description="de taak waar de minuten van af gaan")
    met: Sleutel = Field(description="de taak die tegelijk wordt gedaan")
    minuten_per_week: Minuten
    tekst: GevuldeTekst
    bron: Sleutel


class Maximum(Feit):
    """Het hoogste aantal minuten per week voor een groep taken of voor alles samen."""

    id: Sleutel
    tekst: GevuldeTekst
    taken: tuple[Sleutel, ...] = Field(default=(), description="leeg = alle taken samen")
    als: tuple[Voorwaarde, ...] = Field(default=(), description="geldt alleen als dit allemaal waar is")
    groep: Sleutel | None = Field(
        default=None, description="van de maxima in een groep geldt alleen het eerste dat past"
    )
    minuten_per_week: Minuten
    bron: Sleutel


class Hoogste(Feit):
    """Taken waarvan alleen de zwaarste telt."""

    id: Sleutel
    tekst: GevuldeTekst
    taken: tuple[Sleutel, ...] = Field(min_length=2)
    bron: Sleutel
