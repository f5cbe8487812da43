"""One word per concept: every noun of the domain has its row in docs/begrippen.md, and every row its noun."""

import importlib
import inspect
import pkgutil
import re
from collections import Counter
from pathlib import Path

import indicatietool.domain

TABLE = Path(__file__).parent.parent / "docs" / "begrippen.md"


def rows() -> list[list[str]]:
    """The rows of all tables: term, betekenis, klasse, bron."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] not in ("term", "---")]


def public_classes() -> list[type]:
    """Every public class of the domain."""
    modules = [
        importlib.import_module(f"indicatietool.domain.{info.name}")
        for info in pkgutil.iter_modules(indicatietool.domain.__path__)
    ]
    return [
        kind
        for module in modules
        for name, kind in vars(module).items()
        if inspect.isclass(kind) and kind.__module__ == module.__name__ and not name.startswith("_")
    ]


def test_every_row_has_term_betekenis_klasse_and_bron():
    assert [row for row in rows() if len(row) != 4 or not all(row)] == []


def test_every_class_of_the_domain_has_its_row_and_every_row_its_class():
    klassen = [klasse.strip("`") for _, _, klasse, _ in rows()]

    assert sorted(klassen) == sorted(kind.__name__ for kind in public_classes())


def test_no_term_stands_for_two_things():
    doubled = [term for term, count in Counter(row[0] for row in rows()).items() if count > 1]

    assert doubled == []


def test_every_class_says_in_one_dutch_sentence_what_it_is():
    for kind in public_classes():
        eerste = (kind.__doc__ or "").splitlines()[0]
        assert eerste.endswith("."), kind
        assert not re.search(r"\b(the|an?|is a)\b", eerste, re.IGNORECASE), kind
