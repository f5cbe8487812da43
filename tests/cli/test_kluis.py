"""`kluis …`: made, opened with a secret from a file, proven, copied and put back."""

import json
import os
import stat
from itertools import pairwise
from pathlib import Path

import pytest

from indicatietool.app import main
from indicatietool.domain.kluis import KluisSoort
from indicatietool.store.kluis import Kluis
from tests.builders import make_dossier
from tests.cli.programma import Programma, start
from tests.kluizen import WACHTWOORD

NIEUW = "kaars-brug-appel-trein-zolder"


def secret_file(folder: Path, geheim: str, naam: str = "geheim.txt") -> Path:
    pad = folder / naam
    pad.write_text(geheim + "\n", "utf-8")
    return pad


# nieuw, wachtwoord, herstelcode


def test_new_kluis_shows_its_herstelcode_once_and_both_open_it(programma: Programma, tmp_path: Path):
    kluis, sleutel = tmp_path / "mijn kluis", secret_file(tmp_path, WACHTWOORD)

    gemaakt = programma.json("kluis", "nieuw", "--kluis", kluis, "--wachtwoord-bestand", sleutel)

    assert gemaakt["soort"] == "echt"
    code = gemaakt["herstelcode"]
    assert programma.json("kluis", "verifieer", "--kluis", kluis, "--wachtwoord-bestand", sleutel)["in_orde"]
    with Kluis.unlock_with_herstelcode(kluis, code) as open_:
        assert open_.soort is KluisSoort.ECHT
    sloten = json.loads((kluis / "kluis.json").read_bytes())["sloten"]
    assert [slot["kdf"]["geheugen_kib"] for slot in sloten] == [131_072, 131_072]
    op_schijf = b"".join(pad.read_bytes() for pad in kluis.rglob("*") if pad.is_file())
    assert code.encode() not in op_schijf
    assert WACHTWOORD.encode() not in op_schijf


def test_text_says_that_the_herstelcode_is_shown_once(programma: Programma, tmp_path: Path):
    sleutel = secret_file(tmp_path, WACHTWOORD)

    tekst = programma.says("kluis", "nieuw", "--kluis", tmp_path / "k", "--wachtwoord-bestand", sleutel)

    assert "Herstelcode: " in tekst
    assert "één keer te zien" in tekst


def test_oefenkluis_needs_no_wachtwoord_and_says_what_it_is_for(programma: Programma, tmp_path: Path):
    tekst = programma.says("kluis", "nieuw", "--oefen", "--kluis", tmp_path / "oefen")

    assert "alleen voor oefengevallen" in tekst
    assert programma.json("dossier", "lijst", "--kluis", tmp_path / "oefen") == []


