"""The dossiers of before come in whole, once, and their plain files go; what is odd stays and is named."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kaart import DossierStatus, kaart_of
from indicatietool.domain.kluis import GebeurtenisSoort, ImportVerslag
from indicatietool.errors import IntegriteitError, OpslagError
from indicatietool.store.dossiers import dossier_to_json
from indicatietool.store.kluis import Kluis, inlezen
from indicatietool.store.kluis.inlezen import bare_kaart
from tests.builders import make_dossier, score
from tests.store.kluis.oud import contents, reopen


@pytest.fixture
def losse(tmp_path: Path) -> Path:
    """The folder with plain files."""
    (tmp_path / "dossiers").mkdir()
    return tmp_path / "dossiers"


def write(losse: Path, dossier: Dossier, naam: str = "") -> bytes:
    """Write a dossier as the first program did; return the bytes."""
    inhoud = dossier_to_json(dossier)
    (losse / (naam or f"{dossier.nummer}.json")).write_bytes(inhoud)
    return inhoud


def test_dossiers_come_in_and_their_files_go(losse: Path, kluis: Kluis):
    een, twee = make_dossier(), make_dossier(score(), nummer="2027-0002")
    bytes_een = write(losse, een)
    write(losse, twee)
    os.utime(losse / "2027-0001.json", (0, datetime(2026, 1, 24, 10, tzinfo=UTC).timestamp()))

    verslag = kluis.import_json(losse)

    assert verslag == ImportVerslag(ingelezen=("2027-0001", "2027-0002"))
    assert list(losse.iterdir()) == []
    assert kluis.load("2027-0001") == een
    assert kluis.load("2027-0002") == twee
    assert kluis.original("2027-0001") == bytes_een
    assert kluis.list()[1].gewijzigd == datetime(2026, 1, 24, 10, tzinfo=UTC)
    assert kluis.history("2027-0001")[0].soort is GebeurtenisSoort.INGELEZEN
    assert kluis.next_nummer(2027) == "2027-0003"
    assert kluis.verify() == ()


def test_card_is_made_by_who_knows_the_kader(losse: Path, kluis: Kluis):
    write(losse, make_dossier())

    kluis.import_json(losse, lambda dossier: kaart_of(dossier, DossierStatus.COMPLEET, 240, 1, 1))

    assert kluis.list()[0].kaart.minuten_per_maand == 240


def test_file_of_the_first_format_comes_in_as_it_was(losse: Path, kluis: Kluis):
    inhoud = (
        '{"formaat": 1, "nummer": "2026-0009", "oefening": false, "gemaakt": "2026-11-22",\n'
        '  "kader": {"id": "klein", "versie": "1", "sha256": null}, "melding": {"client": "Łukasz"}}\n'
    ).encode()
    (losse / "2026-0009.json").write_bytes(inhoud)

    assert kluis.import_json(losse).ingelezen == ("2026-0009",)
    assert kluis.load("2026-0009").melding.client == "Łukasz"
    assert kluis.original("2026-0009") == inhoud


def test_taken_nummer_gives_way_to_a_new_one(losse: Path, kluis: Kluis):
    eigen = make_dossier()
    kluis.begin(eigen, bare_kaart(eigen))
    los = make_dossier(score())
    write(losse, los)

    verslag = kluis.import_json(losse)

    assert verslag.hernummerd == (("2027-0001", "2027-0002"),)
    assert kluis.load("2027-0001") == eigen
    assert kluis.load("2027-0002") == los.with_changes(nummer="2027-0002")
    assert kluis.verify() == ()


STAY: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "leeg": ("2027-0005.json", lambda p: p.write_bytes(b""), "leeg"),
    "half": (
        "2027-0005.json",
        lambda p: p.write_bytes(dossier_to_json(make_dossier())[:200]),
        "klopt de JSON",
    ),
    "geen utf-8": ("2027-0005.json", lambda p: p.write_bytes(b"\xff\xff"), "geen UTF-8"),
    "dubbele sleutel": (
        "2027-0005.json",
        lambda p: p.write_bytes(b'{"formaat": 1, "formaat": 1}'),
        "staat er twee keer",
    ),
    "nieuwer": ("2027-0005.json", lambda p: p.write_bytes(b'{"formaat": 99}'), "nieuwere versie"),
    "onbekend veld": (
        "2027-0001.json",
        lambda p: p.write_bytes(dossier_to_json(make_dossier()).replace(b'"gebleven"', b'"x"')),
        "kent dit formaat niet",
    ),
    "te groot": ("2027-0005.json", lambda p: p.write_bytes(b" " * 4_000_001), "groter dan 4 MB"),
    "andere naam": (
        "kopie.json",
        lambda p: p.write_bytes(dossier_to_json(make_dossier())),
        "heet anders dan het nummer",
    ),
    "geen json": ("brief.txt", lambda p: p.write_text("Beste"), "geen dossier van de indicatietool"),
    "verborgen": (".2027-0001.json.tmp", lambda p: p.write_text("{}"), "geen dossier van de indicatietool"),
    "map": ("2027-0005.json", lambda p: p.mkdir(), "geen dossier van de indicatietool"),
    "link": ("2027-0005.json", lambda p: p.symlink_to("/etc/passwd"), "geen dossier van de indicatietool"),
}


@pytest.mark.parametrize("wat", STAY)
def test_what_is_odd_stays_and_is_named_and_the_rest_comes_in(losse: Path, kluis: Kluis, wat: str):
    goed = make_dossier(nummer="2027-0007")
    write(losse, goed)
    naam, make, tekst = STAY[wat]
    make(losse / naam)

    verslag = kluis.import_json(losse)

    assert verslag.ingelezen == ("2027-0007",)
    ((gebleven, reden),) = verslag.gebleven
    assert gebleven == naam
    assert tekst in reden
    assert [pad.name for pad in losse.iterdir()] == [naam]
    assert kluis.verify() == ()


def test_practice_case_waits_for_the_oefenkluis(losse: Path, kluis: Kluis, tmp_path: Path):
    echt, oefening = make_dossier(), make_dossier(nummer="2027-0002").with_changes(oefening=True)
    write(losse, echt)
    write(losse, oefening)

    with Kluis.create_oefen(tmp_path / "oefen") as oefen:
        uit_oefen = oefen.import_json(losse)
        assert uit_oefen.ingelezen == ("2027-0002",)
        assert [naam for naam, _ in uit_oefen.gebleven] == ["2027-0001.json"]
        assert oefen.load("2027-0002") == oefening
    write(losse, oefening)
    assert kluis.import_json(losse) == ImportVerslag(ingelezen=("2027-0001",), oefening=("2027-0002.json",))


@pytest.mark.parametrize("plek", ["weg", "leeg"])
def test_nothing_to_read_in_is_no_error(kluis: Kluis, tmp_path: Path, plek: str):
    (tmp_path / "leeg").mkdir()

    assert kluis.import_json(tmp_path / plek) == ImportVerslag()


def test_import_that_was_cut_off_before_the_files_went_is_finished_the_next_time(losse: Path, kluis: Kluis):
    inhoud = write(losse, make_dossier())
    kluis.import_json(losse)
    (losse / "2027-0001.json").write_bytes(inhoud)

    assert kluis.import_json(losse) == ImportVerslag(ingelezen=("2027-0001",))

    assert list(losse.iterdir()) == []
    assert len(kluis.list()) == 1
    assert kluis.verify() == ()


def test_one_that_does_not_come_back_equal_stops_it_all_and_every_file_stays(
    losse: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    write(losse, make_dossier())
    write(losse, make_dossier(nummer="2027-0002"))
    voor = contents(losse)
    with reopen(folder) as kluis:
        with monkeypatch.context() as patch:
            patch.setattr(inlezen.dossiers, "load", lambda *_: make_dossier(nummer="x"))
            with pytest.raises(IntegriteitError, match="komt niet hetzelfde terug"):
                kluis.import_json(losse)

        assert contents(losse) == voor
        assert kluis.list() == ()
        assert kluis.verify() == ()


def test_full_disk_stops_it_all_and_every_file_stays(losse: Path, kluis: Kluis):
    write(losse, make_dossier())
    groot = make_dossier(*(score(f"t-{nummer}", observatie="o" * 9_000) for nummer in range(20)))
    write(losse, groot.with_changes(nummer="2027-0002"))
    voor = contents(losse)
    kluis._db.run(f"PRAGMA max_page_count = {kluis._db.value('PRAGMA page_count') + 8}")

    with pytest.raises(OpslagError, match="vol"):
        kluis.import_json(losse)

    assert contents(losse) == voor
    assert kluis.list() == ()


def test_file_that_changes_meanwhile_stays(losse: Path, kluis: Kluis):
    write(losse, make_dossier())

    def while_reading(dossier: Dossier) -> object:
        write(losse, make_dossier(score()))
        return bare_kaart(dossier)

    verslag = kluis.import_json(losse, while_reading)  # type: ignore[arg-type]

    assert [naam for naam, _ in verslag.gebleven] == ["2027-0001.json"]
    assert (losse / "2027-0001.json").exists()


def test_file_that_can_not_be_removed_is_named(losse: Path, kluis: Kluis, monkeypatch: pytest.MonkeyPatch):
    write(losse, make_dossier())

    def stuck(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(inlezen.Path, "unlink", stuck)
    verslag = kluis.import_json(losse)

    assert verslag.ingelezen == ("2027-0001",)
    assert "Haal het zelf weg" in verslag.gebleven[0][1]
