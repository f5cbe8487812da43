"""A dossier as the lines with which `dossier vul` fills it in."""

from collections.abc import Iterator

from indicatietool.domain.dossier import Dossier
from indicatietool.session.session import TYPED_FIELDS


def lines_of(dossier: Dossier) -> Iterator[tuple[str, object]]:
    """Yield address and value of everything in a dossier, in an order in which it can be filled in."""
    feiten = dossier.model_dump(mode="json")
    antwoorden = feiten["antwoorden"]
    yield from ((f"factor.{factor}", keuze) for factor, keuze in antwoorden["keuzes"].items())
    for antwoord in antwoorden["leefgebieden"]:
        plek = f"leefgebied.{antwoord['leefgebied']}"
        for deel in ("situatie", "problemen", "doel", "indicator", "toelichting"):
            yield f"{plek}.{deel}", antwoord[deel]
        yield from ((f"{plek}.factor.{factor}", keuze) for factor, keuze in antwoord["keuzes"].items())
    for antwoord in antwoorden["taken"]:
        plek = f"taak.{antwoord['taak']}"
        yield f"{plek}.nodig", True
        for deel in ("blok", "frequentie", "observatie", "aftrek"):
            yield f"{plek}.{deel}", antwoord[deel]
        yield from ((f"{plek}.factor.{factor}", keuze) for factor, keuze in antwoord["keuzes"].items())
    for veld in sorted(TYPED_FIELDS):
        sectie, _, naam = veld.partition(".")
        yield veld, feiten[sectie][naam]
    yield "overige", antwoorden["overige"]
    yield from ((f"taak.{besluit['taak']}.besluit", besluit["besluit"]) for besluit in feiten["besluiten"])
    yield "totaal", feiten["afwijking_totaal"]
    for lijst in ("fasen", "tijdelijke_lijnen", "afgeschermd"):
        yield lijst, feiten[lijst]
