"""What a gemeente has of its own in a verslag: its name, colour, logo and texts.

Comes in: values from a settings file. Goes out: checked facts. Does not know where the file lies.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from indicatietool.domain.base import Feit, Formaat, KorteTekst, Tekst
from indicatietool.domain.regels import Gemeentecode

MIN_CONTRAST = 4.5
"""Least contrast of a colour on white: WCAG 2.1, 1.4.3."""


def contrast_on_white(kleur: str) -> float:
    """Return the contrast of a colour such as #0b5394 on white, from 1 to 21.

    Bron: WCAG 2.1, relative luminance and contrast ratio.

    >>> round(contrast_on_white("#000000"), 1), round(contrast_on_white("#FFFFFF"), 1)
    (21.0, 1.0)
    """
    rood, groen, blauw = (_linear(int(kleur[plek : plek + 2], 16) / 255) for plek in (1, 3, 5))
    return 1.05 / (0.2126 * rood + 0.7152 * groen + 0.0722 * blauw + 0.05)


def _linear(deel: float) -> float:
    return deel / 12.92 if deel <= 0.04045 else float(((deel + 0.055) / 1.055) ** 2.4)


def _require_colour(kleur: str) -> str:
    cijfers = kleur[1:]
    if len(kleur) != 7 or kleur[0] != "#" or not all(teken in "0123456789abcdefABCDEF" for teken in cijfers):
        raise ValueError("is geen kleur; schrijf een # met zes cijfers of letters, zoals #0b5394")
    if contrast_on_white(kleur) < MIN_CONTRAST:
        raise ValueError(
            "is op wit niet goed te lezen; kies een donkerder kleur (contrast minstens 4,5 op 1)"
        )
    return kleur


def _require_png_beside(naam: str) -> str:
    is_naam = naam.replace("-", "").replace("_", "").removesuffix(".png").isalnum() and naam.isascii()
    if naam and not (is_naam and naam.endswith(".png")):
        raise ValueError("is geen naam van een plaatje; zet een bestand als logo.png in dezelfde map")
    return naam


Kleur = Annotated[
    str, AfterValidator(_require_colour), Field(description="kleur als #0b5394, leesbaar op wit")
]
Logo = Annotated[
    str,
    Field(max_length=60, description="bestandsnaam van een PNG in dezelfde map; leeg = geen logo"),
    AfterValidator(_require_png_beside),
]


class Gemeenteprofiel(Feit):
    """De naam, de huisstijl en de vaste teksten van één gemeente in het verslag.

    Bron: eisen 122, 123, 124 en 179.
    """

    code: Gemeentecode
    naam: KorteTekst = Field(min_length=1)
    status: Literal["voorbeeld", "vastgesteld"] = Field(
        description="voorbeeld zolang de gemeente deze teksten niet heeft vastgesteld"
    )
    namens: Tekst = Field(default="", description="namens wie het verslag is gemaakt, met het mandaat")
    kleur: Kleur = "#0b5394"
    logo: Logo = ""
    voettekst: KorteTekst = Field(default="", description="onder elke bladzijde")
    contact: tuple[KorteTekst, ...] = Field(default=(), max_length=8, description="regels onder elkaar")
    bij_einddatum: Tekst = Field(default="", description="wat er gebeurt op de einddatum")
    initiatief: Tekst = Field(default="", description="wie in actie komt voor een vervolg")
    verordening: Tekst = Field(default="", description="de verordening en de nadere regels die gelden")
    bezwaar: Tekst = Field(default="", description="wat de cliënt kan doen na het besluit")
    ondertekening: Tekst = Field(default="", description="uitleg boven de plek om te tekenen")
    verslag_is_aanvraag: bool = Field(
        default=True, description="of de cliënt met dit verslag een aanvraag kan doen"
    )


class Gemeenteprofielen(Feit):
    """Alle gemeenteprofielen van één bestand."""

    formaat: Formaat
    gemeenten: tuple[Gemeenteprofiel, ...] = Field(min_length=1, max_length=400)

    @model_validator(mode="after")
    def _each_once(self) -> "Gemeenteprofielen":
        codes = [profiel.code for profiel in self.gemeenten]
        dubbel = sorted({code for code in codes if codes.count(code) > 1})
        if dubbel:
            raise ValueError(f"gemeente {', '.join(dubbel)} staat er twee keer; haal er één weg")
        return self
