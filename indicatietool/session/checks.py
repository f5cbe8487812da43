"""What is still missing for a definitive verslag.

Comes in: kader, dossier, outcome. Goes out: sentences, each with the step and the field to go to.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.dossier import AdviesGevolgd, Dossier, SoortOnderzoek
from indicatietool.domain.gemeente import gemeente_naam
from indicatietool.domain.indicatie import BesluitStand, Indicatie
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.schaal import Richting
from indicatietool.domain.veld import is_filled
from indicatietool.domain.voorstel import BeoordeelZelf, Onbepaald
from indicatietool.engine.tijdlijn import gaps_in_time
from indicatietool.errors import DossierError, Probleem
from indicatietool.session.steps import GROEPEN_OF_STAP, VUL_AAN, StapSoort


@dataclass(frozen=True, slots=True)
class Gemis:
    """Iets dat nog ontbreekt voor een definitief verslag, met de stap en het veld waar het hoort."""

    stap: str
    veld: str
    tekst: str


def missing(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> tuple[Gemis, ...]:
    """Return everything that keeps the verslag a concept, in the order of the steps."""
    return (
        *_typed(StapSoort.MELDING, dossier),
        *_gemeente(dossier),
        *_typed(StapSoort.HULPVRAAG, dossier),
        *_leefgebieden(kader, dossier, indicatie),
        *_taken(indicatie),
        *_typed(StapSoort.OPLOSSINGEN, dossier),
        *_besluiten(indicatie),
        *_advies(dossier),
        *_weging(kader, dossier, indicatie),
        *_looptijd(kader, dossier),
        *_typed(StapSoort.CONTROLEREN, dossier),
    )


def refuse_outside_validity(kader: Normenkader, dossier: Dossier) -> None:
    """Refuse a dossier whose indicatie starts on a day that its kader does not hold.

    Raises:
        DossierError: with the day and the days for which the kader holds.
    """
    start, kop = dossier.weging.ingangsdatum, kader.kader
    if start is None or kop.is_valid_on(start):
        return
    tot = f" tot en met {kop.geldig_tot:%d-%m-%Y}" if kop.geldig_tot else ""
    raise DossierError(
        dossier.nummer,
        (
            Probleem(
                "weging › ingangsdatum",
                f"op {start:%d-%m-%Y} geldt {kop.id} {kop.versie} niet; het geldt vanaf "
                f"{kop.geldig_van:%d-%m-%Y}{tot}.",
                "Kies een andere ingangsdatum of een kader dat dan geldt.",
            ),
        ),
    )


def has_advies(dossier: Dossier) -> bool:
    """Tell whether an aanbieder advised anything."""
    melding = dossier.melding
    return melding.advies_minuten_per_maand is not None or bool(melding.advies_samenvatting.strip())


def starts_in_behoud(kader: Normenkader, dossier: Dossier) -> bool:
    """Tell whether a first onderzoek ends in a profiel that keeps things stable.

    Bron: eis 74.
    """
    blok = kader.blok_by_code.get(dossier.weging.profiel or "")
    is_first = dossier.melding.soort_onderzoek is SoortOnderzoek.EERSTE
    return is_first and blok is not None and blok.richting is Richting.BEHOUD


def _typed(stap: StapSoort, dossier: Dossier) -> Iterator[Gemis]:
    for groep in GROEPEN_OF_STAP[stap]:
        for veld in groep.velden:
            if veld.nodig and not is_filled(dossier, veld):
                yield Gemis(stap, veld.pad, f"{veld.label} is nog niet ingevuld.")


def _gemeente(dossier: Dossier) -> Iterator[Gemis]:
    if not gemeente_naam(dossier.melding.gemeente):
        yield Gemis(StapSoort.MELDING, "melding.gemeente", "De gemeente is nog niet gekozen.")
    if dossier.melding.persoonlijk_plan and not dossier.melding.persoonlijk_plan_gebruikt:
        yield Gemis(
            StapSoort.MELDING,
            "melding.persoonlijk_plan_gebruikt",
            "Er is een persoonlijk plan. Schrijf op hoe het is gebruikt.",
        )


def _leefgebieden(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> Iterator[Gemis]:
    if not dossier.antwoorden.leefgebieden:
        yield Gemis(StapSoort.LEEFGEBIEDEN, "", "Er is nog geen leefgebied gekozen.")
    met_taken = {uitkomst.leefgebied for uitkomst in indicatie.taken}
    for antwoord in dossier.antwoorden.leefgebieden:
        if antwoord.situatie is not LeefgebiedSituatie.BEGELEIDING:
            continue
        naam = kader.leefgebied_by_id[antwoord.leefgebied].naam
        for veld in ("problemen", "doel"):
            if not getattr(antwoord, veld).strip():
                plek = f"leefgebied.{antwoord.leefgebied}.{veld}"
                yield Gemis(StapSoort.LEEFGEBIEDEN, plek, f"{naam}: {veld} is nog niet ingevuld.")
        if antwoord.leefgebied not in met_taken:
            stap = f"{StapSoort.SCOREN}.{antwoord.leefgebied}"
            yield Gemis(stap, "", f"{naam}: er is nog geen taak gekozen.")


def _taken(indicatie: Indicatie) -> Iterator[Gemis]:
    for uitkomst in indicatie.taken:
        if isinstance(uitkomst.voorstel, Onbepaald):
            for vraag in uitkomst.voorstel.open_vragen:
                alleen_hier = not vraag.veld.startswith("factor.")
                stap = f"{StapSoort.SCOREN}.{uitkomst.leefgebied}" if alleen_hier else StapSoort.FACTOREN
                yield Gemis(stap, vraag.veld, f"{uitkomst.naam}: {vraag.tekst}.")


def _besluiten(indicatie: Indicatie) -> Iterator[Gemis]:
    for uitkomst in indicatie.taken:
        veld = f"besluit.{uitkomst.taak}"
        if uitkomst.stand is BesluitStand.VERLOPEN:
            yield Gemis(
                StapSoort.BESLUIT, veld, f"{uitkomst.naam}: het voorstel is veranderd. Besluit opnieuw."
            )
        elif uitkomst.stand is BesluitStand.OPEN and not isinstance(uitkomst.voorstel, Onbepaald):
            zelf = isinstance(uitkomst.voorstel, BeoordeelZelf)
            wat = "beoordeel zelf hoeveel minuten nodig zijn" if zelf else "er is nog geen besluit"
            yield Gemis(StapSoort.BESLUIT, veld, f"{uitkomst.naam}: {wat}.")


def _weging(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> Iterator[Gemis]:
    weging = dossier.weging
    if kader.profielen and weging.profiel is None:
        yield Gemis(StapSoort.WEGING, "weging.profiel", "Het profiel is nog niet gekozen.")
    anders = indicatie.profiel is not None and weging.profiel not in (None, indicatie.profiel.blok)
    if anders and not weging.profiel_motivering:
        yield Gemis(
            StapSoort.WEGING,
            "weging.profiel_motivering",
            "Het gekozen profiel is anders dan het voorstel. Schrijf op waarom.",
        )
    if kader.producten and weging.product is None:
        yield Gemis(StapSoort.WEGING, "weging.product", "Het product is nog niet gekozen.")
    if starts_in_behoud(kader, dossier) and not weging.behoud_motivering.strip():
        yield Gemis(
            StapSoort.WEGING,
            "weging.behoud_motivering",
            "Een eerste onderzoek met een behoudgericht profiel: schrijf op waarom leren nu niet past.",
        )
    yield from _typed(StapSoort.WEGING, dossier)


def _advies(dossier: Dossier) -> Iterator[Gemis]:
    gevolgd = dossier.melding.advies_gevolgd
    if gevolgd is None and has_advies(dossier):
        tekst = "Er is een advies van een aanbieder. Kies of u het volgt."
        yield Gemis(StapSoort.BESLUIT, "melding.advies_gevolgd", tekst)
    anders = gevolgd in (AdviesGevolgd.DEELS, AdviesGevolgd.NIET)
    if anders and not dossier.melding.advies_want.strip():
        tekst = f"U volgt het advies van de aanbieder {gevolgd}. Schrijf op waarom."
        yield Gemis(StapSoort.BESLUIT, "melding.advies_want", tekst)


def _looptijd(kader: Normenkader, dossier: Dossier) -> Iterator[Gemis]:
    yield from _typed(StapSoort.LOOPTIJD, dossier)
    start, kop = dossier.weging.ingangsdatum, kader.kader
    if start and not kop.is_valid_on(start):
        tekst = (
            f"Normenkader {kop.versie} geldt niet op de ingangsdatum. Kies een andere datum of ander kader."
        )
        yield Gemis(StapSoort.LOOPTIJD, "weging.ingangsdatum", tekst)
    for van, tot in gaps_in_time(dossier):
        tekst = f"Van {van:%d-%m-%Y} tot en met {tot:%d-%m-%Y} is er geen fase. Vul de fasen aan."
        yield Gemis(StapSoort.LOOPTIJD, "fasen", tekst)
    for nummer, fase in enumerate(dossier.fasen, 1):
        if VUL_AAN in fase.motivering:
            tekst = f"Fase {nummer} ({fase.soort}): schrijf op waarom dit aantal past."
            yield Gemis(StapSoort.LOOPTIJD, f"fase.{nummer}.motivering", tekst)
