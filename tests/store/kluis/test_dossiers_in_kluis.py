"""Dossiers in the kluis: saved whole or not at all, with their history, found back by what is typed."""

import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kaart import Dossierkaart, DossierStatus, kaart_of
from indicatietool.domain.kluis import ONTBREEKT, GebeurtenisSoort, Json
from indicatietool.errors import (
    BezetError,
    ConflictError,
    IntegriteitError,
    InvoerError,
    NieuwereVersieError,
    OpslagError,
)
from indicatietool.store.kluis import Kluis
from indicatietool.store.kluis.inlezen import bare_kaart
from indicatietool.store.kluis.wijzigingen import apply, revert
from indicatietool.store.kluis.zoeken import query
from tests.builders import make_dossier, score
from tests.kluizen import WACHTWOORD
from tests.store.kluis.oud import contents, reopen

TEKST = "Hij zei: “<b>ja</b>”\n\t=1+1 & \\ % ' \" ; DROP TABLE dossier; -- é Łódź 👩‍👩‍👧 ‮ \u00ad"


def about(client: str, nummer: str = "2027-0001", **melding: object) -> Dossier:
    dossier = make_dossier(nummer=nummer)
    return dossier.with_changes(melding=type(dossier.melding)(client=client, **melding))


def put(kluis: Kluis, dossier: Dossier) -> None:
    kluis.begin(dossier, bare_kaart(dossier))


def test_dossier_comes_back_exactly_also_after_closing(folder: Path, kluis: Kluis):
    dossier = about(TEKST.replace("\n", " ")[:200], aanwezigen=TEKST)
    put(kluis, dossier)
    assert kluis.load(dossier.nummer) == dossier
    kluis.close()

    with reopen(folder) as weer:
        assert weer.load(dossier.nummer) == dossier
        assert weer.exists(dossier.nummer)
        assert not weer.exists("2027-0002")


def test_each_change_is_one_event_that_goes_forward_and_back(kluis: Kluis):
    eerste, tweede, derde = about("A"), about("B"), make_dossier(score(), score("eten", "B2"))
    put(kluis, eerste)
    assert kluis.save(tweede, bare_kaart(tweede), wat="cliënt", waarom="verschreven") == 2
    assert kluis.save(derde, bare_kaart(derde), soort=GebeurtenisSoort.ONGEDAAN, van=2) == 3

    begin, wijziging, ongedaan = kluis.history("2027-0001")
    assert (begin.soort, begin.volg, begin.actor) == (GebeurtenisSoort.BEGIN, 1, "consulent")
    assert begin.wijzigingen[0].oud is ONTBREEKT
    assert (wijziging.wat, wijziging.waarom, wijziging.van) == ("cliënt", "verschreven", None)
    assert [(w.pad, w.oud, w.nieuw) for w in wijziging.wijzigingen] == [(("melding", "client"), "A", "B")]
    assert (ongedaan.soort, ongedaan.van) == (GebeurtenisSoort.ONGEDAAN, 2)

    nu: Json = derde.model_dump(mode="json")
    for gebeurtenis, toen in ((ongedaan, tweede), (wijziging, eerste)):
        nu = revert(nu, gebeurtenis.wijzigingen)
        assert nu == toen.model_dump(mode="json")
    assert apply(None, begin.wijzigingen) == nu


def test_a_small_change_takes_little_room(kluis: Kluis):
    dossier = make_dossier(*(score(f"taak-{nummer}", observatie="o" * 800) for nummer in range(30)))
    put(kluis, dossier)
    taken = dossier.antwoorden.taken
    ander = make_dossier(*taken[:7], taken[7].model_copy(update={"blok": "O3"}), *taken[8:])
    kluis.save(ander, bare_kaart(ander))

    lengtes = [
        lengte for (lengte,) in kluis._db.rows("SELECT length(wijzigingen) FROM gebeurtenis ORDER BY volg")
    ]
    assert lengtes[0] > 24_000
    assert lengtes[1] < 100


def test_nothing_changed_is_no_event_and_writes_nothing(folder: Path, kluis: Kluis):
    dossier = about("A")
    put(kluis, dossier)
    voor, kop = contents(folder), kluis.log_head()

    assert kluis.save(dossier, bare_kaart(dossier)) == 1

    assert kluis.log_head() == kop
    assert contents(folder) == voor


def test_card_alone_can_change_without_an_event(kluis: Kluis):
    dossier = about("A")
    put(kluis, dossier)
    kaart = kaart_of(dossier, DossierStatus.COMPLEET, 240, 3, 3)

    assert kluis.save(dossier, kaart) == 1

    assert kluis.list()[0].kaart == kaart
    assert len(kluis.history(dossier.nummer)) == 1
    assert kluis.verify() == ()