def test_without_a_folder_it_is_the_kluis_of_the_user(
    programma: Programma, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("INDICATIETOOL_MAP", str(tmp_path))

    programma.says("kluis", "nieuw", "--oefen")

    assert (tmp_path / "oefenkluis" / "kluis.json").is_file()
    assert programma.json("dossier", "nieuw", "--oefen")["oefening"]
    assert "nog geen kluis" in programma.refuses(2, "dossier", "lijst")


@pytest.mark.parametrize("opties", [(), ("--oefen",)])
def test_kluis_is_never_made_over_another(programma: Programma, oefenkluis: Path, opties: tuple[str, ...]):
    voor = (oefenkluis / "kluis.json").read_bytes()

    bericht = programma.refuses(2, "kluis", "nieuw", "--kluis", oefenkluis, *opties)

    assert "al een kluis" in bericht
    assert (oefenkluis / "kluis.json").read_bytes() == voor


def test_weak_wachtwoord_is_refused_and_nothing_is_made(programma: Programma, tmp_path: Path):
    zwak = secret_file(tmp_path, "welkom2027")

    bericht = programma.refuses(2, "kluis", "nieuw", "--kluis", tmp_path / "k", "--wachtwoord-bestand", zwak)

    assert bericht.startswith("Kies een sterker wachtwoord.")
    assert "welkom" not in bericht
    assert not (tmp_path / "k" / "kluis.json").exists()


def test_wachtwoord_is_changed_and_the_old_one_no_longer_fits(
    echt: Programma, programma: Programma, tmp_path: Path
):
    nieuw = secret_file(tmp_path, NIEUW)

    assert echt.json("kluis", "wachtwoord", "--nieuw-wachtwoord-bestand", nieuw)["wachtwoord"] == "veranderd"

    assert "wachtwoord klopt niet" in echt.refuses(6, "kluis", "verifieer")
    anders = programma.on("--kluis", tmp_path / "kluis", "--wachtwoord-bestand", nieuw)
    assert anders.json("kluis", "verifieer")["in_orde"]


def test_herstelcode_gives_another_wachtwoord(echt: Programma, programma: Programma, tmp_path: Path):
    code = echt.json("kluis", "herstelcode")["herstelcode"]
    papier, nieuw = secret_file(tmp_path, code, "papier.txt"), secret_file(tmp_path, NIEUW)

    zonder = programma.on("--kluis", tmp_path / "kluis")
    zonder.says("kluis", "wachtwoord", "--herstelcode-bestand", papier, "--nieuw-wachtwoord-bestand", nieuw)

    assert zonder.json("kluis", "verifieer", "--wachtwoord-bestand", nieuw)["in_orde"]
    verkeerd = secret_file(tmp_path, code[:-1] + ("2" if code[-1] != "2" else "3"), "typefout.txt")
    assert "typefout" in zonder.refuses(
        6, "kluis", "wachtwoord", "--herstelcode-bestand", verkeerd, "--nieuw-wachtwoord-bestand", nieuw
    )


@pytest.mark.parametrize("actie", ["wachtwoord", "herstelcode"])
def test_oefenkluis_has_nothing_to_change(oefen: Programma, actie: str):
    assert "heeft geen wachtwoord" in oefen.refuses(2, "kluis", actie)


# The secret


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"", "leeg"),
        (b"\nmolen fiets", "leeg"),
        (b"\xff\xfe\x00", "geen UTF-8"),
        (b"a\x00b", "geen wachtwoord"),
        (b"x" * 1_001, "geen wachtwoord"),
        (b"x" * 9_000_000, "geen wachtwoord"),
        ("é".encode() * 4_000, "geen wachtwoord"),
    ],
    ids=["empty", "first line empty", "no UTF-8", "NUL", "too long", "nine MB", "too long in UTF-8"],
)
def test_file_that_holds_no_wachtwoord_is_refused(
    echt: Programma, sleutel: Path, inhoud: bytes, woorden: str
):
    sleutel.write_bytes(inhoud)

    bericht = echt.refuses(2, "kluis", "verifieer")

    assert woorden in bericht


@pytest.mark.parametrize(
    "inhoud",
    [
        WACHTWOORD.encode(),
        f"{WACHTWOORD}\r\n".encode(),
        f"\ufeff{WACHTWOORD}\n".encode(),
        f"{WACHTWOORD}\nnog iets".encode(),
    ],
    ids=["no newline", "Windows", "BOM", "more lines"],
)
def test_first_line_is_the_wachtwoord_without_its_end(echt: Programma, sleutel: Path, inhoud: bytes):
    sleutel.write_bytes(inhoud)

    assert echt.json("kluis", "verifieer")["in_orde"]


def test_file_that_is_not_there_or_is_a_folder_is_told(echt: Programma, sleutel: Path):
    sleutel.unlink()
    assert "is er niet of is een map" in echt.refuses(2, "dossier", "lijst")
    sleutel.mkdir()
    assert "is er niet of is een map" in echt.refuses(2, "dossier", "lijst")


def test_wachtwoord_may_come_through_a_pipe(echt: Programma, sleutel: Path):
    lezen, schrijven = os.pipe()
    os.write(schrijven, WACHTWOORD.encode() + b"\n")
    os.close(schrijven)
    sleutel.unlink()
    sleutel.symlink_to(f"/dev/fd/{lezen}")

    assert echt.json("kluis", "verifieer")["in_orde"]
    os.close(lezen)


def test_without_a_keyboard_it_says_to_use_a_file(echt: Programma, tmp_path: Path):
    proces = start("dossier", "lijst", "--kluis", tmp_path / "kluis", "--json")
    out, err = proces.communicate(b"molen fiets\n", timeout=60)

    assert proces.returncode == 2
    bericht = json.loads(out)["fout"]["bericht"]
    assert "--wachtwoord-bestand" in bericht
    assert err.decode() == bericht + "\n"


def test_wachtwoord_is_asked_unseen(
    programma: Programma, echt: Programma, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return WACHTWOORD

    monkeypatch.setattr("indicatietool.cli_toegang._has_keyboard", lambda: True)
    monkeypatch.setattr("getpass.getpass", answer)

    assert programma.json("dossier", "lijst", "--kluis", tmp_path / "kluis") == []
    assert asked == ["Wachtwoord: "]


@pytest.mark.parametrize("fout", [EOFError(), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "")])
def test_nothing_typed_is_told(
    programma: Programma, echt: Programma, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fout: Exception
):
    def nothing(_: str) -> str:
        raise fout

    monkeypatch.setattr("indicatietool.cli_toegang._has_keyboard", lambda: True)
    monkeypatch.setattr("getpass.getpass", nothing)

    assert "geen wachtwoord getypt" in programma.refuses(2, "dossier", "lijst", "--kluis", tmp_path / "kluis")


