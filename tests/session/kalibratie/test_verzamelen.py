"""Gathering a group: what counts, and why the rest does not, in whatever order the files come."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicatietool.domain.normenkader import Normenkader
from indicatietool.errors import InvoerError
from indicatietool.paths import normen_folder
from indicatietool.session.kaders import Kaders
from indicatietool.session.kalibratie.casus import case_of, read_case
from indicatietool.session.kalibratie.groep import chosen_case
from indicatietool.session.kalibratie.inleveren import missing, uitslag_of
from indicatietool.session.kalibratie.verzamelen import MAX_FILES, Verzameling, gather
from indicatietool.session.oefenen.begin import begin
from indicatietool.session.oefenen.casussen import cases_of_kaders, model_of
from indicatietool.session.session import Session
from indicatietool.store.dossiers import dossier_to_json, read_dossier
from tests.builders import VANDAAG, as_loaded, tiny_kader
from tests.kalibreren import CASUS, KADER, antwoord, casus, geheim, inleveren, oefenen, twintig, uitslag
from tests.kluizen import make_practice_desk

Wijzig = Callable[[dict], object]


def reden(verzameling: Verzameling, bestand: str) -> str:
    (gevonden,) = [deel.reden for deel in verzameling.geweigerd if deel.bestand == bestand]
    return gevonden


def test_twenty_uitslagen_count(tmp_path: Path):
    inleveren(tmp_path, twintig())

    verzameling = gather([tmp_path], casus())

    assert len(verzameling.ingeleverd) == 20
    assert verzameling.geweigerd == ()


def test_two_files_of_one_person_count_once_and_both_are_named(tmp_path: Path):
    (eerste,) = inleveren(tmp_path, [uitslag(1)])
    nog_een = tmp_path / "z-tweede.uitslag"
    inleveren(tmp_path / "los", [uitslag(1, antwoord("O4"))])[0].rename(nog_een)

    verzameling = gather([tmp_path], casus())

    assert [deel.bestand for deel in verzameling.ingeleverd] == [eerste.name]
    gezegd = reden(verzameling, nog_een.name)
    assert eerste.name in gezegd
    assert nog_een.name in gezegd
    assert "dezelfde deelnemer" in gezegd


def test_identical_copy_says_that_it_is_one(tmp_path: Path):
    (eerste,) = inleveren(tmp_path, [uitslag(1)])
    kopie = tmp_path / "z-kopie.uitslag"
    shutil.copy(eerste, kopie)

    assert f"is een kopie van {eerste.name}" in reden(gather([tmp_path], casus()), kopie.name)


def test_uitslag_of_another_case_is_refused_with_both_titles(tmp_path: Path):
    ander = CASUS.model_copy(update={"id": "fiets", "titel": "De fiets"})
    (pad,) = inleveren(tmp_path, [uitslag(1, antwoord().with_changes(oefencasus=ander))])

    gezegd = reden(gather([tmp_path], casus()), pad.name)

    assert "andere casus: “De fiets”" in gezegd
    assert CASUS.titel in gezegd


def test_uitslag_of_a_story_that_was_changed_is_refused(tmp_path: Path):
    ander = CASUS.model_copy(update={"vignet": "De post ligt op tafel."})
    (pad,) = inleveren(tmp_path, [uitslag(1, antwoord().with_changes(oefencasus=ander))])

    assert "ander verhaal onder dezelfde naam" in reden(gather([tmp_path], casus()), pad.name)


def with_kop(**kop: object) -> Normenkader:
    kader = tiny_kader()
    return kader.model_copy(update={"kader": kader.kader.model_copy(update=kop)})


@pytest.mark.parametrize(
    ("kop", "sha256", "woorden"),
    [
        ({"id": "ander"}, KADER.sha256, "normenkader ander 1. Deze casus hoort bij klein 1"),
        ({"versie": "2"}, KADER.sha256, "normenkader klein 2. Deze casus hoort bij klein 1"),
        ({}, "1" * 64, "ander bestand van klein 1"),
    ],
    ids=["kader", "version", "bytes"],
)
def test_uitslag_under_another_kader_is_refused(tmp_path: Path, kop: dict, sha256: str, woorden: str):
    geladen = as_loaded(with_kop(**kop))
    object.__setattr__(geladen, "sha256", sha256)
    dossier = antwoord().with_changes(kader=geladen.verwijzing)
    (pad,) = inleveren(tmp_path, [uitslag_of(Session(dossier, geladen, None, VANDAAG), geheim(1))])

    assert woorden in reden(gather([tmp_path], casus()), pad.name)


def opgeslagen(tmp_path: Path, wijzig: Wijzig) -> Path:
    (pad,) = inleveren(tmp_path, [uitslag(1)])
    data = json.loads(pad.read_bytes())
    wijzig(data)
    pad.write_text(json.dumps(data), "utf-8")
    return pad


@pytest.mark.parametrize(
    ("wijzig", "woorden"),
    [
        (lambda d: d["taken"][0].update(minuten_per_week=61), "volgen niet uit de antwoorden (Post)"),
        (lambda d: d["taken"][0].update(blok="O3"), "volgen niet uit de antwoorden (Post)"),
        (lambda d: d.update(minuten_per_maand=1), "volgen niet uit de antwoorden (het totaal)"),
        (lambda d: d.update(profiel="B4"), "volgen niet uit de antwoorden (het profiel)"),
        (lambda d: d["taken"][0].update(besluit="binnen_marge"), ""),
        (
            lambda d: d["taken"][0].update(besluit="binnen_marge", minuten_per_week=999),
            "volgen niet uit de antwoorden (Post)",
        ),
        (
            lambda d: d["taken"][0].update(besluit="afwijken", minuten_per_week="1/2"),
            "volgen niet uit de antwoorden (een besluit)",
        ),
        (lambda d: d["taken"][0].update(blok=None), "volgen niet uit de antwoorden (Post)"),
        (lambda d: d["taken"][0].update(taak="fiets"), "niet kent (taak 'fiets')"),
        (lambda d: d["taken"][0].update(keuzes={"motivatie": "laag"}), "niet kent"),
        (lambda d: d.update(keuzes={"post": 3}), "niet kent"),
    ],
    ids=[
        "minutes",
        "blok",
        "total",
        "profiel",
        "same within the marge",
        "outside the marge",
        "half a minute",
        "open question",
        "taak",
        "keuze",
        "factor",
    ],
)
def test_figures_must_follow_from_the_answers(tmp_path: Path, wijzig: Wijzig, woorden: str):
    pad = opgeslagen(tmp_path, wijzig)

    verzameling = gather([tmp_path], casus())

    if not woorden:
        assert len(verzameling.ingeleverd) == 1
    else:
        assert woorden in reden(verzameling, pad.name)


def test_newer_file_asks_for_a_newer_program(tmp_path: Path):
    pad = opgeslagen(tmp_path, lambda data: data.update(formaat=2))

    assert "Werk de indicatietool bij" in reden(gather([tmp_path], casus()), pad.name)


def test_same_file_named_twice_is_one_file(tmp_path: Path, monkeypatch):
    (pad,) = inleveren(tmp_path, [uitslag(1)])
    monkeypatch.chdir(tmp_path)

    verzameling = gather([tmp_path, pad, Path(pad.name)], casus())

    assert (len(verzameling.ingeleverd), verzameling.geweigerd) == (1, ())


def test_name_of_a_file_that_is_no_text_can_still_be_told(tmp_path: Path):
    pad = tmp_path / os.fsdecode(b"r\xe9sultaat.uitslag")
    pad.write_text("{", "utf-8")

    (geweigerd,) = gather([tmp_path], casus()).geweigerd

    assert geweigerd.bestand == "r?sultaat.uitslag"
    assert geweigerd.reden.encode().startswith(b"r?sultaat.uitslag: ")


def test_folder_that_looks_like_an_uitslag_is_refused_and_the_rest_counts(tmp_path: Path):
    inleveren(tmp_path, [uitslag(1)])
    (tmp_path / "map.uitslag").mkdir()

    verzameling = gather([tmp_path], casus())

    assert len(verzameling.ingeleverd) == 1
    assert "dit is een map" in reden(verzameling, "map.uitslag")


def test_more_files_than_a_group_has_are_too_many(tmp_path: Path):
    for nummer in range(MAX_FILES + 1):
        (tmp_path / f"{nummer}.uitslag").touch()

    with pytest.raises(InvoerError, match="te veel"):
        gather([tmp_path], casus())


def test_folder_without_uitslagen_says_so(tmp_path: Path):
    (tmp_path / "lees.txt").write_text("niets", "utf-8")

    with pytest.raises(InvoerError, match=r"geen bestand \.uitslag"):
        gather([tmp_path], casus())


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(volgorde=st.permutations(range(6)), kopieen=st.lists(st.integers(0, 5), max_size=4))
def test_order_and_copies_do_not_matter(tmp_path_factory, volgorde, kopieen):
    map_ = tmp_path_factory.mktemp("groep")
    paden = inleveren(map_, twintig()[:6])
    for nummer, van in enumerate(kopieen):
        paden.append(map_ / f"z{nummer}.uitslag")
        shutil.copy(paden[van], paden[-1])
    gewoon = gather([map_], casus())

    door_elkaar = gather([*(paden[n] for n in volgorde), *paden[6:], paden[0]], casus())

    assert door_elkaar == gewoon
    assert {deel.uitslag.deelnemer for deel in gewoon.ingeleverd} == {u.deelnemer for u in twintig()[:6]}
    assert len(gewoon.geweigerd) == len(kopieen)


def test_blind_case_has_no_model_and_a_dossier_without_case_is_refused(tmp_path: Path):
    blind = antwoord(None, None).with_changes(oefencasus=CASUS.blind())

    assert case_of(oefenen(blind), "blind").model is None
    assert case_of(oefenen(antwoord()), "model").model is not None
    with pytest.raises(InvoerError, match=r"In x\.json staat geen oefencasus"):
        case_of(oefenen(antwoord().with_changes(oefencasus=None)), "x.json")


def test_case_is_read_from_a_file(tmp_path: Path, voorbeeldkader, kader_folder):
    (bron,) = (kader_folder / "casussen").glob("b1-*.json")
    dossier = read_dossier(bron).with_changes(kader=voorbeeldkader.verwijzing, oefencasus=CASUS.blind())
    pad = tmp_path / "casus.json"
    pad.write_bytes(dossier_to_json(dossier))

    gelezen = read_case(pad, Kaders(kader_folder.parent.parent))

    assert gelezen.oefencasus.kenmerk == CASUS.kenmerk
    assert gelezen.model.minuten_per_maand > 0


@pytest.fixture(scope="module")
def alle_casussen():
    return cases_of_kaders(Kaders(normen_folder()))


def test_consulent_who_begins_blind_and_scores_as_the_model_counts_for_every_shipped_case(
    tmp_path: Path, alle_casussen
):
    desk = make_practice_desk(tmp_path)
    geteld = 0
    for plek, casus_ in enumerate(alle_casussen):
        model = model_of(desk, casus_)
        blind = begin(desk, casus_).dossier
        if missing(model):
            continue
        gescoord = blind.with_changes(
            antwoorden=model.dossier.antwoorden,
            besluiten=model.dossier.besluiten,
            afwijking_totaal=model.dossier.afwijking_totaal,
        )
        gemaakt = uitslag_of(Session(gescoord, casus_.geladen, None, VANDAAG), geheim(plek))
        inleveren(tmp_path / str(plek), [gemaakt])

        verzameling = gather([tmp_path / str(plek)], chosen_case(desk, casus_))

        assert verzameling.geweigerd == (), casus_.naam
        assert verzameling.casus.model.minuten_per_maand == gemaakt.minuten_per_maand
        geteld += 1
    assert geteld >= 12
