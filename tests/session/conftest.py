"""What the tests of narekenen share: a file for a verslag, and making each verslag once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indicatietool.session.narekenen import Make
from tests.session.verslagen import make_once


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
