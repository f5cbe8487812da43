"""Fifty files that are no good uitslag: each refused with one Dutch message that repeats nothing of it."""

import json
from pathlib import Path

import pytest

from indicatietool.errors import BestandError, IndicatietoolError
from indicatietool.store.uitslagen import MAX_FILE, read_uitslag, uitslag_to_json, write_uitslag
from tests.kalibreren import uitslag

GOED = json.loads(uitslag_to_json(uitslag(1)))
GEHEIM = "Jan-met-de-korte-achternaam"


def anders(*pad: str | int, waarde: object) -> bytes:
    """Return the good file with another value somewhere."""
    data = json.loads(json.dumps(GOED))
    deel = data
    for sleutel in pad[:-1]:
        deel = deel[sleutel]
    deel[pad[-1]] = waarde
    return json.dumps(data).encode()


def zonder(naam: str) -> bytes:
    return json.dumps({sleutel: waarde for sleutel, waarde in GOED.items() if sleutel != naam}).encode()


GOEDE_BYTES = json.dumps(GOED).encode()
TAAK = GOED["taken"][0]
AFTREK = {"soort": "netwerk", "procent": 10, "beschikbaar": "ja", "duur": "structureel", "vrijwillig": True}
KAPOT: dict[str, bytes] = {
    "empty": b"",
    "only white": b" \n\t",
    "binary": bytes(range(256)),
    "latin-1": '{"casus": "é"}'.encode("latin-1"),
    "utf-16": GOEDE_BYTES.decode().encode("utf-16"),
    "cut off": GOEDE_BYTES[: len(GOEDE_BYTES) // 2],
    "something after it": GOEDE_BYTES + b"x",
    "two in one": GOEDE_BYTES + b"\n" + GOEDE_BYTES,
    "a list": b"[]",
    "a number": b"7",
    "a string": b'"uitslag"',
    "null": b"null",
    "an empty object": b"{}",
    "another program": b'{"name": "x", "version": 3}',
    "a dossier": b'{"formaat": 2, "nummer": "x", "gemaakt": "2027-01-01"}',
    "a key twice": GOEDE_BYTES[:-1] + b', "formaat": 1}',
    "NaN": GOEDE_BYTES.replace(b'"minuten_per_maand": ', b'"minuten_per_maand": NaN, "x": '),
    "too deep": b'{"casus": ' + b"[" * 3_000 + b"]" * 3_000 + b', "deelnemer": 1}',
    "too large": b" " * (MAX_FILE + 1),
    "a line too long": anders("casus", "titel", waarde="x" * 40_000),
    "a number too long": GOEDE_BYTES.replace(b'"formaat": 1', b'"formaat": ' + b"9" * 6_000),
    "newer": anders("formaat", waarde=2),
    "older": anders("formaat", waarde=0),
    "format true": anders("formaat", waarde=True),
    "format 1.0": anders("formaat", waarde=1.0),
    "format text": anders("formaat", waarde="1"),
    "no case": zonder("casus"),
    "no kader": zonder("kader"),
    "no deelnemer": zonder("deelnemer"),
    "no taken": zonder("taken"),
    "zero taken": anders("taken", waarde=[]),
    "no total": zonder("minuten_per_maand"),
    "an extra field": anders("naam", waarde=GEHEIM),
    "an extra field in the case": anders("casus", "vignet", waarde=GEHEIM),
    "an extra field in a taak": anders("taken", 0, "observatie", waarde=GEHEIM),
    "a reason with help": anders("taken", 0, "aftrek", waarde=[{**AFTREK, "reden": GEHEIM}]),
    "help without an amount": anders("taken", 0, "aftrek", waarde=[{**AFTREK, "procent": None}]),
    "too much help": anders("taken", 0, "aftrek", waarde=[AFTREK] * 11),
    "deelnemer is a name": anders("deelnemer", waarde=GEHEIM),
    "kenmerk in capitals": anders("casus", "kenmerk", waarde="A" * 64),
    "sha256 too short": anders("kader", "sha256", waarde="0" * 63),
    "versie is a path": anders("kader", "versie", waarde=f"../{GEHEIM}"),
    "title with a control character": anders("casus", "titel", waarde="a\u0007b"),
    "title of spaces": anders("casus", "titel", waarde="   "),
    "minutes as a float": anders("taken", 0, "minuten_per_week", waarde=12.5),
    "minutes below zero": anders("taken", 0, "minuten_per_week", waarde=-1),
    "minutes divided by zero": anders("taken", 0, "minuten_per_week", waarde="1/0"),
    "minutes of a thousand digits": anders("taken", 0, "minuten_per_week", waarde="1" * 390),
    "a denominator of a thousand digits": anders("taken", 0, "minuten_per_week", waarde="1/" + "7" * 390),
    "total below zero": anders("minuten_per_maand", waarde=-5),
    "total as a text": anders("minuten_per_maand", waarde="600"),
    "keuze is a sentence": anders("taken", 0, "keuzes", waarde={"motivatie": f"{GEHEIM} wil niet"}),
    "keuze is a list": anders("taken", 0, "keuzes", waarde={"motivatie": ["goed"]}),
    "too many keuzes": anders("keuzes", waarde={f"f{n}": "ja" for n in range(61)}),
    "blok in small letters": anders("taken", 0, "blok", waarde="o2"),
    "frequency of zero": anders("taken", 0, "frequentie", waarde={"keer": 0, "per_weken": 1}),
    "besluit unknown": anders("taken", 0, "besluit", waarde="gegokt"),
    "too many taken": anders("taken", waarde=[{**TAAK, "taak": f"t{n}"} for n in range(501)]),
    "a taak twice": anders("taken", waarde=[TAAK, TAAK]),
    "too much beside the kader": anders("overige", waarde=[1] * 21),
}


def test_there_are_at_least_fifty():
    assert len(KAPOT) >= 50


@pytest.mark.parametrize("naam", KAPOT)
def test_file_is_refused_in_dutch_and_left_as_it_is(tmp_path: Path, naam: str):
    pad = tmp_path / "hand.uitslag"
    pad.write_bytes(KAPOT[naam])

    with pytest.raises(IndicatietoolError) as gevangen:
        read_uitslag(pad)

    bericht = str(gevangen.value)
    assert isinstance(gevangen.value, BestandError)
    assert bericht.startswith("hand.uitslag: dit uitslagbestand is niet te gebruiken")
    assert len(gevangen.value.problemen) >= 1
    assert GEHEIM not in bericht
    assert "Traceback" not in bericht
    assert pad.read_bytes() == KAPOT[naam]


def test_missing_file_and_folder_are_refused(tmp_path: Path):
    for pad in (tmp_path / "weg.uitslag", tmp_path):
        with pytest.raises(BestandError):
            read_uitslag(pad)


def test_what_was_written_is_read_back_the_same(tmp_path: Path):
    pad = tmp_path / "a.uitslag"

    write_uitslag(pad, uitslag(1))

    assert read_uitslag(pad) == uitslag(1)
    assert len(pad.read_bytes()) < MAX_FILE / 50
