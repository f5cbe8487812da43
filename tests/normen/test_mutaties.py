"""Good kaders, damaged at random: each is used, or refused for a stated reason, never with a traceback."""

import random
from pathlib import Path

import pytest

from indicatietool.errors import NormenkaderError, Probleem
from indicatietool.paths import normen_folder
from indicatietool.store.normenkaders import find_normenkaders, kader_from_toml

MUTATIONS = 60
VALUES = (
    '"x"',
    "-1",
    "3.5",
    "true",
    "99999999999999999999",
    "[]",
    "{}",
    '""',
    "2027-02-30",
    "nan",
    "[[[[[[]]]]]]",
)
GOOD = [folder / "normenkader.toml" for folder in find_normenkaders(normen_folder())]


@pytest.mark.parametrize("good", GOOD, ids=lambda pad: pad.parent.parent.name)
@pytest.mark.parametrize("seed", range(MUTATIONS))
def test_damaged_kader_is_used_or_refused_for_a_reason(good: Path, seed: int, tmp_path: Path):
    damaged = mutate(good.read_text("utf-8"), random.Random(f"{good} {seed}"))
    pad = tmp_path / "normenkader.toml"
    pad.write_bytes(damaged)

    problemen = problems_of(damaged, pad)

    assert all(probleem.plaats and probleem.wat for probleem in problemen)
    assert "Input should" not in " ".join(map(str, problemen))
    assert pad.read_bytes() == damaged


def test_mutations_do_damage():
    text = GOOD[-1].read_text("utf-8")

    refused = [seed for seed in range(40) if problems_of(mutate(text, random.Random(seed)), GOOD[-1])]

    assert len(refused) > 20


def problems_of(damaged: bytes, pad: Path) -> tuple[Probleem, ...]:
    try:
        kader_from_toml(damaged, pad)
    except NormenkaderError as error:
        return error.problemen
    return ()


def mutate(text: str, dice: random.Random) -> bytes:
    lines = text.splitlines(keepends=True)
    where = dice.randrange(len(lines))
    match dice.randrange(7):
        case 0:
            del lines[where]
        case 1:
            lines.insert(where, lines[dice.randrange(len(lines))])
        case 2:
            name, _, _ = lines[where].partition("=")
            lines[where] = f"{name.strip() or 'x'} = {dice.choice(VALUES)}\n"
        case 3:
            lines[where] = lines[where].replace("=", "", 1)
        case 4:
            return "".join(lines).encode()[: dice.randrange(1, len(text))]
        case 5:
            data = bytearray("".join(lines).encode())
            data[dice.randrange(len(data))] = dice.randrange(256)
            return bytes(data)
        case _:
            lines[where] = lines[where].replace('"', '"niet-bestaand-', 1)
    return "".join(lines).encode()
