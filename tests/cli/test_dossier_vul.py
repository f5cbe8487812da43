"""`dossier vul`: each line is answered, what is answered as saved is on disk, the rest changes nothing."""

import json
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from indicatietool.domain.veld import VeldSoort
from indicatietool.errors import OpslagError
from indicatietool.session.invullen import fill
from indicatietool.store.kluis import Kluis
from tests.cli.programma import Programma, as_lines, assert_is_one_dutch_sentence, start
from tests.cli.vijandig import KEPT, LONG, fields, refused


def facts(oefen: Programma, nummer: str) -> dict:
    """The dossier as the program shows it."""
    return oefen.json("dossier", "toon", nummer)["dossier"]


def chunks(regels: Sequence[object], grootte: int) -> list[Sequence[object]]:
    return [regels[begin : begin + grootte] for begin in range(0, len(regels), grootte)]


# Exact or refused


@pytest.mark.parametrize(
    ("teksten", "soorten"),
    [
        pytest.param(KEPT, (VeldSoort.REGEL, VeldSoort.TEKST), id="anywhere"),
        pytest.param(("a" * 200, "\U0001f600" * 200), (VeldSoort.REGEL,), id="short"),
        pytest.param(LONG, (VeldSoort.TEKST,), id="long"),
    ],
)
def test_hostile_texts_come_back_exactly(
    oefen: Programma, nummer: str, teksten: tuple[str, ...], soorten: tuple[VeldSoort, ...]
):
    velden = fields(*soorten)

    for chunk in chunks(teksten, len(velden)):
        wanted = facts(oefen, nummer)
        regels = [(veld.pad, tekst) for veld, tekst in zip(velden, chunk, strict=False)]
        antwoord = oefen.vul(nummer, regels)

        assert (antwoord.code, antwoord.err) == (0, "")
        assert [(a["veld"], a["opgeslagen"]) for a in antwoord.regels] == [(veld, True) for veld, _ in regels]
        for pad, tekst in regels:
            sectie, _, naam = pad.partition(".")
            wanted[sectie][naam] = tekst
        assert facts(oefen, nummer) == wanted
    assert oefen.json("kluis", "verifieer")["in_orde"]


def test_every_hostile_line_is_refused_in_one_sentence_and_changes_nothing(oefen: Programma, nummer: str):
    oefen.says("kluis", "instellingen", "--bsn", "aan")
    oefen.vul(nummer, [("hulpvraag.situatie", "Zoals het was.")])
    voor = oefen.json("dossier", "toon", nummer)
    regels = list(refused())
    assert len(regels) >= 150

    antwoord = oefen.vul(nummer, regels)

    assert (antwoord.code, antwoord.err) == (2, "")
    assert len(antwoord.regels) == len(regels)
    for regel, gezegd in zip(regels, antwoord.regels, strict=True):
        assert set(gezegd) == {"veld", "fout"}, regel
        assert gezegd["fout"]["code"] == 2, regel
        assert_is_one_dutch_sentence(gezegd["fout"]["bericht"])
        assert "Jansen" not in gezegd["fout"]["bericht"]
        assert "jan-jansen" not in gezegd["fout"]["bericht"]
        if isinstance(regel, tuple) and gezegd["veld"] is not None:
            assert gezegd["veld"] == regel[0]
    assert oefen.json("dossier", "toon", nummer) == voor
    assert oefen.json("kluis", "verifieer")["in_orde"]


def test_good_lines_between_wrong_ones_are_saved(oefen: Programma, nummer: str):
    goed = [("melding.zaaknummer", f"Z-{n}") for n in range(5)]
    gemengd = [regel for paar in zip(goed, [b"{", b"[]", b"", b"null", b"{}"], strict=True) for regel in paar]

    antwoord = oefen.vul(nummer, gemengd)

    assert antwoord.code == 2
    assert [("fout" in gezegd) for gezegd in antwoord.regels] == [False, True] * 5
    assert [gezegd["volg"] for gezegd in antwoord.regels if "volg" in gezegd] == [2, 3, 4, 5, 6]
    assert facts(oefen, nummer)["melding"]["zaaknummer"] == "Z-4"
    assert [stap["volg"] for stap in oefen.json("dossier", "geschiedenis", nummer)] == [1, 2, 3, 4, 5, 6]


