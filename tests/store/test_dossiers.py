"""Dossiers as JSON: read back the same, from earlier formats too; files are written whole or not at all."""

import errno
import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given

from indicatietool.errors import InvoerError, OpslagError
from indicatietool.store import atomic
from indicatietool.store.atomic import write_durably
from indicatietool.store.dossiers import dossier_from_json, dossier_to_json
from tests.builders import afwijken, make_dossier, score
from tests.strategies import Geval, gevallen

# Saving and opening


@given(gevallen())
def test_saved_dossier_is_opened_equal(geval: Geval):
    bytes_op_schijf = dossier_to_json(geval.dossier)

    weer = dossier_from_json(bytes_op_schijf, Path("dossier.json"))

    assert weer == geval.dossier
    assert dossier_to_json(weer) == bytes_op_schijf


def test_json_is_readable_by_a_person():
    tekst = dossier_to_json(make_dossier(score("post", observatie="Cliënt belde zelf."))).decode()

    assert '"observatie": "Cliënt belde zelf."' in tekst
    assert tekst.endswith("}\n")


# Earlier and later formats


def test_dossier_of_the_first_format_is_read_as_this_one():
    dossier = make_dossier(score("post"))
    oud = json.loads(dossier_to_json(dossier))
    for naam in ("fasen", "tijdelijke_lijnen", "eerder", "afgeschermd"):
        del oud[naam]

    assert dossier_from_json(json.dumps({**oud, "formaat": 1}).encode(), Path("oud.json")) == dossier


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


@pytest.mark.skipif(os.name != "posix", reason="een pijp als bestand bestaat alleen op posix")
def test_what_is_no_ordinary_file_is_not_replaced(tmp_path: Path):
    """As the administrator /dev/null would be gone otherwise."""
    os.mkfifo(tmp_path / "pijp")

    with pytest.raises(InvoerError, match="geen gewoon bestand en blijft zoals het is"):
        write_durably(tmp_path / "pijp", b"nieuw")

    assert (tmp_path / "pijp").is_fifo()
    assert [pad.name for pad in tmp_path.iterdir()] == ["pijp"]


def test_folder_that_can_not_be_made_is_a_message(tmp_path: Path):
    (tmp_path / "bestand").write_text("geen map")

    with pytest.raises(OpslagError, match=r"Er is niets gemaakt\. Kies een andere naam of een andere map\."):
        write_durably(tmp_path / "bestand" / "a.json", b"nieuw")


def test_folder_that_does_not_come_on_disk_says_that_the_new_file_is_not_sure(tmp_path: Path, monkeypatch):
    pad = tmp_path / "a.json"
    write_durably(pad, b"oud")

    def failing(_folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(atomic, "sync_folder", failing)
    with pytest.raises(OpslagError, match="niet zeker") as geval:
        write_durably(pad, b"nieuw")

    assert "vorige" not in str(geval.value)
    assert pad.read_bytes() == b"nieuw"


@pytest.mark.skipif(os.name != "posix", reason="RLIMIT_FSIZE bestaat alleen op posix")
def test_write_that_breaks_off_half_way_leaves_the_old_file_and_no_other(tmp_path: Path):
    pad = tmp_path / "a.json"
    pad.write_bytes(b"oud")
    program = textwrap.dedent(
        """
        import resource, sys
        from pathlib import Path
        from indicatietool.errors import InvoerError, OpslagError
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


def test_file_that_is_being_written_has_a_name_that_tells_nothing(tmp_path: Path, monkeypatch):
    seen: list[str] = []
    fsync = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: (seen.extend(f.name for f in tmp_path.iterdir()), fsync(handle))
    )

    write_durably(tmp_path / "verslag-mevrouw-janssen.pdf", b"nieuw")

    assert seen[0].startswith(".indicatietool-")
    assert "janssen" not in seen[0]


def test_what_a_killed_program_left_half_written_goes_at_the_next_write(tmp_path: Path):
    lang_geleden, net_nog = tmp_path / ".indicatietool-oud.tmp", tmp_path / ".indicatietool-vers.tmp"
    for rest in (lang_geleden, net_nog):
        rest.write_bytes(b"half een verslag")
    os.utime(lang_geleden, (0, 0))

    write_durably(tmp_path / "a.json", b"nieuw")

    assert not lang_geleden.exists()
    assert net_nog.exists(), "another program may be writing it"


# What a consulent may rely on


def test_override_keeps_its_motivering():
    dossier = make_dossier(score("post"), besluiten={"post": afwijken(30, motivering="Twee brieven.")})

    besluit = json.loads(dossier_to_json(dossier))["besluiten"][0]["besluit"]

    assert besluit == {
        "soort": "afwijken",
        "minuten": 30,
        "grond": "bijzonder",
        "motivering": "Twee brieven.",
    }
