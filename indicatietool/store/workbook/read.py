"""From cells to the plain data of a norm file, remembering for every value which cell it came from.

Comes in: the rows of every sheet. Goes out: a Lezing with data, places and problems; never half, always all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from indicatietool.errors import Probleem
from indicatietool.store.problems import Keys
from indicatietool.store.workbook.cells import LIJST, CelError, Waarde
from indicatietool.store.workbook.open import Gelezen, Rij, letter
from indicatietool.store.workbook.sheets import Blad, Kolom, bladen, columns_of

Grid = Mapping[str, Sequence[Rij]]


@dataclass
class Lezing:
    """Wat er in een werkmap staat: de gegevens, van elk de cel, en alle problemen tot nu toe."""

    data: dict[str, Any] = field(default_factory=dict)
    plekken: dict[Keys, str] = field(default_factory=dict)
    problemen: dict[str, Probleem] = field(default_factory=dict)

    def refuse(self, plek: str, wat: str, remedie: str) -> None:
        """Remember a problem; the first of a place counts."""
        self.problemen.setdefault(plek, Probleem(plek, wat, remedie))

    def where(self, keys: Keys) -> str:
        """Return the cell of a value, or of the nearest thing around it."""
        for lengte in range(len(keys), 0, -1):
            if keys[:lengte] in self.plekken:
                return self.plekken[keys[:lengte]]
        return "bestand"

    def at(self, keys: Keys) -> Any:
        """Return the value at a place in the data, or None."""
        hier: Any = self.data
        for key in keys:
            try:
                hier = hier[key]
            except (KeyError, IndexError, TypeError):
                return None
        return hier


def read_cells(grid: Grid) -> Lezing:
    """Return what stands on the sheets; problems are in it, nothing is raised."""
    lezing = Lezing()
    namen = [blad.titel for blad in bladen()]
    for titel in grid:
        if titel not in namen:
            close = get_close_matches(titel, namen, n=1)
            remedie = f"Bedoelt u “{close[0]}”?" if close else "Haal dit blad weg."
            lezing.refuse(f"blad {titel}", "kent dit formaat niet.", remedie)
    for blad in bladen():
        lezing.plekken[blad.pad] = f"blad {blad.titel}"
        if blad.titel not in grid:
            lezing.refuse(f"blad {blad.titel}", "ontbreekt.", "Zet het terug; een leeg blad mag.")
        elif blad.soort == "gegevens":
            _read_fields(lezing, blad, grid[blad.titel])
        else:
            _read_table(lezing, blad, grid[blad.titel])
    return lezing


def _read_fields(lezing: Lezing, blad: Blad, rijen: Sequence[Rij]) -> None:
    plaats = f"blad {blad.titel}"
    namen = {kolom.naam: kolom for kolom in blad.kolommen}
    tabel: dict[str, Any] = {}
    lezing.data[blad.hoofd] = tabel
    gehad: set[str] = set()
    for nummer, rij in enumerate(rijen[1:], start=2):
        naam = _name_of(rij[0]) if rij else None
        if naam is None:
            _refuse_loose(lezing, rij[1:])
        elif naam not in namen:
            _refuse_name(lezing, rij[0].plek, "gegeven", naam, namen)
        elif naam in gehad:
            lezing.refuse(rij[0].plek, f"“{naam}” staat er twee keer.", "Haal er één weg.")
        else:
            gehad.add(naam)
            cel = rij[1] if len(rij) > 1 else Gelezen(f"{plaats}, cel B{nummer}", None)
            _put(lezing, tabel, (blad.hoofd,), namen[naam], cel)
    for naam in namen.keys() - gehad:
        lezing.refuse(f"{plaats}, gegeven {naam}", "ontbreekt.", "Zet de rij terug; de waarde mag leeg zijn.")


def _read_table(lezing: Lezing, blad: Blad, rijen: Sequence[Rij]) -> None:
    kolommen = _headers(lezing, blad, rijen[0] if rijen else ())
    if blad.soort == "tabel":
        lezing.data[blad.hoofd] = []
    gehad: set[tuple[int, Waarde]] = set()
    for nummer, rij in enumerate(rijen[1:], start=2):
        if all(cel.waarde is None and cel.fout is None for cel in rij):
            continue
        _refuse_loose(lezing, [cel for plek, cel in enumerate(rij) if plek not in kolommen])
        leeg = tuple(
            Gelezen(f"blad {blad.titel}, cel {letter(plek + 1)}{nummer}", None)
            for plek in range(len(rij), max(kolommen, default=0) + 1)
        )
        cellen = [(kolom, (*rij, *leeg)[plek]) for plek, kolom in kolommen.items()]
        if blad.soort == "tabel":
            _read_row(lezing, (blad.hoofd, len(lezing.data[blad.hoofd])), lezing.data[blad.hoofd], cellen)
        else:
            _read_part(lezing, blad, cellen, gehad)


def _headers(lezing: Lezing, blad: Blad, rij: Rij) -> dict[int, Kolom]:
    per_blok = [kolom.naam for kolom in blad.kolommen if kolom.per_blok]
    koppen = [_name_of(cel) for cel in rij]
    codes = [kop[len(deel) :] for deel in per_blok for kop in koppen if kop and kop.startswith(deel)]
    namen = {kolom.naam: kolom for kolom in columns_of(blad, dict.fromkeys(codes))}
    gevonden: dict[int, Kolom] = {}
    for plek, (kop, cel) in enumerate(zip(koppen, rij, strict=True)):
        if kop is None:
            continue
        if kop not in namen:
            _refuse_name(lezing, cel.plek, "kolom", kop, namen)
        elif namen[kop] in gevonden.values():
            lezing.refuse(cel.plek, f"kolom “{kop}” staat er twee keer.", "Haal er één weg.")
        else:
            gevonden[plek] = namen[kop]
    for kolom in namen.values():
        if kolom not in gevonden.values():
            lezing.refuse(
                f"blad {blad.titel}, kolom {kolom.naam}",
                "ontbreekt.",
                "Zet de kolom terug; de cellen mogen leeg zijn.",
            )
    return gevonden


def _read_row(lezing: Lezing, keys: Keys, lijst: list[Any], cellen: Sequence[tuple[Kolom, Gelezen]]) -> None:
    rij: dict[str, Any] = {}
    lijst.append(rij)
    for kolom, cel in cellen:
        lezing.plekken.setdefault(keys, cel.plek)
        _put(lezing, rij, keys, kolom, cel)


def _read_part(
    lezing: Lezing,
    blad: Blad,
    cellen: Sequence[tuple[Kolom, Gelezen]],
    gehad: set[tuple[int, Waarde]],
) -> None:
    bij = next((cel for kolom, cel in cellen if not kolom.pad), None)
    eigen = [(kolom, cel) for kolom, cel in cellen if kolom.pad]
    if bij is None:
        return
    index = _parent(lezing, blad, bij)
    if index is None:
        return
    rij: Any = lezing.data[blad.hoofd][index]
    keys: Keys = (blad.hoofd, index, *blad.pad[1:])
    for naam in blad.pad[1:-1]:
        rij = rij.setdefault(naam, {})
    if blad.soort == "onderdelen":
        lijst = rij.setdefault(blad.pad[-1], [])
        _read_row(lezing, (*keys, len(lijst)), lijst, eigen)
        return
    waarden = {kolom.naam: (cel, _value(lezing, kolom, cel)) for kolom, cel in eigen}
    teksten = rij.setdefault(blad.pad[-1], {})
    if len(waarden) < 2:
        return
    (code_cel, code), (cel, tekst) = waarden["blok"], waarden["tekst"]
    for leeg, waarde in ((code_cel, code), (cel, tekst)):
        if waarde is None:
            lezing.refuse(leeg.plek, "ontbreekt.", "Vul dit gegeven in.")
    if (index, code) in gehad:
        lezing.refuse(code_cel.plek, f"“{code}” staat er twee keer bij deze taak.", "Haal er één weg.")
    elif code is not None and tekst is not None:
        gehad.add((index, code))
        teksten[code] = tekst
        lezing.plekken[(*keys, code)] = cel.plek


def _parent(lezing: Lezing, blad: Blad, bij: Gelezen) -> int | None:
    namen: dict[str, int] = {}
    for nummer, rij in enumerate(lezing.data.get(blad.hoofd, [])):
        namen.setdefault(str(rij.get("id")), nummer)
    if bij.fout is not None:
        lezing.refuse(bij.plek, bij.fout.wat, bij.fout.remedie)
        return None
    naam = str(bij.waarde).strip() if bij.waarde is not None else ""
    if naam in namen:
        return namen[naam]
    if not naam:
        remedie = f"Vul de naam in van een rij op blad {blad.hoofd.capitalize()}."
        lezing.refuse(bij.plek, "ontbreekt.", remedie)
        return None
    close = get_close_matches(naam, namen, n=1)
    remedie = f"Bedoelt u “{close[0]}”?" if close else "Verbeter de naam of voeg hem daar toe."
    lezing.refuse(bij.plek, f"“{naam[:60]}” staat niet op blad {blad.hoofd.capitalize()}.", remedie)
    return None


def _put(lezing: Lezing, tabel: dict[str, Any], keys: Keys, kolom: Kolom, cel: Gelezen) -> None:
    waarde = _value(lezing, kolom, cel)
    *boven, naam = kolom.pad
    optioneel = any(pad == tuple(boven) for blad in bladen() if blad.pad == keys[:1] for pad in blad.tabellen)
    hier = tabel
    for diepte, deel in enumerate(boven, start=1):
        lezing.plekken.setdefault((*keys, *boven[:diepte]), cel.plek)
        if waarde is None and optioneel:
            break
        hier = hier.setdefault(deel, {})
    lezing.plekken[(*keys, *kolom.pad)] = cel.plek
    if waarde is not None:
        hier[naam] = waarde
    elif kolom.verplicht and kolom.vorm == LIJST and not boven and cel.fout is None:
        hier[naam] = []


def _value(lezing: Lezing, kolom: Kolom, cel: Gelezen) -> Any:
    if cel.fout is not None:
        lezing.refuse(cel.plek, cel.fout.wat, cel.fout.remedie)
        return None
    if cel.waarde is None:
        return None
    try:
        return kolom.vorm.read(cel.waarde)
    except CelError as fout:
        lezing.refuse(cel.plek, fout.wat, fout.remedie)
        return None


def _name_of(cel: Gelezen) -> str | None:
    return None if cel.waarde is None else str(cel.waarde).strip()


def _refuse_name(lezing: Lezing, plek: str, soort: str, naam: str, bekend: Mapping[str, Kolom]) -> None:
    close = get_close_matches(naam, bekend, n=1)
    remedie = f"Bedoelt u “{close[0]}”?" if close else "Haal het weg of verbeter de naam."
    lezing.refuse(plek, f"{soort} “{naam[:60]}” kent dit formaat niet.", remedie)


def _refuse_loose(lezing: Lezing, cellen: Sequence[Gelezen]) -> None:
    for cel in _filled(cellen):
        lezing.refuse(cel.plek, "staat buiten de tabel.", "Haal de waarde weg of geef haar een naam.")


def _filled(cellen: Sequence[Gelezen]) -> Iterator[Gelezen]:
    return (cel for cel in cellen if cel.waarde is not None or cel.fout is not None)
