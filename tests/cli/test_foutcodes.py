"""Each failure has its exit code and one Dutch sentence, whatever the command; no traceback, no value."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from indicatietool.errors import (
    BestandError,
    BezetError,
    ConflictError,
    DossierError,
    IndicatietoolError,
    IntegriteitError,
    InvoerError,
    NieuwerDossierError,
    NieuwereVersieError,
    OpslagError,
    Probleem,
    WachtwoordError,
)
from indicatietool.session.antwoord_fout import MAX_BERICHT, as_failure, one_line
from indicatietool.store.kluis import Kluis
from indicatietool.store.kluis.canoniek import fingerprint
from tests.builders import make_dossier
from tests.cli.programma import PROGRAM, Programma, assert_is_one_dutch_sentence, start

COMMANDS = [
    ("kluis", "wachtwoord"),
    ("kluis", "herstelcode"),
    ("kluis", "kopie"),
    ("kluis", "verifieer"),
    ("kluis", "instellingen"),
    ("kluis", "logboek"),
    ("dossier", "nieuw"),
    ("dossier", "lijst"),
    ("dossier", "toon", "2027-0001"),
    ("dossier", "vul", "2027-0001"),
    ("dossier", "geschiedenis", "2027-0001"),
    ("dossier", "ongedaan", "2027-0001"),
    ("dossier", "opnieuw", "2027-0001"),
    ("dossier", "definitief", "2027-0001"),
    ("dossier", "heropen", "2027-0001", "--waarom", "x"),
    ("dossier", "verwijder", "2027-0001", "--waarom", "dubbel"),
    ("dossier", "verslag", "2027-0001", "--naar", "x.pdf"),
    ("dossier", "uit", "2027-0001", "--naar", "x.indicatie"),
    ("dossier", "in", "x.indicatie"),
]


# From error to code


@pytest.mark.parametrize(
    ("fout", "code"),
    [
        (InvoerError("Nee."), 2),
        (ConflictError("Nee."), 2),
        (IntegriteitError("Nee."), 3),
        (BezetError("Nee."), 4),
        (OpslagError("Nee."), 5),
        (OSError(28, "No space left on device"), 5),
        (WachtwoordError("Nee."), 6),
        (NieuwereVersieError("Nee."), 7),
        (NieuwerDossierError("a.json", (Probleem("formaat", "is nieuwer.", "Werk bij."),)), 7),
        (ValueError("geheim"), 1),
        (MemoryError(), 1),
        (RecursionError("geheim"), 1),
        (KeyboardInterrupt(), 1),
    ],
    ids=lambda deel: type(deel).__name__ if isinstance(deel, BaseException) else str(deel),
)
def test_each_error_has_its_code_and_a_sentence(fout: BaseException, code: int):
    gezegd = as_failure(fout)

    assert gezegd.code == code
    assert gezegd.as_json() == {"code": code, "bericht": gezegd.bericht}
    assert 0 < len(gezegd.bericht) <= MAX_BERICHT
    assert "geheim" not in gezegd.tekst + gezegd.bericht
    assert "space left" not in gezegd.tekst


def test_every_error_of_the_program_has_a_code_of_its_own_kind():
    kinds, found = [IndicatietoolError], set()
    while kinds:
        kind = kinds.pop()
        found.add(kind.exit_code)
        kinds += kind.__subclasses__()

    assert found == {2, 3, 4, 5, 6, 7}


def test_file_with_many_problems_is_one_line_with_the_first():
    problemen = tuple(Probleem(f"taken › nr. {n}", "is te lang.", "Kort in.") for n in range(1, 40))

    gezegd = as_failure(DossierError("a" * 250 + ".json", problemen))

    assert gezegd.bericht.endswith("taken › nr. 1 (en nog 38): is te lang. Kort in.")
    assert len(gezegd.bericht) <= MAX_BERICHT
    assert gezegd.tekst.count("\n") == 39


def test_name_that_a_terminal_would_obey_is_made_harmless():
    gezegd = as_failure(BestandError("\x1b[2J\udc80a.json", (Probleem("x", "y.", "z."),)))

    assert gezegd.bericht.isprintable()
    assert not [teken for teken in gezegd.tekst if teken in "\x1b\udc80"]


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [
        ("Kort.", "Kort."),
        (" Over\n twee  regels. ", "Over twee regels."),
        ("a" * 300, "a" * 199 + "…"),
        (f"{'Een zin. ' * 30}", ("Een zin. " * 22).rstrip()),
        (f"Zo. {'b' * 300}", f"Zo. {'b' * 195}…"),
    ],
)
def test_message_is_cut_after_a_sentence_or_at_the_limit(tekst: str, regel: str):
    assert one_line(tekst) == regel


# From command to code


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_every_command_says_in_json_that_there_is_no_kluis(
    programma: Programma, tmp_path: Path, command: tuple[str, ...]
):
    bericht = programma.refuses(2, *command, "--kluis", tmp_path / "leeg")

    assert bericht == "In deze map is nog geen kluis. Maak eerst een nieuwe kluis, of kies een andere map."
    assert not (tmp_path / "leeg").exists()


@pytest.mark.parametrize("command", COMMANDS[2:], ids=lambda command: " ".join(command[:2]))
def test_every_command_says_that_the_kluis_is_in_use(
    oefen: Programma, oefenkluis: Path, command: tuple[str, ...]
):
    with Kluis.open_oefen(oefenkluis):
        assert "al open" in oefen.refuses(4, *command)


def test_wrong_wachtwoord_is_six(echt: Programma, sleutel: Path):
    sleutel.write_text("een heel ander wachtwoord\n")

    assert "wachtwoord klopt niet" in echt.refuses(6, "dossier", "lijst")


def test_kluis_of_a_newer_program_is_seven_and_stays_as_it_is(oefen: Programma, oefenkluis: Path):
    bestand = oefenkluis / "kluis.json"
    data = {**json.loads(bestand.read_bytes()), "formaat": 99}
    del data["controle"]
    bestand.write_text(json.dumps({**data, "controle": fingerprint(data)}))
    voor = {pad: pad.read_bytes() for pad in oefenkluis.rglob("*") if pad.is_file()}

    assert "nieuwere versie" in oefen.refuses(7, "dossier", "lijst")
    assert {pad: pad.read_bytes() for pad in oefenkluis.rglob("*") if pad.is_file()} == voor


def test_database_that_is_gone_is_three(oefen: Programma, oefenkluis: Path):
    (oefenkluis / "dossiers.kluis").unlink()

    assert "Zet een kopie terug" in oefen.refuses(3, "dossier", "lijst")


def test_place_that_can_not_be_written_is_five(oefen: Programma, nummer: str, tmp_path: Path):
    (tmp_path / "bestand").write_text("geen map")

    bericht = oefen.refuses(5, "dossier", "uit", nummer, "--naar", tmp_path / "bestand" / "a.indicatie")

    assert "kon niet worden bewaard" in bericht


def test_dossier_of_a_newer_program_is_seven(programma: Programma, oefen: Programma, tmp_path: Path):
    nieuw = tmp_path / "nieuw.json"
    nieuw.write_text(json.dumps({**make_dossier().model_dump(mode="json"), "formaat": 99}))

    assert "Werk de indicatietool bij" in oefen.refuses(7, "dossier", "in", nieuw)
    assert "Werk de indicatietool bij" in programma.refuses(7, "bereken", nieuw)


def test_mistake_of_the_program_is_one_without_the_value(
    oefen: Programma, nummer: str, monkeypatch: pytest.MonkeyPatch
):
    def stumble(*_: object) -> None:
        raise ValueError("Anna Bakker")

    monkeypatch.setattr("indicatietool.cli_dossier.dossier_as_json", stumble)
    antwoord = oefen("dossier", "toon", nummer, "--json")

    assert antwoord.code == 1
    assert antwoord.regels[0]["fout"]["bericht"] + "\n" == antwoord.err
    assert "Wat was opgeslagen, is bewaard." in antwoord.err
    assert "Anna" not in antwoord.err
    assert "Traceback" not in antwoord.err


# The commands of before, and words that are wrong


@pytest.mark.parametrize(
    "words",
    [
        ("bereken", "weg.json"),
        ("bereken",),
        ("norm", "vergelijk", "a", "b"),
        ("verslag", "weg.json", "--naar", "x.pdf"),
        ("norm", "controleer", "weg"),
        ("onzin",),
        ("kluis",),
        ("kluis", "onzin"),
        ("dossier",),
        ("dossier", "toon"),
        ("dossier", "toon", "1", "2"),
        ("dossier", "heropen", "1"),
        ("dossier", "vul", "--kleur", "1"),
        ("kluis", "nieuw", "--kluis"),
        ("dossier", "toon", "--", "-1"),
    ],
    ids=" ".join,
)
def test_json_is_answered_also_where_the_words_are_wrong(programma: Programma, words: tuple[str, ...]):
    programma.refuses(2, *words)


@pytest.mark.parametrize("words", [("kluis", "--hulp"), ("dossier", "-h"), ("dossier", "vul", "--help")])
def test_help_is_dutch(programma: Programma, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]):
    with pytest.raises(SystemExit) as einde:
        programma(*words)

    out, err = capsys.readouterr()
    assert (einde.value.code, err) == (0, "")
    assert out.startswith("Gebruik: indicatietool")
    assert not [word for word in ("usage", "options:", "positional", "show this") if word in out]


# As a process


def test_wrong_bytes_in_a_name_are_one_sentence(tmp_path: Path):
    ran = subprocess.run(
        [*PROGRAM, "bereken", os.fsencode(tmp_path) + b"/\xff\x1b[31m.json", "--json"],
        capture_output=True,
        timeout=60,
    )

    assert ran.returncode == 2
    assert_is_one_dutch_sentence(json.loads(ran.stdout)["fout"]["bericht"])
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_answer_that_can_not_be_written_is_five():
    with Path("/dev/full").open("wb") as vol:
        ran = subprocess.run([*PROGRAM, "schema", "dossier"], stdout=vol, stderr=subprocess.PIPE, timeout=60)

    assert ran.returncode == 5
    assert ran.stderr.decode().startswith("Lezen of schrijven lukte niet (")
    assert b"Exception ignored" not in ran.stderr


def test_reader_that_goes_away_is_no_mistake():
    proces = start("schema", "dossier")
    assert proces.stdout is not None
    assert proces.stderr is not None
    proces.stdout.close()

    assert (proces.wait(60), proces.stderr.read()) == (0, b"")