def test_same_value_again_is_answered_without_a_new_step(oefen: Programma, nummer: str):
    antwoord = oefen.vul(nummer, [("melding.client", "Anna"), ("melding.client", "Anna")])

    assert [gezegd["volg"] for gezegd in antwoord.regels] == [2, 2]


def test_value_and_null_are_a_step_each(oefen: Programma, nummer: str):
    antwoord = oefen.vul(nummer, [("melding.spoed", True), ("melding.spoed", None)])

    assert [gezegd["volg"] for gezegd in antwoord.regels] == [2, 3]
    assert facts(oefen, nummer)["melding"]["spoed"] is None


def test_last_line_needs_no_end_and_nothing_is_no_line(oefen: Programma, nummer: str):
    assert oefen("dossier", "vul", nummer).regels == []
    assert len(oefen("dossier", "vul", nummer, invoer=as_lines([("melding.client", "A")])[:-1]).regels) == 1


def test_line_of_just_the_limit_is_read(oefen: Programma, nummer: str):
    regel = as_lines([("hulpvraag.situatie", "a")])[:-1]
    gevuld = regel + b" " * (1_000_000 - len(regel) - 1)

    assert oefen.vul(nummer, [gevuld]).code == 0
    assert oefen.vul(nummer, [gevuld + b" "]).code == 2


@pytest.mark.parametrize(
    "nummer", ["9999-0001", "../2027-0001", "A", "", "a b", "\ud800", "x" * 61, "2027\n"]
)
def test_dossier_that_is_not_there_is_told_before_anything_is_read(oefen: Programma, nummer: str):
    bericht = oefen.refuses(2, "dossier", "vul", nummer, invoer=as_lines([("melding.client", "A")]))

    assert "dossier lijst" in bericht or "Kijk in de lijst" in bericht


