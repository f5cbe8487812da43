"""The model answer of a case as text to read: story, outcome, and per taak the answers with their reasons.

Comes in: the model as a session. Goes out: headings and paragraphs. Computes nothing.
"""

from collections.abc import Iterator
from typing import NamedTuple

from indicatietool.domain.factoren import Plaats
from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.errors import InvoerError
from indicatietool.session.oefenen.woorden import anchor_of, besluit_in_words, help_in_words
from indicatietool.session.session import Session
from indicatietool.session.uitleg_zinnen import minutes


class Deel(NamedTuple):
    """Eén alinea van een modelantwoord, of een kopje."""

    tekst: str
    is_kop: bool = False


def tell_model(session: Session) -> tuple[Deel, ...]:
    """Return the model answer to read.

    Raises:
        InvoerError: there is no case in this dossier.
    """
    return tuple(_tell(session))


def _tell(session: Session) -> Iterator[Deel]:
    casus = session.dossier.oefencasus
    if casus is None:
        raise InvoerError("In dit dossier staat geen casus.")
    if casus.leerdoel:
        yield Deel(f"Leerdoel: {casus.leerdoel}")
    yield Deel("Het verhaal", is_kop=True)
    yield from _paragraphs(casus.vignet)
    yield Deel("De uitkomst van het model", is_kop=True)
    profiel = session.indicatie.profiel
    yield Deel(
        f"{minutes(session.indicatie.minuten_per_maand)} per maand"
        + (f", voorgesteld profiel {profiel.blok}." if profiel else ".")
    )
    yield from _whole(session)
    for uitkomst in session.indicatie.taken:
        yield from _taak(session, uitkomst)
    if casus.bespreekpunten.strip():
        yield Deel("Om te bespreken", is_kop=True)
        yield from _paragraphs(casus.bespreekpunten)


def _whole(session: Session) -> Iterator[Deel]:
    antwoorden = session.dossier.antwoorden
    for factor in session.kader.factoren_at(Plaats.DOSSIER):
        if factor.id in antwoorden.keuzes:
            yield Deel(f"{factor.naam}: {factor.tell_with_anker(antwoorden.keuzes[factor.id])}")
    for antwoord in antwoorden.leefgebieden:
        naam = session.kader.leefgebied_by_id[antwoord.leefgebied].naam
        toelichting = f". {antwoord.toelichting}" if antwoord.toelichting else ""
        yield Deel(f"{naam}: {antwoord.situatie.naam}{toelichting}")


def _taak(session: Session, uitkomst: TaakUitkomst) -> Iterator[Deel]:
    kader, casus = session.kader, session.dossier.oefencasus
    antwoord = session.dossier.antwoorden.taak(uitkomst.taak)
    taak = kader.taak_by_id[uitkomst.taak]
    minuten = uitkomst.minuten_per_week
    yield Deel(
        f"{uitkomst.naam}: {'open' if minuten is None else f'{minutes(minuten)} per week'}", is_kop=True
    )
    if antwoord is None:
        return
    if antwoord.blok:
        yield Deel(f"{kader.schaal.naam} {antwoord.blok}: {anchor_of(kader, taak, antwoord.blok)}")
    if antwoord.frequentie:
        yield Deel(f"Hoe vaak: {antwoord.frequentie}")
    for id_, keuze in antwoord.keuzes.items():
        factor = kader.factor_by_id[id_]
        yield Deel(f"{factor.naam}: {factor.tell_with_anker(keuze)}")
    if antwoord.aftrek:
        yield Deel(f"Wat anderen overnemen: {help_in_words(antwoord.aftrek)}")
    yield Deel(f"Besluit: {besluit_in_words(uitkomst)}")
    reden = casus.reden(uitkomst.taak) if casus else None
    if reden is not None:
        yield Deel(f"Waarom: {reden.waarom}")
        if reden.waarom_niet:
            yield Deel(f"Waarom iets anders niet past: {reden.waarom_niet}")


def _paragraphs(tekst: str) -> Iterator[Deel]:
    yield from (Deel(deel.strip()) for deel in tekst.split("\n") if deel.strip())
