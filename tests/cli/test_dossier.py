"""`dossier …`: begun, shown, undone, sealed, handed over and removed, as the window does it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from indicatietool import paths
from indicatietool.domain.kaart import DossierStatus, kaart_of
from indicatietool.session.kaders import Kaders
from indicatietool.store.kluis import Kluis
from tests.builders import make_dossier
from tests.cli.programma import Programma

# nieuw, lijst, toon


def test_new_dossier_has_the_next_number_and_the_kader_of_today(oefen: Programma):
    eerste, tweede = oefen.json("dossier", "nieuw"), oefen.json("dossier", "nieuw")

    assert eerste["dossier"].endswith("-0001")
    assert tweede["dossier"].endswith("-0002")
    assert eerste["oefening"]
    assert eerste["kader"]["id"] == "voorbeeld-begeleiding"
    assert len(eerste["kader"]["sha256"]) == 64


def test_kader_can_be_chosen(oefen: Programma):
    gekozen = oefen.json("dossier", "nieuw", "--kader", "voorbeeld-begeleiding/2026.1")

    assert gekozen["kader"]["versie"] == "2026.1"
    assert "Kies uit: " in oefen.refuses(2, "dossier", "nieuw", "--kader", "../normen")


def test_real_kluis_makes_real_dossiers(echt: Programma):
    assert not echt.json("dossier", "nieuw")["oefening"]


def test_list_shows_status_and_dates_and_no_names(oefen: Programma, nummer: str):
    oefen.vul(
        nummer,
        [
            ("melding.client", "Anna Bakker"),
            ("melding.meldingsdatum", "2027-01-04"),
            ("weging.eerste_evaluatie", "2099-05-01"),
        ],
    )

    (regel,) = oefen.json("dossier", "lijst")
    tekst = oefen.says("dossier", "lijst")

    assert (regel["dossier"], regel["status"]) == (nummer, "concept")
    assert (regel["uiterlijk"], regel["volgende_evaluatie"]) == ("2027-02-15", "2099-05-01")
    assert tekst == (
        f"{nummer} · concept · oefengeval · onderzoek uiterlijk 15-02-2027 · volgende evaluatie 01-05-2099\n"
    )
    assert "Anna" not in tekst + json.dumps(regel)


def test_list_can_be_searched(oefen: Programma, nummer: str):
    ander = oefen.json("dossier", "nieuw")["dossier"]
    oefen.vul(nummer, [("melding.client", "Łukasz Żak")])

    assert [regel["dossier"] for regel in oefen.json("dossier", "lijst", "--zoek", "zak luk")] == [nummer]
    assert [regel["dossier"] for regel in oefen.json("dossier", "lijst", "--zoek", ander)] == [ander]
    assert oefen.json("dossier", "lijst", "--zoek", "") == []
    assert oefen.says("dossier", "lijst", "--zoek", "niemand") == "Er zijn geen dossiers.\n"


@pytest.mark.parametrize(
    "tekst", ['"', "'", "*", "a OR b", "NEAR(a b)", "{x", "-a", "a:b", "(", "^", "é", "\U0001f600"]
)
def test_any_word_can_be_searched_for(oefen: Programma, nummer: str, tekst: str):
    assert oefen.json("dossier", "lijst", f"--zoek={tekst}") in ([], oefen.json("dossier", "lijst"))


@pytest.mark.parametrize("tekst", ["\x00", "\ud800", "a" * 201])
def test_what_is_no_text_is_not_searched_for(oefen: Programma, tekst: str):
    assert oefen.refuses(2, "dossier", "lijst", "--zoek", tekst).startswith("De zoektekst")


def test_shown_dossier_speaks_of_voorstel_and_besluit(oefen: Programma, gevuld: str):
    toon = oefen.json("dossier", "toon", gevuld)
    tekst = oefen.says("dossier", "toon", gevuld)

    assert toon["uitkomst"]["totaal"]["minuten_per_maand"] == 810
    assert (toon["status"], toon["ontbreekt"]) == ("compleet", [])
    assert all(taak["voorstel_per_week"] is not None for taak in toon["uitkomst"]["taken"])
    assert "voorstel" in tekst
    assert ", besluit " in tekst
    assert f"Dossier {gevuld} · compleet · oefengeval" in tekst


def test_bsn_is_masked_on_the_screen(oefen: Programma, nummer: str):
    oefen.says("kluis", "instellingen", "--bsn", "aan")
    oefen.vul(nummer, [("melding.bsn", "111222333")])

    assert "111222333" not in oefen.says("dossier", "toon", nummer)
    assert "••••••333" in oefen.says("dossier", "toon", nummer)


def test_list_of_what_may_go_follows_the_retention_period(programma: Programma, tmp_path: Path):
    oud = make_dossier().with_changes(oefening=True)
    with Kluis.create_oefen(tmp_path / "k", clock=lambda: datetime(2010, 1, 4, tzinfo=UTC)) as kluis:
        kluis.begin(oud, kaart_of(oud, DossierStatus.CONCEPT, None, 0, 0))
    oefen = programma.on("--kluis", tmp_path / "k")

    oefen.says("kluis", "instellingen", "--bewaartermijn", "30")
    assert oefen.json("dossier", "lijst", "--opruimen") == []
    oefen.says("kluis", "instellingen", "--bewaartermijn", "5")
    assert [regel["dossier"] for regel in oefen.json("dossier", "lijst", "--opruimen")] == [oud.nummer]


# geschiedenis, ongedaan, opnieuw


def test_history_tells_who_and_what_without_values(oefen: Programma, nummer: str):
    oefen.vul(nummer, [("melding.client", "Anna Bakker"), ("melding.spoed", True)])

    geschiedenis = oefen.json("dossier", "geschiedenis", nummer)

    assert [stap["wat"] for stap in geschiedenis] == ["", "Cliënt", "Is er spoed"]
    assert [stap["soort"] for stap in geschiedenis] == ["begin", "wijziging", "wijziging"]
    assert all(stap["actor"] for stap in geschiedenis)
    assert "Anna" not in oefen.says("dossier", "geschiedenis", nummer)


def test_step_of_an_earlier_day_is_undone_and_done_again(oefen: Programma, nummer: str):
    oefen.vul(nummer, [("melding.client", "Anna"), ("melding.client", "Bea")])

    assert oefen.json("dossier", "ongedaan", nummer) == {"dossier": nummer, "wat": "Cliënt", "volg": 4}
    assert oefen.json("dossier", "toon", nummer)["dossier"]["melding"]["client"] == "Anna"
    assert oefen.json("dossier", "opnieuw", nummer)["volg"] == 5
    assert oefen.json("dossier", "toon", nummer)["dossier"]["melding"]["client"] == "Bea"
    assert oefen.json("kluis", "verifieer")["in_orde"]


@pytest.mark.parametrize(
    ("actie", "woorden"),
    [("ongedaan", "niets om ongedaan te maken"), ("opnieuw", "niets om opnieuw te doen")],
)
def test_nothing_to_undo_or_redo_is_told(oefen: Programma, nummer: str, actie: str, woorden: str):
    assert woorden in oefen.refuses(2, "dossier", actie, nummer)


# definitief, heropen, verslag, verwijder


def test_dossier_is_sealed_and_opened_again_with_a_reason(oefen: Programma, gevuld: str):
    assert oefen.json("dossier", "definitief", gevuld)["minuten_per_maand"] == 810
    assert oefen.json("dossier", "lijst")[0]["status"] == "definitief"
    assert oefen.json("dossier", "toon", gevuld)["status"] == "definitief"
    assert "niet veranderd" in oefen.refuses(2, "dossier", "ongedaan", gevuld)
    assert "waarom" in oefen.refuses(2, "dossier", "heropen", gevuld, "--waarom", "  ")
    oefen.says("dossier", "heropen", gevuld, "--waarom", "Nieuwe informatie.")

    assert oefen.json("dossier", "lijst")[0]["status"] == "compleet"
    laatste = oefen.json("dossier", "geschiedenis", gevuld)[-1]
    assert (laatste["soort"], laatste["waarom"]) == ("heropend", "Nieuwe informatie.")
    assert oefen.vul(gevuld, [("melding.client", "Anna")]).code == 0
    assert oefen.json("kluis", "verifieer")["in_orde"]


def test_dossier_with_gaps_is_not_sealed(oefen: Programma, nummer: str):
    assert "nog niet compleet" in oefen.refuses(2, "dossier", "definitief", nummer)
    assert "niet definitief" in oefen.refuses(2, "dossier", "heropen", nummer, "--waarom", "Zomaar.")


def test_verslag_of_a_dossier_in_the_kluis_is_logged(oefen: Programma, gevuld: str, tmp_path: Path):
    concept = oefen.json("dossier", "verslag", gevuld, "--naar", tmp_path / "concept.pdf")
    oefen.says("dossier", "definitief", gevuld)
    definitief = oefen.json("dossier", "verslag", gevuld, "--naar", tmp_path / "verslag.pdf")

    assert (concept["soort"], definitief["soort"]) == ("concept", "definitief")
    assert concept["let_op"] == ""
    assert (tmp_path / "verslag.pdf").read_bytes().startswith(b"%PDF-")
    acties = [regel["actie"] for regel in oefen.json("kluis", "logboek")]
    assert acties.count("verslag gemaakt") == 2
    assert "eindigt op .pdf" in oefen.refuses(2, "dossier", "verslag", gevuld, "--naar", tmp_path / "v.txt")


def test_removed_dossier_is_gone_and_the_log_stays_whole(oefen: Programma, nummer: str):
    oefen.vul(nummer, [("melding.client", "Anna")])

    oefen.says("dossier", "verwijder", nummer, "--waarom", "bewaartermijn")

    assert oefen.json("dossier", "lijst") == []
    assert "staat niet in de kluis" in oefen.refuses(2, "dossier", "toon", nummer)
    laatste = [regel for regel in oefen.json("kluis", "logboek") if regel["object"] == nummer][-1]
    assert laatste["resultaat"] == "de bewaartermijn is voorbij"
    assert oefen.json("kluis", "verifieer")["in_orde"]
    assert oefen.json("dossier", "nieuw")["dossier"] != nummer


@pytest.mark.parametrize("waarom", ["", " ", "omdat Anna Bakker dat wil", "BEWAARTERMIJN"])
def test_removing_needs_a_reason_that_names_no_one(oefen: Programma, nummer: str, waarom: str):
    bericht = oefen.refuses(2, "dossier", "verwijder", nummer, "--waarom", waarom)

    assert "bewaartermijn, verzoek, dubbel" in bericht
    assert "Anna" not in bericht
    assert len(oefen.json("dossier", "lijst")) == 1


# uit, in


def test_dossier_travels_and_comes_back_equal_under_a_free_number(
    oefen: Programma, programma: Programma, gevuld: str, tmp_path: Path
):
    bestand = tmp_path / f"{gevuld}.indicatie"
    assert oefen.json("dossier", "uit", gevuld, "--naar", bestand)["versleuteld"] is False
    programma.says("kluis", "nieuw", "--oefen", "--kluis", tmp_path / "collega")
    collega = programma.on("--kluis", tmp_path / "collega")

    binnen = collega.json("dossier", "in", bestand)
    assert (binnen["dossier"], binnen["nummer_in_bestand"]) == (gevuld, gevuld)
    assert "geschiedenis van de afzender" in binnen["herkomst"]

    hier, daar = (wie.json("dossier", "toon", gevuld) for wie in (oefen, collega))
    assert hier["dossier"] == daar["dossier"]
    assert hier["uitkomst"] == daar["uitkomst"]
    assert "al in de kluis" in collega.refuses(2, "dossier", "in", bestand)
    collega.vul(gevuld, [("melding.client", "Gewijzigd")])
    ander = collega.json("dossier", "in", bestand)
    assert ander["dossier"] != gevuld
    assert collega.json("kluis", "verifieer")["in_orde"]
    assert "overgedragen" in [regel["actie"] for regel in oefen.json("kluis", "logboek")]


def test_file_can_be_encrypted(oefen: Programma, nummer: str, tmp_path: Path):
    bestand, sleutel = tmp_path / "a.indicatie", tmp_path / "pakket.txt"
    sleutel.write_text("kaars brug appel trein\n")
    oefen.vul(nummer, [("melding.client", "Anna Kanarie")])

    oefen.says("dossier", "uit", nummer, "--naar", bestand, "--pakketwachtwoord-bestand", sleutel)
    oefen.says("dossier", "verwijder", nummer, "--waarom", "overgedragen")

    assert b"Kanarie" not in bestand.read_bytes()
    assert "versleuteld" in oefen.refuses(6, "dossier", "in", bestand)
    fout = tmp_path / "fout.txt"
    fout.write_text("iets anders\n")
    oefen.refuses(6, "dossier", "in", bestand, "--pakketwachtwoord-bestand", fout)
    oefen.says("dossier", "in", bestand, "--pakketwachtwoord-bestand", sleutel)
    assert oefen.json("dossier", "toon", nummer)["dossier"]["melding"]["client"] == "Anna Kanarie"


def test_damaged_file_is_refused_and_nothing_is_taken_in(oefen: Programma, nummer: str, tmp_path: Path):
    bestand = tmp_path / "a.indicatie"
    oefen.says("dossier", "uit", nummer, "--naar", bestand)
    inhoud = bytearray(bestand.read_bytes())
    plek = inhoud.index(b"voorbeeld-begeleiding")
    inhoud[plek] ^= 1
    bestand.write_bytes(inhoud)

    oefen.refuses(3, "dossier", "in", bestand)
    assert len(oefen.json("dossier", "lijst")) == 1


def test_file_is_never_written_over_another(oefen: Programma, nummer: str, tmp_path: Path):
    bestand = tmp_path / "a.indicatie"
    bestand.write_text("van iemand anders")

    assert "is er al" in oefen.refuses(2, "dossier", "uit", nummer, "--naar", bestand)
    assert "eindigt op .indicatie" in oefen.refuses(2, "dossier", "uit", nummer, "--naar", tmp_path / "a.zip")
    assert bestand.read_text() == "van iemand anders"


def test_loose_json_is_taken_in_where_it_belongs(
    oefen: Programma, echt: Programma, oefencasus: Path, tmp_path: Path
):
    opgenomen = oefen.json("dossier", "in", oefencasus)

    toon = oefen.json("dossier", "toon", opgenomen["dossier"])
    assert toon["uitkomst"]["totaal"]["minuten_per_maand"] == 810
    assert len(toon["dossier"]["kader"]["sha256"]) == 64
    assert "oefengeval" in echt.refuses(2, "dossier", "in", oefencasus)


def test_dossier_of_an_unknown_kader_is_not_taken_in(echt: Programma, tmp_path: Path):
    los = tmp_path / "los.json"
    los.write_text(json.dumps(make_dossier().model_dump(mode="json")))

    assert "staat niet op deze laptop" in echt.refuses(2, "dossier", "in", los)


def test_kader_comes_along_only_when_that_is_asked_for(
    oefen: Programma, nummer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    bestand = tmp_path / "a.indicatie"
    oefen.says("dossier", "uit", nummer, "--naar", bestand)
    oefen.says("dossier", "verwijder", nummer, "--waarom", "overgedragen")
    monkeypatch.setenv("INDICATIETOOL_MAP", str(tmp_path / "laptop"))
    (tmp_path / "leeg").mkdir()
    monkeypatch.setattr("indicatietool.cli_toegang.normen_folder", lambda: tmp_path / "leeg")

    assert "staat niet op deze laptop" in oefen.refuses(2, "dossier", "in", bestand)
    oefen.says("dossier", "in", bestand, "--met-kader")

    (geladen,) = Kaders(tmp_path / "leeg", paths.own_normen_folder()).usable()
    assert geladen.kader.kader.id == "voorbeeld-begeleiding"
    assert oefen.json("dossier", "toon", nummer)["status"] == "concept"
