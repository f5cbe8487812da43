"""One consultation: every change makes a new dossier, every outcome is computed anew.

Comes in: what the consulent does. Goes out: the dossier, its Indicatie, and an IndicatietoolError in Dutch
where something can't be. Knows no widgets.
"""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from fractions import Fraction
from pathlib import Path

from indicatietool.domain.antwoorden import (
    Aftrek,
    Antwoorden,
    Frequentie,
    Keuzes,
    LeefgebiedAntwoord,
    LeefgebiedSituatie,
    OverigeBegeleiding,
    TaakAntwoord,
)
from indicatietool.domain.base import Feit
from indicatietool.domain.besluit import (
    Afwijken,
    AfwijkenTotaal,
    Besluit,
    BinnenMarge,
    Overnemen,
    TaakBesluit,
)
from indicatietool.domain.dossier import Afscherming, Dossier
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.fasen import Fase, TijdelijkeLijn
from indicatietool.domain.indicatie import Indicatie, TaakUitkomst
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.oefening import Oefencasus
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.velden import VELD_BY_PAD
from indicatietool.domain.voorstel import Voorstel
from indicatietool.errors import BesluitError, InvoerError
from indicatietool.session.bewaring import Bewaring
from indicatietool.session.wat import Verandering
from indicatietool.store.atomic import write_durably
from indicatietool.store.dossiers import dossier_to_json
from indicatietool.store.kluis import Kluis
from indicatietool.store.normenkaders import GeladenKader

TYPED_FIELDS = frozenset(VELD_BY_PAD) | {
    "melding.gemeente",
    "weging.behoud_motivering",
    "weging.product",
    "weging.product_motivering",
    "weging.profiel",
    "weging.profiel_motivering",
}
"""What `Session.set_veld` fills in: domain.velden, and what has a place of its own on the screen."""


