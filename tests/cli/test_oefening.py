"""Practising without a window: the list, a blind dossier, the comparison, a file to hand out."""

from pathlib import Path

import pytest

from indicatietool.store.overdracht import read_overdracht
from tests.cli.programma import Programma

CASUS = "twee-dozen-post"


def test_list_names_the_cases_and_no_minutes(oefen: Programma):
    casussen = {casus["casus"]: casus for casus in oefen.json("oefening", "lijst")["casussen"]}

    assert casussen[CASUS]["niveau"] == "basis"
    assert casussen[CASUS]["kader"] == "voorbeeld-begeleiding/2026.1"
    assert casussen[CASUS]["leerdoel"]
    assert not casussen[CASUS]["eigen"]
    assert {casus["niveau"] for casus in casussen.values()} == {"basis", "lastig"}
    tekst = oefen.says("oefening", "lijst")
    assert f"{CASUS} · basis · Twee dozen post" in tekst
    assert "810" not in tekst


def test_begun_case_is_empty_and_compares_with_its_model(oefen: Programma):
    nummer = oefen.json("oefening", "begin", CASUS)["dossier"]
    assert oefen.json("dossier", "toon", nummer)["dossier"]["antwoorden"]["taken"] == []
    oefen.vul(
        nummer, [("leefgebied.financien.situatie", "begeleiding"), ("taak.post-administratie.nodig", True)]
    )

    antwoord = oefen.json("oefening", "vergelijk", nummer)

    assert (antwoord["dossier"], antwoord["titel"]) == (nummer, "Twee dozen post")
    assert (antwoord["eigen_per_maand"], antwoord["model_per_maand"], antwoord["gelijk"]) == (0, 810, 0)
    assert antwoord["samenvatting"] == "0 van 7 taken gelijk; u komt 810 minuten per maand lager uit."
    (post,) = [taak for taak in antwoord["taken"] if taak["taak"] == "post-administratie"]
    assert (post["gekozen"], post["eigen_blok"], post["model_blok"]) == (True, None, "O2")
    assert post["verschillen"][0]["gemist_anker"]
    assert post["waarom"]
    assert "Oefencasus" in oefen.says("dossier", "geschiedenis", nummer)
    assert antwoord["samenvatting"] in oefen.says("oefening", "vergelijk", nummer)


def test_file_to_hand_out_is_blind_unless_the_model_is_asked_for(oefen: Programma, tmp_path: Path):
    blind, met_model = tmp_path / "blind.indicatie", tmp_path / "model.indicatie"

    assert oefen.json("oefening", "blind", CASUS, "--naar", blind)["met_model"] is False
    oefen.says("oefening", "blind", CASUS, "--naar", met_model, "--met-model")

    assert read_overdracht(blind).dossier.antwoorden.taken == ()
    assert len(read_overdracht(met_model).dossier.antwoorden.taken) == 7
    nummer = oefen.json("dossier", "in", blind)["dossier"]
    assert oefen.json("oefening", "vergelijk", nummer)["model_per_maand"] == 810, (
        "its model came with the program"
    )
    assert "is er al" in oefen.refuses(2, "oefening", "blind", CASUS, "--naar", blind)


def test_own_case_is_listed_by_its_nummer(oefen: Programma, tmp_path: Path):
    oefen.says("oefening", "blind", CASUS, "--naar", tmp_path / "model.indicatie", "--met-model")
    nummer = oefen.json("dossier", "in", tmp_path / "model.indicatie")["dossier"]

    (eigen,) = [casus for casus in oefen.json("oefening", "lijst")["casussen"] if casus["eigen"]]

    assert eigen["casus"] == nummer
    assert oefen.json("oefening", "begin", nummer)["kenmerk"] == eigen["kenmerk"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("begin", "bestaat-niet"), "geen casus met deze naam"),
        (("vergelijk", "2026-0404"), "2026-0404"),
        (("blind", CASUS, "--naar", "x.json"), "eindigt op .indicatie"),
    ],
)
def test_mistake_is_one_dutch_message(oefen: Programma, words, says):
    assert says in oefen.refuses(2, "oefening", *words)


def test_dossier_without_a_case_can_not_be_compared(oefen: Programma, nummer: str):
    assert "hoort niet bij een casus" in oefen.refuses(2, "oefening", "vergelijk", nummer)


def test_nobody_practises_among_real_dossiers(echt: Programma, tmp_path: Path, programma: Programma):
    bericht = programma.refuses(2, "oefening", "lijst", "--kluis", tmp_path / "kluis")

    assert "geen oefenkluis" in bericht


def test_oefenkluis_is_made_when_there_is_none(programma: Programma, tmp_path: Path):
    assert programma.json("oefening", "lijst", "--kluis", tmp_path / "nieuw")["casussen"]
    assert (tmp_path / "nieuw").is_dir()
