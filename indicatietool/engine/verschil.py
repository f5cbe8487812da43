"""What changed since the earlier onderzoek, per taak, from the snapshot that the dossier carries.

Comes in: a dossier and its outcome. Goes out: a line per taak that was or is in the indicatie.
"""

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.eerder import TaakVerschil
from indicatietool.domain.indicatie import Indicatie


def differences(dossier: Dossier, indicatie: Indicatie) -> tuple[TaakVerschil, ...]:
    """Return every taak of then and now, in the order of now; those that ended come last.

    Returns:
        Nothing when there is no earlier onderzoek or when its taken are not known.
    """
    if dossier.eerder is None or not dossier.eerder.taken:
        return ()
    toen = {taak.taak: taak for taak in dossier.eerder.taken}
    nu = {uitkomst.taak: uitkomst for uitkomst in indicatie.taken}
    lopend = tuple(
        TaakVerschil(
            uitkomst.naam,
            oud.blok if (oud := toen.get(uitkomst.taak)) else None,
            uitkomst.blok,
            oud.minuten_per_week if oud else None,
            uitkomst.minuten_per_week,
        )
        for uitkomst in indicatie.taken
    )
    geeindigd = tuple(
        TaakVerschil(taak.naam, taak.blok, None, taak.minuten_per_week, None)
        for taak in dossier.eerder.taken
        if taak.taak not in nu
    )
    return (*lopend, *geeindigd)
