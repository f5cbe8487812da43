"""What happened to a dossier, for a reader: each step in words, and two versions side by side.

Comes in: a session with its events and seals. Goes out: names and texts. Changes nothing.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indicatietool.domain.antwoorden import Keuzes, TaakAntwoord
from indicatietool.domain.besluit import Afwijken, Besluit, BinnenMarge, Overnemen
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kluis import Json, Zegel
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.veld import text_of
from indicatietool.domain.velden import ALLE_VELDEN
from indicatietool.session.session import Session
from indicatietool.store.dossiers import dossier_from_json
from indicatietool.store.kluis.wijzigingen import apply

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Versie:
    """Eén stand van het dossier om te vergelijken: vastgelegd, of zoals het nu is."""

    titel: str
    dossier: Dossier


@dataclass(frozen=True, slots=True)
class Tekstverschil:
    """Eén gegeven dat verschilt: hoe het heet, wat er stond en wat er staat; leeg is niets."""

    wat: str
    oud: str
    nieuw: str


def versions(session: Session) -> tuple[Versie, ...]:
    """Return the sealed versions, first to last, and the dossier as it is now.

    Raises:
        DossierError: a sealed version can't be read.
    """
    zegels = session.bewaring.zegels()
    return (*(_sealed(zegel) for zegel in zegels), Versie("zoals het nu is", session.dossier))


def compare(kader: Normenkader, oud: Dossier, nieuw: Dossier) -> tuple[Tekstverschil, ...]:
    """Return what differs between two versions, in the order of the steps."""
    was, wordt = _texts(kader, oud), _texts(kader, nieuw)
    namen = dict.fromkeys((*was, *wordt))
    return tuple(
        Tekstverschil(naam, was.get(naam, ""), wordt.get(naam, ""))
        for naam in namen
        if was.get(naam, "") != wordt.get(naam, "")
    )


def change_at(session: Session, volg: int) -> tuple[Tekstverschil, ...]:
    """Return what one step in the history changed; nothing for the first, which began the dossier."""
    oud, nieuw = _standing(session, volg - 1), _standing(session, volg)
    return compare(session.kader, oud, nieuw) if oud is not None and nieuw is not None else ()


def _sealed(zegel: Zegel) -> Versie:
    dag = f"{zegel.moment.astimezone():%d-%m-%Y %H.%M}"
    return Versie(
        f"versie {zegel.versie}, definitief op {dag}",
        dossier_from_json(zegel.inhoud, Path(f"{zegel.dossier}, versie {zegel.versie}")),
    )


def _standing(session: Session, volg: int) -> Dossier | None:
    """Return the dossier after a step, made again from the events."""
    inhoud: Json = None
    for gebeurtenis in session.bewaring.history():
        if gebeurtenis.volg > volg:
            break
        inhoud = apply(inhoud, gebeurtenis.wijzigingen)
    if inhoud is None:
        return None
    return dossier_from_json(json.dumps(inhoud).encode(), Path(session.dossier.nummer))


def _texts(kader: Normenkader, dossier: Dossier) -> Texts:
    return dict(_named(kader, dossier))


def _named(kader: Normenkader, dossier: Dossier) -> Iterator[tuple[str, str]]:
    for veld in ALLE_VELDEN:
        yield veld.label, text_of(dossier, veld)
    if dossier.oefencasus is not None:
        yield "Verhaal van de oefencasus", f"{dossier.oefencasus.titel}. {dossier.oefencasus.vignet}"
    yield from _keuzes(kader, "", dossier.antwoorden.keuzes)
    for leefgebied in dossier.antwoorden.leefgebieden:
        gevonden = kader.leefgebied_by_id.get(leefgebied.leefgebied)
        naam = gevonden.naam if gevonden else leefgebied.leefgebied
        yield naam, leefgebied.situatie.naam
        for deel in ("problemen", "doel", "indicator", "toelichting"):
            yield f"{naam}: {deel}", getattr(leefgebied, deel)
        yield from _keuzes(kader, f"{naam}: ", leefgebied.keuzes)
    for taak in dossier.antwoorden.taken:
        yield from _taak(kader, taak)
    for besluit in dossier.besluiten:
        yield f"{_taak_naam(kader, besluit.taak)}: besluit", _in_words(kader, besluit.besluit)
    if dossier.afwijking_totaal is not None:
        totaal = dossier.afwijking_totaal
        yield "Totaal", f"{totaal.minuten_per_maand} minuten per maand. {totaal.motivering}"
    for nummer, overig in enumerate(dossier.antwoorden.overige, 1):
        minuten = show_minutes(overig.minuten_per_week)
        tekst = f"{overig.omschrijving}: {minuten} minuten per week. {overig.motivering}"
        yield f"Overige begeleiding {nummer}", tekst
    yield "Profiel", dossier.weging.profiel or ""
    yield "Product", dossier.weging.product or ""
    yield "Fasen", "; ".join(f"{fase.van:%d-%m-%Y} – {fase.tot:%d-%m-%Y}" for fase in dossier.fasen)


def _taak(kader: Normenkader, antwoord: TaakAntwoord) -> Iterator[tuple[str, str]]:
    naam = _taak_naam(kader, antwoord.taak)
    yield naam, "begeleiding nodig"
    yield f"{naam}: blok", antwoord.blok or ""
    yield f"{naam}: hoe vaak", str(antwoord.frequentie or "")
    yield f"{naam}: wat u zag of hoorde", antwoord.observatie
    yield from _keuzes(kader, f"{naam}: ", antwoord.keuzes)
    anderen = "; ".join(f"{aftrek.soort.naam}: {aftrek.reden}" for aftrek in antwoord.aftrek)
    yield f"{naam}: wat anderen overnemen", anderen


def _keuzes(kader: Normenkader, voor: str, keuzes: Keuzes) -> Iterator[tuple[str, str]]:
    for id_, keuze in keuzes.items():
        factor = kader.factor_by_id.get(id_)
        if factor is None:
            yield f"{voor}{id_}", str(keuze)
            continue
        tekst = next((k.naam for k in factor.keuzes if k.id == keuze), str(keuze))
        yield f"{voor}{factor.naam if not voor else factor.naam.lower()}", tekst


def _in_words(kader: Normenkader, besluit: Besluit) -> str:
    match besluit:
        case Overnemen():
            return f"voorstel overgenomen, {show_minutes(besluit.minuten_per_week)} minuten per week"
        case BinnenMarge():
            return f"{besluit.minuten_per_week} minuten per week, binnen de marge"
        case Afwijken():
            grond = kader.grond_by_id.get(besluit.grond)
            reden = grond.naam if grond else besluit.grond
            return f"{besluit.minuten} minuten per week. {reden}. {besluit.motivering}"


def _taak_naam(kader: Normenkader, taak: str) -> str:
    gevonden = kader.taak_by_id.get(taak)
    return gevonden.naam if gevonden else taak
