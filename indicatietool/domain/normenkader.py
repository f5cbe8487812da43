"""The normenkader: which taken, blokken, factoren and rules there are, and how many minutes they stand for.

Comes in: a parsed norm file. Goes out: a frozen Normenkader whose parts are known to refer to each other.
Does not know files, answers or outcomes.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator

from indicatietool.domain.base import Datum, Exact, Feit, Formaat, GevuldeTekst, Sleutel, Tekst
from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.regels import Gemeentecode, Hoogste, KlareRegel, Maximum, Regel, Samenval
from indicatietool.domain.schaal import Blok, BlokCode, CelWaarde, Minuten, Schaal


class KaderStatus(StrEnum):
    """Hoe hard de cijfers van een normenkader zijn."""

    VOORBEELD = "voorbeeld"
    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    VERVALLEN = "vervallen"


class Per(StrEnum):
    """De eenheid waarin een cel van het normenkader is uitgedrukt."""

    KEER = "keer"
    DAG = "dag"
    WEEK = "week"
    MAAND = "maand"
    JAAR = "jaar"
    HUISHOUDEN = "huishouden"


class Bron(Feit):
    """De herkomst van een cijfer of een tekst in het normenkader."""

    id: Sleutel
    titel: GevuldeTekst = Field(description="document, met paragraaf of bladzijde")
    vindplaats: Tekst = Field(default="", description="waar het te lezen is")
    lokaal: bool = Field(default=False, description="een eigen keuze van de SDD naast het kader")
    datum: Datum | None = Field(default=None, description="bij een eigen keuze: wanneer zij is gemaakt")
    eigenaar: Tekst = Field(default="", description="bij een eigen keuze: wie haar beheert")


class Afrondingsregel(Feit):
    """De regel waarmee een exact getal wordt afgerond."""

    stap: int = Field(ge=1, le=60, description="minuten waarop wordt afgerond, 1 t/m 60")
    richting: Literal["dichtstbij", "omhoog", "omlaag"] = Field(
        description="dichtstbij (een half gaat omhoog), omhoog of omlaag"
    )


class Rekenwijze(Feit):
    """De omrekening tussen perioden en de afronding, zoals het normenkader die voorschrijft."""

    weken_per_maand: Exact = Field(description='weken in een maand, exact, bijv. "52/12"')
    weken_per_jaar: Exact = Field(default=52, validate_default=True, description="weken in een jaar")
    dagen_per_week: Exact = Field(default=7, validate_default=True, description="dagen in een week")
    afronding_totaal: Afrondingsregel = Field(description="afronding van het totaal per maand")
    afronding_taak: Afrondingsregel | None = Field(
        default=None, description="afronding per taak per week; weglaten = exact doorrekenen"
    )
    periode: Literal["maand", "totaal"] = Field(
        default="maand", description="maand (iWmo-frequentie 4) of totaal (iWmo-frequentie 6)"
    )
    bron: Sleutel


class Leefgebied(Feit):
    """Een deel van het leven waarin iemand begeleiding nodig kan hebben."""

    id: Sleutel
    naam: GevuldeTekst
    omschrijving: GevuldeTekst
    gevoelig: bool = Field(default=False, description="alleen openen als het nodig is (AP 2018)")


class Taak(Feit):
    """Een activiteit van begeleiding waarvoor het normenkader minuten kent."""

    id: Sleutel
    naam: GevuldeTekst
    leefgebied: Sleutel
    omschrijving: GevuldeTekst
    per: Per = Field(
        description="keer (dan wordt de frequentie gevraagd), dag, week, maand, jaar, of huishouden: "
        "per week voor het hele huishouden"
    )
    minuten: Mapping[BlokCode, CelWaarde] = Field(
        default_factory=dict,
        description="per blok de minuten: een getal, {min, richt, max}, {ten_hoogste} of {open}",
    )
    vast: CelWaarde | None = Field(default=None, description="minuten die niet van een blok afhangen")
    blokken: tuple[BlokCode, ...] = Field(default=(), description="leeg = alle blokken van de schaal")
    maal: Sleutel | None = Field(default=None, description="een factor met een getal, bijv. kamers")
    ankers: Mapping[BlokCode, GevuldeTekst] = Field(
        default_factory=dict, description="per blok hoe dat bij deze taak zichtbaar is"
    )
    vraagt: tuple[Sleutel, ...] = Field(description="de factoren die bij deze taak gevraagd worden")
    bron: Sleutel

    @model_validator(mode="after")
    def _has_minutes_once(self) -> "Taak":
        if bool(self.minuten) == (self.vast is not None):
            raise ValueError("noem óf minuten per blok óf vast, niet allebei en niet geen van beide")
        return self

    @property
    def vraagt_blok(self) -> bool:
        """Tell whether the taak is scored on the scale."""
        return self.vast is None


class Grond(Feit):
    """Een reden die het normenkader kent om buiten de marge te gaan."""

    id: Sleutel
    naam: GevuldeTekst
    uitleg: GevuldeTekst


class NormTekst(Feit):
    """Een tekst die de norm of een gemeente aanlevert voor het verslag."""

    plek: Literal["bij-einddatum", "ondertekening", "namens", "life-events"] = Field(
        description="waar de tekst komt"
    )
    gemeenten: tuple[Gemeentecode, ...] = Field(default=(), description="leeg = alle gemeenten")
    tekst: GevuldeTekst
    bron: Sleutel


class Product(Feit):
    """Een product waarvoor de indicatie kan worden afgegeven."""

    id: Sleutel
    naam: GevuldeTekst
    omschrijving: GevuldeTekst
    iwmo_code: str = Field(default="", pattern=r"^[0-9A-Z]{0,5}$", description="iWmo-productcode")


class Profiel(Feit):
    """Wat het normenkader bij een blok van het hele dossier voorstelt: band, product en termijnen."""

    blok: BlokCode
    vanaf_minuten_per_week: Minuten = Field(description="ondergrens van dit profiel, inclusief")
    tot_minuten_per_week: Minuten = Field(description="bovengrens van dit profiel, exclusief")
    product: Sleutel
    looptijd_maanden: int = Field(ge=1, le=120, description="voorgestelde looptijd in maanden")
    eerste_evaluatie_maanden: int = Field(ge=1, le=60, description="maanden na de start")
    evaluatie_elke_maanden: int = Field(ge=1, le=60, description="maanden tussen evaluaties")
    aanleveren_weken_ervoor: int = Field(ge=0, le=26, description="weken voor de evaluatie")
    bron: Sleutel


class Kop(Feit):
    """De naam, de versie en de geldigheid van een normenkader."""

    formaat: Formaat
    id: Sleutel
    naam: GevuldeTekst
    versie: str = Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$", description='bijv. "2026.1"')
    status: KaderStatus
    uitgever: GevuldeTekst
    toelichting: Tekst = ""
    geldig_van: Datum = Field(description="eerste dag waarop het kader geldt")
    geldig_tot: Datum | None = Field(default=None, description="laatste dag waarop het kader geldt")
    cijfers_delen: bool | None = Field(
        default=None,
        description="of de cijfers in een uitleg voor anderen mogen staan; weglaten = alleen bij een "
        "voorbeeld of een vervallen kader",
    )

    @property
    def deelt_cijfers(self) -> bool:
        """Tell whether the figures may be printed for others; what a kader doesn't say, it doesn't allow.

        Bron: eis 17: norm figures may be under a licence.
        """
        if self.cijfers_delen is not None:
            return self.cijfers_delen
        return self.status in (KaderStatus.VOORBEELD, KaderStatus.VERVALLEN)

    def is_valid_on(self, dag: date) -> bool:
        """Tell whether the kader holds on a day, borders included."""
        return self.geldig_van <= dag and (self.geldig_tot is None or dag <= self.geldig_tot)


class Voorbeeld(Feit):
    """Een uitgewerkt geval waarmee het normenkader zichzelf bewijst."""

    casus: str = Field(pattern=r"^[a-z0-9-]{1,60}\.json$", description="bestand in casussen/")
    titel: GevuldeTekst
    minuten_per_maand: int = Field(ge=0, description="de uitkomst, in minuten per maand")
    band_vanaf: int = Field(ge=0, description="minuten per maand, inclusief")
    band_tot: int = Field(ge=0, description="minuten per maand, inclusief")
    profiel: BlokCode | None = Field(default=None, description="het voorgestelde profiel; leeg = geen")


class Normenkader(Feit):
    """Het geheel van taken, blokken, factoren en regels waarmee minuten worden voorgesteld.

    Bron: de norm zelf noemt per cijfer een bron; het formaat staat in normen/LEESMIJ.md.
    """

    kader: Kop
    rekenwijze: Rekenwijze
    schaal: Schaal = Schaal()
    bronnen: tuple[Bron, ...] = Field(min_length=1, max_length=500)
    blokken: tuple[Blok, ...] = Field(min_length=1, max_length=40)
    leefgebieden: tuple[Leefgebied, ...] = Field(min_length=1, max_length=60)
    factoren: tuple[Factor, ...] = Field(default=(), max_length=60)
    taken: tuple[Taak, ...] = Field(min_length=1, max_length=500)
    regels: tuple[Regel, ...] = Field(default=(), max_length=500)
    samenval: tuple[Samenval, ...] = Field(default=(), max_length=200)
    maxima: tuple[Maximum, ...] = Field(default=(), max_length=100)
    hoogste: tuple[Hoogste, ...] = Field(default=(), max_length=100)
    teksten: tuple[NormTekst, ...] = Field(default=(), max_length=200)
    gronden: tuple[Grond, ...] = Field(min_length=1, max_length=60)
    producten: tuple[Product, ...] = Field(default=(), max_length=40)
    profielen: tuple[Profiel, ...] = Field(default=(), max_length=40)

    @cached_property
    def bron_by_id(self) -> Mapping[str, Bron]:
        """Return the bronnen by id."""
        return {bron.id: bron for bron in self.bronnen}

    @cached_property
    def bron_text_by_id(self) -> Mapping[str, str]:
        """Return the title of each bron by id, as it stands beside a rekenstap."""
        return {bron.id: f"{bron.titel} (SDD-keuze)" if bron.lokaal else bron.titel for bron in self.bronnen}

    @cached_property
    def factoren_by_taak(self) -> Mapping[str, tuple[Factor, ...]]:
        """Return per taak every factor that bears on it: asked there, at its leefgebied or at the dossier."""
        return {
            taak.id: tuple(
                factor
                for factor in self.factoren
                if factor.punten is None
                and (factor.gevraagd_bij is not Plaats.TAAK or factor.id in taak.vraagt)
            )
            for taak in self.taken
        }

    @cached_property
    def blok_by_code(self) -> Mapping[str, Blok]:
        """Return the blokken by code."""
        return {blok.code: blok for blok in self.blokken}

    @cached_property
    def taak_by_id(self) -> Mapping[str, Taak]:
        """Return the taken by id, in the order of the kader."""
        return {taak.id: taak for taak in self.taken}

    @cached_property
    def leefgebied_by_id(self) -> Mapping[str, Leefgebied]:
        """Return the leefgebieden by id, in the order of the kader."""
        return {leefgebied.id: leefgebied for leefgebied in self.leefgebieden}

    @cached_property
    def factor_by_id(self) -> Mapping[str, Factor]:
        """Return the factoren by id, in the order of the kader."""
        return {factor.id: factor for factor in self.factoren}

    @cached_property
    def grond_by_id(self) -> Mapping[str, Grond]:
        """Return the gronden by id."""
        return {grond.id: grond for grond in self.gronden}

    @cached_property
    def product_by_id(self) -> Mapping[str, Product]:
        """Return the producten by id."""
        return {product.id: product for product in self.producten}

    @cached_property
    def profiel_by_blok(self) -> Mapping[str, Profiel]:
        """Return the profielen by blok code."""
        return {profiel.blok: profiel for profiel in self.profielen}

    def taken_of(self, leefgebied: str) -> tuple[Taak, ...]:
        """Return the taken of one leefgebied, in the order of the kader."""
        return tuple(taak for taak in self.taken if taak.leefgebied == leefgebied)

    def factoren_at(self, plaats: Plaats) -> tuple[Factor, ...]:
        """Return the factoren that are asked at this place, in the order of the kader."""
        return tuple(f for f in self.factoren if f.gevraagd_bij is plaats and f.punten is None)

    def regels_of(self, deel: str) -> tuple[Regel, ...]:
        """Return the rules of bruto or of aftrek, in the order of the kader."""
        return self._regels_by_deel[deel]

    @cached_property
    def _regels_by_deel(self) -> Mapping[str, tuple[Regel, ...]]:
        return {
            deel: tuple(regel for regel in self.regels if regel.deel == deel) for deel in ("bruto", "aftrek")
        }

    def klare_regels(self, deel: str) -> tuple[KlareRegel, ...]:
        """Return `regels_of`, prepared for the engine."""
        return self._klare_regels_by_deel[deel]

    @cached_property
    def _klare_regels_by_deel(self) -> Mapping[str, tuple[KlareRegel, ...]]:
        bronnen = self.bron_text_by_id
        return {
            deel: tuple(KlareRegel.of(regel, bronnen[regel.bron]) for regel in regels)
            for deel, regels in self._regels_by_deel.items()
        }

    @cached_property
    def puntenfactoren(self) -> tuple[Factor, ...]:
        """Return the factoren that follow from points, in the order of the kader."""
        return tuple(factor for factor in self.factoren if factor.punten is not None)

    def blokken_of(self, taak: Taak) -> tuple[Blok, ...]:
        """Return the blokken on which a taak can be scored, in the order of the kader."""
        if not taak.vraagt_blok:
            return ()
        return tuple(b for b in self.blokken if not taak.blokken or b.code in taak.blokken)

    def tekst_for(self, plek: str, gemeente: str | None) -> str:
        """Return the text of the kader for a place in the verslag: that of the gemeente, else the general."""
        passend = [t for t in self.teksten if t.plek == plek and (not t.gemeenten or gemeente in t.gemeenten)]
        return max(passend, key=lambda tekst: bool(tekst.gemeenten)).tekst if passend else ""

    @property
    def is_vastgesteld(self) -> bool:
        """Tell whether the figures may be used without a watermark."""
        return self.kader.status is KaderStatus.VASTGESTELD
