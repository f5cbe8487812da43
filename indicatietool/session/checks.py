"""What is still missing for a definitive verslag, and advice that holds nothing up.

Comes in: kader, dossier, outcome. Goes out: sentences, each with the step and the field to go to.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.besluit import Afwijken
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.gemeente import gemeente_naam
from indicatietool.domain.indicatie import BesluitStand, Indicatie, Toets
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.veld import VeldGroep, is_filled
from indicatietool.domain.velden import AFRONDING, HULPVRAAG, MELDING, OPLOSSINGEN, WEGING
from indicatietool.domain.voorstel import BeoordeelZelf, Onbepaald, Voorstel
from indicatietool.errors import DossierError, Probleem
from indicatietool.session.steps import StapSoort


@dataclass(frozen=True, slots=True)
class Gemis:
    """Iets dat nog ontbreekt voor een definitief verslag, met de stap en het veld waar het hoort."""

    stap: str
    veld: str
    tekst: str


def missing(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> tuple[Gemis, ...]:
    """Return everything that keeps the verslag a concept, in the order of the steps."""
    return (
        *_typed(StapSoort.MELDING, MELDING, dossier),
        *_gemeente(dossier),
        *_typed(StapSoort.HULPVRAAG, HULPVRAAG, dossier),
        *_leefgebieden(kader, dossier, indicatie),
        *_taken(indicatie),
        *_typed(StapSoort.OPLOSSINGEN, OPLOSSINGEN, dossier),
        *_besluiten(indicatie),
        *_weging(kader, dossier, indicatie),
        *_typed(StapSoort.CONTROLEREN, AFRONDING, dossier),
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


def advise(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> tuple[Toets, ...]:
    """Return advice about the whole; it never blocks anything.

    Bron: rekenmodel.md "Toetsen"; eisen 46, 116, 133.
    """
    return (
        *_band(kader, dossier, indicatie),
        *_looptijd(kader, dossier),
        *_overrides(dossier, indicatie),
        *_not_direct_time(dossier),
        *_dates(dossier),
    )


def _typed(stap: StapSoort, groepen: tuple[VeldGroep, ...], dossier: Dossier) -> Iterator[Gemis]:
    for groep in groepen:
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
    yield from _typed(StapSoort.WEGING, WEGING, dossier)
    start, kop = weging.ingangsdatum, kader.kader
    if start and not kop.is_valid_on(start):
        yield Gemis(
            StapSoort.WEGING,
            "weging.ingangsdatum",
            f"Normenkader {kop.versie} geldt niet op de ingangsdatum. Kies een andere datum of ander kader.",
        )


def _band(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> Iterator[Toets]:
    profiel = kader.profiel_by_blok.get(dossier.weging.profiel or "")
    if profiel is None:
        return
    per_week = indicatie.minuten_per_week
    if not profiel.vanaf_minuten_per_week <= per_week < profiel.tot_minuten_per_week:
        yield Toets(
            "weging.profiel",
            f"Het totaal per week past niet in de band van profiel {profiel.blok} "
            f"({profiel.vanaf_minuten_per_week} tot {profiel.tot_minuten_per_week} minuten). "
            "Klopt het profiel?",
        )


def _looptijd(kader: Normenkader, dossier: Dossier) -> Iterator[Toets]:
    weging = dossier.weging
    profiel = kader.profiel_by_blok.get(weging.profiel or "")
    if profiel is None or weging.ingangsdatum is None or weging.einddatum is None:
        return
    maanden = (weging.einddatum - weging.ingangsdatum).days / 30.4
    gebruikelijk = f"{profiel.blok} ({profiel.looptijd_maanden} maanden)"
    if maanden > profiel.looptijd_maanden * 1.5:
        yield Toets(
            "weging.einddatum",
            f"De looptijd is langer dan gebruikelijk bij {gebruikelijk}. Leg uit waarom.",
        )
    elif maanden < profiel.looptijd_maanden * 0.5:
        yield Toets(
            "weging.einddatum",
            f"De looptijd is korter dan gebruikelijk bij {gebruikelijk}. Is dat genoeg?",
        )


def _overrides(dossier: Dossier, indicatie: Indicatie) -> Iterator[Toets]:
    afgeweken = [(b.taak, b.besluit) for b in dossier.besluiten if isinstance(b.besluit, Afwijken)]
    motiveringen = Counter(besluit.motivering.strip() for _, besluit in afgeweken)
    if any(aantal > 1 for aantal in motiveringen.values()):
        yield Toets("besluit", "Dezelfde motivering staat bij meer taken. Maak haar eigen voor elke taak.")
    omhoog = 0
    for taak, besluit in afgeweken:
        uitkomst = indicatie.uitkomst(taak)
        if uitkomst is not None and isinstance(uitkomst.voorstel, Voorstel):
            richt = uitkomst.voorstel.omvang.richt
            omhoog += (besluit.minuten > richt) - (besluit.minuten < richt)
    if len(afgeweken) >= 3 and abs(omhoog) == len(afgeweken):
        kant = "hoger" if omhoog > 0 else "lager"
        yield Toets("besluit", f"Alle afwijkingen zijn {kant} dan het voorstel. Past het blok wel?")


def _not_direct_time(dossier: Dossier) -> Iterator[Toets]:
    for besluit in dossier.besluiten:
        if isinstance(besluit.besluit, Afwijken) and "reistijd" in besluit.besluit.motivering.lower():
            yield Toets(
                f"besluit.{besluit.taak}",
                "In de motivering staat reistijd. Reistijd zit in het tarief en telt niet als minuten.",
            )


def _dates(dossier: Dossier) -> Iterator[Toets]:
    start = dossier.weging.ingangsdatum
    if start is not None and start.day != 1:
        yield Toets(
            "weging.ingangsdatum",
            "De begeleiding start midden in een maand. Dan mogen in die maand toch alle minuten worden "
            "gebruikt (iWmo IV078). Beter is de eerste dag van een maand.",
        )
    if start is not None and start < dossier.gemaakt:
        yield Toets(
            "weging.ingangsdatum", "De ingangsdatum ligt in het verleden. Leg uit waarom dat nodig is."
        )
