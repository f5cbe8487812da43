"""The commands `kalibratie …`: handing in, gathering, and what is answered when something does not count."""

import json
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from indicatietool.session.kaders import Kaders
from indicatietool.session.oefenen.casussen import PRACTICE_CASE, Casus, cases_of_kaders, model_of
from indicatietool.session.session import Session
from indicatietool.store.dossiers import dossier_to_json
from tests.cli.programma import Programma
from tests.kalibreren import inleveren, klas
from tests.kluizen import make_desk


@pytest.fixture
def programma(capsys, monkeypatch, tmp_path: Path) -> Programma:
    return Programma(capsys, monkeypatch, "--kluis", tmp_path / "oefen")


@pytest.fixture
def casus(kader_folder: Path) -> Casus:
    """The case that is demonstrated."""
    alle = cases_of_kaders(Kaders(kader_folder.parent.parent))
    return next(casus for casus in alle if Path(casus.plaats).name.startswith(PRACTICE_CASE))


@pytest.fixture
def model(casus: Casus, tmp_path: Path) -> Session:
    """Its model answers."""
    return model_of(make_desk(tmp_path / "bureau"), casus)


@pytest.fixture
def ingeleverd(model: Session, tmp_path: Path) -> list[Path]:
    """Twenty uitslagen in the folder `in`; the first taak divides them."""
    return inleveren(tmp_path / "in", klas(model, 20, verdeelt=eerste_taak(model)))


def eerste_taak(model: Session) -> str:
    return model.dossier.antwoorden.taken[0].taak


def test_group_is_gathered_as_json_and_on_a_page(
    programma: Programma, casus: Casus, model: Session, ingeleverd: list[Path], tmp_path: Path
):
    pdf = tmp_path / "sessie.pdf"

    antwoord = programma.json("kalibratie", "verzamel", tmp_path / "in", "--casus", casus.naam, "--pdf", pdf)

    assert antwoord["meegeteld"] == 20
    assert antwoord["geweigerd"] == []
    assert antwoord["taken"][0]["taak"] == eerste_taak(model)
    assert sorted(antwoord["taken"][0]["keuze"]["aantallen"].values()) == [10, 10]
    assert antwoord["totaal"]["model"] == model.indicatie.minuten_per_maand
    assert -1 <= antwoord["alpha"]["keuze"] <= 1
    (blad,) = PdfReader(pdf).pages
    assert "20 uitslagen tellen mee" in blad.extract_text()


def test_group_is_told_in_lines(programma: Programma, casus: Casus, ingeleverd: list[Path], tmp_path: Path):
    gezegd = programma.says("kalibratie", "verzamel", *ingeleverd, "--casus", casus.naam)

    assert gezegd.startswith(f"Casus: {casus.verhaal.titel}\n20 uitslagen tellen mee.\n")
    assert "Modelantwoord" in gezegd


def test_what_does_not_count_is_named_and_the_code_says_so(
    programma: Programma, casus: Casus, ingeleverd: list[Path], tmp_path: Path
):
    shutil.copy(ingeleverd[0], tmp_path / "in" / "z-kopie.uitslag")

    antwoord = programma("kalibratie", "verzamel", tmp_path / "in", "--casus", casus.naam, "--json")

    assert antwoord.code == 2
    (geweigerd,) = json.loads(antwoord.out)["geweigerd"]
    assert geweigerd["bestand"] == "z-kopie.uitslag"
    assert ingeleverd[0].name in geweigerd["reden"]


def test_dossier_is_handed_in_once_and_by_another_as_another(
    programma: Programma, model: Session, tmp_path: Path
):
    gescoord = tmp_path / "gescoord.json"
    gescoord.write_bytes(dossier_to_json(model.dossier))
    naar = tmp_path / "uit"

    eerst = programma.json("kalibratie", "uitslag", gescoord, "--naar", naar)
    weer = programma.json("kalibratie", "uitslag", gescoord, "--naar", naar)
    ander = programma.json("kalibratie", "uitslag", gescoord, "--naar", naar, "--andere-deelnemer")

    assert eerst == weer != ander
    assert len(list(naar.glob("*.uitslag"))) == 2


@pytest.mark.parametrize(
    ("woorden", "gezegd"),
    [
        (("verzamel", "{map}", "--casus", "onbekend"), "geen casus met deze naam"),
        (("verzamel", "{map}", "--casus", "{casus}"), "geen bestand .uitslag"),
        (("verzamel", "{map}", "--casus", "{casus}", "--pdf", "{map}/a.txt"), "eindigt op .pdf"),
        (("uitslag", "2027-0009", "--naar", "{map}"), "2027-0009"),
        (("uitslag", "{map}/weg.json", "--naar", "{map}"), "weg.json"),
    ],
    ids=["case", "no files", "pdf", "nummer", "file"],
)
def test_mistake_is_one_message(
    programma: Programma, casus: Casus, tmp_path: Path, woorden: tuple[str, ...], gezegd: str
):
    leeg = tmp_path / "leeg"
    leeg.mkdir()

    antwoord = programma("kalibratie", *(w.format(map=leeg, casus=casus.naam) for w in woorden))

    assert antwoord.code == 2
    assert gezegd in antwoord.err
    assert antwoord.out == ""


def test_two_dossiers_of_one_case_are_one_uitslag_too_many(
    programma: Programma, model: Session, tmp_path: Path
):
    for naam in ("a.json", "b.json"):
        (tmp_path / naam).write_bytes(dossier_to_json(model.dossier))

    antwoord = programma(
        "kalibratie", "uitslag", tmp_path / "a.json", tmp_path / "b.json", "--naar", tmp_path
    )

    assert (antwoord.code, "één uitslag per casus" in antwoord.err) == (2, True)


def test_too_few_for_a_page_says_so(
    programma: Programma, casus: Casus, ingeleverd: list[Path], tmp_path: Path
):
    pdf = tmp_path / "sessie.pdf"

    antwoord = programma("kalibratie", "verzamel", *ingeleverd[:2], "--casus", casus.naam, "--pdf", pdf)

    assert antwoord.code == 2
    assert "minder dan 3" in antwoord.err
    assert not pdf.exists()
