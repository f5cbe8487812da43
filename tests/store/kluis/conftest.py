"""A kluis per test, copied from one that was made once; opening it is quick."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from indicatietool.store.kluis import Kluis
from tests.kluizen import make_kluis
from tests.store.kluis.oud import reopen


@pytest.fixture(scope="session")
def lege_kluis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new kluis, closed; not to be changed."""
    folder = tmp_path_factory.mktemp("model") / "kluis"
    make_kluis(folder).close()
    return folder


@pytest.fixture
def folder(lege_kluis: Path, tmp_path: Path) -> Path:
    """A folder with a new kluis, closed."""
    return shutil.copytree(lege_kluis, tmp_path / "kluis")


@pytest.fixture
def kluis(folder: Path) -> Iterator[Kluis]:
    """A new kluis, open."""
    with reopen(folder) as geopend:
        yield geopend
