"""What is typed is in the kluis and in what the user lets out, and nowhere else: no file, title or message.

One working day of the real program, in a process of its own with folders of its own, under strace; and the
same day broken off by SIGKILL. `make test-faults` breaks off twenty days.
"""

import base64
import gzip
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random
from urllib.parse import quote

import pytest

from indicatietool.domain.veld import VeldSoort
from indicatietool.domain.velden import ALLE_VELDEN
from indicatietool.store.kluis import Kluis
from tests.faults.eenmaal import made_once
from tests.faults.gedood import keren
from tests.faults.kanarie import KANARIE, Zoeker
from tests.faults.sporen import MISSING, STRACE, Sporen, read_sporen, strace
from tests.faults.venster import BSN
from tests.kluizen import WACHTWOORD

pytestmark = pytest.mark.skipif(os.name != "posix", reason="strace en SIGKILL bestaan alleen op posix")
needs_strace = pytest.mark.skipif(STRACE is None, reason=MISSING)

HUIS = Path(__file__).parents[2]
ZOEKER = Zoeker(*KANARIE.split())
ELSEWHERE = ("behoud_motivering",)
"""Fields that are asked only in a dossier of another kind."""


@dataclass(frozen=True)
class Werkdag:
    """Wat er is gedaan, en waar alles staat."""

    map: Path
    uit: Mapping[str, object]
    code: str
    sporen: Sporen

    @property
    def naar(self) -> Path:
        """Return where the user let things out."""
        return outside(self.map)


def outside(map_: Path) -> Path:
    """Return a folder for exports; users name folders after people."""
    return map_ / "documenten" / KANARIE


