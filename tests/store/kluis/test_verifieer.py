"""Whatever is changed in the kluis from outside, by someone who has the key, is found and named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indicatietool.domain.kluis import LogKop
from indicatietool.errors import IntegriteitError, InvoerError
from indicatietool.store.kluis import Kluis
from indicatietool.store.kluis.canoniek import canonical, sha256_of
from indicatietool.store.kluis.database import Database
from indicatietool.store.kluis.inlezen import bare_kaart
from indicatietool.store.kluis.logboek import BEFORE_THE_FIRST
from tests.builders import make_dossier, score
from tests.kluizen import LICHT, WACHTWOORD
from tests.store.kluis.oud import contents, open_database, reopen


@pytest.fixture
def gevuld(folder: Path) -> Path:
    """A closed kluis with a bit of everything."""
    with reopen(folder) as kluis:
        losse = folder.parent / "dossiers"
        losse.mkdir()
        (losse / "2027-0003.json").write_text(make_dossier(nummer="2027-0003").model_dump_json())
        kluis.import_json(losse)
        for nummer in ("2027-0001", "2027-0002"):
            eerst, daarna = make_dossier(nummer=nummer), make_dossier(score(), nummer=nummer)
            kluis.begin(eerst, bare_kaart(eerst))
            kluis.save(daarna, bare_kaart(daarna), wat="taak gekozen")
            kluis.seal(daarna, bare_kaart(daarna), b"kader", {"minuten": 60})
        kluis.reopen("2027-0001", bare_kaart(make_dossier()), "Bezwaar.")
        kluis.set_setting("bewaartermijn", 15)
        kluis.log("uitgevoerd", "2027-0001", inhoud_sha256="0" * 64)
        assert kluis.verify() == ()
    return folder


def sql(*opdrachten: str) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        db.run("PRAGMA foreign_keys = OFF")
        for opdracht in opdrachten:
            db.run(opdracht)

    return run


def _cut_tail(db: Database) -> None:
    """Cut the last change from the log and let the kluis remember the line before as the last."""
    (volg,) = db.rows("SELECT max(volg) FROM logboek WHERE actie LIKE 'dossier %'")[0]
    db.run("DELETE FROM logboek WHERE volg >= ?", volg)
    db.run(
        "UPDATE instelling SET waarde = (SELECT json_array(volg, hash) FROM logboek"
        " ORDER BY volg DESC LIMIT 1) WHERE naam = 'kluis.logkop'"
    )


def _rewrite_the_log(db: Database) -> None:
    """Change a line and make the whole chain fit again."""
    db.run("UPDATE logboek SET inhoud_sha256 = replace(inhoud_sha256, 'a', 'b') WHERE actie LIKE 'dossier %'")
    vorige = BEFORE_THE_FIRST
    for regel in db.rows(
        "SELECT volg, moment, actor, actie, object, resultaat, oorsprong, inhoud_sha256"
        " FROM logboek ORDER BY volg"
    ):
        hash_ = sha256_of(canonical([*regel, vorige]))
        db.run("UPDATE logboek SET vorige = ?, hash = ? WHERE volg = ?", vorige, hash_, regel[0])
        vorige = hash_
    db.run("UPDATE instelling SET waarde = json_array(?, ?) WHERE naam = 'kluis.logkop'", regel[0], vorige)


TAMPER: dict[str, tuple[Callable[[Database], None], str]] = {
    "regel van het logboek veranderd": (
        sql("UPDATE logboek SET actor = 'x' WHERE volg = 4"),
        "regel 4 is veranderd",
    ),
    "resultaat veranderd": (sql("UPDATE logboek SET resultaat = 'x' WHERE volg = 2"), "regel 2 is veranderd"),
    "regel weg": (sql("DELETE FROM logboek WHERE volg = 4"), "tussen regel 3 en 5 ontbreekt iets"),
    "regel weg en genummerd": (
        sql("DELETE FROM logboek WHERE volg = 4", "UPDATE logboek SET volg = volg - 1 WHERE volg > 4"),
        "sluit niet aan",
    ),
    "eerste regel weg": (sql("DELETE FROM logboek WHERE volg = 1"), "tussen regel 0 en 2"),
    "eind weg": (sql("DELETE FROM logboek WHERE volg > 5"), "tussen regel 5 en"),
    "alles weg": (sql("DELETE FROM logboek"), "tussen regel 0 en"),
    "eind weg, kop meeveranderd": (_cut_tail, "Dossier 2027-0001: de geschiedenis past niet bij het logboek"),
    "logboek herschreven": (_rewrite_the_log, "de geschiedenis past niet bij het logboek"),
    "inhoud veranderd": (
        sql("UPDATE inhoud SET inhoud = replace(inhoud, 'O1', 'O2') WHERE dossier = '2027-0001'"),
        "Dossier 2027-0001: de inhoud past niet bij de geschiedenis",
    ),
    "inhoud stuk": (
        sql("UPDATE inhoud SET inhoud = '{' WHERE dossier = '2027-0001'"),
        "Dossier 2027-0001: is beschadigd en niet te lezen",
    ),
    "inhoud weg": (sql("DELETE FROM inhoud WHERE dossier = '2027-0001'"), "Dossier 2027-0001: is beschadigd"),
    "dossier weg": (
        sql("DELETE FROM dossier WHERE nummer = '2027-0002'"),
        "Dossier 2027-0002: ontbreekt, maar is niet verwijderd",
    ),
    "dossier verwisseld": (
        sql(
            "UPDATE inhoud SET dossier = 'x' WHERE dossier = '2027-0001'",
            "UPDATE inhoud SET dossier = '2027-0001' WHERE dossier = '2027-0002'",
            "UPDATE inhoud SET dossier = '2027-0002' WHERE dossier = 'x'",
        ),
        "Dossier 2027-0001: de inhoud past niet bij de geschiedenis",
    ),
    "gebeurtenis weg": (
        sql("DELETE FROM gebeurtenis WHERE dossier = '2027-0001' AND volg = 2"),
        "Dossier 2027-0001: er ontbreekt een gebeurtenis",
    ),
    "laatste gebeurtenis weg": (
        sql(
            "DELETE FROM gebeurtenis WHERE dossier = '2027-0001' AND volg = 4",
            "UPDATE dossier SET volg = 3 WHERE nummer = '2027-0001'",
        ),
        "de geschiedenis past niet bij het logboek",
    ),
    "reden veranderd": (
        sql("UPDATE gebeurtenis SET wat = 'niets' WHERE dossier = '2027-0001' AND volg = 2"),
        "de geschiedenis past niet bij het logboek",
    ),
    "wijziging veranderd": (
        sql("UPDATE gebeurtenis SET wijzigingen = '[]' WHERE dossier = '2027-0001' AND volg = 2"),
        "de inhoud past niet bij de geschiedenis",
    ),
    "zegel weg": (sql("DELETE FROM zegel WHERE dossier = '2027-0002'"), "een zegel is veranderd of weg"),
    "zegel veranderd": (
        sql("UPDATE zegel SET verantwoording = '{\"minuten\":90}' WHERE dossier = '2027-0002'"),
        "een zegel is veranderd of weg",
    ),
    "inhoud van zegel veranderd": (
        sql("UPDATE zegel SET inhoud = replace(inhoud, 'O1', 'O4') WHERE dossier = '2027-0002'"),
        "de inhoud van zegel 1 is veranderd",
    ),
    "kader veranderd": (
        sql("UPDATE kader SET inhoud = x'00'"),
        "het normenkader van zegel 1 is veranderd",
    ),
    "stil heropend": (
        sql("UPDATE zegel SET heropend_op = '2027-01-04T09:30:00.000000Z' WHERE dossier = '2027-0002'"),
        "het heropenen past niet bij de geschiedenis",
    ),
    "origineel veranderd": (
        sql("UPDATE herkomst SET inhoud = x'7b7d'"),
        "het ingelezen bestand is veranderd of weg",
    ),
    "origineel weg": (sql("DELETE FROM herkomst"), "het ingelezen bestand is veranderd of weg"),
    "kaart veranderd": (
        sql('UPDATE dossier SET kaart = replace(kaart, \'"client":""\', \'"client":"X"\')'),
        "de regel in de lijst past niet bij het dossier",
    ),
    "zoekwoord veranderd": (sql("UPDATE zoek SET tekst = 'x'"), "is niet goed te vinden met zoeken"),
    "zoekwoord te veel": (sql("INSERT INTO zoek(rowid, tekst) VALUES(99, 'x')"), "woorden in van dossiers"),
    "instelling veranderd": (
        sql("UPDATE instelling SET waarde = '1' WHERE naam = 'bewaartermijn'"),
        "Instelling bewaartermijn",
    ),
    "instelling weg": (
        sql("DELETE FROM instelling WHERE naam = 'bewaartermijn'"),
        "Instelling bewaartermijn",
    ),
    "tabel erbij": (sql("CREATE TABLE x(y)"), "er zijn tabellen bij of weg"),
    "valstrik erbij": (
        sql("CREATE TRIGGER t AFTER INSERT ON logboek BEGIN DELETE FROM logboek; END"),
        "er zijn tabellen bij of weg",
    ),
    "gegevens zonder dossier": (
        sql("INSERT INTO herkomst VALUES('2027-0009', 'x', x'00')"),
        "gegevens zonder dossier",
    ),
}


@pytest.mark.parametrize("wat", TAMPER)
def test_tampering_from_inside_is_found(gevuld: Path, wat: str):
    tamper, tekst = TAMPER[wat]
    with open_database(gevuld) as db:
        tamper(db)

    with reopen(gevuld) as kluis:
        found = kluis.verify()

    assert any(tekst in melding for melding in found), found


def test_end_that_is_cut_off_while_it_is_open_is_found(gevuld: Path):
    with reopen(gevuld) as kluis:
        laatste = kluis.log_head().volg
        kluis._db.run("DELETE FROM logboek WHERE volg = ?", laatste)

        (melding,) = kluis.verify()
        assert melding.startswith(f"Logboek: het eind klopt niet; na regel {laatste - 1} ontbreekt iets")


def test_lines_cut_off_and_hidden_are_found_with_the_head_from_a_report(gevuld: Path):
    """Without a change of a dossier among them, nothing inside tells; the printed head does."""
    with reopen(gevuld) as kluis:
        afgedrukt = kluis.log_head()
    with open_database(gevuld) as db:
        db.run("DELETE FROM logboek WHERE volg = ?", afgedrukt.volg)
        db.run(
            "UPDATE instelling SET waarde = (SELECT json_array(volg, hash) FROM logboek"
            " ORDER BY volg DESC LIMIT 1) WHERE naam = 'kluis.logkop'"
        )

    with reopen(gevuld) as kluis:
        assert kluis.verify() == ()
        assert afgedrukt not in [LogKop(regel.volg, regel.hash) for regel in kluis.logboek()]


def test_changed_byte_on_disk_is_found(gevuld: Path):
    pad = gevuld / "dossiers.kluis"
    gaaf = pad.read_bytes()
    plaatsen = range(5_000, len(gaaf), 9_000)
    assert len(plaatsen) > 10
    for plaats in plaatsen:
        kapot = bytearray(gaaf)
        kapot[plaats] ^= 1
        pad.write_bytes(kapot)
        assert is_found(gevuld), plaats


def is_found(folder: Path) -> bool:
    """Tell whether damage is told at opening, or by looking."""
    try:
        with reopen(folder) as kluis:
            return kluis.verify() != ()
    except IntegriteitError:
        return True


def test_replaced_key_file_is_found_and_a_new_wachtwoord_puts_it_right(gevuld: Path):
    oud = (gevuld / "kluis.json").read_bytes()
    with reopen(gevuld) as kluis:
        kluis.new_herstelcode(WACHTWOORD, kdf=LICHT)
    (gevuld / "kluis.json").write_bytes(oud)

    with reopen(gevuld) as kluis:
        (melding,) = kluis.verify()
        assert "kluis.json is niet het bestand" in melding
        kluis.change_wachtwoord(WACHTWOORD, WACHTWOORD, kdf=LICHT)
        assert kluis.verify() == ()


@pytest.mark.parametrize("inhoud", [None, b"", b"{}"])
def test_key_file_that_is_damaged_while_it_is_open_is_found(gevuld: Path, inhoud: bytes | None):
    with reopen(gevuld) as kluis:
        (gevuld / "kluis.json").unlink()
        if inhoud is not None:
            (gevuld / "kluis.json").write_bytes(inhoud)

        (melding,) = kluis.verify()
        assert melding.startswith("Sleutelbestand: ")


def test_looking_changes_nothing(gevuld: Path):
    with reopen(gevuld) as kluis:
        voor = contents(gevuld)
        kluis.verify()
        assert contents(gevuld) == voor


def test_log_lines_are_a_chain_with_all_that_the_bio_asks(gevuld: Path):
    with reopen(gevuld) as kluis:
        regels = kluis.logboek()
        kop = kluis.log_head()

    assert [regel.volg for regel in regels] == list(range(1, len(regels) + 1))
    assert [regel.vorige for regel in regels] == [BEFORE_THE_FIRST, *(regel.hash for regel in regels[:-1])]
    assert kop == LogKop(regels[-1].volg, regels[-1].hash)
    assert all(regel.actor and regel.actie and regel.object and regel.resultaat for regel in regels)
    assert all(regel.oorsprong.startswith("indicatietool ") for regel in regels)


def test_only_the_kluis_logs_what_it_counts_by(kluis: Kluis):
    for actie in ("dossier wijziging", "verwijderd", "verzegeld", "origineel bewaard", "ingesteld"):
        with pytest.raises(ValueError, match="only the kluis itself"):
            kluis.log(actie, "2027-0001")


@pytest.mark.parametrize("naam", ["", "kluis.logkop", "a.b", "x" * 101, "a\0"])
def test_settings_of_the_kluis_itself_can_not_be_set(kluis: Kluis, naam: str):
    with pytest.raises(InvoerError, match="instelling"):
        kluis.set_setting(naam, 1)


def test_settings_stay(folder: Path, kluis: Kluis):
    kluis.set_setting("gemeente", {"code": "0505", "jaren": 15})
    kluis.set_setting("gemeente", {"code": "0505", "jaren": 20})
    kluis.close()

    with reopen(folder) as weer:
        assert weer.setting("gemeente") == {"code": "0505", "jaren": 20}
        assert weer.setting("bestaat-niet", 3) == 3
        assert weer.verify() == ()
