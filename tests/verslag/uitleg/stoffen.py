"""What the tests of the explanation share: the kaders that are explained, and kaders with other figures."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache

from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.versie import Versie
from indicatietool.paths import normen_folder
from indicatietool.session.kader_uitleg import explanation
from indicatietool.store.normenkaders import GeladenKader, find_normenkaders, load_normenkader
from indicatietool.verslag.blocks import Verslag
from indicatietool.verslag.uitleg.document import explain
from indicatietool.verslag.uitleg.stof import Stof
from tests.builders import GEEN_VINGERAFDRUK, as_loaded, tiny_kader
from tests.verslag.papier import words
from tests.verslag.uitleg.ruim_kader import wide_kader

DAG = date(2026, 11, 22)
LEZERS = (Versie.AANBIEDER, Versie.CLIENT)


@cache
def kaders() -> dict[str, GeladenKader]:
    """Return the shipped kaders and two of the tests, by id."""
    geladen = [load_normenkader(folder) for folder in find_normenkaders(normen_folder())]
    return {
        kader.kader.kader.id: kader for kader in (*geladen, as_loaded(tiny_kader()), as_loaded(wide_kader()))
    }


NAMEN = tuple(kaders())


def told(naam: str, versie: Versie, *, met_cijfers: bool | None = None) -> str:
    """Return every text of an explanation, one a line."""
    return words(explanation(kaders()[naam], DAG, versie, met_cijfers=met_cijfers))


def bare(kader: Normenkader, *, met_cijfers: bool, versie: Versie = Versie.AANBIEDER) -> Verslag:
    """Return the explanation of a kader without a worked example."""
    return explain(Stof(kader, GEEN_VINGERAFDRUK, versie, met_cijfers, DAG))


def with_other_figures(kader: Normenkader) -> Normenkader:
    """Return the kader with every figure changed: minutes, percentages, months, borders, points, rounding."""
    data = kader.model_dump(mode="json")
    _change(data, _other)
    return Normenkader.model_validate_json(json.dumps(data))


def _other(sleutel: str, getal: int) -> int:
    match sleutel:
        case "procent" | "onder_procent" | "boven_procent":
            return getal * 3 // 2 if abs(getal) < 60 else getal
        case "punten" | "vanaf" | "boven":
            return getal + 1
        case "stap":
            return getal + 2
        case "gradatie" | "formaat" | "hoogste" | "tot_en_met" | "onder":
            return getal
        case _:
            return min(getal * 3 // 2, 10_080) if getal > 0 else getal * 3 // 2


def _change(deel: object, other: Callable[[str, int], int], sleutel: str = "") -> None:
    """Change every whole number in place; a list or table of cells keeps the name it stands under."""
    if isinstance(deel, dict):
        for naam, waarde in deel.items():
            if isinstance(waarde, int) and not isinstance(waarde, bool):
                deel[naam] = other(naam if not naam[0].isupper() else sleutel, waarde)
            else:
                _change(waarde, other, naam)
    elif isinstance(deel, list):
        for waarde in deel:
            _change(waarde, other, sleutel)
