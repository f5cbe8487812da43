"""Where the program and the user's files are; a test never touches the real ones."""

from pathlib import Path

import pytest

from indicatietool.paths import dossier_folder, normen_folder, program_folder, resources_folder, user_folder


def test_program_brings_its_normen_and_resources():
    assert (normen_folder() / "voorbeeld-begeleiding").is_dir()
    assert resources_folder().is_dir()


def test_bundle_looks_beside_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)

    assert (program_folder(), normen_folder()) == (tmp_path, tmp_path / "normen")


def test_own_folder_is_the_one_that_was_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("INDICATIETOOL_MAP", str(tmp_path))

    assert dossier_folder() == tmp_path / "dossiers"


def test_without_a_named_folder_the_system_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("INDICATIETOOL_MAP")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert user_folder().name == "indicatietool"


def test_tests_have_a_folder_of_their_own(eigen_map: Path):
    assert user_folder() == eigen_map
