"""What weighs most in a dossier: each taak, factor and answer, by what the sum would be with another.

Comes in: an open dossier. Goes out: lists, heaviest first. The engine computes every one of them; nothing is
stored.

Bron: rekenmodel.md "What the tool can always answer".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indicatietool.domain.antwoorden import Antwoorden
from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.voorstel import Voorstel
from indicatietool.session.anders import (
    AnderAntwoord,
    keuzes_at,
    other_blokken,
    other_frequenties,
    other_keuzes,
    place_of,
    with_keuze,
    without_taak,
)
from indicatietool.session.proef import Proef
from indicatietool.session.session import Session
from indicatietool.session.uitleg_zinnen import quoted, shift_per_month


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """Wat de som van alle taken wordt met een ander antwoord, in minuten per maand."""

    anders: str
    antwoorden: Antwoorden
    per_maand: int
    verschil: int


@dataclass(frozen=True, slots=True)
class Gewicht:
    """Hoe zwaar één taak, factor of antwoord weegt: de stap omlaag en de stap omhoog."""

    plek: str
    naam: str
    verschuivingen: tuple[Verschuiving, ...]
    tekst: str

    @property
    def zwaarte(self) -> int:
        """Return the largest shift, in minutes per month."""
        return max(abs(verschuiving.verschil) for verschuiving in self.verschuivingen)


@dataclass(frozen=True, slots=True)
class Zwaarst:
    """Wat het zwaarst weegt, telkens het zwaarste eerst; wat niets verschuift staat er niet bij."""

    taken: tuple[Gewicht, ...]
    factoren: tuple[Gewicht, ...]
    antwoorden: tuple[Gewicht, ...]


def heaviest(session: Session) -> Zwaarst:
    """Return which taken, factoren and answers move the sum most.

    A factor is moved one step in every place where it was answered; an answer only there.
    """
    weging = _Weging(session)
    return Zwaarst(_ranked(weging.taken()), _ranked(weging.factoren()), _ranked(weging.answers()))


def _ranked(gewichten: Iterable[Gewicht]) -> tuple[Gewicht, ...]:
    wegen = (gewicht for gewicht in gewichten if gewicht.verschuivingen and gewicht.zwaarte)
    return tuple(sorted(wegen, key=lambda gewicht: -gewicht.zwaarte))


class _Weging:
    """One weighing: every other answer is computed once, for the answers and for the factoren."""

    def __init__(self, session: Session) -> None:
        self._proef = Proef(session)
        self._steps: dict[tuple[str, str], tuple[Verschuiving | None, Verschuiving | None]] = {}

    def taken(self) -> Iterator[Gewicht]:
        for uitkomst in self._proef.nu.taken:
            zonder = self._shift("niet nodig", without_taak(self._proef.antwoorden, uitkomst.taak))
            tekst = f"Zonder {quoted(uitkomst.naam)}: {shift_per_month(zonder.verschil)}."
            yield Gewicht(f"taak.{uitkomst.taak}", uitkomst.naam, (zonder,), tekst)

    def answers(self) -> Iterator[Gewicht]:
        kader, antwoorden = self._proef.kader, self._proef.antwoorden
        for antwoord in antwoorden.taken:
            uitkomst = self._proef.nu.uitkomst(antwoord.taak)
            if uitkomst is None or not isinstance(uitkomst.voorstel, Voorstel):
                continue
            for anderen in (
                tuple(other_blokken(kader, antwoorden, antwoord)),
                tuple(other_frequenties(kader, antwoorden, antwoord)),
            ):
                yield from _weighed(uitkomst.naam, anderen, self._either_side(anderen))
            for factor in kader.factoren_by_taak[antwoord.taak]:
                if factor.gevraagd_bij is Plaats.TAAK:
                    anderen = tuple(other_keuzes(factor, antwoorden, antwoord.taak))
                    yield from _weighed(uitkomst.naam, anderen, self._steps_of(factor, antwoord.taak))

    def factoren(self) -> Iterator[Gewicht]:
        for factor in self._proef.kader.factoren:
            sleutels = self._places(factor)
            if factor.punten is None and sleutels:
                naast = tuple(
                    verschuiving
                    for kant in (0, 1)
                    if (verschuiving := self._everywhere(factor, sleutels, kant)) is not None
                )
                waar = "" if factor.gevraagd_bij is Plaats.DOSSIER else f", bij {_how_many(factor, sleutels)}"
                yield Gewicht(place_of(factor, "*"), factor.naam, naast, _tell(factor.naam + waar, naast))

    def _places(self, factor: Factor) -> tuple[str, ...]:
        antwoorden = self._proef.antwoorden
        match factor.gevraagd_bij:
            case Plaats.DOSSIER:
                return ("",) if factor.id in antwoorden.keuzes else ()
            case Plaats.LEEFGEBIED:
                return tuple(a.leefgebied for a in antwoorden.leefgebieden if factor.id in a.keuzes)
            case Plaats.TAAK:
                return tuple(a.taak for a in antwoorden.taken if factor.id in a.keuzes)

    def _everywhere(self, factor: Factor, sleutels: tuple[str, ...], kant: int) -> Verschuiving | None:
        """Return what one step in every place does together; None where there is no such step anywhere."""
        stappen = [(sleutel, self._steps_of(factor, sleutel)[kant]) for sleutel in sleutels]
        genomen = [(sleutel, stap) for sleutel, stap in stappen if stap is not None]
        if len(genomen) < 2:
            return genomen[0][1] if genomen else None
        antwoorden = self._proef.antwoorden
        for sleutel, stap in genomen:
            keuze = keuzes_at(stap.antwoorden, factor.gevraagd_bij, sleutel)[factor.id]
            antwoorden = with_keuze(antwoorden, factor, sleutel, keuze)
        return self._shift("overal één stap anders", antwoorden)

    def _steps_of(self, factor: Factor, sleutel: str) -> tuple[Verschuiving | None, Verschuiving | None]:
        if (factor.id, sleutel) not in self._steps:
            anderen = other_keuzes(factor, self._proef.antwoorden, sleutel)
            self._steps[factor.id, sleutel] = self._either_side(anderen)
        return self._steps[factor.id, sleutel]

    def _either_side(
        self, anderen: Iterable[AnderAntwoord]
    ) -> tuple[Verschuiving | None, Verschuiving | None]:
        """Return the nearest that lowers the sum, and the nearest that raises it."""
        alle = [self._shift(ander.anders, ander.antwoorden) for ander in anderen]
        minder = [v for v in alle if v.verschil < 0]
        meer = [v for v in alle if v.verschil > 0]
        return (
            max(minder, key=lambda v: v.verschil) if minder else None,
            min(meer, key=lambda v: v.verschil) if meer else None,
        )

    def _shift(self, anders: str, antwoorden: Antwoorden) -> Verschuiving:
        per_maand = self._proef.outcome(antwoorden).berekend_per_maand
        return Verschuiving(anders, antwoorden, per_maand, per_maand - self._proef.nu.berekend_per_maand)


def _weighed(
    waar: str, anderen: tuple[AnderAntwoord, ...], kanten: tuple[Verschuiving | None, ...]
) -> Iterator[Gewicht]:
    if anderen:
        naast = tuple(kant for kant in kanten if kant is not None)
        naam = f"{waar}, {anderen[0].vraag.lower()}"
        yield Gewicht(anderen[0].plek, naam, naast, _tell(f"{naam} (nu {quoted(anderen[0].nu)})", naast))


def _how_many(factor: Factor, sleutels: tuple[str, ...]) -> str:
    een, meer = ("taak", "taken") if factor.gevraagd_bij is Plaats.TAAK else ("leefgebied", "leefgebieden")
    return f"{len(sleutels)} {een if len(sleutels) == 1 else meer}"


def _tell(naam: str, naast: tuple[Verschuiving, ...]) -> str:
    delen = [f"{quoted(v.anders)} geeft {shift_per_month(v.verschil)}" for v in naast]
    return f"{naam}: {'; '.join(delen)}."
