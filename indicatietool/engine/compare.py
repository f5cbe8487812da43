"""Two normenkaders side by side: every difference by name, and what it does to a dossier.

Comes in: two Normenkaders, and the dossiers to try. Goes out: Verschillen and Gevolgen. Places are ids and
codes, never positions, so that a taak put in between is one difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie, TaakUitkomst
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.voorstel import Onbepaald
from indicatietool.engine.fit import unknown_to_kader
from indicatietool.engine.total import indicate

Waarde = object
"""What stands in a place, as JSON knows it; None where there is nothing."""
Plaats = tuple[str, ...]

ORDER = "volgorde"
_NAMES = ("id", "code", "blok", "keuze", "plek")
_CELLS = ("minuten", "vast")


class Wijze(StrEnum):
    """Wat er met een onderdeel is gebeurd."""

    GEWIJZIGD = "gewijzigd"
    NIEUW = "nieuw"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True)
class Verschil:
    """Eén plaats waar twee normenkaders verschillen, met wat er stond en wat er staat."""

    plaats: Plaats
    wijze: Wijze
    oud: Waarde
    nieuw: Waarde

    @property
    def soort(self) -> str:
        """Return the kind of thing that differs: norm, marge, or the table it stands in."""
        if len(self.plaats) > 2 and self.plaats[0] == "taken" and self.plaats[2] in _CELLS:
            return "norm" if _target(self.oud) != _target(self.nieuw) else "marge"
        return "marge" if "marge" in self.plaats[2:] else self.plaats[0]

    @property
    def onderwerp(self) -> Plaats:
        """Return what is counted once, however many of its fields differ."""
        is_cell = self.plaats[0] == "taken" and self.soort in ("norm", "marge")
        return self.plaats if is_cell else self.plaats[:2]

    @property
    def wijze_van_onderwerp(self) -> Wijze:
        """Return what happened to what is counted: a taak with a new anker is a changed taak."""
        return self.wijze if self.onderwerp == self.plaats else Wijze.GEWIJZIGD


@dataclass(frozen=True, slots=True)
class Verschillen:
    """Alles waarin twee normenkaders verschillen, in de volgorde van het bestand."""

    verschillen: tuple[Verschil, ...]

    def counted(self) -> Mapping[tuple[Wijze, str], int]:
        """Return (wijze, soort) → how many things, changed ones first."""
        gezien = {(v.wijze_van_onderwerp, v.soort, v.onderwerp) for v in self.verschillen}
        soorten = list(dict.fromkeys(("norm", "marge", *(v.soort for v in self.verschillen))))
        return {
            (wijze, soort): aantal
            for wijze in Wijze
            for soort in soorten
            if (aantal := sum(w is wijze and s == soort for w, s, _ in gezien))
        }


@dataclass(frozen=True, slots=True)
class TaakGevolg:
    """De minuten per week van één taak onder twee normenkaders; None = telt niet mee."""

    taak: str
    oud: Fraction | None
    nieuw: Fraction | None


@dataclass(frozen=True, slots=True)
class Gevolg:
    """Wat een ander normenkader met één dossier doet; past het niet, dan staat er waarom."""

    naam: str
    oud: int | None
    nieuw: int | None
    taken: tuple[TaakGevolg, ...] = ()
    past_niet: tuple[str, ...] = ()


def compare(a: Normenkader, b: Normenkader) -> Verschillen:
    """Return every difference between two normenkaders; id and versie, which name them, left out.

    Args:
        a: the kader as it was.
        b: the kader as it becomes.
    """
    oud, nieuw = (kader.model_dump(mode="json") for kader in (a, b))
    for data in (oud, nieuw):
        del data["kader"]["id"], data["kader"]["versie"]
    return Verschillen(tuple(_differences((), oud, nieuw)))


def effect(a: Normenkader, b: Normenkader, naam: str, dossier: Dossier) -> Gevolg:
    """Return what a dossier comes to under both kaders, in minutes per month.

    A besluit that took over a voorstel lapses where the voorstel changes; the new voorstel counts then.

    Args:
        a: the kader as it was.
        b: the kader as it becomes.
        naam: what the reader calls this dossier.
        dossier: the answers; they need not fit either kader.
    """
    bezwaren = tuple(bezwaar for kader in (a, b) for bezwaar in _objections(kader, dossier))
    if bezwaren:
        return Gevolg(naam, _outcome(a, dossier), _outcome(b, dossier), past_niet=tuple(bezwaren))
    oud, nieuw = indicate(a, dossier), indicate(b, dossier)
    return Gevolg(naam, oud.minuten_per_maand, nieuw.minuten_per_maand, tuple(_changed_taken(oud, nieuw)))


def _outcome(kader: Normenkader, dossier: Dossier) -> int | None:
    return None if any(_objections(kader, dossier)) else indicate(kader, dossier).minuten_per_maand


def _objections(kader: Normenkader, dossier: Dossier) -> Iterator[str]:
    problemen = unknown_to_kader(kader, dossier)
    kop = kader.kader
    if problemen:
        yield from (f"{kop.id} {kop.versie}: {probleem.plaats} {probleem.wat}" for probleem in problemen)
        return
    for uitkomst in indicate(kader, dossier).taken:
        if isinstance(uitkomst.voorstel, Onbepaald):
            open_ = ", ".join(vraag.tekst for vraag in uitkomst.voorstel.open_vragen)
            yield f"{kop.id} {kop.versie}: taak '{uitkomst.taak}' heeft een open vraag: {open_}."


def _changed_taken(oud: Indicatie, nieuw: Indicatie) -> Iterator[TaakGevolg]:
    for uitkomst in oud.taken:
        ander = nieuw.uitkomst(uitkomst.taak)
        if _minutes(uitkomst) != _minutes(ander):
            yield TaakGevolg(uitkomst.taak, _minutes(uitkomst), _minutes(ander))


def _minutes(uitkomst: TaakUitkomst | None) -> Fraction | None:
    return uitkomst.minuten_per_week if uitkomst else None


def _differences(plaats: Plaats, oud: Waarde, nieuw: Waarde) -> Iterator[Verschil]:
    if oud == nieuw and type(oud) is type(nieuw):
        return
    if isinstance(oud, dict) and isinstance(nieuw, dict) and not _is_cell(plaats):
        yield from _by_name(plaats, oud, nieuw)
        return
    named = _named(oud), _named(nieuw)
    if named[0] is not None and named[1] is not None:
        yield from _by_name(plaats, named[0], named[1])
        yield from _other_order(plaats, list(named[0]), list(named[1]))
        return
    yield Verschil(plaats, Wijze.GEWIJZIGD, oud, nieuw)


def _by_name(plaats: Plaats, oud: Mapping[str, Waarde], nieuw: Mapping[str, Waarde]) -> Iterator[Verschil]:
    for naam in dict.fromkeys((*oud, *nieuw)):
        hier = (*plaats, naam)
        if naam not in oud:
            yield Verschil(hier, Wijze.NIEUW, None, nieuw[naam])
        elif naam not in nieuw:
            yield Verschil(hier, Wijze.VERVALLEN, oud[naam], None)
        else:
            yield from _differences(hier, oud[naam], nieuw[naam])


def _other_order(plaats: Plaats, oud: Sequence[str], nieuw: Sequence[str]) -> Iterator[Verschil]:
    """Yield a difference where what stayed stands in another order: rules are applied as they stand."""
    was, is_ = [n for n in oud if n in nieuw], [n for n in nieuw if n in oud]
    if was != is_:
        yield Verschil((*plaats, ORDER), Wijze.GEWIJZIGD, was, is_)


def _named(waarde: Waarde) -> Mapping[str, Waarde] | None:
    """Return the tables of a list by their name, or None for a list of anything else.

    Tables without a name, such as conditions, are numbered.
    """
    if not isinstance(waarde, list) or not all(isinstance(deel, dict) for deel in waarde):
        return None
    namen = [_name(deel) or f"nr. {nummer}" for nummer, deel in enumerate(waarde, start=1)]
    if len(set(namen)) < len(namen):
        namen = [f"{naam} (nr. {nummer})" for nummer, naam in enumerate(namen, start=1)]
    return dict(zip(namen, waarde, strict=True))


def _name(deel: Mapping[str, Waarde]) -> str | None:
    naam = next((str(deel[sleutel]) for sleutel in _NAMES if deel.get(sleutel)), None)
    gemeenten = deel.get("gemeenten")
    return f"{naam} {', '.join(gemeenten)}" if naam and isinstance(gemeenten, list) and gemeenten else naam


def _is_cell(plaats: Plaats) -> bool:
    if not plaats or plaats[0] != "taken":
        return False
    return (len(plaats) == 4 and plaats[2] == "minuten") or (len(plaats) == 3 and plaats[2] == "vast")


def _target(waarde: Waarde) -> Waarde:
    """Return what a cell aims at: its richtwaarde, or the whole cell where it has none."""
    if not isinstance(waarde, dict):
        return waarde
    richt = waarde.get("richt")
    return waarde if richt is None else richt