def test_new_wachtwoord_is_typed_twice_and_must_be_the_same(
    programma: Programma, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    typed = iter((NIEUW, NIEUW + "x"))
    monkeypatch.setattr("indicatietool.cli_toegang._has_keyboard", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))

    antwoord = programma("kluis", "nieuw", "--kluis", tmp_path / "k")

    voorstel, bericht = antwoord.err.splitlines()
    assert (antwoord.code, antwoord.out) == (2, "")
    assert "vijf losse woorden" in voorstel
    assert bericht.startswith("U typte twee verschillende wachtwoorden.")
    assert not (tmp_path / "k").exists()


# kopie, herstel


def test_copy_is_put_back_and_what_was_there_is_kept(oefen: Programma, oefenkluis: Path, nummer: str):
    kopie = oefen.json("kluis", "kopie")["kopie"]
    oefen.vul(nummer, [("melding.client", "Anna")])

    terug = oefen.json("kluis", "herstel", kopie)

    assert (terug["kopie"], terug["dossiers"]) == (kopie, 1)
    assert oefen.json("dossier", "toon", nummer)["dossier"]["melding"]["client"] == ""
    opzij = [kopie for kopie in oefen.json("kluis", "kopie", "--lijst") if kopie["opzij"]]
    oefen.says("kluis", "herstel", oefenkluis / "kopieen" / opzij[0]["naam"])
    assert oefen.json("dossier", "toon", nummer)["dossier"]["melding"]["client"] == "Anna"
    assert oefen.json("kluis", "verifieer")["in_orde"]


@pytest.mark.parametrize("schade", [b"", b"{}", None], ids=["empty", "not ours", "gone"])
def test_copy_takes_the_place_of_a_damaged_kluis(echt: Programma, tmp_path: Path, schade: bytes | None):
    nummer = echt.json("dossier", "nieuw")["dossier"]
    echt.says("kluis", "kopie")
    for naam in ("kluis.json", "dossiers.kluis"):
        (tmp_path / "kluis" / naam).unlink()
        if schade is not None:
            (tmp_path / "kluis" / naam).write_bytes(schade)
    echt.refuses(3, "dossier", "lijst")

    echt.says("kluis", "herstel", "nieuwste")

    assert [regel["dossier"] for regel in echt.json("dossier", "lijst")] == [nummer]
    assert echt.json("kluis", "verifieer")["in_orde"]


def test_newest_copy_can_be_asked_for(echt: Programma):
    eerste = echt.json("kluis", "kopie")["kopie"]
    tweede = echt.json("kluis", "kopie")["kopie"]

    assert echt.json("kluis", "herstel", "nieuwste")["kopie"] == tweede != eerste


@pytest.mark.parametrize("kopie", ["nieuwste", "20270101T000000Z", "../kluis", "bestaat niet"])
def test_copy_that_is_not_there_is_told(echt: Programma, kopie: str):
    bericht = echt.refuses(2, "kluis", "herstel", kopie)

    assert "kopie" in bericht
    assert echt.json("kluis", "verifieer")["in_orde"]


def test_list_of_copies_needs_no_wachtwoord(echt: Programma, programma: Programma, tmp_path: Path):
    assert echt.says("kluis", "kopie", "--lijst") == "Er zijn geen kopieën.\n"
    gemaakt = echt.json("kluis", "kopie")

    (kopie,) = programma.json("kluis", "kopie", "--lijst", "--kluis", tmp_path / "kluis")

    assert kopie["naam"] == gemaakt["kopie"]
    assert kopie["omvang"] > 10_000
    assert stat.S_IMODE(Path(gemaakt["map"]).stat().st_mode) == 0o700


# instellingen, verifieer, logboek, inlezen


def test_settings_are_shown_changed_and_kept(oefen: Programma):
    begin = oefen.json("kluis", "instellingen")
    oefen.says("kluis", "instellingen", "--bsn", "aan", "--bewaartermijn", "20", "--vergrendelen-na", "5")

    assert begin == {"vergrendelen_na": 10, "bewaartermijn": 15, "bsn": False}
    assert oefen.json("kluis", "instellingen") == {"vergrendelen_na": 5, "bewaartermijn": 20, "bsn": True}


@pytest.mark.parametrize(
    ("optie", "waarde"),
    [
        ("--bsn", "misschien"),
        ("--bewaartermijn", "31"),
        ("--bewaartermijn", "0"),
        ("--vergrendelen-na", "7"),
        ("--vergrendelen-na", "nooit"),
    ],
)
def test_setting_that_can_not_be_is_refused(oefen: Programma, optie: str, waarde: str):
    oefen.refuses(2, "kluis", "instellingen", optie, waarde)

    assert oefen.json("kluis", "instellingen")["bewaartermijn"] == 15


