"""The outcome of one taak in the words that several parts share."""

from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.normenkader import Per
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Omvang, Onbepaald
from indicatietool.verslag.zaak import Zaak

NOG_OPEN = "nog open"
GEEN_NORM = "geen norm"


def taken_of(zaak: Zaak, leefgebied: str) -> tuple[TaakUitkomst, ...]:
    """Return the outcomes of the taken of one leefgebied."""
    return tuple(uitkomst for uitkomst in zaak.indicatie.taken if uitkomst.leefgebied == leefgebied)


def how_often(zaak: Zaak, uitkomst: TaakUitkomst) -> str:
    """Return the frequency of a taak in words; a norm per week or month says so."""
    per = zaak.kader.taak_by_id[uitkomst.taak].per
    if per is not Per.KEER:
        return f"norm geldt per {per}"
    frequentie = zaak.antwoord(uitkomst).frequentie
    return str(frequentie) if frequentie else NOG_OPEN


def without_voorstel(uitkomst: TaakUitkomst) -> str:
    """Return why there is no number of minutes for a taak."""
    return NOG_OPEN if isinstance(uitkomst.voorstel, Onbepaald) else GEEN_NORM


def show_marge(omvang: Omvang) -> str:
    """Return the marge for reading; the bijlage has it exact."""
    return f"{show_minutes(omvang.min)} – {show_minutes(omvang.max)}"