def test_list_shows_the_last_changed_first(folder: Path):
    tik = count()
    with Kluis.unlock(
        folder, WACHTWOORD, clock=lambda: datetime(2027, 1, 4, tzinfo=UTC) + timedelta(minutes=next(tik))
    ) as kluis:
        for nummer in ("2027-0001", "2027-0002", "2027-0003"):
            put(kluis, about("A", nummer))
        tweede = about("B", "2027-0002")
        kluis.save(tweede, bare_kaart(tweede))

        assert [regel.kaart.nummer for regel in kluis.list()] == ["2027-0002", "2027-0003", "2027-0001"]
        assert {regel.fout for regel in kluis.list()} == {""}


def test_damaged_card_is_listed_with_its_nummer(kluis: Kluis):
    put(kluis, about("A"))
    kluis._db.run("UPDATE dossier SET kaart = '{'")

    (regel,) = kluis.list()
    assert regel.kaart == Dossierkaart(nummer="2027-0001")
    assert "beschadigd" in regel.fout


def test_unknown_dossier_is_told(kluis: Kluis):
    dossier = about("A")
    for use in (
        lambda: kluis.load("2027-0001"),
        lambda: kluis.history("2027-0001"),
        lambda: kluis.save(dossier, bare_kaart(dossier)),
        lambda: kluis.delete("2027-0001", "dubbel"),
        lambda: kluis.reopen("2027-0001", bare_kaart(dossier), "fout"),
        lambda: kluis.seal(dossier, bare_kaart(dossier), b"kader", {}),
    ):
        with pytest.raises(InvoerError, match="Dossier 2027-0001 staat niet in de kluis"):
            use()
    assert [regel.actie for regel in kluis.logboek()] == ["gemaakt", "geopend"]


def test_nummer_is_used_once(kluis: Kluis):
    put(kluis, about("A"))

    with pytest.raises(ConflictError, match="Er is al een dossier 2027-0001"):
        put(kluis, about("B"))
    assert kluis.load("2027-0001").melding.client == "A"


def test_next_nummer_is_never_one_that_was_deleted(folder: Path, kluis: Kluis):
    assert kluis.next_nummer(2027) == "2027-0001"
    for nummer in ("2027-0001", "2027-0007", "2026-0002", "oud-dossier"):
        put(kluis, about("A", nummer))
    kluis.delete("2027-0007", "dubbel")
    kluis.close()

    with reopen(folder) as weer:
        assert weer.next_nummer(2027) == "2027-0008"
        assert weer.next_nummer(2026) == "2026-0003"
        assert weer.next_nummer(2028) == "2028-0001"
        assert weer.verify() == ()


def test_practice_and_real_never_mix(kluis: Kluis, tmp_path: Path):
    echt, oefening = about("A"), about("A").with_changes(oefening=True)

    with pytest.raises(InvoerError, match="hoort in de oefenkluis"):
        put(kluis, oefening)
    with Kluis.create_oefen(tmp_path / "oefen") as oefen:
        with pytest.raises(InvoerError, match="alleen voor oefengevallen"):
            put(oefen, echt)
        put(oefen, oefening)
        assert oefen.load(oefening.nummer) == oefening
        put(kluis, echt)
        with pytest.raises(InvoerError, match="hoort in de oefenkluis"):
            kluis.save(oefening, bare_kaart(oefening))


def test_deleted_dossier_leaves_no_trace_but_the_log(folder: Path, kluis: Kluis):
    put(kluis, about("Kanarie"))
    put(kluis, about("Ander", "2027-0002"))
    kluis.delete("2027-0001", "bewaartermijn voorbij")

    assert not kluis.exists("2027-0001")
    assert [regel.kaart.nummer for regel in kluis.list()] == ["2027-0002"]
    assert kluis.search("kanarie") == ()
    for tabel in ("inhoud", "gebeurtenis", "zegel", "herkomst", "kader"):
        rijen = str(kluis._db.rows(f"SELECT * FROM {tabel}"))
        assert "2027-0001" not in rijen
        assert "Kanarie" not in rijen
    laatste = kluis.logboek()[-1]
    assert (laatste.actie, laatste.object, laatste.resultaat) == (
        "verwijderd",
        "2027-0001",
        "bewaartermijn voorbij",
    )
    assert kluis.verify() == ()


def test_log_holds_no_value_of_a_field(kluis: Kluis):
    put(kluis, about("Kanarie"))
    dossier = about("Kanarie", zaaknummer="Z-Kanarie")
    kluis.save(dossier, bare_kaart(dossier), wat="zaaknummer Kanarie", waarom="Kanarie")

    assert "anarie" not in str(kluis._db.rows("SELECT * FROM logboek"))


def test_dossier_of_a_newer_program_is_refused_and_a_damaged_one_too(kluis: Kluis):
    put(kluis, about("A"))
    kluis._db.run("""UPDATE inhoud SET inhoud = '{"formaat": 99}'""")
    with pytest.raises(NieuwereVersieError, match="van een nieuwere versie"):
        kluis.load("2027-0001")

    for inhoud in ("{", "[]", '{"formaat": 1}', '{"formaat": 1, "nummer": "A B"}'):
        kluis._db.run("UPDATE inhoud SET inhoud = ?", inhoud)
        with pytest.raises(IntegriteitError, match="Dossier 2027-0001: Dit dossier is beschadigd"):
            kluis.load("2027-0001")


