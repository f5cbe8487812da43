"""The dossier: only facts. What a voorstel or total is, is always computed anew from it.

Comes in: what the consulent typed and chose. Goes out: one frozen Dossier. Does not know what is in the
normenkader.
"""

from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from indicatietool.domain.antwoorden import Antwoorden
from indicatietool.domain.base import Datum, Feit, GevuldeTekst, KorteTekst, Sleutel, Tekst, require_int
from indicatietool.domain.besluit import AfwijkenTotaal, TaakBesluit
from indicatietool.domain.bsn import Bsn
from indicatietool.domain.eerder import EerderOnderzoek
from indicatietool.domain.fasen import Fase, TijdelijkeLijn
from indicatietool.domain.oefening import Oefencasus
from indicatietool.domain.schaal import BlokCode

FORMAAT: Literal[2] = 2
"""2: fases, temporary lines, the earlier onderzoek, guarded passages, BSN and states of help. 1 has none."""


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


class Leeftijdsgroep(StrEnum):
    """Een groep die iets zegt over de overgang uit de Jeugdwet; zonder gevolg voor de minuten (eis 160)."""

    TOT_23 = "18_tot_23"
    TOT_27 = "23_tot_27"
    VANAF_27 = "27_en_ouder"


class Volumevorm(StrEnum):
    """Of de minuten per maand gelden of voor de hele duur (iWmo Frequentie 4 of 6; eis 27)."""

    PER_MAAND = "per_maand"
    TOTAAL = "totaal"


class KaderVerwijzing(Feit):
    """Met welk normenkader dit dossier is gescoord."""

    id: Sleutel
    versie: KorteTekst
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
    bsn: Bsn | None = None
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
    leeftijdsgroep: Leeftijdsgroep | None = None
    geheim_adres: bool | None = None
    verandering: Tekst = ""
    stukken: Tekst = ""
    huidige_indicatie: Tekst = ""
    advies_datum: Datum | None = None
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
    belastbaarheid: Tekst = ""
    hulpgeschiedenis: Tekst = ""


class Oplossingen(Feit):
    """Wat er buiten de maatwerkvoorziening is onderzocht.

    Bron: Wmo 2015 art. 2.3.2 lid 4 onder b–g en art. 2.3.5 lid 5 en 6.
    """

    eigen_kracht: Tekst = ""
    mantelzorg_en_netwerk: Tekst = ""
    ondersteuning_mantelzorger: Tekst = ""
    mantelzorger_overbelast: bool | None = None
    algemene_voorzieningen: Tekst = ""
    samenwerking: Tekst = ""
    andere_wetten: Tekst = ""
    crisisafspraken: Tekst = ""
    levensovertuiging: Tekst = ""
    eigen_bijdrage: Tekst = ""


class Weging(Feit):
    """De keuzes over profiel, product, looptijd en evaluatie."""

    plussen_en_minnen: Tekst = ""
    normaliseren: Tekst = ""
    zelfredzaamheid: Tekst = ""
    naar_de_voorkant: Tekst = ""
    bijzondere_omstandigheden: Tekst = ""
    onzeker: bool | None = None
    verwachte_pieken: Tekst = ""
    profiel: BlokCode | None = None
    profiel_motivering: Tekst = ""
    behoud_motivering: Tekst = ""
    product: Sleutel | None = None
    product_motivering: Tekst = ""
    leveringsvorm: Leveringsvorm | None = None
    volumevorm: Volumevorm | None = None
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


class Afscherming(Feit):
    """Een passage die niet in elke versie van het verslag komt, met de reden.

    Bron: eis 165.
    """

    plek: KorteTekst = Field(
        description='het veld, bijvoorbeeld "hulpvraag.situatie" of "taak.ID.observatie"'
    )
    niet_voor_aanbieder: bool = False
    niet_voor_client: bool = False
    reden: GevuldeTekst


class Dossier(Feit):
    """Eén onderzoek naar begeleiding: alle feiten, en met welk normenkader ze zijn gescoord."""

    formaat: Annotated[Literal[2], BeforeValidator(require_int)] = FORMAAT
    nummer: Sleutel = Field(description="nummer van dit dossier op deze laptop, zonder persoonsgegevens")
    oefening: bool = Field(default=False, description="verzonnen casus, geen echte cliënt")
    gemaakt: Datum = Field(description="dag waarop het dossier is begonnen")
    kader: KaderVerwijzing
    gebleven: KorteTekst = Field(default="", description="de stap waar de consulent was, zo nodig met /taak")
    melding: Melding = Melding()
    hulpvraag: Hulpvraag = Hulpvraag()
    antwoorden: Antwoorden = Antwoorden()
    oplossingen: Oplossingen = Oplossingen()
    besluiten: tuple[TaakBesluit, ...] = Field(default=(), max_length=500)
    afwijking_totaal: AfwijkenTotaal | None = None
    weging: Weging = Weging()
    fasen: tuple[Fase, ...] = Field(default=(), max_length=12)
    tijdelijke_lijnen: tuple[TijdelijkeLijn, ...] = Field(default=(), max_length=12)
    eerder: EerderOnderzoek | None = None
    oefencasus: Oefencasus | None = Field(default=None, description="alleen bij een oefening")
    afgeschermd: tuple[Afscherming, ...] = Field(default=(), max_length=200)
    afronding: Afronding = Afronding()

    @model_validator(mode="after")
    def _one_besluit_per_taak(self) -> Self:
        taken = [besluit.taak for besluit in self.besluiten]
        dubbel = sorted({taak for taak in taken if taken.count(taak) > 1})
        if dubbel:
            raise ValueError(f"over taak {', '.join(dubbel)} staan twee besluiten; haal er één weg")
        return self

    @model_validator(mode="after")
    def _fasen_in_order(self) -> Self:
        for eerste, tweede in pairwise(self.fasen):
            if tweede.van <= eerste.tot:
                raise ValueError("twee fasen vallen samen of staan niet op volgorde; pas de datums aan")
        return self

    @model_validator(mode="after")
    def _guarded_once(self) -> Self:
        plekken = [passage.plek for passage in self.afgeschermd]
        if len(plekken) != len(set(plekken)):
            raise ValueError("een passage is twee keer afgeschermd; haal er één weg")
        return self

    @model_validator(mode="after")
    def _practice_case_only_in_practice(self) -> Self:
        if self.oefencasus is not None and not self.oefening:
            raise ValueError("een oefencasus hoort in een oefendossier; zet oefening op true of haal hem weg")
        return self

    def without_bsn(self) -> Self:
        """Return the dossier as it goes into a verslag: the zaaknummer is enough there."""
        if self.melding.bsn is None:
            return self
        return self.with_changes(melding=self.melding.model_copy(update={"bsn": None}))

    def with_changes(self, **changes: Any) -> Self:
        """Return a new, validated dossier with these parts replaced."""
        return type(self)(**{**dict(self), **changes})
