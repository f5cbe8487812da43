"""The program at work, to be killed: does one thing to a kluis again and again, and confirms each time.

`python -m tests.faults.werk ACTIE MAP [AANTAL]`: a number on standard output is a promise.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kaart import Dossierkaart, DossierStatus, kaart_of
from indicatietool.errors import IndicatietoolError, WachtwoordError
from indicatietool.paths import normen_folder
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.session.overdragen import hand_over
from indicatietool.session.report import write_report
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.kluis import Kluis
from indicatietool.store.overdracht import Pakket, kader_files, write_overdracht
from tests.builders import VANDAAG, make_dossier
from tests.kluizen import LICHT, WACHTWOORD, make_kluis

ANDER = "kabouter zolder pannenkoek trein regen"
"""The other wachtwoord: each change goes from one to the other."""

NUMMER = "2027-0001"
VELDEN = ("client", "zaaknummer", "consulent")

NAAM = "janssen"
VERSLAG = f"verslag-{NAAM}.pdf"
BESTAAND = f"dossier-{NAAM}.indicatie"
"""Names that a user may choose for files outside the kluis; they say who it is about."""

EERDER = b"%PDF-1.7 wat hier eerder stond %%EOF"
TRAAG = 0.02
"""Seconds that the disk takes for each fsync of an export: a moment at random is often in the middle."""


def kaart(dossier: Dossier) -> Dossierkaart:
    """Return a card as a session makes it, without a kader."""
    return kaart_of(dossier, DossierStatus.CONCEPT, None, 0, 0)


def with_field(dossier: Dossier, keer: int) -> Dossier:
    """Return the dossier after its so manieth change: one field holds that number."""
    melding = dossier.melding.model_copy(update={VELDEN[keer % len(VELDEN)]: str(keer)})
    return dossier.with_changes(melding=melding)


def prepare(folder: Path, dossiers: int = 3) -> None:
    """Make a kluis with dossiers, closed."""
    with make_kluis(folder) as kluis:
        for nummer in range(1, dossiers + 1):
            dossier = make_dossier().with_changes(nummer=f"2027-{nummer:04d}")
            kluis.begin(dossier, kaart(dossier))


def prepare_to_leave(folder: Path) -> Path:
    """Make a kluis with a whole dossier, and where its exports go; a file of each kind is there already."""
    (casus,) = (normen_folder() / "voorbeeld-begeleiding" / "2026.1" / "casussen").glob("b1-*.json")
    dossier = read_dossier(casus).with_changes(nummer=NUMMER, oefening=False, oefencasus=None)
    with make_kluis(folder) as kluis:
        kluis.begin(dossier, kaart(dossier))
    naar = outside(folder)
    naar.mkdir()
    (naar / VERSLAG).write_bytes(EERDER)
    (naar / BESTAAND).write_bytes(EERDER)
    return naar


def outside(folder: Path) -> Path:
    """Return where the user lets exports of a kluis go."""
    return folder.parent / "documenten"


def open_either(folder: Path) -> Kluis:
    """Open a kluis with whichever of the two wachtwoorden fits now."""
    try:
        return Kluis.unlock(folder, WACHTWOORD, actor="consulent")
    except WachtwoordError:
        return Kluis.unlock(folder, ANDER, actor="consulent")


def _save(kluis: Kluis) -> Iterator[None]:
    dossier = kluis.load(NUMMER)
    for keer in count(1):
        dossier = with_field(dossier, keer)
        kluis.save(dossier, kaart(dossier), wat=f"stap {keer}")
        yield


def _wachtwoord(kluis: Kluis) -> Iterator[None]:
    for oud, nieuw in _alternating():
        kluis.change_wachtwoord(oud, nieuw, kdf=LICHT)
        yield


def _alternating() -> Iterator[tuple[str, str]]:
    while True:
        yield WACHTWOORD, ANDER
        yield ANDER, WACHTWOORD


def _copy(kluis: Kluis) -> Iterator[None]:
    while True:
        kluis.copy()
        yield


def _migrate(kluis: Kluis) -> Iterator[None]:
    yield  # opening it was the work


def _report(kluis: Kluis) -> Iterator[None]:
    session = Desk(kluis, Kaders(normen_folder()), VANDAAG).open(NUMMER)
    with_slow_disk()
    while True:
        write_report(session, outside(kluis.folder) / VERSLAG)
        yield


def _half_a_report(kluis: Kluis) -> Iterator[None]:
    session = Desk(kluis, Kaders(normen_folder()), VANDAAG).open(NUMMER)
    os.fsync = lambda _handle: os.kill(os.getpid(), signal.SIGKILL)
    write_report(session, outside(kluis.folder) / VERSLAG)
    yield


def _hand_over(kluis: Kluis) -> Iterator[None]:
    session = Desk(kluis, Kaders(normen_folder()), VANDAAG).open(NUMMER)
    with_slow_disk()
    naar, kader = outside(kluis.folder), kader_files(session.geladen)
    for keer in count(1):
        hand_over(session, naar / f"{NAAM}-{keer}.indicatie")
        write_overdracht(naar / BESTAAND, Pakket.of(with_field(session.dossier, keer), kader))
        yield


def with_slow_disk() -> None:
    """Let each fsync of Python take long from now on; what SQLCipher does itself stays as fast."""
    fsync = os.fsync

    def slow(handle: int) -> None:
        time.sleep(TRAAG)
        fsync(handle)

    os.fsync = slow


ACTIES: dict[str, Callable[[Kluis], Iterator[None]]] = {
    "bewaar": _save,
    "wachtwoord": _wachtwoord,
    "kopie": _copy,
    "migratie": _migrate,
    "verslag": _report,
    "half verslag": _half_a_report,
    "overdracht": _hand_over,
}


def main(actie: str, folder: Path, keren: int) -> None:
    """Do it, and confirm each time."""
    print("begin", flush=True)
    if actie == "herstel":
        _restore(folder, keren)
        return
    if actie == "volhouden":
        _persevere(folder, keren)
        return
    with Kluis.unlock(folder, WACHTWOORD, actor="consulent") as kluis:
        for keer, _ in enumerate(ACTIES[actie](kluis), start=1):
            print(keer, flush=True)
            if keer == keren:
                return


def _restore(folder: Path, keren: int) -> None:
    for keer in range(1, keren + 1):
        kopie = Kluis.copies(folder)[-1]
        Kluis.restore(folder, kopie, WACHTWOORD, actor="consulent").close()
        print(keer, flush=True)


def _persevere(folder: Path, keren: int) -> None:
    """Save so many times; tell each failure by its exit code and try again; stop when it is never saved."""
    with Kluis.unlock(folder, WACHTWOORD, actor="consulent") as kluis:
        dossier = kluis.load(NUMMER)
        for keer in range(1, keren + 1):
            dossier = with_field(dossier, keer)
            for _poging in range(40):
                try:
                    kluis.save(dossier, kaart(dossier))
                except IndicatietoolError as error:
                    print(f"fout {error.exit_code} {error}", flush=True)
                else:
                    print(keer, flush=True)
                    break
            else:
                return


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000)
