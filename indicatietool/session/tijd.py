"""The looptijd as stretches of time, to draw and to write beside it.

Comes in: a session. Goes out: a Stuk per fase, gap or temporary line, and the sum of the minutes.

Bron: eisen 27, 28, 103, 106 and 119.
"""

from dataclasses import dataclass
from datetime import date

from indicatietool.domain.fasen import Fase, TijdelijkeLijn
from indicatietool.domain.tekst import show_hours
from indicatietool.domain.tijdlijn import LijnSoort
from indicatietool.engine.looptijd import Evaluatiemoment, evaluations
from indicatietool.engine.tijdlijn import gaps_in_time, lines_of, total_of
from indicatietool.session.session import Session
from indicatietool.verslag.invulling import show_date
from indicatietool.verslag.onderdelen.looptijd import name_of_line


@dataclass(frozen=True, slots=True)
class Stuk:
    """Eén stuk van de looptijd; `minuten_per_maand` and `samen` are None where there is no fase."""

    naam: str
    van: date
    tot: date
    minuten_per_maand: int | None
    samen: int | None
    is_tijdelijk: bool = False

    @property
    def zin(self) -> str:
        """Return the stretch in words."""
        hoeveel = (
            "geen fase" if self.minuten_per_maand is None else f"{self.minuten_per_maand} minuten per maand"
        )
        return f"{self.naam}: {show_date(self.van)} tot en met {show_date(self.tot)}, {hoeveel}"


def pieces(session: Session) -> tuple[Stuk, ...]:
    """Return the stretches in order of time, temporary ones last; none while a day is open."""
    lijnen = [
        Stuk(
            name_of_line(lijn),
            lijn.van,
            lijn.tot,
            lijn.minuten_per_maand,
            total_of((lijn,)).minuten,
            lijn.soort is LijnSoort.TIJDELIJK,
        )
        for lijn in lines_of(session.dossier, session.indicatie)
    ]
    gaten = [Stuk("Zonder fase", van, tot, None, None) for van, tot in gaps_in_time(session.dossier)]
    return tuple(sorted((*lijnen, *gaten), key=lambda stuk: (stuk.is_tijdelijk, stuk.van)))


def total_in_words(session: Session) -> str:
    """Return the minutes over the whole duration; empty while a day is open."""
    lijnen = lines_of(session.dossier, session.indicatie)
    if not lijnen:
        return ""
    totaal = total_of(lijnen).minuten
    return f"{totaal} minuten ({show_hours(totaal)})"


def evaluation_days(session: Session) -> tuple[Evaluatiemoment, ...]:
    """Return the evaluations up to the einddatum, each with the day on which the papers must be there."""
    return evaluations(session.dossier.weging)


def fase_in_words(fase: Fase) -> str:
    """Return a fase in one sentence, with its motivering."""
    hoeveel = (
        "het aantal van de indicatie"
        if fase.minuten_per_maand is None
        else f"{fase.minuten_per_maand} minuten per maand"
    )
    waarom = f" {fase.motivering}" if fase.motivering else ""
    wanneer = f"{show_date(fase.van)} tot en met {show_date(fase.tot)}"
    return f"{str(fase.soort).capitalize()}, {wanneer}: {hoeveel}.{waarom}"


def line_in_words(lijn: TijdelijkeLijn) -> str:
    """Return a temporary line in one sentence, with its motivering."""
    return (
        f"{lijn.omschrijving}, {show_date(lijn.van)} tot en met {show_date(lijn.tot)}: "
        f"{lijn.minuten_per_maand} minuten per maand extra. {lijn.motivering}"
    )
