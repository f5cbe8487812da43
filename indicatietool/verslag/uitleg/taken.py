"""What a kader is about: every leefgebied with its taken, and in the bijlage every taak with its anchors."""

from collections.abc import Iterator

from indicatietool.domain.normenkader import Taak
from indicatietool.domain.schaal import Blok, CelWaarde, OpenCel
from indicatietool.domain.tekst import show_exact
from indicatietool.engine.propose import cell_omvang
from indicatietool.verslag.blocks import Alinea, Kolom, Kop, Rij, Tabel, VerslagBlok
from indicatietool.verslag.uitleg.gevolg import counted_by
from indicatietool.verslag.uitleg.schaal import directions_of, side_by_side
from indicatietool.verslag.uitleg.stof import Stof, capital, in_a_row

INLEIDING = (
    "Een leefgebied is een deel van het leven, zoals wonen of geld. Bij elk leefgebied horen taken. "
    "Een taak is iets waar begeleiding bij kan helpen."
)
ALLEEN_WAT_NODIG_IS = "De consulent vult alleen in wat nodig is. De rest blijft leeg."
GEVOELIG = "Dit leefgebied gaat alleen open als de vraag erover gaat."
BIJLAGE = (
    "Hier staat elke taak met de woorden waaraan de hulp te herkennen is. "
    "De consulent zoekt de zin die het beste past bij wat er nu te zien is."
)
OPEN_NORM = "geen vast aantal: de consulent bepaalt het, met een reden"


def leefgebieden(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return every leefgebied with its taken, in one table each."""
    tabellen = (
        blok
        for leefgebied in stof.kader.leefgebieden
        for blok in (
            Kop(2, leefgebied.naam),
            Alinea(f"{leefgebied.omschrijving}{f' {GEVOELIG}' if leefgebied.gevoelig else ''}"),
            *_table(stof, stof.kader.taken_of(leefgebied.id)),
        )
    )
    return (Alinea(INLEIDING), Alinea(ALLEEN_WAT_NODIG_IS), *tabellen)


def every_taak(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return the bijlage for the aanbieder: each taak with its anchors, its questions and its source."""
    blokken: list[VerslagBlok] = [Alinea(BIJLAGE)]
    for leefgebied in stof.kader.leefgebieden:
        taken = stof.kader.taken_of(leefgebied.id)
        if taken:
            blokken.append(Kop(2, leefgebied.naam))
        for taak in taken:
            blokken += _taak(stof, taak)
    return tuple(blokken)


def minutes_of(stof: Stof, cel: CelWaarde, blok: Blok | None = None) -> str:
    """Return a cell as richtwaarde with the room around it, or that it is open."""
    if isinstance(cel, OpenCel):
        return OPEN_NORM
    omvang = cell_omvang(cel, blok, stof.kader.schaal)
    ruimte = f" ({show_exact(omvang.min)} tot {show_exact(omvang.max)})"
    return f"{show_exact(omvang.richt)}{'' if omvang.min == omvang.max else ruimte}"


def _table(stof: Stof, taken: tuple[Taak, ...]) -> tuple[VerslagBlok, ...]:
    if not taken:
        return ()
    kolommen = [Kolom("Taak", 52), Kolom("Wat het is", 90), Kolom("Geteld per", 24)]
    if stof.met_cijfers:
        kolommen.append(Kolom("Minuten", 30, is_getal=True))
    rijen = (Rij((taak.naam, taak.omschrijving, str(taak.per), _range(taak))) for taak in taken)
    return (Tabel(tuple(kolommen), tuple(Rij(rij.cellen[: len(kolommen)]) for rij in rijen)),)


def _range(taak: Taak) -> str:
    """Return the lowest and highest minutes of a taak over the whole scale."""
    cellen = [taak.vast] if taak.vast is not None else list(taak.minuten.values())
    grenzen = [grens for cel in cellen for grens in _ends(cel)]
    if not grenzen:
        return "open"
    laag, hoog = min(grenzen), max(grenzen)
    return str(laag) if laag == hoog else f"{laag} tot {hoog}"


def _ends(cel: CelWaarde) -> tuple[int, ...]:
    if isinstance(cel, int):
        return (cel,)
    if isinstance(cel, OpenCel):
        return ()
    grenzen = (getattr(cel, naam, None) for naam in ("min", "richt", "max", "ten_hoogste"))
    return tuple(grens for grens in grenzen if grens is not None)


def _taak(stof: Stof, taak: Taak) -> Iterator[VerslagBlok]:
    yield Kop(3, taak.naam)
    vragen = [factor.naam.lower() for factor in stof.kader.factoren_by_taak[taak.id]]
    zinnen = [
        taak.omschrijving,
        f"Vragen bij deze taak: {in_a_row(vragen)}." if vragen else "Bij deze taak zijn er geen vragen.",
        f"Dit aantal telt voor elke {counted_by(stof, taak.maal)}." if taak.maal else "",
        f"Bron: {stof.kader.bron_text_by_id[taak.bron]}.",
    ]
    yield Alinea(" ".join(zin for zin in zinnen if zin))
    yield from _anchors(stof, taak)


def _anchors(stof: Stof, taak: Taak) -> Iterator[VerslagBlok]:
    per = f"Minuten per {taak.per}"
    if taak.vast is not None:
        if stof.met_cijfers or isinstance(taak.vast, OpenCel):
            yield Alinea(f"{per}: {minutes_of(stof, taak.vast)}.")
        return
    blokken = stof.kader.blokken_of(taak)
    if len(directions_of(blokken)) > 1:
        bijschrift = per if stof.met_cijfers else ""
        yield side_by_side(blokken, lambda blok: _in_one(_step(stof, taak, blok)), bijschrift)
        return
    kolommen = [Kolom(capital(stof.schaal), 20), Kolom("Te herkennen aan", 110)]
    if stof.met_cijfers:
        kolommen.append(Kolom(per, 40))
    yield Tabel(tuple(kolommen), tuple(Rij(_step(stof, taak, blok)) for blok in blokken))


def _step(stof: Stof, taak: Taak, blok: Blok) -> tuple[str, ...]:
    """Return code, anchor and, where they may be shown, the minutes of one step."""
    anker = taak.ankers.get(blok.code, blok.anker)
    minuten = (minutes_of(stof, taak.minuten[blok.code], blok),) if stof.met_cijfers else ()
    return (blok.code, anker, *minuten)


def _in_one(stap: tuple[str, ...]) -> str:
    code, *rest = stap
    return f"{code}: " + "\n".join(rest)
