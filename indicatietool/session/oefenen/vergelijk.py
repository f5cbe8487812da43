"""A practice dossier beside the model answer: per taak what differs, which anchor was missed, what it does.

Comes in: two sessions under one kader. Goes out: differences, the heaviest first. Every number is computed by
the engine on the consulent's own dossier with one answer of the model in it; nothing is stored.

Bron: eis 22 and 148.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from indicatietool.domain.antwoorden import Antwoorden, TaakAntwoord
from indicatietool.domain.besluit import Overnemen, TaakBesluit
from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.normenkader import Taak
from indicatietool.domain.oefening import Modelreden, Oefencasus
from indicatietool.errors import InvoerError
from indicatietool.session.anders import keuzes_at, with_keuze, with_taak, without_taak
from indicatietool.session.oefenen.woorden import (
    anchor_of,
    besluit_in_words,
    choice_anchor,
    counted_help,
    extra_in_words,
    help_in_words,
    motivation_of,
)
from indicatietool.session.proef import Proef
from indicatietool.session.session import Session
from indicatietool.session.uitleg_zinnen import minutes

OPEN = "nog niet beantwoord"
HOE_VAAK, ANDEREN, BESLUIT = "Hoe vaak", "Wat anderen overnemen", "Besluit"


@dataclass(frozen=True, slots=True)
class Verschil:
    """Eén vraag waarop u en het model anders antwoordden.

    `hoger` is how many minutes per month the own sum lies above what it would be with the answer of the
    model; below zero it lies lower. The ankers are empty where an answer has none.
    """

    vraag: str
    eigen: str
    model: str
    eigen_anker: str
    model_anker: str
    hoger: int


@dataclass(frozen=True, slots=True)
class TaakVergelijking:
    """Eén taak: uw antwoord naast dat van het model. Without minutes or blok: not chosen, or still open."""

    taak: str
    naam: str
    gekozen: bool
    in_model: bool
    eigen_blok: str
    model_blok: str
    eigen_per_week: Fraction | None
    model_per_week: Fraction | None
    hoger: int
    verschillen: tuple[Verschil, ...]
    reden: Modelreden | None

    @property
    def is_gelijk(self) -> bool:
        """Tell whether every answer about this taak is that of the model."""
        return self.gekozen and self.in_model and not self.verschillen


@dataclass(frozen=True, slots=True)
class ModelVergelijking:
    """Een oefening naast het modelantwoord: de taken, het zwaarste verschil eerst, en wat overal geldt."""

    casus: Oefencasus
    eigen_per_maand: int
    model_per_maand: int
    taken: tuple[TaakVergelijking, ...]
    algemeen: tuple[Verschil, ...]

    @property
    def gelijk(self) -> int:
        """Return how many taken were answered as in the model."""
        return sum(taak.is_gelijk for taak in self.taken)

    @property
    def hoger(self) -> int:
        """Return how many minutes per month the own total lies above that of the model; below zero: lower."""
        return self.eigen_per_maand - self.model_per_maand

    @property
    def samenvatting(self) -> str:
        """Return the outcome in one sentence."""
        aantal = len(self.taken)
        kop = f"{self.gelijk} van {aantal} {'taak' if aantal == 1 else 'taken'} gelijk"
        if not self.hoger:
            return f"{kop}; u komt op hetzelfde aantal minuten per maand uit als het model."
        kant = "hoger" if self.hoger > 0 else "lager"
        return f"{kop}; u komt {minutes(abs(self.hoger))} per maand {kant} uit."


def compare_with_model(session: Session, model: Session) -> ModelVergelijking:
    """Return a practice dossier beside the model.

    Raises:
        InvoerError: they are not about the same case under the same kader.
    """
    casus = model.dossier.oefencasus
    eigen = session.dossier.oefencasus
    if casus is None or eigen is None or eigen.kenmerk != casus.kenmerk:
        raise InvoerError("Dit modelantwoord hoort bij een andere casus. Kies het model van deze casus.")
    if session.geladen.sha256 != model.geladen.sha256:
        raise InvoerError("De oefening en het modelantwoord horen bij verschillende normenkaders.")
    naast = _Naast(session, model)
    return ModelVergelijking(
        casus,
        session.indicatie.minuten_per_maand,
        model.indicatie.minuten_per_maand,
        tuple(sorted(naast.taken(casus), key=lambda taak: (-abs(taak.hoger), taak.is_gelijk))),
        tuple(sorted(naast.algemeen(), key=lambda verschil: -abs(verschil.hoger))),
    )


def mark_seen(session: Session) -> None:
    """Note in a practice dossier that the model was seen; from then on it is no blind score any more."""
    casus = session.dossier.oefencasus
    if casus is not None and casus.model_gezien is None and not session.is_definitief:
        session.set_oefencasus(casus.model_copy(update={"model_gezien": session.vandaag}))


class _Naast:
    """One comparison: the own dossier, with answers of the model put in one at a time."""

    def __init__(self, session: Session, model: Session) -> None:
        self._kader = session.kader
        self._eigen, self._model = session, model
        self._proef = Proef(session)

    def taken(self, casus: Oefencasus) -> Iterator[TaakVergelijking]:
        nodig = self._proef.antwoorden.nodig | self._model.dossier.antwoorden.nodig
        for taak in self._kader.taken:
            if taak.id in nodig:
                yield self._taak(taak, casus.reden(taak.id))

    def algemeen(self) -> Iterator[Verschil]:
        """Yield what differs in the answers that more than one taak rests on, and in what is no taak."""
        eigen, model = self._proef.antwoorden, self._model.dossier.antwoorden
        for factor in self._kader.factoren_at(Plaats.DOSSIER):
            yield from self._factor(factor, "")
        for antwoord in model.leefgebieden:
            naam = self._kader.leefgebied_by_id[antwoord.leefgebied].naam
            zelf = eigen.leefgebied(antwoord.leefgebied)
            if zelf is None or zelf.situatie is not antwoord.situatie:
                yield Verschil(
                    naam,
                    zelf.situatie.naam if zelf else OPEN,
                    antwoord.situatie.naam,
                    "",
                    antwoord.toelichting,
                    0,
                )
            for factor in self._kader.factoren_at(Plaats.LEEFGEBIED):
                yield from self._factor(factor, antwoord.leefgebied)
        if eigen.overige != model.overige:
            anders = Antwoorden(**{**dict(eigen), "overige": model.overige})
            yield Verschil(
                "Begeleiding buiten het kader",
                extra_in_words(eigen),
                extra_in_words(model),
                "",
                "",
                self._higher(anders),
            )

    def _taak(self, taak: Taak, reden: Modelreden | None) -> TaakVergelijking:
        eigen, model = (s.dossier.antwoorden.taak(taak.id) for s in (self._eigen, self._model))
        hier, daar = (s.indicatie.uitkomst(taak.id) for s in (self._eigen, self._model))
        return TaakVergelijking(
            taak.id,
            taak.naam,
            eigen is not None,
            model is not None,
            (eigen.blok or "") if eigen else "",
            (model.blok or "") if model else "",
            hier.minuten_per_week if hier else None,
            daar.minuten_per_week if daar else None,
            self._higher(self._with_model(taak.id, model), self._besluiten_with_model(taak.id)),
            tuple(self._answers(taak, eigen, model, hier, daar)) if eigen and model else (),
            reden,
        )

    def _answers(
        self,
        taak: Taak,
        eigen: TaakAntwoord,
        model: TaakAntwoord,
        hier: TaakUitkomst | None,
        daar: TaakUitkomst | None,
    ) -> Iterator[Verschil]:
        antwoorden = self._proef.antwoorden
        if eigen.blok != model.blok:
            yield Verschil(
                self._kader.schaal.naam,
                self._blok(eigen.blok),
                self._blok(model.blok),
                anchor_of(self._kader, taak, eigen.blok),
                anchor_of(self._kader, taak, model.blok),
                self._higher(with_taak(antwoorden, eigen, blok=model.blok)),
            )
        if eigen.frequentie != model.frequentie:
            yield Verschil(
                HOE_VAAK,
                str(eigen.frequentie or OPEN),
                str(model.frequentie or OPEN),
                "",
                "",
                self._higher(with_taak(antwoorden, eigen, frequentie=model.frequentie)),
            )
        for factor in self._kader.factoren_by_taak[taak.id]:
            if factor.gevraagd_bij is Plaats.TAAK:
                yield from self._factor(factor, taak.id)
        if counted_help(eigen.aftrek) != counted_help(model.aftrek):
            yield Verschil(
                ANDEREN,
                help_in_words(eigen.aftrek),
                help_in_words(model.aftrek),
                "",
                "\n".join(aftrek.reden for aftrek in model.aftrek),
                self._higher(with_taak(antwoorden, eigen, aftrek=model.aftrek)),
            )
        besluit, bij_model = besluit_in_words(hier), besluit_in_words(daar)
        if besluit != bij_model:
            hoger = self._higher(antwoorden, self._besluiten_with_model(taak.id))
            if hoger:  # who practises may stop before the besluit
                yield Verschil(BESLUIT, besluit, bij_model, "", motivation_of(daar), hoger)

    def _factor(self, factor: Factor, sleutel: str) -> Iterator[Verschil]:
        """Yield how a factor differs in one place; nothing where the model does not answer it."""
        eigen, model = (
            keuzes_at(s.dossier.antwoorden, factor.gevraagd_bij, sleutel).get(factor.id)
            for s in (self._eigen, self._model)
        )
        if model is None or eigen == model:
            return
        naam = factor.naam
        if factor.gevraagd_bij is Plaats.LEEFGEBIED:
            naam = f"{self._kader.leefgebied_by_id[sleutel].naam}, {naam.lower()}"
        yield Verschil(
            naam,
            OPEN if eigen is None else factor.tell(eigen),
            factor.tell(model),
            choice_anchor(factor, eigen),
            choice_anchor(factor, model),
            self._higher(with_keuze(self._proef.antwoorden, factor, sleutel, model)),
        )

    def _higher(self, antwoorden: Antwoorden, besluiten: tuple[TaakBesluit, ...] | None = None) -> int:
        """Return how much the own sum lies above what it would be then, in minutes per month."""
        return (
            self._proef.nu.berekend_per_maand - self._proef.outcome(antwoorden, besluiten).berekend_per_maand
        )

    def _with_model(self, taak: str, model: TaakAntwoord | None) -> Antwoorden:
        antwoorden = self._proef.antwoorden
        zonder = without_taak(antwoorden, taak)
        return Antwoorden(**{**dict(zonder), "taken": (*zonder.taken, model)}) if model else zonder

    def _besluiten_with_model(self, taak: str) -> tuple[TaakBesluit, ...]:
        """Return the own besluiten, with the one of the model about a taak where it is no taking over."""
        over = tuple(b for b in self._eigen.dossier.besluiten if b.taak != taak)
        van_model = (b for b in self._model.dossier.besluiten if b.taak == taak)
        return (*over, *(b for b in van_model if not isinstance(b.besluit, Overnemen)))

    def _blok(self, code: str | None) -> str:
        blok = self._kader.blok_by_code.get(code or "")
        return f"{blok.code}: {blok.naam}" if blok else OPEN


def open_questions(session: Session) -> int:
    """Return for how many chosen taken there is no number yet: those don't count in a comparison."""
    return sum(uitkomst.minuten_per_week is None for uitkomst in session.indicatie.taken)
