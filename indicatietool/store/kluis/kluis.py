"""The face of the kluis: dossiers with their history, seals, the log, settings; on top of getting in.

Comes in: dossiers, cards and reasons. Goes out: the same, or an IndicatietoolError in Dutch. Each change is
one transaction that is on disk when the method returns. Thread-safe by one lock. Knows no screens or kaders.
"""

from collections.abc import Mapping
from pathlib import Path

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kaart import Dossierkaart, DossierRegel
from indicatietool.domain.kluis import (
    Gebeurtenis,
    GebeurtenisSoort,
    ImportVerslag,
    Json,
    LogKop,
    LogRegel,
    Zegel,
)
from indicatietool.store.kluis import (
    dossiers,
    inlezen,
    instellingen,
    logboek,
    verifieer,
    zegels,
)
from indicatietool.store.kluis.canoniek import fingerprint
from indicatietool.store.kluis.deur import Deur
from indicatietool.store.kluis.inlezen import MakeKaart, bare_kaart


class Kluis(Deur):
    """Een geopende kluis; niemand anders kan hem openen totdat hij wordt gesloten.

    Every method may raise OpslagError (disk full, read-only, gone, or the kluis was closed), BezetError and
    IntegriteitError. Then nothing of that change is in the kluis, and the method may be tried again.
    """

    # -- dossiers -------------------------------------------------------------------------------

    def begin(
        self,
        dossier: Dossier,
        kaart: Dossierkaart,
        *,
        soort: GebeurtenisSoort = GebeurtenisSoort.BEGIN,
        waarom: str = "",
    ) -> None:
        """Put a new dossier in the kluis; event 1 holds it whole.

        Raises:
            ConflictError: there is a dossier with this nummer.
            InvoerError: a practice case in a real kluis, or a real dossier in the oefenkluis.
        """
        with self._db.transaction():
            stap = dossiers.Stap(soort, waarom=waarom)
            dossiers.begin(self._db, self._kluis.wie, self.soort, dossier, kaart, stap)

    def save(
        self,
        dossier: Dossier,
        kaart: Dossierkaart,
        *,
        soort: GebeurtenisSoort = GebeurtenisSoort.WIJZIGING,
        wat: str = "",
        waarom: str = "",
        van: int | None = None,
    ) -> int:
        """Save a dossier as it is now, with what changed as one event and one line of the log.

        Nothing changed and a plain WIJZIGING: no event; the card is replaced when it differs.

        Args:
            dossier: all facts.
            kaart: its card for the lists.
            soort: what kind of event this is.
            wat: what changed, in words for the history.
            waarom: the reason, where there is one.
            van: the event that is undone or redone.

        Returns:
            The number of the last event of this dossier.

        Raises:
            ConflictError: the dossier is sealed; reopen it first.
            InvoerError: it is not in the kluis.
        """
        with self._db.transaction():
            stap = dossiers.Stap(soort, wat, waarom, van)
            return dossiers.save(self._db, self._kluis.wie, dossier, kaart, stap)

    def load(self, nummer: str) -> Dossier:
        """Return a dossier.

        Raises:
            InvoerError: it is not in the kluis.
            NieuwereVersieError: it was saved by a newer version of the program.
        """
        return dossiers.load(self._db, nummer)

    def exists(self, nummer: str) -> bool:
        """Tell whether a dossier with this nummer is in the kluis."""
        return dossiers.exists(self._db, nummer)

    def list(self) -> tuple[DossierRegel, ...]:
        """Return a line per dossier, last changed first."""
        return dossiers.rows(self._db)

    def search(self, tekst: str) -> tuple[str, ...]:
        """Return the nummers of dossiers in which each word begins some word, last changed first.

        Looked at are nummer, client, zaaknummer and gemeente; accents and capitals make no difference.
        Without a word: nothing.
        """
        return dossiers.search(self._db, tekst)

    def next_nummer(self, jaar: int) -> str:
        """Return a nummer that was never used, such as "2027-0004"; it says nothing about the client."""
        return dossiers.next_nummer(self._db, jaar)

    def delete(self, nummer: str, waarom: str) -> None:
        """Remove a dossier for good, with its events, seals and original; the log stays whole.

        Args:
            nummer: of the dossier.
            waarom: the reason from a list; it is kept in the log, so it may not say who the client is.

        Raises:
            InvoerError: it is not in the kluis.
        """
        with self._db.transaction():
            dossiers.delete(self._db, self._kluis.wie, nummer, waarom)

    def history(self, nummer: str) -> tuple[Gebeurtenis, ...]:
        """Return the events of a dossier, first to last."""
        return dossiers.history(self._db, nummer)

    def seal(
        self, dossier: Dossier, kaart: Dossierkaart, kader: bytes, verantwoording: Mapping[str, Json]
    ) -> Zegel:
        """Save a dossier and seal it as definitief; later saves are refused until it is reopened.

        Args:
            dossier: all facts.
            kaart: its card, with status definitief.
            kader: the normenkader file as it was used.
            verantwoording: the proof under the report, as JSON.

        Raises:
            ConflictError: it is sealed already.
            InvoerError: it is not in the kluis.
        """
        with self._db.transaction():
            return zegels.seal(self._db, self._kluis.wie, dossier, kaart, kader, verantwoording)

    def reopen(self, nummer: str, kaart: Dossierkaart, waarom: str) -> None:
        """Open a sealed dossier again; the sealed version stays.

        Raises:
            ConflictError: it is not sealed.
            InvoerError: no reason, or it is not in the kluis.
        """
        with self._db.transaction():
            zegels.reopen(self._db, self._kluis.wie, nummer, kaart, waarom)

    def zegels(self, nummer: str) -> tuple[Zegel, ...]:
        """Return the sealed versions of a dossier, first to last."""
        return zegels.of(self._db, nummer)

    def original(self, nummer: str) -> bytes | None:
        """Return the file that a dossier was read in from, byte for byte; None when it began here."""
        return inlezen.original(self._db, nummer)

    # -- log and settings -----------------------------------------------------------------------

    def log(self, actie: str, object: str, resultaat: str = "ok", inhoud_sha256: str = "") -> None:
        """Add a line to the log about what did not change a dossier: a view, an export.

        Args:
            actie: what was done, such as "getoond".
            object: with what: a nummer, never a name.
            resultaat: how it ended.
            inhoud_sha256: fingerprint of what went out.
        """
        with self._db.transaction():
            actie = logboek.require_free_action(actie)
            logboek.add(self._db, self._kluis.wie, actie, object, resultaat, inhoud_sha256)

    def log_head(self) -> LogKop:
        """Return the last line of the log: printed in a report it proves all lines before."""
        return logboek.head(self._db)

    def logboek(self) -> tuple[LogRegel, ...]:
        """Return all lines of the log, first to last."""
        return logboek.lines(self._db)

    def setting(self, naam: str, default: Json = None) -> Json:
        """Return a setting that goes with this kluis, or the default when it was never set."""
        return instellingen.get(self._db, instellingen.require_own_name(naam), default)

    def set_setting(self, naam: str, waarde: Json) -> None:
        """Set a setting; the log gets its name and fingerprint.

        Raises:
            InvoerError: a name that the kluis keeps for itself (with a dot).
        """
        with self._db.transaction():
            instellingen.put(self._db, instellingen.require_own_name(naam), waarde)
            logboek.add(self._db, self._kluis.wie, logboek.SETTING, naam, inhoud_sha256=fingerprint(waarde))

    # -- health ---------------------------------------------------------------------------------

    def verify(self) -> tuple[str, ...]:
        """Return what is wrong with the kluis, in Dutch; empty when all is well. Changes nothing."""
        return verifieer.findings(self._kluis)

    def import_json(self, folder: Path, kaart: MakeKaart = bare_kaart) -> ImportVerslag:
        """Read in the dossiers of before, one JSON file each; remove each file once it is proven to be here.

        Args:
            folder: with the files; a missing folder is empty.
            kaart: makes the card of a dossier; the bare one holds no minutes.

        Returns:
            What was read in, what got another nummer and what stayed, with the reason.
        """
        return inlezen.import_json(self._kluis, folder, kaart)
