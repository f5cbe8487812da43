"""Copies open on their own; the right ones are kept; putting one back keeps what was there."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from indicatietool.domain.kluis import Kopie
from indicatietool.errors import (
    BezetError,
    IndicatietoolError,
    IntegriteitError,
    InvoerError,
    NieuwereVersieError,
    OpslagError,
    WachtwoordError,
)
from indicatietool.store import atomic
from indicatietool.store.kluis import Kluis, kopieen, terugzetten
from indicatietool.store.kluis.inlezen import bare_kaart
from indicatietool.store.kluis.plaats import NOTE
from tests.builders import make_dossier, score
from tests.kluizen import LICHT, WACHTWOORD, make_kluis
from tests.store.kluis.oud import contents, open_database, reopen

ANDER = "kabouter zolder pannenkoek trein regen"
TOEN, NU = make_dossier(), make_dossier(score())


@pytest.fixture
def gekopieerd(folder: Path) -> Path:
    """A closed kluis that changed after its copy was made."""
    with reopen(folder) as kluis:
        kluis.begin(TOEN, bare_kaart(TOEN))
        kluis.copy()
        kluis.save(NU, bare_kaart(NU))
    return folder


def only_copy(folder: Path) -> Kopie:
    (kopie,) = (kopie for kopie in Kluis.copies(folder) if not kopie.is_opzij)
    return kopie


def test_copy_opens_on_its_own(gekopieerd: Path, tmp_path: Path):
    elders = shutil.copytree(gekopieerd / "kopieen" / only_copy(gekopieerd).naam, tmp_path / "stick")
    assert {pad.name for pad in elders.iterdir()} == {"dossiers.kluis", "kluis.json"}

    with reopen(elders) as kluis:
        assert kluis.verify() == ()
        assert kluis.load(TOEN.nummer) == TOEN


def test_copy_is_for_this_user_only_and_named_after_its_moment(gekopieerd: Path):
    kopie = only_copy(gekopieerd)

    assert kopie.moment.strftime("%Y%m%dT%H%M%SZ") == kopie.naam
    assert kopie.omvang > 30_000
    if os.name == "posix":
        pad = gekopieerd / "kopieen" / kopie.naam
        assert pad.stat().st_mode & 0o777 == 0o700
        assert {bestand.stat().st_mode & 0o777 for bestand in pad.iterdir()} == {0o600}


def test_two_copies_within_a_second_both_stay_in_order(folder: Path):
    dag = datetime(2027, 1, 4, 9, 30, tzinfo=UTC)
    with Kluis.unlock(folder, WACHTWOORD, clock=lambda: dag) as kluis:
        namen = [kluis.copy().name for _ in range(3)]

    assert namen == ["20270104T093000Z", "20270104T093000Z-2", "20270104T093000Z-3"]
    assert [kopie.naam for kopie in Kluis.copies(folder)] == namen[::-1]


def test_copy_that_was_cut_off_is_never_taken_for_one_and_goes_at_the_next_opening(folder: Path):
    half = folder / "kopieen" / ".20270104T093000Z.tmp"
    half.mkdir(parents=True)
    (half / "dossiers.kluis").write_bytes(b"half")
    (folder / "kopieen" / "iets anders").mkdir()

    assert Kluis.copies(folder) == ()
    reopen(folder).close()
    assert not half.exists()
    assert (folder / "kopieen" / "iets anders").exists()


def test_copy_without_room_leaves_nothing_and_the_kluis_goes_on(
    folder: Path, kluis: Kluis, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(kopieen.os, "fsync", full)
        with pytest.raises(OpslagError, match="schijf is vol") as geval:
            kluis.copy()

    assert geval.value.exit_code == 5
    assert list((folder / "kopieen").iterdir()) == []
    kluis.begin(TOEN, bare_kaart(TOEN))
    kluis.copy()
    assert kluis.verify() == ()


def test_kept_are_the_last_ten_and_one_a_week_for_eight_weeks(folder: Path):
    begin = datetime(2027, 1, 4, 12, tzinfo=UTC)
    for dag in range(100):
        kopie = folder / "kopieen" / (begin + timedelta(days=dag)).strftime("%Y%m%dT%H%M%SZ")
        kopie.mkdir(parents=True)
        (kopie / "kluis.json").write_bytes(b"x")
    opzij = [f"{begin + timedelta(days=dag):%Y%m%dT%H%M%SZ}-opzij" for dag in (0, 30, 90)]
    for naam in opzij:
        (folder / "kopieen" / naam).mkdir()

    kopieen.rotate(folder)

    over = Kluis.copies(folder)
    gewoon = [kopie.moment for kopie in over if not kopie.is_opzij]
    laatste = [begin + timedelta(days=dag) for dag in range(99, 89, -1)]
    assert gewoon[:10] == laatste
    weken = {moment.isocalendar()[:2] for moment in gewoon}
    assert len(weken) == 8
    assert gewoon[10:] == [moment for moment in gewoon[10:] if moment.isoweekday() == 7], (
        "the last of its week"
    )
    assert len(gewoon) == 10 + 5, "three of the eight weeks are among the last ten"
    assert [kopie.naam for kopie in over if kopie.is_opzij] == [opzij[2]]


def test_last_state_that_was_put_aside_stays_however_old(folder: Path):
    for naam in ("20200101T000000Z-opzij", "20200102T000000Z-opzij", "20270101T000000Z"):
        (folder / "kopieen" / naam).mkdir(parents=True)

    kopieen.rotate(folder)

    assert [kopie.naam for kopie in Kluis.copies(folder)] == ["20270101T000000Z", "20200102T000000Z-opzij"]


# putting one back


def test_copy_takes_the_place_of_the_kluis_and_what_was_there_is_put_aside(gekopieerd: Path):
    with Kluis.restore(gekopieerd, only_copy(gekopieerd), WACHTWOORD) as kluis:
        assert kluis.load(TOEN.nummer) == TOEN
        assert kluis.verify() == ()
        assert kluis.logboek()[-1].actie == "teruggezet"
    with reopen(gekopieerd) as kluis:
        assert kluis.load(TOEN.nummer) == TOEN

    (opzij,) = (kopie for kopie in Kluis.copies(gekopieerd) if kopie.is_opzij)
    with Kluis.restore(gekopieerd, opzij, WACHTWOORD) as kluis:
        assert kluis.load(TOEN.nummer) == NU
        assert kluis.verify() == ()
    assert len(list(gekopieerd.glob("dossiers*.kluis"))) == 1
    assert not (gekopieerd / NOTE).exists()


def test_nummers_that_were_used_after_the_copy_are_not_given_out_again(gekopieerd: Path):
    with reopen(gekopieerd) as kluis:
        later = make_dossier(nummer="2027-0008")
        kluis.begin(later, bare_kaart(later))

    with Kluis.restore(gekopieerd, only_copy(gekopieerd), WACHTWOORD) as kluis:
        assert not kluis.exists("2027-0008")
        assert kluis.next_nummer(2027) == "2027-0009"
        assert kluis.verify() == ()


def test_wachtwoord_of_now_opens_a_copy_of_before_and_stays(gekopieerd: Path):
    with reopen(gekopieerd) as kluis:
        kluis.change_wachtwoord(WACHTWOORD, ANDER, kdf=LICHT)

    Kluis.restore(gekopieerd, only_copy(gekopieerd), ANDER).close()

    with Kluis.unlock(gekopieerd, ANDER) as kluis:
        assert kluis.load(TOEN.nummer) == TOEN
        assert kluis.verify() == ()
    with pytest.raises(WachtwoordError):
        Kluis.unlock(gekopieerd, WACHTWOORD)


def test_wachtwoord_of_before_opens_the_copy_when_that_of_now_is_forgotten(gekopieerd: Path):
    with reopen(gekopieerd) as kluis:
        kluis.change_wachtwoord(WACHTWOORD, ANDER, kdf=LICHT)

    Kluis.restore(gekopieerd, only_copy(gekopieerd), WACHTWOORD).close()

    with reopen(gekopieerd) as kluis:
        assert kluis.verify() == ()


def test_herstelcode_puts_a_copy_back_too(tmp_path: Path):
    kluis, code = Kluis.create(tmp_path / "kluis", WACHTWOORD, kdf=LICHT)
    with kluis:
        kopie = kluis.copy()
    shutil.move(kopie, tmp_path / "stick")
    shutil.rmtree(tmp_path / "kluis")

    with Kluis.restore(tmp_path / "kluis", tmp_path / "stick", code) as weer:
        assert weer.verify() == ()


def test_wrong_wachtwoord_changes_nothing(gekopieerd: Path):
    voor = contents(gekopieerd)

    for wachtwoord in (ANDER, "", "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"):
        with pytest.raises(WachtwoordError):
            Kluis.restore(gekopieerd, only_copy(gekopieerd), wachtwoord)
    assert contents(gekopieerd) == voor


def test_open_kluis_is_not_replaced(gekopieerd: Path):
    with reopen(gekopieerd) as kluis:
        with pytest.raises(BezetError):
            Kluis.restore(gekopieerd, only_copy(gekopieerd), WACHTWOORD)
        assert kluis.verify() == ()


def _flip(pad: Path, plaats: int) -> None:
    inhoud = bytearray(pad.read_bytes())
    inhoud[plaats] ^= 1
    pad.write_bytes(inhoud)


@pytest.mark.parametrize(
    ("damage", "kind", "tekst"),
    [
        (lambda k: _flip(k / "dossiers.kluis", 9_000), IntegriteitError, "Deze kopie is beschadigd"),
        (lambda k: _flip(k / "dossiers.kluis", 10), IntegriteitError, "Deze kopie is beschadigd"),
        (lambda k: _flip(k / "kluis.json", 100), IntegriteitError, "Deze kopie is beschadigd"),
        (lambda k: (k / "kluis.json").unlink(), IntegriteitError, "Deze kopie is beschadigd"),
        (lambda k: (k / "dossiers.kluis").unlink(), IntegriteitError, "Deze kopie is beschadigd"),
        (lambda k: (k / "dossiers.kluis").write_bytes(b""), IntegriteitError, "Deze kopie is beschadigd"),
        (lambda k: shutil.rmtree(k), InvoerError, "geen kopie van een kluis"),
    ],
    ids=range(7),
)
def test_damaged_copy_is_refused_and_the_kluis_is_as_it_was(
    gekopieerd: Path, damage: Callable[[Path], object], kind: type[IndicatietoolError], tekst: str
):
    kopie = only_copy(gekopieerd)
    damage(gekopieerd / "kopieen" / kopie.naam)
    voor = contents(gekopieerd)

    with pytest.raises(kind, match=tekst):
        Kluis.restore(gekopieerd, kopie, WACHTWOORD)

    assert contents(gekopieerd) == voor


def test_copy_with_a_tampered_dossier_is_refused(gekopieerd: Path):
    kopie = only_copy(gekopieerd)
    with open_database(gekopieerd / "kopieen" / kopie.naam) as db:
        db.run("UPDATE inhoud SET inhoud = replace(inhoud, 'klein', 'groot')")

    with pytest.raises(IntegriteitError, match="Deze kopie is beschadigd"):
        Kluis.restore(gekopieerd, kopie, WACHTWOORD)


def test_copy_of_a_newer_program_is_refused(gekopieerd: Path):
    kopie = only_copy(gekopieerd)
    with open_database(gekopieerd / "kopieen" / kopie.naam) as db, db.transaction():
        db.set_version(99)

    with pytest.raises(NieuwereVersieError):
        Kluis.restore(gekopieerd, kopie, WACHTWOORD)
    with reopen(gekopieerd) as kluis:
        assert kluis.load(TOEN.nummer) == NU


def test_copy_that_can_not_make_room_is_still_a_copy(kluis: Kluis, monkeypatch: pytest.MonkeyPatch):
    def stuck(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    for dag in range(1, 13):
        (kluis.folder / "kopieen" / f"202601{dag:02d}T000000Z").mkdir(parents=True)
    monkeypatch.setattr(kopieen, "_remove", stuck)

    assert kluis.copy().is_dir()
    assert len(Kluis.copies(kluis.folder)) == 13


@pytest.mark.parametrize("damage", ["kluis.json", "dossiers.kluis", "allebei", "map"])
def test_damaged_kluis_is_mended_with_a_copy(gekopieerd: Path, tmp_path: Path, damage: str):
    kopie = shutil.copytree(gekopieerd / "kopieen" / only_copy(gekopieerd).naam, tmp_path / "stick")
    match damage:
        case "map":
            shutil.rmtree(gekopieerd)
        case "allebei":
            (gekopieerd / "kluis.json").unlink()
            (gekopieerd / "dossiers.kluis").unlink()
        case naam:
            (gekopieerd / naam).write_bytes(b"stuk")

    with Kluis.restore(gekopieerd, kopie, WACHTWOORD) as kluis:
        assert kluis.load(TOEN.nummer) == TOEN
        assert kluis.verify() == ()
    reopen(gekopieerd).close()


def test_copy_of_another_kluis_takes_its_place_with_its_own_wachtwoord(gekopieerd: Path, tmp_path: Path):
    ander, _ = Kluis.create(tmp_path / "ander", ANDER, kdf=LICHT)
    with ander:
        kopie = ander.copy()

    with Kluis.restore(gekopieerd, kopie, ANDER) as kluis:
        assert kluis.list() == ()
        assert kluis.verify() == ()
    with pytest.raises(WachtwoordError):
        reopen(gekopieerd)
    (opzij,) = (kopie for kopie in Kluis.copies(gekopieerd) if kopie.is_opzij)
    with Kluis.restore(gekopieerd, opzij, WACHTWOORD) as kluis:
        assert kluis.load(TOEN.nummer) == NU


def test_oefenkluis_and_kluis_can_not_replace_each_other(gekopieerd: Path, tmp_path: Path):
    with Kluis.create_oefen(tmp_path / "oefen") as oefen:
        kopie = oefen.copy()
    Kluis.restore(tmp_path / "oefen", kopie, "").close()

    with pytest.raises(InvoerError, match="niet elkaars plaats innemen"):
        Kluis.restore(gekopieerd, kopie, WACHTWOORD)


@pytest.mark.parametrize("stap", ["put_aside", "_note_restore", "write_keys"])
def test_full_disk_while_putting_back_leaves_the_kluis(
    gekopieerd: Path, monkeypatch: pytest.MonkeyPatch, stap: str
):
    def full(*_: object, **__: object) -> None:
        raise OpslagError("De schijf is vol.")

    with monkeypatch.context() as patch:
        patch.setattr(terugzetten if stap != "put_aside" else kopieen, stap, full)
        with pytest.raises(OpslagError, match="vol"):
            Kluis.restore(gekopieerd, only_copy(gekopieerd), WACHTWOORD)

    assert [pad.name for pad in gekopieerd.glob("dossiers*.kluis")] == ["dossiers.kluis"]
    with reopen(gekopieerd) as kluis:
        assert kluis.load(TOEN.nummer) == NU
        assert kluis.verify() == ()


def test_disk_that_fails_right_after_the_switch_leaves_a_kluis_that_opens(
    gekopieerd: Path, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        _fail_after_replacing(patch, gekopieerd / "kluis.json")
        with pytest.raises(OpslagError):
            Kluis.restore(gekopieerd, only_copy(gekopieerd), WACHTWOORD)

    with reopen(gekopieerd) as kluis:
        assert kluis.load(TOEN.nummer) == TOEN
        assert kluis.verify() == ()
    assert len(list(gekopieerd.glob("dossiers*.kluis"))) == 1


def _fail_after_replacing(patch: pytest.MonkeyPatch, pad: Path) -> None:
    """Let the disk fail once the new file stands in its place, before that is sure to stay."""
    real, voor = atomic.sync_folder, pad.read_bytes() if pad.exists() else None

    def failing(folder: Path) -> None:
        real(folder)
        if folder == pad.parent and pad.exists() and pad.read_bytes() != voor:
            raise OSError(errno.EIO, "Input/output error")

    patch.setattr(atomic, "sync_folder", failing)


def test_disk_that_fails_right_after_a_kluis_was_made_leaves_a_kluis_that_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        _fail_after_replacing(patch, tmp_path / "kluis" / "kluis.json")
        with pytest.raises(OpslagError):
            make_kluis(tmp_path / "kluis")

    with reopen(tmp_path / "kluis") as kluis:
        assert kluis.verify() == ()


def test_disk_that_fails_right_after_the_wachtwoord_changed_says_that_it_is_not_sure(
    gekopieerd: Path, monkeypatch: pytest.MonkeyPatch
):
    with reopen(gekopieerd) as kluis:
        with monkeypatch.context() as patch:
            _fail_after_replacing(patch, gekopieerd / "kluis.json")
            with pytest.raises(OpslagError, match="eerst het nieuwe wachtwoord"):
                kluis.change_wachtwoord(WACHTWOORD, ANDER, kdf=LICHT)
        assert kluis.verify() == ()

    with Kluis.unlock(gekopieerd, ANDER) as kluis:
        assert kluis.verify() == ()


class Gedood(BaseException):
    """What a SIGKILL does to the steps after it: they are not there."""


def _killed_at(monkeypatch: pytest.MonkeyPatch, keer: int) -> Callable[[], int]:
    """Let the so manieth durable step be the last: nothing is cleaned up after it, as when it is killed."""
    steps = 0

    def dying(real: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **kwargs: object) -> object:
            nonlocal steps
            steps += 1
            if steps > keer:
                raise Gedood
            done = real(*args, **kwargs)
            if steps == keer:
                raise Gedood
            return done

        return step

    for module, naam in (
        (atomic.Path, "replace"),
        (atomic.Path, "unlink"),
        (atomic.Path, "rename"),
        (atomic.Path, "mkdir"),
        (terugzetten, "copy_file"),
        (kopieen, "copy_file"),
        (shutil, "rmtree"),
    ):
        monkeypatch.setattr(module, naam, dying(getattr(module, naam)))
    return lambda: steps


@pytest.mark.parametrize("keer", range(1, 18))
def test_cut_off_after_any_step_the_old_or_the_new_kluis_opens(
    gekopieerd: Path, monkeypatch: pytest.MonkeyPatch, keer: int
):
    kopie = only_copy(gekopieerd)
    with monkeypatch.context() as patch:
        _killed_at(patch, keer)
        with suppress(Gedood):
            Kluis.restore(gekopieerd, kopie, WACHTWOORD).close()

    assert Kluis.exists_in(gekopieerd)
    with reopen(gekopieerd) as kluis:
        assert kluis.load(TOEN.nummer) in (TOEN, NU)
        assert kluis.verify() == ()
    assert len(list(gekopieerd.glob("dossiers*.kluis"))) == 1
    assert not (gekopieerd / NOTE).exists()


@pytest.mark.parametrize("keer", range(1, 8))
def test_making_a_kluis_that_is_cut_off_leaves_a_kluis_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keer: int
):
    folder = tmp_path / "kluis"
    with monkeypatch.context() as patch:
        _killed_at(patch, keer)
        with suppress(Gedood):
            make_kluis(folder).close()

    if Kluis.exists_in(folder):
        with reopen(folder) as kluis:
            assert kluis.verify() == ()
    else:
        with make_kluis(folder) as kluis:
            assert kluis.verify() == ()
