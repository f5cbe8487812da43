"""What stands on the page of besluiten, in words: from an outcome to a line, a drawing and a state."""

from collections.abc import Iterable
from math import floor, log10

from indicatietool.domain.besluit import Afwijken, Besluit, BinnenMarge, Overnemen
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import BeoordeelZelf, Onbepaald, Voorstel
from indicatietool.gui.pages.besluit_kop import KopTekst
from indicatietool.gui.theme import BLAUW, GRIJS, GROEN, ORANJE
from indicatietool.gui.widgets.bullet import Bullet

ROUND = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""What the right edge of the drawings may be, times a power of ten."""
MARGIN = 1.03
"""Room at the right of the longest drawing."""


def line_of(uitkomst: TaakUitkomst, schaal: str, bullet: Bullet | None) -> KopTekst:
    """Return the line of a taak.

    Args:
        uitkomst: the outcome.
        schaal: what a step of the scale is called.
        bullet: `bullet_of` the outcome.
    """
    symbool, tint, stand = _state(uitkomst)
    return KopTekst(
        naam=uitkomst.naam,
        blok=f"{schaal} {uitkomst.blok}" if uitkomst.blok else "",
        getallen=_numbers(uitkomst),
        bullet=bullet,
        stand=stand,
        symbool=symbool,
        tint=tint,
    )


def right_edge(bullets: Iterable[Bullet | None]) -> float:
    """Return a round value that all of these fit below; it seldom changes, so that the drawings stand still.

    >>> right_edge([Bullet(9, 10, 11, None), Bullet(60, 75, 90, 97)]), right_edge([])
    (100.0, 0.0)
    """
    most = max((bullet.top for bullet in bullets if bullet is not None), default=0.0) * MARGIN
    if not most:
        return 0.0
    power = 10.0 ** floor(log10(most))
    return power * next(step for step in ROUND if power * step >= most)


def bullet_of(uitkomst: TaakUitkomst) -> Bullet | None:
    """Return marge, voorstel and choice to draw; None without a voorstel."""
    if not isinstance(uitkomst.voorstel, Voorstel):
        return None
    omvang = uitkomst.voorstel.omvang
    gekozen = chosen_minutes(uitkomst.besluit)
    return Bullet(
        omvang.onder / omvang.noemer,
        omvang.midden / omvang.noemer,
        omvang.boven / omvang.noemer,
        None if gekozen is None else float(gekozen),
    )


def typed(besluit: Besluit | None) -> tuple[int | None, str, str]:
    """Return what was typed for a besluit: minutes, grond and motivering."""
    match besluit:
        case BinnenMarge():
            return besluit.minuten_per_week, "", ""
        case Afwijken():
            return besluit.minuten, besluit.grond, besluit.motivering
        case _:
            return None, "", ""


def chosen_minutes(besluit: Besluit | None) -> float | None:
    """Return the minutes per week of a besluit."""
    match besluit:
        case Overnemen() | BinnenMarge():
            return float(besluit.minuten_per_week)
        case Afwijken():
            return float(besluit.minuten)
        case _:
            return None


def _numbers(uitkomst: TaakUitkomst) -> str:
    match uitkomst.voorstel:
        case Voorstel(omvang=omvang):
            marge = f"marge {show_minutes(omvang.min)}–{show_minutes(omvang.max)}"
            return f"voorstel {show_minutes(omvang.richt)}, {marge}"
        case Onbepaald(open_vragen=vragen):
            return f"nog {len(vragen)} {'vraag' if len(vragen) == 1 else 'vragen'} open"
        case BeoordeelZelf():
            return "geen norm: beoordeel zelf"


def _state(uitkomst: TaakUitkomst) -> tuple[str, str, str]:
    match uitkomst.stand, uitkomst.besluit:
        case BesluitStand.VERLOPEN, _:
            return "triangle-alert", ORANJE, "voorstel veranderd: besluit opnieuw"
        case _, Overnemen() as besluit:
            return "circle-check", GROEN, f"overgenomen: {show_minutes(besluit.minuten_per_week)}"
        case _, BinnenMarge() as besluit:
            return "circle-check", GROEN, f"binnen de marge: {besluit.minuten_per_week}"
        case _, Afwijken() as besluit:
            return "pencil", BLAUW, f"afgeweken: {besluit.minuten}"
        case _:
            return "circle", GRIJS, "nog geen besluit"
