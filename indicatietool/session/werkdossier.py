"""The dossier on the table: its standing now, what can be undone, and what still has to be written.

Comes in: changes as functions. Goes out: a new frozen Dossier for each, and steps for the Bewaarder.
A run of changes to the same thing (typing in one field) is one step.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from pydantic import ValidationError

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie
from indicatietool.domain.kaart import Dossierkaart
from indicatietool.domain.kluis import Gebeurtenis, GebeurtenisSoort, Json
from indicatietool.domain.normenkader import Normenkader
from indicatietool.engine.fit import unknown_to_kader
from indicatietool.engine.rekenaar import Rekenaar
from indicatietool.errors import BesluitError, InvoerError
from indicatietool.session.bewaarder import Bewaarder, Bewaarstap
from indicatietool.session.kaart import card_of
from indicatietool.session.undo import Handeling, UndoLog
from indicatietool.session.wat import Verandering, describe_change
from indicatietool.store.kluis.wijzigingen import apply, changes, revert
from indicatietool.store.problems import describe

_T = TypeVar("_T")


class Werkdossier:
    """Eén dossier dat open ligt, met alles wat eraan gedaan is."""

    def __init__(
        self,
        dossier: Dossier,
        kader: Normenkader,
        bewaarder: Bewaarder | None,
        history: tuple[Gebeurtenis, ...] = (),
        *,
        is_definitief: bool = False,
    ) -> None:
        """Put a dossier on the table.

        Args:
            dossier: its standing now.
            kader: what it is scored with.
            bewaarder: writes the steps; None keeps everything in memory only.
            history: what the kluis knows of it; empty for a new dossier.
            is_definitief: sealed; nothing can be changed until it is opened again.
        """
        self._dossier = self._recorded = dossier
        self._kader = kader
        self._bewaarder = bewaarder
        self._undo = UndoLog(history)
        self._is_begun = bool(history)
        self._wat = ""
        self._depth = 0
        self._rekenaar = Rekenaar(kader)
        self._indicatie: Indicatie | None = None
        self.is_definitief = is_definitief

    @property
    def dossier(self) -> Dossier:
        """Return the facts as they are now."""
        return self._dossier

    @property
    def indicatie(self) -> Indicatie:
        """Return the outcome of the facts as they are now."""
        if self._indicatie is None:
            self._indicatie = self._rekenaar.indicate(self._dossier)
        return self._indicatie

    @property
    def is_saved(self) -> bool:
        """Tell whether all that was typed is on disk."""
        klaar = self._is_begun and self._dossier is self._recorded
        return klaar and (self._bewaarder is None or self._bewaarder.is_idle)

    @property
    def to_undo(self) -> str:
        """Return what undo would take back, in words; empty when there is nothing."""
        nog_open = self._change_since_recorded()
        return nog_open or (self._undo.to_undo.wat if self._undo.to_undo else "")

    @property
    def to_redo(self) -> str:
        """Return what redo would do again, in words; empty when there is nothing."""
        return "" if self._change_since_recorded() or not self._undo.to_redo else self._undo.to_redo.wat

    def change(self, make: Callable[[], Mapping[str, object]]) -> None:
        """Replace parts of the dossier.

        Raises:
            InvoerError: a value that can't stand there, or that the kader does not know.
            BesluitError: the dossier is definitief.
        """
        nieuw = self.checked(lambda: self._dossier.with_changes(**make()))
        problemen = unknown_to_kader(self._kader, nieuw, self._dossier)
        if problemen:
            raise InvoerError(str(problemen[0]))
        if nieuw == self._dossier:
            return
        self._require_open()
        wat = describe_change(self._kader, self._dossier, nieuw).wat
        if not self._depth and self._wat not in ("", wat):
            self._close_step()
        self._wat = wat or self._wat
        self._stand(nieuw)

    def stay_at(self, stap: str) -> None:
        """Remember the place, without making a step of it."""
        if stap != self._dossier.gebleven and not self.is_definitief:
            self._dossier = self._dossier.with_changes(gebleven=stap)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one step of all changes within."""
        if not self._depth:
            self._close_step()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
        if not self._depth:
            self._close_step()

    def undo(self) -> Verandering | None:
        """Take the last step back; None when there is nothing to take back."""
        self._close_step()
        if self._undo.to_undo is None:
            return None
        self._require_open()
        handeling = self._undo.undid()
        terug = revert(_as_json(self._dossier), handeling.wijzigingen)
        return self._move_to(terug, handeling, GebeurtenisSoort.ONGEDAAN)

    def redo(self) -> Verandering | None:
        """Do again what was taken back; None when there is nothing."""
        self._close_step()
        if self._undo.to_redo is None:
            return None
        self._require_open()
        handeling = self._undo.redid()
        vooruit = apply(_as_json(self._dossier), handeling.wijzigingen)
        return self._move_to(vooruit, handeling, GebeurtenisSoort.OPNIEUW)

    def save(self) -> None:
        """Write everything, the place included, and wait for it.

        Raises:
            IndicatietoolError: it could not be written; it stays here for a next try.
        """
        self._close_step()
        self._begin()
        if self._dossier != self._recorded:
            self._note("")
        self._recorded = self._dossier
        if self._bewaarder is not None:
            self._bewaarder.flush()

    def save_in_background(self, done: Callable[[Exception | None], None]) -> bool:
        """Write every step that was made; `done` is called on another thread.

        Returns:
            Whether there was anything to write.
        """
        self._close_step()
        if self._bewaarder is None or self._bewaarder.is_idle:
            return False
        self._bewaarder.start(done)
        return True

    def close(self) -> None:
        """Stop writing; what was not saved is gone."""
        if self._bewaarder is not None:
            self._bewaarder.close()

    def reset_history(self) -> None:
        """Forget what can be undone: the kluis noted something that can't be."""
        self._undo.bar()

    def checked(self, make: Callable[[], _T]) -> _T:
        """Return what `make` makes.

        Raises:
            InvoerError: it can't exist, in one Dutch sentence.
        """
        try:
            return make()
        except ValidationError as error:
            zin = str(describe(error, {}, Dossier)[0])
            over_alles = zin.removeprefix("bestand: ")  # of two fields together; here there is no file
            raise InvoerError(zin if zin == over_alles else over_alles[0].upper() + over_alles[1:]) from None

    def _require_open(self) -> None:
        if self.is_definitief:
            raise BesluitError("Dit dossier is definitief. Heropen het eerst, met een reden.")

    def _stand(self, nieuw: Dossier) -> None:
        self._dossier = nieuw
        self._indicatie = None

    def _change_since_recorded(self) -> str:
        if self._dossier is self._recorded:
            return ""
        return describe_change(self._kader, self._recorded, self._dossier).wat

    def _close_step(self) -> None:
        wat = self._change_since_recorded()
        self._wat = ""
        if not wat:
            return
        self._begin()
        self._note(wat)

    def _note(self, wat: str) -> None:
        oud = _as_json(self._recorded)
        self._undo.did(wat, changes(oud, _as_json(self._dossier)))
        self._record(GebeurtenisSoort.WIJZIGING, wat)

    def _begin(self) -> None:
        if not self._is_begun:
            self._is_begun = True
            self._undo.bar()
            self._add(Bewaarstap(self._recorded, self._card(self._recorded), GebeurtenisSoort.BEGIN))

    def _move_to(self, inhoud: Json, handeling: Handeling, soort: GebeurtenisSoort) -> Verandering:
        oud = self._dossier
        nieuw = Dossier.model_validate_json(json.dumps(inhoud)).with_changes(gebleven=oud.gebleven)
        self._stand(nieuw)
        self._record(soort, handeling.wat, van=handeling.volg)
        return describe_change(self._kader, oud, nieuw)

    def _record(self, soort: GebeurtenisSoort, wat: str, van: int | None = None) -> None:
        self._recorded = self._dossier
        self._add(Bewaarstap(self._dossier, self._card(self._dossier), soort, wat, van=van))

    def _add(self, stap: Bewaarstap) -> None:
        if self._bewaarder is not None:
            self._bewaarder.add(stap)

    def _card(self, dossier: Dossier) -> Dossierkaart:
        indicatie = self.indicatie if dossier is self._dossier else self._rekenaar.indicate(dossier)
        return card_of(self._kader, dossier, indicatie)


def _as_json(dossier: Dossier) -> dict[str, Json]:
    inhoud: dict[str, Json] = dossier.model_dump(mode="json")
    return inhoud
