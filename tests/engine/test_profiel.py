"""The suggested profiel: the richting of the most minutes, the gradatie of the band that holds the total."""

from fractions import Fraction

import pytest

from indicatietool.domain.normenkader import Normenkader
from indicatietool.engine.profile import suggest_profiel
from indicatietool.engine.total import indicate
from tests.builders import make_dossier, make_kader, make_overig, make_profiel, make_taak, score


def suggested(kader: Normenkader, **minuten_per_blok: int) -> str | None:
    """The profiel when each blok has this many minutes, one taak per blok."""
    taken = tuple(make_taak(blok.lower(), minuten=aantal) for blok, aantal in minuten_per_blok.items())
    vol = kader.model_copy(update={"taken": taken})
    scores = [score(blok.lower(), blok) for blok in minuten_per_blok]
    profiel = indicate(Normenkader(**dict(vol)), make_dossier(*scores)).profiel
    return profiel.blok if profiel else None


@pytest.mark.parametrize(
    ("minuten", "profiel"),
    [(1, "O1"), (59, "O1"), (60, "O2"), (119, "O2"), (120, "O3"), (239, "O3"), (240, "O4"), (9999, "O4")],
)
def test_lower_border_belongs_to_the_band_and_the_upper_does_not(minuten: int, profiel: str):
    assert suggested(make_kader(), O1=minuten) == profiel


def test_just_under_a_border_is_still_the_lower_band():
    kader = make_kader(make_taak("post", minuten=60))
    taken = indicate(kader, make_dossier(score("post"))).taken

    grenzen = [suggest_profiel(kader, taken, Fraction(60) - rest) for rest in (Fraction(1, 10**9), 0)]

    assert [grens.blok for grens in grenzen if grens] == ["O1", "O2"]


@pytest.mark.parametrize(
    ("ontwikkel", "behoud", "profiel"), [(50, 49, "O2"), (49, 50, "B3"), (50, 50, "O2"), (45, 46, "B3")]
)
def test_richting_is_that_of_the_most_minutes_and_ontwikkel_when_equal(
    ontwikkel: int, behoud: int, profiel: str
):
    assert suggested(make_kader(), O1=ontwikkel, B1=behoud) == profiel


def test_gradatie_follows_the_whole_and_not_the_blokken():
    assert suggested(make_kader(), O4=10) == "O1"


def test_overige_begeleiding_counts_in_the_total_but_not_in_the_richting():
    kader = make_kader(make_taak("post", minuten=50))

    profiel = indicate(kader, make_dossier(score("post", "B1"), overige=[make_overig(60)])).profiel

    assert profiel is not None
    assert profiel.blok == "B3"


def test_nothing_scored_suggests_nothing():
    assert indicate(make_kader(), make_dossier(score(blok=None))).profiel is None


def test_zero_minutes_suggest_nothing():
    assert suggested(make_kader(), O1=0) is None


def test_kader_without_profielen_suggests_nothing():
    assert suggested(make_kader(profielen=()), O1=60) is None


@pytest.mark.parametrize("minuten", [9, 100])
def test_total_outside_every_band_suggests_nothing(minuten: int):
    kader = make_kader(profielen=(make_profiel("O1", 10, 50), make_profiel("O2", 50, 100)))

    assert suggested(kader, O1=minuten) is None


def test_suggestion_gives_its_reasons_in_numbers():
    kader = make_kader(make_taak("post", minuten=70), make_taak("bellen", minuten=30))

    profiel = indicate(kader, make_dossier(score("post", "O1"), score("bellen", "B1"))).profiel

    assert profiel is not None
    assert profiel.redenen == (
        "Ontwikkelgericht: 70 minuten per week; behoudgericht: 30 minuten per week. "
        "Het meeste is ontwikkelgericht.",
        "Samen 100 minuten per week. Dat valt in de band van O2: vanaf 60 tot 120 minuten.",
    )
