"""Every command of the command line, through the real main: answer, exit code, and Dutch words."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from indicatietool import __version__
from indicatietool.app import main
from indicatietool.cli import run
from indicatietool.domain.voorstel import RekenstapSoort
from indicatietool.store.normenkaders import GeladenKader

Json = dict
ENGLISH = (
    "usage:",
    "error:",
    "required",
    "invalid",
    "expected",
    "unrecognized",
    "argument ",
    "options:",
    "positional",
    "show this",
    "Traceback",
)


class Terminal:
    """Types commands and reads what is printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def says(self, *words: str | Path) -> str:
        """The answer to a command that goes well."""
        code = main([str(word) for word in words])
        out, err = self._capsys.readouterr()
        assert (code, err) == (0, "")
        return out

    def refuses(self, *words: str | Path, code: int = 2) -> str:
        """The message of a command that is refused."""
        answered = main([str(word) for word in words])
        out, err = self._capsys.readouterr()
        assert (answered, out) == (code, "")
        assert not [word for word in ENGLISH if word in err]
        return err


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def casussen(kader_folder: Path) -> list[Path]:
    return sorted((kader_folder / "casussen").glob("*.json"))


@pytest.fixture
def o2(casussen: list[Path]) -> Path:
    return next(casus for casus in casussen if casus.name.startswith("o2"))


def changed(casus: Path, folder: Path, **changes: object) -> Path:
    """A copy of a casus with parts replaced."""
    pad = folder / casus.name
    pad.write_text(json.dumps({**json.loads(casus.read_bytes()), **changes}), "utf-8")
    return pad


def as_number(value: int | str) -> Fraction:
    """A number of the JSON answer: an int, or a string where it is exact and not whole."""
    assert type(value) is int or re.fullmatch(r"\d+/\d+", value)
    return Fraction(value)


# bereken --json


def test_json_has_the_shape_that_scripts_rely_on(terminal: Terminal, o2: Path, voorbeeldkader: GeladenKader):
    answer = json.loads(terminal.says("bereken", o2, "--json"))

    assert answer["kader"] == {
        "id": "voorbeeld-begeleiding",
        "versie": "2026.1",
        "sha256": voorbeeldkader.sha256,
        "status": "voorbeeld",
    }
    assert answer["taken"]
    for taak in answer["taken"]:
        assert {
            "taak",
            "leefgebied",
            "blok",
            "bruto_per_week",
            "netto_per_week",
            "voorstel_per_week",
            "marge",
            "besluit_per_week",
            "stappen",
        } <= set(taak)
        assert set(taak["marge"]) == {"min", "max"}
        assert all({"tekst", "voor", "na", "bron"} <= set(stap) for stap in taak["stappen"])
    assert {"minuten_per_week", "minuten_per_maand", "status"} <= set(answer["totaal"])
    assert type(answer["totaal"]["minuten_per_maand"]) is int
    assert answer["totaal"]["status"] == "bepaald"


def test_minutes_in_json_are_integers_or_exact_fractions(terminal: Terminal, casussen: list[Path]):
    for answer in json.loads(terminal.says("bereken", *casussen, "--json")):
        for taak in answer["taken"]:
            onder, richt, boven = (
                as_number(waarde)
                for waarde in (taak["marge"]["min"], taak["voorstel_per_week"], taak["marge"]["max"])
            )
            assert 0 <= onder <= richt <= boven
            assert 0 <= as_number(taak["netto_per_week"]) <= as_number(taak["bruto_per_week"])


def test_steps_in_json_connect_from_zero_to_the_voorstel(terminal: Terminal, casussen: list[Path]):
    for answer in json.loads(terminal.says("bereken", *casussen, "--json")):
        for taak in answer["taken"]:
            stappen = taak["stappen"]
            assert stappen[0]["voor"] == 0
            assert [s["na"] for s in stappen[:-1]] == [s["voor"] for s in stappen[1:]]
            assert stappen[-1]["na"] == taak["voorstel_per_week"]
            assert all(stap["bron"] and stap["tekst"] for stap in stappen)
            assert {stap["soort"] for stap in stappen} <= set(RekenstapSoort)


