"""Once for real: the program on a screen of its own, worked by what a screen reader on Linux has (AT-SPI).

`make test-atspi` installs what this needs; without it the test is skipped, and says so. The one at the keys
is tests/gui/atspi_bediener.py.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SYSTEM_PYTHON = Path("/usr/bin/python3")
BEDIENER = HERE / "atspi_bediener.py"
BESIDE = f'"$1" -m indicatietool & {SYSTEM_PYTHON} "$2"; code=$?; kill $!; exit $code'
"""What the shell does: the program, and the bediener beside it."""
PATIENCE = 300
VEREIST = "ATSPI"
"""Set in the environment: what is missing is a failure."""


def missing() -> str:
    """Return what the test needs and is not here."""
    if sys.platform != "linux":
        return "Linux"
    programs = [name for name in ("Xvfb", "xvfb-run", "dbus-run-session") if not shutil.which(name)]
    if not any(Path(pad).exists() for pad in ("/usr/libexec/at-spi2-registryd", "/usr/lib/at-spi2-core")):
        programs.append("at-spi2-core")
    if (
        not SYSTEM_PYTHON.exists()
        or subprocess.run(
            [SYSTEM_PYTHON, "-c", "import pyatspi"], check=False, capture_output=True
        ).returncode
    ):
        programs.append("python3-pyatspi")
    return ", ".join(programs)


@pytest.fixture(scope="module")
def verteld(tmp_path_factory) -> dict:
    """What the bediener read and heard while it scored, and the folder of its oefenkluis."""
    gone = missing()
    if gone and not os.environ.get(VEREIST):
        pytest.skip(f"AT-SPI is hier niet te proberen, er ontbreekt: {gone} (make test-atspi haalt het)")
    assert not gone, f"er ontbreekt: {gone}"
    folder = tmp_path_factory.mktemp("atspi")
    return {**json.loads(worked(folder)), "map": folder}


def worked(folder: Path) -> str:
    """Start the program on its own screen and bus, let the bediener work it, and return its last line."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "INDICATIETOOL_MAP": str(folder / "gebruiker"),
        "XDG_RUNTIME_DIR": str(runtime),
    }
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24"]
    command = [*screen, "dbus-run-session", "--", "sh", "-c", BESIDE, "sh", sys.executable, BEDIENER]
    with subprocess.Popen(
        command,
        env=environment,
        cwd=HERE.parents[1],
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        try:
            out, errors = running.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            raise
    assert running.returncode == 0, errors[-3000:]
    return out.strip().splitlines()[-1]


def indicatietool(folder: Path, *words: str) -> str:
    """Run the program on the command line, for the same user."""
    ran = subprocess.run(
        [sys.executable, "-m", "indicatietool", *words],
        env={**os.environ, "INDICATIETOOL_MAP": str(folder / "gebruiker")},
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def test_screen_reader_completes_a_page_of_scores_and_reads_what_the_command_line_computes(verteld):
    folder = verteld["map"]
    (dossier,) = json.loads(indicatietool(folder, "dossier", "lijst", "--oefen", "--json"))
    package = folder / "over.indicatie"
    indicatietool(folder, "dossier", "uit", "--oefen", dossier["dossier"], "--naar", str(package))

    computed = json.loads(indicatietool(folder, "bereken", str(package), "--json"))

    (taak,) = computed["taken"]
    assert taak["taak"] == "slaap-waakritme"
    assert verteld["minuten"] == computed["totaal"]["minuten_per_maand"] > 0
    assert verteld["voorstel"].startswith(f"Voorstel: {computed['totaal']['minuten_per_week']} minuten")


def test_screen_reader_hears_the_new_total_and_what_kind_of_dossier_it_is(verteld):
    assert verteld["gehoord"][-1] == f"{verteld['minuten']} minuten per maand"
    assert "Oefening: een verzonnen geval, geen echte cliënt" in verteld["gehoord"]


def test_screen_reader_reads_in_the_list_which_taak_is_done(verteld):
    done = [naam for naam in verteld["taken"] if "klaar" in naam]

    assert len(done) == 1
    assert done[0].startswith("Slaap- en waakritme, klaar: O2")
