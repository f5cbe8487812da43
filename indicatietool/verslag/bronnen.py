"""The numbered list of sources under a verslag, in the order in which the calculation needs them.

Comes in: a Zaak. Goes out: numbers for the tables and the rows of the list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from indicatietool.domain.normenkader import Bron
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.aftrek import ZELF_VASTGESTELD
from indicatietool.engine.score import chosen_for
from indicatietool.verslag.zaak import Zaak

CONSULENT = "C"
"""The mark of what comes from the consulent and not from the normenkader."""


@dataclass(frozen=True)
class Bronnenlijst:
    """De bronnen die in één verslag zijn gebruikt, genummerd in volgorde van gebruik."""

    bronnen: tuple[Bron, ...]

    @cached_property
    def _marks(self) -> Mapping[str, str]:
        return {
            naam: f"[{nummer}]" for nummer, bron in enumerate(self.bronnen, start=1) for naam in _names(bron)
        }

    def mark(self, bron: str) -> str:
        """Return the number of a source in brackets, C for the consulent, else the text itself."""
        return CONSULENT if bron == ZELF_VASTGESTELD else self._marks.get(bron, bron)


def sources_of(zaak: Zaak) -> Bronnenlijst:
    """Return every source of the kader that bears on this verslag, each once."""
    by_name = {naam: bron for bron in zaak.kader.bronnen for naam in _names(bron)}
    gebruikt = (by_name[naam] for naam in _used_names(zaak) if naam in by_name)
    return Bronnenlijst(tuple({bron.titel: bron for bron in gebruikt}.values()))


def _names(bron: Bron) -> tuple[str, str]:
    """Return how rekenstappen may write a source: the engine marks an own choice of the SDD."""
    return bron.titel, f"{bron.titel} (SDD-keuze)"


def _used_names(zaak: Zaak) -> Iterator[str]:
    for uitkomst in zaak.indicatie.taken:
        if isinstance(uitkomst.voorstel, Voorstel):
            yield from (stap.bron for stap in uitkomst.voorstel.stappen)
    yield from (stap.bron for stap in zaak.indicatie.stappen)
    yield from (zaak.kader.bron_by_id[bron].titel for bron in _scored_with(zaak))


def _scored_with(zaak: Zaak) -> Iterator[str]:
    """Yield the ids of the sources behind the blokken, factoren and profielen that were chosen."""
    kader, antwoorden = zaak.kader, zaak.dossier.antwoorden
    for antwoord in antwoorden.taken:
        if antwoord.blok is not None and antwoord.blok in kader.blok_by_code:
            yield kader.blok_by_code[antwoord.blok].bron
        gekozen = chosen_for(kader, antwoorden, kader.taak_by_id[antwoord.taak], antwoord)
        yield from (factor.bron for factor in kader.factoren if factor.id in gekozen)
    profiel = zaak.indicatie.profiel
    if profiel is not None and profiel.blok in kader.profiel_by_blok:
        yield kader.profiel_by_blok[profiel.blok].bron
