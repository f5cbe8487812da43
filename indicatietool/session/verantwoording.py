"""The proof under a verslag: made from a session, kept as JSON under a seal, and read back.

Comes in: a session or JSON. Goes out: a Verantwoording that says with what, when and how was reckoned.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date

from indicatietool import __version__
from indicatietool.domain.indicatie import IndicatieStatus, Verantwoording
from indicatietool.domain.kluis import Json
from indicatietool.session.session import Session
from indicatietool.store.dossiers import dossier_to_json


def account_for(session: Session) -> Verantwoording:
    """Return the Verantwoording of a session: the sealed one, or one of how it stands now."""
    zegel = session.bewaring.sealed()
    return from_json(zegel.verantwoording) if zegel is not None else _of_now(session)


def to_json(verantwoording: Verantwoording) -> dict[str, Json]:
    """Return a Verantwoording as JSON."""
    return {**asdict(verantwoording), "datum": verantwoording.datum.isoformat()}


def from_json(waarden: Mapping[str, Json]) -> Verantwoording:
    """Return what `to_json` wrote; what an older program did not write gets its default."""
    bekend = {veld.name for veld in fields(Verantwoording)}
    over = {naam: waarde for naam, waarde in waarden.items() if naam in bekend}
    dag = date.fromisoformat(str(waarden["datum"]))
    status = IndicatieStatus(str(waarden["status"]))
    return Verantwoording(**{**over, "datum": dag, "status": status})  # type: ignore[arg-type]


def _of_now(session: Session) -> Verantwoording:
    kop, indicatie = session.kader.kader, session.indicatie
    hoofd = session.bewaring.log_head()
    return Verantwoording(
        dossier=session.dossier.nummer,
        kader_id=kop.id,
        kader_naam=kop.naam,
        kader_versie=kop.versie,
        kader_status=str(kop.status),
        kader_sha256=session.geladen.sha256,
        dossier_sha256=hashlib.sha256(dossier_to_json(session.dossier.without_bsn())).hexdigest(),
        programmaversie=__version__,
        datum=session.vandaag,
        minuten_per_maand=indicatie.minuten_per_maand,
        status=indicatie.status,
        logboek_volg=hoofd.volg if hoofd else None,
        logboek_hash=hoofd.hash if hoofd else "",
    )
