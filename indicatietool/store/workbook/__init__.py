"""A normenkader as an Excel workbook, and back: what policy staff keep without a programmer.

Comes in: a GeladenKader, or a path of a workbook. Goes out: a workbook on disk, or a Normenkader without
contradictions. openpyxl is imported where it is used: the program starts without it.
"""

import io
import json
from pathlib import Path

from pydantic import ValidationError

from indicatietool.domain.normenkader import Normenkader
from indicatietool.errors import NormenkaderError, Probleem
from indicatietool.store.atomic import write_durably
from indicatietool.store.kader_checks import contradictions
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.store.problems import describe
from indicatietool.store.workbook.open import read_grid
from indicatietool.store.workbook.places import check_names, in_cells
from indicatietool.store.workbook.read import Lezing, read_cells
from indicatietool.store.workbook.write import make_workbook


def write_workbook(geladen: GeladenKader, pad: Path, *, met_rekenblad: bool = False) -> None:
    """Write a kader as a workbook, whole or not at all.

    Args:
        geladen: the kader, with its examples beside it.
        pad: where the .xlsx comes; what stood there is replaced.
        met_rekenblad: add sheets that compute every example with live formulas.

    Raises:
        NormenkaderError: a text does not fit in a cell.
        OpslagError: it can't be written.
    """
    werkmap = make_workbook(geladen.kader)
    if met_rekenblad:
        from indicatietool.store.workbook.formulas import add_sheets

        add_sheets(werkmap, geladen)
    inhoud = io.BytesIO()
    werkmap.save(inhoud)
    write_durably(pad, inhoud.getvalue())


def read_workbook(pad: Path) -> Normenkader:
    """Return the normenkader in a workbook, without running examples.

    Raises:
        NormenkaderError: with every problem found, each with sheet and cell.
        OpslagError: it can't be read.
    """
    lezing = read_cells(read_grid(pad))
    kader = _validate(lezing)
    if kader is not None:
        for probleem in contradictions(kader):
            nader = in_cells(probleem, lezing)
            if nader.plaats not in lezing.problemen:
                lezing.problemen[f"{nader.plaats} {nader.wat}"] = nader
    if kader is None or lezing.problemen:
        raise NormenkaderError(pad.name, tuple(lezing.problemen.values()))
    return kader


def _validate(lezing: Lezing) -> Normenkader | None:
    check_names(lezing)
    try:
        return Normenkader.model_validate_json(json.dumps(lezing.data, default=str))
    except ValidationError as error:
        for probleem in describe(error, lezing.data, Normenkader, name=lezing.where):
            lezing.problemen.setdefault(probleem.plaats, probleem)
    except ValueError:  # a number of thousands of digits, or text that is not Unicode
        lezing.problemen.setdefault(
            "bestand", Probleem("bestand", "bevat een waarde die te lang is.", "Verbeter die waarde.")
        )
    return None
