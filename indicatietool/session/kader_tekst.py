"""A normenkader in words: the whole at a glance, one taak with all that bears on it, what has no example.

Comes in: a GeladenKader. Goes out: text for a terminal.
"""

from collections.abc import Iterator

from indicatietool.domain.factoren import Factor
from indicatietool.domain.normenkader import Normenkader, Taak
from indicatietool.domain.schaal import Blok, CelWaarde, OpenCel
from indicatietool.domain.tekst import show_exact
from indicatietool.engine.propose import cell_omvang
from indicatietool.engine.reach import limits_for, rules_for
from indicatietool.errors import InvoerError
from indicatietool.store.coverage import Dekking, DekkingDeel
from indicatietool.store.normenkaders import GeladenKader

FIRST_FEW = 3


def summary_line(geladen: GeladenKader) -> str:
    """Return name, status and size of a kader that was proven."""
    kader, kop = geladen.kader, geladen.kader.kader
    delen = (
        _count(len(kader.leefgebieden), "leefgebied", "leefgebieden"),
        _count(len(kader.taken), "taak", "taken"),
        _count(len(kader.blokken), "blok", "blokken"),
        _count(len(kader.regels), "regel", "regels"),
        _count(len(geladen.voorbeelden), "voorbeeld", "voorbeelden"),
    )
    return f"{kop.naam} {kop.versie} ({kop.status}) klopt: {', '.join(delen)} nagerekend."


def _count(aantal: int, enkel: str, meer: str) -> str:
    return f"{aantal} {enkel if aantal == 1 else meer}"


def signature_line(geladen: GeladenKader) -> str:
    """Return how the signature stands; empty where no key is set."""
    if geladen.ondertekend is None:
        return ""
    return (
        "De handtekening klopt."
        if geladen.ondertekend
        else "Dit kader is niet ondertekend: elke uitkomst krijgt een watermerk."
    )


def coverage_as_text(dekking: Dekking, alles: bool) -> str:
    """Return what no example touches: a line for each kind with the first few, or all of it."""
    return "\n".join(
        regel
        for deel, enkel, meer in (
            (dekking.cellen, "cel", "cellen"),
            (dekking.regels, "regel", "regels"),
            (dekking.keuzes, "keuze", "keuzes"),
        )
        for regel in _untouched(deel, enkel, meer, alles)
    )


def _untouched(deel: DekkingDeel, enkel: str, meer: str, alles: bool) -> Iterator[str]:
    if not deel.aantal:
        return
    aantal = len(deel.ongeraakt)
    if not aantal:
        yield f"Elke {enkel} wordt door een voorbeeld geraakt ({deel.aantal})."
        return
    deze = f"Deze {enkel}" if aantal == 1 else f"Deze {aantal} {meer}"
    kop = f"{deze} raakt geen voorbeeld (van de {deel.aantal}):"
    if alles:
        yield from (kop, *(f"  {naam}" for naam in deel.ongeraakt))
        return
    rest = aantal - FIRST_FEW
    yield f"{kop} {'; '.join(deel.ongeraakt[:FIRST_FEW])}" + (f"; en nog {rest}." if rest > 0 else ".")


def overview(geladen: GeladenKader) -> str:
    """Return a kader at a glance: its head, its scale, its taken per leefgebied, its rules and bronnen."""
    return "\n".join(_overview(geladen))


def _overview(geladen: GeladenKader) -> Iterator[str]:
    kader, kop = geladen.kader, geladen.kader.kader
    tot = f" t/m {kop.geldig_tot:%d-%m-%Y}" if kop.geldig_tot else ""
    yield f"{kop.naam} {kop.versie} ({kop.status}), {kop.id}"
    yield f"Uitgever: {kop.uitgever}. Geldig vanaf {kop.geldig_van:%d-%m-%Y}{tot}."
    yield from (regel for regel in (signature_line(geladen), kop.toelichting) if regel)
    yield f"\n{kader.schaal.naam}:"
    yield from (f"  {blok.code}  {blok.naam} ({_marge(blok)})" for blok in kader.blokken)
    for leefgebied in kader.leefgebieden:
        yield f"\n{leefgebied.naam}:"
        yield from (f"  {t.id}  {t.naam} ({_range(t)})" for t in kader.taken_of(leefgebied.id))
    yield "\nFactoren:"
    yield from (f"  {factor.id}  {factor.vraag} ({factor.gevraagd_bij})" for factor in kader.factoren)
    yield "\nRegels, in deze volgorde:"
    yield from (f"  {regel.id}  {regel.tekst}" for regel in kader.regels)
    yield "\nBronnen:"
    yield from (f"  {id_}  {titel}" for id_, titel in kader.bron_text_by_id.items())


