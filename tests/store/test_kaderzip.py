"""A kader that came as a zip: its own files and no others, within limits."""

import zipfile
from pathlib import Path

import pytest

from indicatietool.errors import NormenkaderError
from indicatietool.paths import normen_folder
from indicatietool.session.kaders import Kaders
from indicatietool.store.kaderzip import unzipped
from indicatietool.store.overdracht.vorm import MAX_PART

VOORBEELD = normen_folder() / "voorbeeld-begeleiding" / "2026.1"


def make_zip(folder: Path, files: dict[str, bytes]) -> Path:
    pad = folder / "kader.zip"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in files.items():
            archief.writestr(naam, inhoud)
    return pad


def voorbeeld(top: str = "") -> dict[str, bytes]:
    return {
        f"{top}{pad.relative_to(VOORBEELD).as_posix()}": pad.read_bytes()
        for pad in sorted(VOORBEELD.rglob("*"))
        if pad.is_file()
    }


@pytest.mark.parametrize("top", ["", "2026.1/", "normen/voorbeeld/2026.1/"], ids=["top", "folder", "deep"])
def test_kader_is_found_wherever_it_lies_in_the_zip(tmp_path, top):
    with unzipped(make_zip(tmp_path, {**voorbeeld(top), "lees mij.txt": b"x"})) as folder:
        found = {pad.relative_to(folder).as_posix() for pad in folder.rglob("*") if pad.is_file()}

    assert "normenkader.toml" in found
    assert found <= set(voorbeeld())
    assert not folder.exists()


def test_kader_in_a_zip_is_read_in_as_one_in_a_folder(tmp_path):
    files = {naam: inhoud.replace(b"2026.1", b"2026.9") for naam, inhoud in voorbeeld().items()}
    kaders = Kaders(normen_folder(), tmp_path / "eigen")

    geladen = kaders.read_in(make_zip(tmp_path, files))

    assert geladen.kader.kader.versie == "2026.9"
    assert (tmp_path / "eigen" / "voorbeeld-begeleiding" / "2026.9" / "normenkader.toml").is_file()


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"iets.txt": b"x"}, "precies één"),
        ({"a/normenkader.toml": b"", "b/normenkader.toml": b""}, "precies één"),
        ({"normenkader.toml": b"x" * (MAX_PART + 1)}, "te groot"),
    ],
    ids=["none", "two", "bomb"],
)
def test_zip_that_is_no_kader_is_refused(tmp_path, files, says):
    with pytest.raises(NormenkaderError, match=says), unzipped(make_zip(tmp_path, files)):
        pass


def test_path_out_of_the_folder_is_not_followed(tmp_path):
    pad = make_zip(tmp_path, {**voorbeeld(), "../buiten.toml": b"x", "casussen/../../weg.json": b"{}"})

    with unzipped(pad) as folder:
        assert not (folder.parent / "buiten.toml").exists()
        assert not list(folder.parent.glob("weg.json"))


@pytest.mark.parametrize("inhoud", [b"", b"PK\x03\x04kapot", b"geen zip"], ids=["empty", "cut", "other"])
def test_file_that_is_no_zip_is_refused(tmp_path, inhoud):
    pad = tmp_path / "kader.zip"
    pad.write_bytes(inhoud)

    with pytest.raises(NormenkaderError, match="zip"), unzipped(pad):
        pass
