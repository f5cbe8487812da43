"""The commands `norm …`, through the real main: what they print, what they write, what they refuse."""

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from indicatietool.app import main
from indicatietool.paths import normen_folder
from indicatietool.store.normenkaders import find_normenkaders, load_normenkader
from indicatietool.store.vastgesteld import read_register
from tests.kluizen import WACHTWOORD, make_desk
from tests.minisign import Ondertekenaar

VOORBEELD = normen_folder() / "voorbeeld-begeleiding" / "2026.1"

ENGLISH = ("usage:", "error:", "required", "invalid", "expected", "argument ", "Traceback", "Error")


class Terminal:
    """Types `norm` commands and reads what is printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def says(self, *words: str | Path) -> str:
        code = main(["norm", *(str(word) for word in words)])
        out, err = self._capsys.readouterr()
        assert (code, err) == (0, "")
        return out

    def refuses(self, *words: str | Path) -> str:
        code = main(["norm", *(str(word) for word in words)])
        _, err = self._capsys.readouterr()
        assert code == 2
        assert not [word for word in ENGLISH if word in err]
        return err


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def mijn(terminal: Terminal, tmp_path: Path) -> Path:
    """A new kader from the template, in its place."""
    folder = tmp_path / "normen" / "mijn" / "1"
    terminal.says("nieuw", folder, "--id", "mijn", "--versie", "1")
    return folder


def next_version(folder: Path, *changes: tuple[str, str]) -> Path:
    """A copy as versie 2 with other text."""
    naar = folder.with_name("2")
    shutil.copytree(folder, naar)
    bestand = naar / "normenkader.toml"
    tekst = bestand.read_text("utf-8")
    for oud, nieuw in (('versie = "1"', 'versie = "2"'), *changes):
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw, 1)
    bestand.write_text(tekst, "utf-8")
    return naar


# nieuw


def test_new_kader_passes_its_own_check_at_once(terminal: Terminal, mijn: Path):
    tekst = terminal.says("controleer", mijn)

    assert "Nieuw kader mijn 1 (concept) klopt: 2 leefgebieden, 3 taken, 3 blokken, 1 regel" in tekst
    assert "1 voorbeeld nagerekend" in tekst


def test_new_kader_has_a_case_that_can_be_computed(mijn: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["bereken", str(mijn / "casussen" / "een-voorbeeld.json")]) == 0
    assert "Indicatie: 620 minuten per maand (bepaald)" in capsys.readouterr().out


def test_new_kader_explains_itself(mijn: Path):
    assert sorted(p.name for p in mijn.iterdir()) == [
        "bron.md",
        "casussen",
        "normenkader.toml",
        "voorbeelden.toml",
    ]
    assert (mijn / "normenkader.toml").read_text("utf-8").count("#") > 15


def test_new_kader_never_replaces_what_is_there(terminal: Terminal, mijn: Path):
    inhoud = (mijn / "normenkader.toml").read_bytes()

    assert "hier staat al iets" in terminal.refuses("nieuw", mijn, "--id", "x", "--versie", "2")
    assert (mijn / "normenkader.toml").read_bytes() == inhoud


@pytest.mark.parametrize(
    ("naam", "versie"), [("Mijn Kader", "1"), ("mijn", "versie 1"), ('x"', "1"), ("x", "")]
)
def test_misspelt_name_of_a_new_kader_is_refused(terminal: Terminal, tmp_path: Path, naam: str, versie: str):
    assert "kan geen" in terminal.refuses("nieuw", tmp_path / "k", "--id", naam, "--versie", versie)
    assert not (tmp_path / "k").exists()


# controleer


def test_check_names_what_no_example_touches(terminal: Terminal, mijn: Path):
    kort, lang = terminal.says("controleer", mijn), terminal.says("controleer", mijn, "--dekking")

    assert "Deze 4 cellen raakt geen voorbeeld (van de 7): taak post, T1; " in kort
    assert "en nog 1." in kort
    assert "Elke regel wordt door een voorbeeld geraakt (1)." in kort
    assert "  taak huishouden, T2\n" in lang


@pytest.mark.parametrize("folder", find_normenkaders(Path(__file__).parents[2] / "normen"), ids=str)
def test_every_shipped_kader_is_good_and_shows_itself(terminal: Terminal, folder: Path):
    assert " klopt: " in terminal.says("controleer", folder, "--dekking")
    assert "Bronnen:" in terminal.says("toon", folder)
    for taak in load_normenkader(folder).kader.taken:
        assert taak.naam in terminal.says("toon", folder, "--taak", taak.id)


def test_unsigned_kader_says_so_where_a_key_is_set(
    terminal: Terminal, mijn: Path, monkeypatch: pytest.MonkeyPatch
):
    sdd = Ondertekenaar()
    monkeypatch.setenv("INDICATIETOOL_PUBLIEKE_SLEUTEL", sdd.publiek)

    assert "Dit kader is niet ondertekend" in terminal.says("controleer", mijn)
    sdd.sign_file(mijn / "normenkader.toml")
    assert "De handtekening klopt." in terminal.says("controleer", mijn)


def test_useless_key_is_one_message(terminal: Terminal, mijn: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INDICATIETOOL_PUBLIEKE_SLEUTEL", "RWonzin")

    assert "De publieke sleutel voor normenkaders is niet te gebruiken." in terminal.refuses(
        "controleer", mijn
    )


# toon


def test_taak_is_shown_with_all_that_bears_on_it(terminal: Terminal, mijn: Path):
    tekst = terminal.says("toon", mijn, "--taak", "huishouden")

    for deel in (
        "Huishouden op orde (huishouden), Wonen",
        "T1: 30, marge 24 t/m 36",
        "T3: 100, marge 80 t/m 140",
        "Zet geen stap zonder een ander erbij.",
        "motivatie (taak): Wil de cliënt hieraan werken? Voldoende, Gering",
        "motivatie-gering: Motivatie gering: 20 % erbij [eigen schatting, nog vast te stellen (SDD-keuze)]",
        "Te vinden in: bron.md",
    ):
        assert deel in tekst


def test_unknown_taak_is_named(terminal: Terminal, mijn: Path):
    assert "taak strijken staat niet in dit kader" in terminal.refuses("toon", mijn, "--taak", "strijken")


# vergelijk


def test_five_changed_cells_are_named_exactly_with_the_effect(terminal: Terminal, mijn: Path):
    ander = next_version(
        mijn,
        ("{ T1 = 15, T2 = 30, T3 = 45 }", "{ T1 = 16, T2 = 40, T3 = 46 }"),
        ("{ T1 = 30, T2 = 60,", "{ T1 = 31, T2 = 61,"),
    )

    tekst = terminal.says("vergelijk", mijn, ander)
    data = json.loads(terminal.says("vergelijk", mijn, ander, "--json"))

    assert tekst.splitlines()[:2] == ["mijn 1 → mijn 2", "5 normen gewijzigd."]
    assert re.findall(r"^  taken › (\w+) › minuten › (\w+): (\d+) → (\d+)$", tekst, re.M) == [
        ("post", "T1", "15", "16"),
        ("post", "T2", "30", "40"),
        ("post", "T3", "45", "46"),
        ("huishouden", "T1", "30", "31"),
        ("huishouden", "T2", "60", "61"),
    ]
    assert "een-voorbeeld.json: 620 → 670 minuten per maand (+50)" in tekst
    assert "taak post: 36 → 48 minuten per week" in tekst
    assert len(data["verschillen"]) == 5
    assert data["casussen"] == [
        {
            "casus": "een-voorbeeld.json",
            "oud": 620,
            "nieuw": 670,
            "past_niet": [],
            "taken": [{"taak": "post", "oud": 36, "nieuw": 48}],
        }
    ]


def test_summary_counts_norms_margins_and_rules(terminal: Terminal, mijn: Path):
    regel = '[[regels]]\nid = "nog-een"\ntekst = "Nog een"\nals = [ { blokken = ["T1"] } ]\n'
    regel += 'effect = { soort = "procent", procent = 5, van = "basis" }\nbron = "keuze"\n\n'
    ander = next_version(
        mijn, ("T1 = 15", "T1 = 16"), ("max = 140", "max = 150"), ("[[regels]]\n", f"{regel}[[regels]]\n")
    )

    assert "\n1 norm gewijzigd, 1 marge, 1 regel nieuw.\n" in terminal.says("vergelijk", mijn, ander)


def test_kader_compared_with_itself_has_no_differences(terminal: Terminal, mijn: Path):
    tekst = terminal.says("vergelijk", mijn, mijn)

    assert "geen verschillen." in tekst
    assert "een-voorbeeld.json: blijft 620 minuten per maand" in tekst


def test_kaders_that_have_nothing_in_common_say_why_no_case_fits(
    terminal: Terminal, mijn: Path, kader_folder: Path
):
    tekst = terminal.says("vergelijk", mijn, kader_folder)

    assert "een-voorbeeld.json: past niet" in tekst
    assert "kent dit normenkader niet" in tekst


# vaststellen


def test_published_kader_is_refused_after_one_byte(terminal: Terminal, mijn: Path):
    tekst = terminal.says("vaststellen", mijn)

    assert "mijn 1 (status concept) ligt nu vast in" in tekst
    assert "De status blijft concept: elke uitkomst houdt een watermerk." in tekst
    assert "mijn 1 (status concept) lag al vast in" in terminal.says("vaststellen", mijn)
    bestand = mijn / "normenkader.toml"
    bestand.write_bytes(bestand.read_bytes().replace(b"T1 = 15", b"T1 = 16"))
    for opdracht in ("controleer", "toon", "vaststellen"):
        assert "is vastgesteld op" in terminal.refuses(opdracht, mijn)
    assert len(read_register(mijn.parent.parent / "vastgesteld.toml").vastgesteld) == 1


def test_kader_that_fails_its_example_is_not_published(terminal: Terminal, mijn: Path):
    bestand = mijn / "normenkader.toml"
    bestand.write_bytes(bestand.read_bytes().replace(b"T2 = 30", b"T2 = 40"))

    assert "de uitkomst is 670 minuten per maand" in terminal.refuses("vaststellen", mijn)
    assert not (mijn.parent.parent / "vastgesteld.toml").exists()


# Excel


def test_workbook_comes_and_goes_with_a_preview_before_anything_is_written(
    terminal: Terminal, mijn: Path, tmp_path: Path
):
    pytest.importorskip("openpyxl")
    boek = tmp_path / "mijn.xlsx"
    assert "staat in" in terminal.says("naar-excel", mijn, boek)
    bestand = mijn / "normenkader.toml"
    bestand.write_bytes(bestand.read_bytes().replace(b"T1 = 15", b"T1 = 16"))
    voor = bestand.read_bytes()

    tekst = terminal.says("uit-excel", boek, "--naar", mijn)

    assert "1 norm gewijzigd.\n  taken › post › minuten › T1: 16 → 15" in tekst
    assert "Er is niets geschreven." in tekst
    assert bestand.read_bytes() == voor
    assert "Geschreven: " in terminal.says("uit-excel", boek, "--naar", mijn, "--schrijf")
    assert load_normenkader(mijn).kader.taak_by_id["post"].minuten["T1"] == 15


def test_new_version_from_a_workbook_is_compared_with_the_one_before(
    terminal: Terminal, mijn: Path, tmp_path: Path
):
    pytest.importorskip("openpyxl")
    ander = next_version(mijn, ("T1 = 15", "T1 = 16"))
    boek = tmp_path / "twee.xlsx"
    terminal.says("naar-excel", ander, boek)
    shutil.rmtree(ander)

    tekst = terminal.says("uit-excel", boek, "--naar", ander, "--schrijf")

    assert tekst.startswith("mijn 1 → mijn 2\n1 norm gewijzigd.")
    assert load_normenkader(ander).kader.kader.versie == "2"


def test_published_version_is_never_written_from_a_workbook(terminal: Terminal, mijn: Path, tmp_path: Path):
    pytest.importorskip("openpyxl")
    boek = tmp_path / "mijn.xlsx"
    terminal.says("naar-excel", mijn, boek)
    terminal.says("vaststellen", mijn)
    voor = (mijn / "normenkader.toml").read_bytes()

    for waar in (mijn, mijn.with_name("kopie")):
        assert "mijn 1 is vastgesteld en verandert niet meer." in terminal.refuses(
            "uit-excel", boek, "--naar", waar, "--schrijf"
        )
    assert (mijn / "normenkader.toml").read_bytes() == voor


def test_workbook_never_replaces_a_file(terminal: Terminal, mijn: Path, tmp_path: Path):
    boek = tmp_path / "x.xlsx"
    boek.write_text("van mij")

    assert "dit bestand is er al" in terminal.refuses("naar-excel", mijn, boek)
    assert boek.read_text() == "van mij"


# Wrong words


@pytest.mark.parametrize(
    ("words", "woorden"),
    [
        (("vergelijk", "a"), "er ontbreekt nog iets: NIEUW."),
        (("vergelijk", "weg", "weg"), "het is er niet."),
        (("toon", "weg"), "het is er niet."),
        (("nieuw", "x", "--id", "x"), "er ontbreekt nog iets: --versie."),
        (("vaststellen", "weg"), "het is er niet."),
        (("naar-excel", "weg", "x.xlsx"), "het is er niet."),
        (("uit-excel", "x.xlsx"), "er ontbreekt nog iets: --naar."),
        (("uit-excel", "x.ods", "--naar", "y"), "x.ods: een werkboek heet iets dat eindigt op .xlsx."),
        (("uit-excel", "weg.xlsx", "--naar", "y"), "weg.xlsx"),
    ],
    ids=" ".join,
)
def test_wrong_words_are_one_dutch_message(terminal: Terminal, words: Sequence[str], woorden: str):
    assert woorden in terminal.refuses(*words)


# uitleg en verschil


def test_explanation_is_written_for_an_aanbieder_or_a_client(terminal: Terminal, tmp_path: Path):
    for voor, blad in (
        ("aanbieder", "Voor aanbieders, met cijfers"),
        ("client", "Voor cliënten, met cijfers"),
    ):
        doel = tmp_path / f"{voor}.txt"
        gezegd = terminal.says("uitleg", VOORBEELD, "--naar", doel, "--voor", voor)

        assert "De uitleg van Voorbeeldkader Begeleiding 2026.1 staat in" in gezegd
        assert blad in doel.read_text("utf-8")


def test_explanation_of_a_kader_that_says_nothing_has_no_figures_and_says_why(
    terminal: Terminal, mijn: Path, tmp_path: Path
):
    doel = tmp_path / "uitleg.pdf"
    gezegd = terminal.says("uitleg", mijn, "--naar", doel)

    assert "Er staan geen cijfers in." in gezegd
    assert "cijfers_delen" in gezegd
    assert doel.read_bytes().startswith(b"%PDF")


def test_kader_that_shares_its_figures_is_explained_with_them(terminal: Terminal, mijn: Path, tmp_path: Path):
    bestand, doel = mijn / "normenkader.toml", tmp_path / "uitleg.txt"
    tekst = bestand.read_text("utf-8").replace("# cijfers_delen = true ", "cijfers_delen = true ")
    bestand.write_text(tekst, "utf-8")

    assert "geen cijfers" not in terminal.says("uitleg", mijn, "--naar", doel)
    met = doel.read_text("utf-8")
    assert terminal.says("uitleg", mijn, "--naar", doel, "--zonder-cijfers").endswith("geen cijfers in.\n")
    assert doel.read_text("utf-8") != met


def test_explanation_goes_to_a_file_of_a_known_kind_only(terminal: Terminal, mijn: Path, tmp_path: Path):
    assert "kies een naam die eindigt op" in terminal.refuses(
        "uitleg", mijn, "--naar", tmp_path / "uitleg.doc"
    )
    assert "dit stuk is een pdf" in terminal.refuses("verschil", mijn, mijn, "--pdf", tmp_path / "uitleg.doc")


def test_difference_is_written_with_the_dossiers_of_a_kluis_in_numbers(
    terminal: Terminal, mijn: Path, tmp_path: Path
):
    desk = make_desk(tmp_path)
    desk.new(load_normenkader(VOORBEELD)).save()
    desk.kluis.close()
    geheim, doel = tmp_path / "geheim.txt", tmp_path / "verschil.pdf"
    geheim.write_text(WACHTWOORD, "utf-8")
    kluis = ("--kluis", tmp_path / "kluis", "--wachtwoord-bestand", geheim)

    gezegd = terminal.says("verschil", VOORBEELD, mijn, "--pdf", doel, *kluis)

    assert "Het verschil staat in" in gezegd
    assert "Eigen dossiers: 1, alleen in aantallen." in gezegd
    assert "Er staan geen cijfers in." in gezegd
    assert doel.read_bytes().startswith(b"%PDF")
    assert "Eigen dossiers: 0" in terminal.says("verschil", mijn, VOORBEELD, "--pdf", doel, *kluis)
