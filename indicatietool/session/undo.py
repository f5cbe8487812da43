"""What can be undone and redone: two stacks, rebuilt from the history that the kluis keeps.

Knows nothing of what a change is about; session.session applies it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from indicatietool.domain.kluis import Gebeurtenis, GebeurtenisSoort, Wijziging

_PLACE = "gebleven"


@dataclass(frozen=True, slots=True)
class Handeling:
    """Eén handeling van de consulent: haar volgnummer, wat er gebeurde en de wijzigingen."""

    volg: int
    wat: str
    wijzigingen: tuple[Wijziging, ...]


class UndoLog:
    """Wat ongedaan kan en wat opnieuw kan."""

    def __init__(self, history: Iterable[Gebeurtenis] = ()) -> None:
        """Rebuild the stacks from the history of a dossier."""
        self._done: list[Handeling] = []
        self._undone: list[Handeling] = []
        self.last_volg = 0
        for gebeurtenis in history:
            self._replay(gebeurtenis)

    @property
    def to_undo(self) -> Handeling | None:
        """Return what `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> Handeling | None:
        """Return what `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def did(self, wat: str, wijzigingen: tuple[Wijziging, ...]) -> None:
        """Note something new; what was undone can no longer be redone."""
        self.last_volg += 1
        self._push(Handeling(self.last_volg, wat, wijzigingen))

    def undid(self) -> Handeling:
        """Note that the last handeling was taken back, and return it."""
        self.last_volg += 1
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redid(self) -> Handeling:
        """Note that it was done again, and return it."""
        self.last_volg += 1
        self._done.append(self._undone.pop())
        return self._done[-1]

    def bar(self) -> None:
        """Note something that can't be undone; nothing before it can either."""
        self.last_volg += 1
        self._done.clear()
        self._undone.clear()

    def _push(self, handeling: Handeling) -> None:
        if all(wijziging.pad[:1] == (_PLACE,) for wijziging in handeling.wijzigingen):
            return
        self._done.append(handeling)
        self._undone.clear()

    def _replay(self, gebeurtenis: Gebeurtenis) -> None:
        match gebeurtenis.soort:
            case GebeurtenisSoort.WIJZIGING:
                self.did(gebeurtenis.wat, gebeurtenis.wijzigingen)
            case GebeurtenisSoort.ONGEDAAN if self._done:
                self.undid()
            case GebeurtenisSoort.OPNIEUW if self._undone:
                self.redid()
            case _:
                self.bar()
        self.last_volg = gebeurtenis.volg
