"""A second, independent way to compute: every example of a kader as live formulas over the norm sheets.

Comes in: a workbook with norm sheets and the examples. Goes out: the sheet Rekenblad and one per example.
Only the richtwaarde is computed; a marge does not count in a total.
"""

from typing import Any

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie
from indicatietool.engine.total import indicate
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import CASES_FOLDER, GeladenKader
from indicatietool.store.workbook.expressions import Normbladen, exact
from indicatietool.store.workbook.open import REKENBLAD
from indicatietool.store.workbook.rows import Rekenrijen
from indicatietool.store.workbook.write import put

MAX_EXAMPLES = 200


def add_sheets(werkmap: Any, geladen: GeladenKader) -> None:
    """Add a sheet of formulas per example, and one that compares them with what the examples say.

    Raises:
        BestandError: a casus can't be read.
    """
    overzicht = Rekenrijen(werkmap.create_sheet(REKENBLAD))
    _headers(overzicht.blad, ("voorbeeld", "minuten per maand", "volgens het voorbeeld", "gelijk?"))
    overzicht.rij = 1
    normbladen = Normbladen(geladen.kader)
    for nummer, voorbeeld in enumerate(geladen.voorbeelden[:MAX_EXAMPLES], start=1):
        dossier = read_dossier(geladen.folder / CASES_FOLDER / voorbeeld.casus)
        titel = f"{REKENBLAD} {nummer}"
        uitkomst = add_sheet(werkmap, titel, geladen, dossier, normbladen)
        rij = overzicht.add(f"{voorbeeld.casus}: {voorbeeld.titel}")
        overzicht.formula(rij, 2, uitkomst)
        put(overzicht.blad.cell(rij, 3), voorbeeld.minuten_per_maand, "0")
        overzicht.formula(rij, 4, f'IF(B{rij}=C{rij},"ja","NEE")')


def add_sheet(
    werkmap: Any, titel: str, geladen: GeladenKader, dossier: Dossier, normbladen: Normbladen
) -> str:
    """Add the sheet of one dossier and return the address of its minutes per month."""
    from indicatietool.store.workbook.taak import Rekening

    blok = Rekenrijen(werkmap.create_sheet(titel))
    _headers(blok.blad, ("stap", "invoer", "geldt", "minuten per week"))
    blok.rij = 1
    wijze = normbladen.row("rekenwijze")
    periodes = {
        naam: blok.compute(naam.replace("_", " "), exact(wijze[naam]))
        for naam in ("dagen_per_week", "weken_per_maand", "weken_per_jaar")
    }
    uitkomst: Indicatie = indicate(geladen.kader, dossier)
    rekening = Rekening(blok, geladen.kader, dossier, normbladen, periodes)
    for taak in uitkomst.taken:
        rekening.add_taak(taak)
    return f"{blok.naam}!{rekening.total().add_total()}"


def _headers(blad: Any, namen: tuple[str, ...]) -> None:
    from openpyxl.styles import Font

    for nummer, naam in enumerate(namen, start=1):
        cel = blad.cell(1, nummer)
        put(cel, naam)
        cel.font = Font(bold=True)
        blad.column_dimensions["ABCD"[nummer - 1]].width = 80 if nummer == 1 else 22
    blad.freeze_panes = "B2"
