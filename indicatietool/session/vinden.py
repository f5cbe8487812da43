"""Finding anything in an open dossier: a step, a field, a taak, a leefgebied, or a word that was typed.

Comes in: a session and words. Goes out: hits, each with the step and the field to go to. Changes nothing.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.veld import VeldGroep, text_of
from indicatietool.session.session import Session
from indicatietool.session.steps import GROEPEN_OF_STAP, StapSoort, steps

MOST = 200
"""Hits that are shown at most; more words narrow it down."""
_AROUND = 40
"""Characters shown before and after a word."""

_TEXTS_OF_LEEFGEBIED = ("problemen", "doel", "indicator", "toelichting")


@dataclass(frozen=True, slots=True)
class Vondst:
    """Eén plek waar de woorden staan: de stap, het veld, hoe het heet, en de tekst eromheen."""

    stap: str
    veld: str
    titel: str
    tekst: str = ""


def find(session: Session, woorden: str) -> tuple[Vondst, ...]:
    """Return the places in which every word is found, those whose name holds them first; at most 200.

    Args:
        session: the open dossier.
        woorden: words; accents and capitals make no difference. Without a word: nothing.
    """
    gezocht = _plain(woorden).split()
    if not gezocht:
        return ()
    namen: list[Vondst] = []
    teksten: list[Vondst] = []
    for plek in _places(session):
        titel = _plain(plek.titel)
        geheel = f"{titel} {_plain(plek.tekst)}"
        if all(woord in geheel for woord in gezocht):
            vondst = Vondst(plek.stap, plek.veld, plek.titel, _around(plek.tekst, gezocht))
            (namen if all(woord in titel for woord in gezocht) else teksten).append(vondst)
    return tuple([*namen, *teksten][:MOST])


def _places(session: Session) -> Iterator[Vondst]:
    kader, dossier = session.kader, session.dossier
    for stap in steps(kader, dossier, session.indicatie):
        yield Vondst(stap.id, "", stap.titel)
    for soort, groepen in GROEPEN_OF_STAP.items():
        yield from _typed(str(soort), groepen, dossier)
    for factor in kader.factoren_at(Plaats.DOSSIER):
        yield Vondst(str(StapSoort.FACTOREN), f"factor.{factor.id}", factor.naam, factor.vraag)
    yield from _leefgebieden(kader, dossier)
    yield from _taken(kader, dossier)
    yield from _besluiten(kader, dossier)


def _typed(stap: str, groepen: tuple[VeldGroep, ...], dossier: Dossier) -> Iterator[Vondst]:
    for veld in (veld for groep in groepen for veld in groep.velden):
        yield Vondst(stap, veld.pad, veld.label, text_of(dossier, veld))


def _leefgebieden(kader: Normenkader, dossier: Dossier) -> Iterator[Vondst]:
    stap = str(StapSoort.LEEFGEBIEDEN)
    for leefgebied in kader.leefgebieden:
        plek = f"leefgebied.{leefgebied.id}"
        yield Vondst(stap, plek, f"Leefgebied {leefgebied.naam}", leefgebied.omschrijving)
        antwoord = dossier.antwoorden.leefgebied(leefgebied.id)
        for naam in _TEXTS_OF_LEEFGEBIED if antwoord else ():
            tekst = getattr(antwoord, naam)
            if tekst:
                yield Vondst(stap, f"{plek}.{naam}", f"{leefgebied.naam}: {naam}", tekst)


def _taken(kader: Normenkader, dossier: Dossier) -> Iterator[Vondst]:
    for taak in kader.taken:
        antwoord = dossier.antwoorden.leefgebied(taak.leefgebied)
        is_scored = antwoord is not None and antwoord.situatie is LeefgebiedSituatie.BEGELEIDING
        stap = f"{StapSoort.SCOREN}.{taak.leefgebied}" if is_scored else str(StapSoort.LEEFGEBIEDEN)
        veld = f"taak.{taak.id}.blok" if is_scored else f"leefgebied.{taak.leefgebied}"
        yield Vondst(stap, veld, f"Taak {taak.naam}", taak.omschrijving)
        gescoord = dossier.antwoorden.taak(taak.id)
        if gescoord is None:
            continue
        if gescoord.observatie:
            plek = f"taak.{taak.id}.observatie"
            yield Vondst(stap, plek, f"{taak.naam}: wat u zag of hoorde", gescoord.observatie)
        for aftrek in gescoord.aftrek:
            titel = f"{taak.naam}: {aftrek.soort.naam}"
            yield Vondst(str(StapSoort.OPLOSSINGEN), f"aftrek.{taak.id}.toevoegen", titel, aftrek.reden)


def _besluiten(kader: Normenkader, dossier: Dossier) -> Iterator[Vondst]:
    stap = str(StapSoort.BESLUIT)
    for besluit in dossier.besluiten:
        taak = kader.taak_by_id.get(besluit.taak)
        naam = taak.naam if taak else besluit.taak
        motivering = getattr(besluit.besluit, "motivering", "")
        yield Vondst(stap, f"besluit.{besluit.taak}", f"Besluit over {naam}", motivering)
    for overig in dossier.antwoorden.overige:
        yield Vondst(
            stap, "overige.toevoegen", f"Overige begeleiding: {overig.omschrijving}", overig.motivering
        )


def _plain(tekst: str) -> str:
    """Return a text in small letters without accents."""
    letters = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _around(tekst: str, woorden: list[str]) -> str:
    """Return the part of a text around the first word that is in it, on one line."""
    regel = " ".join(tekst.split())
    plat = _plain(regel)
    plaatsen = [plaats for woord in woorden if (plaats := plat.find(woord)) >= 0]
    if not plaatsen:
        return regel[: 2 * _AROUND]
    begin = max(0, min(plaatsen) - _AROUND)
    einde = min(plaatsen) + _AROUND
    voor, na = "…" if begin else "", "…" if einde < len(regel) else ""
    return f"{voor}{regel[begin:einde]}{na}"
