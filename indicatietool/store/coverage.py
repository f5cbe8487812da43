"""What no example of a kader touches: figures that nobody would miss if they were wrong.

Comes in: a GeladenKader with its examples. Goes out: the cells, rules and choices without an example.
"""

from dataclasses import dataclass

from indicatietool.domain.antwoorden import TaakAntwoord
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.regels import Regel
from indicatietool.domain.schaal import OpenCel
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.propose import case_of, propose
from indicatietool.engine.regels import Geval, all_hold
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import CASES_FOLDER, GeladenKader

Naam = str
"""What a policy worker calls it: "taak post-administratie, O2" or "regel risico-hoog"."""


@dataclass(frozen=True, slots=True)
class DekkingDeel:
    """Van één soort onderdelen: hoeveel er zijn, en welke geen voorbeeld raakt."""

    aantal: int
    ongeraakt: tuple[Naam, ...]


@dataclass(frozen=True, slots=True)
class Dekking:
    """Hoe ver de voorbeelden van een normenkader zijn cijfers, regels en keuzes raken."""

    cellen: DekkingDeel
    regels: DekkingDeel
    keuzes: DekkingDeel


def coverage(geladen: GeladenKader) -> Dekking:
    """Return what the examples of a kader leave untouched.

    A cell or rule is touched when a voorstel of an example was computed with it, a choice when an example
    makes it or its points lead to it. An open cell has no figure to prove and is not counted.

    Args:
        geladen: a kader that was loaded, so that its examples fit.
    """
    kader = geladen.kader
    geraakt = {
        naam
        for voorbeeld in geladen.voorbeelden
        for naam in _touched(kader, read_dossier(geladen.folder / CASES_FOLDER / voorbeeld.casus))
    }

    def part(namen: list[Naam]) -> DekkingDeel:
        return DekkingDeel(len(namen), tuple(naam for naam in namen if naam not in geraakt))

    return Dekking(part(_cells(kader)), part(_rules(kader)), part(_choices(kader)))


def _cell(taak: str, blok: str | None) -> Naam:
    return f"taak {taak}, {blok}" if blok else f"taak {taak}"


def _choice(factor: str, keuze: str) -> Naam:
    return f"factor {factor}, {keuze}"


def _cells(kader: Normenkader) -> list[Naam]:
    per_blok = [
        _cell(taak.id, blok.code)
        for taak in kader.taken
        for blok in kader.blokken_of(taak)
        if not isinstance(taak.minuten.get(blok.code), OpenCel)
    ]
    vast = [_cell(t.id, None) for t in kader.taken if t.vast is not None and not isinstance(t.vast, OpenCel)]
    return per_blok + vast


def _rules(kader: Normenkader) -> list[Naam]:
    return [f"regel {regel.id}" for regel in kader.regels]


def _choices(kader: Normenkader) -> list[Naam]:
    return [_choice(factor.id, keuze.id) for factor in kader.factoren for keuze in factor.keuzes]


def _touched(kader: Normenkader, dossier: Dossier) -> set[Naam]:
    """Return what one example touches."""
    namen: set[Naam] = set()
    for antwoord in dossier.antwoorden.taken:
        namen |= _touched_by_taak(kader, dossier, antwoord)
    return namen


def _touched_by_taak(kader: Normenkader, dossier: Dossier, antwoord: TaakAntwoord) -> set[Naam]:
    antwoorden, gemeente = dossier.antwoorden, dossier.melding.gemeente
    voorstel = propose(kader, antwoorden, antwoord, gemeente)
    if not isinstance(voorstel, Voorstel):
        return set()
    taak = kader.taak_by_id[antwoord.taak]
    geval = case_of(kader, antwoorden, antwoord, gemeente)
    return {
        _cell(taak.id, geval.blok.code if geval.blok else None),
        *(_choice(factor, keuze) for factor, keuze in geval.chosen.items() if isinstance(keuze, str)),
        *(f"regel {regel.id}" for regel in kader.regels if _was_applied(regel, geval, voorstel)),
    }


def _was_applied(regel: Regel, geval: Geval, voorstel: Voorstel) -> bool:
    """Tell whether a rule holds and has its step: in a group only the highest has."""
    return all_hold(regel.als, geval) and any(stap.tekst.startswith(regel.tekst) for stap in voorstel.stappen)