def test_log_tells_who_did_what_without_values(oefen: Programma, nummer: str):
    oefen.vul(nummer, [("melding.client", "Anna Bakker")])

    regels = oefen.json("kluis", "logboek")

    assert [regel["volg"] for regel in regels] == list(range(1, len(regels) + 1))
    assert regels[0]["actie"] == "gemaakt"
    assert all(nieuwe["vorige"] == oude["hash"] for oude, nieuwe in pairwise(regels))
    assert {regel["object"] for regel in regels} == {"kluis", nummer}
    assert "Anna" not in oefen.says("kluis", "logboek")
    assert len(oefen.says("kluis", "logboek", "--laatste", "2").splitlines()) == 2


@pytest.mark.parametrize("aantal", ["0", "-1", "x", "1.5"])
def test_number_of_lines_must_be_a_number(oefen: Programma, aantal: str):
    assert "--laatste" in oefen.refuses(2, "kluis", "logboek", "--laatste", aantal)


def test_verified_kluis_shows_the_head_of_its_log(oefen: Programma, nummer: str):
    gezond = oefen.json("kluis", "verifieer")

    kop = oefen.json("kluis", "logboek", "--laatste", "1")[0]  # the line before is that it was opened
    assert gezond["logboek"]["hash"] == kop["vorige"]
    assert gezond["dossiers"] == 1
    assert oefen.says("kluis", "verifieer").startswith("De kluis is in orde: 1 dossier, logboek tot en met")


def test_damaged_page_is_found(oefen: Programma, oefenkluis: Path):
    database = oefenkluis / "dossiers.kluis"
    inhoud = bytearray(database.read_bytes())
    inhoud[len(inhoud) // 2] ^= 1
    database.write_bytes(inhoud)

    assert "kopie terug" in oefen.refuses(3, "kluis", "verifieer")


def test_every_finding_is_told(oefen: Programma, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Kluis, "verify", lambda _: ("Dossier 1 is gewijzigd.", "Regel 3 ontbreekt."))

    assert oefen("kluis", "verifieer").err.splitlines() == [
        "De kluis is niet in orde (2 bevindingen). Zet een kopie terug.",
        "Dossier 1 is gewijzigd.",
        "Regel 3 ontbreekt.",
    ]
    assert "Regel 3 ontbreekt." in oefen.refuses(3, "kluis", "verifieer")


@pytest.mark.parametrize("actie", [("dossier", "lijst"), ("kluis", "verifieer"), ("kluis", "kopie")])
def test_damaged_key_file_is_told_and_nothing_is_changed(
    oefen: Programma, oefenkluis: Path, actie: tuple[str, str]
):
    sleutelbestand = oefenkluis / "kluis.json"
    sleutelbestand.write_bytes(sleutelbestand.read_bytes().replace(b'"oefen"', b'"echt"'))
    voor = {pad: pad.read_bytes() for pad in oefenkluis.rglob("*") if pad.is_file()}

    assert "beschadigd" in oefen.refuses(3, *actie)
    assert {pad: pad.read_bytes() for pad in oefenkluis.rglob("*") if pad.is_file()} == voor


def test_loose_dossiers_are_read_in_and_a_damaged_one_stays(echt: Programma, tmp_path: Path):
    map_ = tmp_path / "los"
    map_.mkdir()
    goed = make_dossier().model_dump(mode="json")
    (map_ / "2027-0001.json").write_text(json.dumps(goed), "utf-8")
    (map_ / "kapot.json").write_text("{", "utf-8")

    antwoord = echt("kluis", "inlezen", map_, "--json")

    verslag = json.loads(antwoord.out)
    assert (antwoord.code, antwoord.err) == (2, "")
    assert verslag["ingelezen"] == ["2027-0001"]
    assert [gebleven["bestand"] for gebleven in verslag["gebleven"]] == ["kapot.json"]
    assert [pad.name for pad in map_.iterdir()] == ["kapot.json"]
    assert [regel["dossier"] for regel in echt.json("dossier", "lijst")] == ["2027-0001"]


def test_folder_to_read_in_must_be_there(echt: Programma, tmp_path: Path):
    assert "is er niet" in echt.refuses(2, "kluis", "inlezen", tmp_path / "weg")


def test_kluis_command_ends_without_leaving_the_kluis_open(oefen: Programma, oefenkluis: Path):
    oefen.says("kluis", "verifieer")

    Kluis.open_oefen(oefenkluis).close()
    assert main(["kluis", "verifieer", "--kluis", str(oefenkluis)]) == 0
