"""A dossier of the kluis as JSON for scripts and as text for a terminal: facts, voorstel, what is missing.

Comes in: a session, a line of the list or an event. Goes out: plain data or lines. What the program reckons
is called voorstel; only what the consulent decided is called besluit.
"""

from collections.abc import Iterator
from datetime import date

from indicatietool.domain.kaart import Dossierkaart, DossierRegel, DossierStatus
from indicatietool.domain.kluis import Gebeurtenis
from indicatietool.domain.veld import is_filled, text_of
from indicatietool.domain.velden import ALLE_GROEPEN
from indicatietool.session.advies import advise
from indicatietool.session.answer import Json, as_json, as_text
from indicatietool.session.checks import missing
from indicatietool.session.kaart import card_of
from indicatietool.session.session import Session


def dossier_as_json(session: Session) -> Json:
    """Return all facts of a dossier as they are kept, and what follows from them today."""
    kaart = _card(session)
    return {
        "dossier": session.dossier.model_dump(mode="json"),
        **_dates(kaart, session.vandaag),
        "volg": session.bewaring.volg,
        "uitkomst": as_json(session),
        "ontbreekt": [gemis.tekst for gemis in missing(session.kader, session.dossier, session.indicatie)],
        "adviezen": [toets.tekst for toets in advise(session.kader, session.dossier, session.indicatie)],
    }


def dossier_as_text(session: Session) -> str:
    """Return a dossier for a reader: filled fields, each voorstel with its besluit, what is missing."""
    kaart = _card(session)
    gaps = [f"  {g.tekst}" for g in missing(session.kader, session.dossier, session.indicatie)]
    return "\n".join(
        [
            f"Dossier {kaart.nummer} · {kaart.status}{_practice(kaart)}{_deadlines(kaart, session.vandaag)}",
            *_fields(session),
            "",
            as_text(session),
            *(["", "Nog nodig voor definitief:", *gaps] if gaps else []),
        ]
    )


def row_as_json(regel: DossierRegel, vandaag: date) -> Json:
    """Return a line of the list; it names no client."""
    return {
        "dossier": regel.kaart.nummer,
        **_dates(regel.kaart, vandaag),
        "oefening": regel.kaart.oefening,
        "gewijzigd": regel.gewijzigd.isoformat(),
        "fout": regel.fout,
    }


def row_as_text(regel: DossierRegel, vandaag: date) -> str:
    """Return a line of the list for a terminal; it names no client."""
    kaart = regel.kaart
    fout = f" · {regel.fout}" if regel.fout else ""
    return f"{kaart.nummer} · {kaart.status}{_practice(kaart)}{_deadlines(kaart, vandaag)}{fout}"


def event_as_json(gebeurtenis: Gebeurtenis) -> Json:
    """Return a step of the history without the values that changed."""
    return {
        "volg": gebeurtenis.volg,
        "moment": gebeurtenis.moment.isoformat(),
        "actor": gebeurtenis.actor,
        "soort": str(gebeurtenis.soort),
        "wat": gebeurtenis.wat,
        "waarom": gebeurtenis.waarom,
        "van": gebeurtenis.van,
    }


def event_as_text(gebeurtenis: Gebeurtenis) -> str:
    """Return who did what, when and why, on one line."""
    delen = (
        f"{gebeurtenis.volg:>4}",
        f"{gebeurtenis.moment:%Y-%m-%d %H:%M:%S}Z",
        gebeurtenis.actor,
        str(gebeurtenis.soort),
        gebeurtenis.wat,
        gebeurtenis.waarom and f"omdat: {' '.join(gebeurtenis.waarom.split())}",
    )
    return "  ".join(deel for deel in delen if deel)


def _card(session: Session) -> Dossierkaart:
    kaart = card_of(session.kader, session.dossier, session.indicatie)
    return kaart.model_copy(update={"status": DossierStatus.DEFINITIEF}) if session.is_definitief else kaart


def _dates(kaart: Dossierkaart, vandaag: date) -> Json:
    evaluatie = kaart.volgende_evaluatie(vandaag)
    return {
        "status": str(kaart.status),
        "uiterlijk": kaart.uiterlijk.isoformat() if kaart.uiterlijk else None,
        "volgende_evaluatie": evaluatie.isoformat() if evaluatie else None,
    }


def _deadlines(kaart: Dossierkaart, vandaag: date) -> str:
    evaluatie = kaart.volgende_evaluatie(vandaag)
    uiterlijk = f" · onderzoek uiterlijk {kaart.uiterlijk:%d-%m-%Y}" if kaart.uiterlijk else ""
    return uiterlijk + (f" · volgende evaluatie {evaluatie:%d-%m-%Y}" if evaluatie else "")


def _practice(kaart: Dossierkaart) -> str:
    return " · oefengeval" if kaart.oefening else ""


def _fields(session: Session) -> Iterator[str]:
    for groep in ALLE_GROEPEN:
        gevuld = [veld for veld in groep.velden if is_filled(session.dossier, veld)]
        if gevuld:
            yield f"\n{groep.titel}"
            yield from (f"  {veld.label}: {text_of(session.dossier, veld)}" for veld in gevuld)
