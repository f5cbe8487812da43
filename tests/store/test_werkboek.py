"""A kader as a workbook and as TOML, and back: equal in meaning, whatever stands in it."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from openpyxl import load_workbook

from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.schaal import CelWaarde
from indicatietool.errors import NormenkaderError
from indicatietool.paths import normen_folder
from indicatietool.store.normenkaders import find_normenkaders, kader_from_toml, load_normenkader
from indicatietool.store.reading import parse_toml
from indicatietool.store.toml_writer import kader_to_toml
from indicatietool.store.workbook import read_workbook, write_workbook
from indicatietool.store.workbook.norm import NORM_MODELLEN
from indicatietool.store.workbook.open import read_grid
from indicatietool.store.workbook.read import read_cells
from indicatietool.store.workbook.sheets import VERWIJST, VRIJ, bladen
from indicatietool.store.workbook.types import unwrap
from indicatietool.store.workbook.write import make_workbook
from tests.builders import as_loaded, tiny_kader
from tests.store.werkboeken import kaders

GELEVERD = find_normenkaders(normen_folder())
HUIS = Path(__file__).parent.parent.parent


def through_cells(kader: Normenkader, pad: Path) -> Normenkader:
    """The kader after a stay in a workbook, without asking whether its names point at anything."""
    inhoud = io.BytesIO()
    make_workbook(kader).save(inhoud)
    pad.write_bytes(inhoud.getvalue())
    lezing = read_cells(read_grid(pad))
    assert lezing.problemen == {}
    return Normenkader.model_validate_json(json.dumps(lezing.data))


# shipped kaders


@pytest.mark.parametrize("folder", GELEVERD, ids=lambda folder: folder.parent.name)
def test_shipped_kader_survives_toml_excel_toml(folder: Path, tmp_path: Path):
    geladen = load_normenkader(folder)

    write_workbook(geladen, tmp_path / "kader.xlsx")
    terug = read_workbook(tmp_path / "kader.xlsx")

    assert terug == geladen.kader
    assert kader_from_toml(kader_to_toml(terug), Path("x.toml")) == geladen.kader


def test_tiny_kader_survives(tmp_path: Path):
    write_workbook(as_loaded(tiny_kader()), tmp_path / "kader.xlsx")

    assert read_workbook(tmp_path / "kader.xlsx") == tiny_kader()


# any kader


@given(kader=kaders)
def test_any_kader_survives_a_stay_in_excel(tmp_path_factory: pytest.TempPathFactory, kader: Normenkader):
    pad = tmp_path_factory.mktemp("excel", numbered=True) / "kader.xlsx"

    assert through_cells(kader, pad) == kader


@given(kader=kaders)
def test_any_kader_survives_toml_and_stays_the_same_bytes(kader: Normenkader):
    inhoud = kader_to_toml(kader)

    data = parse_toml(inhoud, Path("x.toml"), NormenkaderError)
    terug = Normenkader.model_validate_json(json.dumps(data, default=str))

    assert terug == kader
    assert kader_to_toml(terug) == inhoud


def test_text_of_the_greatest_length_survives_toml(tmp_path: Path):
    lang = tiny_kader().model_dump(mode="json")
    lang["kader"]["toelichting"] = ('\\ "[{=\n' * 4_000)[:20_000]
    kader = Normenkader.model_validate_json(json.dumps(lang))

    assert kader_from_toml(kader_to_toml(kader), Path("x.toml")) == kader
    assert through_cells(kader, tmp_path / "x.xlsx") == kader


# no field is forgotten


def test_every_cell_of_minutes_is_known_to_its_notation():
    leden = {unwrap(deel)[0] for deel in get_args(unwrap(CelWaarde)[0])}

    assert {lid: frozenset(lid.model_fields) for lid in leden - {int}} == NORM_MODELLEN


def test_every_name_points_at_a_sheet_or_is_said_to_be_free():
    namen = {
        kolom.pad[-1]
        for blad in bladen()
        for kolom in blad.kolommen
        if kolom.pad and kolom.vorm.uitleg.startswith("korte na")
    }

    assert namen - VERWIJST.keys() - VRIJ == {"richtingen"}


def test_an_empty_cell_means_the_default_so_only_emptiness_may_be_a_default_of_what_can_be_empty():
    def check(schema: dict[str, object]) -> None:
        for model in schema.values():
            for naam, veld in model.get("properties", {}).items():
                kan_leeg = "null" in str(veld.get("anyOf", "")) or veld.get("type") == "array"
                if kan_leeg:
                    assert veld.get("default") in (None, [], ()), naam

    schema = Normenkader.model_json_schema()
    check({**schema["$defs"], "Normenkader": schema})


# what Excel shows


@pytest.fixture
def werkmap(tmp_path: Path):
    write_workbook(load_normenkader(GELEVERD[-1]), tmp_path / "kader.xlsx", met_rekenblad=True)
    return load_workbook(tmp_path / "kader.xlsx")


def test_every_subject_has_a_sheet_with_a_frozen_header(werkmap):
    titels = ["Uitleg", *(blad.titel for blad in bladen())]

    assert werkmap.sheetnames[: len(titels)] == titels
    assert all(werkmap[titel].freeze_panes for titel in titels)


def test_choices_and_references_have_a_dropdown(werkmap):
    lijsten = {keuze.formula1 for keuze in werkmap["Taken"].data_validations.dataValidation}

    assert '"keer,dag,week,maand,jaar,huishouden"' in lijsten
    assert "'Bronnen'!$A$2:$A$1000" in lijsten
    assert "'Leefgebieden'!$A$2:$A$1000" in lijsten


def test_every_column_is_explained(werkmap):
    uitgelegd = {(rij[0].value, rij[1].value) for rij in werkmap["Uitleg"].iter_rows()}

    for blad in bladen():
        for kolom in blad.kolommen:
            naam = f"{kolom.naam}(code van een blok)" if kolom.per_blok else kolom.naam
            assert (blad.titel, naam) in uitgelegd


@pytest.mark.parametrize("tekst", ["=1+1", "+1", "-1", "@x", "=cmd|'/c calc'!A1", "007", "1-2", "#N/A"])
def test_text_stays_text_whatever_it_begins_with(tekst: str, tmp_path: Path):
    data = tiny_kader().model_dump(mode="json")
    data["kader"]["naam"] = tekst
    kader = Normenkader.model_validate_json(json.dumps(data))
    write_workbook(as_loaded(kader), tmp_path / "kader.xlsx")

    blad = load_workbook(tmp_path / "kader.xlsx")["Kader"]
    cel = next(rij[1] for rij in blad.iter_rows() if rij[0].value == "naam")

    assert (cel.value, cel.data_type, cel.number_format) == (tekst, "s", "@")


def test_openpyxl_is_not_imported_until_a_workbook_is_asked_for():
    program = "import sys, indicatietool.cli, indicatietool.store.workbook; print('openpyxl' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(HUIS)},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert ran.stdout.strip() == "False", ran.stderr