class Session:
    """Eén dossier dat open ligt, met het normenkader waarmee het wordt gescoord."""

    def __init__(self, dossier: Dossier, geladen: GeladenKader, kluis: Kluis | None, vandaag: date) -> None:
        """Open a dossier that fits the kader.

        Args:
            dossier: its facts.
            geladen: the normenkader it is scored with.
            kluis: where it is, or will be at the first change; None keeps everything in memory.
            vandaag: today.
        """
        self.geladen = geladen
        self.vandaag = vandaag
        self.bewaring = Bewaring(kluis, dossier, geladen)
        self._work = self.bewaring.work

    @property
    def kader(self) -> Normenkader:
        """Return the normenkader of this dossier."""
        return self.geladen.kader

    @property
    def dossier(self) -> Dossier:
        """Return the facts as they are now."""
        return self._work.dossier

    @property
    def indicatie(self) -> Indicatie:
        """Return the outcome of the facts as they are now."""
        return self._work.indicatie

    @property
    def is_saved(self) -> bool:
        """Tell whether all that was typed is on disk."""
        return self._work.is_saved

    @property
    def is_definitief(self) -> bool:
        """Tell whether the dossier is sealed; it can be looked at, not changed."""
        return self._work.is_definitief

    @property
    def to_undo(self) -> str:
        """Return what `undo` takes back, in words; empty when there is nothing."""
        return self._work.to_undo

    @property
    def to_redo(self) -> str:
        """Return what `redo` does again, in words; empty when there is nothing."""
        return self._work.to_redo

    def undo(self) -> Verandering | None:
        """Take the last step back, also one of an earlier day; None when there is nothing.

        Raises:
            BesluitError: the dossier is definitief.
        """
        return self._work.undo()

    def redo(self) -> Verandering | None:
        """Do again what was taken back; None when there is nothing."""
        return self._work.redo()

    def together(self) -> AbstractContextManager[None]:
        """Make one step to undo of all changes within."""
        return self._work.together()

    def save(self) -> None:
        """Save the dossier durably, when anything changed, and wait for it.

        Raises:
            OpslagError: it could not be written; nothing typed is lost while the program runs.
        """
        self._work.save()

    def save_in_background(self, done: Callable[[Exception | None], None]) -> bool:
        """Save without waiting; `done` is called on another thread with None, or with why it failed.

        Returns:
            Whether there was anything to save.
        """
        return self._work.save_in_background(done)

    def what_if(self) -> "Session":
        """Return a copy to try things on: nothing of it is ever saved."""
        return Session(self.dossier, self.geladen, None, self.vandaag)

    def write_copy(self, pad: Path) -> None:
        """Write the dossier to a file of the user's choice, durably.

        Raises:
            OpslagError: it could not be written.
        """
        inhoud = dossier_to_json(self.dossier)
        write_durably(pad, inhoud)
        self.bewaring.log("kopie buiten de kluis", hashlib.sha256(inhoud).hexdigest())

    def uitkomst(self, taak: str) -> TaakUitkomst:
        """Return the outcome of a taak that is in the dossier."""
        gevonden = self.indicatie.uitkomst(taak)
        if gevonden is None:
            raise InvoerError(f"Taak {taak} is niet gekozen. Kies de taak eerst bij het leefgebied.")
        return gevonden

    # -- typed fields ---------------------------------------------------------------------------

    def set_veld(self, pad: str, value: object) -> None:
        """Fill in one typed field; None or an empty text empties it.

        Raises:
            InvoerError: no such field, or a value that can't stand there.
        """
        if pad not in TYPED_FIELDS:
            raise InvoerError(f"Veld {pad} bestaat niet.")
        sectie, _, naam = pad.partition(".")
        part: Feit = getattr(self.dossier, sectie)
        if value is None or value == "":
            value = type(part).model_fields[naam].default
        self._change(lambda: {sectie: type(part)(**{**dict(part), naam: value})})

    def stay_at(self, stap: str) -> None:
        """Remember where the consulent is, to resume there."""
        self._work.stay_at(stap)

    # -- answers --------------------------------------------------------------------------------

    def set_situatie(self, leefgebied: str, situatie: LeefgebiedSituatie | None) -> None:
        """Say how a leefgebied stands; None takes it out of the dossier again, with its taken."""
        self._require_leefgebied(leefgebied)
        over = tuple(a for a in self.dossier.antwoorden.leefgebieden if a.leefgebied != leefgebied)
        with self._work.together():
            if situatie is None:
                self._answer(leefgebieden=over)
            else:
                self._set_leefgebied(leefgebied, situatie=situatie)
            if situatie is not LeefgebiedSituatie.BEGELEIDING:
                for taak in self.kader.taken_of(leefgebied):
                    self.choose_taak(taak.id, nodig=False)

    def set_leefgebied_tekst(self, leefgebied: str, naam: str, tekst: str) -> None:
        """Fill in problemen, doel or toelichting of a leefgebied."""
        self._set_leefgebied(leefgebied, **{naam: tekst})

    def choose_taak(self, taak: str, *, nodig: bool) -> None:
        """Put a taak in the dossier, or take it out with its answers and besluit."""
        if nodig == (self.dossier.antwoorden.taak(taak) is not None):
            return
        if nodig:
            self._answer(taken=(*self.dossier.antwoorden.taken, TaakAntwoord(taak=taak)))
            return
        with self._work.together():
            self.revoke(taak)
            self._answer(taken=tuple(a for a in self.dossier.antwoorden.taken if a.taak != taak))

    def answer_blok(self, taak: str, blok: str | None) -> None:
        """Score the blok of a taak."""
        self._set_taak(taak, blok=blok)

    def answer_frequentie(self, taak: str, frequentie: Frequentie | None) -> None:
        """Say how often a taak is needed."""
        self._set_taak(taak, frequentie=frequentie)

    def answer_observatie(self, taak: str, tekst: str) -> None:
        """Write down what was seen or told about a taak."""
        self._set_taak(taak, observatie=tekst)

    def answer_factor(self, factor: str, keuze: str | int | None, sleutel: str = "") -> None:
        """Answer a factor where it is asked.

        Args:
            factor: id of the factor.
            keuze: id of the answer or a number, or None to leave it open again.
            sleutel: the taak or the leefgebied it is asked at; not used for a factor of the dossier.
        """
        if factor not in self.kader.factor_by_id:
            raise InvoerError(f"Factor {factor} kent dit normenkader niet. Kies een andere.")
        match self.kader.factor_by_id[factor].gevraagd_bij:
            case Plaats.DOSSIER:
                self._answer(keuzes=_with_keuze(self.dossier.antwoorden.keuzes, factor, keuze))
            case Plaats.LEEFGEBIED:
                keuzes = self._leefgebied(sleutel).keuzes
                self._set_leefgebied(sleutel, keuzes=_with_keuze(keuzes, factor, keuze))
            case Plaats.TAAK:
                keuzes = self._taak(sleutel).keuzes
                self._set_taak(sleutel, keuzes=_with_keuze(keuzes, factor, keuze))

    def set_aftrek(self, taak: str, aftrek: tuple[Aftrek, ...]) -> None:
        """Say what others take over of a taak, each with its reason."""
        self._set_taak(taak, aftrek=aftrek)

    def set_overige(self, overige: tuple[OverigeBegeleiding, ...]) -> None:
        """Say which begeleiding is needed that the kader does not know, each with its motivering."""
        self._answer(overige=overige)

    # -- besluiten ------------------------------------------------------------------------------

    def take_over(self, taak: str) -> None:
        """Take over the voorstel as it stands now.

        Raises:
            BesluitError: there is no voorstel to take over.
        """
        voorstel = self.uitkomst(taak).voorstel
        if not isinstance(voorstel, Voorstel):
            raise BesluitError("Er is nog geen voorstel om over te nemen. Beantwoord eerst de open vragen.")
        self._decide(taak, Overnemen(minuten_per_week=voorstel.omvang.richt))

    def is_within_marge(self, taak: str, minuten: int) -> bool:
        """Tell whether this value may be chosen without a motivering."""
        voorstel = self.uitkomst(taak).voorstel
        return isinstance(voorstel, Voorstel) and voorstel.omvang.contains(Fraction(minuten))

    def choose_within(self, taak: str, minuten: int) -> None:
        """Choose another value within the marge.

        Raises:
            BesluitError: the value lies outside; then a grond and a motivering are needed.
        """
        voorstel = self.uitkomst(taak).voorstel
        if not self.is_within_marge(taak, minuten):
            marge = (
                f" van {show_minutes(voorstel.omvang.min)} tot {show_minutes(voorstel.omvang.max)} minuten"
                if isinstance(voorstel, Voorstel)
                else ""
            )
            raise BesluitError(
                f"{minuten} minuten ligt buiten de marge{marge}. Kies een grond en schrijf een motivering."
            )
        self._decide(taak, BinnenMarge(minuten_per_week=minuten))

    def depart(self, taak: str, minuten: int, grond: str, motivering: str) -> None:
        """Depart from the voorstel, with a grond and a motivering.

        Raises:
            InvoerError: no grond, no motivering or an impossible number of minutes.
        """
        self.uitkomst(taak)
        self._require_grond(grond)
        self._decide(
            taak, self._work.checked(lambda: Afwijken(minuten=minuten, grond=grond, motivering=motivering))
        )

    def revoke(self, taak: str) -> None:
        """Take back the besluit about a taak, if there is one."""
        over = tuple(besluit for besluit in self.dossier.besluiten if besluit.taak != taak)
        if len(over) != len(self.dossier.besluiten):
            self._change(lambda: {"besluiten": over})

    def depart_from_total(self, minuten_per_maand: int, grond: str, motivering: str) -> None:
        """Set the total per month otherwise than the sum, with a grond and a motivering."""
        self._require_grond(grond)
        self._change(
            lambda: {
                "afwijking_totaal": AfwijkenTotaal(
                    minuten_per_maand=minuten_per_maand, grond=grond, motivering=motivering
                )
            }
        )

    def revoke_total(self) -> None:
        """Go back to the sum."""
        self._change(lambda: {"afwijking_totaal": None})

    # -- in time, and who reads what --------------------------------------------------------------

    def set_fasen(self, fasen: tuple[Fase, ...]) -> None:
        """Say how the minutes run over the looptijd; without fases they are the same throughout."""
        self._change(lambda: {"fasen": fasen})

    def set_tijdelijke_lijnen(self, lijnen: tuple[TijdelijkeLijn, ...]) -> None:
        """Say which extra begeleiding there is for a limited time, beside the indicatie."""
        self._change(lambda: {"tijdelijke_lijnen": lijnen})

    def guard(self, afgeschermd: tuple[Afscherming, ...]) -> None:
        """Say which passages are not for the aanbieder or not for the cliënt, each with its reason."""
        self._change(lambda: {"afgeschermd": afgeschermd})

    def set_oefencasus(self, casus: Oefencasus | None) -> None:
        """Keep the story and the reasons of a practice case beside the answers; None takes it out.

        Raises:
            InvoerError: this is a real dossier.
        """
        if casus is not None and not self.dossier.oefening:
            raise InvoerError("Dit is een echt dossier. Schrijf een casus in een oefendossier.")
        self._change(lambda: {"oefencasus": casus})

    # -- inside ---------------------------------------------------------------------------------

    def _taak(self, taak: str) -> TaakAntwoord:
        antwoord = self.dossier.antwoorden.taak(taak)
        if antwoord is None:
            raise InvoerError(f"Taak {taak} is niet gekozen. Kies de taak eerst bij het leefgebied.")
        return antwoord

    def _leefgebied(self, leefgebied: str) -> LeefgebiedAntwoord:
        antwoord = self.dossier.antwoorden.leefgebied(leefgebied)
        if antwoord is None:
            raise InvoerError(f"Leefgebied {leefgebied} is niet gekozen. Zeg eerst wat er aan de hand is.")
        return antwoord

    def _set_taak(self, taak: str, **changes: object) -> None:
        oud = self._taak(taak)
        nieuw = self._work.checked(lambda: TaakAntwoord(**{**dict(oud), **changes}))
        self._answer(taken=tuple(nieuw if a is oud else a for a in self.dossier.antwoorden.taken))

    def _set_leefgebied(self, leefgebied: str, **changes: object) -> None:
        oud = self.dossier.antwoorden.leefgebied(leefgebied)
        basis = dict(oud) if oud else {"leefgebied": leefgebied}
        nieuw = self._work.checked(lambda: LeefgebiedAntwoord(**{**basis, **changes}))
        over = tuple(a for a in self.dossier.antwoorden.leefgebieden if a is not oud)
        volgorde = list(self.kader.leefgebied_by_id)
        self._answer(leefgebieden=tuple(sorted((*over, nieuw), key=lambda a: volgorde.index(a.leefgebied))))

    def _answer(self, **changes: object) -> None:
        oud = self.dossier.antwoorden
        self._change(lambda: {"antwoorden": Antwoorden(**{**dict(oud), **changes})})

    def _decide(self, taak: str, besluit: Besluit) -> None:
        over = tuple(b for b in self.dossier.besluiten if b.taak != taak)
        self._change(lambda: {"besluiten": (*over, TaakBesluit(taak=taak, besluit=besluit))})

    def _require_leefgebied(self, leefgebied: str) -> None:
        if leefgebied not in self.kader.leefgebied_by_id:
            raise InvoerError(f"Leefgebied {leefgebied} kent dit normenkader niet. Kies een ander.")

    def _require_grond(self, grond: str) -> None:
        if grond not in self.kader.grond_by_id:
            raise InvoerError("Kies een grond uit de lijst: waarom past het voorstel hier niet?")

    def _change(self, make: Callable[[], Mapping[str, object]]) -> None:
        self._work.change(make)


def _with_keuze(keuzes: Keuzes, factor: str, keuze: str | int | None) -> Keuzes:
    over = {naam: waarde for naam, waarde in keuzes.items() if naam != factor}
    return over if keuze is None else {**over, factor: keuze}
