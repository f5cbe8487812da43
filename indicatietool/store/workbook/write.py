"""A normenkader as a workbook that policy staff can keep: sheets, dropdowns, frozen headers, an Uitleg.

Comes in: a Normenkader. Goes out: an openpyxl Workbook. Text stays text, whatever it begins with.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from indicatietool.domain.normenkader import Normenkader
from indicatietool.errors import NormenkaderError, Probleem
from indicatietool.store.workbook.cells import MAX_CELL, Keuzevorm, Plat, Vorm, Waarde, escape
from indicatietool.store.workbook.open import UITLEG, letter
from indicatietool.store.workbook.sheets import Blad, Kolom, bladen, columns_of

EXTRA_ROWS = 300
"""How far below the last row the dropdowns reach."""


@dataclass(frozen=True)
class Geplaatst:
    """Eén blad met zijn rijen: per rij de plek in het kader en de waarden van de kolommen."""

    blad: Blad
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Plat, ...], ...]
    sleutels: tuple[tuple[str, ...], ...]


def place(kader: Normenkader) -> tuple[Geplaatst, ...]:
    """Return every sheet with its rows, in plain values."""
    data = kader.model_dump(mode="json")
    codes = [blok.code for blok in kader.blokken]
    codes += [code for taak in kader.taken for code in taak.minuten if code not in codes]
    return tuple(_placed(blad, data, tuple(dict.fromkeys(codes))) for blad in bladen())


def make_workbook(kader: Normenkader) -> Any:
    """Return the workbook of a kader, not yet saved.

    Raises:
        NormenkaderError: a text is longer than a cell of Excel can hold.
    """
    from openpyxl import Workbook

    werkmap = Workbook()
    werkmap.remove(werkmap.active)
    geplaatst = place(kader)
    te_lang: list[Probleem] = []
    _write_uitleg(werkmap, geplaatst)
    for deel in geplaatst:
        _write_sheet(werkmap.create_sheet(deel.blad.titel), deel, te_lang)
    for deel in geplaatst:
        _add_dropdowns(werkmap[deel.blad.titel], deel)
    if te_lang:
        raise NormenkaderError(kader.kader.id, tuple(te_lang))
    return werkmap


def put(cel: Any, waarde: Waarde, vorm: str = "@") -> None:
    """Write a value in a cell; a text is a text, also when it begins with = + - or @."""
    from openpyxl.styles import Alignment

    if isinstance(waarde, str):
        cel.value = "x"  # openpyxl may not guess what the text is
        cel._value = escape(waarde)
        cel.data_type = "s"
    else:
        cel.value = waarde
    cel.number_format = vorm
    cel.alignment = Alignment(wrap_text=True, vertical="top")


def _placed(blad: Blad, data: Mapping[str, Plat], codes: tuple[str, ...]) -> Geplaatst:
    kolommen = columns_of(blad, codes)
    rijen, sleutels = [], []
    for sleutel, rij in _rows(blad, data):
        rijen.append(tuple(sleutel[0] if not kolom.pad else _dig(rij, kolom.pad) for kolom in kolommen))
        sleutels.append(sleutel)
    return Geplaatst(blad, kolommen, tuple(rijen), tuple(sleutels))


def _rows(blad: Blad, data: Mapping[str, Plat]) -> Iterator[tuple[tuple[str, ...], Plat]]:
    hoofd: Any = data[blad.hoofd]
    if blad.soort == "gegevens":
        yield (blad.hoofd,), hoofd
        return
    for rij in hoofd:
        naam = str(rij.get(blad.sleutel or "id", rij.get("id", "")))
        if blad.soort == "tabel":
            yield (naam,), rij
            continue
        deel: Any = _dig(rij, blad.pad[1:])
        if not deel:
            continue
        if blad.soort == "teksten":
            for code, tekst in deel.items():
                yield (str(rij["id"]), code), {"blok": code, "tekst": tekst}
        else:
            for nummer, onderdeel in enumerate(deel):
                yield (str(rij["id"]), str(nummer)), onderdeel


def _dig(rij: Any, pad: tuple[str, ...]) -> Any:
    for naam in pad:
        rij = rij.get(naam) if isinstance(rij, Mapping) else None
    return rij


def cell_name(deel: Geplaatst, rij: int, kolom: int) -> str:
    """Return the cell of a row and a column, both counted from 0, such as B4."""
    if deel.blad.soort == "gegevens":
        return f"B{kolom + 2}"
    return f"{letter(kolom + 1)}{rij + 2}"


def _write_sheet(blad: Any, deel: Geplaatst, te_lang: list[Probleem]) -> None:
    if deel.blad.soort == "gegevens":
        _write_headers(blad, ("gegeven", "waarde", "uitleg"), (26, 70, 70))
        for nummer, kolom in enumerate(deel.kolommen, start=2):
            put(blad.cell(nummer, 1), kolom.naam)
            put(blad.cell(nummer, 3), _explain(kolom))
        blad.freeze_panes = "B2"
    else:
        _write_headers(blad, [k.naam for k in deel.kolommen], [k.vorm.breedte for k in deel.kolommen])
        for nummer, kolom in enumerate(deel.kolommen, start=1):
            blad.column_dimensions[letter(nummer)].number_format = kolom.vorm.getal
        blad.freeze_panes = "B2" if deel.blad.soort == "tabel" else "C2"
        blad.auto_filter.ref = f"A1:{letter(len(deel.kolommen))}{max(2, len(deel.rijen) + 1)}"
    for rij, waarden in enumerate(deel.rijen):
        for nummer, (kolom, waarde) in enumerate(zip(deel.kolommen, waarden, strict=True)):
            cel = cell_name(deel, rij, nummer)
            geschreven = None if waarde is None else kolom.vorm.write(waarde)
            if isinstance(geschreven, str) and len(escape(geschreven)) > MAX_CELL:
                plaats = f"blad {deel.blad.titel}, cel {cel}"
                te_lang.append(Probleem(plaats, "is te lang voor een cel in Excel.", "Kort de tekst in."))
            elif geschreven not in (None, ""):
                put(blad[cel], geschreven, kolom.vorm.getal if not isinstance(geschreven, str) else "@")
            elif deel.blad.soort == "gegevens":
                put(blad[cel], None, kolom.vorm.getal)


def _write_headers(blad: Any, namen: Iterable[str], breedtes: Iterable[int]) -> None:
    from openpyxl.styles import Font, PatternFill

    for nummer, (naam, breedte) in enumerate(zip(namen, breedtes, strict=True), start=1):
        cel = blad.cell(1, nummer)
        put(cel, naam)
        cel.font = Font(bold=True, color="FFFFFF")
        cel.fill = PatternFill("solid", start_color="154273")
        blad.column_dimensions[letter(nummer)].width = max(breedte, len(naam) + 3)


def _add_dropdowns(blad: Any, deel: Geplaatst) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    for nummer, kolom in enumerate(deel.kolommen):
        lijst = _options(kolom)
        if lijst is None:
            continue
        keuze = DataValidation(type="list", formula1=lijst, allow_blank=not kolom.verplicht)
        keuze.showErrorMessage = True
        keuze.errorTitle, keuze.error = "Niet in de lijst", "Kies een waarde uit de lijst."
        eerste = cell_name(deel, 0, nummer)
        laatste = (
            eerste if deel.blad.soort == "gegevens" else cell_name(deel, len(deel.rijen) + EXTRA_ROWS, nummer)
        )
        keuze.add(f"{eerste}:{laatste}")
        blad.add_data_validation(keuze)


def _options(kolom: Kolom) -> str | None:
    vorm: Vorm = kolom.vorm
    if isinstance(vorm, Keuzevorm):
        return f'"{",".join(vorm.keuzes)}"'
    if vorm.uitleg == "ja of nee":
        return '"ja,nee"'
    if kolom.verwijst and vorm.uitleg.startswith("korte naam of code"):
        return f"'{kolom.verwijst.capitalize()}'!$A$2:$A$1000"
    return None


def _explain(kolom: Kolom) -> str:
    delen = [kolom.uitleg, f"[{kolom.vorm.uitleg}]"]
    if kolom.verwijst:
        delen.append(f"Verwijst naar blad {kolom.verwijst.capitalize()}.")
    return " ".join(deel for deel in delen if deel)


INLEIDING = (
    "Deze werkmap is een normenkader. Elk onderwerp heeft een eigen blad.",
    "Pas cellen aan en voeg rijen toe. Laat de namen van bladen en kolommen staan.",
    "Een lege cel betekent: niet ingevuld. Staat er bij “moet” ja, dan mag de cel niet leeg zijn.",
    "Minuten van een taak: 45 is één getal. 20|30|40 is min, richt en max. 20|40 is min en max zonder "
    "richtwaarde. ≤30 is ten hoogste 30. “open: uitleg” is een norm die nog open is; “open (gevraagd): "
    "uitleg” en “open (uitgesteld): uitleg” zeggen ook hoe het staat.",
    "Meer namen in één cel: zet er een komma tussen, zoals vorm, risico.",
    "Een breuk is een tekst: 52/12. Een datum is een datum: 2027-01-31.",
    "Bladen met “bij …” in de eerste kolom horen bij een rij van een ander blad. Meer rijen met dezelfde "
    "naam horen bij elkaar, in deze volgorde. Zo heeft één regel meer voorwaarden: alle moeten waar zijn.",
    "Formules mogen niet in deze bladen. De rekenbladen bevatten wel formules; die worden niet ingelezen.",
    "Klaar? “indicatietool norm uit-excel” leest de werkmap, noemt alle fouten met blad en cel, en toont "
    "wat er verandert voordat er iets wordt bewaard.",
)


def _write_uitleg(werkmap: Any, geplaatst: tuple[Geplaatst, ...]) -> None:
    blad = werkmap.create_sheet(UITLEG)
    _write_headers(blad, ("blad", "kolom", "moet", "uitleg", "zo schrijft u het"), (18, 28, 8, 80, 50))
    blad.freeze_panes = "A2"
    rijen: list[tuple[str, str, str, str, str]] = [("", "", "", zin, "") for zin in INLEIDING]
    for deel in geplaatst:
        rijen.append((deel.blad.titel, "", "", deel.blad.uitleg, ""))
        for kolom in deel.blad.kolommen:
            naam = f"{kolom.naam}(code van een blok)" if kolom.per_blok else kolom.naam
            uitleg = _explain(replace(kolom, vorm=Vorm(""))).replace("[]", "").strip()
            moet = "ja" if kolom.verplicht else ""
            rijen.append((deel.blad.titel, naam, moet, uitleg, kolom.vorm.uitleg))
    for nummer, rij in enumerate(rijen, start=2):
        for kolom_nummer, tekst in enumerate(rij, start=1):
            put(blad.cell(nummer, kolom_nummer), tekst or None)
