"""Dossiers on disk: written whole or not at all, read back the same, and a damaged one harms no other."""

import json
import os
import subprocess
import sys
import textwrap
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given

from indicatietool.errors import DossierError, OpslagError
from indicatietool.store.atomic import write_durably
from indicatietool.store.dossiers import DossierStore, dossier_from_json, dossier_to_json
from tests.builders import afwijken, make_aftrek, make_dossier, score
from tests.strategies import Geval, gevallen


@pytest.fixture
def store(tmp_path: Path) -> DossierStore:
    return DossierStore(tmp_path / "dossiers")


def set_age(pad: Path, uur: int) -> None:
    moment = datetime(2027, 1, 4, uur).timestamp()
    os.utime(pad, (moment, moment))


# Saving and opening


@given(gevallen())
def test_saved_dossier_is_opened_equal(geval: Geval):
    bytes_op_schijf = dossier_to_json(geval.dossier)

    weer = dossier_from_json(bytes_op_schijf, Path("dossier.json"))

    assert weer == geval.dossier
    assert dossier_to_json(weer) == bytes_op_schijf


def test_dossier_goes_to_disk_and_back(store: DossierStore):
    dossier = make_dossier(score("post", keer=1, aftrek=[make_aftrek(procent=10)]), totaal=300)

    store.save(dossier)

    assert store.load(dossier.nummer) == dossier


def test_file_is_readable_by_a_person(store: DossierStore):
    store.save(make_dossier(score("post", observatie="Cliënt belde zelf.")))

    tekst = store.path_of("2027-0001").read_text("utf-8")

    assert '"observatie": "Cliënt belde zelf."' in tekst
    assert tekst.endswith("}\n")


def test_delete_removes_the_dossier_and_may_be_repeated(store: DossierStore):
    store.save(make_dossier())

    store.delete("2027-0001")
    store.delete("2027-0001")

    assert store.list() == ()


def test_dossier_that_can_not_be_removed_is_a_message(store: DossierStore):
    (store.path_of("2027-0001") / "map").mkdir(parents=True)

    with pytest.raises(OpslagError, match="Het dossier kon niet worden verwijderd"):
        store.delete("2027-0001")


def test_copy_under_another_name_is_refused_since_saving_it_would_replace_the_first(store: DossierStore):
    store.save(make_dossier())
    store.path_of("kopie").write_bytes(store.path_of("2027-0001").read_bytes())

    with pytest.raises(DossierError, match=r"nummer: is 2027-0001, maar het bestand heet kopie\.json"):
        store.load("kopie")


# Written whole or not at all


def test_new_content_replaces_the_old(tmp_path: Path):
    pad = tmp_path / "map" / "a.json"

    write_durably(pad, b"oud")
    write_durably(pad, b"nieuw")

    assert pad.read_bytes() == b"nieuw"
    assert [file.name for file in pad.parent.iterdir()] == ["a.json"]


@pytest.mark.skipif(os.name != "posix", reason="rechten op posix")
def test_only_the_user_may_read_a_dossier(tmp_path: Path):
    pad = tmp_path / "dossiers" / "a.json"

    write_durably(pad, b"geheim")

    assert pad.stat().st_mode & 0o077 == 0
    assert pad.parent.stat().st_mode & 0o077 == 0


def test_target_that_can_not_be_replaced_is_left_and_nothing_stays_behind(tmp_path: Path):
    (tmp_path / "a.json" / "inhoud").mkdir(parents=True)

    with pytest.raises(OpslagError, match=r"a\.json kon niet worden bewaard") as geval:
        write_durably(tmp_path / "a.json", b"nieuw")

    assert "Het vorige bestand is er nog." in str(geval.value)
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


def test_folder_that_can_not_be_made_is_a_message(tmp_path: Path):
    (tmp_path / "bestand").write_text("geen map")

    with pytest.raises(OpslagError, match="Maak ruimte op de schijf of kies een andere map"):
        write_durably(tmp_path / "bestand" / "a.json", b"nieuw")


@pytest.mark.skipif(os.name != "posix", reason="RLIMIT_FSIZE bestaat alleen op posix")
def test_write_that_breaks_off_half_way_leaves_the_old_file_and_no_other(tmp_path: Path):
    pad = tmp_path / "a.json"
    pad.write_bytes(b"oud")
    program = textwrap.dedent(
        """
        import resource, sys
        from pathlib import Path
        from indicatietool.errors import OpslagError
        from indicatietool.store.atomic import write_durably
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_durably(Path(sys.argv[1]), b"nieuw" * 1000)
        except OpslagError as error:
            print(error)
        """
    )

    ran = subprocess.run(
        [sys.executable, "-B", "-c", program, pad], capture_output=True, text=True, check=True, timeout=60
    )

    assert "a.json kon niet worden bewaard" in ran.stdout
    assert pad.read_bytes() == b"oud"
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


# The list on the start screen


def test_no_folder_yet_is_an_empty_list(store: DossierStore):
    assert store.list() == ()


def test_list_has_the_last_changed_first(store: DossierStore):
    for nummer, uur in (("2027-0001", 9), ("2027-0002", 11), ("2027-0003", 10)):
        store.save(make_dossier(nummer=nummer))
        set_age(store.path_of(nummer), uur)

    assert [regel.nummer for regel in store.list()] == ["2027-0002", "2027-0003", "2027-0001"]


def test_damaged_file_is_listed_with_its_message_and_the_others_stay(store: DossierStore):
    store.save(make_dossier())
    store.path_of("stuk").write_bytes(b'{"nummer": ')
    store.path_of("map").mkdir()

    regels = {regel.nummer: regel for regel in store.list()}

    assert regels["2027-0001"].fout == ""
    assert "hier klopt de JSON niet" in regels["stuk"].fout
    assert "dit is een map" in regels["map"].fout


def test_link_to_nowhere_is_listed_and_not_fatal(store: DossierStore):
    store.save(make_dossier())
    store.path_of("weg").symlink_to("bestaat-niet.json")

    regels = {regel.nummer: regel.fout for regel in store.list()}

    assert "het is er niet" in regels["weg"]


def test_half_written_file_of_a_crash_is_not_listed(store: DossierStore):
    store.save(make_dossier())
    (store.folder / ".abc.json").write_bytes(b"half")
    (store.folder / ".xyz.tmp").write_bytes(b"half")

    assert [regel.nummer for regel in store.list()] == ["2027-0001"]


# The next number


def test_first_dossier_of_a_year_is_number_one(store: DossierStore):
    assert store.next_nummer(2027) == "2027-0001"


def test_next_number_is_above_the_highest_also_over_gaps_and_damaged_files(store: DossierStore):
    store.save(make_dossier(nummer="2027-0003"))
    store.path_of("2027-0007").write_bytes(b"stuk")
    store.save(make_dossier(nummer="2026-0044"))
    store.save(make_dossier(nummer="2027-casus"))

    assert store.next_nummer(2027) == "2027-0008"


def test_number_after_9999_is_not_cut_off(store: DossierStore):
    store.save(make_dossier(nummer="2027-9999"))

    assert store.next_nummer(2027) == "2027-10000"


# What a consulent may rely on


def test_override_on_disk_keeps_its_motivering(store: DossierStore):
    store.save(make_dossier(score("post"), besluiten={"post": afwijken(30, motivering="Twee brieven.")}))

    besluit = json.loads(store.path_of("2027-0001").read_bytes())["besluiten"][0]["besluit"]

    assert besluit == {
        "soort": "afwijken",
        "minuten": 30,
        "grond": "bijzonder",
        "motivering": "Twee brieven.",
    }
