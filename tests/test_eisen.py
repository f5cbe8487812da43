"""docs/eisen.md: every eis stands there once, and what it says is there, is there.

The list of the domain lies outside this checkout; where it is beside it, the numbers are compared with it.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

HUIS = Path(__file__).parents[1]
LIJST = HUIS.parent / "shared" / "domein" / "eisen.md"
EISEN = (
    *(1, 2, 3, 4, 5, 7, 8, 9, 11, 14, 17, 18, 20, 23, 24, 25, 26, 30, 31, 40, 41, 42, 46, 47, 52, 53, 54),
    *(55, 56, 57, 59, 61, 62, 68, 69, 70, 71, 78, 79, 80, 81, 84, 85, 86, 88, 95, 97, 99, 100, 102, 103),
    *(104, 106, 107, 109, 110, 112, 113, 116, 119, 121, 122, 130, 131, 134, 136, 139, 140, 143, 146, 148),
    *(152, 154, 159, 161, 162, 164, 165, 167, 168, 175, 176),
)
"""The numbers of the rows of type EIS."""

_ROW = re.compile(r"\| (\d+) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|")
_NAMED = re.compile(r"`([\w./-]+\.py(?:::\w+)?)`")


def rows(heading: str) -> list[tuple[int, str, str, str, str]]:
    """Return the rows of the table below a heading."""
    text = (HUIS / "docs" / "eisen.md").read_text("utf-8")
    below = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in below.splitlines() if re.match(r"\| \d", line)]
    found = [_ROW.fullmatch(line) for line in lines]
    assert all(found), [line for line, row in zip(lines, found, strict=True) if row is None]
    return [(int(row[1]), row[2], row[3], row[4], row[5]) for row in found]


EIS_ROWS = rows("Eisen")
OTHER_ROWS = rows("Wensen, zorgen en klachten")


def test_there_are_eighty_two_eisen_each_with_one_row_in_order():
    assert len(EISEN) == 82
    assert [row[0] for row in EIS_ROWS] == list(EISEN)


def test_other_rows_are_no_eisen_and_stand_once_in_order():
    numbers = [row[0] for row in OTHER_ROWS]

    assert numbers == sorted(set(numbers) - set(EISEN))


@pytest.mark.skipif(not LIJST.is_file(), reason="de lijst van het domein ligt niet naast deze map")
def test_numbers_are_those_of_the_list_of_the_domain():
    soorten = re.findall(r'^\| (\d+) \| ".*?" \| \d+ \| (\w+) \|', LIJST.read_text("utf-8"), re.MULTILINE)

    assert tuple(int(number) for number, soort in soorten if soort == "EIS") == EISEN
    others = {int(number) for number, soort in soorten if soort in ("WENS", "VREES", "KLACHT")}
    assert {row[0] for row in OTHER_ROWS} <= others


@pytest.mark.parametrize("row", [*EIS_ROWS, *OTHER_ROWS], ids=lambda row: str(row[0]))
def test_row_names_what_is_there(row):
    _, eis, stand, where, test = row

    assert all(part.strip() for part in (eis, stand, where, test))
    assert re.fullmatch(r"ja|(?:deels|nee): .{10,}", stand)
    if stand != "ja" and test.strip() == "–":
        return
    tests = _NAMED.findall(test)
    assert tests, "geen test genoemd"
    for named in tests:
        file, _, function = named.partition("::")
        assert function in functions_of(HUIS / "tests" / file), named
    for named in _NAMED.findall(where):
        assert (HUIS / "indicatietool" / named).is_file(), named


def test_what_is_not_in_backticks_is_no_path():
    loose = [
        word
        for row in (*EIS_ROWS, *OTHER_ROWS)
        for cell in row[3:]
        for word in re.sub(r"`[^`]*`", "", cell).split()
        if ".py" in word
    ]

    assert loose == []


@cache
def functions_of(file: Path) -> frozenset[str]:
    """Return the names of the tests in a file."""
    tree = ast.parse(file.read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
