"""A normenkader is read, proven on its own examples, and tied to a dossier by its bytes."""

import hashlib
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from indicatietool.domain.dossier import Dossier, KaderVerwijzing
from indicatietool.engine.total import indicate
from indicatietool.errors import DossierError, NormenkaderError
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.kader_checks import contradictions
from indicatietool.store.normenkaders import (
    GeladenKader,
    check_fit,
    find_for,
    find_normenkaders,
    load_normenkader,
)
from tests.builders import as_loaded, make_dossier, make_kader, score, tiny_kader

CASUSSEN = ("b1", "b2", "b3", "b4", "o1", "o2", "o3", "o4")


@pytest.fixture
def copy_of_kader(kader_folder: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "voorbeeld-begeleiding" / "2026.1"
    shutil.copytree(kader_folder, folder)
    return folder


# The shipped voorbeeldkader


def test_voorbeeldkader_has_no_contradictions(voorbeeldkader: GeladenKader):
    assert contradictions(voorbeeldkader.kader) == ()


def test_voorbeeldkader_has_the_size_that_was_asked_for(voorbeeldkader: GeladenKader):
    kader = voorbeeldkader.kader

    assert (len(kader.leefgebieden), len(kader.blokken), len(kader.producten)) == (11, 8, 3)
    assert len(kader.taken) >= 40
    assert not kader.is_vastgesteld


def test_tiny_kader_of_the_tests_has_no_contradictions():
    assert contradictions(tiny_kader()) == ()


def test_fingerprint_is_that_of_the_bytes_on_disk(voorbeeldkader: GeladenKader, kader_folder: Path):
    inhoud = (kader_folder / "normenkader.toml").read_bytes()

    assert voorbeeldkader.sha256 == hashlib.sha256(inhoud).hexdigest()


def test_marges_are_narrow_for_behoud_and_wide_for_ontwikkel(voorbeeldkader: GeladenKader):
    breed = {blok.code: blok.marge.boven_procent for blok in voorbeeldkader.kader.blokken}

    assert max(breed[f"B{trede}"] for trede in range(1, 5)) < min(breed[f"O{trede}"] for trede in range(1, 5))


@pytest.mark.parametrize("casus", CASUSSEN)
def test_each_casus_lands_in_its_band_with_its_profiel(voorbeeldkader: GeladenKader, casus: str):
    voorbeeld = next(v for v in voorbeeldkader.voorbeelden if v.casus.startswith(casus))
    dossier = read_dossier(voorbeeldkader.folder / "casussen" / voorbeeld.casus)

    indicatie = indicate(voorbeeldkader.kader, dossier)

    assert voorbeeld.band_vanaf <= indicatie.minuten_per_maand <= voorbeeld.band_tot
    assert indicatie.minuten_per_maand == voorbeeld.minuten_per_maand
    assert indicatie.profiel is not None
    assert indicatie.profiel.blok == voorbeeld.profiel == casus.upper()


def test_casussen_beside_the_kader_are_its_examples_one_for_each_blok_among_them(
    voorbeeldkader: GeladenKader,
):
    namen = {voorbeeld.casus for voorbeeld in voorbeeldkader.voorbeelden}

    assert namen == {pad.name for pad in (voorbeeldkader.folder / "casussen").glob("*.json")}
    assert {naam[:2] for naam in namen} >= set(CASUSSEN)


# A kader proves itself at every load


def change(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")


@pytest.mark.parametrize(
    ("oud", "nieuw", "woorden"),
    [
        ("minuten_per_maand = 90", "minuten_per_maand = 95", "de uitkomst is 90 minuten per maand"),
        ("band_vanaf = 60\nband_tot = 120", "band_vanaf = 60\nband_tot = 80", "90 .* ligt buiten 60–80"),
        ('profiel = "B1"', 'profiel = "B2"', "voorgestelde profiel is B1, het voorbeeld zegt B2"),
        ("b1-waakvlam.json", "b1-weg.json", "casussen/b1-weg.json › bestand: het is er niet"),
        ("band_tot = 120", "band_tot = 120\nbant = 3", "bant: kent dit formaat niet"),
    ],
)
def test_kader_that_fails_its_own_example_is_refused(copy_of_kader: Path, oud: str, nieuw: str, woorden: str):
    change(copy_of_kader / "voorbeelden.toml", oud, nieuw)

    with pytest.raises(NormenkaderError, match=woorden):
        load_normenkader(copy_of_kader)


def test_norm_that_changes_breaks_the_examples(copy_of_kader: Path):
    change(copy_of_kader / "normenkader.toml", "procent = -10", "procent = -30")

    with pytest.raises(NormenkaderError, match=r"casussen/.*Verbeter de norm of het voorbeeld"):
        load_normenkader(copy_of_kader)


def test_casus_that_is_not_finished_is_no_example(copy_of_kader: Path):
    pad = copy_of_kader / "casussen" / "b1-waakvlam.json"
    data = json.loads(pad.read_bytes())
    pad.write_text(json.dumps({**data, "besluiten": []}), "utf-8")

    with pytest.raises(NormenkaderError, match=r"er staan nog vragen of besluiten open\. Maak de casus af"):
        load_normenkader(copy_of_kader)


def test_kader_without_examples_may_be_read(copy_of_kader: Path):
    (copy_of_kader / "voorbeelden.toml").unlink()

    assert load_normenkader(copy_of_kader).voorbeelden == ()


def test_kader_is_found_by_its_folder_and_by_its_file(copy_of_kader: Path):
    per_map, per_bestand = (load_normenkader(copy_of_kader / naam) for naam in ("", "normenkader.toml"))

    assert per_map.sha256 == per_bestand.sha256


# Which kader belongs to a dossier


def test_normenkaders_are_found_two_folders_deep(copy_of_kader: Path, tmp_path: Path):
    (tmp_path / "los").mkdir()
    (tmp_path / "los" / "normenkader.toml").write_text("")

    assert find_normenkaders(tmp_path) == (copy_of_kader,)


def test_kader_of_a_dossier_is_found_by_id_and_version(copy_of_kader: Path, tmp_path: Path):
    dossier = make_dossier(kader=KaderVerwijzing(id="voorbeeld-begeleiding", versie="2026.1"))

    assert find_for(dossier, tmp_path) == copy_of_kader


def test_no_other_version_is_taken_in_silence(copy_of_kader: Path, tmp_path: Path):
    dossier = make_dossier(kader=KaderVerwijzing(id="voorbeeld-begeleiding", versie="2025.1"))

    with pytest.raises(DossierError, match=r"versie 2025\.1 staat niet op deze laptop"):
        find_for(dossier, tmp_path)


def with_sha(geladen: GeladenKader, dossier: Dossier, **changes: str) -> Dossier:
    verwijzing = {**dict(geladen.verwijzing), **changes}
    return dossier.with_changes(kader=KaderVerwijzing(**verwijzing))


def test_dossier_fits_the_kader_it_was_scored_with():
    geladen = as_loaded(make_kader())

    check_fit(geladen, with_sha(geladen, make_dossier(score("post"))))


@pytest.mark.parametrize(
    ("changes", "woorden"),
    [
        ({"versie": "2"}, "het dossier hoort bij klein 2, niet bij klein 1"),
        ({"id": "groot"}, "het dossier hoort bij groot 1"),
        ({"sha256": "f" * 64}, "klein 1 is veranderd sinds dit dossier ermee werd gescoord"),
    ],
)
def test_dossier_of_another_kader_is_refused(changes: dict[str, str], woorden: str):
    geladen = as_loaded(make_kader())

    with pytest.raises(DossierError, match=woorden):
        check_fit(geladen, with_sha(geladen, make_dossier(score("post")), **changes))


def test_answers_that_the_kader_does_not_know_are_refused_together():
    geladen = as_loaded(make_kader())

    with pytest.raises(DossierError, match="2 problemen") as geval:
        check_fit(geladen, with_sha(geladen, make_dossier(score("koken"), score("dansen"))))

    assert "Kies het normenkader waarmee het dossier is gemaakt" in str(geval.value)


def test_one_changed_byte_in_the_kader_refuses_the_dossier(copy_of_kader: Path, voorbeeldkader: GeladenKader):
    dossier = make_dossier(kader=voorbeeldkader.verwijzing)
    pad = copy_of_kader / "normenkader.toml"
    pad.write_bytes(pad.read_bytes() + b"#")

    with pytest.raises(DossierError, match="Zet het oorspronkelijke bestand terug"):
        check_fit(load_normenkader(copy_of_kader), dossier)


# Validity


@pytest.mark.parametrize(
    ("dag", "geldt"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2027, 6, 1), True),
        (date(2027, 6, 30), True),
        (date(2027, 7, 1), False),
    ],
)
def test_kader_holds_on_both_border_days(dag: date, geldt: bool):
    geladen = as_loaded(make_kader(geldig_van=date(2026, 1, 1), geldig_tot=date(2027, 6, 30)))

    assert geladen.kader.kader.is_valid_on(dag) is geldt


