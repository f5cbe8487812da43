"""This onderzoek beside the earlier one that it builds on, in words for the screen.

Comes in: an open dossier. Goes out: a sentence and a row per taak; nothing for a first onderzoek.

Bron: eisen 80, 101, 132 en 140.
"""

from dataclasses import dataclass

from indicatietool.domain.eerder import EerderOnderzoek, TaakVerschil
from indicatietool.domain.tekst import show_minutes, show_signed
from indicatietool.engine.verschil import differences
from indicatietool.session.datum import show_date
from indicatietool.session.session import Session

KOPPEN = ("Taak", "Toen", "Nu", "Verschil")
NIET = "–"
"""Stands for a taak that was or is not in the indicatie."""


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """Het vorige onderzoek naast dit: één zin, en per taak minuten per week toen en nu."""

    zin: str
    rijen: tuple[tuple[str, ...], ...]


def beside_earlier(session: Session) -> Vergeleken | None:
    """Return the difference with the earlier onderzoek; None when there is none."""
    eerder = session.dossier.eerder
    if eerder is None:
        return None
    nu = session.indicatie.minuten_per_maand
    verschil = nu - eerder.minuten_per_maand
    hoe = "evenveel" if not verschil else f"{abs(verschil)} {'meer' if verschil > 0 else 'minder'}"
    zin = f"{_which(eerder)}: {eerder.minuten_per_maand} minuten per maand. Nu {nu}: {hoe}."
    return Vergeleken(zin, tuple(map(_row, differences(session.dossier, session.indicatie))))


def _which(eerder: EerderOnderzoek) -> str:
    van = f" van {show_date(eerder.datum)}" if eerder.datum else ""
    profiel = f", profiel {eerder.profiel}" if eerder.profiel else ""
    return f"Vorig onderzoek{van}{profiel}"


def _row(verschil: TaakVerschil) -> tuple[str, ...]:
    return (
        verschil.naam,
        _told(verschil.blok_toen, verschil.toen is None, show_minutes(verschil.toen or 0)),
        _told(verschil.blok_nu, verschil.nu is None, show_minutes(verschil.nu or 0)),
        show_signed((verschil.nu or 0) - (verschil.toen or 0)),
    )


def _told(blok: str | None, is_absent: bool, minuten: str) -> str:
    if is_absent:
        return NIET
    return f"{blok} · {minuten}" if blok else minuten
