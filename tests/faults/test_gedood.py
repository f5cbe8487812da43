"""SIGKILL at any moment: what was confirmed is there, and the kluis opens and is sound.

`make test-faults` does each of these 100 or 200 times.
"""

import os
from pathlib import Path

import pytest

from indicatietool.errors import WachtwoordError
from indicatietool.store.kluis import Kluis
from tests.faults.gedood import keren, kill_at_work
from tests.faults.werk import ANDER, NUMMER, VELDEN, open_either, prepare
from tests.kluizen import WACHTWOORD
from tests.store.kluis.oud import make_version_0  # a kluis as an earlier program left it

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL bestaat alleen op posix")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    prepare(tmp_path / "kluis")
    return tmp_path / "kluis"


def assert_sound(kluis: Kluis) -> None:
    assert kluis.verify() == ()
    assert len(kluis.list()) == 3


@pytest.mark.parametrize("keer", keren(200, 6))
def test_killed_while_saving_every_confirmed_field_is_there(folder: Path, keer: int):
    afloop = kill_at_work("bewaar", folder, keer, binnen=0.25)

    with Kluis.unlock(folder, WACHTWOORD) as kluis:
        assert_sound(kluis)
        melding = kluis.load(NUMMER).melding
        waarden = [int(getattr(melding, veld) or 0) for veld in VELDEN]
        assert max(waarden) in (afloop.bevestigd, afloop.bevestigd + 1)
        laatste = max(waarden)
        assert sorted(waarden) == [max(0, laatste - terug) for terug in (2, 1, 0)]


@pytest.mark.parametrize("keer", keren(100, 4))
def test_killed_while_changing_the_wachtwoord_the_old_or_the_new_opens(folder: Path, keer: int):
    afloop = kill_at_work("wachtwoord", folder, keer, binnen=0.25)

    now_or_next = {ANDER if (afloop.bevestigd + stap) % 2 else WACHTWOORD for stap in (0, 1)}
    with open_either(folder) as kluis:
        assert_sound(kluis)
    opent = {woord for woord in (WACHTWOORD, ANDER) if _opens(folder, woord)}
    assert len(opent) == 1
    assert opent <= now_or_next


def _opens(folder: Path, wachtwoord: str) -> bool:
    try:
        Kluis.unlock(folder, wachtwoord).close()
    except WachtwoordError:
        return False
    return True


@pytest.mark.parametrize("keer", keren(100, 4))
def test_killed_while_copying_the_kluis_and_every_copy_is_sound(folder: Path, tmp_path: Path, keer: int):
    kill_at_work("kopie", folder, keer, binnen=0.25)

    with Kluis.unlock(folder, WACHTWOORD) as kluis:
        assert_sound(kluis)
    for kopie in Kluis.copies(folder)[:2]:
        with Kluis.restore(folder, kopie, WACHTWOORD) as terug:
            assert_sound(terug)


@pytest.mark.parametrize("keer", keren(100, 4))
def test_killed_while_restoring_the_old_or_the_new_state_opens_and_nothing_is_lost(folder: Path, keer: int):
    with Kluis.unlock(folder, WACHTWOORD) as kluis:
        kluis.copy()
        kluis.delete("2027-0003", "verzonnen geval")
    kill_at_work("herstel", folder, keer, binnen=0.2, keren=3)

    with Kluis.unlock(folder, WACHTWOORD) as kluis:
        assert kluis.verify() == ()
        assert len(kluis.list()) in (2, 3)
    assert Kluis.copies(folder)


@pytest.mark.parametrize("keer", keren(100, 4))
def test_killed_while_brought_up_to_date_it_is_brought_up_to_date_at_the_next_opening(
    tmp_path: Path, keer: int
):
    folder = tmp_path / "kluis"
    make_version_0(folder)
    kill_at_work("migratie", folder, keer, binnen=0.15, keren=1)

    with Kluis.unlock(folder, WACHTWOORD) as kluis:
        assert kluis.verify() == ()
        assert kluis.list()
    assert Kluis.copies(folder), "vóór het bijwerken hoort er een kopie te zijn"