@contextmanager
def program(map_: Path, *before: str) -> Iterator["subprocess.Popen[str]"]:
    """Start the program with folders of its own for everything."""
    namen = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    eigen = {naam: str(map_ / naam.lower()) for naam in (*namen, "INDICATIETOOL_MAP")}
    for plek in (*eigen.values(), outside(map_)):
        Path(plek).mkdir(parents=True, mode=0o700)
    gewoon = {naam: os.environ[naam] for naam in ("PATH", "LD_LIBRARY_PATH") if naam in os.environ}
    qt = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "LANG": "C.UTF-8",
    }
    process = subprocess.Popen(
        [*before, sys.executable, "-m", "tests.faults.venster", str(outside(map_))],
        cwd=HUIS,
        env={**gewoon, **eigen, **qt},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def werkdag(tmp_path_factory: pytest.TempPathFactory) -> Werkdag:
    """One day, from making the kluis to closing the window, watched by strace where there is one."""
    folder = made_once(tmp_path_factory, "werkdag", _live_a_day)
    regels = (folder / "uit.txt").read_text("utf-8").splitlines()
    code = next(regel for regel in regels if regel.startswith("code ")).removeprefix("code ")
    return Werkdag(folder / "map", json.loads(regels[-1]), code, read_sporen(folder / "sporen"))


def _live_a_day(folder: Path) -> None:
    (folder / "sporen").mkdir()
    before = strace(folder / "sporen") if STRACE else []
    with program(folder / "map", *before) as process:
        out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err[-3_000:]
    (folder / "uit.txt").write_text(out, "utf-8")


# The search itself finds everything


def zipped(inhoud: bytes) -> bytes:
    bestand = BytesIO()
    with zipfile.ZipFile(bestand, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("a/b.xml", inhoud)
    return bestand.getvalue()


@pytest.mark.parametrize(
    "maak",
    [
        lambda tekst: tekst.encode(),
        lambda tekst: tekst.upper().encode("ascii", "ignore"),
        lambda tekst: tekst.encode("utf-16-le"),
        lambda tekst: tekst.encode("utf-16-be"),
        lambda tekst: quote(tekst.split()[1]).encode(),
        lambda tekst: json.dumps(tekst.split()[1]).encode(),
        lambda tekst: tekst.split()[1].encode("ascii", "xmlcharrefreplace"),
        *(lambda tekst, n=n: base64.b64encode(b"x" * n + tekst.encode()) for n in range(3)),
        *(lambda tekst, n=n: base64.b64encode(b"x" * n + tekst.encode("utf-16-le")) for n in range(3)),
        lambda tekst: tekst.encode().hex().encode(),
        lambda tekst: b"\x78\x9c rommel" + zlib.compress(tekst.encode()) + b"meer",
        lambda tekst: b"kop" + gzip.compress(tekst.encode()),
        lambda tekst: zipped(tekst.encode()),
        lambda tekst: zipped(zlib.compress(b"<w>" + tekst.encode("utf-16-le") + b"</w>")),
    ],
)
def test_search_finds_the_canary_in_any_shape(maak):
    assert ZOEKER.seen_in(
        b"\x00\xff ervoor" * 3 + maak(KANARIE) if maak(KANARIE)[:2] != b"PK" else maak(KANARIE)
    )


def test_search_finds_a_file_that_is_named_after_it_and_nothing_where_nothing_is(tmp_path: Path):
    (tmp_path / "mijn kwikstaart.txt").touch()
    (tmp_path / "ander.bin").write_bytes(Random(1).randbytes(3_000_000))

    assert set(ZOEKER.found_under(tmp_path)) == {"mijn kwikstaart.txt"}


# A whole day


def test_canary_was_typed_in_every_field_and_came_in_the_dossier(werkdag: Werkdag):
    dossier = json.loads(str(werkdag.uit["dossier"]))
    teksten = [veld for veld in ALLE_VELDEN if veld.soort in (VeldSoort.REGEL, VeldSoort.TEKST)]
    leeg = [veld.pad for veld in teksten if dossier[veld.sectie][veld.naam] != KANARIE]
    taak = dossier["antwoorden"]["taken"][0]

    assert len(teksten) > 30
    assert [pad for pad in leeg if not pad.endswith(ELSEWHERE)] == []
    assert dossier["melding"]["bsn"] == BSN
    assert taak["observatie"] == taak["aftrek"][0]["reden"] == KANARIE
    for lijst in ("fasen", "tijdelijke_lijnen"):
        assert dossier[lijst][0]["motivering"] == KANARIE
    assert dossier["antwoorden"]["overige"][0]["omschrijving"] == KANARIE
    assert dossier["afgeschermd"][0]["reden"] == dossier["afwijking_totaal"]["motivering"] == KANARIE
    leefgebieden = {deel["situatie"]: deel for deel in dossier["antwoorden"]["leefgebieden"]}
    assert leefgebieden["begeleiding"]["doel"] == leefgebieden["wil_niet"]["toelichting"] == KANARIE


def test_no_file_but_the_exports_holds_the_canary(werkdag: Werkdag):
    assert ZOEKER.found_under(werkdag.map, behalve=[werkdag.naar]) == {}
    assert (werkdag.map / "indicatietool_map" / "kluis" / "dossiers.kluis").stat().st_size > 50_000
    assert (werkdag.map / "documenten" / "versleuteld.indicatie").stat().st_size > 10_000


@pytest.mark.parametrize("soort", ["pdf", "odt", "docx", "html", "txt", "indicatie"])
def test_export_on_purpose_does_hold_it_so_the_search_works(werkdag: Werkdag, soort: str):
    pad = werkdag.naar / f"{KANARIE}.{soort}"

    assert str(pad) in werkdag.uit["exports"]
    assert ZOEKER.seen_in(pad.read_bytes())


def test_wachtwoord_herstelcode_and_bsn_are_in_no_file(werkdag: Werkdag):
    geheim = Zoeker(WACHTWOORD, werkdag.code, werkdag.code.replace("-", ""), BSN)

    assert geheim.found_under(werkdag.map, behalve=[werkdag.naar]) == {}


def test_no_title_was_ever_about_a_person(werkdag: Werkdag):
    titels = [str(titel) for titel in werkdag.uit["titels"]]

    assert any("dossier 2" in titel for titel in titels)
    assert not [titel for titel in titels if ZOEKER.seen_in(titel.encode())]


def test_crash_file_says_where_and_nothing_else(werkdag: Werkdag):
    storingen = sorted((werkdag.map / "indicatietool_map" / "storingen").iterdir())

    assert "soort: ValueError" in storingen[0].read_text()
    for storing in storingen:
        regels = [regel.partition(":")[0] for regel in storing.read_text().splitlines()]
        assert regels == ["soort", "module", "regel", "versie", "python", "moment"]
    assert any("mis in het programma" in str(tekst) for tekst in werkdag.uit["gezegd"])


@needs_strace
def test_nothing_that_was_written_anywhere_held_the_canary_not_even_in_a_file_that_is_gone(werkdag: Werkdag):
    geschreven = {
        pad: inhoud for pad, inhoud in werkdag.sporen.geschreven.items() if werkdag.naar not in pad.parents
    }
    gevonden = {pad: vormen for pad, inhoud in geschreven.items() if (vormen := ZOEKER.seen_in(inhoud))}

    assert werkdag.map / "indicatietool_map" / "kluis" / "dossiers.kluis" in geschreven
    assert gevonden == {}


@needs_strace
def test_program_writes_in_no_folder_but_the_users_own(werkdag: Werkdag):
    elders = [pad for pad in werkdag.sporen.gemaakt if werkdag.map not in pad.parents and pad.is_absolute()]

    assert elders == []
    assert any(werkdag.naar in pad.parents for pad in werkdag.sporen.gemaakt)


@needs_strace
def test_window_opens_no_socket_to_the_outside(werkdag: Werkdag):
    assert werkdag.sporen.buiten_unix == ()


# A day that is broken off


@pytest.mark.parametrize("keer", keren(20, 1))
def test_killed_in_the_middle_of_the_day_no_file_holds_the_canary(tmp_path: Path, keer: int):
    with program(tmp_path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begin\n"
        assert process.stdout.readline().startswith("code ")
        time.sleep(Random(f"kanarie {keer}").uniform(0.5, 7))
        process.send_signal(signal.SIGKILL)

    assert ZOEKER.found_under(tmp_path, behalve=[outside(tmp_path)]) == {}
    with Kluis.unlock(tmp_path / "indicatietool_map" / "kluis", WACHTWOORD) as kluis:
        assert kluis.verify() == ()
