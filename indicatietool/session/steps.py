"""The steps of a consultation, in the order of the CRvB stappenplan, and how far each one is.

Comes in: kader, dossier, outcome. Goes out: the list of steps with a status. The wizard only asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.indicatie import BesluitStand, Indicatie, IndicatieStatus
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.veld import VeldGroep, is_filled
from indicatietool.domain.velden import (
    ADVIES,
    AFRONDING,
    HULPVRAAG,
    LOOPTIJD,
    MELDING,
    OPLOSSINGEN,
    WEGING,
)
from indicatietool.domain.voorstel import Onbepaald
from indicatietool.engine.tijdlijn import gaps_in_time


class StapSoort(StrEnum):
    """Het onderwerp van een stap; elke soort heeft een eigen pagina."""

    MELDING = "melding"
    HULPVRAAG = "hulpvraag"
    LEEFGEBIEDEN = "leefgebieden"
    FACTOREN = "factoren"
    SCOREN = "scoren"
    OPLOSSINGEN = "oplossingen"
    BESLUIT = "besluit"
    WEGING = "weging"
    LOOPTIJD = "looptijd"
    CONTROLEREN = "controleren"
    VERSLAG = "verslag"


class StapStatus(StrEnum):
    """Hoe ver een stap is, in woorden."""

    NOG_NIET = "nog niet bekeken"
    BEZIG = "bezig"
    KLAAR = "klaar"
    LET_OP = "let op"


VUL_AAN = "[vul aan: waarom past dit aantal hier?]"
"""Stands in a text that a preset began; as long as it does, the text is not there yet."""

GROEPEN_OF_STAP: Mapping[StapSoort, tuple[VeldGroep, ...]] = {
    StapSoort.MELDING: MELDING,
    StapSoort.HULPVRAAG: HULPVRAAG,
    StapSoort.OPLOSSINGEN: OPLOSSINGEN,
    StapSoort.BESLUIT: ADVIES,
    StapSoort.WEGING: WEGING,
    StapSoort.LOOPTIJD: LOOPTIJD,
    StapSoort.CONTROLEREN: AFRONDING,
}
"""Which typed fields stand on which page."""

_STEP_OF_VELD = {
    veld.pad: soort
    for soort, groepen in GROEPEN_OF_STAP.items()
    for groep in groepen
    for veld in groep.velden
}
_STEP_OF_KIND = {
    "melding": StapSoort.MELDING,
    "leefgebied": StapSoort.LEEFGEBIEDEN,
    "factor": StapSoort.FACTOREN,
    "aftrek": StapSoort.OPLOSSINGEN,
    "besluit": StapSoort.BESLUIT,
    "afwijking_totaal": StapSoort.BESLUIT,
    "overig": StapSoort.BESLUIT,
    "weging": StapSoort.WEGING,
    "fase": StapSoort.LOOPTIJD,
    "fasen": StapSoort.LOOPTIJD,
    "tijdelijk": StapSoort.LOOPTIJD,
}


@dataclass(frozen=True, slots=True)
class Stap:
    """Eén stap van het onderzoek: waar zij over gaat en hoe ver zij is."""

    soort: StapSoort
    titel: str
    status: StapStatus
    leefgebied: str = ""

    @property
    def id(self) -> str:
        """Return the name by which a dossier remembers this step."""
        return f"{self.soort}.{self.leefgebied}" if self.leefgebied else str(self.soort)


def steps(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> tuple[Stap, ...]:
    """Return the steps of this dossier; only leefgebieden that need begeleiding are scored."""
    scoren = tuple(
        Stap(
            StapSoort.SCOREN,
            kader.leefgebied_by_id[antwoord.leefgebied].naam,
            _scoring(antwoord.leefgebied, indicatie),
            antwoord.leefgebied,
        )
        for antwoord in dossier.antwoorden.leefgebieden
        if antwoord.situatie is LeefgebiedSituatie.BEGELEIDING
    )
    factoren = (Stap(StapSoort.FACTOREN, "Cliënt en situatie", _factoren(kader, dossier)),)
    return (
        Stap(StapSoort.MELDING, "Melding en procedure", _typed(MELDING, dossier)),
        Stap(StapSoort.HULPVRAAG, "Hulpvraag", _typed(HULPVRAAG, dossier)),
        Stap(StapSoort.LEEFGEBIEDEN, "Leefgebieden", _leefgebieden(dossier)),
        *(factoren if kader.factoren_at(Plaats.DOSSIER) else ()),
        *scoren,
        Stap(StapSoort.OPLOSSINGEN, "Eigen kracht en netwerk", _typed(OPLOSSINGEN, dossier)),
        Stap(StapSoort.BESLUIT, "Voorstel en besluit", _besluiten(indicatie)),
        Stap(StapSoort.WEGING, "Weging en profiel", _weging(kader, dossier)),
        Stap(StapSoort.LOOPTIJD, "Looptijd en fasen", _looptijd(dossier)),
        Stap(StapSoort.CONTROLEREN, "Controleren", _typed(AFRONDING, dossier)),
        Stap(StapSoort.VERSLAG, "Verslag", _verslag(dossier, indicatie)),
    )


def step_of(kader: Normenkader, plek: str) -> str:
    """Return the id of the step where a place of the dossier is filled in.

    Args:
        kader: knows to which leefgebied a taak belongs.
        plek: such as weging.einddatum, taak.ID.blok, besluit.ID or fase.2.motivering.
    """
    soort, _, rest = plek.partition(".")
    if soort == "taak" and (taak := kader.taak_by_id.get(rest.partition(".")[0])):
        return f"{StapSoort.SCOREN}.{taak.leefgebied}"
    return str(_STEP_OF_VELD.get(plek) or _STEP_OF_KIND.get(soort, StapSoort.CONTROLEREN))


def scored(indicatie: Indicatie) -> tuple[int, int]:
    """Return how many taken are fully scored, and how many there are."""
    bepaald = [u for u in indicatie.taken if not isinstance(u.voorstel, Onbepaald)]
    return len(bepaald), len(indicatie.taken)


def _typed(groepen: tuple[VeldGroep, ...], dossier: Dossier) -> StapStatus:
    velden = [veld for groep in groepen for veld in groep.velden]
    if not any(is_filled(dossier, veld) for veld in velden):
        return StapStatus.NOG_NIET
    leeg = any(veld.nodig and not is_filled(dossier, veld) for veld in velden)
    return StapStatus.BEZIG if leeg else StapStatus.KLAAR


def _leefgebieden(dossier: Dossier) -> StapStatus:
    antwoorden = dossier.antwoorden.leefgebieden
    if not antwoorden:
        return StapStatus.NOG_NIET
    half = any(
        a.situatie is LeefgebiedSituatie.BEGELEIDING and not (a.problemen and a.doel) for a in antwoorden
    )
    return StapStatus.BEZIG if half else StapStatus.KLAAR


def _factoren(kader: Normenkader, dossier: Dossier) -> StapStatus:
    gevraagd = {factor.id for factor in kader.factoren_at(Plaats.DOSSIER)}
    beantwoord = gevraagd & set(dossier.antwoorden.keuzes)
    if not beantwoord:
        return StapStatus.NOG_NIET
    return StapStatus.KLAAR if beantwoord == gevraagd else StapStatus.BEZIG


def _scoring(leefgebied: str, indicatie: Indicatie) -> StapStatus:
    taken = [uitkomst for uitkomst in indicatie.taken if uitkomst.leefgebied == leefgebied]
    if not taken:
        return StapStatus.NOG_NIET
    open_vragen = any(isinstance(uitkomst.voorstel, Onbepaald) for uitkomst in taken)
    return StapStatus.BEZIG if open_vragen else StapStatus.KLAAR


def _besluiten(indicatie: Indicatie) -> StapStatus:
    standen = {uitkomst.stand for uitkomst in indicatie.taken}
    if BesluitStand.VERLOPEN in standen:
        return StapStatus.LET_OP
    if BesluitStand.GENOMEN not in standen:
        return StapStatus.NOG_NIET
    return StapStatus.BEZIG if BesluitStand.OPEN in standen else StapStatus.KLAAR


def _weging(kader: Normenkader, dossier: Dossier) -> StapStatus:
    getypt = _typed(WEGING, dossier)
    gekozen = [
        bool(keuze)
        for keuze, te_kiezen in (
            (dossier.weging.profiel, kader.profielen),
            (dossier.weging.product, kader.producten),
        )
        if te_kiezen
    ]
    if getypt is StapStatus.NOG_NIET and not any(gekozen):
        return StapStatus.NOG_NIET
    return StapStatus.KLAAR if getypt is StapStatus.KLAAR and all(gekozen) else StapStatus.BEZIG


def _looptijd(dossier: Dossier) -> StapStatus:
    getypt = _typed(LOOPTIJD, dossier)
    if any(gaps_in_time(dossier)):
        return StapStatus.LET_OP
    half = any(VUL_AAN in fase.motivering for fase in dossier.fasen)
    return StapStatus.BEZIG if half or (getypt is StapStatus.NOG_NIET and dossier.fasen) else getypt


def _verslag(dossier: Dossier, indicatie: Indicatie) -> StapStatus:
    if indicatie.status is not IndicatieStatus.BEPAALD:
        return StapStatus.NOG_NIET
    return StapStatus.KLAAR if dossier.afronding.verslag_verzonden else StapStatus.BEZIG
