"""The outcome of a dossier, without computing again what can't have changed.

Comes in: dossiers under one kader, one after the other. Goes out: the Indicatie that `engine.total.indicate`
gives; a voorstel and an outcome of last time are used again, as the same objects, while all they rest on is
the same.
"""

from collections.abc import Mapping
from typing import NamedTuple

from indicatietool.domain.antwoorden import Aftrek, Antwoorden, Frequentie, TaakAntwoord
from indicatietool.domain.besluit import Besluit
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie, TaakUitkomst
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.voorstel import TaakVoorstel
from indicatietool.engine.propose import propose
from indicatietool.engine.total import indicate, outcome_of


class _Grond(NamedTuple):
    """Everything a voorstel rests on beside the kader; the observatie is not part of it."""

    blok: str | None
    frequentie: Frequentie | None
    keuzes: Mapping[str, str | int]
    aftrek: tuple[Aftrek, ...]
    bij_leefgebied: Mapping[str, str | int]
    bij_dossier: Mapping[str, str | int]
    nodig: frozenset[str]
    gemeente: str | None


class Rekenaar:
    """Berekent dossiers onder één kader en onthoudt per taak het laatste voorstel."""

    def __init__(self, kader: Normenkader) -> None:
        """Know nothing yet."""
        self._kader = kader
        self._nodig: frozenset[str] = frozenset()
        self._known: dict[str, tuple[_Grond, TaakVoorstel]] = {}
        self._outcomes: dict[str, TaakUitkomst] = {}

    def indicate(self, dossier: Dossier) -> Indicatie:
        """Return the outcome of a dossier, exactly as when it is computed from nothing."""
        nodig = dossier.antwoorden.nodig
        if nodig != self._nodig:  # one object for all taken of many dossiers: comparing it then costs nothing
            self._nodig = nodig
        return indicate(self._kader, dossier, self._weigh)

    def _weigh(
        self, kader: Normenkader, dossier: Dossier, antwoord: TaakAntwoord, besluit: Besluit | None
    ) -> TaakUitkomst:
        voorstel = self._propose(kader, dossier.antwoorden, antwoord, dossier.melding.gemeente)
        known = self._outcomes.get(antwoord.taak)
        if (
            known is not None
            and known.voorstel is voorstel
            and known.besluit is besluit
            and known.blok == antwoord.blok
        ):
            return known
        taak = kader.taak_by_id[antwoord.taak]
        uitkomst = self._outcomes[taak.id] = outcome_of(taak, antwoord.blok, voorstel, besluit)
        return uitkomst

    def _propose(
        self, kader: Normenkader, antwoorden: Antwoorden, antwoord: TaakAntwoord, gemeente: str | None
    ) -> TaakVoorstel:
        leefgebied = antwoorden.leefgebied(kader.taak_by_id[antwoord.taak].leefgebied)
        grond = _Grond(
            antwoord.blok,
            antwoord.frequentie,
            antwoord.keuzes,
            antwoord.aftrek,
            leefgebied.keuzes if leefgebied else {},
            antwoorden.keuzes,
            self._nodig,
            gemeente,
        )
        known = self._known.get(antwoord.taak)
        if known is not None and known[0] == grond:
            return known[1]
        voorstel = propose(kader, antwoorden, antwoord, gemeente)
        self._known[antwoord.taak] = grond, voorstel
        return voorstel
