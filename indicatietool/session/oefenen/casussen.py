"""The practice cases to choose from: those beside each normenkader, and the trainer's own in the oefenkluis.

Comes in: a desk. Goes out: Casussen, and the model answers of one as a session in memory. Knows nothing of
who is practising.
"""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from indicatietool.domain.dossier import Dossier, KaderVerwijzing
from indicatietool.domain.kaart import DossierRegel
from indicatietool.domain.normenkader import Voorbeeld
from indicatietool.domain.oefening import CasusNiveau, Oefencasus
from indicatietool.errors import DossierError, IndicatietoolError, InvoerError, NormenkaderError, Probleem
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import PRACTICE_KADER, Kaders
from indicatietool.session.session import Session
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import CASES_FOLDER, GeladenKader, check_fit

PRACTICE_CASE = "o2"
"""How the file of the case that is demonstrated begins."""
_NO_MODEL = (
    "Het modelantwoord van deze casus staat niet op deze laptop. Vraag uw trainer om het bestand met "
    "het model en lees dat in bij Oefenen."
)
_OTHER_KADER = (
    "Het modelantwoord van deze casus hoort bij een ander normenkader dan uw oefening. Begin de casus "
    "opnieuw met het kader van het model."
)


class Groep(StrEnum):
    """Onder welk kopje een casus in de lijst staat."""

    BASIS = "Basis"
    LASTIG = "Lastig"
    REKENVOORBEELD = "Rekenvoorbeelden van een normenkader"


@dataclass(frozen=True, slots=True, eq=False)
class Casus:
    """Eén oefencasus om te kiezen: het verhaal, het kader, en waar het modelantwoord staat.

    `plaats` is the file beside a kader, or the nummer of a dossier in the oefenkluis. `heeft_verhaal` is
    False for a worked example of a kader without a written vignette: its story is made of the hulpvraag.
    """

    verhaal: Oefencasus
    heeft_verhaal: bool
    geladen: GeladenKader
    minuten_per_maand: int
    plaats: Path | str

    @property
    def is_eigen(self) -> bool:
        """Tell whether a trainer wrote it, here or on another laptop."""
        return isinstance(self.plaats, str)

    @property
    def naam(self) -> str:
        """Return the word to ask for it by; the id of a shipped case would tell the blok of its profiel."""
        if isinstance(self.plaats, str):
            return self.plaats
        return plain_name(self.verhaal.titel) if self.heeft_verhaal else self.verhaal.id

    @property
    def groep(self) -> Groep:
        """Return the heading it stands under."""
        if not self.heeft_verhaal:
            return Groep.REKENVOORBEELD
        return Groep.LASTIG if self.verhaal.niveau is CasusNiveau.LASTIG else Groep.BASIS


class Oefening(NamedTuple):
    """Eén oefendossier dat met een casus is begonnen, en wanneer het model is gezien."""

    nummer: str
    kenmerk: str
    model_gezien: date | None


class Casussen:
    """De casussen van één werkplek; een dossier dat niet veranderde, wordt niet opnieuw gelezen."""

    def __init__(self, desk: Desk) -> None:
        """Read nothing yet."""
        self._desk = desk
        self._own: dict[tuple[str, datetime], Casus | Oefening | None] = {}

    def all(self) -> tuple[Casus, ...]:
        """Return all cases, basis first and worked examples last; one that can't be used is left out."""
        alle = (*cases_of_kaders(self._desk.kaders), *self.own())
        return tuple(sorted(alle, key=lambda casus: list(Groep).index(casus.groep)))

    def own(self) -> tuple[Casus, ...]:
        """Return the cases that were written or read in here, last changed first."""
        regels = self._desk.list() if self._desk.is_practice else ()
        self._own = {
            (regel.kaart.nummer, regel.gewijzigd): self._known(regel) for regel in regels if not regel.fout
        }
        return tuple(casus for casus in self._own.values() if isinstance(casus, Casus))

    def exercises(self, casus: Casus) -> tuple[Oefening, ...]:
        """Return the practice dossiers that were begun with a case, as `own` found them, last first."""
        oefeningen = (deel for deel in self._own.values() if isinstance(deel, Oefening))
        return tuple(deel for deel in oefeningen if deel.kenmerk == casus.verhaal.kenmerk)

    def _known(self, regel: DossierRegel) -> Casus | Oefening | None:
        sleutel = (regel.kaart.nummer, regel.gewijzigd)
        return self._own[sleutel] if sleutel in self._own else _read_own(self._desk, regel)


def cases(desk: Desk) -> tuple[Casus, ...]:
    """Return all cases of a desk, basis first and worked examples last."""
    return Casussen(desk).all()


def cases_of_kaders(kaders: Kaders) -> tuple[Casus, ...]:
    """Return the cases beside the normenkaders, those of the voorbeeldkader first."""
    casussen = []
    for geladen, voorbeeld in kaders.practice_examples():
        with suppress(DossierError):  # whoever chooses this kader hears what is wrong with its examples
            casussen.append(_shipped(kaders, geladen, voorbeeld))
    return tuple(casussen)


