"""What these tests share: a quick oefenkluis, a file for a verslag, and making each verslag once."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from indicatietool.paths import normen_folder
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.session.narekenen import Make
from indicatietool.store.normenkaders import GeladenKader
from tests.kluizen import make_practice_desk
from tests.session.verslagen import make_once


@pytest.fixture(scope="session")
def shipped_kaders() -> Kaders:
    """The shipped kaders, read and proven once for all tests with an oefenkluis."""
    return Kaders(normen_folder())


@pytest.fixture
def practice_desk(tmp_path: Path, shipped_kaders: Kaders) -> Iterator[Desk]:
    """A desk with an empty oefenkluis and the shipped normenkaders."""
    desk = make_practice_desk(tmp_path)
    desk.kaders = shipped_kaders
    yield desk
    desk.kluis.close()


@pytest.fixture(scope="session")
def kaders_by_id() -> Mapping[str, GeladenKader]:
    """Every shipped kader, read and proven, by its id."""
    return {geladen.kader.kader.id: geladen for geladen in Kaders(normen_folder()).usable()}


@pytest.fixture
def make() -> Make:
    return make_once


@pytest.fixture
def bewaard(tmp_path: Path) -> Callable[[bytes], Path]:
    def bewaar(inhoud: bytes) -> Path:
        pad = tmp_path / "verslag.pdf"
        pad.write_bytes(inhoud)
        return pad

    return bewaar
