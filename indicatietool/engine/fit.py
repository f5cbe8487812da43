"""Does a dossier fit a normenkader? Every reference known, every number in range.

Comes in: kader and dossier. Goes out: Problemen; none means that the engine can't stumble over it.
"""

from collections.abc import Iterator

from indicatietool.domain.antwoorden import Keuzes, TaakAntwoord
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.normenkader import Normenkader
from indicatietool.errors import Probleem


def unknown_to_kader(
    kader: Normenkader, dossier: Dossier, known: Dossier | None = None
) -> tuple[Probleem, ...]:
    """Return every reference in a dossier that this normenkader does not have; empty when it fits.

    Args:
        kader: the normenkader.
        dossier: the facts.
        known: a standing of the dossier that was looked at before: the taken in it are not looked at again.
    """
    return tuple(_unknown(kader, dossier, known))


def known_keuzes(kader: Normenkader, keuzes: Keuzes, gevraagd_bij: Plaats) -> Keuzes:
    """Return the answers to factoren that this normenkader can take at this place."""
    return {
        naam: keuze
        for naam, keuze in keuzes.items()
        if not any(_unknown_keuzes(kader, naam, {naam: keuze}, gevraagd_bij))
    }


def _unknown(kader: Normenkader, dossier: Dossier, known: Dossier | None) -> Iterator[Probleem]:
    antwoorden = dossier.antwoorden
    yield from _unknown_keuzes(kader, "antwoorden.keuzes", antwoorden.keuzes, Plaats.DOSSIER)
    for leefgebied in antwoorden.leefgebieden:
        plaats = f"leefgebied '{leefgebied.leefgebied}'"
        if leefgebied.leefgebied not in kader.leefgebied_by_id:
            yield _missing(plaats)
        yield from _unknown_keuzes(kader, plaats, leefgebied.keuzes, Plaats.LEEFGEBIED)
    gezien = {id(antwoord) for antwoord in known.antwoorden.taken} if known is not None else set()
    for antwoord in antwoorden.taken:
        if id(antwoord) not in gezien:
            yield from _unknown_taak(kader, antwoord)
    yield from _unknown_in_besluiten(kader, dossier)
    for reden in dossier.oefencasus.redenen if dossier.oefencasus else ():
        if reden.taak not in kader.taak_by_id:
            yield _missing(f"oefencasus, reden bij taak '{reden.taak}'")
    weging = dossier.weging
    if weging.profiel is not None and weging.profiel not in kader.blok_by_code:
        yield _missing(f"weging, profiel '{weging.profiel}'")
    if weging.product is not None and weging.product not in kader.product_by_id:
        yield _missing(f"weging, product '{weging.product}'")


def _unknown_taak(kader: Normenkader, antwoord: TaakAntwoord) -> Iterator[Probleem]:
    plaats = f"taak '{antwoord.taak}'"
    taak = kader.taak_by_id.get(antwoord.taak)
    if taak is None:
        yield _missing(plaats)
        return
    if antwoord.blok is not None and antwoord.blok not in taak.minuten:
        yield _missing(f"{plaats}, blok '{antwoord.blok}'")
    yield from _unknown_keuzes(kader, plaats, antwoord.keuzes, Plaats.TAAK)


def _unknown_in_besluiten(kader: Normenkader, dossier: Dossier) -> Iterator[Probleem]:
    gescoord = {antwoord.taak for antwoord in dossier.antwoorden.taken}
    for besluit in dossier.besluiten:
        plaats = f"besluit over taak '{besluit.taak}'"
        if besluit.taak not in gescoord:
            yield Probleem(plaats, "die taak staat niet bij de antwoorden.", "Haal het besluit weg.")
        if besluit.besluit.soort == "afwijken" and besluit.besluit.grond not in kader.grond_by_id:
            yield _missing(f"{plaats}, grond '{besluit.besluit.grond}'")
    totaal = dossier.afwijking_totaal
    if totaal is not None and totaal.grond not in kader.grond_by_id:
        yield _missing(f"afwijking_totaal, grond '{totaal.grond}'")


def _unknown_keuzes(
    kader: Normenkader, plaats: str, keuzes: Keuzes, gevraagd_bij: Plaats
) -> Iterator[Probleem]:
    for naam, keuze in keuzes.items():
        factor = kader.factor_by_id.get(naam)
        if factor is None or factor.gevraagd_bij is not gevraagd_bij or factor.punten is not None:
            yield _missing(f"{plaats}, factor '{naam}'")
        elif factor.soort == "aantal":
            if not isinstance(keuze, int) or keuze > factor.hoogste:
                yield Probleem(
                    f"{plaats}, {naam}", "is geen passend getal.", f"Vul 0 t/m {factor.hoogste} in."
                )
        elif keuze not in {k.id for k in factor.keuzes}:
            yield _missing(f"{plaats}, keuze '{keuze}' bij {naam}")


def _missing(plaats: str) -> Probleem:
    return Probleem(
        plaats,
        "kent dit normenkader niet.",
        "Kies het normenkader waarmee het dossier is gemaakt, of verbeter de naam.",
    )
