"""A normenkader as a lesson: slides of large text, from the blokken to one worked example and the profielen.

Comes in: a kader that was read. Goes out: slides in order. Every figure comes from the kader or from the
engine; any kader works, also one without a scale. Knows no widgets.

Bron: eisen 2, 17 and 18.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby, pairwise

from indicatietool.domain.normenkader import KaderStatus, Normenkader, Per, Profiel, Taak
from indicatietool.domain.schaal import Blok, Cel, OpenCel, TenHoogsteCel
from indicatietool.domain.tekst import show_minutes
from indicatietool.engine.propose import cell_omvang
from indicatietool.session.kader_view import show_cell
from indicatietool.session.les_cijfers import example_taak, neutral_case
from indicatietool.session.les_dia import Dia, Kolom
from indicatietool.session.les_factoren import factor_slide, moving
from indicatietool.session.les_rekenen import worked_example
from indicatietool.session.uitleg_zinnen import minutes, quoted, signed
from indicatietool.store.normenkaders import GeladenKader

HET_KADER, TAKEN, PROFIELEN = "Het kader", "Taken", "Profielen"
OPEN = "open norm"
WEEK = 10_080
"""Minutes in a week: a band up to here has no upper border that means anything."""
LOOK = "Wat ziet u? Het anker beslist, niet het aantal minuten."


def lesson(geladen: GeladenKader) -> tuple[Dia, ...]:
    """Return all slides of a kader, in the order of telling.

    Raises:
        IndicatietoolError: an example of the kader can't be read.
    """
    kader = geladen.kader
    taak = example_taak(kader)
    blokken = kader.blokken_of(taak)
    midden = blokken[min(1, len(blokken) - 1)].code if blokken else None
    geval = neutral_case(kader, taak, midden)
    return (
        _opening(geladen),
        *(_scale(kader, taak, blokken) if blokken else _taken(kader)),
        *moving(kader, geval),
        *(factor_slide(kader, factor, geval) for factor in kader.factoren),
        *worked_example(geladen),
        *_profielen(kader),
    )


def mark_of(geladen: GeladenKader) -> str:
    """Return what stands beside figures that may not be taken for real; empty for a vastgesteld kader."""
    status = geladen.kader.kader.status
    wat = "gelden niet meer" if status is KaderStatus.VERVALLEN else "zijn niet vastgesteld"
    merk = "" if geladen.kader.is_vastgesteld else f"{str(status).capitalize()}: deze cijfers {wat}"
    return "; ".join(deel for deel in (merk, geladen.watermerk_reden) if deel)


def _opening(geladen: GeladenKader) -> Dia:
    kader, kop = geladen.kader, geladen.kader.kader
    namen = tuple(leefgebied.naam for leefgebied in kader.leefgebieden)
    treden = tuple(f"{blok.code} · {blok.naam}" for blok in _used(kader))
    kolommen = [Kolom("Leefgebieden", str(len(namen)), namen)]
    if treden:
        kolommen.append(Kolom(kader.schaal.naam, str(len(treden)), treden))
    return Dia(
        HET_KADER,
        f"{kop.naam} {kop.versie}",
        f"Status: {kop.status}. {len(kader.taken)} taken, {len(kader.factoren)} factoren.",
        tuple(kolommen),
        kop.toelichting,
        heeft_cijfers=False,
        vindplaats=(HET_KADER, f"{kop.naam} {kop.versie}"),
    )


def _used(kader: Normenkader) -> tuple[Blok, ...]:
    codes = {blok.code for taak in kader.taken for blok in kader.blokken_of(taak)}
    return tuple(blok for blok in kader.blokken if blok.code in codes)


# -- the scale ------------------------------------------------------------------------------------


def _scale(kader: Normenkader, taak: Taak, blokken: tuple[Blok, ...]) -> Iterator[Dia]:
    """Yield each blok beside the next heavier one, and each gradatie in both richtingen."""
    for richting in dict.fromkeys(blok.richting for blok in blokken):
        treden = sorted((b for b in blokken if b.richting is richting), key=lambda blok: blok.gradatie)
        if len(treden) == 1:
            yield _side_by_side(kader, taak, f"{treden[0].code} · {treden[0].naam}", (treden[0],))
        for blok, buur in pairwise(treden):
            yield _side_by_side(kader, taak, f"{blok.code} of {buur.code}?", (blok, buur))
    for blok in blokken:
        for ander in blokken:
            if blok.gradatie == ander.gradatie and blokken.index(blok) < blokken.index(ander):
                yield _side_by_side(kader, taak, f"{blok.code} of {ander.code}?", (blok, ander))


def _side_by_side(kader: Normenkader, taak: Taak, titel: str, blokken: tuple[Blok, ...]) -> Dia:
    slot = f"Gerekend met {quoted(taak.naam)}."
    if len(blokken) == 2:
        eerste, tweede = (_aim(kader, taak, blok) for blok in blokken)
        if eerste is not None and tweede is not None:
            slot = (
                f"{blokken[1].code} naast {blokken[0].code}: {signed(tweede - eerste)} {_per(taak)}. {slot}"
            )
    return Dia(
        kader.schaal.naam,
        titel,
        LOOK if taak.ankers else "",
        tuple(_blok(kader, taak, blok) for blok in blokken),
        slot,
        vindplaats=(kader.schaal.naam, f"{blokken[0].code} · {blokken[0].naam}"),
    )


def _blok(kader: Normenkader, taak: Taak, blok: Blok) -> Kolom:
    regels = [blok.anker]
    if blok.code in taak.ankers:
        regels.append(f"Bij {quoted(taak.naam)}: {taak.ankers[blok.code]}")
    marge = _marge(kader, taak, blok)
    cel = taak.minuten[blok.code]
    getal = OPEN if isinstance(cel, OpenCel) else f"{_figure(cel)} {_per(taak)}"
    return Kolom(f"{blok.code} · {blok.naam}", getal, (*regels, *marge))


def _figure(cel: int | Cel | TenHoogsteCel) -> str:
    return minutes(cel) if isinstance(cel, int) else f"{show_cell(cel)} minuten"


def _marge(kader: Normenkader, taak: Taak, blok: Blok) -> tuple[str, ...]:
    cel = taak.minuten[blok.code]
    if isinstance(cel, OpenCel):
        return (cel.open,)
    omvang = cell_omvang(cel, blok, kader.schaal)
    if omvang.min == omvang.max:
        return ()
    return (f"Marge: {show_minutes(omvang.min)} tot {show_minutes(omvang.max)} minuten.",)


def _aim(kader: Normenkader, taak: Taak, blok: Blok) -> Fraction | None:
    cel = taak.minuten[blok.code]
    return None if isinstance(cel, OpenCel) else cell_omvang(cel, blok, kader.schaal).richt


def _per(taak: Taak) -> str:
    return "per week voor het huishouden" if taak.per is Per.HUISHOUDEN else f"per {taak.per}"


def _taken(kader: Normenkader) -> Iterator[Dia]:
    """Yield the taken of a kader without a scale: its minutes are what there is to tell."""
    for taak in kader.taken:
        if taak.vast is None:
            continue
        getal = f"{_figure(taak.vast)} {_per(taak)}" if not isinstance(taak.vast, OpenCel) else OPEN
        regels = (
            (taak.omschrijving, taak.vast.open) if isinstance(taak.vast, OpenCel) else (taak.omschrijving,)
        )
        leefgebied = kader.leefgebied_by_id[taak.leefgebied].naam
        yield Dia(
            TAKEN,
            taak.naam,
            leefgebied,
            (Kolom(taak.naam, getal, regels),),
            vindplaats=(leefgebied, taak.naam),
        )


# -- the whole ------------------------------------------------------------------------------------


def _profielen(kader: Normenkader) -> Iterator[Dia]:
    """Yield the profielen, those of one richting together."""
    for richting, groep in groupby(kader.profielen, key=lambda p: kader.blok_by_code[p.blok].richting):
        profielen = tuple(groep)
        wat = f"Profielen: {richting}gericht" if richting else "Profielen"
        yield Dia(
            PROFIELEN,
            wat,
            "Het profiel volgt uit alle taken samen. U weegt en kiest het zelf.",
            tuple(_profiel(kader, profiel) for profiel in profielen),
            vindplaats=(PROFIELEN, profielen[0].blok),
        )


def _profiel(kader: Normenkader, profiel: Profiel) -> Kolom:
    vanaf, tot = profiel.vanaf_minuten_per_week, profiel.tot_minuten_per_week
    band = f"{vanaf} tot {tot} minuten per week" if tot < WEEK else f"vanaf {vanaf} minuten per week"
    return Kolom(
        f"{profiel.blok} · {kader.blok_by_code[profiel.blok].naam}",
        band,
        (
            kader.product_by_id[profiel.product].naam,
            f"Looptijd {profiel.looptijd_maanden} maanden.",
            f"Eerste evaluatie na {profiel.eerste_evaluatie_maanden} maanden.",
        ),
    )
