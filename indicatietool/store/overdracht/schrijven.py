"""A Pakket as a zip: the same bytes for the same Pakket, on every computer.

Fixed order, fixed time, no compression (which differs between versions of zlib), and a manifest with the
sha256 of every part.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from indicatietool.domain.kluis import Gebeurtenis, Json
from indicatietool.errors import OverdrachtError
from indicatietool.store.kluis.canoniek import canonical, sha256_of, write_moment
from indicatietool.store.kluis.wijzigingen import to_json
from indicatietool.store.overdracht.pakket import Pakket
from indicatietool.store.overdracht.vorm import (
    DOSSIER,
    FORMAAT,
    GESCHIEDENIS,
    KADER,
    MANIFEST,
    MAX_PART,
    MAX_PARTS,
    MAX_TOTAL,
    VERANTWOORDING,
)
from indicatietool.store.reading import refuse

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100600 << 16
_UNIX = 3


def pack(pakket: Pakket) -> bytes:
    """Return the zip of a Pakket.

    Raises:
        OverdrachtError: it is larger than can be read back.
    """
    delen = dict(_parts(pakket))
    grootten = [len(inhoud) for inhoud in delen.values()]
    if len(delen) >= MAX_PARTS or max(grootten) > MAX_PART or sum(grootten) > MAX_TOTAL:
        naam = Path(f"{pakket.dossier.nummer}.indicatie")
        refuse(OverdrachtError, naam, "omvang", "het dossier is te groot.", "Kort lange teksten in.")
    manifest = {
        "formaat": FORMAAT,
        "programma": pakket.programmaversie,
        "dossier": pakket.dossier.nummer,
        "onderdelen": {naam: sha256_of(inhoud) for naam, inhoud in delen.items()},
    }
    return _zipped({MANIFEST: canonical(manifest), **delen})


def _parts(pakket: Pakket) -> Iterator[tuple[str, bytes]]:
    yield DOSSIER, pakket.dossier_json
    for naam in sorted(pakket.kader):
        yield f"{KADER}{naam}", pakket.kader[naam]
    if pakket.verantwoording is not None:
        yield VERANTWOORDING, canonical(dict(pakket.verantwoording))
    if pakket.geschiedenis:
        yield GESCHIEDENIS, canonical({"gebeurtenissen": [_event(deel) for deel in pakket.geschiedenis]})


def _event(gebeurtenis: Gebeurtenis) -> dict[str, Json]:
    return {
        "dossier": gebeurtenis.dossier,
        "volg": gebeurtenis.volg,
        "moment": write_moment(gebeurtenis.moment),
        "actor": gebeurtenis.actor,
        "soort": str(gebeurtenis.soort),
        "wat": gebeurtenis.wat,
        "waarom": gebeurtenis.waarom,
        "van": gebeurtenis.van,
        "wijzigingen": to_json(gebeurtenis.wijzigingen),
    }


def _zipped(delen: dict[str, bytes]) -> bytes:
    bestand = BytesIO()
    with zipfile.ZipFile(bestand, "w", zipfile.ZIP_STORED) as archief:
        for naam, inhoud in delen.items():
            deel = zipfile.ZipInfo(naam, _EARLIEST)
            deel.create_system = _UNIX
            deel.external_attr = _PLAIN_FILE
            archief.writestr(deel, inhoud)
    return bestand.getvalue()
