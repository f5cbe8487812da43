"""The blocks of the page of a session, and how many taken fit on it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from indicatietool.domain.kalibratie import Kalibratie, TaakKalibratie
from indicatietool.domain.kalibratie_tekst import chose, show_alpha, spread_in_words, summary, to_discuss
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.oefening import Oefencasus
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Kolom,
    Kop,
    Lijst,
    Rij,
    Stippen,
    Stippenrij,
    Tabel,
    Verslag,
    VerslagBlok,
)
from indicatietool.verslag.invulling import show_date
from indicatietool.verslag.pdf import count_pages

PRIVACY = "Op deze bladzijde staan geen namen. Het gaat over de ankers, niet over personen."
MOST_LETTERS = 150
"""Longest anchor or name on the page, in characters; the kader has the whole of it."""


class Maat(NamedTuple):
    """Hoeveel er op de bladzijde komt: rijen in de tabel, rijen stippen, paren van ankers en vragen."""

    taken: int
    stippen: int
    paren: int
    vragen: int


_BESIDE = ((6, 3, 5), (5, 3, 4), (4, 2, 4), (4, 2, 3), (3, 2, 3), (3, 1, 2), (2, 1, 2), (2, 1, 1))
SMALLEST = Maat(3, 1, 0, 0)
MOST_TAKEN, FEWEST_TAKEN = 14, 4


def _sizes(taken: int) -> Iterator[Maat]:
    """Yield how much may be on the page, from most to least: the table gives way last."""
    for rijen in range(min(taken, MOST_TAKEN), FEWEST_TAKEN - 1, -1):
        yield from (Maat(rijen, *rest) for rest in _BESIDE)
    yield SMALLEST


def session_page(
    kader: Normenkader, casus: Oefencasus, kalibratie: Kalibratie, datum: date, watermerk: str | None
) -> Verslag:
    """Return the page of a session.

    Args:
        kader: the normenkader of the case.
        casus: its title, and what the trainer wants to discuss.
        kalibratie: what the group did.
        datum: the day of the session.
        watermerk: what must stand across the page; None for nothing.

    Returns:
        A Verslag of one page.
    """
    kop = kader.kader
    leeg = Verslag(
        titel="Kalibratie van een groep",
        kenmerk=f"casus {casus.titel}",
        kopregels=(
            "OEFENING: verzonnen casus, geen echte cliënt",
            f"Casus “{_short(casus.titel)}” · {show_date(datum)}",
            f"Normenkader {kop.id} {kop.versie} ({kop.status})",
        ),
        blokken=(),
        watermerk=watermerk,
        voettekst=f"OEFENING · normenkader {kop.id} {kop.versie} ({kop.status})",
        datum=datum,
        auteur="Sociale Dienst Drechtsteden",
        is_concept=False,
    )
    pagina = leeg
    for maat in _sizes(max(len(kalibratie.taken), FEWEST_TAKEN)):
        pagina = replace(leeg, blokken=tuple(_blocks(casus, kalibratie, maat)))
        if count_pages(pagina) == 1:
            break
    return pagina


def _blocks(casus: Oefencasus, kalibratie: Kalibratie, maat: Maat) -> Iterator[VerslagBlok]:
    yield Lijst(summary(kalibratie))
    if kalibratie.taken:
        yield Kop(3, "Taken, de meest verdeelde eerst")
        yield _table(kalibratie.taken[: maat.taken])
        rest = len(kalibratie.taken) - maat.taken
        if rest > 0:
            wat = "taak past" if rest == 1 else "taken passen"
            yield Alinea(f"Nog {rest} {wat} niet op deze bladzijde; daar is de groep het meer eens.", KLEIN)
        yield Kop(3, "Minuten per maand")
        yield _dots(kalibratie.taken[: maat.stippen])
    paren = list(_pairs(kalibratie))[: maat.paren]
    if paren:
        yield Kop(3, "Ankers die de groep verdelen")
        yield Tabel(
            (Kolom("Taak", 34), Kolom("Het ene anker", 68), Kolom("Het andere anker", 68)), tuple(paren)
        )
    vragen = (*to_discuss(kalibratie, -(-maat.vragen // 2)), *casus.bespreekpunten.splitlines())
    if maat.vragen and vragen:
        yield Kop(3, "Om te bespreken")
        gevuld = [vraag for vraag in vragen if vraag.strip()]
        yield Lijst(tuple(_short(vraag, 2 * MOST_LETTERS) for vraag in gevuld[: maat.vragen]))
    yield Alinea(PRIVACY, KLEIN)


KLEIN = AlineaStijl.KLEIN
KOLOMMEN = (
    Kolom("Taak", 54),
    Kolom("Nodig", 18, True),
    Kolom("Gekozen", 44),
    Kolom("Model", 16),
    Kolom("Alpha", 14, True),
    Kolom("Minuten per maand", 24, True),
)


def _table(taken: tuple[TaakKalibratie, ...]) -> Tabel:
    return Tabel(KOLOMMEN, tuple(_row(taak) for taak in taken))


def _row(taak: TaakKalibratie) -> Rij:
    gekozen = sorted(taak.keuze.aantallen, key=lambda aantal: -aantal.aantal)
    meest = ", ".join(f"{_code(a.keuze)} {a.aantal}" for a in gekozen[:4])
    meer = ", …" if len(gekozen) > 4 else ""
    return Rij(
        (
            _short(taak.naam, 60),
            f"{taak.nodig} van {taak.deelnemers}",
            f"{meest}{meer}",
            _code(taak.keuze.model or "–"),
            show_alpha(taak.alpha_keuze),
            _range(taak),
        )
    )


def _code(keuze: str) -> str:
    return keuze.replace("-", " ")


def _range(taak: TaakKalibratie) -> str:
    spreiding = taak.minuten.spreiding
    laag, hoog = round(spreiding.laagst), round(spreiding.hoogst)
    return str(laag) if laag == hoog else f"{laag}–{hoog}"


def _dots(taken: tuple[TaakKalibratie, ...]) -> Stippen:
    rijen = tuple(
        Stippenrij(_short(t.naam, 60), t.minuten.waarden, t.minuten.model, _range(t)) for t in taken
    )
    regels = " ".join(f"{taak.naam}. {spread_in_words(taak.minuten)}" for taak in taken)
    return Stippen("", f"Minuten per maand, een stip per deelnemer. {regels}", rijen)


def _pairs(kalibratie: Kalibratie) -> Iterator[Rij]:
    for taak in kalibratie.taken:
        for verdeling, *paar in taak.tweedelingen:
            wat = "" if verdeling.vraag == "blok" else f": {verdeling.naam.lower()}"
            cellen = (f"{chose(a.aantal)} {a.naam}. {_short(a.anker)}".strip() for a in paar)
            yield Rij((f"{_short(taak.naam, 60)}{wat}", *cellen))


def _short(tekst: str, most: int = MOST_LETTERS) -> str:
    regel = " ".join(tekst.split())
    return regel if len(regel) <= most else f"{regel[: most - 1].rstrip()}…"
