"""A disk that is full, read-only or failing, a folder that is gone, a second window, a clock that jumps.

Each time: one Dutch sentence and the right exit code, nothing lost that was confirmed, and on again after.
"""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from indicatietool.errors import BezetError, IndicatietoolError, IntegriteitError, OpslagError
from indicatietool.store.kluis import Kluis
from tests.faults.werk import NUMMER, VELDEN, kaart, prepare, with_field
from tests.kluizen import LICHT, WACHTWOORD, make_kluis

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None,
    reason="STRACE ONTBREEKT: fouten van de schijf zijn NIET getest (Debian: apt-get install strace)",
)
HUIS = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    prepare(tmp_path / "kluis")
    return tmp_path / "kluis"


def saved(folder: Path) -> int:
    with Kluis.unlock(folder, WACHTWOORD) as kluis:
        assert kluis.verify() == ()
        melding = kluis.load(NUMMER).melding
        return max(int(getattr(melding, veld) or 0) for veld in VELDEN)


def persevere(folder: Path, *strace: str, keren: int = 6) -> tuple[list[int], list[str]]:
    """Save six times on a failing disk; return what was confirmed and the failures that were told."""
    werk = [sys.executable, "-m", "tests.faults.werk", "volhouden", str(folder), str(keren)]
    prefix = ["strace", "-f", "-qqq", "-o", "/dev/null", *strace] if strace else []
    ran = subprocess.run([*prefix, *werk], cwd=HUIS, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    regels = ran.stdout.splitlines()[1:]
    return [int(r) for r in regels if r.isdigit()], [r for r in regels if r.startswith("fout ")]


STOREN = {"pwrite64": "60..64", "fsync": "8..10", "ftruncate": "3..4"}
"""Which of the calls on the two files fail: some saves after the opening."""


@needs_strace
@pytest.mark.parametrize("aanroep", STOREN)
@pytest.mark.parametrize("fout", ["ENOSPC", "EIO", "EROFS", "EDQUOT"])
def test_failing_disk_is_told_and_what_was_typed_is_saved_once_it_works_again(
    folder: Path, aanroep: str, fout: str
):
    kluis = folder / "dossiers.kluis"
    bevestigd, fouten = persevere(
        folder,
        "-P",
        str(kluis),
        "-P",
        f"{kluis}-journal",
        "-e",
        f"inject={aanroep}:error={fout}:when={STOREN[aanroep]}",
    )

    assert bevestigd == [1, 2, 3, 4, 5, 6]
    assert fouten
    assert all(regel.startswith("fout 5 ") for regel in fouten), fouten
    assert saved(folder) == 6


@needs_strace
def test_disk_that_stays_full_keeps_what_was_confirmed(folder: Path):
    kluis = folder / "dossiers.kluis"
    bevestigd, fouten = persevere(
        folder, "-P", str(kluis), "-P", f"{kluis}-journal", "-e", "inject=pwrite64:error=ENOSPC:when=120+"
    )

    assert 0 < len(bevestigd) < 6
    assert {regel[:7] for regel in fouten} == {"fout 5 "}
    assert saved(folder) == bevestigd[-1]


def test_file_that_may_not_grow_is_told(folder: Path):
    grens = (folder / "dossiers.kluis").stat().st_size + 4096
    werk = [sys.executable, "-m", "tests.faults.werk", "volhouden", str(folder), "60"]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (grens, grens))

    ran = subprocess.run(werk, cwd=HUIS, capture_output=True, text=True, timeout=120, preexec_fn=limit)

    bevestigd = [int(regel) for regel in ran.stdout.splitlines() if regel.isdigit()]
    assert any(regel.startswith("fout 5 ") for regel in ran.stdout.splitlines())
    assert "Traceback" not in ran.stderr
    assert saved(folder) == (bevestigd[-1] if bevestigd else 0)