def test_total_in_json_is_the_rounded_sum_of_the_besluiten(terminal: Terminal, casussen: list[Path]):
    for answer in json.loads(terminal.says("bereken", *casussen, "--json")):
        totaal = answer["totaal"]
        som = sum(as_number(taak["besluit_per_week"]) for taak in answer["taken"])
        som += sum(overig["besluit_per_week"] for overig in answer["overige"])
        begrensd = sum(
            as_number(stap["voor"]) - as_number(stap["na"])
            for stap in totaal["stappen"][:-2]
            if as_number(stap["na"]) < as_number(stap["voor"])
        )
        per_week = as_number(totaal["minuten_per_week"])
        assert per_week == som - begrensd
        assert totaal["berekend_per_maand"] == -(-per_week * Fraction(52, 12) // 5) * 5


def test_all_casussen_at_once_land_in_their_bands(
    terminal: Terminal, casussen: list[Path], voorbeeldkader: GeladenKader
):
    answers = json.loads(terminal.says("bereken", *casussen, "--json"))

    banden = {v.profiel: (v.band_vanaf, v.band_tot) for v in voorbeeldkader.voorbeelden}
    assert len(answers) == len(voorbeeldkader.voorbeelden) == 12
    for answer in answers:
        laag, hoog = banden[answer["profiel"]]
        assert laag <= answer["totaal"]["minuten_per_maand"] <= hoog


def test_several_dossiers_give_a_list_in_the_order_they_were_named(terminal: Terminal, casussen: list[Path]):
    answers = json.loads(terminal.says("bereken", casussen[3], casussen[0], "--json"))

    assert [answer["dossier"] for answer in answers] == ["casus-b4", "casus-b1"]


def test_same_dossier_gives_the_same_answer_every_time(terminal: Terminal, o2: Path):
    assert terminal.says("bereken", o2, "--json") == terminal.says("bereken", o2, "--json")


def test_one_unanswered_factor_makes_the_total_voorlopig(terminal: Terminal, o2: Path, tmp_path: Path):
    antwoorden = json.loads(o2.read_bytes())["antwoorden"]
    factor, _ = antwoorden["taken"][0]["keuzes"].popitem()

    answer = json.loads(terminal.says("bereken", changed(o2, tmp_path, antwoorden=antwoorden), "--json"))

    taak = next(t for t in answer["taken"] if t["taak"] == antwoorden["taken"][0]["taak"])
    assert answer["totaal"]["status"] == "voorlopig"
    assert (taak["voorstel_per_week"], taak["marge"], taak["stappen"]) == (None, None, [])
    assert len(taak["open_vragen"]) == 1
    assert factor in ("vorm", "motivatie", "risico", "netwerk", "veiligheid")


def test_besluit_that_has_lapsed_is_not_shown_as_a_besluit(terminal: Terminal, o2: Path, tmp_path: Path):
    besluiten = json.loads(o2.read_bytes())["besluiten"]
    eerste = next(b for b in besluiten if b["besluit"]["soort"] == "overnemen")
    eerste["besluit"]["minuten_per_week"] = 1
    pad = changed(o2, tmp_path, besluiten=besluiten)

    answer = json.loads(terminal.says("bereken", pad, "--json"))
    tekst = terminal.says("bereken", pad)

    taak = next(t for t in answer["taken"] if t["taak"] == eerste["taak"])
    assert (taak["stand"], taak["besluit_per_week"]) == ("verlopen", None)
    assert answer["totaal"]["status"] == "voorlopig"
    assert "het besluit is verlopen, besluit opnieuw" in tekst


def test_override_without_motivering_is_one_dutch_message(terminal: Terminal, o2: Path, tmp_path: Path):
    besluiten = json.loads(o2.read_bytes())["besluiten"]
    besluiten[0]["besluit"] = {"soort": "afwijken", "minuten": 30, "grond": "afbouw"}
    pad = changed(o2, tmp_path, besluiten=besluiten)
    inhoud = pad.read_bytes()

    kop, *regels = terminal.refuses("bereken", pad).splitlines()

    taak = besluiten[0]["taak"]
    assert kop == f"{o2.name}: dit dossier is niet te gebruiken (1 probleem)."
    assert regels == [
        f"  - besluiten › nr. 1 ({taak}) › besluit › motivering: ontbreekt. Vul dit gegeven in."
    ]
    assert pad.read_bytes() == inhoud


# bereken as text


def test_text_names_every_taak_and_the_number(terminal: Terminal, o2: Path, voorbeeldkader: GeladenKader):
    tekst = terminal.says("bereken", o2)

    taken = [taak["taak"] for taak in json.loads(o2.read_bytes())["antwoorden"]["taken"]]
    assert all(voorbeeldkader.kader.taak_by_id[taak].naam in tekst for taak in taken)
    assert "Indicatie: 810 minuten per maand (bepaald)" in tekst
    assert "Voorbeeldkader Begeleiding 2026.1 (voorbeeld)" in tekst


def test_text_says_which_vraag_is_open(terminal: Terminal, o2: Path, tmp_path: Path):
    antwoorden = json.loads(o2.read_bytes())["antwoorden"]
    antwoorden["taken"][0]["blok"] = None

    tekst = terminal.says("bereken", changed(o2, tmp_path, antwoorden=antwoorden))

    assert "nog open: kies het blok" in tekst
    assert "(voorlopig)" in tekst


# --kader and the wrong kader


def test_kader_can_be_pointed_at(terminal: Terminal, o2: Path, kader_folder: Path, tmp_path: Path):
    pad = changed(o2, tmp_path)

    met, zonder = (terminal.says("bereken", pad, "--json", *rest) for rest in (("--kader", kader_folder), ()))

    assert met == zonder


def test_dossier_of_another_version_is_refused(terminal: Terminal, o2: Path, tmp_path: Path):
    pad = changed(o2, tmp_path, kader={"id": "voorbeeld-begeleiding", "versie": "2020.1"})

    assert "versie 2020.1 staat niet op deze laptop" in terminal.refuses("bereken", pad)


def test_dossier_with_another_fingerprint_is_refused(terminal: Terminal, o2: Path, tmp_path: Path):
    kader = {"id": "voorbeeld-begeleiding", "versie": "2026.1", "sha256": "0" * 64}

    assert "is veranderd sinds dit dossier" in terminal.refuses("bereken", changed(o2, tmp_path, kader=kader))


@pytest.mark.parametrize("opdracht", [("bereken",), ("verslag", "--naar", "x.pdf"), ("norm", "controleer")])
def test_file_that_is_not_there_is_named(terminal: Terminal, opdracht: Sequence[str]):
    message = terminal.refuses(*opdracht, "bestaat-niet.json")

    assert "bestaat-niet.json" in message
    assert "het is er niet. Controleer de naam en de map." in message


# verslag


def test_verslag_is_a_pdf_and_says_how_many_minutes(terminal: Terminal, o2: Path, tmp_path: Path):
    pdf = tmp_path / "verslag.pdf"

    tekst = terminal.says("verslag", o2, "--naar", pdf)

    assert pdf.read_bytes().startswith(b"%PDF-")
    assert tekst == f"Definitief verslag: {pdf} — 810 minuten per maand\n"
    assert [file.name for file in tmp_path.iterdir()] == ["verslag.pdf"]


def test_dossier_with_something_open_gives_a_concept(terminal: Terminal, o2: Path, tmp_path: Path):
    pad = changed(o2, tmp_path, besluiten=[])

    assert terminal.says("verslag", pad, "--naar", tmp_path / "v.pdf").startswith("Concept (")


def test_one_thing_that_is_missing_is_said_in_the_singular(terminal: Terminal, o2: Path, tmp_path: Path):
    melding = {**json.loads(o2.read_bytes())["melding"], "consulent": " "}

    tekst = terminal.says("verslag", changed(o2, tmp_path, melding=melding), "--naar", tmp_path / "v.pdf")

    assert tekst.startswith("Concept (1 gegeven ontbreekt)")


def test_verslag_names_the_characters_that_the_pdf_can_not_print(
    terminal: Terminal, o2: Path, tmp_path: Path
):
    hulpvraag = {**json.loads(o2.read_bytes())["hulpvraag"], "eigen_woorden": "Ik ben blij 😀"}
    doel = ("--naar", tmp_path / "verslag.pdf")

    gezegd = terminal.says("verslag", changed(o2, tmp_path, hulpvraag=hulpvraag), *doel)

    assert "Let op: De pdf kan dit teken niet afdrukken: 😀 [U+1F600]." in gezegd
    assert "blij" not in gezegd
    assert "Let op" not in terminal.says("verslag", o2, *doel)


@pytest.mark.parametrize("naam", ["verslag.txt", "verslag", "verslag.pdf.exe", "dossier.json"])
def test_verslag_is_never_written_under_another_name_than_a_pdf(
    terminal: Terminal, o2: Path, tmp_path: Path, naam: str
):
    message = terminal.refuses("verslag", o2, "--naar", tmp_path / naam)

    assert message == f"{naam}: het verslag is een pdf. Geef een naam die eindigt op .pdf.\n"
    assert list(tmp_path.iterdir()) == []


def test_verslag_that_can_not_be_written_there_is_a_message(terminal: Terminal, o2: Path, tmp_path: Path):
    (tmp_path / "bestand").write_text("geen map")

    message = terminal.refuses("verslag", o2, "--naar", tmp_path / "bestand" / "v.pdf", code=5)

    assert "v.pdf kon niet worden bewaard" in message


# norm controleer


def test_shipped_kader_is_good(terminal: Terminal, kader_folder: Path, voorbeeldkader: GeladenKader):
    tekst = terminal.says("norm", "controleer", kader_folder)

    assert "Voorbeeldkader Begeleiding 2026.1 (voorbeeld) klopt: 11 leefgebieden" in tekst
    assert "12 voorbeelden nagerekend" in tekst
    assert f"sha256 {voorbeeldkader.sha256}" in tekst


# schema


def described(part: object) -> int:
    match part:
        case dict():
            return ("description" in part) + sum(described(child) for child in part.values())
        case list():
            return sum(described(child) for child in part)
    return 0


@pytest.mark.parametrize(
    ("soort", "deel", "beschrijving"),
    [
        ("dossier", "Frequentie", "aantal keer, 1 t/m 99"),
        ("normenkader", "Procent", "procent erbij (+) of eraf (-), -100 t/m 400"),
    ],
)
def test_schema_describes_units_and_ranges(terminal: Terminal, soort: str, deel: str, beschrijving: str):
    schema = json.loads(terminal.says("schema", soort))

    assert (schema["type"], schema["additionalProperties"]) == ("object", False)
    assert beschrijving in json.dumps(schema["$defs"][deel], ensure_ascii=False)
    assert described(schema) > 40


@pytest.mark.parametrize("soort", ["dossier", "normenkader"])
def test_every_reference_in_a_schema_leads_somewhere(terminal: Terminal, soort: str):
    tekst = terminal.says("schema", soort)

    delen = json.loads(tekst)["$defs"]
    assert set(re.findall(r'"#/\$defs/(\w+)"', tekst)) == set(delen)


@pytest.mark.parametrize("soort", ["dossier", "normenkader"])
def test_schema_asks_for_what_the_shipped_files_have(
    terminal: Terminal, soort: str, o2: Path, kader_folder: Path
):
    import tomllib

    schema = json.loads(terminal.says("schema", soort))
    bestand = (
        json.loads(o2.read_bytes())
        if soort == "dossier"
        else tomllib.loads((kader_folder / "normenkader.toml").read_text("utf-8"))
    )

    assert set(schema["required"]) <= set(bestand) <= set(schema["properties"])


# voorbeeld, versie, hulp


def test_voorbeeld_walks_the_case_and_names_what_it_left(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    def walk(naar: Path) -> tuple[Path, ...]:
        return naar / "onderzoeksverslag.pdf", naar / "dossier.json"

    code = run(["voorbeeld", "--naar", str(tmp_path)], walk)

    assert code == 0
    assert capsys.readouterr().out == (
        f"De oefencasus is doorlopen. In {tmp_path} staan:\n  onderzoeksverslag.pdf\n  dossier.json\n"
    )


@pytest.mark.parametrize(
    ("words", "inhoud"),
    [
        (("--versie",), __version__),
        (("--hulp",), "commando's:"),
        (("-h",), "Gebruik: indicatietool"),
        (("bereken", "--hulp"), "reken|dossier als json-bestand"),
        (("norm", "--help"), "controleer een normenkader en zijn voorbeelden"),
        (("verslag", "-h"), "waar het verslag komt"),
    ],
)
def test_help_and_version_are_dutch(capsys: pytest.CaptureFixture[str], words: Sequence[str], inhoud: str):
    with pytest.raises(SystemExit) as einde:
        main(words)

    out, err = capsys.readouterr()
    assert (einde.value.code, err) == (0, "")
    assert re.search(inhoud, out)
    assert not [word for word in ENGLISH if word in out]


# Wrong words


@pytest.mark.parametrize(
    ("words", "woorden"),
    [
        (("onzin",), "bij COMMANDO kunt u kiezen uit bereken, verslag, "),
        (("bereken",), "indicatietool bereken: er ontbreekt nog iets: DOSSIER."),
        (("bereken", "a.json", "--kleur"), "er staat een woord of optie die dit commando niet kent."),
        (("bereken", "a.json", "--kader"), "na --kader hoort nog een waarde."),
        (("bereken", "a.json", "--js"), "er staat een woord of optie die dit commando niet kent."),
        (("verslag", "a.json"), "er ontbreekt nog iets: --naar."),
        (("verslag", "a.json", "--naar"), "na --naar hoort nog een waarde."),
        (("norm",), "er ontbreekt nog iets: ACTIE."),
        (("norm", "maak", "x"), "bij ACTIE kunt u kiezen uit "),
        (("norm", "controleer"), "er ontbreekt nog iets: PAD."),
        (("norm", "controleer", "a", "b"), "er staat een woord of optie die dit commando niet kent."),
        (("schema",), "er ontbreekt nog iets: dossier|normenkader."),
        (("schema", "verslag"), "bij dossier|normenkader kunt u kiezen uit dossier, normenkader."),
        (("voorbeeld", "--naar"), "na --naar hoort nog een waarde."),
        (("--versie=3",), "de waarde bij --versie is niet goed."),
    ],
    ids=" ".join,
)
def test_wrong_words_get_one_dutch_sentence_and_the_way_to_help(
    terminal: Terminal, words: Sequence[str], woorden: str
):
    message = terminal.refuses(*words)

    assert woorden in message
    assert message.count("\n") == 1
    assert message.rstrip().endswith("--help")


# As a program


def program(*words: str | Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "indicatietool", *map(str, words)],
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **env},
    )


def test_program_speaks_utf8_whatever_the_system_speaks(o2: Path):
    ran = program("bereken", o2, "--json", PYTHONIOENCODING="ascii")

    assert ran.returncode == 0
    assert "“" in json.loads(ran.stdout.decode("utf-8"))["taken"][0]["stappen"][0]["tekst"]


def test_program_ends_with_two_and_one_message_when_it_refuses():
    ran = program("bereken", "weg.json", PYTHONIOENCODING="ascii")

    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.decode("utf-8").startswith("weg.json: dit dossier is niet te gebruiken")


def test_unexpected_mistake_is_one_dutch_sentence_without_a_traceback(capsys: pytest.CaptureFixture[str]):
    code = main(["bereken", "geen\x00naam.json"])

    out, err = capsys.readouterr()
    assert (code, out) == (1, "")
    assert err.startswith("Er ging iets mis in het programma (ValueError in ")
    assert err.endswith("Wat was opgeslagen, is bewaard. Meld dit bij de beheerder.\n")
