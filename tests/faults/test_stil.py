"""The program is silent: whatever it is asked on the command line, it opens no way to another computer.

That the window is as silent stands in test_kanarie.py.
"""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from indicatietool.paths import normen_folder
from tests.faults.kanarie import KANARIE, Zoeker
from tests.faults.sporen import MISSING, STRACE, read_sporen, run_traced
from tests.kluizen import WACHTWOORD

pytestmark = pytest.mark.skipif(STRACE is None, reason=MISSING)

ZOEKER = Zoeker(*KANARIE.split())
HUIS = Path(__file__).parents[2]
KADER = normen_folder() / "voorbeeld-begeleiding" / "2026.1"
NUMMER = f"{date.today().year}-0001"
PROGRAM = """
import io, json, sys
from indicatietool.app import main

for words in json.loads(sys.argv[1]):
    sys.stdin = io.TextIOWrapper(io.BytesIO(sys.argv[2].encode()))
    code = main(words)
    assert code == 0, (words, code)
"""


def commands(map_: Path) -> list[list[str]]:
    """Every kind of command, each with files of its own."""
    (casus,) = (KADER / "casussen").glob("b1-*.json")
    geheim = map_ / "wachtwoord.txt"
    geheim.write_text(WACHTWOORD, "utf-8")
    echt = ["--kluis", str(map_ / "kluis"), "--wachtwoord-bestand", str(geheim)]
    oefen = ["--kluis", str(map_ / "oefenkluis")]
    return [
        ["kluis", "nieuw", *echt],
        ["kluis", "kopie", *echt],
        ["kluis", "herstel", "nieuwste", *echt],
        ["kluis", "verifieer", *echt, "--json"],
        ["kluis", "logboek", *echt],
        ["kluis", "nieuw", "--oefen", *oefen],
        ["dossier", "nieuw", *oefen],
        ["dossier", "vul", NUMMER, *oefen],
        ["dossier", "lijst", *oefen],
        ["dossier", "toon", NUMMER, *oefen],
        ["dossier", "verslag", NUMMER, "--naar", str(map_ / "a.pdf"), *oefen],
        ["dossier", "uit", NUMMER, "--naar", str(map_ / "a.indicatie"), *oefen],
        *(["kalibratie", "uitslag", str(casus), "--naar", str(map_ / "in"), "--andere-deelnemer", *oefen],)
        * 3,
        [
            "kalibratie",
            "verzamel",
            str(map_ / "in"),
            "--casus",
            "zes-jaar-verder",
            "--pdf",
            str(map_ / "c.pdf"),
            *oefen,
        ],
        ["bereken", str(casus), "--json"],
        ["verslag", str(casus), "--naar", str(map_ / "b.pdf")],
        ["narekenen", str(map_ / "b.pdf")],
        ["uitvoer", "agenda", str(casus), "--naar", str(map_ / "b.ics")],
        ["norm", "controleer", str(KADER)],
        ["norm", "naar-excel", str(KADER), str(map_ / "kader.xlsx")],
        ["schema", "dossier"],
    ]


def test_a_call_to_another_computer_would_be_seen(tmp_path: Path):
    luid = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))"
    run_traced(tmp_path, [sys.executable, "-c", luid], timeout=60)

    gezien = read_sporen(tmp_path).buiten_unix
    assert {aanroep.partition("(")[0] for aanroep in gezien} == {"socket", "sendto"}


def test_command_line_opens_no_socket_to_the_outside_and_writes_a_name_in_exports_only(tmp_path: Path):
    sporen = tmp_path / "sporen"
    opdrachten = commands(tmp_path)

    regel = json.dumps({"veld": "melding.client", "waarde": KANARIE}, ensure_ascii=False)
    opdracht = [sys.executable, "-c", PROGRAM, json.dumps(opdrachten), regel]
    ran = run_traced(sporen, opdracht, cwd=HUIS, timeout=300)

    assert ran.returncode == 0, ran.stderr
    gezien = read_sporen(sporen)
    assert tmp_path / "b.pdf" in gezien.gemaakt, "strace ziet wat er gebeurt"
    assert gezien.buiten_unix == ()
    exports = {pad: inhoud for pad, inhoud in gezien.geschreven.items() if pad.parent == tmp_path}
    assert any(ZOEKER.seen_in(inhoud) for inhoud in exports.values())
    kluizen = {pad: ZOEKER.seen_in(inhoud) for pad, inhoud in gezien.geschreven.items() if pad not in exports}
    assert {pad: vormen for pad, vormen in kluizen.items() if vormen} == {}
