"""Zips that were made to hurt: each refused with one Dutch message, nothing written, nothing half."""

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from indicatietool.domain.dossier import Dossier
from indicatietool.errors import (
    DossierError,
    IndicatietoolError,
    IntegriteitError,
    NieuwereVersieError,
    OverdrachtError,
)
from indicatietool.store.kluis.canoniek import canonical, sha256_of
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.store.overdracht import Pakket, pack, read_overdracht, unpack
from tests.builders import make_dossier, score

KLEIN = Pakket.of(make_dossier(score()), {"normenkader.toml": b"kader"}, {"datum": "2027-01-04"})
HEEL = pack(KLEIN)
Delen = dict[str, bytes]


def parts() -> Delen:
    with zipfile.ZipFile(io.BytesIO(HEEL)) as archief:
        return {naam: archief.read(naam) for naam in archief.namelist()}


def listed(delen: Mapping[str, bytes], **anders: object) -> Delen:
    """Return parts with a manifest that fits them, but for what is given."""
    inhoud = {naam: deel for naam, deel in delen.items() if naam != "manifest.json"}
    manifest = {
        "formaat": 1,
        "programma": "0.1.0",
        "dossier": "2027-0001",
        "onderdelen": {naam: sha256_of(deel) for naam, deel in inhoud.items()},
        **anders,
    }
    return {"manifest.json": canonical(manifest), **inhoud}


def zipped(
    delen: Mapping[str, bytes] | list[tuple[str, bytes]],
    soort: int = zipfile.ZIP_STORED,
    change: Callable[[zipfile.ZipInfo], None] | None = None,
) -> bytes:
    bestand = io.BytesIO()
    with zipfile.ZipFile(bestand, "w", soort) as archief:
        for naam, inhoud in delen.items() if isinstance(delen, Mapping) else delen:
            info = zipfile.ZipInfo(naam)
            info.compress_type = soort
            if change is not None:
                change(info)
            archief.writestr(info, inhoud)
    return bestand.getvalue()


def with_extra(naam: str, inhoud: bytes = b"x") -> bytes:
    return zipped(listed({**parts(), naam: inhoud}))


def without(naam: str) -> bytes:
    return zipped(listed({n: d for n, d in parts().items() if n != naam}))


def with_dossier(inhoud: bytes) -> bytes:
    return zipped(listed({**parts(), "dossier.json": inhoud}))


def with_manifest(inhoud: bytes) -> bytes:
    return zipped({**parts(), "manifest.json": inhoud})


def patched(plek_van_eind: int, waarde: bytes) -> bytes:
    plek = len(HEEL) - plek_van_eind
    return HEEL[:plek] + waarde + HEEL[plek + len(waarde) :]


def as_link(info: zipfile.ZipInfo) -> None:
    info.external_attr = 0o120777 << 16


def as_device(info: zipfile.ZipInfo) -> None:
    info.external_attr = 0o060600 << 16


def flagged(vlag: int) -> bytes:
    """Return the zip with a flag set in the list and at each part."""
    inhoud = bytearray(HEEL)
    for teken, afstand in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        plek = inhoud.find(teken)
        while plek >= 0:
            inhoud[plek + afstand] |= vlag
            plek = inhoud.find(teken, plek + 4)
    return bytes(inhoud)


def renamed(oud: bytes, nieuw: bytes) -> bytes:
    assert len(oud) == len(nieuw)
    return HEEL.replace(oud, nieuw)


def only_at_the_part(oud: bytes, nieuw: bytes) -> bytes:
    return HEEL.replace(oud, nieuw, 1)


def sized(grootte: int) -> bytes:
    """Return the zip whose list says that every part is this large."""
    inhoud = bytearray(HEEL)
    plek = inhoud.find(b"PK\x01\x02")
    while plek >= 0:
        struct.pack_into("<L", inhoud, plek + 24, grootte)
        plek = inhoud.find(b"PK\x01\x02", plek + 4)
    return bytes(inhoud)


def overlapping() -> bytes:
    """Return a zip whose parts all point at the first one."""
    inhoud = bytearray(HEEL)
    plek = inhoud.find(b"PK\x01\x02")
    while plek >= 0:
        struct.pack_into("<L", inhoud, plek + 42, 0)
        plek = inhoud.find(b"PK\x01\x02", plek + 4)
    return bytes(inhoud)


def nested(diep: int) -> bytes:
    return b'{"a":' * diep + b"1" + b"}" * diep


