"""A group on one case, worked out: what the window, the page and the command line all show.

Comes in: files and a case. Goes out: a Groep. Also which cases a trainer can choose from.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from indicatietool.domain.kalibratie import Kalibratie
from indicatietool.engine.kalibratie import calibrate
from indicatietool.session.desk import Desk
from indicatietool.session.kalibratie.casus import Kalibratiecasus, case_of
from indicatietool.session.kalibratie.verzamelen import Verzameling, gather
from indicatietool.session.oefenen.casussen import Casus, cases, model_of


@dataclass(frozen=True, slots=True)
class Groep:
    """Wat een groep op één casus inleverde, en wat dat samen zegt."""

    verzameling: Verzameling
    kalibratie: Kalibratie

    @property
    def casus(self) -> Kalibratiecasus:
        """Return the case."""
        return self.verzameling.casus


def work_out(verzameling: Verzameling) -> Groep:
    """Return what the uitslagen that count say together."""
    casus = verzameling.casus
    return Groep(verzameling, calibrate(casus.geladen.kader, verzameling.uitslagen, casus.model))


def form_group(bronnen: Iterable[Path], casus: Kalibratiecasus) -> Groep:
    """Gather files and folders, and work them out; raises as `gather`."""
    return work_out(gather(bronnen, casus))


def nobody(casus: Kalibratiecasus) -> Groep:
    """Return a group of which nobody handed in yet."""
    return work_out(Verzameling(casus, (), ()))


def cases_to_choose(desk: Desk) -> tuple[Casus, ...]:
    """Return the cases at this desk, in the order of the practice list."""
    return cases(desk)


def chosen_case(desk: Desk, casus: Casus) -> Kalibratiecasus:
    """Return a case from the list with its model answer.

    Raises:
        DossierError: it can't be read, or does not fit its kader.
    """
    return case_of(model_of(desk, casus), casus.verhaal.titel)
