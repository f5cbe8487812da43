"""The places of a dossier that can be guarded, with the name by which a reader knows them.

Comes in: kader and dossier. Goes out: places and names. What a guarded place means, versies tells.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from indicatietool.domain.besluit import Afwijken
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.velden import VELD_BY_PAD
from indicatietool.verslag.versies import DELEN, TEKSTVELDEN, TOTAAL


@dataclass(frozen=True, slots=True)
class Passage:
    """Eén plek in een dossier met tekst die kan worden afgeschermd, met de naam die de lezer kent."""

    plek: str
    naam: str


def passages(kader: Normenkader, dossier: Dossier) -> Iterator[Passage]:
    """Yield every place of a dossier that holds words and can be guarded, in the order of the dossier."""
    for pad, veld in VELD_BY_PAD.items():
        if pad in TEKSTVELDEN and getattr(getattr(dossier, veld.sectie), veld.naam):
            yield Passage(pad, veld.label)
    yield from _passages_of_answers(kader, dossier)
    for nummer, fase in enumerate(dossier.fasen, 1):
        if fase.motivering.strip():
            yield Passage(f"fase.{nummer}.motivering", f"Fase {nummer}: motivering")
    for nummer, _ in enumerate(dossier.tijdelijke_lijnen, 1):
        yield Passage(f"tijdelijk.{nummer}", f"Tijdelijke begeleiding {nummer}")
    if dossier.afwijking_totaal:
        yield Passage(TOTAAL, "Afwijking van het totaal: motivering")


def name_of(kader: Normenkader, plek: str) -> str:
    """Return how a reader knows a place; the place itself when it names something that is gone."""
    if plek in VELD_BY_PAD:
        return VELD_BY_PAD[plek].label
    soort, _, rest = plek.partition(".")
    sleutel, _, deel = rest.partition(".")
    namen = {
        "leefgebied": {lg.id: lg.naam for lg in kader.leefgebieden},
        "taak": {taak.id: taak.naam for taak in kader.taken},
        "besluit": {taak.id: taak.naam for taak in kader.taken},
    }
    wat = namen.get(soort, {}).get(sleutel, f"{soort} {sleutel}".strip().replace("_", " "))
    return f"{wat}: {deel or soort}"


def _passages_of_answers(kader: Normenkader, dossier: Dossier) -> Iterator[Passage]:
    antwoorden = dossier.antwoorden
    plekken = [
        *(
            f"leefgebied.{a.leefgebied}.{deel}"
            for a in antwoorden.leefgebieden
            for deel in DELEN["leefgebied"]
            if getattr(a, deel).strip()
        ),
        *(f"taak.{a.taak}.observatie" for a in antwoorden.taken if a.observatie.strip()),
        *(f"taak.{a.taak}.aftrek" for a in antwoorden.taken if a.aftrek),
        *(f"besluit.{b.taak}.motivering" for b in dossier.besluiten if isinstance(b.besluit, Afwijken)),
        *(f"overig.{nummer}" for nummer, _ in enumerate(antwoorden.overige, 1)),
    ]
    yield from (Passage(plek, name_of(kader, plek)) for plek in plekken)
