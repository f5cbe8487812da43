"""What the aanbieder needs for the ondersteuningsplan: doelen, taken and minutes, per leefgebied.

Comes in: a Zaak. Goes out: rows, as CSV for a spreadsheet and as text. Holds no name of the client and no
passage that is not meant for the aanbieder. Says what is needed, not how (eis 6).

Bron: eisen 109, 112 and 165.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.versie import Versie
from indicatietool.errors import VerslagError
from indicatietool.verslag.onderdelen.uitkomst import how_often, taken_of
from indicatietool.verslag.uitvoer.kommabestand import to_csv
from indicatietool.verslag.versies import dossier_for
from indicatietool.verslag.zaak import Zaak

KOLOMMEN = ("leefgebied", "doel", "waaraan_te_zien", "taak", "hoe_vaak", "minuten_per_week")
"""Stable: names and order may only grow at the end."""

GEMIDDELD = (
    "De minuten per week zijn een gemiddelde en laten zien waar de tijd voor is bedoeld. Hoe de begeleiding "
    "eruitziet, spreken cliënt en aanbieder af in het ondersteuningsplan."
)
OVERIG = "Overige begeleiding"


@dataclass(frozen=True, slots=True)
class Planregel:
    """Eén taak met het doel waar zij bij hoort; minuten zijn per week, zoals een lezer ze schrijft."""

    leefgebied: str
    doel: str
    indicator: str
    taak: str = ""
    hoe_vaak: str = ""
    minuten: str = ""


def plan_lines(zaak: Zaak) -> tuple[Planregel, ...]:
    """Return a line per taak, and per leefgebied with a doel but without taken.

    Raises:
        VerslagError: the number of minutes can still change.
    """
    if zaak.is_voorlopig:
        raise VerslagError(
            f"Het aantal minuten van dossier {zaak.dossier.nummer} is nog voorlopig. "
            "Maak eerst de open vragen en besluiten af."
        )
    voor_aanbieder = replace(zaak, dossier=dossier_for(zaak.dossier, Versie.AANBIEDER))
    return (*_per_leefgebied(voor_aanbieder), *_other(voor_aanbieder))


def plan_as_csv(zaak: Zaak) -> bytes:
    """Return the lines for a spreadsheet."""
    rijen = (
        (regel.leefgebied, regel.doel, regel.indicator, regel.taak, regel.hoe_vaak, regel.minuten)
        for regel in plan_lines(zaak)
    )
    return to_csv(KOLOMMEN, rijen, with_bom=True)


def plan_as_text(zaak: Zaak) -> str:
    """Return the lines in words, to paste into a letter or another system."""
    return "\n".join(_text(zaak)) + "\n"


def _text(zaak: Zaak) -> Iterator[str]:
    regels = plan_lines(zaak)
    if zaak.dossier.oefening:
        yield "OEFENING: verzonnen casus, geen echte cliënt"
    yield f"Input voor het ondersteuningsplan, dossier {zaak.dossier.nummer}"
    yield f"Indicatie: {zaak.indicatie.minuten_per_maand} minuten per maand."
    vorige = None
    for regel in regels:
        if regel.leefgebied != vorige:
            yield from ("", regel.leefgebied)
            yield from (f"{naam}: {tekst}" for naam, tekst in _headed(regel) if tekst)
            vorige = regel.leefgebied
        if regel.taak:
            hoe_vaak = f"{regel.hoe_vaak}, " if regel.hoe_vaak else ""
            yield f"- {regel.taak}: {hoe_vaak}{regel.minuten} minuten per week"
    yield from ("", GEMIDDELD)


def _headed(regel: Planregel) -> tuple[tuple[str, str], ...]:
    return (("Doel", regel.doel), ("Waaraan te zien", regel.indicator))


def _per_leefgebied(zaak: Zaak) -> Iterator[Planregel]:
    for leefgebied in zaak.kader.leefgebied_by_id:
        antwoord, taken = zaak.dossier.antwoorden.leefgebied(leefgebied), taken_of(zaak, leefgebied)
        if not taken and not (antwoord and antwoord.doel.strip()):
            continue
        naam = zaak.leefgebied_naam(leefgebied)
        doel = _on_one_line(antwoord.doel if antwoord else "")
        indicator = _on_one_line(antwoord.indicator if antwoord else "")
        for uitkomst in taken:
            minuten = show_minutes(uitkomst.minuten_per_week or 0)
            yield Planregel(naam, doel, indicator, uitkomst.naam, how_often(zaak, uitkomst), minuten)
        if not taken:
            yield Planregel(naam, doel, indicator)


def _other(zaak: Zaak) -> Iterator[Planregel]:
    for overig in zaak.dossier.antwoorden.overige:
        minuten = show_minutes(overig.minuten_per_week)
        yield Planregel(OVERIG, "", "", _on_one_line(overig.omschrijving), "", minuten)


def _on_one_line(tekst: str) -> str:
    return " ".join(tekst.split())
