"""A result is as frozen as a fact: what was computed is not changed afterwards."""

import dataclasses
from pathlib import Path

import pytest

from indicatietool.domain import dossier, gemeente, indicatie, voorstel
from indicatietool.engine import looptijd
from indicatietool.engine.total import indicate
from indicatietool.session import checks, steps
from indicatietool.store import normenkaders
from tests.builders import as_loaded, make_dossier, make_kader, score

RESULTS = sorted(
    {
        kind
        for module in (dossier, gemeente, indicatie, voorstel, looptijd, checks, steps, normenkaders)
        for kind in vars(module).values()
        if isinstance(kind, type) and dataclasses.is_dataclass(kind)
    },
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", RESULTS, ids=lambda kind: kind.__name__)
def test_kind_of_result_is_frozen_and_without_room_for_more(kind: type):
    assert kind.__dataclass_params__.frozen
    assert hasattr(kind, "__slots__")


def test_outcome_does_not_change():
    uitkomst = indicate(make_kader(), make_dossier(score()))

    with pytest.raises(dataclasses.FrozenInstanceError):
        uitkomst.minuten_per_maand = 1


def test_omvang_does_not_change():
    omvang = indicate(make_kader(), make_dossier(score())).marge_per_week

    with pytest.raises(AttributeError):
        omvang.midden = 1


def test_loaded_kader_does_not_change():
    geladen = as_loaded(make_kader())

    with pytest.raises(dataclasses.FrozenInstanceError):
        geladen.folder = Path("elders")
