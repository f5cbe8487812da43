"""Which sheets and columns a normenkader has in Excel, derived from the models: no field can be forgotten.

Comes in: the model Normenkader. Goes out: Bladen with Kolommen. Knows no openpyxl and no values.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from indicatietool.domain.normenkader import Normenkader
from indicatietool.store.workbook.cells import LIJST, SLEUTEL, Vorm
from indicatietool.store.workbook.norm import NORM
from indicatietool.store.workbook.types import (
    cell_form,
    choice_of,
    first_line,
    item_model,
    mapping_values,
    nested_model,
    variants_of,
)

VERWIJST = {
    "bron": "bronnen",
    "leefgebied": "leefgebieden",
    "leefgebieden": "leefgebieden",
    "blok": "blokken",
    "blokken": "blokken",
    "factor": "factoren",
    "factoren": "factoren",
    "maal": "factoren",
    "vraagt": "factoren",
    "taak": "taken",
    "taken": "taken",
    "met": "taken",
    "met_een_van": "taken",
    "met_alle": "taken",
    "product": "producten",
}
"""Name of a column → the sheet whose ids it points at."""

VRIJ = frozenset({"id", "code", "versie", "iwmo_code", "groep", "keuze", "keuzes", "gemeenten", "casus"})
"""Names and codes that are not on a sheet of their own."""

ENKELVOUD = {"factoren": "factor", "regels": "regel", "maxima": "maximum", "taken": "taak"}


@dataclass(frozen=True)
class Kolom:
    """Eén gegeven van een blad: waar het in het bestand staat en hoe het in een cel staat."""

    naam: str
    pad: tuple[str, ...]
    vorm: Vorm
    uitleg: str = ""
    verplicht: bool = False
    verwijst: str | None = None
    per_blok: bool = False


@dataclass(frozen=True)
class Blad:
    """Eén onderwerp van het normenkader: een tabel, een lijst gegevens, of de onderdelen van een tabel."""

    titel: str
    pad: tuple[str, ...]
    kolommen: tuple[Kolom, ...]
    soort: Literal["gegevens", "tabel", "onderdelen", "teksten"]
    uitleg: str
    tabellen: tuple[tuple[str, ...], ...] = ()
    """Nested optional tables whose presence follows from a filled column."""

    @property
    def hoofd(self) -> str:
        """Return the name of the outer table."""
        return self.pad[0]

    @property
    def sleutel(self) -> str | None:
        """Return the column by which rows of this table are named, if they are."""
        namen = [kolom.naam for kolom in self.kolommen]
        return next((naam for naam in ("id", "code", "blok") if naam in namen), None)


@cache
def bladen() -> tuple[Blad, ...]:
    """Return the sheets of a workbook in the order of the norm file."""
    gevonden = tuple(
        blad for naam, info in Normenkader.model_fields.items() for blad in _sheets_of(naam, info)
    )
    titels = Counter(blad.titel for blad in gevonden)
    return tuple(
        replace(blad, titel=f"{blad.hoofd} {blad.pad[-1]}".capitalize()) if titels[blad.titel] > 1 else blad
        for blad in gevonden
    )


def columns_of(blad: Blad, codes: Iterable[str]) -> tuple[Kolom, ...]:
    """Return the columns of a sheet, with one for each blok where the kader has one per blok."""
    return tuple(
        deel
        for kolom in blad.kolommen
        for deel in (
            [
                replace(kolom, naam=f"{kolom.naam}{code}", pad=(*kolom.pad, code), per_blok=False)
                for code in codes
            ]
            if kolom.per_blok
            else [kolom]
        )
    )


def _sheets_of(naam: str, info: FieldInfo) -> Iterator[Blad]:
    model, soort = nested_model(info.annotation), "gegevens"
    if model is None:
        model, soort = item_model(info.annotation), "tabel"
    if model is None:
        raise TypeError(f"{naam}: the workbook can't hold this")
    kolommen: list[Kolom] = []
    tabellen: list[tuple[str, ...]] = []
    onderdelen: list[Blad] = []
    _collect(model, (), (naam,), kolommen, tabellen, onderdelen)
    yield Blad(
        naam.capitalize(),
        (naam,),
        tuple(kolommen),
        "tabel" if soort == "tabel" else "gegevens",
        first_line(model),
        tuple(tabellen),
    )
    yield from onderdelen


def _collect(
    model: type[BaseModel],
    pad: tuple[str, ...],
    boven: tuple[str, ...],
    kolommen: list[Kolom],
    tabellen: list[tuple[str, ...]],
    onderdelen: list[Blad],
) -> None:
    for naam, info in model.model_fields.items():
        hier = (*pad, naam)
        genest = nested_model(info.annotation)
        varianten = variants_of(info)
        item = item_model(info.annotation)
        waarden = mapping_values(info.annotation)
        if genest is not None:
            if not info.is_required():
                tabellen.append(hier)
            _collect(genest, hier, boven, kolommen, tabellen, onderdelen)
        elif varianten:
            kolommen += _effect_columns(hier, varianten)
        elif item is not None:
            onderdelen.append(_part_sheet(item, boven, hier))
        elif waarden is not None and cell_form(naam, waarden) is NORM:
            kolommen.append(Kolom(f"{naam}.", hier, NORM, info.description or "", per_blok=True))
        elif waarden is not None:
            onderdelen.append(_text_sheet(boven, hier, info, cell_form(naam, waarden)))
        else:
            kolommen.append(_column(hier, info))


def _column(pad: tuple[str, ...], info: FieldInfo) -> Kolom:
    vorm = cell_form(pad[-1], info.annotation, info.metadata)
    return Kolom(
        ".".join(pad),
        pad,
        vorm,
        info.description or "",
        info.is_required(),
        VERWIJST.get(pad[-1]) if vorm in (SLEUTEL, LIJST) else None,
    )


def _effect_columns(pad: tuple[str, ...], varianten: tuple[type[BaseModel], ...]) -> Iterator[Kolom]:
    soorten = tuple(get_args(v.model_fields["soort"].annotation)[0] for v in varianten)
    uitleg = "; ".join(f"{soort}: {first_line(v)}" for soort, v in zip(soorten, varianten, strict=True))
    yield Kolom(".".join((*pad, "soort")), (*pad, "soort"), choice_of(soorten), uitleg, verplicht=True)
    gehad = {"soort"}
    for variant in varianten:
        for naam, info in variant.model_fields.items():
            if naam not in gehad:
                gehad.add(naam)
                bij = [s for s, v in zip(soorten, varianten, strict=True) if naam in v.model_fields]
                kolom = _column((*pad, naam), info)
                yield replace(kolom, verplicht=False, uitleg=f"{kolom.uitleg} (bij {', '.join(bij)})".strip())


def _part_sheet(item: type[BaseModel], boven: tuple[str, ...], hier: tuple[str, ...]) -> Blad:
    kolommen: list[Kolom] = [_parent_column(boven[0])]
    tabellen: list[tuple[str, ...]] = []
    dieper: list[Blad] = []
    _collect(item, (), (*boven, *hier), kolommen, tabellen, dieper)
    if dieper or tabellen:
        raise TypeError(f"{item.__name__}: the workbook can't hold parts of parts")
    return Blad(hier[-1].capitalize(), (*boven, *hier), tuple(kolommen), "onderdelen", first_line(item))


def _text_sheet(boven: tuple[str, ...], hier: tuple[str, ...], info: FieldInfo, vorm: Vorm) -> Blad:
    kolommen = (
        _parent_column(boven[0]),
        Kolom("blok", ("blok",), SLEUTEL, "code van het blok", True, "blokken"),
        Kolom("tekst", ("tekst",), vorm, info.description or "", True),
    )
    return Blad(hier[-1].capitalize(), (*boven, *hier), kolommen, "teksten", info.description or hier[-1])


def _parent_column(hoofd: str) -> Kolom:
    naam = ENKELVOUD.get(hoofd, hoofd)
    return Kolom(f"bij {naam}", (), SLEUTEL, f"id van blad {hoofd.capitalize()}", True, hoofd)
