"""Kaders in a list need no proof; a kader that something is computed with always passed its own examples."""

import shutil
from pathlib import Path

import pytest

from indicatietool.errors import NormenkaderError
from indicatietool.session import kaders as module
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.session.oefenen.begin import begin
from indicatietool.session.oefenen.casussen import cases
from indicatietool.store.normenkaders import load_normenkader
from tests.builders import VANDAAG


@pytest.fixture
def normen(kader_folder: Path, tmp_path: Path) -> Path:
    """The shipped kader, and a newer version of it whose example says another number than its norm."""
    good = tmp_path / "normen" / "voorbeeld-begeleiding" / "2026.1"
    shutil.copytree(kader_folder, good)
    bad = good.with_name("2026.2")
    shutil.copytree(kader_folder, bad)
    replace(bad / "normenkader.toml", 'versie = "2026.1"', 'versie = "2026.2"')
    replace(bad / "normenkader.toml", "2026-01-01", "2026-01-02")
    for casus in (bad / "casussen").glob("*.json"):
        replace(casus, '"versie": "2026.1"', '"versie": "2026.2"')
    replace(bad / "voorbeelden.toml", "minuten_per_maand = 90", "minuten_per_maand = 95")
    return tmp_path / "normen"


@pytest.fixture
def desk(normen: Path) -> Desk:
    return Desk(None, Kaders(normen), VANDAAG)


def replace(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")


def versies(desk: Desk) -> list[str]:
    return [geladen.kader.kader.versie for geladen in desk.kaders.for_new(VANDAAG)]


def bad_one(desk: Desk):
    return next(g for g in desk.kaders.for_new(VANDAAG) if g.kader.kader.versie == "2026.2")


def test_lists_of_kaders_and_of_cases_run_no_examples(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    proven: list[object] = []
    monkeypatch.setattr(module, "prove", proven.append)

    assert versies(desk) == ["2026.2", "2026.1"]
    assert cases(desk)
    assert proven == []


def test_examples_are_run_once_when_a_kader_is_chosen(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    proven: list[object] = []
    monkeypatch.setattr(module, "prove", proven.append)
    kader = desk.kaders.for_new(VANDAAG)[1]

    desk.new(kader)
    desk.new(kader)

    assert proven == [kader]


def test_chosen_kader_that_fails_its_example_is_refused_in_the_same_words_each_time(desk: Desk):
    kader = bad_one(desk)
    with pytest.raises(NormenkaderError) as expected:
        load_normenkader(kader.folder)

    for _ in range(2):
        with pytest.raises(NormenkaderError) as refused:
            desk.new(kader)
        assert str(refused.value) == str(expected.value)


def test_kader_that_was_found_to_fail_is_named_as_such_and_no_longer_listed(desk: Desk):
    assert desk.kaders.problems() == ()

    with pytest.raises(NormenkaderError):
        desk.new(bad_one(desk))

    assert versies(desk) == ["2026.1"]
    assert ["95" in probleem for probleem in desk.kaders.problems()] == [True]


def test_new_dossier_without_a_choice_passes_over_a_kader_that_fails(desk: Desk):
    assert desk.new().dossier.kader.versie == "2026.1"


def test_nothing_begins_when_the_only_kader_fails(desk: Desk, normen: Path):
    shutil.rmtree(normen / "voorbeeld-begeleiding" / "2026.1")

    with pytest.raises(NormenkaderError, match="het voorbeeld zegt 95"):
        desk.new()


def test_usable_kaders_are_proven(desk: Desk):
    assert [g.kader.kader.versie for g in desk.kaders.usable()] == ["2026.1"]


def test_practice_with_a_case_of_a_kader_that_fails_is_refused(desk: Desk):
    casus = next(c for c in cases(desk) if c.geladen.kader.kader.versie == "2026.2")

    with pytest.raises(NormenkaderError, match="het voorbeeld zegt 95"):
        begin(desk, casus)


def test_case_that_cannot_be_read_is_left_out_of_the_list(desk: Desk, normen: Path):
    before = len(cases(desk))
    anew = Desk(None, Kaders(normen), VANDAAG)
    (normen / "voorbeeld-begeleiding" / "2026.1" / "casussen" / "b1-waakvlam.json").write_text("{", "utf-8")

    assert len(cases(anew)) == before - 1
