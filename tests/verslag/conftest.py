"""One finished dossier with a bit of everything, and the shipped cases."""

from datetime import date

import pytest

from indicatietool.domain.antwoorden import AftrekSoort, Beschikbaar, LeefgebiedSituatie
from indicatietool.domain.dossier import Afronding, Dossier, Hulpvraag, Leveringsvorm, Melding, Weging
from indicatietool.domain.normenkader import Normenkader
from tests.builders import (
    afwijken,
    make_aftrek,
    make_dossier,
    make_leefgebied,
    make_overig,
    score,
    take_all_over,
    tiny_kader,
)

MOTIVERING = "De post komt uit drie landen en moet worden vertaald."
OBSERVATIE = "Op tafel lagen veertien ongeopende brieven."


@pytest.fixture
def kader() -> Normenkader:
    return tiny_kader()


@pytest.fixture
def dossier(kader: Normenkader) -> Dossier:
    """A dossier with every besluit taken: two voorstellen taken over, one departure."""
    mantelzorg = make_aftrek(minuten=5, reden="Een zus sorteert op zaterdag.")
    cursus = make_aftrek(
        soort=AftrekSoort.VOORLIGGEND,
        minuten=10,
        beschikbaar=Beschikbaar.WACHTLIJST,
        reden="De cursus is vol.",
    )
    gescoord = make_dossier(
        score("post", "O2", keer=2, motivatie="matig", aftrek=(mantelzorg, cursus), observatie=OBSERVATIE),
        score("opruimen", "B2", motivatie="matig", veiligheid="veilig"),
        score("waakvlam", "B1"),
        leefgebieden=(
            make_leefgebied("geld", problemen="Post blijft liggen.", doel="Post is open.", drukte="druk"),
            make_leefgebied("wonen", problemen="Volle kamer.", doel="Lege kamer.", drukte="rustig"),
            make_leefgebied("vrije-tijd", LeefgebiedSituatie.EIGEN_KRACHT),
        ),
        overige=(make_overig(),),
        planbaar="ja",
    )
    besloten = take_all_over(kader, gescoord)
    anders = afwijken(90, motivering=MOTIVERING)
    besluiten = tuple(
        b.model_copy(update={"besluit": anders}) if b.taak == "post" else b for b in besloten.besluiten
    )
    return besloten.with_changes(besluiten=besluiten, **_typed())


def _typed() -> dict[str, object]:
    return {
        "melding": Melding(
            client="De heer Łukasz de Vries",
            zaaknummer="Z-2027-001",
            gemeente="0505",
            consulent="A. Consulent",
            meldingsdatum=date(2026, 11, 2),
            stukken="persoonlijk plan\nbrief van de huisarts",
        ),
        "hulpvraag": Hulpvraag(eigen_woorden="Ik wil mijn post weer zelf kunnen doen."),
        "weging": Weging(
            profiel="O3",
            product="licht",
            leveringsvorm=Leveringsvorm.ZIN,
            ingangsdatum=date(2027, 1, 1),
            einddatum=date(2027, 12, 31),
            eerste_evaluatie=date(2027, 4, 1),
            evaluatie_elke_maanden=6,
            aanleveren_weken_ervoor=4,
        ),
        "afronding": Afronding(mening_client="Ik vind het genoeg."),
    }
