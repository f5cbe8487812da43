"""The formulas of the rekenblad, computed by LibreOffice, agree with the engine: a second way to compute."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from indicatietool.engine.total import indicate
from indicatietool.paths import normen_folder
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import CASES_FOLDER, find_normenkaders, load_normenkader
from indicatietool.store.workbook import read_workbook, write_workbook
from indicatietool.store.workbook.expressions import Normbladen
from indicatietool.store.workbook.formulas import add_sheet
from indicatietool.store.workbook.write import make_workbook
from tests.builders import as_loaded, tiny_kader
from tests.strategies import Geval, gevallen

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")

met_libreoffice = pytest.mark.skipif(
    SOFFICE is None,
    reason="LET OP: LibreOffice ontbreekt (apt-get install libreoffice-calc): "
    "de tweede berekening is NIET getoetst",
)


def recalculate(pad: Path, naar: Path) -> Path:
    """Return the workbook with the outcomes of its formulas, computed anew by LibreOffice."""
    ran = subprocess.run(
        [
            SOFFICE,
            "--headless",
            f"-env:UserInstallation={(naar / 'profiel').as_uri()}",
            "--convert-to",
            "xlsx",
            "--outdir",
            naar / "uit",
            pad,
        ],
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert (naar / "uit" / pad.name).exists(), ran.stdout + ran.stderr
    return naar / "uit" / pad.name


@met_libreoffice
@pytest.mark.parametrize("folder", find_normenkaders(normen_folder()), ids=lambda folder: folder.parent.name)
def test_libreoffice_computes_what_the_engine_computes(folder: Path, tmp_path: Path):
    geladen = load_normenkader(folder)
    write_workbook(geladen, tmp_path / "kader.xlsx", met_rekenblad=True)

    blad = load_workbook(recalculate(tmp_path / "kader.xlsx", tmp_path), data_only=True)["Rekenblad"]
    rijen: Sequence[tuple[object, ...]] = list(blad.iter_rows(min_row=2, values_only=True))

    volgens_motor = [
        indicate(geladen.kader, read_dossier(folder / CASES_FOLDER / voorbeeld.casus)).minuten_per_maand
        for voorbeeld in geladen.voorbeelden
    ]
    assert [rij[1] for rij in rijen] == volgens_motor
    assert {rij[3] for rij in rijen} == {"ja"}


@met_libreoffice
@given(reeks=st.lists(gevallen(volledig=True, besloten=True, only=tiny_kader()), min_size=25, max_size=25))
@settings(max_examples=1, phases=[Phase.generate])
def test_libreoffice_agrees_about_any_dossier(reeks: list[Geval], tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("rekenblad")
    geladen = as_loaded(tiny_kader())
    werkmap = make_workbook(geladen.kader)
    adressen = [
        add_sheet(werkmap, f"Rekenblad {nummer}", geladen, geval.dossier, Normbladen(geladen.kader))
        for nummer, geval in enumerate(reeks)
    ]
    werkmap.save(folder / "kader.xlsx")

    terug = load_workbook(recalculate(folder / "kader.xlsx", folder), data_only=True)
    uitkomsten = []
    for adres in adressen:
        blad, _, cel = adres.rpartition("!")
        uitkomsten.append(terug[blad.strip("'")][cel.replace("$", "")].value)

    assert uitkomsten == [indicate(geladen.kader, geval.dossier).minuten_per_maand for geval in reeks]


@met_libreoffice
def test_the_formulas_follow_a_figure_that_is_changed_on_a_norm_sheet(tmp_path: Path):
    folder = normen_folder() / "huishoudelijke-ondersteuning" / "2019"
    pad = tmp_path / "kader.xlsx"
    write_workbook(load_normenkader(folder), pad, met_rekenblad=True)
    werkmap = load_workbook(pad)
    vast = next(cel.column for cel in werkmap["Taken"][1] if cel.value == "vast")
    werkmap["Taken"].cell(2, vast).value = 2 * werkmap["Taken"].cell(2, vast).value
    werkmap.save(pad)

    uitkomst = load_workbook(recalculate(pad, tmp_path), data_only=True)["Rekenblad"]["B2"].value

    assert uitkomst == 1_080


def test_rekenbladen_are_not_read_back(tmp_path: Path):
    geladen = load_normenkader(find_normenkaders(normen_folder())[-1])
    write_workbook(geladen, tmp_path / "kader.xlsx", met_rekenblad=True)

    werkmap = load_workbook(tmp_path / "kader.xlsx")

    assert werkmap["Rekenblad 1"]["D20"] is not None
    assert len([naam for naam in werkmap.sheetnames if naam.startswith("Rekenblad ")]) == len(
        geladen.voorbeelden
    )
    assert read_workbook(tmp_path / "kader.xlsx") == geladen.kader
