"""SIGKILL while something leaves the program: the old file or the whole new one, and nothing beside it.

`make test-faults` does each of these 100 times.
"""

import os
import signal
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from indicatietool.store.kluis import Kluis
from indicatietool.store.overdracht import read_overdracht
from indicatietool.verslag.drager import read_drager
from tests.faults.gedood import keren, kill_at_work
from tests.faults.werk import BESTAAND, EERDER, NAAM, NUMMER, VELDEN, VERSLAG, prepare_to_leave
from tests.kluizen import WACHTWOORD

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL bestaat alleen op posix")


@pytest.fixture
def kluis(tmp_path: Path) -> Path:
    prepare_to_leave(tmp_path / "kluis")
    return tmp_path / "kluis"


@pytest.fixture
def naar(kluis: Path) -> Path:
    return kluis.parent / "documenten"


def assert_nothing_beside(naar: Path, *namen: str) -> None:
    """What was being written may be there still, under a name that tells nothing."""
    rest = {pad.name for pad in naar.iterdir()} - set(namen)
    assert all(naam.startswith(".indicatietool-") and NAAM not in naam for naam in rest), rest
    assert len(rest) <= 1


def assert_kluis_is_sound(kluis: Path, actie: str, bevestigd: int) -> None:
    with Kluis.unlock(kluis, WACHTWOORD) as open_:
        assert open_.verify() == ()
        assert len(open_.list()) == 1
        gemaakt = sum(regel.actie == actie for regel in open_.logboek())
    assert gemaakt in (bevestigd, bevestigd + 1)


@pytest.mark.parametrize("keer", keren(100, 3))
def test_killed_while_making_a_verslag_the_old_or_the_whole_new_one_is_there(
    kluis: Path, naar: Path, keer: int
):
    afloop = kill_at_work("verslag", kluis, keer, binnen=0.7)

    inhoud = (naar / VERSLAG).read_bytes()
    if inhoud == EERDER:
        assert not afloop.bevestigd
    else:
        lezer = PdfReader(BytesIO(inhoud))
        assert inhoud.rstrip().endswith(b"%%EOF")
        assert len(lezer.pages) > 5
        assert read_drager(lezer).pakket
    assert_nothing_beside(naar, VERSLAG, BESTAAND)
    assert_kluis_is_sound(kluis, "verslag gemaakt", afloop.bevestigd)


@pytest.mark.parametrize("keer", keren(100, 3))
def test_killed_while_handing_over_each_file_is_whole_or_not_there(kluis: Path, naar: Path, keer: int):
    afloop = kill_at_work("overdracht", kluis, keer, binnen=0.5)

    nieuw = list(naar.glob(f"{NAAM}-*.indicatie"))
    assert len(nieuw) in (afloop.bevestigd, afloop.bevestigd + 1)
    assert all(read_overdracht(pad).dossier.nummer == NUMMER for pad in nieuw)
    if (naar / BESTAAND).read_bytes() == EERDER:
        assert not afloop.bevestigd
    else:
        melding = read_overdracht(naar / BESTAAND).dossier.melding
        getallen = {int(waarde) for veld in VELDEN if (waarde := getattr(melding, veld)).isdecimal()}
        assert max(getallen) in (afloop.bevestigd, afloop.bevestigd + 1)
    assert_nothing_beside(naar, VERSLAG, BESTAAND, *(pad.name for pad in nieuw))
    assert_kluis_is_sound(kluis, "overgedragen", afloop.bevestigd)


def test_killed_half_way_what_is_left_says_nothing_and_goes_at_the_next_verslag(kluis: Path, naar: Path):
    assert work("half verslag", kluis).returncode == -signal.SIGKILL
    (rest,) = (pad for pad in naar.iterdir() if pad.name not in (VERSLAG, BESTAAND))
    assert (naar / VERSLAG).read_bytes() == EERDER
    assert_nothing_beside(naar, VERSLAG, BESTAAND)
    os.utime(rest, (0, 0))

    assert work("verslag", kluis).returncode == 0

    assert (naar / VERSLAG).read_bytes() != EERDER
    assert not rest.exists()


def work(actie: str, kluis: Path) -> "subprocess.CompletedProcess[bytes]":
    """Let the program do it once, and leave it alone."""
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.werk", actie, str(kluis), "1"],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.DEVNULL,
        timeout=60,
    )
