"""The desk: new dossiers, saved ones, practice, and the normenkader that holds today."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.errors import DossierError, InvoerError, NormenkaderError
from indicatietool.paths import normen_folder
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.session.oefenen.begin import begin
from indicatietool.session.oefenen.casussen import demonstrated, model_of
from indicatietool.store.kluis import Kluis
from tests.builders import VANDAAG


@pytest.fixture
def normen(kader_folder: Path, tmp_path: Path) -> Path:
    """A copy of the shipped normenkader that a test may change."""
    shutil.copytree(kader_folder, tmp_path / "normen" / "voorbeeld-begeleiding" / "2026.1")
    return tmp_path / "normen"


def desk_on(dag: date, normen: Path, kluis: Kluis | None = None) -> Desk:
    return Desk(kluis, Kaders(normen), dag)


def change_kader(normen: Path, *changes: tuple[str, str]) -> None:
    pad = normen / "voorbeeld-begeleiding" / "2026.1" / "normenkader.toml"
    tekst = pad.read_text("utf-8")
    for oud, nieuw in changes:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw, 1)
    pad.write_text(tekst, "utf-8")


# New


def test_new_dossier_has_a_number_a_day_and_the_fingerprint_of_the_kader(desk: Desk):
    session = desk.new()

    dossier = session.dossier
    assert (dossier.nummer, dossier.gemaakt, dossier.oefening) == ("2027-0001", VANDAAG, False)
    assert dossier.kader == session.geladen.verwijzing
    assert dossier.kader.sha256 is not None
    assert len(dossier.kader.sha256) == 64


def test_new_dossier_is_not_on_disk_until_it_is_saved(desk: Desk):
    session = desk.new()
    assert desk.list() == ()

    session.save()
    assert [regel.kaart.nummer for regel in desk.list()] == ["2027-0001"]


def test_two_new_dossiers_get_two_numbers(desk: Desk):
    desk.new().save()

    assert desk.new().dossier.nummer == "2027-0002"


@pytest.mark.parametrize("dag", [date(2026, 1, 1), date(2028, 12, 31)])
def test_kader_is_used_on_its_first_and_last_day(desk: Desk, tmp_path: Path, dag: date):
    assert desk_on(dag, desk.kaders.normen).new().dossier.gemaakt == dag


@pytest.mark.parametrize("dag", [date(2025, 12, 31), date(2029, 1, 1)])
def test_no_kader_that_holds_today_is_refused_and_no_older_one_is_taken(tmp_path: Path, dag: date):
    with pytest.raises(NormenkaderError, match=r"geen kader geldt vandaag\. Lees een geldig kader in\."):
        desk_on(dag, normen_folder()).new()


def test_no_normenkaders_at_all_is_refused(tmp_path: Path):
    with pytest.raises(NormenkaderError, match="geen kader geldt vandaag"):
        desk_on(VANDAAG, tmp_path / "leeg").new()


def test_kader_that_is_vervallen_is_not_used_for_a_new_dossier(normen: Path, tmp_path: Path):
    change_kader(normen, ('status = "voorbeeld"', 'status = "vervallen"'))

    with pytest.raises(NormenkaderError, match="geen kader geldt vandaag"):
        desk_on(VANDAAG, normen).new()


def test_newest_of_two_valid_kaders_is_used(normen: Path, tmp_path: Path):
    nieuw = normen / "voorbeeld-begeleiding" / "2027.1"
    shutil.copytree(nieuw.parent / "2026.1", nieuw)
    (nieuw / "voorbeelden.toml").unlink()
    tekst = (nieuw / "normenkader.toml").read_text("utf-8")
    tekst = tekst.replace('versie = "2026.1"', 'versie = "2027.1"').replace("2026-01-01", "2027-01-01")
    (nieuw / "normenkader.toml").write_text(tekst, "utf-8")

    versies = [
        desk_on(dag, normen).new().dossier.kader.versie for dag in (date(2026, 12, 31), date(2027, 1, 1))
    ]

    assert versies == ["2026.1", "2027.1"]


def test_kader_in_a_folder_with_another_name_is_refused_since_no_dossier_could_find_it(
    normen: Path, tmp_path: Path
):
    (normen / "voorbeeld-begeleiding" / "2026.1").rename(normen / "voorbeeld-begeleiding" / "kopie")

    with pytest.raises(NormenkaderError, match="de map heet anders dan het kader") as geval:
        desk_on(VANDAAG, normen).new()

    assert "Geef de map de naam van het kader." in str(geval.value)


# Open


def test_saved_dossier_opens_as_it_was_left(desk: Desk):
    session = desk.new()
    session.set_veld("melding.client", "Oefencliënt")
    session.stay_at("hulpvraag")
    session.save()

    weer = desk.open("2027-0001")

    assert weer.dossier == session.dossier


def test_dossier_that_is_not_there_is_a_message(desk: Desk):
    with pytest.raises(InvoerError, match="2027-0404"):
        desk.open("2027-0404")


def test_nothing_opens_without_a_kluis(normen: Path):
    with pytest.raises(InvoerError, match="Open eerst de kluis"):
        desk_on(VANDAAG, normen).open("2027-0001")


def test_dossier_does_not_open_under_a_kader_that_changed(desk: Desk, normen: Path):
    session = desk_on(VANDAAG, normen, desk.kluis).new()
    session.save()
    change_kader(normen, ("# Voorbeeldkader", "# Een kader"))

    with pytest.raises(DossierError, match="is veranderd sinds dit dossier ermee werd gescoord"):
        desk_on(VANDAAG, normen, desk.kluis).open("2027-0001")

    assert desk.kluis is not None
    assert desk.kluis.load("2027-0001") == session.dossier


def test_dossier_opens_after_its_kader_has_ended(desk: Desk):
    desk.new().save()

    later = desk_on(date(2030, 1, 1), desk.kaders.normen, desk.kluis)

    assert later.open("2027-0001").dossier.nummer == "2027-0001"


def test_kader_is_read_once(desk: Desk):
    (folder,) = (desk.kaders.normen / "voorbeeld-begeleiding").iterdir()

    assert desk.kaders.load(folder) is desk.kaders.load(folder)


# Practice


def test_new_dossier_at_the_practice_desk_is_practice(practice_desk: Desk):
    practice_desk.new().save()

    assert [regel.kaart.oefening for regel in practice_desk.list()] == [True]


def test_practice_dossier_is_saved_as_practice(practice_desk: Desk):
    session = begin(practice_desk, demonstrated(practice_desk))

    session.set_situatie("wonen", LeefgebiedSituatie.NIET_AAN_DE_ORDE)
    session.save()

    assert [regel.kaart.oefening for regel in practice_desk.list()] == [True]


def test_demonstrated_case_has_model_answers(desk: Desk):
    model = model_of(desk, demonstrated(desk)).dossier

    assert model.besluiten
    assert model.antwoorden.taken


def test_missing_demonstration_is_a_message(tmp_path: Path):
    with pytest.raises(NormenkaderError, match=r"de oefencasus ontbreekt\. Installeer het programma opnieuw"):
        demonstrated(desk_on(VANDAAG, tmp_path))
