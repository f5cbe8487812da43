"""Pages of sessions to judge: a small group, a group of twenty, and a case that is far too long."""

from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.uitslag import Uitslag, UitslagTaak
from indicatietool.engine.kalibratie import calibrate
from indicatietool.verslag.blocks import Verslag
from indicatietool.verslag.sessie import session_page
from tests.builders import VANDAAG, make_kader, make_taak
from tests.kalibreren import CASUS, KADER, casus, twintig

BLOKKEN = ("O1", "O2", "O3", "B2")
WATERMERK = "VOORBEELD – geen vastgestelde norm"


def group_of(aantal: int) -> Verslag:
    """Return the page of the first so many of the twenty."""
    kalibratie = calibrate(KADER.kader, twintig()[:aantal], casus().model)
    return session_page(KADER.kader, CASUS, kalibratie, VANDAAG, WATERMERK)


def long_case(taken: int = 60, aantal: int = 20) -> Verslag:
    """Return the page of a case with so many taken with endless names, on which nobody agrees."""
    kader = endless_kader(taken)
    uitslagen = [scored(kader, nummer) for nummer in range(aantal)]
    kalibratie = calibrate(kader, uitslagen, uitslagen[0])
    lang = CASUS.model_copy(
        update={"titel": "Een heel lange titel " * 9, "bespreekpunten": "Praat hierover. " * 90}
    )
    return session_page(kader, lang, kalibratie, VANDAAG, WATERMERK)


def endless_kader(taken: int) -> Normenkader:
    """Return a kader of taken with names and anchors far beyond a line."""
    return make_kader(
        *(
            make_taak(f"taak-{nummer}").model_copy(
                update={
                    "naam": f"Taak {nummer} met een naam die over veel regels loopt " * 4,
                    "ankers": {
                        code: f"Zichtbaar gedrag bij {code} in veel woorden. " * 12 for code in BLOKKEN
                    },
                }
            )
            for nummer in range(taken)
        )
    )


def scored(kader: Normenkader, nummer: int) -> Uitslag:
    """Return an uitslag that differs from every other; its minutes are not those of the kader."""
    return twintig()[0].model_copy(
        update={
            "taken": tuple(
                UitslagTaak(
                    taak=taak.id,
                    blok=BLOKKEN[(nummer * plek + nummer) % 4],
                    minuten_per_week=10 + (nummer * 17 + plek) % 60,
                )
                for plek, taak in enumerate(kader.taken)
                if (nummer + plek) % 5
            ),
            "minuten_per_maand": 400 + nummer,
        }
    )
