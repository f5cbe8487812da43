"""A kluis of an earlier program is brought up to date after a copy, or stays as it was."""

from pathlib import Path

import pytest

from indicatietool.errors import NieuwereVersieError, OpslagError
from indicatietool.store.kluis import Kluis, kopieen, migraties
from indicatietool.store.kluis.inlezen import bare_kaart
from tests.builders import make_dossier
from tests.kluizen import WACHTWOORD
from tests.store.kluis.oud import contents, make_version_0, open_database, reopen


@pytest.fixture
def oud(tmp_path: Path) -> Path:
    make_version_0(tmp_path / "oud")
    return tmp_path / "oud"


def test_older_kluis_opens_with_all_its_dossiers_and_can_seal(oud: Path):
    with reopen(oud) as kluis:
        assert kluis.verify() == ()
        assert kluis.load("2027-0001") == make_dossier()
        assert len(kluis.list()) == 2
        kluis.seal(make_dossier(), bare_kaart(make_dossier()), b"kader", {})
        assert kluis.verify() == ()
        assert "kluis van versie 0 naar 1" in [
            regel.object for regel in kluis.logboek() if regel.actie == "bijgewerkt"
        ]


def test_copy_is_made_first_and_holds_the_older_kluis(oud: Path):
    reopen(oud).close()

    (kopie,) = Kluis.copies(oud)
    with open_database(oud / "kopieen" / kopie.naam) as db:
        assert db.version() == 0
        assert db.rows("SELECT name FROM sqlite_master WHERE name = 'zegel'") == []


def test_older_copy_can_be_put_back(oud: Path):
    reopen(oud).close()
    (kopie,) = Kluis.copies(oud)

    with Kluis.restore(oud, kopie, WACHTWOORD) as kluis:
        assert kluis.verify() == ()
        assert len(kluis.list()) == 2
    with open_database(oud / "kopieen" / kopie.naam) as db:
        assert db.version() == 0, "the copy itself stays as it was"


def test_step_that_fails_halfway_leaves_the_older_kluis(oud: Path, monkeypatch: pytest.MonkeyPatch):
    kapot = (migraties.STAPPEN[0], (*migraties.STAPPEN[1], "INSERT INTO bestaat_niet VALUES(1)"))
    with monkeypatch.context() as patch:
        patch.setattr(migraties, "STAPPEN", kapot)
        with pytest.raises(Exception, match="beschadigd"):
            reopen(oud)

    with open_database(oud) as db:
        assert db.version() == 0
        assert db.rows("SELECT name FROM sqlite_master WHERE name = 'zegel'") == []
    with reopen(oud) as kluis:
        assert kluis.verify() == ()


def test_without_room_for_a_copy_nothing_is_changed(oud: Path, monkeypatch: pytest.MonkeyPatch):
    def no_room(*_: object) -> None:
        raise OpslagError("De schijf is vol.")

    monkeypatch.setattr(kopieen, "copy", no_room)
    voor = contents(oud)

    with pytest.raises(OpslagError):
        reopen(oud)
    assert contents(oud) == voor


def test_newer_kluis_is_refused_by_the_program_of_before(oud: Path, monkeypatch: pytest.MonkeyPatch):
    reopen(oud).close()
    voor = contents(oud)
    monkeypatch.setattr(migraties, "SCHEMA", 0)

    with pytest.raises(NieuwereVersieError):
        reopen(oud)
    assert contents(oud) == voor


def test_new_kluis_has_the_same_tables_as_one_that_was_brought_up_to_date(oud: Path, folder: Path):
    reopen(oud).close()

    with open_database(oud) as bijgewerkt, open_database(folder) as nieuw:
        assert migraties.tables(bijgewerkt) == migraties.tables(nieuw) == migraties.expected_tables()
