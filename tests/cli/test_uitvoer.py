"""`uitvoer` and `narekenen` through the real main: answer, exit code, Dutch words."""

import json
from pathlib import Path

import pytest

from indicatietool.paths import normen_folder
from indicatietool.session.bron import read_bron
from indicatietool.session.kaders import Kaders
from indicatietool.store.overdracht import write_overdracht
from tests.cli.programma import Programma
from tests.kluizen import LICHT, WACHTWOORD
from tests.session.knoeier import Knoeier

CASUS = normen_folder() / "voorbeeld-begeleiding" / "2026.1" / "casussen" / "b1-waakvlam.json"
BESTANDEN = [("agenda", "a.ics"), ("agenda", "a.csv"), ("plan", "p.txt"), ("evaluatie", "e.pdf")]


@pytest.fixture
def verslag(programma: Programma, tmp_path: Path) -> Path:
    pad = tmp_path / "verslag.pdf"
    programma.says("verslag", CASUS, "--naar", pad)
    return pad


@pytest.fixture
def reis(tmp_path: Path) -> Path:
    pad = tmp_path / "reis.indicatie"
    write_overdracht(pad, read_bron(CASUS, Kaders(normen_folder())).pakket, WACHTWOORD, kdf=LICHT)
    return pad


@pytest.mark.parametrize(("soort", "naam"), BESTANDEN)
def test_file_is_made_from_a_dossier_file(
    soort: str, naam: str, programma: Programma, tmp_path: Path
) -> None:
    antwoord = programma.json("uitvoer", soort, CASUS, "--naar", tmp_path / naam)

    assert antwoord == {"bestand": str(tmp_path / naam), "soort": soort}
    assert (tmp_path / naam).stat().st_size > 100


def test_file_is_made_from_a_handed_over_dossier(
    programma: Programma, reis: Path, sleutel: Path, tmp_path: Path
) -> None:
    programma.says(
        "uitvoer", "plan", reis, "--naar", tmp_path / "p.txt", "--pakketwachtwoord-bestand", sleutel
    )

    assert "Input voor het ondersteuningsplan" in (tmp_path / "p.txt").read_text("utf-8")
    assert "versleuteld" in programma.refuses(6, "uitvoer", "plan", reis, "--naar", tmp_path / "q.txt")
    assert not (tmp_path / "q.txt").exists()


def test_file_is_made_from_a_dossier_in_the_kluis(oefen: Programma, tmp_path: Path) -> None:
    nummer = oefen.json("dossier", "in", CASUS)["dossier"]
    oefen.says("uitvoer", "agenda", nummer, "--naar", tmp_path / "a.ics")

    assert nummer.encode() in (tmp_path / "a.ics").read_bytes()
    assert "uitvoer agenda" in [regel["actie"] for regel in oefen.json("kluis", "logboek")]


def test_statistic_takes_many_dossiers(programma: Programma, tmp_path: Path) -> None:
    casussen = sorted(CASUS.parent.glob("*.json"))
    programma.says("uitvoer", "statistiek", *casussen, "--naar", tmp_path / "s.csv", "--met-gemeente")

    regels = (tmp_path / "s.csv").read_text("utf-8").splitlines()
    assert len(regels) == 1 + len(casussen)
    assert regels[0].endswith(";gemeente")


@pytest.mark.parametrize(
    ("words", "zin"),
    [
        (("uitvoer", "agenda", CASUS, "--naar", "x.pdf"), ".ics of .csv"),
        (("uitvoer", "toewijzing", CASUS, "--naar", "x.csv"), "toewijzing"),
        (("uitvoer", "statistiek", CASUS, "2027-0001", "--naar", "x.csv"), "alleen bestanden"),
        (("uitvoer", "agenda", "weg.json", "--naar", "x.ics"), "het is er niet"),
        (("narekenen", CASUS), "geen leesbare PDF"),
        (("narekenen", "weg.pdf"), "het is er niet"),
    ],
)
def test_what_can_not_be_done_is_told(words: tuple[str | Path, ...], zin: str, programma: Programma) -> None:
    assert zin in programma.refuses(2, *words)


def test_untouched_verslag_is_the_same(programma: Programma, verslag: Path) -> None:
    assert programma.says("narekenen", verslag).startswith("Gelijk: verslag.pdf is nagerekend")
    assert programma.json("narekenen", verslag, "--dossier", CASUS)["gelijk"] is True


def test_changed_verslag_answers_with_the_place_and_code_3(programma: Programma, verslag: Path) -> None:
    plek, veranderd = Knoeier(verslag.read_bytes(), seed=3).change("bladzijde")
    verslag.write_bytes(veranderd)

    tekst, als_json = programma("narekenen", verslag), programma("narekenen", verslag, "--json")
    assert (tekst.code, als_json.code, tekst.err) == (3, 3, "")
    assert tekst.out.startswith(f"Niet gelijk. verslag.pdf, bladzijde {plek.bladzijde},")
    assert json.loads(als_json.out)["verschil"]["plaats"].startswith(f"bladzijde {plek.bladzijde},")


def test_verslag_of_a_kluis_is_recomputed_with_what_it_handed_over(
    oefen: Programma, programma: Programma, tmp_path: Path
) -> None:
    nummer = oefen.json("dossier", "in", CASUS)["dossier"]
    oefen.says("dossier", "verslag", nummer, "--naar", tmp_path / "v.pdf")
    oefen.says("dossier", "uit", nummer, "--naar", tmp_path / "v.indicatie")

    uitkomst = programma.json("narekenen", tmp_path / "v.pdf", "--dossier", tmp_path / "v.indicatie")
    assert uitkomst["gelijk"] is True
