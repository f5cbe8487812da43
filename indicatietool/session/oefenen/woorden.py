"""Answers in words to lay side by side: the anchor of a choice, what others take over, a besluit.

Comes in: one answer. Goes out: text. Compares and computes nothing.
"""

from indicatietool.domain.antwoorden import Aftrek, Antwoorden
from indicatietool.domain.besluit import Afwijken, BinnenMarge
from indicatietool.domain.factoren import Factor
from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.normenkader import Normenkader, Taak
from indicatietool.session.uitleg_zinnen import minutes


def anchor_of(kader: Normenkader, taak: Taak, code: str | None) -> str:
    """Return what must be seen for a blok of a taak; empty without a blok."""
    blok = kader.blok_by_code.get(code or "")
    return taak.ankers.get(blok.code, blok.anker) if blok else ""


def choice_anchor(factor: Factor, keuze: str | int | None) -> str:
    """Return what must be seen or known for an answer to a factor; empty for a number or no answer."""
    return next((k.anker for k in factor.keuzes if k.id == keuze), "")


def counted_help(aftrek: tuple[Aftrek, ...]) -> list[tuple[str, int | None, int | None]]:
    """Return what counts of what others take over, to compare: not the words in which it was told."""
    return sorted(
        [(str(a.soort), a.minuten_per_week, a.procent) for a in aftrek if a.telt_mee],
        key=lambda deel: (deel[0], deel[1] or 0, deel[2] or 0),
    )


def help_in_words(aftrek: tuple[Aftrek, ...]) -> str:
    """Return what others take over and how much, where it counts."""
    delen = [f"{deel.soort.naam} {_how_much(deel)}" for deel in aftrek if deel.telt_mee]
    return ", ".join(delen) or "niets"


def besluit_in_words(uitkomst: TaakUitkomst | None) -> str:
    """Return a besluit in words; taking over and not having decided yet count the same minutes."""
    match uitkomst.besluit if uitkomst else None:
        case BinnenMarge(minuten_per_week=minuten):
            return f"{minutes(minuten)} per week, gekozen binnen de marge"
        case Afwijken(minuten=minuten):
            return f"{minutes(minuten)} per week, afgeweken van het voorstel"
        case _:
            return "het voorstel"


def motivation_of(uitkomst: TaakUitkomst | None) -> str:
    """Return why was departed from the voorstel; empty where that was not done."""
    besluit = uitkomst.besluit if uitkomst else None
    return besluit.motivering if isinstance(besluit, Afwijken) else ""


def extra_in_words(antwoorden: Antwoorden) -> str:
    """Return what begeleiding there is beside the kader."""
    delen = [f"{overig.omschrijving}: {minutes(overig.minuten_per_week)}" for overig in antwoorden.overige]
    return "; ".join(delen) or "niets"


def _how_much(aftrek: Aftrek) -> str:
    if aftrek.procent is not None:
        return f"{aftrek.procent} %"
    return f"{minutes(aftrek.minuten_per_week or 0)} per week"