def own_cases(desk: Desk) -> tuple[Casus, ...]:
    """Return the cases that were written or read in at this desk, last changed first."""
    return Casussen(desk).own()


def find_case(desk: Desk, wens: str) -> Casus:
    """Return the case with this name, id or begin of a kenmerk.

    Raises:
        InvoerError: there is none, or more than one.
    """
    alle = cases(desk)
    for gevonden in (
        [casus for casus in alle if casus.naam == wens],
        [casus for casus in alle if casus.verhaal.id == wens],
        [casus for casus in alle if len(wens) > 7 and casus.verhaal.kenmerk.startswith(wens)],
    ):
        if len(gevonden) == 1:
            return gevonden[0]
        if gevonden:
            raise InvoerError("Er zijn meer casussen met deze naam. Zie: indicatietool oefening lijst.")
    raise InvoerError("Er is geen casus met deze naam. Zie: indicatietool oefening lijst.")


def demonstrated(desk: Desk) -> Casus:
    """Return the case that is demonstrated.

    Raises:
        NormenkaderError: it was not installed.
    """
    for casus in cases_of_kaders(desk.kaders):
        bestand = Path(casus.plaats).name
        if casus.geladen.kader.kader.id == PRACTICE_KADER and bestand.startswith(PRACTICE_CASE):
            return casus
    raise NormenkaderError(
        PRACTICE_KADER,
        (Probleem("casussen", "de oefencasus ontbreekt.", "Installeer het programma opnieuw."),),
    )


def model_of(desk: Desk, casus: Casus) -> Session:
    """Return the model answers of a case, as a session in memory: nothing of it is ever saved.

    Raises:
        DossierError: it can't be read, or does not fit its kader.
        NormenkaderError: its kader fails its own examples.
    """
    desk.kaders.proven(casus.geladen)
    if isinstance(casus.plaats, Path):
        dossier = read_dossier(casus.plaats)
        check_fit(casus.geladen, dossier)
        dossier = dossier.with_changes(kader=casus.geladen.verwijzing, oefencasus=casus.verhaal)
    else:
        dossier = desk.read(casus.plaats)
    return Session(dossier, casus.geladen, None, desk.vandaag)


def model_for(desk: Desk, oefening: Dossier) -> Session:
    """Return the model answers that belong to a practice dossier.

    Raises:
        InvoerError: it is no practice with a case, or the model is not here or under another kader.
    """
    verhaal = oefening.oefencasus
    if verhaal is None:
        raise InvoerError("Dit oefendossier hoort niet bij een casus. Er is geen modelantwoord.")
    gevonden = [casus for casus in cases(desk) if casus.verhaal.kenmerk == verhaal.kenmerk]
    if not gevonden:
        raise InvoerError(_NO_MODEL)
    passend = [casus for casus in gevonden if _same(casus.geladen.verwijzing, oefening.kader)]
    if not passend:
        raise InvoerError(_OTHER_KADER)
    return model_of(desk, passend[0])


def story_of(dossier: Dossier, id_: str, titel: str) -> Oefencasus:
    """Return a case for a worked example that has no vignette: its story is what the client told."""
    vraag = dossier.hulpvraag
    delen = (vraag.eigen_woorden, vraag.situatie, vraag.behoeften, vraag.hulpgeschiedenis)
    vignet = "\n\n".join(deel.strip() for deel in delen if deel.strip())
    return Oefencasus(id=id_, titel=titel, vignet=vignet or titel)


def plain_name(titel: str) -> str:
    """Return a title as it can be part of an id or of the name of a file.

    >>> plain_name("De gordijnen, één ochtend")
    'de-gordijnen-een-ochtend'
    """
    plat = unicodedata.normalize("NFKD", titel).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plat)[:40].strip("-")


def _shipped(kaders: Kaders, geladen: GeladenKader, voorbeeld: Voorbeeld) -> Casus:
    pad = geladen.folder / CASES_FOLDER / voorbeeld.casus
    dossier = kaders.example(geladen, voorbeeld)
    verhaal = dossier.oefencasus or story_of(dossier, pad.stem.strip("-"), voorbeeld.titel)
    return Casus(verhaal, dossier.oefencasus is not None, geladen, voorbeeld.minuten_per_maand, pad)


def _read_own(desk: Desk, regel: DossierRegel) -> Casus | Oefening | None:
    try:
        dossier = desk.read(regel.kaart.nummer)
        verhaal = dossier.oefencasus
        if verhaal is None:
            return None
        if verhaal.uitgedeeld:
            return Oefening(dossier.nummer, verhaal.kenmerk, verhaal.model_gezien)
        geladen = desk.kader_of(dossier)
    except IndicatietoolError:  # the list of dossiers says what is wrong with it
        return None
    return Casus(verhaal, True, geladen, regel.kaart.minuten_per_maand or 0, dossier.nummer)


def _same(een: KaderVerwijzing, ander: KaderVerwijzing) -> bool:
    return (een.id, een.versie, een.sha256) == (ander.id, ander.versie, ander.sha256)
