"""What stands on the page of besluiten, in words: from an outcome to a line, a drawing and a state."""

from indicatietool.domain.besluit import Afwijken, Besluit, BinnenMarge, Overnemen
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import BeoordeelZelf, Onbepaald, Voorstel
from indicatietool.gui.pages.besluit_kop import KopTekst
from indicatietool.gui.theme import BLAUW, GRIJS, GROEN, ORANJE
from indicatietool.gui.widgets.bullet import Bullet


def line_of(uitkomst: TaakUitkomst, schaal: str, top: float) -> KopTekst:
    """Return the line of a taak.

    Args:
        uitkomst: the outcome.
        schaal: what a step of the scale is called.
        top: the value at the right edge of every drawing, in minutes per week.
    """
    symbool, tint, stand = _state(uitkomst)
    return KopTekst(
        naam=uitkomst.naam,
        blok=f"{schaal} {uitkomst.blok}" if uitkomst.blok else "",
        getallen=_numbers(uitkomst),
        bullet=bullet_of(uitkomst),
        top=top,
        stand=stand,
        symbool=symbool,
        tint=tint,
    )


def bullet_of(uitkomst: TaakUitkomst) -> Bullet | None:
    """Return marge, voorstel and choice to draw; None without a voorstel."""
    if not isinstance(uitkomst.voorstel, Voorstel):
        return None
    omvang = uitkomst.voorstel.omvang
    gekozen = chosen_minutes(uitkomst.besluit)
    return Bullet(
        float(omvang.min), float(omvang.richt), float(omvang.max), None if gekozen is None else float(gekozen)
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
