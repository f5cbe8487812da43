"""Part 10: every departure from the norm with its ground and motivering."""

from collections.abc import Iterator

from indicatietool.domain.antwoorden import OverigeBegeleiding
from indicatietool.domain.besluit import Afwijken, AfwijkenTotaal
from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.tekst import show_exact, show_minutes
from indicatietool.domain.voorstel import BeoordeelZelf, Voorstel
from indicatietool.verslag.blocks import Alinea, Gegeven, Kop, VerslagBlok
from indicatietool.verslag.invulling import paragraphs, row, table_of
from indicatietool.verslag.onderdelen.uitkomst import show_marge
from indicatietool.verslag.zaak import Zaak

GEEN = (
    "Er is niet afgeweken van de norm. Bij elke taak is het voorstel overgenomen of gekozen binnen de marge."
)
NOG_GEEN = "Tot nu toe is er niet afgeweken van de norm."


def afwijking(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the departures per taak and of the total, and what lies outside the normenkader."""
    afwijkingen = (
        *(blok for uitkomst in zaak.indicatie.taken for blok in _taak(zaak, uitkomst)),
        *_totaal(zaak),
    )
    geen = (Alinea(NOG_GEEN if zaak.is_voorlopig else GEEN),)
    overige = (blok for overig in zaak.dossier.antwoorden.overige for blok in _overig(overig))
    return (*(afwijkingen or geen), *overige)


def _taak(zaak: Zaak, uitkomst: TaakUitkomst) -> Iterator[VerslagBlok]:
    besluit = uitkomst.besluit
    if not isinstance(besluit, Afwijken):
        return
    yield Kop(2, uitkomst.naam)
    yield from table_of(
        *_norm(uitkomst),
        row("Besluit consulent", f"{besluit.minuten} minuten per week"),
        row("Grond", zaak.grond_naam(besluit.grond)),
    )
    yield from _motivering(besluit.motivering)


def _norm(uitkomst: TaakUitkomst) -> tuple[Gegeven | None, ...]:
    match uitkomst.voorstel:
        case Voorstel():
            omvang = uitkomst.voorstel.omvang
            return (
                row("Voorstel volgens de norm", f"{show_minutes(omvang.richt)} minuten per week"),
                row("Marge", f"{show_marge(omvang)} minuten per week"),
            )
        case BeoordeelZelf():
            return (row("Norm", f"Het kader geeft geen aantal minuten. {uitkomst.voorstel.uitleg}"),)
        case _:
            return (row("Norm", "Er is nog geen voorstel: er staan vragen open."),)


def _totaal(zaak: Zaak) -> Iterator[VerslagBlok]:
    totaal: AfwijkenTotaal | None = zaak.indicatie.afwijking
    if totaal is None:
        return
    yield Kop(2, "Het totaal per maand")
    yield from table_of(
        row("Berekend totaal", f"{zaak.indicatie.berekend_per_maand} minuten per maand"),
        row("Marge van alle taken", f"{show_marge(zaak.indicatie.marge_per_week)} minuten per week"),
        row("Besluit consulent", f"{totaal.minuten_per_maand} minuten per maand"),
        row("Grond", zaak.grond_naam(totaal.grond)),
    )
    yield from _motivering(totaal.motivering)


def _overig(overig: OverigeBegeleiding) -> Iterator[VerslagBlok]:
    yield Kop(2, "Overige begeleiding buiten het normenkader")
    yield from table_of(
        row("Wat", overig.omschrijving),
        row("Minuten", f"{show_exact(overig.minuten_per_week)} minuten per week"),
    )
    yield from _motivering(overig.motivering)


def _motivering(tekst: str) -> tuple[VerslagBlok, ...]:
    return (Kop(3, "Motivering", "Awb art. 3:46"), *paragraphs(tekst))
