"""Making a kluis and opening it: with the right secret, one at a time, and else nothing is changed."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from indicatietool.domain.kluis import KluisSoort
from indicatietool.errors import (
    BezetError,
    IndicatietoolError,
    IntegriteitError,
    InvoerError,
    NieuwereVersieError,
    OpslagError,
    WachtwoordError,
)
from indicatietool.store.kluis import Kluis
from indicatietool.store.kluis.inlezen import bare_kaart
from indicatietool.store.kluis.migraties import SCHEMA
from indicatietool.store.kluis.plaats import NOTE
from tests.builders import make_dossier, score
from tests.kluizen import LICHT, WACHTWOORD, make_kluis
from tests.store.kluis.oud import contents, open_database, reopen

ANDER = "kabouter zolder pannenkoek trein regen"
HUIS = Path(__file__).parents[3]


def test_new_kluis_is_empty_sound_and_for_this_user_only(tmp_path: Path):
    with make_kluis(tmp_path / "kluis") as kluis:
        assert kluis.verify() == ()
        assert kluis.list() == ()
        assert kluis.soort is KluisSoort.ECHT
        assert [regel.actie for regel in kluis.logboek()] == ["gemaakt"]

    if os.name == "posix":
        assert (tmp_path / "kluis").stat().st_mode & 0o777 == 0o700
        assert {pad.stat().st_mode & 0o777 for pad in (tmp_path / "kluis").iterdir()} == {0o600}


def test_nothing_on_disk_can_be_read_without_the_key(folder: Path):
    with reopen(folder) as kluis:
        dossier = make_dossier()
        dossier = dossier.with_changes(melding=dossier.melding.model_copy(update={"client": "Kanarie Geel"}))
        kluis.begin(dossier, bare_kaart(dossier))
        kluis.copy()

    gelezen = b"".join(contents(folder).values())
    assert b"Kanarie" not in gelezen
    assert b"kanarie" not in gelezen
    assert b"SQLite" not in gelezen


def test_wachtwoord_and_herstelcode_open_it(tmp_path: Path):
    kluis, code = Kluis.create(tmp_path / "kluis", WACHTWOORD, kdf=LICHT)
    kluis.close()

    Kluis.unlock(tmp_path / "kluis", WACHTWOORD).close()
    Kluis.unlock_with_herstelcode(tmp_path / "kluis", code.lower()).close()


def test_weak_wachtwoord_is_refused_before_anything_is_made(tmp_path: Path):
    with pytest.raises(InvoerError, match="Kies een sterker wachtwoord"):
        Kluis.create(tmp_path / "kluis", "welkom123", kdf=LICHT)

    assert not (tmp_path / "kluis").exists()


def test_second_kluis_in_the_same_folder_is_refused(folder: Path):
    voor = contents(folder)

    for make in (lambda: Kluis.create(folder, WACHTWOORD, kdf=LICHT), lambda: Kluis.create_oefen(folder)):
        with pytest.raises(InvoerError, match="is al een kluis"):
            make()

    assert contents(folder) == voor


@pytest.mark.parametrize(
    "over", ["kluis.json", "dossiers.kluis", "dossiers-2.kluis", "kopieen/20270104T093000Z/kluis.json"]
)
def test_what_is_left_of_a_kluis_is_never_written_over(tmp_path: Path, over: str):
    pad = tmp_path / over
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(b"wat er over is")

    assert Kluis.exists_in(tmp_path)
    with pytest.raises(InvoerError, match="is al een kluis"):
        Kluis.create(tmp_path, WACHTWOORD, kdf=LICHT)
    assert pad.read_bytes() == b"wat er over is"


def test_kluis_that_was_never_finished_is_no_kluis_and_can_be_started_anew(tmp_path: Path):
    folder = tmp_path / "kluis"
    make_kluis(folder).close()
    (folder / "kluis.json").unlink()
    (folder / NOTE).write_text('{"nieuw":"dossiers.kluis","oud":[]}')

    assert not Kluis.exists_in(folder)
    with pytest.raises(InvoerError, match="nog geen kluis"):
        reopen(folder)
    with make_kluis(folder) as kluis:
        assert kluis.verify() == ()
    assert not (folder / NOTE).exists()


def test_folder_in_use_for_something_else_may_hold_a_kluis(tmp_path: Path):
    (tmp_path / "brief.txt").write_text("blijft")
    (tmp_path / ".x.tmp").write_text("blijft ook")

    with make_kluis(tmp_path) as kluis:
        assert kluis.verify() == ()
    assert (tmp_path / "brief.txt").read_text() == "blijft"
    assert (tmp_path / ".x.tmp").read_text() == "blijft ook"


@pytest.mark.parametrize("plek", ["", "weg", "bestand"])
def test_without_a_kluis_it_is_told_that_there_is_none(tmp_path: Path, plek: str):
    (tmp_path / "bestand").write_text("x")

    assert not Kluis.exists_in(tmp_path / plek)
    with pytest.raises(InvoerError, match="nog geen kluis") as geval:
        reopen(tmp_path / plek)
    assert geval.value.exit_code == 2


def test_second_opening_is_refused_at_once_and_again_allowed_after_closing(folder: Path, kluis: Kluis):
    begin = time.perf_counter()
    with pytest.raises(BezetError, match="is al open") as geval:
        reopen(folder)

    assert time.perf_counter() - begin < 0.1
    assert geval.value.exit_code == 4
    kluis.close()
    reopen(folder).close()


def test_another_program_finds_it_in_use(folder: Path, kluis: Kluis):
    program = (
        "import sys; from pathlib import Path\n"
        "from indicatietool.errors import BezetError\n"
        "from indicatietool.store.kluis import Kluis\n"
        "try: Kluis.unlock(Path(sys.argv[1]), sys.argv[2])\n"
        "except BezetError: print('bezet')\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(folder), WACHTWOORD],
        cwd=HUIS,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert ran.stdout.strip() == "bezet", ran.stderr
    assert kluis.verify() == ()


def test_looking_whether_it_is_in_use_does_not_let_go_of_it(folder: Path, kluis: Kluis):
    for _ in range(3):
        with pytest.raises(BezetError):
            reopen(folder)


def _cut(pad: Path, lengte: int) -> None:
    pad.write_bytes(pad.read_bytes()[:lengte])


DAMAGE: dict[str, tuple[Callable[[Path], object], type[IndicatietoolError], str]] = {
    "geen sleutelbestand": (lambda f: (f / "kluis.json").unlink(), IntegriteitError, "kluis.json ontbreekt"),
    "sleutelbestand leeg": (lambda f: _cut(f / "kluis.json", 0), IntegriteitError, "beschadigd"),
    "half sleutelbestand": (lambda f: _cut(f / "kluis.json", 300), IntegriteitError, "beschadigd"),
    "geen database": (lambda f: (f / "dossiers.kluis").unlink(), IntegriteitError, "is weg of leeg"),
    "database leeg": (lambda f: _cut(f / "dossiers.kluis", 0), IntegriteitError, "is weg of leeg"),
    "database half": (lambda f: _cut(f / "dossiers.kluis", 8192), IntegriteitError, "beschadigd"),
    "database zonder eind": (lambda f: _cut(f / "dossiers.kluis", 40_000), IntegriteitError, "beschadigd"),
    "database van niets": (
        lambda f: (f / "dossiers.kluis").write_bytes(bytes(40_960)),
        IntegriteitError,
        "beschadigd",
    ),
    "database is tekst": (
        lambda f: (f / "dossiers.kluis").write_text("Geachte heer,\n" * 900),
        IntegriteitError,
        "beschadigd",
    ),
    "database is een map": (
        lambda f: ((f / "dossiers.kluis").unlink(), (f / "dossiers.kluis").mkdir()),
        IntegriteitError,
        "is weg of leeg",
    ),
    "alles weg, kopie er nog": (
        lambda f: [(f / naam).unlink() for naam in ("kluis.json", "dossiers.kluis")],
        IntegriteitError,
        "Zet een kopie terug",
    ),
}


@pytest.mark.parametrize("wat", DAMAGE)
def test_damaged_kluis_is_refused_and_no_file_is_changed(folder: Path, wat: str):
    with reopen(folder) as kluis:
        kluis.copy()
    damage, kind, tekst = DAMAGE[wat]
    damage(folder)
    voor = contents(folder)

    with pytest.raises(kind, match=tekst) as geval:
        reopen(folder)

    assert geval.value.exit_code == 3
    assert len(str(geval.value)) <= 200
    assert contents(folder) == voor


@pytest.mark.parametrize("plaats", [0, 15, 16, 100, 4095])
def test_changed_byte_in_the_first_page_is_found_at_opening(folder: Path, plaats: int):
    pad = folder / "dossiers.kluis"
    inhoud = bytearray(pad.read_bytes())
    inhoud[plaats] ^= 0x40
    pad.write_bytes(inhoud)
    voor = contents(folder)

    with pytest.raises(IntegriteitError, match="beschadigd"):
        reopen(folder)
    assert contents(folder) == voor


def test_wrong_wachtwoord_changes_no_file(folder: Path):
    voor = contents(folder)

    with pytest.raises(WachtwoordError) as geval:
        Kluis.unlock(folder, ANDER)

    assert geval.value.exit_code == 6
    assert contents(folder) == voor


def test_database_of_another_kluis_is_refused(folder: Path, tmp_path: Path):
    make_kluis(tmp_path / "ander").close()
    shutil.copy(tmp_path / "ander" / "dossiers.kluis", folder)

    with pytest.raises(IntegriteitError, match="beschadigd"):
        reopen(folder)


def test_save_that_was_cut_off_is_undone_by_who_has_the_key_and_touched_by_nobody_else(
    folder: Path, kluis: Kluis, tmp_path: Path
):
    eerst = make_dossier()
    kluis.begin(eerst, bare_kaart(eerst))
    kluis._db.run("PRAGMA cache_size = 5")
    with kluis._db.transaction():
        for nummer in range(2, 40):
            groot = make_dossier(score(observatie="o" * 9_000), nummer=f"2027-{nummer:04d}")
            kluis.begin(groot, bare_kaart(groot))
        kopie = shutil.copytree(folder, tmp_path / "midden")
    voor = contents(kopie)
    assert len(voor["dossiers.kluis-journal"]) > 4_096, "the disk is as it is in the middle of a save"

    with pytest.raises(WachtwoordError):
        Kluis.unlock(kopie, ANDER)
    assert contents(kopie) == voor

    with reopen(kopie) as weer:
        assert [regel.kaart.nummer for regel in weer.list()] == [eerst.nummer]
        assert weer.verify() == ()


def test_newer_kluis_is_refused_and_left_as_it_is(folder: Path):
    with open_database(folder) as db, db.transaction():
        db.set_version(SCHEMA + 1)
    voor = contents(folder)

    with pytest.raises(NieuwereVersieError, match="Werk de indicatietool bij") as geval:
        reopen(folder)

    assert geval.value.exit_code == 7
    assert contents(folder) == voor


def test_database_that_is_not_ours_is_refused(folder: Path):
    with open_database(folder) as db:
        db.run("PRAGMA application_id = 0")

    with pytest.raises(IntegriteitError, match="geen kluis van de indicatietool"):
        reopen(folder)


def test_closed_kluis_says_so(kluis: Kluis):
    kluis.close()
    kluis.close()

    for use in (kluis.list, kluis.verify, kluis.copy, lambda: kluis.load("2027-0001")):
        with pytest.raises(OpslagError, match="De kluis is gesloten"):
            use()


def test_key_is_wiped_when_it_is_closed(kluis: Kluis):
    assert any(kluis._kluis.sleutel)
    kluis.close()
    assert not any(kluis._kluis.sleutel)


# keys


def test_changed_wachtwoord_opens_it_and_the_old_one_does_not(folder: Path, kluis: Kluis):
    database = (folder / "dossiers.kluis").read_bytes()[:16]
    kluis.change_wachtwoord(WACHTWOORD, ANDER, kdf=LICHT)
    assert kluis.verify() == ()
    kluis.close()

    with pytest.raises(WachtwoordError):
        Kluis.unlock(folder, WACHTWOORD)
    with Kluis.unlock(folder, ANDER) as weer:
        assert weer.verify() == ()
        assert "wachtwoord gewijzigd" in [regel.actie for regel in weer.logboek()]
    assert (folder / "dossiers.kluis").read_bytes()[:16] == database, "not encrypted anew"


def test_wachtwoord_is_changed_only_by_who_knows_it_and_to_a_strong_one(folder: Path, kluis: Kluis):
    voor = (folder / "kluis.json").read_bytes()

    with pytest.raises(WachtwoordError):
        kluis.change_wachtwoord(ANDER, ANDER, kdf=LICHT)
    with pytest.raises(InvoerError, match="sterker"):
        kluis.change_wachtwoord(WACHTWOORD, "kort", kdf=LICHT)
    with pytest.raises(WachtwoordError):
        kluis.new_herstelcode(ANDER, kdf=LICHT)

    assert (folder / "kluis.json").read_bytes() == voor


def test_herstelcode_gives_another_wachtwoord_and_stays_valid(tmp_path: Path):
    kluis, code = Kluis.create(tmp_path / "kluis", WACHTWOORD, kdf=LICHT)
    kluis.close()

    with Kluis.reset_wachtwoord(tmp_path / "kluis", code, ANDER, kdf=LICHT) as weer:
        assert weer.verify() == ()
    Kluis.unlock(tmp_path / "kluis", ANDER).close()
    Kluis.unlock_with_herstelcode(tmp_path / "kluis", code).close()


def test_new_herstelcode_takes_the_place_of_the_old_one(tmp_path: Path):
    kluis, code = Kluis.create(tmp_path / "kluis", WACHTWOORD, kdf=LICHT)
    with kluis:
        nieuw = kluis.new_herstelcode(WACHTWOORD, kdf=LICHT)
        assert kluis.verify() == ()

    with pytest.raises(WachtwoordError, match="hoort niet bij deze kluis"):
        Kluis.unlock_with_herstelcode(tmp_path / "kluis", code)
    Kluis.unlock_with_herstelcode(tmp_path / "kluis", nieuw).close()


def test_key_change_that_was_cut_off_before_or_after_the_file_is_noted_at_the_next_opening(
    folder: Path, kluis: Kluis
):
    oud = (folder / "kluis.json").read_bytes()
    kluis._db.run("CREATE TEMP TRIGGER stop BEFORE INSERT ON logboek BEGIN SELECT RAISE(ABORT, 'x'); END")
    with pytest.raises(IntegriteitError):
        kluis.change_wachtwoord(WACHTWOORD, ANDER, kdf=LICHT)
    kluis.close()

    nieuw = (folder / "kluis.json").read_bytes()
    for sleutels, wachtwoord in ((oud, WACHTWOORD), (nieuw, ANDER)):
        (folder / "kluis.json").write_bytes(sleutels)
        kopie = shutil.copytree(folder, folder.with_name(wachtwoord))
        with Kluis.unlock(kopie, wachtwoord) as weer:
            assert weer.verify() == ()
            assert ("wachtwoord gewijzigd" in [r.actie for r in weer.logboek()]) == (wachtwoord == ANDER)


# practice


def test_oefenkluis_opens_without_wachtwoord_and_a_real_one_does_not(folder: Path, tmp_path: Path):
    with Kluis.create_oefen(tmp_path / "oefen") as oefen:
        assert oefen.verify() == ()
        assert oefen.soort is KluisSoort.OEFEN
        with pytest.raises(InvoerError, match="heeft geen wachtwoord"):
            oefen.change_wachtwoord("", ANDER)
    Kluis.open_oefen(tmp_path / "oefen").close()

    with pytest.raises(InvoerError, match="geen oefenkluis"):
        Kluis.open_oefen(folder)
    with pytest.raises(InvoerError, match="heeft geen wachtwoord"):
        Kluis.unlock(tmp_path / "oefen", WACHTWOORD)


# who and when


def test_moments_are_in_utc_whatever_the_clock_shows(folder: Path):
    zomertijd = timezone(timedelta(hours=2))
    with Kluis.unlock(
        folder, WACHTWOORD, clock=lambda: datetime(2027, 7, 1, 1, 30, tzinfo=zomertijd)
    ) as kluis:
        assert kluis.logboek()[-1].moment == datetime(2027, 6, 30, 23, 30, tzinfo=UTC)


def test_actor_is_in_the_log_and_can_change(kluis: Kluis):
    kluis.actor = "M. de Vries"
    kluis.log("getoond", "2027-0001")

    assert kluis.logboek()[-1].actor == kluis.actor == "M. de Vries"
    with pytest.raises(InvoerError, match="geen tekst"):
        kluis.actor = "M\x00"


def test_folder_may_have_an_odd_name(tmp_path: Path):
    folder = tmp_path / "kluis #1 100% ?é ‘echt’"
    make_kluis(folder).close()

    with reopen(folder) as kluis:
        assert kluis.verify() == ()
