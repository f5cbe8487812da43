"""The case that a group scored: the story that uitslagen must be of, its kader, and the model answer.

Comes in: the trainer's file or an open session. Goes out: a Kalibratiecasus. Works with a blind case as well;
then there is no model answer to compare with.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from indicatietool.domain.oefening import Oefencasus
from indicatietool.domain.uitslag import Uitslag
from indicatietool.errors import InvoerError
from indicatietool.session.bron import read_bron
from indicatietool.session.kaders import Kaders
from indicatietool.session.kalibratie.inleveren import model_of
from indicatietool.session.session import Session
from indicatietool.store.normenkaders import GeladenKader

NO_CASE = "In {bestand} staat geen oefencasus. Kies het bestand van de casus die u uitdeelde."


@dataclass(frozen=True, slots=True)
class Kalibratiecasus:
    """De casus die een groep scoorde, met het normenkader en zo mogelijk het modelantwoord."""

    oefencasus: Oefencasus
    geladen: GeladenKader
    gemeente: str | None
    model: Uitslag | None


def case_of(session: Session, naam: str) -> Kalibratiecasus:
    """Return the case of an open practice dossier.

    Args:
        session: the case with its model answer, or blind.
        naam: how the user knows it, for a message.

    Raises:
        InvoerError: there is no case in it.
    """
    casus = session.dossier.oefencasus
    if casus is None or not session.dossier.oefening:
        raise InvoerError(NO_CASE.format(bestand=naam))
    return Kalibratiecasus(casus, session.geladen, session.dossier.melding.gemeente, model_of(session, casus))


def read_case(pad: Path, kaders: Kaders, kader: Path | None = None) -> Kalibratiecasus:
    """Return the case in a file: JSON beside a kader, or an `.indicatie` file.

    Raises:
        InvoerError: there is no case in it.
        IndicatietoolError: the file can't be used, as `read_bron` says.
    """
    session = read_bron(pad, kaders, kader).session(date.today())
    return case_of(session, pad.name)
