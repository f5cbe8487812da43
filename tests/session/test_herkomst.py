"""A file that arrives becomes a concept of its own: what it says of before is told and never believed."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from indicatietool.domain.kluis import Gebeurtenis, GebeurtenisSoort, Json
from indicatietool.session.definitief import make_definitief
from indicatietool.session.desk import Desk
from indicatietool.session.herkomst import AGAIN, Herkomst, origin_of
from indicatietool.session.overdragen import hand_over, take_in
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.store.overdracht import Pakket, kader_files
from tests.builders import make_dossier
from tests.kluizen import make_practice_desk

SHA = "ab" * 32
STAP = Gebeurtenis(
    "2027-0001",
    1,
    datetime(2027, 1, 4, tzinfo=UTC),
    "A. Ander",
    GebeurtenisSoort.BEGIN,
    "begin",
    "",
    None,
    (),
)


@pytest.fixture
def sealed(practice_desk: Desk, voorbeeldkader: GeladenKader, tmp_path: Path) -> tuple[Path, int]:
    """A finished dossier of a colleague as a file, and its minutes per month."""
    (casus,) = (voorbeeldkader.folder / "casussen").glob("b1-*.json")
    session = practice_desk.open(take_in(practice_desk, casus).nummer)
    make_definitief(session)
    bestand = tmp_path / "zaak.indicatie"
    hand_over(session, bestand)
    return bestand, session.indicatie.minuten_per_maand


def test_dossier_that_was_definitief_arrives_as_a_concept_and_says_what_it_was(
    sealed: tuple[Path, int], tmp_path: Path
) -> None:
    bestand, minuten = sealed
    collega = make_practice_desk(tmp_path / "collega")

    binnen = take_in(collega, bestand)

    session = collega.open(binnen.nummer)
    assert not session.is_definitief
    assert session.indicatie.minuten_per_maand == minuten
    assert f"met {minuten} minuten per maand" in binnen.herkomst[0]
    assert binnen.herkomst[1] == AGAIN
    assert "geschiedenis van de afzender" in binnen.herkomst[-1]
    assert not any("Let op" in zin for zin in binnen.herkomst)


def test_history_here_begins_with_one_event_that_points_at_the_file(
    sealed: tuple[Path, int], tmp_path: Path
) -> None:
    bestand, minuten = sealed
    collega = make_practice_desk(tmp_path / "collega")

    nummer = take_in(collega, bestand).nummer

    (stap,) = collega.open(nummer).bewaring.history()
    assert stap.soort is GebeurtenisSoort.INGELEZEN
    assert hashlib.sha256(bestand.read_bytes()).hexdigest() in stap.waarom
    assert f"met {minuten} minuten per maand" in stap.waarom
    assert bestand.stem not in stap.waarom, "a name of a file may hold a name"
    assert collega.kluis is not None
    assert collega.kluis.verify() == ()


def test_seal_that_says_other_minutes_is_told(voorbeeldkader: GeladenKader) -> None:
    pakket = packed(voorbeeldkader, {"minuten_per_maand": 810, "datum": "2027-01-04"})

    herkomst = origin_of(pakket, SHA, 815)

    assert (
        herkomst.zinnen[0] == "Bij de afzender was het definitief op 04-01-2027, met 810 minuten per maand."
    )
    assert herkomst.zinnen[2].startswith("Let op: hier komt er 815 uit.")


def test_concept_with_steps_only_says_that_its_history_is_in_the_file(voorbeeldkader: GeladenKader) -> None:
    herkomst = origin_of(replace(packed(voorbeeldkader), geschiedenis=(STAP,)), SHA, 0)

    assert len(herkomst.zinnen) == 1
    assert "(1 stap)" in herkomst.zinnen[0]
    assert "A. Ander" not in " ".join((*herkomst.zinnen, herkomst.regel))


def test_file_without_proof_and_history_has_nothing_to_say(voorbeeldkader: GeladenKader) -> None:
    assert origin_of(packed(voorbeeldkader), SHA, 0) == Herkomst(f"Uit een bestand met vingerafdruk {SHA}.")


@pytest.mark.parametrize(
    "bewijs",
    [
        {},
        {"minuten_per_maand": "<b>veel</b>", "datum": "2027-01-04"},
        {"minuten_per_maand": True, "datum": "2027-01-04"},
        {"minuten_per_maand": 810, "datum": "gisteren"},
        {"minuten_per_maand": 810, "datum": 5},
        {"minuten_per_maand": 810},
    ],
)
def test_proof_that_is_none_is_not_repeated(voorbeeldkader: GeladenKader, bewijs: dict[str, Json]) -> None:
    assert origin_of(packed(voorbeeldkader, bewijs), SHA, 0).zinnen == ()


def packed(geladen: GeladenKader, bewijs: dict[str, Json] | None = None) -> Pakket:
    """Return a Pakket with this under its seal."""
    return Pakket.of(make_dossier(), kader_files(geladen), bewijs)
