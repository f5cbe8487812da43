"""A power cut at any moment loses nothing that was confirmed, whatever the disk did with the rest.

`make test-faults` tries 300 cuts of saving and 100 of each other kind of work.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

import pytest

from indicatietool.errors import IndicatietoolError
from indicatietool.store.kluis import Kluis
from tests.faults.gedood import keren
from tests.faults.stroom import Schijf, Uitval, record, trace_of
from tests.faults.werk import NUMMER, VELDEN, open_either, prepare
from tests.kluizen import WACHTWOORD

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None,
    reason="STRACE ONTBREEKT: de stroomuitval is NIET getest (Debian: apt-get install strace)",
)

UITVALLEN = tuple(Uitval)
Check = Callable[[Path, int], None]
Record = Callable[[str, object], None]


def snapshot(folder: Path) -> dict[str, bytes | None]:
    paden = (folder, *sorted(folder.rglob("*")))
    return {str(pad): None if pad.is_dir() else pad.read_bytes() for pad in paden}


def put_on_disk(folder: Path, inhoud: Mapping[str, bytes | None]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for pad, bytes_ in sorted(inhoud.items()):
        if bytes_ is None:
            Path(pad).mkdir(parents=True, exist_ok=True, mode=0o700)
        else:
            Path(pad).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            Path(pad).write_bytes(bytes_)


def cut_power(
    folder: Path, actie: str, werk: int, hoe_vaak: range, check: Check, zonder: Sequence[str] = ()
) -> str:
    """Record the work once, fail the power at many moments, and check each folder that is left.

    Calls in `zonder` are left out, as if the program never made them.

    Returns:
        How many were survived; a failing one raises.
    """
    begin = snapshot(folder)
    gedaan = record(actie, folder, werk, folder.parent / "trace")
    aanroepen = [aanroep for aanroep in gedaan if aanroep.naam not in zonder]
    eerste = next(n for n, a in enumerate(aanroepen) if a.paden and str(folder) in a.paden[0])
    for keer in hoe_vaak:
        toeval = Random(f"{actie}{keer}")
        put_on_disk(folder, begin)
        schijf = Schijf(folder)
        for aanroep in aanroepen[: toeval.randint(eerste, len(aanroepen))]:
            schijf.run(aanroep)
        put_on_disk(folder, schijf.fail(UITVALLEN[keer % len(UITVALLEN)], toeval))
        try:
            check(folder, schijf.bevestigd)
        except Exception as error:
            error.add_note(f"{actie}, keer {keer}: {UITVALLEN[keer % len(UITVALLEN)]}")
            raise
    return f"{len(hoe_vaak)} passed, 0 failed"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    prepare(tmp_path / "kluis")
    return tmp_path / "kluis"


def last_saved(kluis: Kluis) -> int:
    melding = kluis.load(NUMMER).melding
    return max(int(getattr(melding, veld) or 0) for veld in VELDEN)


def test_power_cut_while_saving_loses_no_confirmed_field(folder: Path, record_property: Record):
    def check(folder: Path, bevestigd: int) -> None:
        with Kluis.unlock(folder, WACHTWOORD) as kluis:
            assert kluis.verify() == ()
            assert last_saved(kluis) in (bevestigd, bevestigd + 1)

    record_property("stroomuitval bij bewaar:", cut_power(folder, "bewaar", 8, keren(300, 12), check))


def test_the_same_work_without_syncing_does_lose_confirmed_fields(folder: Path):
    """The imitation must be able to fail: leave the fsyncs out and the promise breaks."""
    verloren = []

    def check(folder: Path, bevestigd: int) -> None:
        try:
            with Kluis.unlock(folder, WACHTWOORD) as kluis:
                verloren.append(last_saved(kluis) < bevestigd)
        except IndicatietoolError:
            verloren.append(True)

    cut_power(folder, "bewaar", 8, range(12), check, zonder=("fsync", "fdatasync"))

    assert any(verloren)


def test_power_cut_while_changing_the_wachtwoord_leaves_one_that_opens(folder: Path, record_property: Record):
    def check(folder: Path, bevestigd: int) -> None:
        with open_either(folder) as kluis:
            assert kluis.verify() == ()
            assert len(kluis.list()) == 3

    record_property("stroomuitval bij wachtwoord:", cut_power(folder, "wachtwoord", 3, keren(100, 6), check))


def test_power_cut_while_copying_leaves_the_kluis_and_no_half_copy(folder: Path, record_property: Record):
    def check(folder: Path, bevestigd: int) -> None:
        with Kluis.unlock(folder, WACHTWOORD) as kluis:
            assert kluis.verify() == ()
        kopieen = Kluis.copies(folder)
        assert len(kopieen) >= bevestigd
        for kopie in kopieen[:1]:
            with Kluis.restore(folder, kopie, WACHTWOORD) as terug:
                assert len(terug.list()) == 3

    record_property("stroomuitval bij kopie:", cut_power(folder, "kopie", 2, keren(100, 6), check))


def test_power_cut_while_restoring_leaves_the_old_or_the_new_state(folder: Path, record_property: Record):
    with Kluis.unlock(folder, WACHTWOORD) as kluis:
        kluis.copy()
        kluis.delete("2027-0003", "verzonnen geval")

    def check(folder: Path, bevestigd: int) -> None:
        with Kluis.unlock(folder, WACHTWOORD) as kluis:
            assert kluis.verify() == ()
            assert len(kluis.list()) in ((3,) if bevestigd else (2, 3))

    record_property("stroomuitval bij herstel:", cut_power(folder, "herstel", 1, keren(100, 6), check))


def test_the_disk_that_is_imitated_does_lose_what_was_not_synced(tmp_path: Path):
    """The imitation must be able to fail: a file written without fsync is gone."""
    folder = tmp_path / "map"
    folder.mkdir()
    begin = snapshot(folder)
    schrijf = "import sys; open(sys.argv[1], 'w').write('kwijt')"
    trace = tmp_path / "trace"
    aanroepen = trace_of(["-c", schrijf, str(folder / "los.txt")], trace)
    put_on_disk(folder, begin)
    schijf = Schijf(folder)
    for aanroep in aanroepen:
        schijf.run(aanroep)

    assert schijf.file("los.txt").onderweg[-1].bytes_ == b"kwijt"
    los = str(folder / "los.txt")
    assert los not in schijf.fail(Uitval.VERLOREN, Random(1))
    assert {schijf.fail(Uitval.HUSSELEN, Random(keer)).get(los) for keer in range(30)} == {
        None,
        b"",
        b"kwijt",
    }
