"""Where an open dossier lives: in the kluis with its history and seals, or in memory only.

Comes in: a kluis and a dossier. Goes out: the Werkdossier, and what the kluis itself keeps of it: history,
seals and log.
"""

from collections.abc import Mapping

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kaart import DossierStatus
from indicatietool.domain.kluis import Gebeurtenis, Json, LogKop, Zegel
from indicatietool.errors import InvoerError
from indicatietool.session.bewaarder import Bewaarder
from indicatietool.session.kaart import card_of
from indicatietool.session.werkdossier import Werkdossier
from indicatietool.store.kluis import Kluis
from indicatietool.store.normenkaders import GeladenKader


class Bewaring:
    """De plek van één open dossier."""

    def __init__(self, kluis: Kluis | None, dossier: Dossier, geladen: GeladenKader) -> None:
        """Find the dossier in the kluis, or begin with it."""
        self._kluis = kluis
        self._geladen = geladen
        self._nummer = dossier.nummer
        self._bewaarder = Bewaarder(kluis) if kluis is not None else None
        geschiedenis = self.history()
        self._opened_at = geschiedenis[-1].volg if geschiedenis else 0
        self.work = Werkdossier(
            dossier,
            geladen.kader,
            self._bewaarder,
            geschiedenis,
            is_definitief=self.sealed() is not None,
        )

    @property
    def is_in_kluis(self) -> bool:
        """Tell whether a kluis keeps this dossier."""
        return self._kluis is not None

    @property
    def volg(self) -> int:
        """Return the number of the last change that is on disk; 0 when there is none. A seal is no change."""
        return max(self._opened_at, self._bewaarder.volg) if self._bewaarder is not None else 0

    def history(self) -> tuple[Gebeurtenis, ...]:
        """Return what was done to the dossier and saved, first to last."""
        kluis = self._kluis
        return kluis.history(self._nummer) if kluis and kluis.exists(self._nummer) else ()

    def zegels(self) -> tuple[Zegel, ...]:
        """Return the versions that were made definitief, first to last."""
        kluis = self._kluis
        return kluis.zegels(self._nummer) if kluis and kluis.exists(self._nummer) else ()

    def sealed(self) -> Zegel | None:
        """Return the seal that holds now; None for a dossier that can be changed."""
        zegels = self.zegels()
        return zegels[-1] if zegels and zegels[-1].heropend_op is None else None

    def seal(self, verantwoording: Mapping[str, Json]) -> Zegel:
        """Make the dossier definitief as it is now, with the kader as it was used.

        Raises:
            InvoerError: it is in no kluis.
            ConflictError: it is definitief already.
        """
        kluis = self._require_kluis()
        self.work.save()
        kaart = card_of(self._geladen.kader, self.work.dossier, self.work.indicatie)
        kaart = kaart.model_copy(update={"status": DossierStatus.DEFINITIEF})
        zegel = kluis.seal(self.work.dossier, kaart, self._geladen.inhoud, verantwoording)
        self.work.is_definitief = True
        self.work.reset_history()
        return zegel

    def reopen(self, waarom: str) -> None:
        """Open a definitief dossier again; the sealed version stays beside it.

        Raises:
            InvoerError: no reason, or it is in no kluis.
            ConflictError: it is not definitief.
        """
        kaart = card_of(self._geladen.kader, self.work.dossier, self.work.indicatie)
        self._require_kluis().reopen(self._nummer, kaart, waarom)
        self.work.is_definitief = False
        self.work.reset_history()

    def setting(self, naam: str) -> Json:
        """Return a setting of the kluis; None when it was never set, or outside a kluis."""
        return self._kluis.setting(naam) if self._kluis is not None else None

    def set_setting(self, naam: str, waarde: Json) -> None:
        """Set a setting of the kluis.

        Raises:
            InvoerError: the dossier is in no kluis.
        """
        self._require_kluis().set_setting(naam, waarde)

    def log(self, actie: str, inhoud_sha256: str = "") -> None:
        """Note in the log that the dossier was shown or left the program."""
        if self._kluis is not None:
            self._kluis.log(actie, self._nummer, inhoud_sha256=inhoud_sha256)

    def log_head(self) -> LogKop | None:
        """Return the last line of the log; None outside a kluis."""
        return self._kluis.log_head() if self._kluis is not None else None

    def _require_kluis(self) -> Kluis:
        if self._kluis is None:
            raise InvoerError("Dit dossier staat niet in een kluis. Neem het eerst op in de kluis.")
        return self._kluis
