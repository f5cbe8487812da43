"""The sentences of an explanation: numbers and steps in plain Dutch, level B1.

Comes in: numbers and steps of a trace. Goes out: sentences. Computes nothing but differences.
"""

from fractions import Fraction

from indicatietool.domain.besluit import Afwijken, BinnenMarge, Overnemen
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Rekenstap, RekenstapSoort


def minutes(aantal: Fraction | int) -> str:
    """Return a number of minutes with its word.

    >>> minutes(1), minutes(Fraction(75, 2)), minutes(0)
    ('1 minuut', '37,5 minuten', '0 minuten')
    """
    return f"{show_minutes(aantal)} {'minuut' if aantal == 1 else 'minuten'}"


def difference(verschil: Fraction | int) -> str:
    """Return a difference in words.

    >>> difference(15), difference(-4), difference(0)
    ('15 meer', '4 minder', 'net zoveel als nu')
    """
    if verschil == 0:
        return "net zoveel als nu"
    return f"{show_minutes(max(verschil, -verschil))} {'meer' if verschil > 0 else 'minder'}"


def shift_per_month(verschil: int) -> str:
    """Return a shift of the sum in words; zero does not occur.

    >>> shift_per_month(65), shift_per_month(-1)
    ('65 minuten per maand meer', '1 minuut per maand minder')
    """
    return f"{minutes(abs(verschil))} per maand {'meer' if verschil > 0 else 'minder'}"


def signed(verschil: Fraction | int) -> str:
    """Return a difference in minutes with its sign and in words.

    >>> signed(45), signed(Fraction(-15, 2)), signed(0)
    ('+45 minuten meer', '−7,5 minuten minder', 'niets veranderd')
    """
    if not verschil:
        return "niets veranderd"
    teken, woord = ("+", "meer") if verschil > 0 else ("−", "minder")
    return f"{teken}{minutes(max(verschil, -verschil))} {woord}"


def quoted(tekst: str) -> str:
    """Return words of the kader between quotation marks, without the full stop at their end.

    >>> quoted("Doet het zelf.")
    '“Doet het zelf”'
    """
    return f"“{tekst.strip().removesuffix('.')}”"


def tell_total(per_maand: int, verschil: int) -> str:
    """Return what the sum of all taken becomes."""
    if verschil == 0:
        return f"De som van alle taken blijft {per_maand} minuten per maand."
    return f"De som van alle taken wordt dan {per_maand} minuten per maand, {difference(verschil)}."


def tell_stap(stap: Rekenstap) -> str:
    """Return one step of a trace in one or two sentences."""
    na, verschil = stap.na.richt, stap.na.richt - stap.voor.richt
    tekst = stap.tekst.strip().removesuffix(".")
    match stap.soort:
        case RekenstapSoort.BASIS:
            return f"{tekst}."
        case RekenstapSoort.FREQUENTIE:
            return f"{tekst}. Dat maakt {minutes(na)} per week."
        case RekenstapSoort.AFRONDING if verschil == 0:
            return f"{tekst}: dat verandert hier niets."
        case RekenstapSoort.AFRONDING:
            return f"{tekst}: dat wordt {minutes(na)} per week."
        case _ if verschil == 0:
            return f"{tekst}. Dit verandert het getal niet."
        case _:
            wat = "Er komt" if verschil > 0 else "Er gaat"
            richting = "bij" if verschil > 0 else "af"
            return f"{wat} {minutes(abs(verschil))} {richting}: {tekst}. Dan is het {minutes(na)} per week."


def tell_besluit(uitkomst: TaakUitkomst) -> str:
    """Return what was decided about a taak and what counts; empty without a besluit."""
    match uitkomst.stand, uitkomst.besluit:
        case BesluitStand.VERLOPEN, _:
            return "Het voorstel is veranderd na uw besluit. Besluit opnieuw; tot dan telt het voorstel."
        case _, Overnemen():
            return "U nam het voorstel over."
        case _, BinnenMarge(minuten_per_week=minuten):
            return f"U koos binnen de marge: {minutes(minuten)} per week. Dat telt mee."
        case _, Afwijken(minuten=minuten, motivering=motivering):
            return f"U week af: {minutes(minuten)} per week telt mee. Uw motivering: {quoted(motivering)}."
        case _:
            return ""
