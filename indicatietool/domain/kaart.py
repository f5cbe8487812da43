"""What a list of dossiers needs of each of them, without reading the dossier: one small card.

Comes in: a Dossier and what the session knows about it. Goes out: a Dossierkaart. Reckons only with days.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from indicatietool.domain.base import Datum, Feit, KorteTekst, Sleutel
from indicatietool.domain.dossier import Dossier, SoortOnderzoek
from indicatietool.domain.kalender import add_months, research_deadline


class DossierStatus(StrEnum):
    """Hoe ver een dossier is: nog in bewerking, volledig ingevuld, of vastgelegd."""

    CONCEPT = "concept"
    COMPLEET = "compleet"
    DEFINITIEF = "definitief"


class Dossierkaart(Feit):
    """De kaart van een dossier: wat een lijst, een agenda of een telling ervan moet weten."""

    nummer: Sleutel
    client: KorteTekst = ""
    zaaknummer: KorteTekst = ""
    oefening: bool = False
    soort_onderzoek: SoortOnderzoek | None = None
    gemeente: str | None = Field(default=None, pattern=r"^[0-9]{4}$", description="CBS-gemeentecode")
    status: DossierStatus = DossierStatus.CONCEPT
    meldingsdatum: Datum | None = None
    ingangsdatum: Datum | None = None
    einddatum: Datum | None = None
    eerste_evaluatie: Datum | None = None
    evaluatie_elke_maanden: int | None = Field(default=None, ge=1, le=60)
    minuten_per_maand: int | None = Field(
        default=None, ge=0, description="de indicatie in minuten per maand; leeg zolang er geen is"
    )
    taken_klaar: int = Field(default=0, ge=0, description="gekozen taken met een besluit")
    taken_totaal: int = Field(default=0, ge=0, description="gekozen taken")

    @property
    def uiterlijk(self) -> date | None:
        """Return the last day of the research: 42 days after the melding.

        Bron: Wmo 2015 art. 2.3.2 lid 1.
        """
        return research_deadline(self.meldingsdatum) if self.meldingsdatum else None

    def volgende_evaluatie(self, vandaag: date) -> date | None:
        """Return the first evaluation on or after today; None when there is none up to the einddatum."""
        dag, elke = self.eerste_evaluatie, self.evaluatie_elke_maanden
        if dag is None:
            return None
        if dag < vandaag:
            if not elke:
                return None
            maanden = (vandaag.year - dag.year) * 12 + vandaag.month - dag.month
            keer = max(maanden // elke, 1)
            volgende = add_months(dag, keer * elke)
            if volgende is not None and volgende < vandaag:
                volgende = add_months(dag, (keer + 1) * elke)
            if volgende is None:
                return None
            dag = volgende
        return dag if self.einddatum is None or dag <= self.einddatum else None


@dataclass(frozen=True, slots=True)
class DossierRegel:
    """Eén regel van de lijst met dossiers; `fout` is gevuld als het dossier niet te lezen is.

    `gewijzigd` is the last change, in UTC.
    """

    kaart: Dossierkaart
    gewijzigd: datetime
    fout: str = ""


def kaart_of(
    dossier: Dossier,
    status: DossierStatus,
    minuten_per_maand: int | None,
    taken_klaar: int,
    taken_totaal: int,
) -> Dossierkaart:
    """Return the card of a dossier.

    Args:
        dossier: the facts.
        status: how far it is.
        minuten_per_maand: the indicatie; None while there is none.
        taken_klaar: chosen taken with a besluit that still holds.
        taken_totaal: chosen taken.
    """
    melding, weging = dossier.melding, dossier.weging
    return Dossierkaart(
        nummer=dossier.nummer,
        client=melding.client,
        zaaknummer=melding.zaaknummer,
        oefening=dossier.oefening,
        soort_onderzoek=melding.soort_onderzoek,
        gemeente=melding.gemeente,
        status=status,
        meldingsdatum=melding.meldingsdatum,
        ingangsdatum=weging.ingangsdatum,
        einddatum=weging.einddatum,
        eerste_evaluatie=weging.eerste_evaluatie,
        evaluatie_elke_maanden=weging.evaluatie_elke_maanden,
        minuten_per_maand=minuten_per_maand,
        taken_klaar=taken_klaar,
        taken_totaal=taken_totaal,
    )
