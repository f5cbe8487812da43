"""What other frameworks ask of the format: ranges, limits, numbers, points, groups, other taken."""

from fractions import Fraction

import pytest

from indicatietool.domain.factoren import Factor, Keuze, Plaats, Puntengrens, Puntentabel
from indicatietool.domain.normenkader import Normenkader, NormTekst, Taak
from indicatietool.domain.regels import Hoogste, Maximum, MinutenErbij, Periode, Regel, Voorwaarde
from indicatietool.domain.schaal import Cel, OpenCel, Schaal, TenHoogsteCel
from indicatietool.domain.voorstel import BeoordeelZelf, Onbepaald, RekenstapSoort, Voorstel
from indicatietool.engine.propose import propose
from indicatietool.engine.total import indicate
from tests.builders import (
    erbij,
    make_antwoorden,
    make_dossier,
    make_kader,
    make_regel,
    make_taak,
    score,
    vervalt,
    vervangt,
)


def with_changes(kader: Normenkader, **changes: object) -> Normenkader:
    return Normenkader(**{**dict(kader), **changes})


def richt(kader: Normenkader, antwoorden, taak: str = "post", gemeente: str | None = None) -> Fraction:
    outcome = propose(kader, antwoorden, antwoorden.taak(taak), gemeente)
    assert isinstance(outcome, Voorstel)
    return outcome.omvang.richt


@pytest.mark.parametrize(("waar", "verwacht"), [("onder", 20), ("midden", 30), ("boven", 40)])
def test_range_without_richtwaarde_takes_the_place_that_the_schaal_names(waar: str, verwacht: int):
    kader = make_kader(make_taak("post", minuten=Cel(min=20, max=40)))
    kader = with_changes(kader, schaal=Schaal(bandbreedte=waar))

    voorstel = propose(kader, make_antwoorden(score("post")), score("post"))

    assert voorstel.omvang.richt == verwacht
    assert (voorstel.omvang.min, voorstel.omvang.max) == (20, 40)
    assert f"20 tot 40, waarvan {waar}: {verwacht}" in voorstel.stappen[0].tekst


def test_upper_limit_leaves_everything_below_it_within_the_marge():
    kader = make_kader(make_taak("post", minuten=TenHoogsteCel(ten_hoogste=60)))

    voorstel = propose(kader, make_antwoorden(score("post")), score("post"))

    assert (voorstel.omvang.min, voorstel.omvang.richt, voorstel.omvang.max) == (0, 60, 60)
    assert "ten hoogste 60 minuten" in voorstel.stappen[0].tekst


def test_open_cell_leaves_only_that_blok_to_the_consulent():
    kader = make_kader(make_taak("post", minuten=60, cellen={"O4": OpenCel(open="Nog niet genormeerd.")}))

    assert propose(kader, make_antwoorden(score("post", "O4")), score("post", "O4")) == BeoordeelZelf(
        "Nog niet genormeerd."
    )
    assert richt(kader, make_antwoorden(score("post", "O1"))) == 60


def test_fixed_taak_asks_no_blok():
    vast = make_taak("post").model_dump() | {"minuten": {}, "vast": 26}
    kader = make_kader(Taak.model_validate(vast, strict=False))

    assert richt(kader, make_antwoorden(score("post", None))) == 26


def rooms(bij: Plaats = Plaats.DOSSIER) -> Factor:
    return Factor(
        id="kamers",
        naam="Kamers",
        vraag="Hoeveel?",
        gevraagd_bij=bij,
        van="omgeving",
        soort="aantal",
        hoogste=9,
        eenheid="kamers",
        bron="norm",
    )


def test_effect_per_room_counts_each_room_and_says_so():
    effect = MinutenErbij(soort="minuten", minuten=52, per=Periode.JAAR, maal="kamers")
    kader = make_kader(make_taak("post"), regels=[make_regel("kamers", effect)], factoren=[rooms()])

    voorstel = propose(kader, make_antwoorden(score("post"), kamers=3), score("post"))

    assert voorstel.omvang.richt == 63
    assert voorstel.stappen[-1].tekst.endswith("(3 × kamers)")


def test_number_that_was_not_answered_leaves_the_taak_onbepaald():
    effect = MinutenErbij(soort="minuten", minuten=52, maal="kamers")
    kader = make_kader(make_taak("post"), regels=[make_regel("kamers", effect)], factoren=[rooms()])

    assert isinstance(propose(kader, make_antwoorden(score("post")), score("post")), Onbepaald)


@pytest.mark.parametrize(
    ("grens", "kamers", "geldt"),
    [
        ({"vanaf": 3}, 3, True),
        ({"vanaf": 3}, 2, False),
        ({"boven": 3}, 3, False),
        ({"boven": 3}, 4, True),
        ({"tot_en_met": 3}, 3, True),
        ({"onder": 3}, 3, False),
        ({"vanaf": 2, "onder": 4}, 3, True),
        ({"vanaf": 3, "niet": True}, 3, False),
        ({"vanaf": 3, "niet": True}, 2, True),
    ],
)
def test_border_of_a_number_is_strict_or_not_as_written(grens: dict, kamers: int, geldt: bool):
    regel = make_regel("veel-kamers", erbij(10), factor="kamers", **grens)
    kader = make_kader(make_taak("post"), regels=[regel], factoren=[rooms()])

    assert richt(kader, make_antwoorden(score("post"), kamers=kamers)) == (70 if geldt else 60)


