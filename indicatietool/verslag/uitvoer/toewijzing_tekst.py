"""A Toewijzingsblok as JSON, as CSV and as text for the clipboard: the same lines in the same order."""

import json
from collections.abc import Iterator

from indicatietool.verslag.invulling import show_date
from indicatietool.verslag.uitvoer.iwmo import (
    BEGELEIDING,
    EENHEDEN,
    FREQUENTIES,
    REDENEN,
    ToegewezenOmvang,
    Toewijzingsregel,
)
from indicatietool.verslag.uitvoer.kommabestand import Cel, to_csv
from indicatietool.verslag.uitvoer.toewijzing import Beeindiging, Toewijzingsblok

EINDIGT = "eindigt"
"""In the place of the soort: not a new line, but the end of the toewijzing of before."""

KOLOMMEN = (
    "dossier",
    "oefening",
    "soort",
    "categorie",
    "productcode",
    "toewijzingsdatum",
    "ingangsdatum",
    "einddatum",
    "volume",
    "eenheid",
    "frequentie",
    "reden_wijziging",
)
"""Stable: names and order may only grow at the end."""


def toewijzing_as_csv(blok: Toewijzingsblok) -> bytes:
    """Return a row per line; what ends comes first, with only what is known of it."""
    return to_csv(KOLOMMEN, ((blok.dossier, blok.is_oefening, *rij) for rij in _rows(blok)))


def toewijzing_as_json(blok: Toewijzingsblok) -> bytes:
    """Return the block as readable JSON; codes are texts, the volume is a whole number."""
    namen = KOLOMMEN[2:]
    rijen = [{naam: _plain(cel) for naam, cel in zip(namen, rij, strict=True)} for rij in _rows(blok)]
    inhoud = {
        "formaat": 1,
        "standaard": "iWmo 3.2",
        "dossier": blok.dossier,
        "oefening": blok.is_oefening,
        "normenkader": blok.kader,
        "regels": rijen,
        "opmerkingen": list(blok.opmerkingen),
    }
    return (json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n").encode()


def toewijzing_as_text(blok: Toewijzingsblok) -> str:
    """Return the block in words, to paste into the system of the backoffice."""
    oud = (_ending_in_words(blok.eindigt),) if blok.eindigt else ()
    nieuw = (f"Regel {nr}. {_in_words(regel)}" for nr, regel in enumerate(blok.regels, start=1))
    let_op = ("", "Let op:", *(f"- {zin}" for zin in blok.opmerkingen)) if blok.opmerkingen else ()
    return "\n".join((f"Toewijzing begeleiding, dossier {blok.dossier}", "", *oud, *nieuw, *let_op)) + "\n"


def _rows(blok: Toewijzingsblok) -> Iterator[tuple[Cel, ...]]:
    dag = blok.regels[0].toewijzingsdatum
    if (oud := blok.eindigt) is not None:
        yield (EINDIGT, BEGELEIDING, None, dag, None, oud.einddatum, *_NIETS, oud.reden_wijziging)
    for regel in blok.regels:
        yield (
            regel.soort,
            regel.categorie,
            regel.productcode,
            regel.toewijzingsdatum,
            regel.ingangsdatum,
            regel.einddatum,
            *_size(regel.omvang),
            regel.reden_wijziging or None,
        )


_NIETS: tuple[Cel, ...] = (None, None, None)


def _size(omvang: ToegewezenOmvang | None) -> tuple[Cel, ...]:
    return (omvang.volume, omvang.eenheid, omvang.frequentie) if omvang else _NIETS


def _plain(cel: Cel) -> str | int | None:
    return cel if cel is None or isinstance(cel, str | int) else cel.isoformat()


def _in_words(regel: Toewijzingsregel) -> str:
    dagen = f"van {show_date(regel.ingangsdatum)} tot en met {show_date(regel.einddatum)}"
    delen = [
        regel.soort.capitalize(),
        f"categorie {regel.categorie}",
        f"product {regel.productcode}",
        dagen,
    ]
    if regel.omvang:
        eenheid, frequentie = regel.omvang.eenheid, regel.omvang.frequentie
        delen += [
            f"volume {regel.omvang.volume}",
            f"eenheid {eenheid} ({EENHEDEN[eenheid]})",
            f"frequentie {frequentie} ({FREQUENTIES[frequentie]})",
        ]
    if regel.reden_wijziging:
        delen.append(f"reden {regel.reden_wijziging} ({REDENEN[regel.reden_wijziging]})")
    delen.append(f"toewijzingsdatum {show_date(regel.toewijzingsdatum)}")
    return ", ".join(delen) + "."


def _ending_in_words(oud: Beeindiging) -> str:
    was = f", was {oud.minuten_per_maand} minuten per maand" if oud.minuten_per_maand is not None else ""
    reden = f"reden {oud.reden_wijziging} ({REDENEN[oud.reden_wijziging]})"
    return f"Oude toewijzing: eindigt op {show_date(oud.einddatum)}, {reden}{was}."
