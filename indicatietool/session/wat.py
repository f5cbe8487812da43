"""What changed between two standings of a dossier, in the words of the screen, and at which step.

Comes in: two dossiers under one kader. Goes out: one line for the history and for “ongedaan maken”.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indicatietool.domain.antwoorden import Antwoorden, LeefgebiedAntwoord, TaakAntwoord
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.veld import value_of
from indicatietool.domain.velden import ALLE_VELDEN
from indicatietool.session.steps import StapSoort, step_of

_CHOSEN = (
    ("melding", "gemeente", "Gemeente"),
    ("weging", "profiel", "Profiel"),
    ("weging", "profiel_motivering", "Waarom dit profiel"),
    ("weging", "behoud_motivering", "Waarom een start in behoud"),
    ("weging", "product", "Product"),
    ("weging", "product_motivering", "Waarom dit product"),
)
_PART_OF_TAAK = (
    ("blok", "blok"),
    ("frequentie", "frequentie"),
    ("observatie", "observatie"),
    ("aftrek", "wat anderen overnemen"),
)
_WHOLE_PARTS = (
    ("afwijking_totaal", "Afwijking van het totaal", StapSoort.BESLUIT),
    ("fasen", "Fasen", StapSoort.LOOPTIJD),
    ("tijdelijke_lijnen", "Tijdelijke begeleiding", StapSoort.LOOPTIJD),
    ("eerder", "Eerder onderzoek", StapSoort.MELDING),
    ("oefencasus", "Oefencasus", StapSoort.MELDING),
    ("afgeschermd", "Afgeschermde passages", StapSoort.VERSLAG),
)


_SECTIES = frozenset(veld.sectie for veld in ALLE_VELDEN)


@dataclass(frozen=True, slots=True)
class Verandering:
    """Eén verandering in een dossier: wat, en bij welke stap van het onderzoek."""

    wat: str
    stap: str


def describe_change(kader: Normenkader, oud: Dossier, nieuw: Dossier) -> Verandering:
    """Return the first thing that differs, in the order of the steps; an empty one when nothing does."""
    alle = changes(kader, oud, nieuw)
    if not alle:
        return Verandering("", nieuw.gebleven)
    eerste = alle[0]
    meer = f" en nog {len(alle) - 1}" if len(alle) > 1 else ""
    return Verandering(f"{eerste.wat}{meer}", eerste.stap)


def changes(kader: Normenkader, oud: Dossier, nieuw: Dossier) -> tuple[Verandering, ...]:
    """Return everything that differs, in the order of the steps."""
    return tuple(_differences(kader, oud, nieuw))


def _differences(kader: Normenkader, oud: Dossier, nieuw: Dossier) -> Iterator[Verandering]:
    changed = {sectie for sectie in _SECTIES if getattr(oud, sectie) is not getattr(nieuw, sectie)}
    for veld in ALLE_VELDEN:
        if veld.sectie in changed and value_of(oud, veld) != value_of(nieuw, veld):
            yield Verandering(veld.label, step_of(kader, veld.pad))
    for sectie, naam, label in _CHOSEN:
        if getattr(getattr(oud, sectie), naam) != getattr(getattr(nieuw, sectie), naam):
            yield Verandering(label, step_of(kader, f"{sectie}.{naam}"))
    if oud.antwoorden != nieuw.antwoorden:
        yield from _answers(kader, oud.antwoorden, nieuw.antwoorden)
    besluiten = ({b.taak: b for b in dossier.besluiten} for dossier in (oud, nieuw))
    for taak in _differing(*besluiten):
        yield Verandering(f"Besluit over {_taak_naam(kader, taak)}", StapSoort.BESLUIT)
    for naam, label, stap in _WHOLE_PARTS:
        if getattr(oud, naam) != getattr(nieuw, naam):
            yield Verandering(label, stap)


def _answers(kader: Normenkader, oud: Antwoorden, nieuw: Antwoorden) -> Iterator[Verandering]:
    for factor in _differing(oud.keuzes, nieuw.keuzes):
        yield Verandering(_factor_naam(kader, factor), StapSoort.FACTOREN)
    leefgebieden = ({a.leefgebied: a for a in antwoorden.leefgebieden} for antwoorden in (oud, nieuw))
    for leefgebied in _differing(*leefgebieden):
        yield _leefgebied(kader, leefgebied, oud.leefgebied(leefgebied), nieuw.leefgebied(leefgebied))
    taken = ({a.taak: a for a in antwoorden.taken} for antwoorden in (oud, nieuw))
    for taak in _differing(*taken):
        yield _taak(kader, taak, oud.taak(taak), nieuw.taak(taak))
    if oud.overige != nieuw.overige:
        yield Verandering("Overige begeleiding", StapSoort.BESLUIT)


def _leefgebied(
    kader: Normenkader, leefgebied: str, oud: LeefgebiedAntwoord | None, nieuw: LeefgebiedAntwoord | None
) -> Verandering:
    gevonden = kader.leefgebied_by_id.get(leefgebied)
    naam = gevonden.naam if gevonden else leefgebied
    if oud and nieuw and oud.keuzes != nieuw.keuzes:
        factoren = _differing(oud.keuzes, nieuw.keuzes)
        return Verandering(
            f"{naam}: {_factor_naam(kader, factoren[0]).lower()}", f"{StapSoort.SCOREN}.{leefgebied}"
        )
    if oud and nieuw and oud.situatie is nieuw.situatie:
        delen = ("problemen", "doel", "indicator", "toelichting")
        anders = [deel for deel in delen if getattr(oud, deel) != getattr(nieuw, deel)]
        return Verandering(f"{naam}: {', '.join(anders)}", StapSoort.LEEFGEBIEDEN)
    return Verandering(f"Leefgebied {naam}", StapSoort.LEEFGEBIEDEN)


def _taak(kader: Normenkader, taak: str, oud: TaakAntwoord | None, nieuw: TaakAntwoord | None) -> Verandering:
    gevonden = kader.taak_by_id.get(taak)
    stap = f"{StapSoort.SCOREN}.{gevonden.leefgebied}" if gevonden else str(StapSoort.LEEFGEBIEDEN)
    naam = _taak_naam(kader, taak)
    if oud is None or nieuw is None:
        return Verandering(f"{naam} {'erbij' if oud is None else 'eruit'}", stap)
    delen = [woord for deel, woord in _PART_OF_TAAK if getattr(oud, deel) != getattr(nieuw, deel)]
    delen += [_factor_naam(kader, factor).lower() for factor in _differing(oud.keuzes, nieuw.keuzes)]
    return Verandering(f"{naam}: {', '.join(delen)}", stap)


def _taak_naam(kader: Normenkader, taak: str) -> str:
    gevonden = kader.taak_by_id.get(taak)
    return gevonden.naam if gevonden else taak


def _factor_naam(kader: Normenkader, factor: str) -> str:
    gevonden = kader.factor_by_id.get(factor)
    return gevonden.naam if gevonden else factor


def _differing(oud: Mapping[str, object], nieuw: Mapping[str, object]) -> list[str]:
    """Return the keys whose value differs, those of the new standing first."""
    return [
        sleutel
        for sleutel in {**nieuw, **oud}
        if (een := oud.get(sleutel)) is not (ander := nieuw.get(sleutel)) and een != ander
    ]
