"""A program on an oefenkluis: empty, with one dossier in it, or with the whole practice case filled in."""

import shutil
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

from indicatietool.app import main
from indicatietool.paths import normen_folder
from indicatietool.session.oefenen.casussen import PRACTICE_CASE
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.kluis import Kdf, Kluis
from tests.adressen import lines_of
from tests.cli.programma import Programma, as_lines
from tests.kluizen import LICHT, WACHTWOORD, make_kluis

Template = Callable[[str], Path]


def _nummer_in(kluis: Path) -> str:
    with Kluis.open_oefen(kluis) as open_:
        return open_.list()[0].kaart.nummer


@pytest.fixture(autouse=True)
def quick_kdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets are tried as quickly as they can be, whatever a kluis says of it."""
    derive = Kdf.derive
    monkeypatch.setattr(Kdf, "derive", lambda _, geheim, zout: derive(LICHT, geheim, zout))


@pytest.fixture(scope="session")
def oefencasus() -> Path:
    """The practice case that is demonstrated."""
    (casus,) = (normen_folder() / "voorbeeld-begeleiding" / "2026.1" / "casussen").glob(f"{PRACTICE_CASE}*")
    return casus


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, oefencasus: Path) -> Template:
    """Makes each kind of oefenkluis once, with the program itself; tests work on copies."""
    folder = tmp_path_factory.mktemp("sjablonen")

    def run(naam: str, *words: str, invoer: bytes = b"") -> None:
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as out:
            patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(invoer)))
            assert main([*words, "--kluis", str(folder / naam)]) == 0, out.getvalue()

    def made(naam: str) -> Path:
        if not (folder / naam).exists():
            run(naam, "kluis", "nieuw", "--oefen")
            if naam != "leeg":
                run(naam, "dossier", "nieuw")
            if naam == "gevuld":
                nummer = _nummer_in(folder / naam)
                run(naam, "dossier", "vul", nummer, invoer=as_lines(lines_of(read_dossier(oefencasus))))
        return folder / naam

    return made


@pytest.fixture
def programma(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Programma:
    """The program, without a kluis."""
    return Programma(capsys, monkeypatch)


@pytest.fixture
def oefenkluis(request: pytest.FixtureRequest, template: Template, tmp_path: Path) -> Path:
    """The folder of an oefenkluis, with in it what the test asks for beside it."""
    naam = next((naam for naam in ("gevuld", "nummer") if naam in request.fixturenames), "leeg")
    return shutil.copytree(template(naam), tmp_path / "oefenkluis")


@pytest.fixture
def oefen(programma: Programma, oefenkluis: Path) -> Programma:
    """The program on an oefenkluis."""
    return programma.on("--kluis", oefenkluis)


@pytest.fixture
def nummer(oefen: Programma, oefenkluis: Path) -> str:
    """A new dossier in the oefenkluis."""
    return _nummer_in(oefenkluis)


@pytest.fixture
def gevuld(oefen: Programma, oefenkluis: Path) -> str:
    """A dossier in which the whole practice case was filled in, line by line."""
    return _nummer_in(oefenkluis)


@pytest.fixture
def sleutel(tmp_path: Path) -> Path:
    """A file with the wachtwoord of `echt`."""
    pad = tmp_path / "wachtwoord.txt"
    pad.write_text(f"{WACHTWOORD}\nregel twee telt niet\n", "utf-8")
    return pad


@pytest.fixture
def echt(programma: Programma, sleutel: Path, tmp_path: Path) -> Programma:
    """The program on a real kluis that is quick to open."""
    make_kluis(tmp_path / "kluis").close()
    return programma.on("--kluis", tmp_path / "kluis", "--wachtwoord-bestand", sleutel)
