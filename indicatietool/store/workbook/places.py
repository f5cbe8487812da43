"""What is wrong between sheets, told with sheet and cell: names that point nowhere, findings of kader_checks.

Comes in: a Lezing, or Problemen in the words of a norm file. Goes out: Problemen in the words of a workbook.
"""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from indicatietool.errors import Probleem
from indicatietool.store.problems import Keys
from indicatietool.store.workbook.read import Lezing
from indicatietool.store.workbook.sheets import Blad, bladen

TABELLEN = {
    "bron": "bronnen",
    "blok": "blokken",
    "leefgebied": "leefgebieden",
    "factor": "factoren",
    "taak": "taken",
    "regel": "regels",
    "samenval": "samenval",
    "maximum": "maxima",
    "hoogste": "hoogste",
    "tekst": "teksten",
    "grond": "gronden",
    "product": "producten",
    "profiel": "profielen",
}
"""How kader_checks calls a row → the table it is in."""

_TOML_NAME = re.compile(r"\[\[(\w+)\]\]")


def check_names(lezing: Lezing) -> None:
    """Note every name that is doubled, and every reference to a name that is on no sheet."""
    namen = {blad.hoofd: list(_names(lezing, blad)) for blad in bladen() if blad.soort == "tabel"}
    for blad in bladen():
        if blad.soort == "tabel":
            _check_doubles(lezing, blad)
        for keys, rij in _rows(lezing, blad):
            for kolom in blad.kolommen:
                if kolom.verwijst is None or not kolom.pad or blad.soort == "teksten":
                    continue
                waarde = _dig(rij, kolom.pad)
                for naam in waarde if isinstance(waarde, list) else [waarde]:
                    _check_name(lezing, (*keys, *kolom.pad), naam, kolom.verwijst, namen[kolom.verwijst])


def in_cells(probleem: Probleem, lezing: Lezing) -> Probleem:
    """Return a problem of kader_checks with the sheet and the cell it is about, as near as can be."""
    wat = _TOML_NAME.sub(lambda found: f"blad {found[1].capitalize()}", probleem.wat)
    remedie = _TOML_NAME.sub(lambda found: f"blad {found[1].capitalize()}", probleem.remedie)
    hoofd, *velden = probleem.plaats.split(" › ")
    keys = _row_keys(hoofd, lezing)
    if keys is None:
        return Probleem(probleem.plaats, wat, remedie)
    if len(keys) == 1 and not velden:
        keys = _quoted_row(keys[0], wat, lezing) or keys
    for veld in velden:
        keys = (*keys, veld)
    genoemd = [deel for deel in re.findall(r"[\w-]+", wat) if (*keys, deel) in lezing.plekken]
    return Probleem(lezing.where((*keys, *genoemd[:1])), wat, remedie)


def _row_keys(hoofd: str, lezing: Lezing) -> Keys | None:
    if hoofd in {blad.hoofd for blad in bladen()}:
        return (hoofd,)
    soort, _, naam = hoofd.partition(" ")
    tabel = TABELLEN.get(soort)
    if tabel is None:
        return None
    return _row_named(tabel, naam, lezing) or (tabel,)


def _quoted_row(tabel: int | str, wat: str, lezing: Lezing) -> Keys | None:
    naam = re.search("“(.+?)”", wat)
    return _row_named(str(tabel), naam[1], lezing, last=True) if naam else None


def _row_named(tabel: str, naam: str, lezing: Lezing, *, last: bool = False) -> Keys | None:
    blad = next(blad for blad in bladen() if blad.pad == (tabel,))
    rijen = lezing.data.get(tabel)
    if blad.sleutel is None or not isinstance(rijen, list):
        return None
    passend = [nummer for nummer, rij in enumerate(rijen) if str(rij.get(blad.sleutel)) == naam]
    return (tabel, passend[-1 if last else 0]) if passend else None


def _names(lezing: Lezing, blad: Blad) -> Iterator[str]:
    for _, rij in _rows(lezing, blad):
        if blad.sleutel in rij:
            yield str(rij[blad.sleutel])


def _check_doubles(lezing: Lezing, blad: Blad) -> None:
    gehad: Counter[str] = Counter()
    if blad.sleutel is None:
        return
    for keys, rij in _rows(lezing, blad):
        naam = str(rij.get(blad.sleutel, ""))
        gehad[naam] += 1
        if naam and gehad[naam] > 1:
            plek = lezing.where((*keys, blad.sleutel))
            lezing.refuse(plek, f"“{naam[:60]}” staat er al.", "Geef elk een eigen naam.")


def _check_name(lezing: Lezing, keys: Keys, naam: object, tabel: str, bekend: list[str]) -> None:
    if naam is None or naam in bekend:
        return
    close = get_close_matches(str(naam), bekend, n=1)
    remedie = f"Bedoelt u “{close[0]}”?" if close else "Verbeter de naam of voeg hem daar toe."
    lezing.refuse(lezing.where(keys), f"“{str(naam)[:60]}” staat niet op blad {tabel.capitalize()}.", remedie)


def _rows(lezing: Lezing, blad: Blad) -> Iterator[tuple[Keys, Any]]:
    hoofd = lezing.data.get(blad.hoofd)
    if blad.soort == "gegevens":
        yield (blad.hoofd,), hoofd or {}
        return
    for nummer, rij in enumerate(hoofd or []):
        if blad.soort == "tabel":
            yield (blad.hoofd, nummer), rij
        elif blad.soort == "onderdelen":
            for plek, deel in enumerate(_dig(rij, blad.pad[1:]) or []):
                yield (blad.hoofd, nummer, *blad.pad[1:], plek), deel


def _dig(rij: Any, pad: tuple[str, ...]) -> Any:
    for naam in pad:
        rij = rij.get(naam) if isinstance(rij, dict) else None
    return rij
