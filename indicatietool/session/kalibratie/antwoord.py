"""A group on the command line: as JSON for a script and as text for a terminal. The figures of the window."""

from collections.abc import Iterator, Mapping

from indicatietool.domain.base import write_exact
from indicatietool.domain.kalibratie import Minutenbeeld, TaakKalibratie, Verdeling
from indicatietool.domain.kalibratie_tekst import (
    counted_in_words,
    divided_in_words,
    show_alpha,
    spread_in_words,
    summary,
)
from indicatietool.session.kalibratie.groep import Groep

Json = Mapping[str, object]


def as_json(groep: Groep) -> Json:
    """Return the figures; minutes are per month, ints or strings like "65/3" where exact."""
    kalibratie, casus = groep.kalibratie, groep.casus.oefencasus
    return {
        "casus": {"id": casus.id, "titel": casus.titel, "kenmerk": casus.kenmerk},
        "meegeteld": kalibratie.deelnemers,
        "geweigerd": [{"bestand": deel.bestand, "reden": deel.reden} for deel in groep.verzameling.geweigerd],
        "alpha": {"keuze": kalibratie.alpha_keuze, "minuten": kalibratie.alpha_minuten},
        "totaal": _minutes(kalibratie.totaal) if kalibratie.totaal else None,
        "situatie": [_answers(verdeling) for verdeling in kalibratie.situatie],
        "taken": [_taak(taak) for taak in kalibratie.taken],
    }


def _taak(taak: TaakKalibratie) -> Json:
    return {
        "taak": taak.taak,
        "nodig": taak.nodig,
        "alpha": {"keuze": taak.alpha_keuze, "minuten": taak.alpha_minuten},
        "keuze": _answers(taak.keuze),
        "factoren": [_answers(verdeling) for verdeling in taak.factoren],
        "minuten": _minutes(taak.minuten),
    }


def _answers(verdeling: Verdeling) -> Json:
    tweedeling = verdeling.tweedeling
    return {
        "vraag": verdeling.vraag,
        "aantallen": {aantal.keuze: aantal.aantal for aantal in verdeling.aantallen},
        "model": verdeling.model,
        "tweedeling": [aantal.keuze for aantal in tweedeling] if tweedeling else None,
    }


def _minutes(beeld: Minutenbeeld) -> Json:
    return {
        **{naam: write_exact(waarde) for naam, waarde in beeld.spreiding._asdict().items()},
        "uitschieters": beeld.uitschieters,
        "model": None if beeld.model is None else write_exact(beeld.model),
    }


def as_text(groep: Groep) -> tuple[str, ...]:
    """Return the figures in lines for a terminal."""
    return tuple(_lines(groep))


def _lines(groep: Groep) -> Iterator[str]:
    yield f"Casus: {groep.casus.oefencasus.titel}"
    yield from summary(groep.kalibratie)
    for taak in groep.kalibratie.taken:
        yield f"{taak.naam} (alpha {show_alpha(taak.alpha_keuze)})"
        yield f"  {counted_in_words(taak.keuze)}"
        yield f"  {spread_in_words(taak.minuten)}"
        for verdeling, een, ander in taak.tweedelingen:
            if verdeling.vraag != taak.keuze.vraag:
                yield f"  {divided_in_words(verdeling, een, ander)}"
    for deel in groep.verzameling.geweigerd:
        yield f"Telt niet mee: {deel.reden}"
