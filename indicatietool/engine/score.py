"""Do the answers fit the normenkader, and which questions are still open?

Comes in: kader and answers. Goes out: open vragen, or the problems of answers that the kader does not know.
"""

from collections.abc import Iterator, Mapping

from indicatietool.domain.antwoorden import Antwoorden, TaakAntwoord
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Factor, Normenkader, Per, Plaats, Taak
from indicatietool.domain.voorstel import OpenVraag
from indicatietool.errors import Probleem


def chosen_for(antwoorden: Antwoorden, taak: Taak, antwoord: TaakAntwoord) -> Mapping[str, str]:
    """Return factor → keuze as it holds for one taak: dossier, then leefgebied, then taak."""
    leefgebied = antwoorden.leefgebied(taak.leefgebied)
    return {
        **antwoorden.keuzes,
        **(leefgebied.keuzes if leefgebied else {}),
        **antwoord.keuzes,
    }


def open_vragen(kader: Normenkader, antwoorden: Antwoorden, antwoord: TaakAntwoord) -> tuple[OpenVraag, ...]:
    """Return what must still be answered before this taak can have a voorstel.

    Returns:
        The open questions in the order of the kader; empty when the taak is fully scored.
    """
    taak = kader.taak_by_id[antwoord.taak]
    chosen = chosen_for(antwoorden, taak, antwoord)
    vragen = []
    if antwoord.blok is None:
        vragen.append(OpenVraag(f"taak.{taak.id}.blok", "kies het blok"))
    if taak.per is Per.KEER and antwoord.frequentie is None:
        vragen.append(OpenVraag(f"taak.{taak.id}.frequentie", "vul in hoe vaak dit nodig is"))
    vragen.extend(
        OpenVraag(_where(factor, taak), f"beantwoord {factor.naam.lower()}")
        for factor in kader.factoren_by_taak[taak.id]
        if factor.id not in chosen
    )
    return tuple(vragen)


def _where(factor: Factor, taak: Taak) -> str:
    match factor.gevraagd_bij:
        case Plaats.TAAK:
            return f"taak.{taak.id}.{factor.id}"
        case Plaats.LEEFGEBIED:
            return f"leefgebied.{taak.leefgebied}.{factor.id}"
        case Plaats.DOSSIER:
            return f"factor.{factor.id}"


def unknown_to_kader(kader: Normenkader, dossier: Dossier) -> tuple[Probleem, ...]:
    """Return every reference in a dossier that this normenkader does not have; empty when it fits."""
    return tuple(_unknown(kader, dossier))


def _unknown(kader: Normenkader, dossier: Dossier) -> Iterator[Probleem]:
    antwoorden = dossier.antwoorden
    yield from _unknown_keuzes(kader, "antwoorden.keuzes", antwoorden.keuzes, Plaats.DOSSIER)
    for leefgebied in antwoorden.leefgebieden:
        plaats = f"leefgebied '{leefgebied.leefgebied}'"
        if leefgebied.leefgebied not in kader.leefgebied_by_id:
            yield _missing(plaats)
        yield from _unknown_keuzes(kader, plaats, leefgebied.keuzes, Plaats.LEEFGEBIED)
    for antwoord in antwoorden.taken:
        plaats = f"taak '{antwoord.taak}'"
        taak = kader.taak_by_id.get(antwoord.taak)
        if taak is None:
            yield _missing(plaats)
            continue
        if antwoord.blok is not None and antwoord.blok not in taak.minuten:
            yield _missing(f"{plaats}, blok '{antwoord.blok}'")
        yield from _unknown_keuzes(kader, plaats, antwoord.keuzes, Plaats.TAAK)
    yield from _unknown_in_besluiten(kader, dossier)
    weging = dossier.weging
    if weging.profiel is not None and weging.profiel not in kader.blok_by_code:
        yield _missing(f"weging, profiel '{weging.profiel}'")
    if weging.product is not None and weging.product not in kader.product_by_id:
        yield _missing(f"weging, product '{weging.product}'")


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
    kader: Normenkader, plaats: str, keuzes: Mapping[str, str], gevraagd_bij: Plaats
) -> Iterator[Probleem]:
    for factor_id, keuze in keuzes.items():
        factor = kader.factor_by_id.get(factor_id)
        if factor is None or factor.gevraagd_bij is not gevraagd_bij:
            yield _missing(f"{plaats}, factor '{factor_id}'")
        elif keuze not in {k.id for k in factor.keuzes}:
            yield _missing(f"{plaats}, keuze '{keuze}' bij {factor_id}")


def _missing(plaats: str) -> Probleem:
    return Probleem(
        plaats,
        "kent dit normenkader niet.",
        "Kies het normenkader waarmee het dossier is gemaakt, of verbeter de naam.",
    )