@pytest.mark.parametrize("tekst", ["a\0b", "\ud800", "\x1b[31m", "x" * 20_001], ids=range(4))
def test_reason_that_is_no_text_is_refused_and_nothing_is_saved(kluis: Kluis, tekst: str):
    put(kluis, about("A"))
    ander = about("B")

    with pytest.raises(InvoerError, match="De reden"):
        kluis.save(ander, bare_kaart(ander), waarom=tekst)

    assert kluis.load("2027-0001").melding.client == "A"
    assert len(kluis.history("2027-0001")) == 1
    assert kluis.verify() == ()


def test_full_disk_is_told_and_the_next_try_succeeds(kluis: Kluis):
    put(kluis, about("A"))
    groot = about("B", aanwezigen="groot " * 3_000)
    paginas = kluis._db.value("PRAGMA page_count")
    kluis._db.run(f"PRAGMA max_page_count = {paginas}")

    with pytest.raises(OpslagError, match="De schijf is vol") as geval:
        kluis.save(groot, bare_kaart(groot))
    assert geval.value.exit_code == 5
    assert kluis.load("2027-0001").melding.client == "A"
    assert kluis.verify() == ()

    kluis._db.run("PRAGMA max_page_count = 1000000")
    assert kluis.save(groot, bare_kaart(groot)) == 2
    assert kluis.load("2027-0001") == groot
    assert kluis.verify() == ()


def test_failed_save_lets_nobody_else_in(folder: Path, kluis: Kluis):
    put(kluis, about("A"))
    kluis._db.run(f"PRAGMA max_page_count = {kluis._db.value('PRAGMA page_count')}")
    groot = about("B", aanwezigen="groot " * 3_000)
    with pytest.raises(OpslagError):
        kluis.save(groot, bare_kaart(groot))

    with pytest.raises(BezetError):
        reopen(folder)


def test_threads_take_turns(kluis: Kluis):
    for nummer in range(1, 5):
        put(kluis, about("A", f"2027-000{nummer}"))
    fouten = []

    def work(nummer: str) -> None:
        try:
            for keer in range(10):
                dossier = about(f"{keer}", nummer)
                kluis.save(dossier, bare_kaart(dossier))
                kluis.list()
                kluis.search("a")
        except Exception as error:
            fouten.append(error)

    draden = [threading.Thread(target=work, args=(f"2027-000{nummer}",)) for nummer in range(1, 5)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert fouten == []
    assert kluis.verify() == ()
    assert kluis.log_head().volg == 2 + 4 + 40


# searching


@pytest.fixture(scope="module")
def gevuld(lege_kluis: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kluis]:
    with reopen(shutil.copytree(lege_kluis, tmp_path_factory.mktemp("gevuld") / "kluis")) as kluis:
        fill(kluis)
        yield kluis


def fill(kluis: Kluis) -> None:
    put(kluis, about("Łukasz de Boer", "2027-0001", zaaknummer="Z/2027-114", gemeente="0505"))
    put(kluis, about("José van den Berg-Ölmez", "2027-0002", zaaknummer="AB 12"))
    put(kluis, about("D'Angelo “Rood”", "2027-0003"))


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("lukasz", {"2027-0001"}),
        ("ŁUK", {"2027-0001"}),
        ("b", {"2027-0001", "2027-0002"}),
        ("boer lu", {"2027-0001"}),
        ("olm jose", {"2027-0002"}),
        ("berg-ö", {"2027-0002"}),
        ("2027-0003", {"2027-0003"}),
        ("0003", {"2027-0003"}),
        ("z/2027-1", {"2027-0001"}),
        ("0505", {"2027-0001"}),
        ("d'ang", {"2027-0003"}),
        ("ukasz", set()),
        ("boer berg", set()),
        ("", set()),
        (" - ", set()),
        ('"', set()),
        ("NEAR(b", set()),
        ("b OR x", set()),
        ("nummer:2027", set()),
        ("*", set()),
        ("b*", {"2027-0001", "2027-0002"}),
        ("bo\0er", set()),
        ("\ud800", set()),
    ],
)
def test_search_finds_the_words_that_begin_so(gevuld: Kluis, tekst: str, gevonden: set[str]):
    assert set(gevuld.search(tekst)) == gevonden


@given(st.text(max_size=40))
def test_every_text_makes_a_query_that_is_quoted(tekst: str):
    parts = query(tekst).split(" ") if query(tekst) else []

    assert all(part[0] == '"' and part[-2:] == '"*' and part[1:-2].isalnum() for part in parts)


def test_search_follows_a_changed_name(kluis: Kluis):
    fill(kluis)
    dossier = about("Pieters", "2027-0001")
    kluis.save(dossier, bare_kaart(dossier))

    assert kluis.search("lukasz") == ()
    assert kluis.search("piet") == ("2027-0001",)
