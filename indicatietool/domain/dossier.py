"""The dossier: only facts. What a voorstel or total is, is always computed anew from it.

Comes in: what the consulent typed and chose. Goes out: one frozen Dossier. Does not know what is in the
normenkader.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from indicatietool.domain.antwoorden import Antwoorden
from indicatietool.domain.base import Datum, Feit, Formaat, KorteTekst, Sleutel, Tekst
from indicatietool.domain.besluit import AfwijkenTotaal, TaakBesluit
from indicatietool.domain.schaal import BlokCode

FORMAAT: Literal[1] = 1


class SoortOnderzoek(StrEnum):
    """Waarom dit onderzoek wordt gedaan."""

    EERSTE = "eerste"
    HERINDICATIE = "herindicatie"
    HERZIENING = "herziening"
    OMZETTING = "omzetting"


class AdviesGevolgd(StrEnum):
    """Of het advies van de aanbieder is gevolgd."""

    GEVOLGD = "gevolgd"
    DEELS = "deels"
    NIET = "niet"


class Leveringsvorm(StrEnum):
    """Hoe de cliënt de begeleiding ontvangt."""

    ZIN = "zin"
    PGB = "pgb"


class KaderVerwijzing(Feit):
    """Met welk normenkader dit dossier is gescoord."""

    id: Sleutel
    versie: str = Field(max_length=20)
    sha256: str | None = Field(
        default=None,
        pattern=r"^[0-9a-f]{64}$",
        description="vingerafdruk van normenkader.toml; leeg alleen bij casussen in de map van het kader",
    )


class Melding(Feit):
    """De melding en de procedure tot en met het gesprek.

    Bron: Wmo 2015 art. 2.3.2 lid 1–3, 5–7 en art. 2.3.4; recht.md §3.3.
    """

    client: KorteTekst = ""
    zaaknummer: KorteTekst = ""
    gemeente: str | None = Field(default=None, pattern=r"^[0-9]{4}$", description="CBS-gemeentecode")
    soort_onderzoek: SoortOnderzoek | None = None
    consulent: KorteTekst = ""
    meldingsdatum: Datum | None = None
    ontvangst_bevestigd: bool | None = None
    gespreksdatum: Datum | None = None
    aanwezigen: Tekst = ""
    clientondersteuning_genoemd: bool | None = None
    persoonlijk_plan: bool | None = None
    persoonlijk_plan_gebruikt: Tekst = ""
    identiteit_vastgesteld: bool | None = None
    pgb_besproken: bool | None = None
    spoed: bool | None = None
    stukken: Tekst = ""
    huidige_indicatie: Tekst = ""
    advies_minuten_per_maand: int | None = Field(default=None, ge=0, le=44_640)
    advies_samenvatting: Tekst = ""
    advies_gevolgd: AdviesGevolgd | None = None
    advies_want: Tekst = ""


class Hulpvraag(Feit):
    """De hulpvraag en de situatie, eerst in de woorden van de cliënt.

    Bron: Wmo 2015 art. 2.3.2 lid 4 onder a; stappenplan CRvB 2018:819 stap 1 en 2.
    """

    eigen_woorden: Tekst = ""
    situatie: Tekst = ""
    behoeften: Tekst = ""
    hulpgeschiedenis: Tekst = ""


class Oplossingen(Feit):
    """Wat er buiten de maatwerkvoorziening is onderzocht.

    Bron: Wmo 2015 art. 2.3.2 lid 4 onder b–g en art. 2.3.5 lid 5 en 6.
    """

    eigen_kracht: Tekst = ""
    mantelzorg_en_netwerk: Tekst = ""
    ondersteuning_mantelzorger: Tekst = ""
    algemene_voorzieningen: Tekst = ""
    samenwerking: Tekst = ""
    andere_wetten: Tekst = ""
    levensovertuiging: Tekst = ""
    eigen_bijdrage: Tekst = ""


class Weging(Feit):
    """De keuzes over profiel, product, looptijd en evaluatie."""

    plussen_en_minnen: Tekst = ""
    profiel: BlokCode | None = None
    profiel_motivering: Tekst = ""
    product: Sleutel | None = None
    product_motivering: Tekst = ""
    leveringsvorm: Leveringsvorm | None = None
    ingangsdatum: Datum | None = None
    einddatum: Datum | None = None
    looptijd_motivering: Tekst = ""
    eerste_evaluatie: Datum | None = None
    evaluatie_elke_maanden: int | None = Field(default=None, ge=1, le=60)
    aanleveren_weken_ervoor: int | None = Field(default=None, ge=0, le=26)
    op_en_afschalen: Tekst = ""
    bij_einddatum: Tekst = ""

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.ingangsdatum and self.einddatum and self.einddatum < self.ingangsdatum:
            raise ValueError("einddatum ligt vóór ingangsdatum; pas één van beide aan")
        return self


class Afronding(Feit):
    """De reactie van de cliënt op het verslag en de verzending ervan.

    Bron: Wmo 2015 art. 2.3.2 lid 8 en 9.
    """

    mening_client: Tekst = ""
    reactie_client: Tekst = ""
    verslag_verzonden: Datum | None = None


class Dossier(Feit):
    """Eén onderzoek naar begeleiding: alle feiten, en met welk normenkader ze zijn gescoord."""

    formaat: Formaat = FORMAAT
    nummer: Sleutel = Field(description="nummer van dit dossier op deze laptop, zonder persoonsgegevens")
    oefening: bool = Field(default=False, description="verzonnen casus, geen echte cliënt")
    gemaakt: Datum = Field(description="dag waarop het dossier is begonnen")
    kader: KaderVerwijzing
    gebleven: str = Field(
        default="", max_length=120, description="de stap waar de consulent was, zo nodig met /taak"
    )
    melding: Melding = Melding()
    hulpvraag: Hulpvraag = Hulpvraag()
    antwoorden: Antwoorden = Antwoorden()
    oplossingen: Oplossingen = Oplossingen()
    besluiten: tuple[TaakBesluit, ...] = Field(default=(), max_length=500)
    afwijking_totaal: AfwijkenTotaal | None = None
    weging: Weging = Weging()
    afronding: Afronding = Afronding()

    @model_validator(mode="after")
    def _one_besluit_per_taak(self) -> Self:
        taken = [besluit.taak for besluit in self.besluiten]
        dubbel = sorted({taak for taak in taken if taken.count(taak) > 1})
        if dubbel:
            raise ValueError(f"over taak {', '.join(dubbel)} staan twee besluiten; haal er één weg")
        return self

    def with_changes(self, **changes: Any) -> Self:
        """Return a new, validated dossier with these parts replaced."""
        return type(self)(**{**dict(self), **changes})


@dataclass(frozen=True, slots=True)
class DossierRegel:
    """Eén regel van de lijst op het startscherm; `fout` is gevuld als het bestand niet te lezen is."""

    nummer: str
    client: str
    oefening: bool
    gewijzigd: datetime
    fout: str = ""
