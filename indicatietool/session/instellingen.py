"""What the user set for a kluis: when it locks, how long dossiers are kept, whether a BSN is asked for.

Comes in: an open kluis. Goes out: Instellingen; a value that can't be is read as its default.
"""

from dataclasses import dataclass

from indicatietool.store.kluis import Kluis

LOCK_AFTER = (5, 10, 15, 30)
"""Minutes to choose from."""
RETENTION = (1, 30)
"""Fewest and most years that can be set."""

_LOCK, _YEARS, _BSN, _UNPROVEN = "vergrendelen_na", "bewaartermijn", "bsn", "herstelcode_open"


@dataclass(frozen=True, slots=True)
class Instellingen:
    """De instellingen van één kluis.

    `vergrendelen_na` in minutes; `bewaartermijn` in years (Bron: Wmo 2015 art. 5.3.4 lid 1); `bsn`: whether
    the screen asks for it (Bron: Wmo 2015 art. 5.2.9).
    """

    vergrendelen_na: int = 10
    bewaartermijn: int = 15
    bsn: bool = False


def read_settings(kluis: Kluis) -> Instellingen:
    """Return the settings of a kluis."""
    standaard = Instellingen()
    minuten, jaren = kluis.setting(_LOCK), kluis.setting(_YEARS)
    return Instellingen(
        minuten if isinstance(minuten, int) and minuten in LOCK_AFTER else standaard.vergrendelen_na,
        jaren
        if isinstance(jaren, int) and RETENTION[0] <= jaren <= RETENTION[1]
        else standaard.bewaartermijn,
        kluis.setting(_BSN) is True,
    )


def write_settings(kluis: Kluis, instellingen: Instellingen) -> None:
    """Keep the settings; only those that changed come in the log.

    Raises:
        OpslagError: they could not be saved.
    """
    oud = read_settings(kluis)
    for naam, was, wordt in (
        (_LOCK, oud.vergrendelen_na, instellingen.vergrendelen_na),
        (_YEARS, oud.bewaartermijn, instellingen.bewaartermijn),
        (_BSN, oud.bsn, instellingen.bsn),
    ):
        if was != wordt:
            kluis.set_setting(naam, wordt)


def is_code_unproven(kluis: Kluis) -> bool:
    """Tell whether a herstelcode was shown without proof that it was kept."""
    return kluis.setting(_UNPROVEN) is True


def set_code_unproven(kluis: Kluis, open_: bool) -> None:
    """Remember whether there is still no proof that the herstelcode was kept."""
    if is_code_unproven(kluis) != open_:
        kluis.set_setting(_UNPROVEN, open_)
