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
from tests.kluizen import make_desk, make_practice_desk

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
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty kluis and the shipped normenkaders."""
    desk = make_desk(tmp_path)
    yield desk
    assert desk.kluis is not None
    desk.kluis.close()


@pytest.fixture
def practice_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty oefenkluis and the shipped normenkaders."""
    desk = make_practice_desk(tmp_path)
    yield desk
    assert desk.kluis is not None
    desk.kluis.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests counted, such as the checks of veraPDF."""
    for report in terminalreporter.getreports("passed"):
        for wat, geteld in report.user_properties:
            terminalreporter.write_line(f"{wat} {geteld}")
