"""Examples in docstrings are true, and documents point at files that are there."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import indicatietool

HUIS = Path(__file__).parent.parent
MODULES = sorted(
    info.name
    for info in pkgutil.walk_packages(indicatietool.__path__, "indicatietool.")
    if not info.name.startswith("indicatietool.gui") and not info.name.endswith("__main__")
)
DOCUMENTS = sorted([*HUIS.glob("*.md"), *HUIS.glob("docs/**/*.md"), *HUIS.glob("normen/*.md")])


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_true(name: str):
    failed, _ = doctest.testmod(importlib.import_module(name))

    assert failed == 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda pad: pad.name)
def test_links_in_documents_lead_somewhere(document: Path):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text("utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []
