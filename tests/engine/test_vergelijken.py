"""Two kaders compared: every difference by its name and no other, and the effect on a dossier."""

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicatietool.domain.normenkader import Normenkader, NormTekst, Per
from indicatietool.engine.compare import TaakGevolg, Wijze, compare, effect
from indicatietool.engine.reach import rules_for
from indicatietool.store.normenkaders import GeladenKader
from tests.builders import (
    BLOKKEN,
    afwijken,
    make_dossier,
    make_factor,
    make_kader,
    make_regel,
    make_taak,
    procent,
    score,
    take_all_over,
    tiny_kader,
)

Data = dict[str, Any]


def edited(kader: Normenkader, *edits: tuple[str, object]) -> Normenkader:
    """The kader with other values at dotted places; lists are entered by id, code or position."""
    data = kader.model_dump(mode="json")
    for plaats, waarde in edits:
        *weg, laatste = plaats.split(".")
        hier: Any = data
        for stap in weg:
            hier = enter(hier, stap)
        hier[laatste] = waarde
    return Normenkader.model_validate_json(json.dumps(data))


def enter(hier: Any, stap: str) -> Any:
    if isinstance(hier, dict):
        return hier[stap]
    if stap.isdecimal():
        return hier[int(stap)]
    return next(deel for deel in hier if stap in (deel.get("id"), deel.get("code"), deel.get("blok")))


def places(a: Normenkader, b: Normenkader) -> dict[str, tuple[object, object]]:
    return {".".join(v.plaats): (v.oud, v.nieuw) for v in compare(a, b).verschillen}


def counted(a: Normenkader, b: Normenkader) -> dict[tuple[str, str], int]:
    return {(str(wijze), soort): n for (wijze, soort), n in compare(a, b).counted().items()}


# Differences


def test_kader_does_not_differ_from_itself():
    assert compare(tiny_kader(), tiny_kader()).verschillen == ()


def test_name_of_a_version_is_no_difference():
    assert places(make_kader(versie="1"), make_kader(versie="2", naam="ander")) == {}


@given(st.data())
def test_exactly_the_changed_cells_are_named(voorbeeldkader: GeladenKader, data: st.DataObject):
    kader = voorbeeldkader.kader
    cellen = [(taak.id, code) for taak in kader.taken for code in taak.minuten]
    gekozen = data.draw(st.lists(st.sampled_from(cellen), min_size=1, max_size=5, unique=True))

    ander = edited(kader, *((f"taken.{taak}.minuten.{code}", 9_999) for taak, code in gekozen))

    assert set(places(kader, ander)) == {f"taken.{taak}.minuten.{code}" for taak, code in gekozen}
    assert counted(kader, ander) == {("gewijzigd", "norm"): len(gekozen)}


def test_cell_is_one_difference_with_what_it_was_and_what_it_is():
    a = tiny_kader()
    b = edited(a, ("taken.opruimen.minuten.O4", {"min": 61, "richt": 76, "max": 131}))

    assert places(a, b) == {
        "taken.opruimen.minuten.O4": (
            {"min": 60, "richt": 75, "max": 130},
            {"min": 61, "richt": 76, "max": 131},
        )
    }
    assert counted(a, b) == {("gewijzigd", "norm"): 1}


def test_cell_that_keeps_its_richtwaarde_is_a_marge():
    a = tiny_kader()
    b = edited(a, ("taken.opruimen.minuten.O4.max", 131), ("blokken.O1.marge.boven_procent", 31))

    assert counted(a, b) == {("gewijzigd", "marge"): 2}


def test_blok_with_two_changed_margins_counts_once():
    a = tiny_kader()
    b = edited(a, ("blokken.O1.marge.boven_procent", 31), ("blokken.O1.marge.onder_procent", 31))

    assert len(places(a, b)) == 2
    assert counted(a, b) == {("gewijzigd", "marge"): 1}


@pytest.mark.parametrize(
    ("plaats", "waarde"),
    [
        ("kader.geldig_tot", "2030-12-31"),
        ("kader.status", "vervallen"),
        ("rekenwijze.weken_per_maand", "13/3"),
        ("rekenwijze.afronding_totaal.stap", 10),
        ("schaal.bandbreedte", "boven"),
        ("bronnen.norm.titel", "Andere norm"),
        ("blokken.B2.anker", "Ander anker."),
        ("leefgebieden.geld.gevoelig", True),
        ("factoren.motivatie.keuzes.goed.anker", "Ander anker."),
        ("factoren.motivatie.keuzes.goed.punten", 1),
        ("taken.post.per", "dag"),
        ("taken.post.vraagt", []),
        ("taken.post.ankers", {"O1": "Nieuw anker."}),
        ("regels.matig.effect.procent", 11),
        ("regels.matig.als.0.keuzes", ["goed"]),
        ("samenval.waakvlam-bij-opruimen.minuten_per_week", 3),
        ("maxima.thuis.taken", ["opruimen"]),
        ("gronden.afbouw.uitleg", "Anders."),
        ("producten.licht.iwmo_code", "02A03"),
        ("profielen.O1.looptijd_maanden", 13),
    ],
)
def test_every_kind_of_change_is_found_in_its_place(plaats: str, waarde: object):
    a = edited(tiny_kader(), ("rekenwijze.weken_per_maand", "30/7"))

    gevonden = places(a, edited(a, (plaats, waarde)))

    verwacht = plaats.replace("als.0", "als.nr. 1").replace("ankers", "ankers.O1")
    assert list(gevonden) == [verwacht]