BOM = b" " * 9_000_000
PADEN = (
    "../dossier.json",
    "..\\dossier.json",
    "/etc/passwd",
    "C:\\Windows\\x.json",
    "kader/../../x.toml",
    "kader/./normenkader.toml",
    "kader//normenkader.toml",
    "kader/casussen/../../../x.json",
    "kader/casussen/a/b.json",
    "kader/casussen/.json",
    "kader/casussen/HOOFD.json",
    "kader/casussen/aux.JSON",
    "kader/normenkader.toml.exe",
    "kader/",
    "kader",
    "~/.bashrc",
    "dossier.json/",
    "Dossier.json",
    "dossier.json ",
    "dossier.json.",
    "dossiеr.json",  # a Cyrillic е
    "dossier\u202ejson.exe",
    "dossier.json:stroom",
    "\\\\server\\deel\\x",
    "con",
    "x" * 300,
    "é.json",
    "__MACOSX/._dossier.json",
    ".DS_Store",
    "zegel.pdf",
)

MANIFESTEN = (
    b"",
    b"null",
    b"[]",
    b"{}",
    b"{",
    b"\xff\xfe",
    b'{"formaat":1,"formaat":1}',
    b'{"formaat":true,"programma":"x","dossier":"2027-0001","onderdelen":{"a":"b"}}',
    b'{"formaat":1,"programma":"x","dossier":"../x","onderdelen":{"a":"b"}}',
    b'{"formaat":1,"programma":"x","dossier":"2027-0001","onderdelen":{}}',
    b'{"formaat":1,"programma":"x","dossier":"2027-0001","onderdelen":{"a":1}}',
    b'{"formaat":1,"programma":"x","dossier":"2027-0001","onderdelen":{"a":"b"},"meer":1}',
    b'{"formaat":NaN,"programma":"x","dossier":"2027-0001","onderdelen":{"a":"b"}}',
    nested(5_000),
)

DOSSIERS = (
    b"",
    b"null",
    b"[1]",
    b"{}",
    b'{"formaat":2}',
    nested(100_000),
    b"\x00" * 100,
    b'{"a":' + b"9" * 6_000 + b"}",
)

