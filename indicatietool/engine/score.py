"""What was answered for one taak, and which questions are still open?

Comes in: kader and answers. Goes out: the choices that hold for the taak, and the open vragen.
"""

from collections.abc import Mapping
from itertools import chain

from indicatietool.domain.antwoorden import Antwoorden, TaakAntwoord
from indicatietool.domain.factoren import Factor, Plaats, Puntengrens
from indicatietool.domain.normenkader import Normenkader, Per, Taak
from indicatietool.domain.voorstel import OpenVraag

Chosen = Mapping[str, str | int]
"""factor → keuze or number, as it holds in one place."""


def chosen_for(kader: Normenkader, antwoorden: Antwoorden, taak: Taak, antwoord: TaakAntwoord) -> Chosen:
    """Return factor → keuze as it holds for one taak, with what follows from points."""
    leefgebied = antwoorden.leefgebied(taak.leefgebied)
    return with_points(
        kader,
        {
            **antwoorden.keuzes,
            **(leefgebied.keuzes if leefgebied else {}),
            **antwoord.keuzes,
        },
    )


def with_points(kader: Normenkader, chosen: Chosen) -> Chosen:
    """Return the choices with those that follow from points; a class with an open question is left out."""
    if not kader.puntenfactoren:
        return chosen
    gevolgd = dict(chosen)
    for factor in kader.puntenfactoren:
        tabel = factor.punten
        punten = points_of(kader, factor, gevolgd)
        if tabel is None or punten is None:
            continue
        passend = [grens for grens in tabel.grenzen if _is_reached(grens, punten)]
        if passend:
            gevolgd[factor.id] = passend[-1].keuze
    return gevolgd


def points_of(kader: Normenkader, factor: Factor, chosen: Chosen) -> int | None:
    """Return the points that a puntenfactor adds up to, or None while one of its factoren is open."""
    punten = 0
    for naam in factor.punten.factoren if factor.punten else ():
        keuze = chosen.get(naam)
        if keuze is None:
            return None
        punten += (
            keuze
            if isinstance(keuze, int)
            else next(k.punten for k in kader.factor_by_id[naam].keuzes if k.id == keuze)
        )
    return punten


def _is_reached(grens: Puntengrens, punten: int) -> bool:
    if grens.vanaf is not None:
        return punten >= grens.vanaf
    return grens.boven is not None and punten > grens.boven


def open_vragen(kader: Normenkader, antwoorden: Antwoorden, antwoord: TaakAntwoord) -> tuple[OpenVraag, ...]:
    """Return what must still be answered before this taak can have a voorstel.

    Returns:
        The open questions in the order of the kader; empty when the taak is fully scored.
    """
    taak = kader.taak_by_id[antwoord.taak]
    leefgebied = antwoorden.leefgebied(taak.leefgebied)
    beantwoord = set(chain(antwoorden.keuzes, leefgebied.keuzes if leefgebied else (), antwoord.keuzes))
    vragen = []
    if taak.vraagt_blok and antwoord.blok is None:
        vragen.append(
            OpenVraag(
                f"taak.{taak.id}.blok",
                "kies het blok" if kader.schaal.naam == "Blok" else f"kies {kader.schaal.naam.lower()}",
            )
        )
    if taak.per is Per.KEER and antwoord.frequentie is None:
        vragen.append(OpenVraag(f"taak.{taak.id}.frequentie", "vul in hoe vaak dit nodig is"))
    vragen.extend(
        OpenVraag(_where(factor, taak), f"beantwoord {factor.naam.lower()}")
        for factor in kader.factoren_by_taak[taak.id]
        if factor.id not in beantwoord
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
