"""The museum of broken kaders: each file has one mistake and says which message it must give.

A file in kapot/ is a whole kader, `goed.toml` with one thing wrong. A file in kapot/voorbeelden/ is the list
of examples beside that good kader. Each `# verwacht:` line is a line of the message: place, mistake, remedy.
"""

import shutil
from pathlib import Path

import pytest

from indicatietool.app import main
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.store.normenkaders import Voorbeelden
from indicatietool.store.problems import SPELLINGS

MUSEUM = Path(__file__).parent / "kapot"
GOED = MUSEUM / "goed.toml"
KADERS = sorted(set(MUSEUM.glob("*.toml")) - {GOED})
VOORBEELDEN = sorted(set((MUSEUM / "voorbeelden").glob("*.toml")) - {MUSEUM / "voorbeelden" / "goed.toml"})
WITHOUT_COMMENT = {"leeg.toml": ["bestand: het is leeg. Zet een kopie terug."]}
ENGLISH = (
    "Traceback",
    "Input should",
    "Field required",
    "validation error",
    "Extra inputs",
    "Value error",
    "pydantic",
    "line ",
    "constrained",
    "function-",
)


def expected(file: Path) -> list[str]:
    """The lines of the message that a file asks for in its first comments."""
    if file.name in WITHOUT_COMMENT:
        return WITHOUT_COMMENT[file.name]
    lines = file.read_bytes().decode("utf-8", errors="replace").splitlines()
    return [line.removeprefix("# verwacht: ") for line in lines if line.startswith("# verwacht: ")]


def with_examples(voorbeelden: Path, folder: Path) -> Path:
    """The good kader in a folder of its own, beside these examples."""
    shutil.copy(GOED, folder / "normenkader.toml")
    shutil.copy(voorbeelden, folder / "voorbeelden.toml")
    shutil.copytree(MUSEUM / "voorbeelden" / "casussen", folder / "casussen")
    return folder


def refusal(pad: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines that `norm controleer` prints when it refuses."""
    code = main(["norm", "controleer", str(pad)])

    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert not [word for word in ENGLISH if word in err]
    return err.splitlines()


def test_good_kader_is_good(capsys: pytest.CaptureFixture[str]):
    code = main(["norm", "controleer", str(GOED)])

    assert code == 0
    assert "Museumkader 1 (voorbeeld) klopt" in capsys.readouterr().out


def test_good_kader_with_a_good_example_is_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = with_examples(MUSEUM / "voorbeelden" / "goed.toml", tmp_path)

    code = main(["norm", "controleer", str(folder)])

    assert code == 0
    assert "1 voorbeeld nagerekend" in capsys.readouterr().out


def test_museum_is_large_enough_to_learn_from():
    assert len(KADERS) + len(VOORBEELDEN) >= 40


@pytest.mark.parametrize("file", KADERS, ids=lambda file: file.stem)
def test_broken_kader_is_refused_with_file_place_and_remedy(file: Path, capsys: pytest.CaptureFixture[str]):
    verwacht = expected(file)

    kop, *regels = refusal(file, capsys)

    aantal = f"{len(verwacht)} {'probleem' if len(verwacht) == 1 else 'problemen'}"
    assert kop == f"{file.name}: dit normenkader is niet te gebruiken ({aantal})."
    assert regels == [f"  - {regel}" for regel in verwacht]


@pytest.mark.parametrize("file", VOORBEELDEN, ids=lambda file: file.stem)
def test_kader_with_a_broken_example_is_refused(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = with_examples(file, tmp_path)

    kop, *regels = refusal(folder, capsys)

    assert "voorbeelden.toml: dit normenkader is niet te gebruiken" in kop
    assert regels == [f"  - {regel}" for regel in expected(file)]


@pytest.mark.parametrize("file", [*KADERS, *VOORBEELDEN], ids=lambda file: file.stem)
def test_every_expectation_has_a_place_a_mistake_and_a_remedy(file: Path):
    regels = expected(file)

    assert regels
    for regel in regels:
        plaats, _, rest = regel.partition(": ")
        wat, _, remedie = rest.partition(". ")
        assert plaats
        assert wat
        assert remedie[0].isupper()
        assert remedie[-1] in ".?"


def test_folder_without_a_kader_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    regels = refusal(tmp_path, capsys)

    assert regels[1] == "  - bestand: het is er niet. Controleer de naam en de map."


@pytest.mark.parametrize("model", [Normenkader, Dossier, Voorbeelden])
def test_every_pattern_has_its_explanation(model: type[Normenkader | Dossier | Voorbeelden]):
    def patterns(part: object) -> set[str]:
        match part:
            case dict():
                own = {part["pattern"]} if isinstance(part.get("pattern"), str) else set()
                return own.union(*(patterns(child) for child in part.values()))
            case list():
                return set().union(*(patterns(child) for child in part))
        return set()

    of_exact = "^[0-9]{1,400}(/[1-9][0-9]{0,399})?$"
    assert patterns(model.model_json_schema()) - {of_exact} <= set(SPELLINGS)
