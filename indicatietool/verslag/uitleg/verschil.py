"""What differs between two normenkaders, as a document for a meeting: one page first, then everything.

Comes in: the differences and their consequences. Goes out: a Verslag of blocks. Knows no paper and no files.

Bron: eisen 2, 5 and 84.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from indicatietool.domain.normenkader import KaderStatus, Normenkader
from indicatietool.domain.tekst import show_exact, show_minutes
from indicatietool.engine.afwijking import TOTAAL, Afwijkingen
from indicatietool.engine.compare import Gevolg, TaakGevolg, Verschil, Verschillen, Wijze
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Gegeven,
    Gegevens,
    Kolom,
    Kop,
    LetOp,
    Lijst,
    NieuwePagina,
    Rij,
    RijSoort,
    Tabel,
    Verslag,
    VerslagBlok,
)
from indicatietool.verslag.uitleg.cijfers import hide_everywhere
from indicatietool.verslag.uitleg.stof import capital
from indicatietool.verslag.uitleg.verschil_woorden import SOORTEN, Paar

TITEL = "Verschil tussen twee normenkaders"
ZONDER_CIJFERS = (
    "In dit stuk staan geen cijfers. Die worden niet gedeeld. "
    "Wel staat er of een cijfer hoger of lager wordt."
)
GEEN_NORM = (
    "Minstens één van de twee is niet vastgesteld. Gebruik de uitkomsten niet voor een besluit over iemand."
)
GEEN_VERSCHIL = "Er is geen verschil."
GEEN_CASUS = "Er is geen casus die bij deze kaders hoort."
HOE_GEREKEND = (
    "Elk geval is met beide kaders doorgerekend, met dezelfde antwoorden. Een besluit dat het oude voorstel "
    "overnam, telt niet meer waar het voorstel verandert. Dan telt het nieuwe voorstel."
)
EIGEN = "Alleen aantallen: van de dossiers zelf staat hier niets."
AFWIJKING = (
    "Hier week de consulent af van het oude kader. Het gekozen aantal past wel bij het nieuwe kader. "
    "De afwijking is dan niet meer nodig."
)
VERANDERD, TAAK_GEWIJZIGD = "Wat er verandert", "Per taak"
MAX_REDENEN = 3
SHORT = 200
"""Characters of a summary that is read at a glance; of more only the table tells."""
VEEL = "Er verschilt veel. De tabel hieronder telt het."


@dataclass(frozen=True, slots=True)
class Geval:
    """Eén dossier onder beide kaders, met wat er met zijn afwijkingen gebeurt; None = het past niet."""

    gevolg: Gevolg
    afwijkingen: Afwijkingen | None


@dataclass(frozen=True, slots=True)
class Verschilstof:
    """Alles waar het stuk over twee kaders uit put.

    Args:
        oud: the kader as it was.
        nieuw: the kader as it becomes.
        vingerafdrukken: of both, in that order.
        samenvatting: the differences in one line.
        verschillen: all of them.
        casussen: the cases of the kaders.
        eigen: dossiers of the reader, of which only numbers are told; None when they were not asked for.
        met_cijfers: whether figures are shown.
        datum: the day on the paper.
    """

    oud: Normenkader
    nieuw: Normenkader
    vingerafdrukken: tuple[str, str]
    samenvatting: str
    verschillen: Verschillen
    casussen: tuple[Geval, ...]
    eigen: tuple[Geval, ...] | None
    met_cijfers: bool
    datum: date


def tell_difference(stof: Verschilstof) -> Verslag:
    """Return the document; the same Verschilstof gives an equal Verslag."""
    oud, nieuw = stof.oud.kader, stof.nieuw.kader
    cijfers = "met cijfers" if stof.met_cijfers else "zonder cijfers"
    verslag = Verslag(
        titel=TITEL,
        kenmerk=f"{oud.id} {oud.versie} en {nieuw.id} {nieuw.versie}",
        kopregels=(f"{oud.naam} {oud.versie} → {nieuw.naam} {nieuw.versie}", f"Voor overleg, {cijfers}"),
        blokken=(*_first_page(stof), NieuwePagina(), *_details(stof)),
        watermerk=None if _both_settled(stof) else "GEEN VASTGESTELDE NORM",
        voettekst=f"{_named(stof.oud)} → {_named(stof.nieuw)} · {cijfers}",
        datum=stof.datum,
        auteur=nieuw.uitgever,
        is_concept=False,
    )
    return verslag if stof.met_cijfers else hide_everywhere(verslag)


def _named(kader: Normenkader) -> str:
    return f"{kader.kader.id} {kader.kader.versie} ({kader.kader.status})"


def _both_settled(stof: Verschilstof) -> bool:
    return all(k.kader.status is KaderStatus.VASTGESTELD for k in (stof.oud, stof.nieuw))


def _first_page(stof: Verschilstof) -> Iterator[VerslagBlok]:
    yield Kop(1, "In het kort")
    is_short = len(stof.samenvatting) <= SHORT
    yield Alinea(f"{capital(stof.samenvatting)}." if is_short else VEEL, AlineaStijl.NADRUK)
    waarschuwingen = [] if _both_settled(stof) else [GEEN_NORM]
    waarschuwingen += [] if stof.met_cijfers else [ZONDER_CIJFERS]
    if waarschuwingen:
        yield LetOp("Let op", waarschuwingen[0], tuple(waarschuwingen[1:]))
    geteld = stof.verschillen.counted()
    soorten = list(dict.fromkeys(soort for _, soort in geteld))
    if soorten:
        kolommen = (Kolom("Onderdeel", 80), *(Kolom(capital(str(wijze)), 30, True) for wijze in Wijze))
        rijen = (
            (
                capital(SOORTEN.get(soort, (soort, soort))[1]),
                *(str(geteld.get((w, soort), "–")) for w in Wijze),
            )
            for soort in soorten
        )
        yield Tabel(kolommen, tuple(map(Rij, rijen)))
    yield Kop(2, "Wat het doet")
    eigen = () if stof.eigen is None else (("Eigen dossiers", stof.eigen),)
    if eigen:
        yield Alinea(EIGEN)
    groepen = (("Casussen", stof.casussen), *eigen)
    kolommen = (Kolom("Uitkomst", 80), *(Kolom(naam, 45, True) for naam, _ in groepen))
    getallen = [dict(_numbers(stof, gevallen)) for _, gevallen in groepen]
    namen = list(dict.fromkeys(naam for groep in getallen for naam in groep))
    yield Tabel(kolommen, tuple(Rij((naam, *(g.get(naam, "–") for g in getallen))) for naam in namen))


def _numbers(stof: Verschilstof, gevallen: Sequence[Geval]) -> Iterator[tuple[str, str]]:
    """Yield what happens to a group of dossiers, as a name and a number in words."""
    past = [g.gevolg for g in gevallen if not g.gevolg.past_niet]
    verschillen = [(g.nieuw or 0) - (g.oud or 0) for g in past]
    anders = [g.afwijkingen for g in gevallen if g.afwijkingen is not None]
    yield "Doorgerekend", f"{len(past)} van {len(gevallen)}"
    yield "Meer minuten", str(sum(v > 0 for v in verschillen))
    yield "Minder minuten", str(sum(v < 0 for v in verschillen))
    yield "Evenveel", str(sum(v == 0 for v in verschillen))
    if stof.met_cijfers and past:
        gemiddeld = Fraction(sum(verschillen), len(verschillen))
        yield "Gemiddeld verschil in minuten per maand", _signed(gemiddeld)
        yield "Kleinste en grootste verschil", f"{_signed(min(verschillen))} en {_signed(max(verschillen))}"
    yield "Afwijkingen van de consulent", str(sum(a.aantal for a in anders))
    yield "Daarvan niet meer nodig", str(sum(len(a.onnodig) for a in anders))


def _details(stof: Verschilstof) -> Iterator[VerslagBlok]:
    yield Kop(1, VERANDERD)
    yield from _differences(stof)
    yield Kop(1, "Gevolg per casus")
    yield from _cases(stof)
    yield from _source_list(stof)
    yield Kop(1, "De twee kaders")
    for kader, sha256 in zip((stof.oud, stof.nieuw), stof.vingerafdrukken, strict=True):
        kop = kader.kader
        yield Gegevens(
            (
                Gegeven("Kader", f"{kop.naam} ({kop.id}), versie {kop.versie}"),
                Gegeven("Status", str(kop.status)),
                Gegeven("Uitgever", kop.uitgever),
                Gegeven("Vingerafdruk (sha256)", sha256),
            )
        )


def _differences(stof: Verschilstof) -> Iterator[VerslagBlok]:
    paar = Paar(stof.oud, stof.nieuw, stof.met_cijfers)
    per_soort: dict[str, list[Verschil]] = {}
    for verschil in stof.verschillen.verschillen:
        per_soort.setdefault(verschil.soort, []).append(verschil)
    if not per_soort:
        yield Alinea(GEEN_VERSCHIL, AlineaStijl.LEEG)
    kolommen = (Kolom("Waar", 54), Kolom("Was", 51), Kolom("Wordt", 51), Kolom("Bron", 14))
    nummers = {bron: f"[{nummer}]" for nummer, bron in enumerate(_sources(stof, paar), start=1)}
    for soort in (*SOORTEN, *(s for s in per_soort if s not in SOORTEN)):
        if soort not in per_soort:
            continue
        yield Kop(2, capital(SOORTEN.get(soort, (soort, soort))[1]))
        yield Tabel(
            kolommen,
            tuple(
                Rij(
                    (
                        paar.place(v.plaats),
                        paar.was(v),
                        paar.becomes(v),
                        nummers.get(paar.source(v.plaats), ""),
                    )
                )
                for v in per_soort[soort]
            ),
        )


def _sources(stof: Verschilstof, paar: Paar) -> list[str]:
    """Return every source once, in the order in which the tables name it."""
    volgorde = {soort: plek for plek, soort in enumerate(SOORTEN)}
    verschillen = sorted(stof.verschillen.verschillen, key=lambda v: volgorde.get(v.soort, len(volgorde)))
    return [bron for bron in dict.fromkeys(paar.source(v.plaats) for v in verschillen) if bron]


def _source_list(stof: Verschilstof) -> Iterator[VerslagBlok]:
    bronnen = _sources(stof, Paar(stof.oud, stof.nieuw, stof.met_cijfers))
    if bronnen:
        yield Kop(1, "Bronnen")
        rijen = tuple(Rij((f"[{nummer}]", bron)) for nummer, bron in enumerate(bronnen, start=1))
        yield Tabel((Kolom("Nr", 14), Kolom("Bron", 156)), rijen)


def _cases(stof: Verschilstof) -> Iterator[VerslagBlok]:
    if not stof.casussen:
        yield Alinea(GEEN_CASUS, AlineaStijl.LEEG)
        return
    yield Alinea(HOE_GEREKEND)
    yield Tabel(
        _columns(stof, "Casus", "Minuten per maand"), tuple(_case_row(stof, g) for g in stof.casussen)
    )
    veranderd = [g.gevolg for g in stof.casussen if g.gevolg.taken]
    if veranderd:
        yield Kop(2, TAAK_GEWIJZIGD)
        rijen = (rij for gevolg in veranderd for rij in _taken(stof, gevolg))
        yield Tabel(_columns(stof, "Taak", "Minuten per week"), tuple(rijen))
    passend = [g.gevolg for g in stof.casussen if g.gevolg.past_niet]
    if passend:
        yield Kop(2, "Wat niet past")
        yield Lijst(tuple(f"{g.naam}: {' '.join(g.past_niet[:MAX_REDENEN])}" for g in passend))
    onnodig = [
        f"{g.gevolg.naam}: {_where(stof, plek)}"
        for g in stof.casussen
        if g.afwijkingen
        for plek in g.afwijkingen.onnodig
    ]
    if onnodig:
        yield Kop(2, "Afwijkingen die niet meer nodig zijn")
        yield Alinea(AFWIJKING)
        yield Lijst(tuple(onnodig))


def _columns(stof: Verschilstof, wat: str, eenheid: str) -> tuple[Kolom, ...]:
    if not stof.met_cijfers:
        return (Kolom(wat, 120), Kolom(eenheid, 50))
    return (Kolom(wat, 86), Kolom("Was", 28, True), Kolom("Wordt", 28, True), Kolom("Verschil", 28, True))


def _case_row(stof: Verschilstof, geval: Geval) -> Rij:
    gevolg = geval.gevolg
    was, wordt = ("past niet" if m is None else str(m) for m in (gevolg.oud, gevolg.nieuw))
    verschil = "" if gevolg.past_niet else _signed((gevolg.nieuw or 0) - (gevolg.oud or 0))
    if stof.met_cijfers:
        return Rij((gevolg.naam, was, wordt, verschil))
    return Rij((gevolg.naam, "past niet" if gevolg.past_niet else _way(gevolg.oud, gevolg.nieuw)))


def _taken(stof: Verschilstof, gevolg: Gevolg) -> Iterator[Rij]:
    yield Rij((gevolg.naam,), soort=RijSoort.TUSSENKOP)
    for taak in gevolg.taken:
        naam = _where(stof, taak.taak)
        yield Rij((naam, *_taak_cells(taak)) if stof.met_cijfers else (naam, _way(taak.oud, taak.nieuw)))


def _taak_cells(taak: TaakGevolg) -> tuple[str, ...]:
    was, wordt = ("telt niet" if m is None else show_exact(m) for m in (taak.oud, taak.nieuw))
    return was, wordt, _signed((taak.nieuw or Fraction(0)) - (taak.oud or Fraction(0)))


def _way(oud: Fraction | int | None, nieuw: Fraction | int | None) -> str:
    was, is_ = oud or 0, nieuw or 0
    if was == is_:
        return "evenveel"
    return "meer" if is_ > was else "minder"


def _where(stof: Verschilstof, taak: str) -> str:
    if taak == TOTAAL:
        return "het totaal"
    gevonden = stof.nieuw.taak_by_id.get(taak) or stof.oud.taak_by_id.get(taak)
    return gevonden.naam if gevonden else taak


def _signed(aantal: Fraction | int) -> str:
    """Return a number with its sign, as a reader writes it.

    >>> _signed(5), _signed(Fraction(-1, 2)), _signed(0)
    ('+5', '−0,5', '0')
    """
    if aantal == 0:
        return "0"
    return f"{'+' if aantal > 0 else '−'}{show_minutes(max(aantal, -aantal))}"
