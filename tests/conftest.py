"""What every test stands on: no screen, no user folder of its own, quick properties and the shipped kader.

HYPOTHESIS_PROFILE=grondig tries the properties on many more, and other, answers.
"""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from indicatietool.paths import normen_folder
from indicatietool.session.desk import Desk
from indicatietool.store.normenkaders import GeladenKader, load_normenkader
from tests.builders import VANDAAG

settings.register_profile("snel", max_examples=60, deadline=None, derandomize=True, database=None)
settings.register_profile(
    "grondig", max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "snel"))


@pytest.fixture(scope="session", autouse=True)
def eigen_map(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's folder: never the real one."""
    folder = tmp_path_factory.mktemp("gebruiker")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INDICATIETOOL_MAP", str(folder))
        yield folder


@pytest.fixture(scope="session")
def kader_folder() -> Path:
    """The folder of the shipped voorbeeldkader."""
    return normen_folder() / "voorbeeld-begeleiding" / "2026.1"


@pytest.fixture(scope="session")
def voorbeeldkader(kader_folder: Path) -> GeladenKader:
    """The shipped voorbeeldkader, read and proven."""
    return load_normenkader(kader_folder)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with no dossiers yet and the shipped normenkaders."""
    return Desk(tmp_path / "dossiers", normen_folder(), VANDAAG)