@needs_strace
def test_read_only_folder_is_told_and_nothing_is_changed(folder: Path):
    voor = {pad.name: pad.read_bytes() for pad in folder.iterdir() if pad.is_file()}
    werk = [sys.executable, "-m", "tests.faults.werk", "bewaar", str(folder), "1"]
    alles = ["-P", str(folder / "dossiers.kluis"), "-P", str(folder / "dossiers.kluis-journal")]
    ran = subprocess.run(
        [
            *("strace", "-f", "-qqq", "-o", "/dev/null"),
            *("-e", "inject=pwrite64,ftruncate,unlink:error=EROFS"),
            *alles,
            *werk,
        ],
        cwd=HUIS,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert "OpslagError" in ran.stderr
    assert {pad.name: pad.read_bytes() for pad in folder.iterdir() if pad.name in voor} == voor


def test_folder_that_is_gone_is_told(folder: Path):
    shutil.move(folder, folder.parent / "elders")

    assert not Kluis.exists_in(folder)
    with pytest.raises(IndicatietoolError) as geval:
        Kluis.unlock(folder, WACHTWOORD)
    assert geval.value.exit_code in (2, 3)
    assert not folder.exists()


@pytest.mark.parametrize("bestand", ["dossiers.kluis", "kluis.json"])
def test_file_that_is_gone_is_told_and_the_other_is_left_alone(folder: Path, bestand: str):
    (folder / bestand).unlink()
    over = {pad.name: pad.read_bytes() for pad in folder.iterdir() if pad.is_file()}

    with pytest.raises(IntegriteitError):
        Kluis.unlock(folder, WACHTWOORD)

    assert {pad.name: pad.read_bytes() for pad in folder.iterdir() if pad.is_file()} == over


def test_folder_taken_away_while_it_is_open_loses_nothing_in_silence(folder: Path):
    with Kluis.unlock(folder, WACHTWOORD) as kluis:
        dossier = with_field(kluis.load(NUMMER), 1)
        shutil.move(folder, folder.parent / "elders")
        try:
            kluis.save(dossier, kaart(dossier))
        except (OpslagError, IntegriteitError):
            confirmed = 0
        else:
            confirmed = 1

    assert saved(folder.parent / "elders") >= confirmed


def test_second_window_is_told_at_once_and_the_first_goes_on(folder: Path):
    with Kluis.unlock(folder, WACHTWOORD) as eerste:
        begin = datetime.now(UTC)
        with pytest.raises(BezetError) as geval:
            Kluis.unlock(folder, WACHTWOORD)
        assert datetime.now(UTC) - begin < timedelta(seconds=2)
        assert geval.value.exit_code == 4
        dossier = with_field(eerste.load(NUMMER), 1)
        eerste.save(dossier, kaart(dossier))
    assert saved(folder) == 1


def test_second_program_is_told_and_ends_with_four(folder: Path):
    with Kluis.unlock(folder, WACHTWOORD):
        ran = subprocess.run(
            [sys.executable, "-m", "tests.faults.werk", "bewaar", str(folder), "1"],
            cwd=HUIS,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert "BezetError" in ran.stderr
    assert saved(folder) == 0


ZOMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
KLOKKEN = {
    "een jaar terug": [datetime(2027, 5, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC)],
    "begin van de tijd": [datetime(2027, 5, 1, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC)],
    "verre toekomst": [datetime(2027, 5, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)],
    "van zomer- naar wintertijd": [
        datetime(2027, 10, 31, 2, 59, tzinfo=ZOMER),
        datetime(2027, 10, 31, 2, 0, tzinfo=WINTER),
    ],
    "schrikkeldag": [datetime(2028, 2, 29, 23, 59, 59, tzinfo=UTC), datetime(2028, 3, 1, tzinfo=UTC)],
}


@pytest.mark.parametrize("momenten", KLOKKEN.values(), ids=KLOKKEN)
def test_clock_that_jumps_changes_no_order_and_breaks_no_chain(tmp_path: Path, momenten: list[datetime]):
    klok = _clock(momenten)
    with make_kluis(tmp_path / "kluis") as kluis:
        dossier = with_field(kluis_dossier(kluis), 0)
    with Kluis.unlock(tmp_path / "kluis", WACHTWOORD, clock=klok) as kluis:
        for keer in range(1, 7):
            dossier = with_field(dossier, keer)
            kluis.save(dossier, kaart(dossier), wat=str(keer))
        kluis.copy()
        kluis.copy()
        assert kluis.verify() == ()
        assert [g.wat for g in kluis.history(NUMMER)][-6:] == ["1", "2", "3", "4", "5", "6"]
    assert len(Kluis.copies(tmp_path / "kluis")) == 2
    assert saved(tmp_path / "kluis") == 6


def kluis_dossier(kluis: Kluis):
    from tests.builders import make_dossier

    dossier = make_dossier().with_changes(nummer=NUMMER)
    kluis.begin(dossier, kaart(dossier))
    return dossier


def _clock(momenten: list[datetime]) -> Callable[[], datetime]:
    loop = iter(range(10_000))
    return lambda: momenten[next(loop) % len(momenten)]


@pytest.mark.skipif(os.name != "posix", reason="alleen posix")
def test_creating_a_kluis_on_a_full_disk_leaves_nothing_that_looks_like_one(tmp_path: Path):
    werk = "import sys, pathlib, tests.kluizen as k; k.make_kluis(pathlib.Path(sys.argv[1]))"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))

    ran = subprocess.run(
        [sys.executable, "-c", werk, str(tmp_path / "kluis")],
        cwd=HUIS,
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=limit,
    )

    assert "OpslagError" in ran.stderr
    assert not Kluis.exists_in(tmp_path / "kluis")
    Kluis.create(tmp_path / "kluis", WACHTWOORD, kdf=LICHT)[0].close()
    assert Kluis.exists_in(tmp_path / "kluis")
