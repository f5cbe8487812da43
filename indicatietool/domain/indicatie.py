"""The outcome of a whole dossier: one whole number of minutes per month, and everything it rests on.

Results, not facts: recomputed from dossier and normenkader, sealed only in a Verantwoording.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from indicatietool.domain.besluit import AfwijkenTotaal, Besluit
from indicatietool.domain.voorstel import Omvang, TaakVoorstel, Voorstel, add_up, sum_exact


class IndicatieStatus(StrEnum):
    """Of het getal vaststaat of nog kan veranderen door open vragen of besluiten."""

    VOORLOPIG = "voorlopig"
    BEPAALD = "bepaald"


class BesluitStand(StrEnum):
    """Hoe het besluit over een taak ervoor staat."""

    OPEN = "open"
    GENOMEN = "genomen"
    VERLOPEN = "verlopen"


@dataclass(frozen=True, slots=True)
class TaakUitkomst:
    """Eén taak met voorstel, besluit en de minuten die meetellen.

    `minuten_per_week` is None while nothing can be counted yet.
    """

    taak: str
    naam: str
    leefgebied: str
    blok: str | None
    voorstel: TaakVoorstel
    besluit: Besluit | None
    stand: BesluitStand
    minuten_per_week: Fraction | None

    @property
    def bruto(self) -> Fraction | None:
        """Return the bruto minutes per week, or None without a voorstel."""
        return self.voorstel.bruto.richt if isinstance(self.voorstel, Voorstel) else None

    @property
    def netto(self) -> Fraction | None:
        """Return the netto minutes per week, or None without a voorstel."""
        return self.voorstel.netto.richt if isinstance(self.voorstel, Voorstel) else None


@dataclass(frozen=True, slots=True)
class TotaalStap:
    """Eén stap van de som naar het totaal: een zin, het getal ervoor en erna, en de bron."""

    tekst: str
    voor: Fraction
    na: Fraction
    bron: str


@dataclass(frozen=True, slots=True)
class ProfielVoorstel:
    """Het profiel dat na het plussen en minnen wordt voorgesteld, met de redenen."""

    blok: str
    redenen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indicatie:
    """De uitkomst van een dossier: één geheel aantal minuten per maand.

    Bron: CRvB 26-05-2021, ECLI:NL:CRVB:2021:1381 (tijdseenheden); eis 23.
    """

    taken: tuple[TaakUitkomst, ...]
    stappen: tuple[TotaalStap, ...]
    minuten_per_week: Fraction
    marge_per_week: Omvang
    berekend_per_maand: int
    minuten_per_maand: int
    afwijking: AfwijkenTotaal | None
    status: IndicatieStatus
    profiel: ProfielVoorstel | None

    @property
    def bruto_per_week(self) -> Fraction:
        """Return the sum of what is known of bruto, in minutes per week."""
        return add_up(u.voorstel.bruto for u in self.taken if isinstance(u.voorstel, Voorstel)).richt

    @property
    def netto_per_week(self) -> Fraction:
        """Return the sum of what is known of netto, in minutes per week."""
        return add_up(u.voorstel.netto for u in self.taken if isinstance(u.voorstel, Voorstel)).richt

    @property
    def aftrek_per_week(self) -> Fraction:
        """Return what others take over, in minutes per week."""
        return self.bruto_per_week - self.netto_per_week

    def within(self, leefgebied: str) -> tuple[Fraction, Omvang]:
        """Return the minutes per week that count in one leefgebied, and what was proposed there."""
        return _within([u for u in self.taken if u.leefgebied == leefgebied])

    def per_leefgebied(self) -> dict[str, tuple[Fraction, Omvang]]:
        """Return `within` of every leefgebied that has a taak here."""
        groepen: dict[str, list[TaakUitkomst]] = {}
        for uitkomst in self.taken:
            groepen.setdefault(uitkomst.leefgebied, []).append(uitkomst)
        return {leefgebied: _within(taken) for leefgebied, taken in groepen.items()}

    def uitkomst(self, taak: str) -> TaakUitkomst | None:
        """Return the outcome of one taak, or None when it is not in the dossier."""
        return next((uitkomst for uitkomst in self.taken if uitkomst.taak == taak), None)


def _within(taken: Sequence[TaakUitkomst]) -> tuple[Fraction, Omvang]:
    geteld = [u.minuten_per_week for u in taken if u.minuten_per_week is not None]
    return sum_exact(geteld), sum_of_proposals(taken)


def sum_of_proposals(taken: Iterable[TaakUitkomst]) -> Omvang:
    """Return the voorstellen of these taken together, with marge, in minutes per week."""
    return add_up(u.voorstel.omvang for u in taken if isinstance(u.voorstel, Voorstel))


@dataclass(frozen=True, slots=True)
class Verantwoording:
    """Het bewijs onder een verslag: welk kader, welk programma, welke dag, welke uitkomst.

    `logboek_volg` and `logboek_hash` are the head of the log when the verslag was made; empty without a log.
    """

    dossier: str
    kader_id: str
    kader_naam: str
    kader_versie: str
    kader_status: str
    kader_sha256: str
    dossier_sha256: str
    programmaversie: str
    datum: date
    minuten_per_maand: int
    status: IndicatieStatus
    logboek_volg: int | None = None
    logboek_hash: str = ""


@dataclass(frozen=True, slots=True)
class Termijnen:
    """De looptijd en de evaluaties die bij een profiel worden voorgesteld."""

    einddatum: date
    eerste_evaluatie: date
    evaluatie_elke_maanden: int
    aanleveren_weken_ervoor: int


@dataclass(frozen=True, slots=True)
class Toets:
    """Een advies van het programma bij een regel of het totaal; het houdt niets tegen."""

    veld: str
    tekst: str