def test_kader_without_an_end_holds_on():
    assert make_kader().kader.is_valid_on(date(2099, 1, 1))


# Every figure counts: proof that the checks look at all of it


@pytest.mark.parametrize(
    "break_it",
    [
        lambda text: text.replace('vraagt = ["vorm", ', 'vraagt = ["vorm", "stemming", ', 1),
        lambda text: text.replace('leefgebied = "wonen"', 'leefgebied = "huis"', 1),
        lambda text: text.replace('bron = "schatting-blokken"', 'bron = "gok"', 1),
        lambda text: text.replace('met = "dagstructuur"', 'met = "weekstructuur"', 1),
        lambda text: text.replace('product = "ib-zwaar"', 'product = "ib-reus"', 1),
        lambda text: text.replace('keuzes = ["verhoogd"]', 'keuzes = ["verlaagd"]', 1),
    ],
)
def test_every_reference_in_the_shipped_kader_is_checked(copy_of_kader: Path, break_it: Callable[[str], str]):
    pad = copy_of_kader / "normenkader.toml"
    pad.write_text(break_it(pad.read_text("utf-8")), "utf-8")

    with pytest.raises(
        NormenkaderError, match=r"\(1 probleem\).*\n.*staat niet in .* (Verbeter de naam|Bedoelt u)"
    ):
        load_normenkader(copy_of_kader)
