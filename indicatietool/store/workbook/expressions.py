"""Pieces of Excel formula over the norm sheets: addresses, conditions, effects and rounding.

Comes in: parts of a kader and addresses of cells. Goes out: formulas without the =. Computes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.regels import (
    Effect,
    MinutenErbij,
    Procent,
    TenHoogste,
    TenMinste,
    Vervalt,
    Vervangt,
    Voorwaarde,
)
from indicatietool.domain.schaal import Cel, OpenCel, TenHoogsteCel
from indicatietool.store.workbook.write import Geplaatst, cell_name, place


@dataclass(frozen=True)
class Plek:
    """Eén rij van een normblad, om naar haar cellen te verwijzen."""

    deel: Geplaatst
    rij: int

    def __getitem__(self, kolom: str) -> str:
        """Return the absolute address of a column of this row."""
        nummer = [k.naam for k in self.deel.kolommen].index(kolom)
        cel = cell_name(self.deel, self.rij, nummer)
        letters = cel.rstrip("0123456789")
        return f"'{self.deel.blad.titel}'!${letters}${cel[len(letters) :]}"


class Normbladen:
    """De bladen van een kader, om op te zoeken waar een rij staat."""

    def __init__(self, kader: Normenkader) -> None:
        """Place the kader as the workbook does."""
        self._plekken = {
            (deel.blad.pad, sleutel): Plek(deel, rij)
            for deel in place(kader)
            for rij, sleutel in enumerate(deel.sleutels)
        }

    def row(self, *pad: str, sleutel: tuple[str, ...] = ()) -> Plek:
        """Return the row of a table that has this name, or of a sheet with one row per gegeven."""
        return self._plekken[pad, sleutel or (pad[0],)]


@dataclass(frozen=True)
class Vakken:
    """Waar op het rekenblad staat wat een voorwaarde of een effect nodig heeft."""

    antwoorden: Mapping[str, str]
    nodig: str
    gemeente: str
    dagen_per_week: str
    weken_per_maand: str
    weken_per_jaar: str
    taak: str | None = None
    leefgebied: str | None = None
    blok: str | None = None
    richting: str | None = None


def condition(voorwaarde: Voorwaarde, plek: Plek, vakken: Vakken) -> str:
    """Return the formula that tells whether a condition holds; plek is its row on the sheet."""
    delen = [*_factor(voorwaarde, plek, vakken)]
    for kolom, cel in (
        ("richtingen", vakken.richting),
        ("blokken", vakken.blok),
        ("taken", vakken.taak),
        ("leefgebieden", vakken.leefgebied),
        ("gemeenten", vakken.gemeente),
    ):
        if getattr(voorwaarde, kolom):
            delen.append(in_list(cel, plek[kolom]) if cel else "FALSE()")
    aanwezig = [f'SUMPRODUCT(--({vakken.nodig}="{taak}"))>0' for taak in voorwaarde.met_een_van]
    if aanwezig:
        delen.append(f"OR({','.join(aanwezig)})")
    delen += [f'SUMPRODUCT(--({vakken.nodig}="{taak}"))>0' for taak in voorwaarde.met_alle]
    samen = f"AND({','.join(delen)})"
    return f"NOT({samen})" if voorwaarde.niet else samen


def conditions(als: Sequence[Voorwaarde], plekken: Sequence[Plek], vakken: Vakken) -> str:
    """Return the formula that tells whether all conditions hold."""
    delen = [condition(v, plek, vakken) for v, plek in zip(als, plekken, strict=True)]
    return f"AND({','.join(delen)})" if delen else "TRUE()"


def _factor(v: Voorwaarde, plek: Plek, vakken: Vakken) -> list[str]:
    if v.factor is None:
        return []
    cel = vakken.antwoorden.get(v.factor)
    if cel is None:
        return ["FALSE()"]
    if v.keuzes:
        return [in_list(cel, plek["keuzes"])]
    grenzen = (("vanaf", ">="), ("boven", ">"), ("tot_en_met", "<="), ("onder", "<"))
    return [
        f"ISNUMBER({cel})",
        *(f"{cel}{teken}{plek[kolom]}" for kolom, teken in grenzen if getattr(v, kolom) is not None),
    ]


def in_list(cel: str, lijst: str) -> str:
    """Return the formula that tells whether a name is in a cell with names and commas."""
    return f'ISNUMBER(FIND(", "&{cel}&",",", "&{lijst}&","))'


def effect_on(effect: Effect, plek: Plek, vakken: Vakken, basis: str, nu: str) -> str:
    """Return the formula of the minutes per week after an effect."""

    def per_week() -> str:
        per = plek["effect.per"]
        return (
            f'{plek["effect.minuten"]}*IF({per}="dag",{vakken.dagen_per_week},IF({per}="week",1,'
            f'IF({per}="maand",1/{vakken.weken_per_maand},1/{vakken.weken_per_jaar})))'
        )

    match effect:
        case Procent():
            deel = f'IF({plek["effect.van"]}="basis",{basis},{nu})'
            return f"MAX(0,{nu}+{deel}*{plek['effect.procent']}/100)"
        case MinutenErbij():
            maal = f"*{vakken.antwoorden.get(effect.maal, '0')}" if effect.maal else ""
            return f"MAX(0,{nu}+{per_week()}{maal})"
        case Vervangt():
            return per_week()
        case Vervalt():
            return "0"
        case TenHoogste():
            return f"MIN({nu},{per_week()})"
        case TenMinste():
            return f"MAX({nu},{per_week()})"
        case _:
            assert_never(effect)


def cell_value(cel: int | Cel | TenHoogsteCel | OpenCel, adres: str, bandbreedte: str) -> str:
    """Return the formula of the richtwaarde in a cell of minutes."""
    eerste = f'VALUE(LEFT({adres},FIND("|",{adres})-1))'
    match cel:
        case int():
            return adres
        case TenHoogsteCel():
            return f"VALUE(MID({adres},2,9))"
        case Cel(richt=None):
            laatste = f'VALUE(MID({adres},FIND("|",{adres})+1,9))'
            return (
                f'IF({bandbreedte}="onder",{eerste},IF({bandbreedte}="boven",{laatste},'
                f"({eerste}+{laatste})/2))"
            )
        case Cel():
            vanaf = f'(FIND("|",{adres})+1)'
            return f'VALUE(MID({adres},{vanaf},FIND("|",{adres},{vanaf})-{vanaf}))'
        case _:
            raise ValueError("an open cell has no value")


def exact(adres: str) -> str:
    """Return the formula of a number that may stand in its cell as a fraction in text."""
    streep = f'FIND("/",{adres})'
    breuk = f"VALUE(LEFT({adres},{streep}-1))/VALUE(MID({adres},{streep}+1,400))"
    return f"IF(ISNUMBER({adres}),{adres},{breuk})"


def rounded(waarde: str, stap: str, richting: str) -> str:
    """Return the formula of rounding; nine digits first, because Excel keeps no fractions."""
    stappen = f"ROUND({waarde}/{stap},9)"
    return (
        f'IF({richting}="omhoog",ROUNDUP({stappen},0),IF({richting}="omlaag",INT({stappen}),'
        f"INT({stappen}+0.5)))*{stap}"
    )
