"""Looptijd and evaluations that fit a profiel, with the reasons; a start to change, never filled in silently.

Comes in: a session. Goes out: dates, and what they would be when they are taken over.

Bron: eisen 87, 99, 102, 104, 106, 113, 114 and 139.
"""

from dataclasses import dataclass, replace
from datetime import date

from indicatietool.domain.dossier import SoortOnderzoek
from indicatietool.domain.indicatie import Termijnen
from indicatietool.domain.kalender import add_months
from indicatietool.engine.looptijd import suggest_termijnen
from indicatietool.session.advies import EVALUATION, EXTENDED, HEAVY
from indicatietool.session.datum import end_after
from indicatietool.session.session import Session

FIELDS = ("einddatum", "eerste_evaluatie", "evaluatie_elke_maanden", "aanleveren_weken_ervoor")


@dataclass(frozen=True, slots=True)
class Termijnenvoorstel:
    """De termijnen die bij een profiel passen, waarom, en tot wanneer met motivering kan worden verlengd."""

    termijnen: Termijnen
    redenen: tuple[str, ...]
    langer_tot: date | None


def terms_of_kader(session: Session) -> Termijnen | None:
    """Return the dates that fit the chosen profiel and start; None while either is open."""
    weging = session.dossier.weging
    profiel = session.kader.profiel_by_blok.get(weging.profiel or "")
    if profiel is None or weging.ingangsdatum is None:
        return None
    return suggest_termijnen(profiel, weging.ingangsdatum)


def propose_terms(session: Session) -> Termijnenvoorstel | None:
    """Return the dates for the chosen profiel and start; None while either is open."""
    termijnen = terms_of_kader(session)
    start, profiel = session.dossier.weging.ingangsdatum, session.dossier.weging.profiel
    if termijnen is None or start is None or profiel is None:
        return None
    van_kader = session.kader.profiel_by_blok[profiel]
    redenen = [
        f"Bij profiel {profiel} hoort een looptijd van {van_kader.looptijd_maanden} maanden, "
        f"met een eerste evaluatie na {van_kader.eerste_evaluatie_maanden} maanden."
    ]
    langer_tot = None
    if van_kader.looptijd_maanden <= HEAVY:
        langer_tot = end_after(start, EXTENDED)
        redenen.append(
            f"Een zware indicatie is in beginsel voor {van_kader.looptijd_maanden} maanden. Met een "
            f"motivering mag het tot {EXTENDED} maanden, bijvoorbeeld bij een lange wachtlijst."
        )
    vroeg = add_months(start, EVALUATION[0])
    eerder = _why_earlier(session)
    if eerder and vroeg is not None and vroeg < termijnen.eerste_evaluatie:
        termijnen = replace(termijnen, eerste_evaluatie=vroeg)
        redenen.append(f"{eerder} Daarom is de eerste evaluatie al na {EVALUATION[0]} maanden.")
    return Termijnenvoorstel(termijnen, tuple(redenen), langer_tot)


def take_terms(session: Session, termijnen: Termijnen) -> None:
    """Fill in all dates of a proposal as one step."""
    with session.together():
        for naam in FIELDS:
            session.set_veld(f"weging.{naam}", getattr(termijnen, naam))


def _why_earlier(session: Session) -> str:
    if session.dossier.weging.onzeker:
        return "U vindt de inschatting nog onzeker."
    if session.dossier.melding.soort_onderzoek is SoortOnderzoek.HERZIENING:
        return "De inzet paste niet en is nu veranderd."
    return ""
