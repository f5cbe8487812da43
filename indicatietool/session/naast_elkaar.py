"""One case under two normenkaders: minutes per taak under both, and what the other kader does not know.

Comes in: two kaders and the answers of a practice dossier. Goes out: rows of words and numbers. Besluiten
are left out: the voorstellen are laid side by side. What a kader does not know is left out, not guessed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from indicatietool.domain.antwoorden import Antwoorden, Keuzes
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie, TaakUitkomst
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Onbepaald, Voorstel
from indicatietool.engine.overzetten import carry_over
from indicatietool.engine.total import indicate
from indicatietool.session.uitleg_zinnen import signed
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import CASES_FOLDER, GeladenKader

UNKNOWN = "kent dit kader niet"
NO_NUMBER = "geen getal"


class TaakRij(NamedTuple):
    """Eén taak onder twee kaders, in woorden; the number is minutes per week."""

    naam: str
    links: str
    rechts: str
    verschil: str


@dataclass(frozen=True, slots=True)
class Kant:
    """Eén kader: de naam, het totaal in minuten per maand, wat is weggelaten en wat er open blijft."""

    naam: str
    per_maand: int
    weggelaten: tuple[str, ...]
    open_vragen: tuple[str, ...]
    kent_iets: bool


@dataclass(frozen=True, slots=True)
class NaastElkaar:
    """Eén casus onder twee kaders naast elkaar."""

    links: Kant
    rechts: Kant
    taken: tuple[TaakRij, ...]

    @property
    def totaal(self) -> TaakRij:
        """Return the totals as a row under the taken, in minutes per month."""
        links, rechts = self.links.per_maand, self.rechts.per_maand
        verschil = signed(rechts - links) if self.links.kent_iets and self.rechts.kent_iets else ""
        return TaakRij("Totaal, minuten per maand", str(links), str(rechts), verschil)

    @property
    def zin(self) -> str:
        """Return the totals in one sentence."""
        for kant in (self.links, self.rechts):
            if not kant.kent_iets:
                return f"{kant.naam} kent geen enkele taak van deze casus."
        _naam, links, rechts, verschil = self.totaal
        return f"{links} naast {rechts} minuten per maand. Verschil: {verschil}."


def side_by_side(links: GeladenKader, rechts: GeladenKader, dossier: Dossier) -> NaastElkaar:
    """Return a case under both kaders; the answers may be of either, or of a third."""
    uitkomsten = tuple(_carried(geladen.kader, dossier) for geladen in (links, rechts))
    namen = {**_names(rechts.kader), **_names(links.kader)}
    kanten = tuple(
        Kant(
            geladen.name,
            uitkomst.berekend_per_maand,
            tuple(_left_out(geladen.kader, dossier.antwoorden, namen)),
            tuple(_open(uitkomst)),
            bool(uitkomst.taken),
        )
        for geladen, uitkomst in zip((links, rechts), uitkomsten, strict=True)
    )
    taken = (antwoord.taak for antwoord in dossier.antwoorden.taken)
    rijen = (_row(namen.get(f"taak {taak}", taak), *(u.uitkomst(taak) for u in uitkomsten)) for taak in taken)
    return NaastElkaar(kanten[0], kanten[1], tuple(rijen))


def cases_of(geladen: GeladenKader) -> tuple[tuple[str, Dossier], ...]:
    """Return the worked examples of a kader: title and answers.

    Raises:
        IndicatietoolError: one of them can't be read.
    """
    return tuple(
        (voorbeeld.titel, read_dossier(geladen.folder / CASES_FOLDER / voorbeeld.casus))
        for voorbeeld in geladen.voorbeelden
    )


def _carried(kader: Normenkader, dossier: Dossier) -> Indicatie:
    antwoorden = carry_over(kader, dossier.antwoorden)
    return indicate(kader, dossier.with_changes(antwoorden=antwoorden, besluiten=(), afwijking_totaal=None))


def _names(kader: Normenkader) -> Mapping[str, str]:
    """Return the names by which answers are told: of taken, leefgebieden and factoren."""
    return {
        **{f"taak {taak.id}": taak.naam for taak in kader.taken},
        **{f"leefgebied {leefgebied.id}": leefgebied.naam for leefgebied in kader.leefgebieden},
        **{f"factor {factor.id}": factor.naam for factor in kader.factoren},
    }


def _left_out(kader: Normenkader, antwoorden: Antwoorden, namen: Mapping[str, str]) -> Iterator[str]:
    """Yield what was answered and is not known here."""

    def name(soort: str, id_: str) -> str:
        return namen.get(f"{soort} {id_}", id_)

    def factoren(voor: Keuzes, na: Keuzes) -> Iterator[str]:
        return (name("factor", factor).lower() for factor in voor if factor not in na)

    mee = carry_over(kader, antwoorden)
    yield from (f"antwoord op {factor}" for factor in factoren(antwoorden.keuzes, mee.keuzes))
    for leefgebied in antwoorden.leefgebieden:
        naam, over = name("leefgebied", leefgebied.leefgebied), mee.leefgebied(leefgebied.leefgebied)
        if over is None:
            yield f"leefgebied {naam}"
        else:
            yield from (f"{naam}: {factor}" for factor in factoren(leefgebied.keuzes, over.keuzes))
    for taak in antwoorden.taken:
        naam, zelfde = name("taak", taak.taak), mee.taak(taak.taak)
        if zelfde is None:
            yield f"taak {naam}"
            continue
        if zelfde.blok != taak.blok:
            yield f"{naam}: {taak.blok}"
        yield from (f"{naam}: {factor}" for factor in factoren(taak.keuzes, zelfde.keuzes))


def _open(indicatie: Indicatie) -> Iterator[str]:
    for uitkomst in indicatie.taken:
        if isinstance(uitkomst.voorstel, Onbepaald):
            vragen = ", ".join(vraag.tekst for vraag in uitkomst.voorstel.open_vragen)
            yield f"{uitkomst.naam}: {vragen}"


def _row(naam: str, links: TaakUitkomst | None, rechts: TaakUitkomst | None) -> TaakRij:
    was, nu = _minutes(links), _minutes(rechts)
    verschil = "" if was is None or nu is None else signed(nu - was)
    return TaakRij(naam, _words(links, was), _words(rechts, nu), verschil)


def _words(uitkomst: TaakUitkomst | None, minuten: Fraction | None) -> str:
    if uitkomst is None:
        return UNKNOWN
    return NO_NUMBER if minuten is None else show_minutes(minuten)


def _minutes(uitkomst: TaakUitkomst | None) -> Fraction | None:
    voorstel = uitkomst.voorstel if uitkomst is not None else None
    return voorstel.omvang.richt if isinstance(voorstel, Voorstel) else None
