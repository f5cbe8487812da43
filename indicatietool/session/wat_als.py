"""What if: a copy of a dossier to try answers on, beside what it was when the copy was made.

Comes in: an open session. Goes out: a copy that no kluis keeps, and a Stand: before and now, in numbers and
in words. The engine computes both; the dossier itself is never touched.

Bron: rekenmodel.md "What the tool can always answer"; eis 148.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from indicatietool.domain.antwoorden import Antwoorden
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie, TaakUitkomst
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Omvang, Voorstel
from indicatietool.session.session import Session
from indicatietool.session.uitleg_zinnen import signed
from indicatietool.session.veranderd import NOTHING, arrow, what_changed

NO_VOORSTEL = "geen voorstel"
NO_PROFIEL = "geen profiel"


@dataclass(frozen=True, slots=True)
class WatAls:
    """Een kopie om op te proberen (`session`), en hoe het was toen zij werd gemaakt."""

    begin: Dossier
    was: Indicatie
    session: Session


class ProfielNaam(NamedTuple):
    """De code en de naam van een profiel."""

    code: str
    naam: str


class Beweging(NamedTuple):
    """Iets dat kan bewegen: wat het is, het getal toen en nu, en wat dat scheelt in woorden."""

    kop: str
    getal: str
    uitleg: str
    verschil: Fraction | int = 0

    @property
    def kort(self) -> str:
        """Return it on one line: what it is, then and now, and the difference."""
        erbij = f" ({signed(self.verschil)})" if self.verschil else ""
        return f"{self.kop}: {self.getal}{erbij}"

    @property
    def zin(self) -> str:
        """Return all of it as a screen reader tells it: an arrow is a word."""
        delen = (f"{self.kop}: {self.getal}", self.uitleg)
        return ", ".join(deel for deel in delen if deel).replace(" → ", " wordt ")


@dataclass(frozen=True, slots=True)
class TaakVergelijk:
    """Eén taak toen en nu: het voorstel met marge in minuten per week, None zonder voorstel."""

    taak: str
    naam: str
    was: Omvang | None
    nu: Omvang | None

    @property
    def verschil(self) -> Fraction:
        """Return what the richtwaarde moved, in minutes per week; no voorstel counts as nothing."""
        return _richt(self.nu) - _richt(self.was)

    @property
    def beweging(self) -> Beweging:
        """Return voorstel and marge, then and now."""
        voorstellen = (
            show_minutes(omvang.richt) if omvang else NO_VOORSTEL for omvang in (self.was, self.nu)
        )
        marges = (_marge(omvang) for omvang in (self.was, self.nu))
        uitleg = f"per week, marge {arrow(*marges)}; {signed(self.verschil)}"
        return Beweging(self.naam, arrow(*voorstellen), uitleg, self.verschil)


@dataclass(frozen=True, slots=True)
class Stand:
    """Voorheen en nu naast elkaar: totaal in minuten per maand, profiel, de taken en wat er is veranderd.

    `taak` is the taak in hand, or else the one that moved most; None while no taak is scored. `taken` are
    those that moved.
    """

    was_per_maand: int
    nu_per_maand: int
    was_profiel: ProfielNaam
    nu_profiel: ProfielNaam
    taak: TaakVergelijk | None
    taken: tuple[TaakVergelijk, ...]
    veranderd: tuple[str, ...]
    opmerking: str

    @property
    def bewegingen(self) -> tuple[Beweging, ...]:
        """Return what is shown large: the total, the taak in hand, and the profiel."""
        totaal = arrow(str(self.was_per_maand), str(self.nu_per_maand))
        verschil = self.nu_per_maand - self.was_per_maand
        codes, namen = zip(self.was_profiel, self.nu_profiel, strict=True)
        return (
            Beweging("Totaal per maand", totaal, signed(verschil), verschil),
            *((self.taak.beweging,) if self.taak else ()),
            Beweging("Profiel", arrow(*codes), arrow(*namen)),
        )

    @property
    def voorgelezen(self) -> str:
        """Return what a screen reader tells after a change."""
        return ". ".join(beweging.zin for beweging in self.bewegingen) + "."


def try_on(session: Session) -> WatAls:
    """Return a copy of a dossier to try things on; nothing of it is ever saved."""
    return WatAls(session.dossier, session.indicatie, session.what_if())


def start_over(wat_als: WatAls) -> WatAls:
    """Return the same copy as it was in the beginning."""
    return WatAls(wat_als.begin, wat_als.was, _copy(wat_als.session, wat_als.begin))


def with_answers(wat_als: WatAls, antwoorden: Antwoorden) -> WatAls:
    """Return the copy with other answers; a besluit about a taak that is not in them any more goes along."""
    dossier = wat_als.session.dossier
    besluiten = tuple(besluit for besluit in dossier.besluiten if besluit.taak in antwoorden.nodig)
    anders = dossier.with_changes(antwoorden=antwoorden, besluiten=besluiten)
    return WatAls(wat_als.begin, wat_als.was, _copy(wat_als.session, anders))


def stand(wat_als: WatAls) -> Stand:
    """Return the copy beside what it was."""
    session, was, nu = wat_als.session, wat_als.was, wat_als.session.indicatie
    taken = tuple(_taken(session.kader, was, nu))
    in_hand = session.dossier.gebleven.partition("/")[2]
    return Stand(
        was_per_maand=was.minuten_per_maand,
        nu_per_maand=nu.minuten_per_maand,
        was_profiel=_profiel(session.kader, was),
        nu_profiel=_profiel(session.kader, nu),
        taak=_to_show(taken, in_hand),
        taken=tuple(taak for taak in taken if taak.verschil or taak.was != taak.nu),
        veranderd=what_changed(session.kader, wat_als.begin, session.dossier),
        opmerking=_remark(was, nu),
    )


# -- inside ---------------------------------------------------------------------------------------


def _copy(session: Session, dossier: Dossier) -> Session:
    return Session(dossier, session.geladen, None, session.vandaag)


def _taken(kader: Normenkader, was: Indicatie, nu: Indicatie) -> Iterator[TaakVergelijk]:
    toen = {uitkomst.taak: uitkomst for uitkomst in was.taken}
    nu_ = {uitkomst.taak: uitkomst for uitkomst in nu.taken}
    for id_, taak in kader.taak_by_id.items():
        if id_ in toen or id_ in nu_:
            yield TaakVergelijk(id_, taak.naam, _omvang(toen.get(id_)), _omvang(nu_.get(id_)))


def _to_show(taken: tuple[TaakVergelijk, ...], in_hand: str) -> TaakVergelijk | None:
    gevonden = next((taak for taak in taken if taak.taak == in_hand), None)
    return gevonden or max(taken, key=lambda taak: abs(taak.verschil), default=None)


def _omvang(uitkomst: TaakUitkomst | None) -> Omvang | None:
    voorstel = uitkomst.voorstel if uitkomst is not None else None
    return voorstel.omvang if isinstance(voorstel, Voorstel) else None


def _richt(omvang: Omvang | None) -> Fraction:
    return omvang.richt if omvang is not None else Fraction(0)


def _marge(omvang: Omvang | None) -> str:
    return f"{show_minutes(omvang.min)} tot {show_minutes(omvang.max)}" if omvang else NOTHING


def _profiel(kader: Normenkader, indicatie: Indicatie) -> ProfielNaam:
    if indicatie.profiel is None:
        return ProfielNaam(NO_PROFIEL, "")
    blok = kader.blok_by_code[indicatie.profiel.blok]
    return ProfielNaam(blok.code, blok.naam)


def _remark(was: Indicatie, nu: Indicatie) -> str:
    if nu.afwijking is None:
        return ""
    return (
        "Het totaal staat vast: er is van de som afgeweken. "
        f"De som zelf: {arrow(str(was.berekend_per_maand), str(nu.berekend_per_maand))} minuten per maand."
    )
