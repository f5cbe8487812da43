"""Keeping a kluis in order: a copy a day, and which dossiers have been kept long enough.

Comes in: a desk, days. Goes out: what was copied, what may go. Nothing is deleted here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from indicatietool.domain.kaart import DossierRegel
from indicatietool.domain.kalender import add_months
from indicatietool.session.desk import Desk
from indicatietool.store.kluis import Kluis


@dataclass(frozen=True, slots=True)
class Verlopen:
    """Een dossier waarvan de bewaartermijn voorbij is, en sinds welke dag."""

    regel: DossierRegel
    bewaard_tot: date


def copy_of_today(desk: Desk, nu: datetime | None = None) -> Path | None:
    """Copy the kluis when it changed since the last copy and none was made today.

    Args:
        desk: with an open kluis.
        nu: this moment, with its time zone; None asks the clock.

    Returns:
        The folder of the copy; None when none was needed.

    Raises:
        OpslagError: it could not be made.
    """
    if desk.kluis is None:
        return None
    vandaag = (nu or datetime.now(UTC)).astimezone().date()
    kopieen = [kopie for kopie in Kluis.copies(desk.kluis.folder) if not kopie.is_opzij]
    if kopieen:
        laatste = kopieen[0].moment
        unchanged = all(regel.gewijzigd <= laatste for regel in desk.list())
        if laatste.astimezone().date() >= vandaag or unchanged:
            return None
    elif not desk.list():
        return None
    return desk.kluis.copy()


def past_retention(regels: Sequence[DossierRegel], jaren: int, vandaag: date) -> tuple[Verlopen, ...]:
    """Return the dossiers that have been kept long enough, longest first.

    The years count from the last change, or from the einddatum of the indicatie where that is later, so that
    nothing is proposed too early.

    Args:
        regels: the list of dossiers.
        jaren: how long they are kept.
        vandaag: today.

    Bron: Wmo 2015 art. 5.3.4 lid 1.
    """
    verlopen = []
    for regel in regels:
        laatste = regel.gewijzigd.astimezone().date()
        tot = add_months(max(laatste, regel.kaart.einddatum or laatste), 12 * jaren)
        if tot is not None and tot < vandaag:
            verlopen.append(Verlopen(regel, tot))
    return tuple(sorted(verlopen, key=lambda v: (v.bewaard_tot, v.regel.kaart.nummer)))
