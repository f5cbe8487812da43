"""The house stands as its contracts say, and a wrong import brings it down with a sentence.

The contracts themselves are in pyproject.toml, [tool.importlinter].
"""

import os
import shutil
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest

HUIS = Path(__file__).parent.parent
LINTER = Path(sys.executable).with_name("lint-imports")
SENTENCES = {
    contract["name"]
    for contract in tomllib.loads((HUIS / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
}


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(house), "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [LINTER, "--no-cache"], cwd=house, env=env, capture_output=True, text=True, timeout=120
    )


@pytest.fixture
def copy_of_house(tmp_path: Path) -> Path:
    """The program and its contracts, to do damage to."""
    shutil.copy(HUIS / "pyproject.toml", tmp_path)
    shutil.copytree(
        HUIS / "indicatietool", tmp_path / "indicatietool", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def verdicts(ran: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """The verdict on each contract, by its sentence."""
    lines = [line.strip() for line in ran.stdout.splitlines()]
    return {
        sentence: line.removeprefix(sentence).split()[0]
        for sentence in SENTENCES
        for line in lines
        if line.startswith(sentence) and line != sentence
    }


def test_every_contract_is_kept():
    ran = lint(HUIS)

    assert verdicts(ran) == dict.fromkeys(SENTENCES, "KEPT"), ran.stdout + ran.stderr
    assert ran.returncode == 0


@pytest.mark.parametrize(
    ("module", "regel", "sentence"),
    [
        ("domain/base.py", "import PySide6", "PySide6 alleen in gui en app"),
        ("cli.py", "import PySide6.QtCore", "PySide6 alleen in gui en app"),
        ("session/desk.py", "import reportlab", "reportlab alleen in verslag"),
        ("session/desk.py", "import sqlcipher3", "sqlcipher3 alleen in store"),
        ("session/kalibratie/groep.py", "import nltk", "nltk alleen in engine.overeenstemming"),
        (
            "engine/total.py",
            "import time",
            "domain en engine raken geen bestanden, klok of toeval",
        ),
        (
            "domain/base.py",
            "import indicatietool.engine.total",
            "De lagen: wat hoger ligt kent wat lager ligt, nooit andersom",
        ),
        (
            "gui/window.py",
            "import indicatietool.store.dossiers",
            "gui praat met session en domain, nooit rechtstreeks met engine, store of verslag",
        ),
    ],
    ids=[
        "PySide6 in domain",
        "PySide6 in cli",
        "reportlab in session",
        "sqlcipher3",
        "nltk",
        "clock",
        "upwards",
        "gui to store",
    ],
)
def test_wrong_import_breaks_the_contract_that_forbids_it(
    copy_of_house: Path, module: str, regel: str, sentence: str
):
    bestand = copy_of_house / "indicatietool" / module
    bestand.write_text(bestand.read_text("utf-8") + f"\n{regel}\n", "utf-8")

    ran = lint(copy_of_house)

    assert ran.returncode == 1
    assert verdicts(ran)[sentence] == "BROKEN"


def run_python(program: str, *arguments: Path) -> str:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HUIS)}
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), *arguments],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def test_start_screen_is_painted_before_anything_heavy_is_imported(tmp_path: Path):
    loaded = run_python(
        """
        import sys
        from pathlib import Path
        from indicatietool.gui.application import application
        from indicatietool.gui.window import MainWindow

        preferences = Path(sys.argv[1]) / "voorkeuren.json"
        app = application(preferences)
        window = MainWindow(lambda: sys.exit("the kluis was asked before the first paint"), preferences)
        window.show()
        assert not window.grab().isNull()
        heavy = {"cryptography", "nltk", "openpyxl", "PIL", "pydantic", "pydantic_core"}
        heavy |= {"reportlab", "sqlcipher3"}
        print(*sorted(heavy & set(sys.modules)))
        """,
        tmp_path,
    )

    assert loaded == ""


def test_nltk_is_loaded_by_the_first_group_and_not_before():
    loaded = run_python(
        """
        import sys
        import indicatietool.session.kalibratie.pagina
        from tests.kalibreren import KADER, twintig
        from indicatietool.engine.kalibratie import calibrate

        calibrate(KADER.kader, twintig()[:2])
        before = "nltk" in sys.modules
        calibrate(KADER.kader, twintig())
        print(before, "nltk" in sys.modules, "numpy" in sys.modules)
        """
    )

    assert loaded == "False True False"


def test_command_line_never_loads_qt(tmp_path: Path):
    loaded = run_python(
        """
        import contextlib, io, sys
        from indicatietool.app import main

        with contextlib.redirect_stdout(io.StringIO()):
            main(["schema", "dossier"])
        print(*sorted(name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "reportlab"))))
        """
    )

    assert loaded == ""


def test_no_file_of_the_program_needs_four_hundred_lines():
    long = {
        str(file.relative_to(HUIS)): lines
        for file in (HUIS / "indicatietool").rglob("*.py")
        if (lines := len(file.read_text("utf-8").splitlines())) > 400
    }

    assert long == {}


def test_program_makes_no_connection():
    network = (
        "socket",
        "http.client",
        "urllib.request",
        "requests",
        "httpx",
        "QtNetwork",
        "ftplib",
        "smtplib",
    )

    found = [
        f"{file.relative_to(HUIS)}: {line.strip()}"
        for file in (HUIS / "indicatietool").rglob("*.py")
        for line in file.read_text("utf-8").splitlines()
        if line.strip().startswith(("import ", "from ")) and any(name in line for name in network)
    ]

    assert found == []
