"""What the consulent found out: answers per leefgebied and per taak. An absent answer is never a zero.

Knows ids of the normenkader, not its contents.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from indicatietool.domain.base import Feit, GevuldeTekst, Sleutel, Tekst
from indicatietool.domain.schaal import BlokCode, Minuten

KeuzeOfGetal = Sleutel | Annotated[int, Field(ge=0, le=999, description="een getal, 0 t/m 999")]
Keuzes = Mapping[Sleutel, KeuzeOfGetal]
"""What was answered to factoren: the id of a choice, or a number."""


class Frequentie(Feit):
    """Hoe vaak een taak voorkomt: een aantal keer in een aantal weken."""

    keer: int = Field(ge=1, le=99, description="aantal keer, 1 t/m 99")
    per_weken: int = Field(ge=1, le=52, description="in zoveel weken, 1 t/m 52; 52 is per jaar")

    def __str__(self) -> str:
        """Return the frequency in words.

        >>> str(Frequentie(keer=2, per_weken=1)), str(Frequentie(keer=1, per_weken=4))
        ('2 keer per week', '1 keer per 4 weken')
        """
        match self.per_weken:
            case 1:
                return f"{self.keer} keer per week"
            case 52:
                return f"{self.keer} keer per jaar"
            case weken:
                return f"{self.keer} keer per {weken} weken"


class AftrekSoort(StrEnum):
    """Wie of wat een deel van de taak overneemt, in de volgorde van het stappenplan.

    Bron: Wmo 2015 art. 2.3.2 lid 4 b, c, e en f; CRvB 21-03-2018, ECLI:NL:CRVB:2018:819.
    """

    EIGEN_KRACHT = "eigen_kracht"
    GEBRUIKELIJKE_HULP = "gebruikelijke_hulp"
    MANTELZORG = "mantelzorg"
    NETWERK = "netwerk"
    VOORLIGGEND = "voorliggend"

    @property
    def naam(self) -> str:
        """Return the name as the consulent says it."""
        return {
            "eigen_kracht": "eigen kracht",
            "gebruikelijke_hulp": "gebruikelijke hulp",
            "mantelzorg": "mantelzorg",
            "netwerk": "sociaal netwerk",
            "voorliggend": "voorliggende voorziening",
        }[self.value]


class Beschikbaar(StrEnum):
    """Of de hulp er op dit moment echt is; wie overbelast is, helpt niet meer (eis 89 en 91)."""

    JA = "ja"
    NEE = "nee"
    WACHTLIJST = "wachtlijst"
    OVERBELAST = "overbelast"


class Duur(StrEnum):
    """Of de hulp blijft."""

    STRUCTUREEL = "structureel"
    TIJDELIJK = "tijdelijk"


def require_one_amount(minuten_per_week: int | None, procent: int | None) -> None:
    """Raise a ValueError unless help is told in minutes or in procent, and not in both."""
    if (minuten_per_week is None) == (procent is None):
        raise ValueError("heeft niet precies één hoeveelheid; noem óf minuten_per_week óf procent")


class Aftrek(Feit):
    """Wat een ander dan de aanbieder van een taak overneemt; alleen met reden.

    Bron: Wmo 2015 art. 2.3.2 lid 4; vrijwilligheid van mantelzorg: AWBZ 2014 Bijlage 6, netto.
    """

    soort: AftrekSoort
    minuten_per_week: Minuten | None = Field(default=None, description="minuten per week")
    procent: int | None = Field(default=None, ge=0, le=100, description="procent van bruto, 0 t/m 100")
    reden: GevuldeTekst = Field(description="wie doet wat, en waaruit blijkt dat")
    beschikbaar: Beschikbaar
    duur: Duur
    vrijwillig: bool = Field(description="wil en kan degene die helpt dit ook")

    @model_validator(mode="after")
    def _one_amount(self) -> "Aftrek":
        require_one_amount(self.minuten_per_week, self.procent)
        return self

    @property
    def telt_mee(self) -> bool:
        """Tell whether it may be deducted: really there and given freely."""
        return self.beschikbaar is Beschikbaar.JA and self.vrijwillig


class LeefgebiedSituatie(StrEnum):
    """Wat er bij een leefgebied aan de hand is."""

    BEGELEIDING = "begeleiding"
    EIGEN_KRACHT = "eigen_kracht"
    NETWERK = "netwerk"
    VOORLIGGEND = "voorliggend"
    WIL_NIET = "wil_niet"
    NIET_AAN_DE_ORDE = "niet_aan_de_orde"

    @property
    def naam(self) -> str:
        """Return the name as the consulent says it."""
        return {
            "begeleiding": "begeleiding nodig",
            "eigen_kracht": "lost dit zelf op",
            "netwerk": "netwerk lost dit op",
            "voorliggend": "andere voorziening lost dit op",
            "wil_niet": "cliënt wil hier geen hulp",
            "niet_aan_de_orde": "niet aan de orde",
        }[self.value]


class LeefgebiedAntwoord(Feit):
    """Wat er is vastgesteld over één leefgebied; niets is verplicht (AP 2018)."""

    leefgebied: Sleutel
    situatie: LeefgebiedSituatie
    problemen: Tekst = ""
    doel: Tekst = ""
    indicator: Tekst = Field(default="", description="waaraan is te zien dat het doel is bereikt")
    toelichting: Tekst = ""
    keuzes: Keuzes = Field(default_factory=dict, description="factor → keuze of getal")


class TaakAntwoord(Feit):
    """Hoe één taak is gescoord; een leeg veld betekent: nog niet beantwoord."""

    taak: Sleutel
    blok: BlokCode | None = None
    frequentie: Frequentie | None = None
    keuzes: Keuzes = Field(default_factory=dict, description="factor → keuze of getal")
    observatie: Tekst = Field(default="", description="wat is er concreet gezien of verteld")
    aftrek: tuple[Aftrek, ...] = Field(default=(), max_length=10)


class OverigeBegeleiding(Feit):
    """Begeleiding die het normenkader niet kent; telt alleen met motivering."""

    omschrijving: GevuldeTekst
    minuten_per_week: Minuten
    motivering: GevuldeTekst


def require_each_once(soort: str, sleutels: Sequence[str]) -> None:
    """Raise a ValueError that names what stands there twice."""
    dubbel = sorted({sleutel for sleutel in sleutels if sleutels.count(sleutel) > 1})
    if dubbel:
        raise ValueError(f"{soort} {', '.join(dubbel)} staat er twee keer; haal er één weg")


class Antwoorden(Feit):
    """Alles wat er gescoord is in één dossier."""

    keuzes: Keuzes = Field(
        default_factory=dict, description="factor → keuze of getal, voor factoren van het hele dossier"
    )
    leefgebieden: tuple[LeefgebiedAntwoord, ...] = Field(default=(), max_length=60)
    taken: tuple[TaakAntwoord, ...] = Field(default=(), max_length=500)
    overige: tuple[OverigeBegeleiding, ...] = Field(default=(), max_length=20)

    @model_validator(mode="after")
    def _each_once(self) -> "Antwoorden":
        require_each_once("leefgebied", [antwoord.leefgebied for antwoord in self.leefgebieden])
        require_each_once("taak", [antwoord.taak for antwoord in self.taken])
        return self

    @property
    def nodig(self) -> frozenset[str]:
        """Return the ids of the taken that were chosen."""
        return frozenset([antwoord.taak for antwoord in self.taken])

    def taak(self, taak: str) -> TaakAntwoord | None:
        """Return the answers for one taak, or None when it was not chosen."""
        return next((antwoord for antwoord in self.taken if antwoord.taak == taak), None)

    def leefgebied(self, leefgebied: str) -> LeefgebiedAntwoord | None:
        """Return the answers for one leefgebied, or None when it was not looked at."""
        return next((a for a in self.leefgebieden if a.leefgebied == leefgebied), None)