def taak_as_text(geladen: GeladenKader, naam: str) -> str:
    """Return one taak: its cells with marge and anker, and everything that can change its minutes.

    Raises:
        InvoerError: the kader has no such taak.
    """
    taak = geladen.kader.taak_by_id.get(naam)
    if taak is None:
        raise InvoerError(f"taak {naam[:60]} staat niet in dit kader. Zie: indicatietool norm toon KADER.")
    return "\n".join(_taak(geladen.kader, taak))


def _taak(kader: Normenkader, taak: Taak) -> Iterator[str]:
    yield f"{taak.naam} ({taak.id}), {kader.leefgebied_by_id[taak.leefgebied].naam}"
    yield taak.omschrijving
    maal = f", maal het antwoord op {taak.maal}" if taak.maal else ""
    yield f"\nMinuten per {taak.per}{maal}:"
    if taak.vast is not None:
        yield f"  vast: {_cell(kader, taak.vast, None)}"
    for blok in kader.blokken_of(taak):
        yield f"  {blok.code}: {_cell(kader, taak.minuten[blok.code], blok)}"
        yield f"      {taak.ankers.get(blok.code, blok.anker)}"
    yield "\nFactoren die meetellen:"
    yield from (f"  {_factor(factor)}" for factor in kader.factoren_by_taak[taak.id])
    yield "\nRegels die deze taak kunnen raken:"
    yield from (f"  {r.id}: {r.tekst} [{kader.bron_text_by_id[r.bron]}]" for r in rules_for(kader, taak))
    samen = tuple(limits_for(kader, taak))
    if samen:
        yield "\nSamen met andere taken:"
        yield from (f"  {deel.id}: {deel.tekst} [{kader.bron_text_by_id[deel.bron]}]" for deel in samen)
    bron = kader.bron_by_id[taak.bron]
    yield f"\nBron van de minuten: {kader.bron_text_by_id[taak.bron]}"
    if bron.vindplaats:
        yield f"Te vinden in: {bron.vindplaats}"


def _cell(kader: Normenkader, cel: CelWaarde, blok: Blok | None) -> str:
    if isinstance(cel, OpenCel):
        return f"beoordeel zelf ({cel.stand}). {cel.open}"
    omvang = cell_omvang(cel, blok, kader.schaal)
    marge = f", marge {show_exact(omvang.min)} t/m {show_exact(omvang.max)}"
    return f"{show_exact(omvang.richt)}{'' if omvang.min == omvang.max else marge}"


def _factor(factor: Factor) -> str:
    keuzes = ", ".join(keuze.naam for keuze in factor.keuzes) or f"0 t/m {factor.hoogste} {factor.eenheid}"
    return f"{factor.id} ({factor.gevraagd_bij}): {factor.vraag} {keuzes}".rstrip()


def _marge(blok: Blok) -> str:
    return f"marge −{blok.marge.onder_procent} % tot +{blok.marge.boven_procent} %"


def _range(taak: Taak) -> str:
    cellen = [taak.vast] if taak.vast is not None else list(taak.minuten.values())
    getallen = [getal for cel in cellen for getal in _figures(cel)]
    if not getallen:
        return "beoordeel zelf"
    laag, hoog = min(getallen), max(getallen)
    return f"{laag} minuten per {taak.per}" if laag == hoog else f"{laag}–{hoog} minuten per {taak.per}"


def _figures(cel: CelWaarde) -> tuple[int, ...]:
    if isinstance(cel, int):
        return (cel,)
    return tuple(deel for deel in cel.model_dump().values() if isinstance(deel, int))
