"""Damaged files: the right answer or a refusal, and a refusal changes no byte.

`make test-faults` damages 500 files; `make test` some of each kind.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from indicatietool.errors import IndicatietoolError
from indicatietool.store.kluis import Kluis
from tests.faults.gedood import keren
from tests.faults.werk import NUMMER, kaart, prepare, with_field
from tests.kluizen import WACHTWOORD

Schade = Callable[[bytes, Random], bytes]


def _flip(inhoud: bytes, toeval: Random) -> bytes:
    plaats = toeval.randrange(len(inhoud))
    return inhoud[:plaats] + bytes([inhoud[plaats] ^ (1 << toeval.randrange(8))]) + inhoud[plaats + 1 :]


def _cut(inhoud: bytes, toeval: Random) -> bytes:
    return inhoud[: toeval.randrange(len(inhoud))]


def _zero(inhoud: bytes, toeval: Random) -> bytes:
    van = toeval.randrange(len(inhoud))
    lengte = min(toeval.choice([1, 16, 512, 4096]), len(inhoud) - van)
    return inhoud[:van] + bytes(lengte) + inhoud[van + lengte :]


def _longer(inhoud: bytes, toeval: Random) -> bytes:
    return inhoud + toeval.randbytes(toeval.choice([1, 16, 4096]))


def _swap(inhoud: bytes, toeval: Random) -> bytes:
    maat = min(4096, len(inhoud) // 2)
    van, naar = (maat * toeval.randrange(len(inhoud) // maat) for _ in range(2))
    delen = bytearray(inhoud)
    delen[van : van + maat], delen[naar : naar + maat] = inhoud[naar : naar + maat], inhoud[van : van + maat]
    return bytes(delen)


def _other(inhoud: bytes, toeval: Random) -> bytes:
    return toeval.choice(
        [b"", b"\n", b"{}", b"SQLite format 3\0" + bytes(4080), toeval.randbytes(len(inhoud))]
    )


SCHADE: tuple[Schade, ...] = (_flip, _cut, _zero, _longer, _swap, _other)


@pytest.fixture(scope="module")
def gaaf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gaaf") / "kluis"
    prepare(folder)
    with Kluis.unlock(folder, WACHTWOORD) as kluis:
        dossier = kluis.load(NUMMER)
        for keer in range(1, 20):
            dossier = with_field(dossier, keer)
            kluis.save(dossier, kaart(dossier))
    return folder


def content(kluis: Kluis) -> list[object]:
    return [
        (regel.kaart, kluis.load(regel.kaart.nummer), kluis.history(regel.kaart.nummer))
        for regel in kluis.list()
    ]


@pytest.fixture(scope="module")
def inhoud(gaaf: Path) -> list[object]:
    with Kluis.unlock(gaaf, WACHTWOORD) as kluis:
        return content(kluis)


def assert_right_or_refused(folder: Path, inhoud: list[object]) -> None:
    bytes_ervoor = files_in(folder)
    geopend = attempt(lambda: Kluis.unlock(folder, WACHTWOORD))
    if not isinstance(geopend, Kluis):
        assert geopend in (2, 3, 6, 7)
        assert files_in(folder) == bytes_ervoor
        return
    with geopend as kluis:
        gezien = attempt(lambda: content(kluis))
        assert gezien in (3, inhoud) or kluis.verify(), "een ander antwoord zonder dat de kluis het merkt"


def attempt(doe: Callable[[], object]) -> object:
    """Return what it gives, or the exit code of its refusal."""
    try:
        return doe()
    except IndicatietoolError as error:
        return error.exit_code


def files_in(folder: Path) -> dict[Path, bytes]:
    return {pad: pad.read_bytes() for pad in folder.rglob("*") if pad.is_file()}


@pytest.mark.parametrize("keer", keren(250, 12))
def test_damaged_database_gives_the_right_answer_or_is_refused(
    gaaf: Path, inhoud: list[object], tmp_path: Path, keer: int
):
    folder = shutil.copytree(gaaf, tmp_path / "kluis")
    pad = folder / "dossiers.kluis"
    toeval = Random(keer)
    pad.write_bytes(SCHADE[keer % len(SCHADE)](pad.read_bytes(), toeval))

    assert_right_or_refused(folder, inhoud)


@pytest.mark.parametrize("keer", keren(170, 12))
def test_damaged_key_file_gives_the_right_answer_or_is_refused(
    gaaf: Path, inhoud: list[object], tmp_path: Path, keer: int
):
    folder = shutil.copytree(gaaf, tmp_path / "kluis")
    pad = folder / "kluis.json"
    toeval = Random(keer)
    pad.write_bytes(SCHADE[keer % len(SCHADE)](pad.read_bytes(), toeval))

    assert_right_or_refused(folder, inhoud)


def _leaves(waarde: object, pad: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    if isinstance(waarde, dict):
        return [blad for naam, onder in waarde.items() for blad in _leaves(onder, (*pad, naam))]
    if isinstance(waarde, list):
        return [blad for plaats, onder in enumerate(waarde) for blad in _leaves(onder, (*pad, plaats))]
    return [pad]


ANDERE_WAARDEN = (None, True, -1, 0, 2**40, 1.5, "", "x", "AAAA", [], {}, "é" * 300)


@pytest.mark.parametrize("keer", keren(80, 12))
def test_key_file_with_another_value_is_refused(gaaf: Path, inhoud: list[object], tmp_path: Path, keer: int):
    """Valid JSON with one value replaced: someone meddled."""
    folder = shutil.copytree(gaaf, tmp_path / "kluis")
    pad = folder / "kluis.json"
    sleutels = json.loads(pad.read_bytes())
    bladen = _leaves(sleutels)
    plek = bladen[keer % len(bladen)]
    onder = sleutels
    for deel in plek[:-1]:
        onder = onder[deel]
    onder[plek[-1]] = ANDERE_WAARDEN[keer % len(ANDERE_WAARDEN)]
    pad.write_text(json.dumps(sleutels), "utf-8")

    with pytest.raises(IndicatietoolError) as geval:
        Kluis.unlock(folder, WACHTWOORD)
    assert geval.value.exit_code in (3, 7)
    assert "Traceback" not in str(geval.value)
