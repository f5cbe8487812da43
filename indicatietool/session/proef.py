"""What the outcome would be under other answers. A try: nothing of it is kept.

Comes in: an open dossier and changed answers. Goes out: an Indicatie, by the engine itself.
"""

from indicatietool.domain.antwoorden import Aftrek, Antwoorden
from indicatietool.domain.besluit import TaakBesluit
from indicatietool.domain.indicatie import Indicatie, TaakUitkomst
from indicatietool.engine.rekenaar import Rekenaar
from indicatietool.session.anders import with_taak, without_taak
from indicatietool.session.session import Session


class Proef:
    """Eén dossier om op te proberen: dezelfde feiten, andere antwoorden."""

    def __init__(self, session: Session) -> None:
        """Start from the dossier as it is now."""
        self.kader = session.kader
        self.dossier = session.dossier
        self.nu = session.indicatie
        self._rekenaar = Rekenaar(session.kader)
        self._rekenaar.indicate(session.dossier)

    @property
    def antwoorden(self) -> Antwoorden:
        """Return the answers as they are now."""
        return self.dossier.antwoorden

    def outcome(self, antwoorden: Antwoorden, besluiten: tuple[TaakBesluit, ...] | None = None) -> Indicatie:
        """Return the outcome if these were the answers, with the besluiten as they are or with others."""
        over = self.dossier.besluiten if besluiten is None else besluiten
        return self._rekenaar.indicate(self.dossier.with_changes(antwoorden=antwoorden, besluiten=over))


def share_of(session: Session, taak: str) -> int:
    """Return what a taak does to the sum, in minutes per month: the sum now minus the sum without it."""
    if session.dossier.antwoorden.taak(taak) is None:
        return 0
    zonder = Proef(session).outcome(without_taak(session.dossier.antwoorden, taak))
    return session.indicatie.berekend_per_maand - zonder.berekend_per_maand


def with_aftrek(session: Session, taak: str, aftrek: tuple[Aftrek, ...]) -> TaakUitkomst | None:
    """Return how a taak would come out with this aftrek; None for a taak that is not in the dossier."""
    antwoord = session.dossier.antwoorden.taak(taak)
    if antwoord is None:
        return None
    antwoorden = with_taak(session.dossier.antwoorden, antwoord, aftrek=aftrek)
    return Proef(session).outcome(antwoorden).uitkomst(taak)