ZIPS: dict[str, Callable[[], bytes]] = {
    "leeg": lambda: b"",
    "een letter": lambda: b"P",
    "geen zip": lambda: b"%PDF-1.7 dit is iets anders" * 10,
    "alleen het einde": lambda: b"PK\x05\x06" + b"\x00" * 18,
    "rommel ervoor": lambda: b"#!/bin/sh\n" + HEEL,
    "rommel erachter": lambda: HEEL + b"rommel",
    "twee achter elkaar": lambda: HEEL + HEEL,
    "met opmerking": lambda: HEEL[:-2] + b"\x03\x00abc",
    "afgekapt": lambda: HEEL[: len(HEEL) // 2],
    "einde afgekapt": lambda: HEEL[:-1],
    "aantal klopt niet": lambda: patched(12, b"\x01\x00\x01\x00"),
    "aantal te groot": lambda: patched(14, b"\xff\xff\xff\xff"),
    "lijst te lang": lambda: patched(10, b"\xff\xff\xff\x7f"),
    "lijst op een andere plek": lambda: patched(6, b"\x00\x00\x00\x00"),
    "verdeeld over schijven": lambda: patched(18, b"\x01\x00"),
    "zip-wachtwoord": lambda: flagged(1),
    "sterke versleuteling": lambda: flagged(0x41),
    "symbolische koppeling": lambda: zipped(parts(), change=as_link),
    "apparaat": lambda: zipped(parts(), change=as_device),
    "bzip2": lambda: zipped(parts(), zipfile.ZIP_BZIP2),
    "lzma": lambda: zipped(parts(), zipfile.ZIP_LZMA),
    "dubbele naam": lambda: doubled(),
    "andere naam in de lijst": lambda: only_at_the_part(b"dossier.json", b"dossier.jsom"),
    "nul in de naam": lambda: renamed(b"dossier.json", b"dossier\x00json"),
    "groter dan gezegd": lambda: sized(1),
    "kleiner dan gezegd": lambda: sized(2_000_000_000),
    "overlappend": overlapping,
    "bom van spaties": lambda: zipped(listed({**parts(), "kader/bron.md": BOM}), zipfile.ZIP_DEFLATED),
    "bom in de inhoudsopgave": lambda: zipped({**parts(), "manifest.json": BOM}, zipfile.ZIP_DEFLATED),
    "onderdeel boven 10 MB": lambda: with_extra("kader/bron.md", random.Random(1).randbytes(10_000_001)),
    "samen boven 50 MB": lambda: zipped(
        listed(
            {
                **parts(),
                **{f"kader/casussen/{n}.json": random.Random(n).randbytes(9_900_000) for n in range(6)},
            }
        )
    ),
    "meer dan 50 onderdelen": lambda: zipped(
        listed({**parts(), **{f"kader/casussen/{n}.json": b"{}" for n in range(60)}})
    ),
    "zonder inhoudsopgave": lambda: zipped({n: d for n, d in parts().items() if n != "manifest.json"}),
    "zonder dossier": lambda: without("dossier.json"),
    "zonder kader": lambda: without("kader/normenkader.toml"),
    "verantwoording is een lijst": lambda: with_extra("verantwoording.json", b"[1]"),
    "geschiedenis zonder moment": lambda: with_extra("geschiedenis.json", b'{"gebeurtenissen":[{"volg":1}]}'),
    "geschiedenis is een getal": lambda: with_extra("geschiedenis.json", b'{"gebeurtenissen":7}'),
    "geschiedenis met onbekende soort": lambda: with_extra(
        "geschiedenis.json",
        b'{"gebeurtenissen":[{"dossier":"a","volg":1,"moment":"2027-01-04T00:00:00.000000Z","actor":"",'
        b'"soort":"gehackt","wat":"","waarom":"","van":null,"wijzigingen":[]}]}',
    ),
    **{f"pad {naam[:30]!r}": lambda naam=naam: with_extra(naam) for naam in PADEN},
    **{
        f"inhoudsopgave {n}": lambda inhoud=inhoud: with_manifest(inhoud)
        for n, inhoud in enumerate(MANIFESTEN)
    },
    **{f"dossier {n}": lambda inhoud=inhoud: with_dossier(inhoud) for n, inhoud in enumerate(DOSSIERS)},
}


def doubled() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return zipped([*parts().items(), ("dossier.json", b"{}")])


def test_there_are_enough_of_them() -> None:
    assert len(ZIPS) >= 60


@pytest.mark.parametrize("naam", ZIPS)
def test_hostile_zip_is_refused(naam: str, tmp_path: Path) -> None:
    pad = tmp_path / "x.indicatie"
    inhoud = ZIPS[naam]()
    pad.write_bytes(inhoud)

    with pytest.raises((OverdrachtError, DossierError, IntegriteitError)) as geweigerd:
        read_overdracht(pad)
    assert "Traceback" not in str(geweigerd.value)
    assert len(str(geweigerd.value).splitlines()[0]) < 200
    assert [rest.name for rest in tmp_path.iterdir()] == ["x.indicatie"]
    assert pad.read_bytes() == inhoud


@pytest.mark.parametrize("naam", ["dossier.json", "kader/normenkader.toml", "verantwoording.json"])
def test_changed_part_is_found(naam: str) -> None:
    delen = parts()
    anders = zipped({**delen, naam: delen[naam].replace(b"0", b"1", 1) + b" "})

    with pytest.raises(IntegriteitError) as fout:
        unpack(anders, "x")
    assert fout.value.exit_code == 3


def test_part_that_is_not_listed_is_found() -> None:
    with pytest.raises(IntegriteitError):
        unpack(zipped({**parts(), "kader/bron.md": b"erbij"}), "x")


def test_nummer_in_the_list_is_that_of_the_dossier() -> None:
    with pytest.raises(IntegriteitError):
        unpack(zipped(listed(parts(), dossier="2027-0002")), "x")


def test_newer_format_is_told_as_newer() -> None:
    with pytest.raises(NieuwereVersieError) as nieuw:
        unpack(zipped(listed(parts(), formaat=2)), "x")
    assert nieuw.value.exit_code == 7


def test_dossier_of_a_newer_program_is_told_as_newer() -> None:
    with pytest.raises(IndicatietoolError) as nieuw:
        unpack(with_dossier(b'{"formaat":99}'), "x")
    assert nieuw.value.exit_code == 7


def test_file_that_was_packed_again_still_opens() -> None:
    assert unpack(zipped(parts(), zipfile.ZIP_DEFLATED), "x") == KLEIN


def test_any_changed_byte_is_found_or_changes_nothing() -> None:
    kans = random.Random(20270104)
    for _ in range(400):
        plek = kans.randrange(len(HEEL))
        anders = HEEL[:plek] + bytes([HEEL[plek] ^ (1 << kans.randrange(8))]) + HEEL[plek + 1 :]
        try:
            gelezen = unpack(anders, "x")
        except IndicatietoolError:
            continue
        assert gelezen == KLEIN  # a time or a version number in the zip itself


def test_too_large_a_pakket_is_not_written(voorbeeldkader: GeladenKader) -> None:
    groot = Pakket.of(KLEIN.dossier, {"normenkader.toml": b"x" * 10_000_001})

    with pytest.raises(OverdrachtError):
        pack(groot)


def test_formaat_1_of_a_dossier_keeps_its_own_bytes() -> None:
    oud = json.loads(KLEIN.dossier_json)
    oud["formaat"] = 1
    for naam in ("fasen", "tijdelijke_lijnen", "eerder", "afgeschermd"):
        oud.pop(naam)
    inhoud = json.dumps(oud).encode()
    gelezen = unpack(with_dossier(inhoud), "x")

    assert gelezen.dossier_json == inhoud
    assert isinstance(gelezen.dossier, Dossier)
    assert pack(gelezen) == pack(unpack(pack(gelezen), "x"))