def test_definitief_dossier_answers_each_line_with_what_to_do(
    oefen: Programma, nummer: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("indicatietool.session.definitief.missing", lambda *_: ())
    oefen.says("dossier", "definitief", nummer)

    (gezegd,) = oefen.vul(nummer, [("melding.client", "Anna")]).regels

    assert "Heropen het eerst" in gezegd["fout"]["bericht"]


def test_bsn_is_refused_until_it_is_turned_on_and_can_always_be_emptied(oefen: Programma, nummer: str):
    uit = oefen.vul(nummer, [("melding.bsn", "111222333"), ("melding.bsn", None)])
    oefen.says("kluis", "instellingen", "--bsn", "aan")
    aan = oefen.vul(nummer, [("melding.bsn", "111222333")])

    assert ["fout" in gezegd for gezegd in uit.regels] == [True, False]
    assert "staat het BSN uit" in uit.regels[0]["fout"]["bericht"]
    assert aan.code == 0
    assert facts(oefen, nummer)["melding"]["bsn"] == "111222333"


# Disk and program


def test_line_that_could_not_be_written_is_never_written_with_a_later_one(
    oefen: Programma, nummer: str, monkeypatch: pytest.MonkeyPatch
):
    save = Kluis.save

    def full_once(self: Kluis, dossier: object, *rest: object, **more: object) -> int:
        if dossier.melding.client == "Vol":  # type: ignore[attr-defined]
            raise OpslagError("De schijf is vol. Wat eerder is bewaard, is er nog. Maak ruimte.")
        return save(self, dossier, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Kluis, "save", full_once)
    antwoord = oefen.vul(
        nummer, [("melding.zaaknummer", "Z-1"), ("melding.client", "Vol"), ("melding.consulent", "K")]
    )

    assert antwoord.code == 5
    eerste, vol, laatste = antwoord.regels
    assert (eerste["volg"], vol["fout"]["code"], laatste["volg"]) == (2, 5, 3)
    melding = facts(oefen, nummer)["melding"]
    assert (melding["zaaknummer"], melding["client"], melding["consulent"]) == ("Z-1", "", "K")


def test_mistake_of_the_program_is_answered_without_the_value(
    oefen: Programma, nummer: str, monkeypatch: pytest.MonkeyPatch
):
    def stumble(*_: object) -> None:
        raise ValueError("geheim van Anna")

    monkeypatch.setattr("indicatietool.cli_vul.fill", stumble)
    antwoord = oefen.vul(nummer, [("melding.client", "Anna")])

    assert (antwoord.code, antwoord.err) == (1, "")
    bericht = antwoord.regels[0]["fout"]["bericht"]
    assert_is_one_dutch_sentence(bericht.replace("ValueError", ""))
    assert "Anna" not in bericht


def test_half_done_act_that_fails_is_not_saved(
    oefen: Programma, nummer: str, monkeypatch: pytest.MonkeyPatch
):
    def half(session: object, veld: str, waarde: object) -> None:
        fill(session, veld, waarde)  # type: ignore[arg-type]
        if waarde == "half":
            raise ValueError

    monkeypatch.setattr("indicatietool.cli_vul.fill", half)
    antwoord = oefen.vul(nummer, [("melding.client", "half"), ("melding.consulent", "K")])

    assert ["fout" in gezegd for gezegd in antwoord.regels] == [True, False]
    melding = facts(oefen, nummer)["melding"]
    assert (melding["client"], melding["consulent"]) == ("", "K")


# As a process


def ask(proces: "subprocess.Popen[bytes]", veld: str, waarde: object) -> dict:
    """Send one line and wait for its answer."""
    assert proces.stdin is not None
    assert proces.stdout is not None
    proces.stdin.write(as_lines([(veld, waarde)]))
    proces.stdin.flush()
    return json.loads(proces.stdout.readline())


@pytest.mark.parametrize("teken", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_signal_ends_quietly_and_what_was_answered_is_saved(
    oefen: Programma, oefenkluis: Path, nummer: str, teken: signal.Signals
):
    proces = start("dossier", "vul", nummer, "--kluis", oefenkluis)
    for n in range(3):
        assert ask(proces, "melding.zaaknummer", f"Z-{n}")["opgeslagen"]

    proces.send_signal(teken)
    out, err = proces.communicate(timeout=60)

    assert (proces.returncode, out, err) == (0, b"", b"")
    assert facts(oefen, nummer)["melding"]["zaaknummer"] == "Z-2"
    assert oefen.json("kluis", "verifieer")["in_orde"]


def test_kill_loses_nothing_that_was_answered(oefen: Programma, oefenkluis: Path, nummer: str):
    proces = start("dossier", "vul", nummer, "--kluis", oefenkluis)
    for n in range(5):
        assert ask(proces, "melding.zaaknummer", f"Z-{n}")["opgeslagen"]

    proces.kill()
    proces.communicate(timeout=60)

    assert facts(oefen, nummer)["melding"]["zaaknummer"] == "Z-4"
    assert oefen.json("kluis", "verifieer")["in_orde"]


def test_reader_that_goes_away_ends_it_quietly(oefen: Programma, oefenkluis: Path, nummer: str):
    proces = start("dossier", "vul", nummer, "--kluis", oefenkluis)
    ask(proces, "melding.zaaknummer", "Z-1")
    assert proces.stdout is not None
    assert proces.stdin is not None
    assert proces.stderr is not None

    proces.stdout.close()
    proces.stdin.write(as_lines([("melding.zaaknummer", "Z-2")] * 3))
    proces.stdin.close()

    assert (proces.wait(60), proces.stderr.read()) == (0, b"")
    assert facts(oefen, nummer)["melding"]["zaaknummer"] == "Z-2"


def test_second_program_is_told_that_the_kluis_is_in_use(oefen: Programma, oefenkluis: Path, nummer: str):
    proces = start("dossier", "vul", nummer, "--kluis", oefenkluis)
    ask(proces, "melding.client", "Anna")

    assert "al open" in oefen.refuses(4, "dossier", "toon", nummer)
    assert ask(proces, "melding.client", "Bea")["opgeslagen"]

    proces.communicate(timeout=60)
    assert facts(oefen, nummer)["melding"]["client"] == "Bea"