def test_taak_in_between_is_one_new_taak_and_moves_nothing():
    a = make_kader(make_taak("a"), make_taak("c"))
    b = make_kader(make_taak("a"), make_taak("b"), make_taak("c"))

    assert counted(a, b) == {("nieuw", "taken"): 1}
    assert counted(b, a) == {("vervallen", "taken"): 1}


def test_new_and_dropped_rules_are_told_apart():
    a = make_kader(regels=(make_regel("een", procent(10)), make_regel("twee", procent(20))))
    b = make_kader(regels=(make_regel("twee", procent(20)), make_regel("drie", procent(30))))

    assert [(v.wijze, v.plaats) for v in compare(a, b).verschillen] == [
        (Wijze.VERVALLEN, ("regels", "een")),
        (Wijze.NIEUW, ("regels", "drie")),
    ]


def test_rules_in_another_order_are_a_difference():
    een, twee = make_regel("een", procent(10)), make_regel("twee", procent(20))

    assert places(make_kader(regels=(een, twee)), make_kader(regels=(twee, een))) == {
        "regels.volgorde": (["een", "twee"], ["twee", "een"])
    }


def test_taak_with_a_new_anker_is_a_changed_taak_not_a_new_one():
    a = tiny_kader()

    assert counted(a, edited(a, ("taken.post.ankers", {"O1": "Nieuw.", "O2": "Ook."}))) == {
        ("gewijzigd", "taken"): 1
    }


def test_texts_of_several_gemeenten_for_one_place_are_told_apart():
    def tekst(woorden: str, *gemeenten: str) -> NormTekst:
        return NormTekst(plek="namens", gemeenten=gemeenten, tekst=woorden, bron="norm")

    basis = make_kader()
    a = basis.model_copy(update={"teksten": (tekst("Voor allen"), tekst("Dordrecht", "0505"))})
    b = basis.model_copy(update={"teksten": (tekst("Voor allen"), tekst("Anders", "0505"))})

    assert places(a, b) == {"teksten.namens 0505.tekst": ("Dordrecht", "Anders")}


# The effect on a dossier


def test_dossier_that_took_the_voorstel_over_follows_the_new_one():
    a = make_kader(make_taak(minuten=60), make_taak("ander", minuten=30))
    b = make_kader(make_taak(minuten=75), make_taak("ander", minuten=30))
    dossier = take_all_over(a, make_dossier(score(), score("ander")))

    gevolg = effect(a, b, "casus", dossier)

    assert (gevolg.oud, gevolg.nieuw, gevolg.past_niet) == (360, 420, ())
    assert gevolg.taken == (TaakGevolg("post", Fraction(60), Fraction(75)),)


def test_departure_with_a_motivering_stays_what_it_is():
    a, b = make_kader(make_taak(minuten=60)), make_kader(make_taak(minuten=75))

    gevolg = effect(a, b, "casus", make_dossier(score(), besluiten={"post": afwijken(45)}))

    assert (gevolg.oud, gevolg.nieuw, gevolg.taken) == (180, 180, ())


def test_dossier_with_a_taak_that_was_dropped_does_not_fit():
    a, b = make_kader(make_taak(), make_taak("weg")), make_kader(make_taak())

    gevolg = effect(a, b, "casus", make_dossier(score(), score("weg")))

    assert (gevolg.oud, gevolg.nieuw) == (480, None)
    assert gevolg.past_niet == ("klein 1: taak 'weg' kent dit normenkader niet.",)


def test_dossier_that_lacks_an_answer_to_a_new_factor_does_not_fit():
    a = make_kader(make_taak())
    b = make_kader(make_taak(vraagt=("inzet",)), factoren=(make_factor("inzet", "ja", "nee"),))

    gevolg = effect(a, b, "casus", make_dossier(score()))

    assert gevolg.nieuw is None
    assert gevolg.past_niet == ("klein 1: taak 'post' heeft een open vraag: beantwoord inzet.",)


# Which rules can touch a taak


def test_only_rules_that_can_hold_for_a_taak_are_named():
    kader = make_kader(
        make_taak("post", per=Per.WEEK, vraagt=("inzet",)),
        make_taak("ander", leefgebied="wonen"),
        factoren=(make_factor("inzet", "ja", "nee"),),
        regels=(
            make_regel("altijd", procent(1)),
            make_regel("inzet", procent(1), factor="inzet", keuzes=("ja",)),
            make_regel("andere-taak", procent(1), taken=("ander",)),
            make_regel("niet-post", procent(1), taken=("post",), niet=True),
            make_regel("wonen", procent(1), leefgebieden=("wonen",)),
            make_regel("blok", procent(1), blokken=BLOKKEN[:1]),
        ),
    )

    def rules(taak: str) -> list[str]:
        return [regel.id for regel in rules_for(kader, kader.taak_by_id[taak])]

    assert rules("post") == ["altijd", "inzet", "blok"]
    assert rules("ander") == ["altijd", "andere-taak", "niet-post", "wonen", "blok"]