def points_kader() -> Normenkader:
    geheugen = Factor(
        id="geheugen",
        naam="Geheugen",
        vraag="Hoe is het geheugen?",
        gevraagd_bij=Plaats.DOSSIER,
        van="client",
        keuzes=tuple(Keuze(id=f"s{n}", naam=f"score {n}", anker="x", punten=n) for n in range(4)),
        bron="norm",
    )
    zwaarte = Factor(
        id="zwaarte",
        naam="Zwaarte",
        vraag="Volgt uit de punten",
        gevraagd_bij=Plaats.DOSSIER,
        van="client",
        keuzes=(Keuze(id="licht", naam="Licht", anker="x"), Keuze(id="zwaar", naam="Zwaar", anker="x")),
        punten=Puntentabel(
            factoren=("geheugen", "kamers"),
            grenzen=(Puntengrens(keuze="licht", vanaf=0), Puntengrens(keuze="zwaar", boven=4)),
        ),
        bron="norm",
    )
    regel = make_regel("zwaar", vervangt(200), factor="zwaarte", keuzes=("zwaar",))
    return make_kader(make_taak("post"), regels=[regel], factoren=[geheugen, rooms(), zwaarte])


@pytest.mark.parametrize(("kamers", "verwacht"), [(1, 60), (2, 200)])
def test_points_add_up_to_a_class_with_a_strict_border(kamers: int, verwacht: int):
    antwoorden = make_antwoorden(score("post"), geheugen="s3", kamers=kamers)

    assert richt(points_kader(), antwoorden) == verwacht


def test_points_are_told_in_the_steps_and_their_class_is_not_asked():
    kader = points_kader()

    voorstel = propose(kader, make_antwoorden(score("post"), geheugen="s3", kamers=2), score("post"))
    open_taak = propose(kader, make_antwoorden(score("post"), geheugen="s3"), score("post"))

    assert "Zwaarte: 5 punten, dat is “Zwaar”" in [stap.tekst for stap in voorstel.stappen]
    assert [vraag.veld for vraag in open_taak.open_vragen] == ["factor.kamers"]


def test_item_counts_only_if_another_taak_is_there():
    regel = make_regel("alleen-met-bellen", vervalt(), met_een_van=("bellen",), niet=True)
    kader = make_kader(make_taak("post"), make_taak("bellen"), regels=[regel])

    assert richt(kader, make_antwoorden(score("post"))) == 0
    assert richt(kader, make_antwoorden(score("post"), score("bellen"))) == 60


def test_of_a_group_of_rules_only_the_highest_outcome_counts():
    regels = [
        Regel(**{**dict(make_regel(naam, erbij(minuten))), "groep": "toeslag"})
        for naam, minuten in (("klein", 5), ("groot", 30), ("midden", 15))
    ]
    kader = make_kader(make_taak("post"), regels=regels)

    voorstel = propose(kader, make_antwoorden(score("post")), score("post"))

    assert voorstel.omvang.richt == 90
    assert [stap.tekst for stap in voorstel.stappen if stap.soort is RekenstapSoort.REGEL] == ["Regel groot"]


def test_norm_of_one_gemeente_holds_there_alone():
    kader = make_kader(make_taak("post"), regels=[make_regel("dordt", erbij(10), gemeenten=("0505",))])
    antwoorden = make_antwoorden(score("post"))

    assert richt(kader, antwoorden, gemeente="0505") == 70
    assert richt(kader, antwoorden, gemeente="0610") == 60
    assert richt(kader, antwoorden) == 60


def test_rule_of_aftrek_comes_after_bruto():
    netwerk = Regel(**{**dict(make_regel("netwerk", erbij(-15))), "deel": "aftrek"})
    kader = make_kader(make_taak("post"), regels=[netwerk, make_regel("meer", erbij(10))])

    voorstel = propose(kader, make_antwoorden(score("post")), score("post"))

    assert (voorstel.bruto.richt, voorstel.netto.richt) == (70, 55)


def test_only_the_heaviest_of_a_group_of_taken_counts():
    kader = make_kader(make_taak("post", minuten=60), make_taak("bellen", minuten=40))
    hoogste = Hoogste(id="een", tekst="Alleen de zwaarste", taken=("post", "bellen"), bron="norm")

    indicatie = indicate(
        with_changes(kader, hoogste=(hoogste,)), make_dossier(score("post"), score("bellen"))
    )

    assert indicatie.minuten_per_week == 60
    assert ("Alleen de zwaarste", 100, 60) in [(s.tekst, s.voor, s.na) for s in indicatie.stappen]


def test_first_cap_of_a_group_that_fits_is_the_only_one():
    def cap(naam: str, minuten: int, *als: Voorwaarde) -> Maximum:
        return Maximum(id=naam, tekst=naam, als=als, groep="combi", minuten_per_week=minuten, bron="norm")

    maxima = (cap("samen", 90, Voorwaarde(met_alle=("post", "bellen"))), cap("alleen", 50))
    kader = with_changes(make_kader(make_taak("post"), make_taak("bellen")), maxima=maxima)

    assert indicate(kader, make_dossier(score("post"), score("bellen"))).minuten_per_week == 90
    assert indicate(kader, make_dossier(score("post"))).minuten_per_week == 50


def test_text_of_the_gemeente_goes_before_the_general_one():
    teksten = (
        NormTekst(plek="bij-einddatum", tekst="Voor iedereen.", bron="norm"),
        NormTekst(plek="bij-einddatum", tekst="Voor Dordrecht.", gemeenten=("0505",), bron="norm"),
    )
    kader = with_changes(make_kader(make_taak("post")), teksten=teksten)

    assert kader.tekst_for("bij-einddatum", "0505") == "Voor Dordrecht."
    assert kader.tekst_for("bij-einddatum", None) == "Voor iedereen."
    assert kader.tekst_for("namens", "0505") == ""
